"""Facts of the papers of public information: form B, missing papers, notice D, refusal E."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from desk.documents.facts.shared import ApplicantFacts, DayKind, LimitFacts, SignerFacts

InformationCategory = Literal["tahapan", "umum"]
AccessWay = Literal["melihat", "membaca", "mendengarkan", "mencatat", "salinan"]
CopyForm = Literal["lunak", "keras"]
FetchWay = Literal["diambil", "kurir", "pos", "faksimile", "surel", "whatsapp"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormBFacts:
    """Form B, request for public information, filled (facts.md "Form B"): whole NIK, two copies."""

    number: str | None
    applicant: ApplicantFacts
    received_at: datetime
    information: str
    purpose: str
    category: InformationCategory
    access: frozenset[AccessWay]
    copies: frozenset[CopyForm]
    fetch: frozenset[FetchWay]
    officer: str
    officer_position: str = "Petugas Layanan"
    alias: str | None = None
    source: str = ""
    applicant_signature_png: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingPaper:
    """What is missing or wrong, and what would mend it."""

    label: str
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BerkasKurangFacts:
    """Notice that papers are missing; ``complete_by`` None means there is no day by which to bring them.

    ``number`` None is still to come, empty says that the notice bears no number of its own.
    """

    number: str | None
    case_number: str
    service: str
    applicant: ApplicantFacts
    received_at: datetime
    told_on: date
    missing: tuple[MissingPaper, ...]
    complete_by: LimitFacts | None
    signer: SignerFacts
    received: tuple[str, ...] = ()
    clock_stopped: bool = True
    ask_at: str = ""
    code: str = ""
    draft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CostFacts:
    """Cost in whole rupiah: pages × price, sending, other."""

    pages: int = 0
    page_price: int = 0
    sending: int = 0
    other: int = 0
    other_label: str = ""

    @property
    def copying(self) -> int:
        """Pages times price, rupiah."""
        return self.pages * self.page_price

    @property
    def total(self) -> int:
        """Everything the applicant pays, rupiah."""
        return self.copying + self.sending + self.other


@dataclass(frozen=True, slots=True, kw_only=True)
class RedactionFacts:
    """What is blacked out and why; ``why`` empty: ``what`` says it."""

    what: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PemberitahuanFacts:
    """Notice D (facts.md "Notice D").

    Held: forms, cost, when (``given_on`` or ``within``) and how, redactions. Not held: ``holder`` when known.
    ``documented`` False: not yet documented, with ``documented_by`` when it will be.
    """

    number: str | None
    issued_on: date | None
    case_number: str
    requested_on: date
    applicant: ApplicantFacts
    information: str
    signer: SignerFacts
    held: bool
    documented: bool = True
    documented_by: date | None = None
    holder: str = ""
    forms: frozenset[CopyForm] = frozenset()
    cost: CostFacts | None = None
    how: str = ""
    given_on: date | None = None
    within: str = ""
    redactions: tuple[RedactionFacts, ...] = ()
    note: str = ""
    copies_to: tuple[str, ...] = ()
    objection_days: int = 30
    objection_kind: DayKind = "working"
    draft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PerpanjanganFacts:
    """Notice that a limit was extended: ``before`` and ``limit.due`` are the due days before and after it.

    ``days`` are those granted now; ``limit.original_due`` is the first due day of all.
    """

    number: str | None
    issued_on: date | None
    case_number: str
    requested_on: date
    applicant: ApplicantFacts
    information: str
    before: date
    days: int
    reason: str
    limit: LimitFacts
    signer: SignerFacts
    kind: DayKind = "working"
    objection_days: int = 30
    objection_kind: DayKind = "working"
    draft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PenolakanFacts:
    """Refusal E (facts.md "Refusal E"): ``article_17`` is a letter of that article, e.g. "h angka 1".

    At least one of ``article_17`` and ``other_law`` is given; ``kpu_decision`` names the KPU decree that
    declares the information exempt.
    """

    number: str | None
    issued_on: date | None
    case_number: str
    requested_on: date
    applicant: ApplicantFacts
    information: str
    purpose: str
    article_17: str
    consequence: str
    signer: SignerFacts
    other_law: str = ""
    kpu_decision: str = ""
    note: str = ""
    copies_to: tuple[str, ...] = ()
    objection_days: int = 30
    objection_kind: DayKind = "working"
    draft: bool = False
