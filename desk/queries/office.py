"""The office's profile and its working calendar, as the rules take them."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from desk.models import Office, Staff, StaffRole
from desk.rules import calendar
from desk.rules.errors import DeskError
from desk.standards.choices import as_chosen
from desk.standards.loader import Standards
from desk.standards.model import Standard

_COLUMNS = tuple(column.name for column in Office.__table__.c)
_OFFICE = text(f"SELECT {', '.join(_COLUMNS)} FROM offices LIMIT 1")  # noqa: S608 - the model's own names
"""As written: the profile is asked for with every key and every action, and understood once."""
_CLOSED = text("SELECT day, kind, name FROM calendar_days ORDER BY day, kind")
_STAGES = text("SELECT name, first, last FROM election_stages ORDER BY first")


class OfficeMissingError(DeskError):
    """The store has no office yet."""

    code = "office_missing"
    english = "The store has no office yet: start Desk to found it."

    def __init__(self) -> None:
        super().__init__("Kantor belum diatur di komputer ini.")


@dataclass(frozen=True, slots=True)
class OfficeProfile:
    """The office as other parts see it; ``settings`` are its choices, by name."""

    id: str
    name: str
    short_name: str
    level: str
    standard: str
    zone: ZoneInfo
    city: str
    address: str
    phone: str
    email: str
    website: str
    region_code: str
    hours: calendar.ServiceHours
    settings: dict[str, Any]

    def local(self, moment: datetime) -> datetime:
        """A moment on the office's wall clock."""
        return moment.astimezone(self.zone)

    def day_of(self, moment: datetime) -> date:
        """The office's day of a moment."""
        return self.local(moment).date()

    def text(self, name: str, default: str) -> str:
        """A setting that is a word, or its default."""
        value = self.settings.get(name)
        return value if isinstance(value, str) and value else default

    def number(self, name: str, default: int) -> int:
        """A setting that is a whole number, or its default."""
        value = self.settings.get(name)
        return value if isinstance(value, int) else default


def profile(session: Session) -> OfficeProfile:
    """The office's profile.

    Raises:
        OfficeMissingError: the store is still empty.
    """
    written = session.execute(_OFFICE).first()
    if written is None:
        raise OfficeMissingError
    return _understood(tuple(written))


@lru_cache(maxsize=8)
def _understood(written: tuple[str, ...]) -> OfficeProfile:
    known: dict[str, Any] = dict(zip(_COLUMNS, written, strict=True))
    known["zone"] = ZoneInfo(known["zone"])
    known["hours"] = calendar.ServiceHours.from_dict(msgspec.json.decode(known["hours"]))
    known["settings"] = msgspec.json.decode(known["settings"])
    return OfficeProfile(**known)


def standard_now(session: Session, standards: Standards, now: datetime) -> Standard:
    """The standard the office goes by at a moment: the newest version in force of the one it chose."""
    return chosen(session, standard_kept(session, standards, now))


def standard_kept(session: Session, standards: Standards, now: datetime) -> Standard:
    """The same as its file has it, without what the office chose within it."""
    office = profile(session)
    return standards.current(office.standard, office.day_of(now))


def chosen(session: Session, standard: Standard) -> Standard:
    """A standard as the office goes by it."""
    return as_chosen(standard, profile(session).settings)


def working_calendar(session: Session) -> calendar.WorkingCalendar:
    """The office's working calendar (R11): hours and zone of the profile, closed days and election stages."""
    office = profile(session)
    closed = tuple(tuple(row) for row in session.execute(_CLOSED))
    stages = tuple(tuple(row) for row in session.execute(_STAGES))
    return _calendar(office.zone, office.hours, closed, stages)


@lru_cache(maxsize=8)
def _calendar(
    zone: ZoneInfo,
    hours: calendar.ServiceHours,
    closed: tuple[tuple[str, ...], ...],
    stages: tuple[tuple[str, ...], ...],
) -> calendar.WorkingCalendar:
    on = date.fromisoformat
    return calendar.WorkingCalendar(
        zone,
        hours,
        tuple(calendar.ClosedDay(on(day), calendar.DayKind(kind), name) for day, kind, name in closed),
        tuple(calendar.ElectionStage(name, on(first), on(last)) for name, first, last in stages),
    )


def roles_filled(session: Session, day: date) -> frozenset[str]:
    """Roles that somebody active holds on a day; what is not here is skipped in flows and control chains."""
    held = select(StaffRole.role).join(Staff).where(Staff.active, StaffRole.since <= day)
    held = held.where((StaffRole.until.is_(None)) | (StaffRole.until >= day))
    return frozenset(session.scalars(held))
