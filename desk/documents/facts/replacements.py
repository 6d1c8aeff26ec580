"""Facts of the papers of a replacement in the council: minutes of the plenary and of clarifications (S2)."""

from dataclasses import dataclass
from datetime import date

from desk.documents.facts.shared import SignerFacts

Lines = tuple[tuple[str, str], ...]
"""Labels and words, in reading order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLine:
    """A document verified: ``complete``, ``correct``, ``valid`` as they are printed."""

    label: str
    complete: str
    correct: str
    valid: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateLine:
    """A candidate in the order of votes; ``number`` on the list, ``standing`` in words with its reason."""

    number: int
    name: str
    votes: int
    standing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlenaryFacts:
    """The minutes of a plenary on a replacement (L2/III.B.5).

    ``number`` is empty where the office does not number them. ``about`` says who asked and who leaves,
    ``ranking`` what the order of candidates comes to, ``source`` whose votes they are; without candidates
    none were ranked. ``attendees`` (name, title) sign.
    """

    number: str
    held_on: date
    place: str
    about: Lines
    documents: tuple[DocumentLine, ...]
    clarifications: tuple[str, ...]
    candidates: tuple[CandidateLine, ...]
    source: str
    ranking: str
    ruling: str
    attendees: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClarificationFacts:
    """The minutes of a clarification: ``about`` says which replacement, ``people`` who clarified."""

    held_on: date
    about: Lines
    subject: str
    people: str
    manner: str
    result: str
    officer: SignerFacts
