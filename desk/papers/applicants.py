"""Who asks, as papers show them: identity numbers masked unless the paper needs them whole."""

from typing import Any

from desk.documents.facts import ApplicantFacts, ProxyFacts
from desk.documents.kit.words import long_date
from desk.papers.sources import draft_of
from desk.queries.cases import CasePage
from desk.rules.intake import IdentityKind
from desk.rules.masking import mask_identity, mask_nik

_IDENTITY = {
    IdentityKind.KTP.value: "NIK",
    IdentityKind.PASSPORT.value: "Nomor paspor",
    IdentityKind.OTHER.value: "Nomor identitas",
}


def applicant_facts(page: CasePage, *, whole: bool = False) -> ApplicantFacts:
    """The applicant of a case; ``whole`` prints identity numbers unmasked (form B, refusal E)."""
    who = page.applicant
    return ApplicantFacts(
        name=who.name,
        identity_kind=_IDENTITY.get(who.identity_kind, "Nomor identitas"),
        identity_number=_number(who.identity_kind, who.nik, whole=whole),
        institution=who.body_name,
        legal_entity_number=who.deed,
        address=who.address,
        occupation=who.occupation,
        phone=who.phone,
        email=who.email,
        proxy=_proxy(page, whole=whole),
    )


def _number(kind: str, number: str, *, whole: bool) -> str:
    if whole or not number:
        return number
    return mask_nik(number) if kind == IdentityKind.KTP.value else mask_identity(number)


def _proxy(page: CasePage, *, whole: bool) -> ProxyFacts | None:
    if not page.applicant.proxy_name:
        return None
    proxy = getattr(draft_of(page), "proxy", None)
    number = "" if proxy is None else _number(IdentityKind.KTP.value, proxy.identity_number, whole=whole)
    return ProxyFacts(
        name=page.applicant.proxy_name, power_of_attorney=_attorney(proxy), identity_number=number
    )


def _attorney(proxy: Any) -> str:
    words = ["Surat kuasa"]
    if proxy is not None and proxy.letter_number.strip():
        words.append(f"nomor {proxy.letter_number.strip()}")
    if proxy is not None and proxy.letter_date is not None:
        words.append(f"tanggal {long_date(proxy.letter_date)}")
    return " ".join(words)
