"""Guests the gate expects on a day, ready to tick (G1): one function per source, each put into ``SOURCES``.

A source gives what a guard may know, from tables that travel to the gate: the case behind an appointment or
an internship is never read here.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.models import AnnouncedGuest, Visit
from desk.queries import appointments, events
from desk.queries.office import profile
from desk.rules.booking import Kind
from desk.rules.permissions import ROLES


@dataclass(frozen=True, slots=True)
class Expected:
    """Somebody expected: ``id`` is that of the row behind it, ``kind`` its source, ``at`` when (UTC; None: at
    any hour), ``meets`` whom, in words, ``people`` how many come together. ``visit_id`` and ``arrived_at``
    say that they came."""

    id: str
    kind: str
    name: str
    institution: str = ""
    phone: str = ""
    purpose: str = ""
    meets: str = ""
    room: str = ""
    at: datetime | None = None
    people: int = 1
    visit_id: str = ""
    arrived_at: datetime | None = None


EXPECTED_FROM = frozenset(
    {
        "appointments",
        "announced_guests",
        "visits",
        "education_events",
        "event_bookings",
        "education_resources",
    }
)
"""Tables that the guests of a day are read from."""

Source = Callable[[Session, date], Iterable[Expected]]
"""Gives the guests of the office's day."""


def by_appointment(session: Session, day: date) -> Iterable[Expected]:
    """Visitors with an appointment."""
    for row in appointments.of_day(session, day):
        role, host = row.receives
        title = ROLES[role].short if role in ROLES else role
        meets = ", ".join(part for part in (host, title) if part)
        yield Expected(
            row.id,
            "appointment",
            row.name,
            row.institution,
            row.phone,
            row.subject,
            meets,
            row.room,
            row.starts,
        )


def announced(session: Session, day: date) -> Iterable[Expected]:
    """Interns placed on that day."""
    query = select(AnnouncedGuest).where(AnnouncedGuest.first <= day, AnnouncedGuest.last >= day)
    for row in session.scalars(query.order_by(AnnouncedGuest.name, AnnouncedGuest.id)):
        yield Expected(
            row.id, row.kind, row.name, row.institution, purpose=_PURPOSES[row.kind], meets=row.meets
        )


def by_event(session: Session, day: date) -> Iterable[Expected]:
    """Those who come to an event of voter education at the office, as one group (S7, W4)."""
    zone = profile(session).zone
    begins = datetime.combine(day, time(), zone)
    for row in events.between(session, begins, begins + timedelta(days=1)):
        if row.inside:
            yield Expected(
                row.id,
                "event",
                f"Rombongan {row.organiser}" if row.organiser else f"Peserta {row.title}",
                row.organiser,
                purpose=f"Kegiatan {row.title}",
                meets=row.title,
                room=row.named(Kind.ROOM),
                at=row.starts,
                people=max(row.expected, 1),
            )


_PURPOSES = {"magang": "Magang"}

SOURCES: tuple[Source, ...] = (by_appointment, announced, by_event)
"""Where guests are expected from; another source is a line here."""


def expected(session: Session, day: date) -> tuple[Expected, ...]:
    """Everybody expected on the office's day: those with an hour first, in its order, then by name."""
    query = select(Visit).where(Visit.day == day, Visit.expected_id != "")
    came = {one.expected_id: one for one in session.scalars(query.order_by(Visit.arrived_at))}
    found = [_with_visit(one, came.get(one.id)) for source in SOURCES for one in source(session, day)]
    return tuple(sorted(found, key=_order))


def _with_visit(one: Expected, visit: Visit | None) -> Expected:
    return one if visit is None else replace(one, visit_id=visit.id, arrived_at=visit.arrived_at)


def _order(one: Expected) -> tuple[bool, str, str, str]:
    return (one.at is None, one.at.isoformat() if one.at is not None else "", one.name.casefold(), one.id)
