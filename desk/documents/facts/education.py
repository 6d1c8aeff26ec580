"""Facts of papers of voter education (S7): the list of who came, the report of an event."""

from dataclasses import dataclass
from datetime import date

from desk.documents.facts.shared import SignerFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceFacts:
    """A list to be signed by who comes: ``about`` are label and words of the event, ``lines`` how many people
    there is room for."""

    about: tuple[tuple[str, str], ...]
    lines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendedLine:
    """How many of a group came."""

    group: str
    men: int
    women: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EventReportFacts:
    """An event as it was held: ``number`` is that of the request in the register (``alias`` while it is
    provisional), ``about`` label and words of the event, ``given`` material with its count."""

    number: str | None
    alias: str | None = None
    held_on: date
    place: str
    about: tuple[tuple[str, str], ...]
    attended: tuple[AttendedLine, ...]
    given: tuple[tuple[str, int], ...]
    outcome: str
    issued_on: date
    reporter: SignerFacts
    head: SignerFacts
