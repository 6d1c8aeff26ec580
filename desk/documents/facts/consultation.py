"""Facts of the minutes of a consultation."""

from dataclasses import dataclass
from datetime import date

from desk.documents.facts.shared import ApplicantFacts, SignerFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationFacts:
    """A consultation as it was held (S9): between whom, accompanied by which sections, what was said.

    ``hours`` is the span on the office's clock, ``approved`` the approval by which a structural officer was
    consulted in place of a member (empty: nobody was). ``number`` is that of the register; None: to come.
    """

    number: str | None
    held_on: date
    hours: str
    applicant: ApplicantFacts
    consulted: SignerFacts
    subject: str
    advice: str
    alias: str | None = None
    room: str = ""
    guests: str = ""
    accompanied_by: tuple[str, ...] = ()
    approved: str = ""
    purpose: str = ""
    source: str = ""
    letter: str = ""
    follow_up: str = ""
