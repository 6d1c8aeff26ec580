"""Facts of the papers of voter data: proof of service, recap by district."""

from dataclasses import dataclass
from datetime import date, datetime

from desk.documents.facts.shared import ApplicantFacts

Lines = tuple[tuple[str, str], ...]
"""Labels and words, in reading order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofFacts:
    """Proof that voter data was looked up or given (R4, L6/III.J.6).

    ``asked`` says what was wanted and shown, ``result`` what was found or given, ``promise`` what is still to
    be told to whom; ``code`` is the plain tracking code. Without ``signature_png`` the slip leaves room for a
    pen.
    """

    number: str | None
    applicant: ApplicantFacts
    asked: Lines
    result: Lines
    received_at: datetime
    given_at: datetime
    way: str
    delivery_number: str
    receiver: str
    officer: str
    officer_position: str
    code: str
    alias: str | None = None
    promise: Lines = ()
    receiver_position: str = ""
    signature_png: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DistrictLine:
    """Voters of a district, men and women."""

    name: str
    men: int
    women: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RecapFacts:
    """Voters by district: which list, as of which day (requirements S6)."""

    source: str
    as_of: date
    districts: tuple[DistrictLine, ...]
