"""What an applicant brings and by which channel: shared words of standards, forms and papers (C1, "The
services")."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Channel(StrEnum):
    """Channels by which something comes in or a result goes out (C1)."""

    IN_PERSON = "in_person"
    LETTER = "letter"
    EMAIL = "email"
    WHATSAPP = "whatsapp"
    INSTAGRAM = "instagram"
    X = "x"
    FACEBOOK = "facebook"
    WEBSITE = "website"
    EPPID = "eppid"
    COMPLAINTS_BOX = "complaints_box"
    TELEPHONE = "telephone"


CHANNEL_LABELS = {
    Channel.IN_PERSON: "Datang langsung",
    Channel.LETTER: "Surat",
    Channel.EMAIL: "Surel",
    Channel.WHATSAPP: "WhatsApp",
    Channel.INSTAGRAM: "Instagram",
    Channel.X: "X",
    Channel.FACEBOOK: "Facebook",
    Channel.WEBSITE: "Situs web",
    Channel.EPPID: "e-PPID",
    Channel.COMPLAINTS_BOX: "Kotak pengaduan",
    Channel.TELEPHONE: "Telepon",
}


class ApplicantKind(StrEnum):
    """Who asks; a standard says which of them may ask for a service."""

    PERSON = "person"
    BODY = "body"
    PARTY = "party"
    DPRD = "dprd"
    UNIVERSITY = "university"
    STUDENT = "student"
    ORGANISATION = "organisation"


APPLICANT_LABELS = {
    ApplicantKind.PERSON: "Perorangan",
    ApplicantKind.BODY: "Badan hukum",
    ApplicantKind.PARTY: "Partai politik",
    ApplicantKind.DPRD: "Pimpinan DPRD",
    ApplicantKind.UNIVERSITY: "Perguruan tinggi",
    ApplicantKind.STUDENT: "Mahasiswa",
    ApplicantKind.ORGANISATION: "Organisasi",
}


class IdentityKind(StrEnum):
    """Which document shows who somebody is."""

    KTP = "ktp"
    PASSPORT = "passport"
    OTHER = "other"


IDENTITY_LABELS = {
    IdentityKind.KTP: "KTP elektronik",
    IdentityKind.PASSPORT: "Paspor",
    IdentityKind.OTHER: "Identitas lain",
}


@dataclass(frozen=True, slots=True)
class Requirement:
    """One requirement of a service, ticked at the counter.

    ``applies_to`` empty: everybody. ``field`` names the draft field that fulfils it by being filled in;
    empty: the officer ticks it. ``when``: only under a condition such as ``proxy``.
    """

    key: str
    label: str
    applies_to: tuple[ApplicantKind, ...] = ()
    required: bool = True
    field: str = ""
    when: str = ""


def applicable(
    requirements: Sequence[Requirement], kind: ApplicantKind, conditions: Collection[str] = ()
) -> tuple[Requirement, ...]:
    """Requirements that this kind of applicant meets under these conditions, in the standard's order."""
    return tuple(
        one
        for one in requirements
        if (not one.applies_to or kind in one.applies_to) and (not one.when or one.when in conditions)
    )
