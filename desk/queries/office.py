"""The office's profile and its working calendar, as the rules take them."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.models import CalendarDay, ElectionStage, Office, Staff, StaffRole
from desk.rules import calendar
from desk.rules.errors import DeskError

_OFFICE = select(*(getattr(Office, column.key) for column in Office.__table__.c)).limit(1)
"""Columns, not a record: the profile is asked for with every key and every action."""


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
    office = session.execute(_OFFICE).first()
    if office is None:
        raise OfficeMissingError
    return OfficeProfile(
        id=office.id,
        name=office.name,
        short_name=office.short_name,
        level=office.level,
        standard=office.standard,
        zone=ZoneInfo(office.zone),
        city=office.city,
        address=office.address,
        phone=office.phone,
        email=office.email,
        website=office.website,
        region_code=office.region_code,
        hours=_hours(tuple(office.hours.items())),
        settings=dict(office.settings),
    )


@lru_cache(maxsize=8)
def _hours(written: tuple[tuple[str, str], ...]) -> calendar.ServiceHours:
    """Read once, not with each question that needs the office's time."""
    return calendar.ServiceHours.from_dict(dict(written))


def working_calendar(session: Session) -> calendar.WorkingCalendar:
    """The office's working calendar (R11): hours and zone of the profile, closed days and election stages."""
    office = profile(session)
    closed = session.execute(select(CalendarDay.day, CalendarDay.kind, CalendarDay.name))
    stages = session.execute(
        select(ElectionStage.name, ElectionStage.first, ElectionStage.last).order_by(ElectionStage.first)
    )
    return calendar.WorkingCalendar(
        zone=office.zone,
        hours=office.hours,
        closed=tuple(calendar.ClosedDay(day, calendar.DayKind(kind), name) for day, kind, name in closed),
        stages=tuple(calendar.ElectionStage(name, first, last) for name, first, last in stages),
    )


def roles_filled(session: Session, day: date) -> frozenset[str]:
    """Roles that somebody active holds on a day; what is not here is skipped in flows and control chains."""
    held = select(StaffRole.role).join(Staff).where(Staff.active, StaffRole.since <= day)
    held = held.where((StaffRole.until.is_(None)) | (StaffRole.until >= day))
    return frozenset(session.scalars(held))
