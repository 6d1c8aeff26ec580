"""The lembar disposisi: Sekretaris with usul saran, Ketua or Plh, alone or in batches, or from paper (R3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from desk.actions import limits
from desk.actions.errors import ProblemsError
from desk.actions.steps import MoveOrder, Stepped, apply_move, flow_of
from desk.models import Disposition
from desk.queries.office import profile
from desk.queries.staff import mandate_of, roles_held
from desk.rules.permissions import Capability
from desk.rules.workflow import MoveNotYours, MoveUnknown, Sheet
from desk.services.common import Problem
from desk.services.disposition import NATURES, PHRASES

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk.actions.workplace import Workplace
    from desk.models import Case

"""Moves that an entry of the sheet makes; letters, parafs and signatures are never made from it."""

__all__ = ["NATURES", "PHRASES", "DispositionDraft", "dispose", "dispose_all"]


@dataclass(frozen=True, slots=True)
class DispositionDraft:
    """One entry of the sheet.

    ``role`` is the role that disposes (``sekretaris``, ``ketua``), ``verb`` the move it makes, ``to_role``
    the main addressee, ``also_to`` who gets it for information. ``done_at`` and ``by_staff_id`` are set
    when the entry was written on paper and is recorded by somebody else.
    """

    role: str
    verb: str
    to_role: str
    also_to: tuple[str, ...] = ()
    nature: str = "biasa"
    phrases: tuple[str, ...] = ()
    instruction: str = ""
    advice: str = ""
    deadline: date | None = None
    expected_step: str = ""
    done_at: datetime | None = None
    by_staff_id: str | None = None


def dispose(workplace: "Workplace", case_id: str, draft: DispositionDraft) -> Stepped:
    """Write an entry of the disposition sheet and move the case to whom it names.

    Raises:
        ProblemsError: neither phrase, instruction nor usul saran; a deadline in the past; from paper,
            nobody who wrote it or a time still to come.
        MoveRefused, StaleError, NotFoundError: see ``move_case``.
    """
    return dispose_all(workplace, (case_id,), draft)[0]


def dispose_all(
    workplace: "Workplace", case_ids: Sequence[str], draft: DispositionDraft
) -> tuple[Stepped, ...]:
    """Write the same entry on several sheets at once; all or none (R3, batch disposition)."""
    on_paper = draft.done_at is not None
    workplace.require(Capability.RECORD_DISPOSITION if on_paper else Capability.DISPOSE)
    with workplace.write("dispose") as session:
        _check(session, workplace, draft)
        return tuple(_dispose(session, workplace, case_id, draft) for case_id in case_ids)


def _check(session: "Session", workplace: "Workplace", draft: DispositionDraft) -> None:
    problems = []
    written = profile(session).day_of(draft.done_at or workplace.now())
    if not (draft.phrases or draft.instruction.strip() or draft.advice.strip()):
        problems.append(Problem("instruction", "Pilih atau tulis isi disposisi."))
    if draft.nature not in NATURES:
        problems.append(Problem("nature", "Pilih sifat surat."))
    if draft.deadline is not None and draft.deadline < written:
        problems.append(Problem("deadline", "Batas waktu disposisi sudah lewat."))
    if draft.done_at is not None and draft.done_at > workplace.now():
        problems.append(Problem("done_at", "Waktu disposisi pada kertas belum tiba."))
    if draft.done_at is not None and draft.by_staff_id is None:
        problems.append(Problem("by_staff_id", "Pilih pejabat yang menulis disposisi."))
    if problems:
        raise ProblemsError(problems)


def _dispose(session: "Session", workplace: "Workplace", case_id: str, draft: DispositionDraft) -> Stepped:
    recorder = workplace.actor.staff_id
    on_paper = draft.done_at is not None
    writer = draft.by_staff_id if on_paper and draft.by_staff_id else recorder
    if on_paper:
        workplace = workplace.also(draft.role)
    case = limits.open_case_row(session, case_id)
    moves = [move for step in flow_of(workplace, case).steps for move in step.moves]
    if not any(move.verb == draft.verb and move.sheet is Sheet.DISPOSE for move in moves):
        raise MoveUnknown("Lembar disposisi hanya meneruskan atau mendisposisikan.")
    if on_paper:
        _check_paper(session, case, draft, writer)
    waiting_for = flow_of(workplace, case).step(case.step).roles
    stepped = apply_move(session, workplace, _order(case_id, draft))
    if draft.role not in waiting_for or draft.role not in workplace.roles:
        raise MoveNotYours("Permohonan ini tidak menunggu disposisi jabatan itu.")
    at = draft.done_at or workplace.now()
    count = session.scalar(select(func.count()).where(Disposition.case_id == case_id)) or 0
    session.add(
        Disposition(
            case_id=case_id,
            position=count + 1,
            from_role=draft.role,
            to_roles=[draft.to_role, *(role for role in draft.also_to if role != draft.to_role)],
            by_staff_id=writer,
            recorded_by=recorder,
            from_paper=on_paper,
            mandate_id=mandate_of(session, writer, draft.role, at),
            at=at,
            nature=draft.nature,
            phrases=list(draft.phrases),
            instruction=draft.instruction.strip(),
            advice=draft.advice.strip(),
            deadline=draft.deadline,
        )
    )
    return stepped


def _check_paper(session: "Session", case: "Case", draft: DispositionDraft, writer: str) -> None:
    """What stands on paper was written by who held the office then, not before the day of the step before."""
    at = draft.done_at
    if at is None:
        return
    office = profile(session)
    problems = []
    if draft.role not in roles_held(session, writer, at):
        problems.append(Problem("by_staff_id", "Pegawai ini tidak memegang jabatan itu pada waktu tersebut."))
    if office.day_of(at) < office.day_of(case.stepped_at):
        problems.append(Problem("done_at", "Waktu disposisi mendahului langkah sebelumnya."))
    if problems:
        raise ProblemsError(problems)


def _order(case_id: str, draft: DispositionDraft) -> MoveOrder:
    words = (draft.advice.strip(), draft.instruction.strip(), "; ".join(draft.phrases))
    return MoveOrder(
        case_id,
        draft.verb,
        expected_step=draft.expected_step,
        reason=next((one for one in words if one), ""),
        to_role=draft.to_role,
        done_at=draft.done_at,
    )
