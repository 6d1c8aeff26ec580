"""Changing the working calendar: open cases are counted anew and those that moved are listed (R11)."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select

from desk.actions.errors import NotFoundError, ProblemsError
from desk.actions.limits import DueMove, recount_open
from desk.models import CalendarDay, ElectionStage
from desk.queries.office import working_calendar
from desk.rules.calendar import DayKind
from desk.rules.permissions import Capability
from desk.services.common import Problem
from desk.standards.holidays_id import closed_days

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk.actions.workplace import Workplace


@dataclass(frozen=True, slots=True)
class CalendarChanged:
    """What a change did: how many days were added or removed, and the open cases whose due date moved."""

    days: int
    moved: tuple[DueMove, ...]


def close_day(
    workplace: "Workplace", day: date, kind: DayKind, name: str, source: str = ""
) -> CalendarChanged:
    """Add a holiday, cuti bersama or closing of the office.

    Raises:
        ProblemsError: no name, or the day is closed for that reason already.
    """
    workplace.require(Capability.MANAGE_CALENDAR)
    if not name.strip():
        raise ProblemsError([Problem("name", "Isi nama hari libur atau alasan kantor tutup.")])
    with workplace.write("close_day") as session:
        if session.scalar(select(CalendarDay).where(CalendarDay.day == day, CalendarDay.kind == kind.value)):
            raise ProblemsError([Problem("day", "Tanggal ini sudah tercatat.")])
        session.add(CalendarDay(day=day, kind=kind.value, name=name.strip(), source=source.strip()))
        return CalendarChanged(1, _recount(session, workplace, f"Libur ditambahkan: {name.strip()}"))


def open_day(workplace: "Workplace", day: date, kind: DayKind) -> CalendarChanged:
    """Take a closed day out of the calendar again.

    Raises:
        NotFoundError: it is not in the calendar.
    """
    workplace.require(Capability.MANAGE_CALENDAR)
    with workplace.write("open_day") as session:
        row = session.scalar(
            select(CalendarDay).where(CalendarDay.day == day, CalendarDay.kind == kind.value)
        )
        if row is None:
            raise NotFoundError("Tanggal ini tidak ada di kalender.")
        name = row.name
        session.delete(row)
        return CalendarChanged(1, _recount(session, workplace, f"Libur dihapus: {name}"))


def fill_year(workplace: "Workplace", year: int) -> CalendarChanged:
    """Add the national holidays and cuti bersama of a year that are known and not yet in the calendar."""
    workplace.require(Capability.MANAGE_CALENDAR)
    with workplace.write("fill_year") as session:
        known = {(row.day, row.kind) for row in session.execute(select(CalendarDay.day, CalendarDay.kind))}
        fresh = {(one.day, one.kind.value): one for one in closed_days(year)}
        added = [one for key, one in fresh.items() if key not in known]
        session.add_all(
            CalendarDay(day=one.day, kind=one.kind.value, name=one.name, source="library") for one in added
        )
        return CalendarChanged(len(added), _recount(session, workplace, f"Kalender {year} dilengkapi"))


def add_stage(workplace: "Workplace", name: str, first: date, last: date) -> str:
    """Add an election stage (tahapan); it reaches cases opened from then on. Returns its id.

    Raises:
        ProblemsError: no name, or it ends before it begins.
    """
    workplace.require(Capability.MANAGE_CALENDAR)
    problems = [] if name.strip() else [Problem("name", "Isi nama tahapan.")]
    if last < first:
        problems.append(Problem("last", "Tahapan berakhir sebelum mulai."))
    if problems:
        raise ProblemsError(problems)
    with workplace.write("add_stage") as session:
        row = ElectionStage(name=name.strip(), first=first, last=last)
        session.add(row)
        session.flush()
        return row.id


def _recount(session: "Session", workplace: "Workplace", why: str) -> tuple[DueMove, ...]:
    session.flush()
    return recount_open(session, workplace.standards, working_calendar(session), workplace.now(), why)
