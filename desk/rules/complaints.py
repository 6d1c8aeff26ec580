"""Complaints as their six-monthly report counts them (S4, L4): what came of each, without who complained."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Outcome(StrEnum):
    """How a complaint stands against its limit."""

    IN_TIME = "in_time"
    LATE = "late"
    OPEN = "open"
    OVERDUE = "overdue"
    WITHDRAWN = "withdrawn"


OUTCOME_LABELS = {
    Outcome.IN_TIME: "Selesai tepat waktu",
    Outcome.LATE: "Selesai lewat batas waktu",
    Outcome.OPEN: "Masih ditangani",
    Outcome.OVERDUE: "Masih ditangani, lewat batas waktu",
    Outcome.WITHDRAWN: "Dicabut pelapor",
}


@dataclass(frozen=True, slots=True)
class Measure:
    """A disciplinary measure (R6): what, on which decree, when; whom it was for is not told."""

    number: str
    about: str
    measure: str
    decree: str
    dated: date | None


@dataclass(frozen=True, slots=True)
class Complaint:
    """One complaint: ``kind``, ``channel``, ``about``, ``way``, ``result`` and ``inspections`` by their keys
    (empty: none yet); ``ended`` the office's day its answer was received or it was noted."""

    number: str
    received: date
    kind: str
    channel: str
    about: str = ""
    way: str = ""
    due: date | None = None
    ended: date | None = None
    withdrawn: bool = False
    result: str = ""
    inspections: tuple[str, ...] = ()
    measures: tuple[Measure, ...] = ()


def outcome(one: Complaint, today: date) -> Outcome:
    """How a complaint stands on a day."""
    if one.withdrawn:
        return Outcome.WITHDRAWN
    late = one.due is not None and (one.ended or today) > one.due
    if one.ended is not None:
        return Outcome.LATE if late else Outcome.IN_TIME
    return Outcome.OVERDUE if late else Outcome.OPEN


def tally(complaints: Iterable[Complaint], by: Callable[[Complaint], Iterable[str]]) -> dict[str, int]:
    """How many complaints fall under each key that ``by`` gives for them."""
    counted: dict[str, int] = {}
    for one in complaints:
        for key in by(one):
            counted[key] = counted.get(key, 0) + 1
    return counted
