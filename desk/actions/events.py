"""Planning events of voter education: kept with what they book, cancelled, held (S7, W4).

What is booked asks the server first, so that two desks never lend one room twice; offline an event that
books nothing can still be kept (design.md, "Sync" 8).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from sqlalchemy import delete, select

from desk.actions.errors import NotFoundError, ProblemsError, StaleError
from desk.actions.lan import ServerNeededError
from desk.actions.limits import open_case_row
from desk.models import EducationEvent, EducationResource, EventBooking, new_id
from desk.queries import events
from desk.queries.events import EventRow
from desk.queries.office import profile
from desk.rules.booking import EventState, clashes
from desk.rules.permissions import Capability
from desk.services.common import Problem
from desk.services.education_events import EventDraft, clash_problems, event_problems, moments

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk.actions.workplace import Workplace

_BOOKING = "booking"
_OFFLINE = "Luring: ruang, narasumber, dan alat baru dapat dipesan saat server tersambung."


@dataclass(frozen=True, slots=True)
class EventKept:
    """An event just kept, and how it stood before (None: it is new)."""

    event_id: str
    before: EventRow | None = None


def draft_of(row: EventRow, zone: ZoneInfo) -> EventDraft:
    """A kept event as its form takes it."""
    starts, ends = row.starts.astimezone(zone), row.ends.astimezone(zone)
    return EventDraft(
        title=row.title,
        organiser=row.organiser,
        case_id=row.case_id,
        inside=row.inside,
        address=row.address,
        day=starts.date(),
        until=None if ends.date() == starts.date() else ends.date(),
        starts=starts.time(),
        ends=ends.time(),
        expected=row.expected or None,
        targets=row.targets,
        resources=tuple(one.id for one in row.resources),
        note=row.note,
    )


def keep_event(workplace: "Workplace", draft: EventDraft, seen: EventRow | None = None) -> EventKept:
    """Keep a new event, or another state of ``seen``, with everything it books or with nothing.

    Raises:
        ProblemsError: see :func:`event_problems`; or something wanted is lent to another event then.
        ServerNeededError: it books something and the office's server is out of reach.
        StaleError: a colleague changed the event meanwhile.
        NotFoundError: it is not there any more, or its request is closed.
    """
    workplace.require(Capability.PLAN_EVENTS)
    problems = event_problems(draft)
    if problems:
        raise ProblemsError(problems)
    with _booking(workplace, needed=bool(draft.resources)), workplace.write("keep_event") as session:
        if seen is None:
            if draft.case_id:
                open_case_row(session, draft.case_id)
            row = EducationEvent(id=new_id(), kept_by=workplace.actor.staff_id)
        else:
            row = _still(session, seen)
        _fill(session, row, draft)
        return EventKept(row.id, seen)


def undo_keep_event(workplace: "Workplace", kept: EventKept) -> None:
    """Take a new event out again, or put a changed one back as it stood.

    Raises:
        ProblemsError, ServerNeededError: as :func:`keep_event`; or it was held or cancelled meanwhile.
        NotFoundError: the event is not there any more.
    """
    workplace.require(Capability.PLAN_EVENTS)
    before = kept.before
    with (
        _booking(workplace, needed=before is not None and bool(before.resources)),
        workplace.write("undo_keep_event") as session,
    ):
        row = _planned(session, kept.event_id)
        if before is None:
            session.execute(delete(EventBooking).where(EventBooking.event_id == row.id))
            session.delete(row)
        else:
            _fill(session, row, draft_of(before, profile(session).zone))


def cancel_event(workplace: "Workplace", event_id: str, reason: str) -> None:
    """Cancel an event that is planned: what it booked is free again.

    Raises:
        ProblemsError: it is held or cancelled already, or no reason is given.
        NotFoundError: it is not there any more.
    """
    workplace.require(Capability.PLAN_EVENTS)
    if not reason.strip():
        raise ProblemsError([Problem("reason", "Isi alasan pembatalan.")])
    with workplace.write("cancel_event") as session:
        row = _planned(session, event_id)
        row.state, row.reason = EventState.CANCELLED.value, reason.strip()


def undo_cancel_event(workplace: "Workplace", event_id: str) -> None:
    """Plan a cancelled event again, with what it had booked.

    Raises:
        ProblemsError: something it had is lent to another event by now, or it is not cancelled.
        ServerNeededError: it books something and the office's server is out of reach.
        NotFoundError: it is not there any more.
    """
    workplace.require(Capability.PLAN_EVENTS)
    known = workplace.ask(events.event, event_id)
    needed = known is not None and bool(known.resources)
    with _booking(workplace, needed=needed), workplace.write("undo_cancel_event") as session:
        row = _found(session, event_id)
        if row.state != EventState.CANCELLED.value:
            raise ProblemsError([Problem("state", "Kegiatan ini tidak sedang dibatalkan.")])
        row.state, row.reason = EventState.PLANNED.value, ""
        _no_clash(session, row, _lent(session, row.id))


def hold_event(workplace: "Workplace", event_id: str, attended: int) -> None:
    """Note that an event of the office's own was held; that of a request is noted with its report.

    Raises:
        ProblemsError: nobody was there, it is not planned any more, or it belongs to a request.
        NotFoundError: it is not there any more.
    """
    workplace.require(Capability.PLAN_EVENTS)
    if attended <= 0:
        raise ProblemsError([Problem("attended", "Isi jumlah peserta yang hadir.")])
    with workplace.write("hold_event") as session:
        row = _planned(session, event_id)
        if row.case_id:
            raise ProblemsError([Problem("attended", "Catat pelaksanaannya pada permohonan.")])
        row.state, row.attended = EventState.HELD.value, attended


def undo_hold_event(workplace: "Workplace", event_id: str) -> None:
    """Plan an event again that was noted as held.

    Raises:
        NotFoundError: it is not there any more.
    """
    workplace.require(Capability.PLAN_EVENTS)
    with workplace.write("undo_hold_event") as session:
        row = _found(session, event_id)
        row.state, row.attended = EventState.PLANNED.value, 0


def hold_events_of(session: "Session", case_id: str, people: int) -> None:
    """Every planned event of a request is held with its report, within the running action; the first bears
    how many came."""
    query = select(EducationEvent).where(
        EducationEvent.case_id == case_id, EducationEvent.state == EventState.PLANNED.value
    )
    for place, row in enumerate(session.scalars(query.order_by(EducationEvent.starts, EducationEvent.id))):
        row.state, row.attended = EventState.HELD.value, people if place == 0 else 0


def cancel_events_of(session: "Session", case_id: str, reason: str) -> None:
    """Every planned event of a request that comes to nothing is cancelled, within the running action."""
    query = select(EducationEvent).where(
        EducationEvent.case_id == case_id, EducationEvent.state == EventState.PLANNED.value
    )
    for row in session.scalars(query):
        row.state, row.reason = EventState.CANCELLED.value, reason.strip()


@contextmanager
def _booking(workplace: "Workplace", *, needed: bool) -> Iterator[None]:
    """Hold the bookings of the whole office; without a need for it nothing could collide."""
    if not needed:
        yield
        return
    with workplace.lan.first(_BOOKING) as sure:
        if not sure:
            raise ServerNeededError(_OFFLINE)
        yield


def _fill(session: "Session", row: EducationEvent, draft: EventDraft) -> None:
    starts, ends = moments(draft, profile(session).zone)
    row.title, row.organiser = " ".join(draft.title.split()), draft.organiser.strip()
    row.case_id = draft.case_id or None
    row.inside, row.address = draft.inside, "" if draft.inside else draft.address.strip()
    row.starts, row.ends = starts, ends
    row.expected, row.targets, row.note = draft.expected or 0, list(draft.targets), draft.note.strip()
    session.add(row)
    session.flush()
    _no_clash(session, row, set(draft.resources))
    had = _lent(session, row.id)
    gone = had - set(draft.resources)
    session.execute(
        delete(EventBooking).where(EventBooking.event_id == row.id, EventBooking.resource_id.in_(gone))
    )
    session.add_all(
        EventBooking(event_id=row.id, resource_id=one) for one in draft.resources if one not in had
    )


def _no_clash(session: "Session", row: EducationEvent, wanted: set[str]) -> None:
    found = clashes(row.id, row.starts, row.ends, wanted, events.booked(session, row.starts, row.ends))
    if found:
        named = select(EducationResource.id, EducationResource.name)
        names = {one.id: one.name for one in session.execute(named)}
        raise ProblemsError(clash_problems(found, names, profile(session).zone))


def _lent(session: "Session", event_id: str) -> set[str]:
    query = select(EventBooking.resource_id).where(EventBooking.event_id == event_id)
    return set(session.scalars(query))


def _still(session: "Session", seen: EventRow) -> EducationEvent:
    """The event, if it stands as it was seen."""
    row = _planned(session, seen.id)
    if events.event(session, seen.id) != seen:
        raise StaleError("Kegiatan ini sudah diubah rekan Anda. Buka lagi sebelum menyimpan.")
    return row


def _planned(session: "Session", event_id: str) -> EducationEvent:
    row = _found(session, event_id)
    if row.state != EventState.PLANNED.value:
        raise ProblemsError([Problem("state", "Kegiatan ini sudah terlaksana atau dibatalkan.")])
    return row


def _found(session: "Session", event_id: str) -> EducationEvent:
    row = session.get(EducationEvent, event_id)
    if row is None:
        raise NotFoundError("Kegiatan tidak ditemukan.")
    return row
