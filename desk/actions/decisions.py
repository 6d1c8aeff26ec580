"""Deciding a case by the decisions its service knows (S3)."""

from datetime import datetime
from typing import TYPE_CHECKING

from desk.actions import confidence, limits
from desk.actions.errors import ProblemsError
from desk.actions.steps import MoveOrder, Stepped, apply_move, flow_of, not_stale
from desk.models import Case, Decision
from desk.rules.permissions import Capability
from desk.rules.workflow import MoveKind, MoveUnknown
from desk.services.answering import DecisionDraft, decision_problems
from desk.services.catalog import service_kit

if TYPE_CHECKING:
    from desk.actions.workplace import Workplace


def decide(workplace: "Workplace", case_id: str, draft: DecisionDraft) -> Stepped:
    """Record a decision and make the move it means in the case's flow.

    Raises:
        ProblemsError: see :func:`desk.services.answering.decision_problems`.
        StaleError: the case was moved meanwhile.
        MoveRefused: the step or the role does not decide.
    """
    workplace.require(Capability.DECIDE)
    with workplace.write("decide") as session:
        case = limits.open_case_row(session, case_id)
        problems = decision_problems(service_kit(case.service).decisions, draft)
        if problems:
            raise ProblemsError(problems)
        not_stale(case, draft.expected_step)
        confidence.keep_secret(session, case, "reason", draft.reason)
        order = MoveOrder(
            case_id,
            _verb(workplace, case, draft.kind),
            reason=draft.reason.strip() or draft.consequence.strip() or draft.blacked_out.strip(),
            to_role=draft.to_role or case.holder,
        )
        role = case.holder or workplace.role
        stepped = apply_move(session, workplace, order)
        session.add(_row(workplace, case_id, role, draft))
        return stepped


def granted_at_once(case: Case, staff_id: str, role: str, at: datetime, reason: str = "") -> Decision:
    """The decision that the move just made at the desk stands for, in the form it was asked for."""
    return Decision(
        case_id=case.id,
        kind=case.decision,
        at=at,
        staff_id=staff_id,
        role=role,
        reason=reason,
        form=service_kit(case.service).given_as(case.detail),
    )


def _verb(workplace: "Workplace", case: Case, kind: str) -> str:
    moves = flow_of(workplace, case).step(case.step).moves
    for move in moves:
        if move.kind is MoveKind.DECISION and move.decision == kind:
            return move.verb
    raise MoveUnknown("Pada langkah ini permohonan tidak dapat diputuskan.")


def _row(workplace: "Workplace", case_id: str, role: str, draft: DecisionDraft) -> Decision:
    return Decision(
        case_id=case_id,
        kind=draft.kind,
        at=workplace.now(),
        staff_id=workplace.actor.staff_id,
        role=role,
        grounds=list(draft.grounds),
        legal_basis=draft.legal_basis.strip(),
        consequence=draft.consequence.strip(),
        reason=draft.reason.strip(),
        holder_body=draft.holder_body.strip(),
        available_on=draft.available_on.strip(),
        form=draft.form,
        pages=draft.pages,
        page_price=draft.page_price,
        sending_cost=draft.sending_cost,
        other_cost=draft.other_cost,
        blacked_out=draft.blacked_out.strip(),
    )
