"""Facts of the papers made at the counter and the gate: ticket, receipt, fee, delivery, evacuation."""

from dataclasses import dataclass
from datetime import date, datetime

from desk.documents.facts.shared import ApplicantFacts, DayKind, LimitFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueTicketFacts:
    """A queue ticket: no personal data on it. ``waiting`` counts those in front of it, None hides it."""

    number: str
    service: str
    issued_at: datetime
    priority: bool = False
    waiting: int | None = None
    counter: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedPaper:
    """One line of the checklist: ticked when it was received."""

    label: str
    received: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TandaTerimaFacts:
    """The receipt an applicant takes home (facts.md, "Tanda terima").

    ``number`` is None while only ``alias`` ("SEMENTARA-…") is known; with both, the alias is printed small.
    ``code`` is the plain tracking code, grouped and drawn as QR here. ``ask_at`` says where to ask; empty
    takes the office's phone, e-mail and hours. ``limit`` None prints that the service has no limit in days.
    ``information_service`` prints the right to object within ``objection_days`` of ``objection_kind``.
    """

    number: str | None
    service: str
    applicant: ApplicantFacts
    channel: str
    received_at: datetime
    papers: tuple[ReceivedPaper, ...]
    limit: LimitFacts | None
    officer: str
    code: str
    alias: str | None = None
    officer_position: str = "Petugas Layanan"
    ask_at: str = ""
    subject: str = ""
    note: str = ""
    information_service: bool = False
    objection_days: int = 30
    objection_kind: DayKind = "working"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeLine:
    """One charge: quantity times unit price, both whole, the price in rupiah."""

    label: str
    quantity: int
    unit_price: int
    unit: str = "lembar"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeReceiptFacts:
    """Receipt of copying and postage costs (requirements "The services", L3/III.D)."""

    number: str | None
    case_number: str
    service: str
    received_from: str
    paid_on: date
    lines: tuple[FeeLine, ...]
    officer: str
    officer_position: str = "Petugas Layanan"
    way_of_paying: str = "Tunai"
    alias: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EkspedisiFacts:
    """One line of the ekspedisi book as a slip; receiver fields are empty until it is handed over.

    ``signature_png`` is the receiver's signature as captured; without it the slip leaves room for a pen.
    """

    number: str
    sent_on: date
    letter_number: str
    letter_date: date | None
    summary: str
    recipient: str
    officer: str
    recipient_address: str = ""
    attachments: str = ""
    case_number: str = ""
    remark: str = ""
    way: str = "Diambil sendiri"
    power_of_attorney: str = ""
    receiver: str = ""
    receiver_position: str = ""
    received_at: datetime | None = None
    signature_png: bytes | None = None
    officer_position: str = "Petugas Layanan"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonInside:
    """A guest still in the building; ``companions`` are counted besides the guest."""

    name: str
    since: datetime
    institution: str = ""
    whom: str = ""
    place: str = ""
    card: str = ""
    companions: int = 0
    needs_help: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EvacuationFacts:
    """Everyone in the building at a moment (requirement G2)."""

    as_of: datetime
    people: tuple[PersonInside, ...]
    printed_by: str
    assembly_point: str = ""
