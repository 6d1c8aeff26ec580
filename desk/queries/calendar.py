"""The working calendar as people look at it: closed days of a year, election stages, service hours (R11)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.models import CalendarDay, ElectionStage
from desk.rules.calendar import DayKind


@dataclass(frozen=True, slots=True)
class ClosedRow:
    """A closed day; ``source`` is the decree, or ``library`` when the program filled it in."""

    id: str
    day: date
    kind: DayKind
    name: str
    source: str


@dataclass(frozen=True, slots=True)
class StageRow:
    """An election stage, both days included."""

    id: str
    name: str
    first: date
    last: date


def closed_days(session: Session, year: int) -> tuple[ClosedRow, ...]:
    """Closed days of a year, by date."""
    rows = session.scalars(
        select(CalendarDay)
        .where(CalendarDay.day >= date(year, 1, 1), CalendarDay.day <= date(year, 12, 31))
        .order_by(CalendarDay.day, CalendarDay.kind)
    )
    return tuple(ClosedRow(row.id, row.day, DayKind(row.kind), row.name, row.source) for row in rows)


def stages(session: Session) -> tuple[StageRow, ...]:
    """Election stages, newest first."""
    rows = session.scalars(select(ElectionStage).order_by(ElectionStage.first.desc()))
    return tuple(StageRow(row.id, row.name, row.first, row.last) for row in rows)


def has_cuti_bersama(session: Session, year: int) -> bool:
    """Whether any cuti bersama of a year is in the office's calendar."""
    return any(row.kind is DayKind.CUTI_BERSAMA for row in closed_days(session, year))
