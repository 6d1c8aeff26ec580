"""Appointments of one person: nobody receives two visitors at once (G4)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from desk.rules.booking import overlap


@dataclass(frozen=True, slots=True)
class Taken:
    """A span in which somebody receives a visitor already (aware)."""

    appointment: str
    staff_id: str
    name: str
    starts: datetime
    ends: datetime


def clash(
    appointment: str, staff_id: str, starts: datetime, ends: datetime, taken: Iterable[Taken]
) -> Taken | None:
    """The first other appointment of a person that shares a moment with this span."""
    found = [
        one
        for one in taken
        if one.appointment != appointment
        and one.staff_id == staff_id
        and overlap(starts, ends, one.starts, one.ends)
    ]
    return min(found, key=lambda one: one.starts, default=None)
