"""Facts of what an intern receives at the end."""

from dataclasses import dataclass
from datetime import date

from desk.documents.facts.shared import SignerFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class InternFacts:
    """An internship that was done (L5): by whom, of which university, where in the office, from when to
    when."""

    number: str
    issued_on: date
    name: str
    university: str
    section: str
    starts: date
    ends: date
    signer: SignerFacts
    student_number: str = ""
    study: str = ""
    reported: bool = True
    case_number: str = ""
