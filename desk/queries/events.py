"""Events of voter education with what they book, and what the office has to lend (S7, W4)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.models import Applicant, Case, EducationEvent, EducationResource, EventBooking
from desk.queries.office import profile
from desk.rules.booking import Booked, EventState, Kind, Planned

EVENTS_FROM = frozenset({"education_events", "event_bookings", "education_resources", "cases", "applicants"})
"""Tables that the calendar of events is read from."""


@dataclass(frozen=True, slots=True)
class ResourceRow:
    """Something that is lent; see ``EducationResource``."""

    id: str
    kind: Kind
    name: str
    seats: int
    note: str
    active: bool


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event with its resources in the order of the list; moments are aware (UTC)."""

    id: str
    title: str
    organiser: str
    case_id: str
    inside: bool
    address: str
    starts: datetime
    ends: datetime
    expected: int
    attended: int
    targets: tuple[str, ...]
    note: str
    state: EventState
    reason: str
    resources: tuple[ResourceRow, ...]

    def named(self, kind: Kind) -> str:
        """Names of the resources of a kind: ``Aula, Ruang podcast``."""
        return ", ".join(one.name for one in self.resources if one.kind is kind)

    @property
    def place(self) -> str:
        """Where it is: its rooms, else the office, else the address outside."""
        return (self.named(Kind.ROOM) or "Kantor KPU") if self.inside else self.address


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """An approved request that no event stands in the calendar for."""

    case_id: str
    number: str
    subject: str
    organiser: str
    detail: dict[str, Any]


def resources(session: Session, *, active: bool = True) -> tuple[ResourceRow, ...]:
    """What the office lends, rooms first, by name; with ``active`` False also what it lends no longer."""
    query = select(EducationResource)
    if active:
        query = query.where(EducationResource.active)
    return tuple(sorted((_resource(one) for one in session.scalars(query)), key=_order))


def between(
    session: Session, starts: datetime, ends: datetime, *, cancelled: bool = False
) -> tuple[EventRow, ...]:
    """Events that have a moment in common with a span (aware), by their beginning."""
    query = select(EducationEvent).where(EducationEvent.starts < ends, EducationEvent.ends > starts)
    if not cancelled:
        query = query.where(EducationEvent.state != EventState.CANCELLED.value)
    return _rows(session, session.scalars(query.order_by(EducationEvent.starts, EducationEvent.id)))


def of_case(session: Session, case_id: str) -> tuple[EventRow, ...]:
    """Events of a request, cancelled ones too, by their beginning."""
    query = select(EducationEvent).where(EducationEvent.case_id == case_id)
    return _rows(session, session.scalars(query.order_by(EducationEvent.starts, EducationEvent.id)))


def planned(session: Session, case_id: str) -> tuple[Planned, ...]:
    """Events of a request that are not cancelled, by their beginning."""
    local = profile(session).local
    return tuple(
        Planned(
            one.title,
            local(one.starts),
            local(one.ends),
            one.place,
            one.named(Kind.SPEAKER),
            one.named(Kind.EQUIPMENT),
        )
        for one in of_case(session, case_id)
        if one.state is not EventState.CANCELLED
    )


def event(session: Session, event_id: str) -> EventRow | None:
    """One event; None when it is not there."""
    row = session.get(EducationEvent, event_id)
    return None if row is None else _rows(session, [row])[0]


def booked(session: Session, starts: datetime, ends: datetime) -> tuple[Booked, ...]:
    """Everything that is lent at some moment of a span (aware)."""
    return tuple(
        Booked(thing.id, row.id, row.title, row.organiser, row.starts, row.ends)
        for row in between(session, starts, ends)
        for thing in row.resources
    )


def waiting(session: Session, service: str, decision: str) -> tuple[WaitingRow, ...]:
    """Open requests of the service with that decision and no event that stands, in the order they came."""
    planned = select(EducationEvent.case_id).where(
        EducationEvent.state != EventState.CANCELLED.value, EducationEvent.case_id.is_not(None)
    )
    query = (
        select(Case, Applicant)
        .join(Applicant, Applicant.case_id == Case.id)
        .where(
            Case.service == service,
            Case.decision == decision,
            Case.closed_at.is_(None),
            Case.id.not_in(planned),
        )
        .order_by(Case.registered_at, Case.id)
    )
    return tuple(
        WaitingRow(case.id, case.number, case.subject, who.body_name or who.name, case.detail)
        for case, who in session.execute(query)
    )


def _resource(row: EducationResource) -> ResourceRow:
    return ResourceRow(row.id, Kind(row.kind), row.name, row.seats, row.note, row.active)


def _order(one: ResourceRow) -> tuple[int, str, str]:
    return list(Kind).index(one.kind), one.name.casefold(), one.id


def _rows(session: Session, found: Iterable[EducationEvent]) -> tuple[EventRow, ...]:
    events = list(found)
    lent: dict[str, list[ResourceRow]] = {one.id: [] for one in events}
    query = (
        select(EventBooking.event_id, EducationResource)
        .join(EducationResource, EducationResource.id == EventBooking.resource_id)
        .where(EventBooking.event_id.in_(lent))
    )
    for event_id, resource in session.execute(query):
        lent[event_id].append(_resource(resource))
    return tuple(_event(one, sorted(lent[one.id], key=_order)) for one in events)


def _event(row: EducationEvent, lent: list[ResourceRow]) -> EventRow:
    return EventRow(
        id=row.id,
        title=row.title,
        organiser=row.organiser,
        case_id=row.case_id or "",
        inside=row.inside,
        address=row.address,
        starts=row.starts,
        ends=row.ends,
        expected=row.expected,
        attended=row.attended,
        targets=tuple(row.targets),
        note=row.note,
        state=EventState(row.state),
        reason=row.reason,
        resources=tuple(lent),
    )
