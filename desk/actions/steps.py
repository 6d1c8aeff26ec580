"""Moving a case from step to step: one place that checks, records and counts (design.md, "Standards")."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import select

from desk.actions import limits
from desk.actions.errors import StaleError
from desk.models import Case, Letter, StepRecord
from desk.queries.office import OfficeProfile, profile, roles_filled, working_calendar
from desk.queries.staff import mandates
from desk.rules import workflow
from desk.rules.workflow import Flow, Moved, MoveKind, Setting
from desk.services import informasi
from desk.store.changelog import record_command

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk.actions.workplace import Workplace


@dataclass(frozen=True, slots=True)
class MoveOrder:
    """A wish to move a case.

    ``expected_step`` is the step the screen showed. ``to_role`` names the next holder where the move asks for
    it, ``assignee_id`` the person a case is delegated to. ``done_at`` is the real time of a move made on
    paper (aware); then ``from_paper`` is recorded.
    """

    case_id: str
    verb: str
    expected_step: str = ""
    reason: str = ""
    to_role: str | None = None
    assignee_id: str | None = None
    done_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Stepped:
    """Where a case stands now; ``closed`` when it is over."""

    case_id: str
    step: str
    step_label: str
    holder: str | None
    closed: bool


def move_case(workplace: "Workplace", order: MoveOrder) -> Stepped:
    """Make an ordinary move of a case (forward it, ask for papers, resume, delegate, return, close).

    Raises:
        MoveRefused: the flow does not allow it now, for these roles.
        StaleError: somebody moved it meanwhile.
        NotFoundError: it is closed or not there.
    """
    with workplace.write(f"move:{order.verb}") as session:
        return apply_move(session, workplace, order)


def apply_move(session: "Session", workplace: "Workplace", order: MoveOrder) -> Stepped:
    """Make a move within the running action; see :func:`move_case`."""
    case = limits.open_case_row(session, order.case_id)
    if order.expected_step and order.expected_step != case.step:
        raise StaleError("Permohonan ini sudah dipindahkan petugas lain. Keadaan terbaru ditampilkan.")
    at = order.done_at or workplace.now()
    office = profile(session)
    moved = workflow.move(
        flow_of(workplace, case),
        case.step,
        order.verb,
        workplace.roles,
        setting_of(session, workplace, office, case, at),
        holder_role=case.holder,
        facts=facts_of(case),
        given=case.parafs,
        reason=order.reason,
        to_role=order.to_role,
    )
    _record(session, workplace, case, order, moved, at)
    _settle(session, workplace, case, order, moved, at)
    return Stepped(case.id, case.step, moved.step.label, case.holder, case.closed_at is not None)


def flow_of(workplace: "Workplace", case: Case) -> Flow:
    """The flow a case runs in, by the standard it was opened under."""
    return workplace.standards.get(case.standard).services[case.service].flow(case.flow)


def setting_of(
    session: "Session", workplace: "Workplace", office: OfficeProfile, case: Case, at: datetime
) -> Setting:
    """The office's side of a flow: who there is, who signs (the letter in work may name another signer)."""
    standard = workplace.standards.get(case.standard)
    signer = office.text(f"signer_{case.service}", "") or None
    named = session.scalar(
        select(Letter.signer_role)
        .where(Letter.case_id == case.id, Letter.state.in_(("draft", "submitted")))
        .order_by(Letter.id.desc())
        .limit(1)
    )
    if named in standard.services[case.service].signers:
        signer = named
    return standard.setting(case.service, signer, roles_filled(session, office.day_of(at)))


def facts_of(case: Case) -> frozenset[str]:
    """Facts that moves of this case may need."""
    openness = informasi.Openness(case.detail.get("openness", informasi.Openness.UNSORTED))
    decision = informasi.Decision(case.decision) if case.decision else None
    return informasi.facts(openness, decision)


def acted_role(workplace: "Workplace", moved: Moved, left: workflow.Step, holder: str | None) -> str:
    """The role a move was made in: the holder where held, else the first fitting one of the person."""
    may = moved.move.roles or left.roles
    if holder in may and holder in workplace.roles:
        return str(holder)
    if workplace.actor.role in may:
        return workplace.actor.role
    return next((role for role in may if role in workplace.roles), workplace.actor.role)


def mandate_for(session: "Session", workplace: "Workplace", role: str, at: datetime) -> str | None:
    """Id of the mandate by which the person acts in a role now; None when the role is their own (P5)."""
    return next(
        (
            lent.mandate_id
            for lent in mandates(session, at)
            if lent.staff_id == workplace.actor.staff_id and lent.role == role
        ),
        None,
    )


def _record(
    session: "Session", workplace: "Workplace", case: Case, order: MoveOrder, moved: Moved, at: datetime
) -> None:
    left = flow_of(workplace, case).step(case.step)
    role = acted_role(workplace, moved, left, case.holder)
    session.add(
        StepRecord(
            case_id=case.id,
            from_step=case.step,
            verb=order.verb,
            to_step=moved.step.id,
            holder=moved.holder,
            staff_id=workplace.actor.staff_id,
            role=role,
            at=at,
            note=order.reason.strip(),
            from_paper=order.done_at is not None,
            mandate_id=mandate_for(session, workplace, role, at),
        )
    )
    record_command(session, row_id=case.id, from_step=case.step, verb=order.verb, to_step=moved.step.id)


def _settle(
    session: "Session", workplace: "Workplace", case: Case, order: MoveOrder, moved: Moved, at: datetime
) -> None:
    case.step = moved.step.id
    case.holder = moved.holder
    case.parafs = list(moved.given)
    case.assignee_id = order.assignee_id if moved.move.kind is MoveKind.DELEGATE else None
    case.stepped_at = at
    if moved.move.decision:
        case.decision = moved.move.decision
    if moved.move.kind is MoveKind.STOP:
        limits.stop_clock(session, case, at, order.reason.strip() or "menunggu pemohon")
    if moved.move.kind is MoveKind.RESUME:
        limits.start_clock(session, case, at)
        case.complete_at = case.complete_at or at
    if moved.step.end:
        limits.start_clock(session, case, at)
        case.closed_at = at
    elif moved.move.kind in (MoveKind.STOP, MoveKind.RESUME):
        limits.recount(session, workplace.standards, working_calendar(session), case, at, moved.move.label)
