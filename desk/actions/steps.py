"""Moving a case from step to step: one place that checks, records and counts (design.md, "Standards")."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import select

from desk.actions import limits, numbers
from desk.actions.closing import let_go
from desk.actions.errors import StaleError
from desk.models import Case, ChecklistItem, Letter, StepRecord
from desk.queries.office import OfficeProfile, profile, roles_filled, working_calendar
from desk.queries.order import last_written
from desk.queries.staff import mandate_of, mandates
from desk.rules import workflow
from desk.rules.casefacts import decision_facts
from desk.rules.workflow import (
    Flow,
    HolderRule,
    Moved,
    MoveKind,
    MoveNotReady,
    MoveNotYours,
    MoveUnknown,
    Setting,
    Sheet,
    Step,
)
from desk.services.catalog import service_kit
from desk.store.changelog import record_command

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk.actions.workplace import Workplace

VOIDS = "batalkan_pendaftaran"
"""The move that closes a case registered by mistake; its register number is void from then on (R2)."""

_CONTROLLED = (HolderRule.CHAIN, HolderRule.SIGNER)


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

    A return without ``to_role`` goes to whoever prepared there last; a return of what is signed declares the
    letter void. Moves that are written on a sheet of their own (decision, disposition, letter, paraf,
    signature, hand-over) are made by their own actions only.

    Raises:
        MoveRefused: the flow does not allow it now, for these roles.
        StaleError: somebody moved it meanwhile.
        NotFoundError: it is closed or not there.
    """
    with workplace.write(f"move:{order.verb}") as session:
        return ordinary_move(session, workplace, order)


def ordinary_move(session: "Session", workplace: "Workplace", order: MoveOrder) -> Stepped:
    """:func:`move_case` within the running action."""
    case = limits.open_case_row(session, order.case_id)
    not_stale(case, order.expected_step)
    flow = flow_of(workplace, case)
    controlled = flow.step(case.step).holder_rule in _CONTROLLED
    for move in flow.moves(case.step):
        written = move.sheet is not Sheet.NONE or move.entry
        special = move.kind in (MoveKind.DECISION, MoveKind.PARAF) or written
        if move.verb == order.verb and (special or (controlled and move.kind is MoveKind.RETURN)):
            raise MoveUnknown(f"“{move.label}” dicatat lewat lembarnya sendiri.")
    return apply_move(session, workplace, order)


def apply_move(
    session: "Session", workplace: "Workplace", order: MoveOrder, *, by_rule: bool = False
) -> Stepped:
    """Make any move within the running action; see :func:`move_case`.

    ``by_rule``: it follows from what the person did (papers missing or complete), whatever their role.
    """
    case = limits.open_case_row(session, order.case_id)
    not_stale(case, order.expected_step)
    at = order.done_at or workplace.now()
    left = flow_of(workplace, case).step(case.step)
    roles = workplace.roles | frozenset(left.roles) if by_rule else workplace.roles
    moved = workflow.move(
        flow_of(workplace, case),
        case.step,
        order.verb,
        roles,
        setting_of(session, workplace, profile(session), case, at),
        holder_role=case.holder,
        facts=facts_of(case),
        given=case.parafs,
        reason=order.reason,
        to_role=order.to_role,
    )
    if moved.move.kind is MoveKind.RESUME and not moved.move.entry:
        _require_complete(session, case)
    elif moved.move.kind is MoveKind.RETURN:
        _take_back(session, workplace, case, order.reason, at)
        moved, order = _to_preparer(session, case, moved, order, at)
    may = moved.move.roles or left.roles
    role = workplace.role if by_rule else acted_role(workplace, may, case.holder)
    _record(session, workplace, case, order, moved, at, role)
    _settle(session, workplace, case, order, moved, at)
    return Stepped(case.id, case.step, moved.step.label, case.holder, case.closed_at is not None)


def not_stale(case: Case, expected_step: str) -> None:
    """Refuse when the screen showed another step (an empty one: it did not say).

    Raises:
        StaleError: the case was moved meanwhile.
    """
    if expected_step and expected_step != case.step:
        raise StaleError("Permohonan ini sudah dipindahkan petugas lain. Keadaan terbaru ditampilkan.")


def _require_complete(session: "Session", case: Case) -> None:
    """The clock runs on only when nothing required is missing (facts.md, "Completeness")."""
    lacking = session.scalars(
        select(ChecklistItem.label)
        .where(ChecklistItem.case_id == case.id, ChecklistItem.required, ~ChecklistItem.present)
        .order_by(ChecklistItem.position)
    ).all()
    if lacking:
        raise MoveNotReady(f"Berkas belum lengkap: {'; '.join(lacking)}.")


