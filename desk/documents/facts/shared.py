"""Facts that several papers share: the office, who signs, who asks, how long it takes."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

OfficeLevel = Literal["kabupaten", "kota", "provinsi"]
Typeface = Literal["serif", "sans"]
PaperSize = Literal["a4", "f4"]
RollWidth = Literal["roll80", "roll58"]
ZoneName = Literal["WIB", "WITA", "WIT"]
DayKind = Literal["working", "calendar"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeFacts:
    """The office as its letterhead shows it.

    ``name`` is the full name ("KPU Kabupaten Tanjung Lestari"); the letterhead writes "KPU" out.
    ``typeface`` and ``paper`` are the office's settings; ``logo_png`` replaces the drawn emblem.
    """

    name: str
    level: OfficeLevel
    address: str
    city: str
    zone: ZoneName
    phone: str = ""
    email: str = ""
    website: str = ""
    ppid_site: str = ""
    whatsapp: str = ""
    service_hours: str = ""
    typeface: Typeface = "sans"
    paper: PaperSize = "a4"
    logo_png: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignerFacts:
    """Who signs: the position line as it stands above the name ("Plh. Ketua,"), name, NIP if any."""

    position: str
    name: str
    nip: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProxyFacts:
    """Who acts for the applicant, and by which power of attorney ("Surat kuasa tanggal 2 Maret 2026")."""

    name: str
    power_of_attorney: str
    identity_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicantFacts:
    """Who asks. ``identity_number`` is printed as given: mask it before, except for form B and E.

    ``identity_kind`` is the label of that number ("NIK", "Paspor"); ``legal_entity_number`` is a body's.
    """

    name: str
    identity_kind: str = "NIK"
    identity_number: str = ""
    institution: str = ""
    legal_entity_number: str = ""
    address: str = ""
    occupation: str = ""
    phone: str = ""
    email: str = ""
    proxy: ProxyFacts | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitFacts:
    """A limit as promised on paper: the due day, its length in days and the kind of day.

    ``due`` None: the clock stands or has not begun, so only the length is promised. ``original_due`` is set
    after an extension; ``starts`` says in Indonesian from when it is counted ("sejak permohonan
    didaftarkan").
    """

    due: date | None
    days: int
    kind: DayKind = "working"
    starts: str = ""
    extended_by: int = 0
    original_due: date | None = None
