"""Due dates of cases: counted, extended, stopped, and counted again when the calendar changes (R11, S3)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import select

from desk.actions.errors import NotFoundError
from desk.models import Case, ClockStop, DueChange, LimitExtension, StepRecord, new_id
from desk.queries import limits as counted
from desk.queries.office import working_calendar
from desk.queries.staff import mandate_of
from desk.rules import deadlines
from desk.rules.errors import DeskError
from desk.rules.permissions import Capability

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk.actions.workplace import Workplace
    from desk.rules.calendar import WorkingCalendar
    from desk.standards.loader import Standards


class ExtensionRefusedError(DeskError):
    """The limit cannot be extended (further)."""

    code = "extension_refused"


@dataclass(frozen=True, slots=True)
class DueMove:
    """An open case whose due date moved."""

    case_id: str
    number: str
    subject: str
    before: date | None
    after: date | None


@dataclass(frozen=True, slots=True)
class Extended:
    """An extension just granted, and how the due date moved by it."""

    extension_id: str
    move: DueMove


def recount(
    session: "Session",
    standards: "Standards",
    calendar: "WorkingCalendar",
    case: Case,
    at: datetime,
    why: str,
) -> DueMove | None:
    """Count a case's due date anew within the running action and log a move; None when it stays.

    Without a limit in days there is nothing to count, and a day promised to the applicant stays.
    """
    session.flush()
    if not is_counted(session, standards, case):
        return None
    due = counted.due_of(session, standards, calendar, case)
    before = case.due
    case.due = None if due is None else due.due
    if due is not None and due.original_due is not None:
        case.original_due = due.original_due
    if before == case.due:
        return None
    if why:
        session.add(DueChange(case_id=case.id, at=at, before=before, after=case.due, reason=why))
    return DueMove(case.id, case.number, case.subject, before, case.due)


def promise(session: "Session", standards: "Standards", case: Case, until: date | None) -> None:
    """Let a case without a limit in days be due on the day promised to the applicant."""
    if not is_counted(session, standards, case):
        case.due = until


def is_counted(session: "Session", standards: "Standards", case: Case) -> bool:
    """Whether a case runs under a limit in days."""
    limit = counted.limit_of(session, standards, case)
    return limit is not None and limit.days is not None


def recount_open(
    session: "Session", standards: "Standards", calendar: "WorkingCalendar", at: datetime, why: str
) -> tuple[DueMove, ...]:
    """Count every open case anew after a change of the calendar; closed ones never change (facts.md)."""
    cases = session.scalars(select(Case).where(Case.closed_at.is_(None)).order_by(Case.due)).all()
    moves = [recount(session, standards, calendar, case, at, why) for case in cases]
    return tuple(move for move in moves if move is not None)


def release(session: "Session", case: Case, at: datetime, why: str) -> DueMove | None:
    """Take the due date of a case away that no limit counts any more; None when it had none."""
    before, case.due = case.due, None
    if before is None:
        return None
    session.add(DueChange(case_id=case.id, at=at, before=before, after=None, reason=why))
    return DueMove(case.id, case.number, case.subject, before, None)


def extend_limit(workplace: "Workplace", case_id: str, days: int, reason: str) -> Extended:
    """Extend a case's limit, with the reason, up to what its standard allows (S3: 7 or 2 working days).

    Raises:
        ExtensionRefusedError: no reason, nothing left to grant, no limit, or the due date has passed.
        NotFoundError: the case is closed or not there.
    """
    workplace.require(Capability.EXTEND)
    with workplace.write("extend_limit") as session:
        return extend(session, workplace, case_id, days, reason)


def extend(session: "Session", workplace: "Workplace", case_id: str, days: int, reason: str) -> Extended:
    """:func:`extend_limit` within the running action."""
    case, at = open_case_row(session, case_id), workplace.now()
    calendar = working_calendar(session)
    limit = counted.limit_of(session, workplace.standards, case)
    granted = counted.extensions(session, case_id)
    _check_extension(case, limit, granted, days, reason, calendar.local(at).date())
    extension_id, role = new_id(), workplace.role_for(Capability.EXTEND)
    session.add(
        LimitExtension(
            id=extension_id,
            case_id=case_id,
            days=days,
            reason=reason.strip(),
            granted_at=at,
            granted_by=workplace.actor.staff_id,
        )
    )
    session.add(
        StepRecord(
            case_id=case_id,
            from_step=case.step,
            verb="perpanjang",
            to_step=case.step,
            holder=case.holder,
            staff_id=workplace.actor.staff_id,
            role=role,
            mandate_id=mandate_of(session, workplace.actor.staff_id, role, at),
            at=at,
            note=f"{days} hari: {reason.strip()}",
        )
    )
    moved = recount(session, workplace.standards, calendar, case, at, f"Perpanjangan {days} hari")
    return Extended(extension_id, moved or DueMove(case.id, case.number, case.subject, case.due, case.due))


def _check_extension(
    case: Case,
    limit: deadlines.Limit | None,
    granted: tuple[deadlines.Extension, ...],
    days: int,
    reason: str,
    today: date,
) -> None:
    left = 0 if limit is None else limit.extension_days - sum(one.days for one in granted)
    if left <= 0:
        raise ExtensionRefusedError("Jangka waktu permohonan ini tidak dapat diperpanjang lagi.")
    if not 1 <= days <= left:
        raise ExtensionRefusedError(f"Perpanjangan paling banyak {left} hari kerja.")
    if not reason.strip():
        raise ExtensionRefusedError("Isi alasan perpanjangan.")
    if case.due is not None and case.due < today:
        raise ExtensionRefusedError("Batas waktu sudah lewat; perpanjangan harus sebelum batas waktu.")


def stop_clock(session: "Session", case: Case, at: datetime, reason: str) -> None:
    """Let the clock of a case stand while the applicant is awaited; standing already, it stays so."""
    running = session.scalar(select(ClockStop).where(ClockStop.case_id == case.id, ClockStop.until.is_(None)))
    if running is None:
        session.add(ClockStop(case_id=case.id, since=at, reason=reason))


def start_clock(session: "Session", case: Case, at: datetime) -> None:
    """Let the clock of a case run on."""
    for stop in session.scalars(
        select(ClockStop).where(ClockStop.case_id == case.id, ClockStop.until.is_(None))
    ):
        stop.until = at


def open_case_row(session: "Session", case_id: str) -> Case:
    """The record of an open case, for use inside an action.

    Raises:
        NotFoundError: it is closed or not there.
    """
    case = session.get(Case, case_id)
    if case is None:
        raise NotFoundError("Permohonan tidak ditemukan.")
    if case.closed_at is not None:
        raise NotFoundError("Permohonan ini sudah ditutup.")
    return case