def _take_back(session: "Session", workplace: "Workplace", case: Case, reason: str, at: datetime) -> None:
    """A case that returns with a signed letter: the letter is void, its number keeps its place (R2)."""
    answers = select(Letter).where(Letter.case_id == case.id, Letter.extension_id.is_(None))
    for letter in session.scalars(answers.where(Letter.state == "signed")):
        if letter.signer_role not in workplace.roles:
            raise MoveNotYours("Surat ini hanya dapat dibatalkan pejabat yang menandatanganinya.")
        numbers.mark_void(session, letter.number, reason, at)
        letter.state = "void"


def _to_preparer(
    session: "Session", case: Case, moved: Moved, order: MoveOrder, at: datetime
) -> tuple[Moved, MoveOrder]:
    """A return to a step whose holder is named goes to the role, and the person, that left it last."""
    step = moved.step
    if step.holder_rule is not HolderRule.NAMED or order.to_role is not None:
        return moved, order
    last = session.scalar(
        select(StepRecord)
        .where(StepRecord.case_id == case.id, StepRecord.from_step == step.id, StepRecord.to_step != step.id)
        .order_by(*last_written(StepRecord))
        .limit(1)
    )
    filled = roles_here(session, profile(session), at)
    if last is None or last.role not in step.roles or last.role not in filled:
        return moved, order
    person = last.staff_id if _by_delegation(step, last.role) else None
    return replace(moved, holder=last.role), replace(order, assignee_id=person)


def _by_delegation(step: Step, role: str) -> bool:
    return any(one.kind is MoveKind.DELEGATE and one.holder == role for one in step.moves)


def roles_here(session: "Session", office: OfficeProfile, at: datetime) -> frozenset[str]:
    """Roles that somebody of the office holds at a moment, mandates included."""
    lent = frozenset(one.role for one in mandates(session, at))
    return roles_filled(session, office.day_of(at)) | lent


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
        .order_by(*last_written(Letter))
        .limit(1)
    )
    if named in standard.services[case.service].signers:
        signer = named
    return standard.setting(case.service, signer, roles_here(session, office, at))


def facts_of(case: Case) -> frozenset[str]:
    """Facts that moves of this case may need."""
    return service_kit(case.service).facts(case.detail) | decision_facts(case.decision)


def acted_role(workplace: "Workplace", may: Sequence[str], holder: str | None) -> str:
    """In which of the roles that may make a move somebody made it: the holder's where held, else the first
    that fits."""
    if holder in may and holder in workplace.roles:
        return str(holder)
    if workplace.role in may:
        return workplace.role
    return next((role for role in may if role in workplace.roles), workplace.role)


def mandate_for(session: "Session", workplace: "Workplace", role: str, at: datetime) -> str | None:
    """Id of the mandate by which the person acts in a role now; None when the role is their own (P5)."""
    return mandate_of(session, workplace.actor.staff_id, role, at)


def _record(
    session: "Session",
    workplace: "Workplace",
    case: Case,
    order: MoveOrder,
    moved: Moved,
    at: datetime,
    role: str,
) -> None:
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
    stays = bool(moved.move.entry) and (case.step, case.holder) == (moved.step.id, moved.holder)
    case.step = moved.step.id
    case.holder = moved.holder
    case.parafs = list(moved.given)
    personal = moved.move.kind in (MoveKind.DELEGATE, MoveKind.RETURN)
    if not stays:  # an entry written on the way leaves a case with whom it was given to
        case.assignee_id = order.assignee_id if personal else None
    case.stepped_at = at
    if moved.move.decision:
        case.decision = moved.move.decision
    if moved.move.kind is MoveKind.STOP:
        limits.stop_clock(session, case, at, order.reason.strip() or "menunggu pemohon")
    if moved.move.kind is MoveKind.RESUME:
        limits.start_clock(session, case, at)
        if not moved.move.entry:
            case.complete_at = case.complete_at or at
    if order.verb == VOIDS:
        numbers.mark_void(session, case.number, order.reason, at)
    if moved.step.end:
        limits.start_clock(session, case, at)
        case.closed_at = at
        if moved.move.kind is MoveKind.CLOSE:
            let_go(session, case, order.reason, at)
    elif moved.move.kind in (MoveKind.STOP, MoveKind.RESUME):
        limits.recount(session, workplace.standards, working_calendar(session), case, at, moved.move.label)
