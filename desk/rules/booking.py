"""Bookings of rooms, speakers and things: nothing is lent to two events at once (S7)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Kind(StrEnum):
    """What can be booked."""

    ROOM = "ruang"
    SPEAKER = "narasumber"
    EQUIPMENT = "alat"


KIND_LABELS = {Kind.ROOM: "Ruang", Kind.SPEAKER: "Narasumber", Kind.EQUIPMENT: "Alat dan bahan"}


class EventState(StrEnum):
    """How an event stands; a cancelled one holds nothing any more."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


STATE_LABELS = {
    EventState.PLANNED: "direncanakan",
    EventState.HELD: "terlaksana",
    EventState.CANCELLED: "dibatalkan",
}


@dataclass(frozen=True, slots=True)
class Booked:
    """A resource in the hands of an event from ``starts`` to ``ends`` (aware, the end itself is free)."""

    resource: str
    event: str
    title: str
    organiser: str
    starts: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class Planned:
    """An event of the calendar as letters and reports tell it: moments on the office's clock, names of what
    it has."""

    title: str
    starts: datetime
    ends: datetime
    place: str
    speakers: str = ""
    equipment: str = ""


def overlap(starts: datetime, ends: datetime, other_starts: datetime, other_ends: datetime) -> bool:
    """Whether two spans share a moment; one may begin when the other ends."""
    return starts < other_ends and other_starts < ends


def clashes(
    event: str, starts: datetime, ends: datetime, wanted: Collection[str], taken: Iterable[Booked]
) -> tuple[Booked, ...]:
    """Bookings by other events that stand in the way, in the order of their beginning.

    Args:
        event: the one that books (empty: it is new); its own earlier bookings are no hindrance.
        starts: aware, as ``ends``.
        ends: after ``starts``.
        wanted: ids of resources.
        taken: bookings of events that are not cancelled.
    """
    found = [
        one
        for one in taken
        if one.event != event and one.resource in wanted and overlap(starts, ends, one.starts, one.ends)
    ]
    return tuple(sorted(found, key=lambda one: (one.starts, one.title, one.resource)))
