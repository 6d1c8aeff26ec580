"""Facts of form F, the objection."""

from dataclasses import dataclass
from datetime import date, datetime

from desk.documents.facts.shared import ApplicantFacts, LimitFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFFacts:
    """Form F, objection, filled (facts.md "Objection F"): whole NIK, two copies, its copy is the receipt.

    ``reasons`` are the ticked letters among ``choices`` (letter → words); ``limit`` None: it is answered
    without a limit in days. ``code`` is the plain tracking code.
    """

    number: str | None
    applicant: ApplicantFacts
    received_at: datetime
    request_number: str
    information: str
    purpose: str
    choices: tuple[tuple[str, str], ...]
    reasons: frozenset[str]
    cause_on: date | None
    story: str
    limit: LimitFacts | None
    officer: str
    code: str
    officer_position: str = "Petugas Layanan"
    alias: str | None = None
