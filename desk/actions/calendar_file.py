"""Events of voter education as an iCalendar file (RFC 5545), for the calendars of telephones and mail
programs (W4)."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desk.rules.booking import KIND_LABELS, STATE_LABELS, EventState, Kind
from desk.services.education_words import TARGETS, named

if TYPE_CHECKING:
    from icalendar import Event

    from desk.queries.events import EventRow

_PRODUCT = "-//Desk//Kalender Pendidikan Pemilih//ID"
_STATES = {EventState.CANCELLED: "CANCELLED"}


def calendar_file(events: Iterable["EventRow"], name: str, made_at: datetime) -> bytes:
    """A calendar of that name with these events; ``made_at`` (aware) is when it is written.

    Moments stand in UTC. An event keeps its ``UID``, so that whoever reads a later file knows it again.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for one in events:
        calendar.add_component(_event(one, made_at.astimezone(UTC)))
    return bytes(calendar.to_ical())


def _event(row: "EventRow", made_at: datetime) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", f"{row.id}@desk")
    event.add("dtstamp", made_at)
    event.add("dtstart", row.starts.astimezone(UTC))
    event.add("dtend", row.ends.astimezone(UTC))
    event.add("summary", row.title)
    event.add("location", row.place)
    event.add("description", _about(row))
    event.add("status", _STATES.get(row.state, "CONFIRMED"))
    return event


def _about(row: "EventRow") -> str:
    things = tuple((KIND_LABELS[kind], row.named(kind)) for kind in (Kind.SPEAKER, Kind.EQUIPMENT))
    people = row.attended or row.expected
    pairs = (
        ("Penyelenggara", row.organiser),
        ("Keadaan", STATE_LABELS[row.state]),
        ("Peserta", f"{people} orang" if people else ""),
        ("Sasaran", named(TARGETS, row.targets)),
        *things,
        ("Catatan", row.note),
    )
    return "\n".join(f"{label}: {words}" for label, words in pairs if words)
