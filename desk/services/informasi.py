"""Public-information requests (S3, S3k): the draft of form B, its problems, category, refusal grounds,
objection."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from desk.rules.calendar import ElectionStage
from desk.rules.intake import Channel, Requirement
from desk.services.catalog import Intake, Pairs, ServiceKit
from desk.services.common import (
    ApplicantDraft,
    CheckItem,
    LetterDraft,
    Problem,
    ProxyDraft,
    applicant_problems,
    checklist,
    conditions_of,
    labelled,
    lacks,
    letter_problems,
    missing,
)
from desk.services.informasi_answers import DECISIONS, PAPERS, Decision, write
from desk.standards.model import Service, Standard


class Path(StrEnum):
    """How a request is handled; the value is the id of the flow in the standard."""

    FORM = "form"
    LETTER = "letter"
    SPOKEN = "lisan"


class Content(StrEnum):
    """What a request is about: the institution, or an election."""

    INSTITUTION = "kelembagaan"
    ELECTION = "pemilu"


CONTENT_LABELS = {
    Content.INSTITUTION: "Di luar tahapan Pemilu/Pemilihan",
    Content.ELECTION: "Tahapan Pemilu/Pemilihan",
}


class Category(StrEnum):
    """Category of the time limit; the value is the key of the limit in the standard."""

    GENERAL = "umum"
    STAGE = "tahapan"


CATEGORY_LABELS = {Category.GENERAL: "Umum", Category.STAGE: "Informasi Pemilu pada masa tahapan"}


class Reading(StrEnum):
    """Which election information has the short limit: L3/III.C (during a stage only) or L3/III.B.3.i.4
    (all)."""

    NARROW = "narrow"
    WIDE = "wide"


class Openness(StrEnum):
    """Class of information; UNSORTED: the PPID has not decided."""

    PERIODIC = "berkala"
    ANYTIME = "setiap_saat"
    IMMEDIATE = "serta_merta"
    UNSORTED = "belum_dikategorikan"
    POSSIBLY_EXEMPT = "mungkin_dikecualikan"


OPENNESS_LABELS = {
    Openness.PERIODIC: "Berkala",
    Openness.ANYTIME: "Setiap saat",
    Openness.IMMEDIATE: "Serta-merta",
    Openness.UNSORTED: "Belum dikategorikan",
    Openness.POSSIBLY_EXEMPT: "Mungkin dikecualikan",
}
_OPEN = frozenset({Openness.PERIODIC, Openness.ANYTIME, Openness.IMMEDIATE})


class WayToGet(StrEnum):
    """How the applicant wants to obtain the information (form B)."""

    SEE = "lihat"
    COPY_SOFT = "softcopy"
    COPY_HARD = "hardcopy"


WAY_TO_GET_LABELS = {
    WayToGet.SEE: "Melihat, membaca, mendengarkan, atau mencatat",
    WayToGet.COPY_SOFT: "Salinan softcopy",
    WayToGet.COPY_HARD: "Salinan hardcopy",
}


class WayToFetch(StrEnum):
    """How a copy reaches the applicant (form B)."""

    PICK_UP = "ambil_langsung"
    COURIER = "kurir"
    POST = "pos"
    FAX = "faksimile"
    EMAIL = "surel"
    WHATSAPP = "whatsapp"


WAY_TO_FETCH_LABELS = {
    WayToFetch.PICK_UP: "Mengambil langsung",
    WayToFetch.COURIER: "Kurir",
    WayToFetch.POST: "Pos",
    WayToFetch.FAX: "Faksimile",
    WayToFetch.EMAIL: "Surel",
    WayToFetch.WHATSAPP: "WhatsApp",
}


@dataclass(frozen=True, slots=True)
class InformasiDraft:
    """A request as the counter fills it in; the defaults are an empty form B brought in person."""

    path: Path = Path.FORM
    channel: Channel = Channel.IN_PERSON
    applicant: ApplicantDraft = field(default_factory=ApplicantDraft)
    proxy: ProxyDraft | None = None
    letter: LetterDraft | None = None
    information: str = ""
    purpose: str = ""
    content: Content = Content.INSTITUTION
    openness: Openness = Openness.UNSORTED
    way_to_get: WayToGet = WayToGet.COPY_SOFT
    way_to_fetch: WayToFetch = WayToFetch.PICK_UP
    source: str = ""
    eppid_number: str = ""
    note: str = ""
    ticked: tuple[str, ...] = ()


def completeness(draft: InformasiDraft, requirements: Sequence[Requirement]) -> tuple[CheckItem, ...]:
    """The checklist of this request: what applies to its applicant, and what is met."""
    return checklist(requirements, draft, draft.applicant.kind, draft.ticked, conditions_of(draft.proxy))


def lacking(draft: InformasiDraft, requirements: Sequence[Requirement]) -> tuple[Requirement, ...]:
    """Required items still missing; none: the request is complete."""
    return missing(completeness(draft, requirements))


def validate(
    draft: InformasiDraft, requirements: Sequence[Requirement], *, source_required: bool = False
) -> tuple[Problem, ...]:
    """Everything to say about a draft, beside its fields, in the form's order.

    A spoken answer needs only what was asked. Missing requirements are INCOMPLETE: the request can be
    registered with a notice of missing papers. ``source_required``: the standard asks how the data became
    known (C3).
    """
    if draft.path is Path.SPOKEN:
        return tuple(_content_problems(draft))
    problems = list(applicant_problems(draft.applicant))
    if draft.proxy is not None and not draft.proxy.name.strip():
        problems.append(Problem("proxy.name", "Isi nama penerima kuasa."))
    problems += _content_problems(draft)
    problems += _letter_problems(draft)
    problems += _delivery_problems(draft)
    if source_required and not draft.source.strip():
        problems.append(Problem("source", "Isi sumber data atau dari mana informasi ini diketahui."))
    problems += [lacks(one, _LACK) for one in lacking(draft, requirements) if not _said(one, problems)]
    return tuple(problems)


def _content_problems(draft: InformasiDraft) -> list[Problem]:
    if draft.information.strip():
        return []
    return [Problem("information", "Isi informasi yang diminta.")]


def _letter_problems(draft: InformasiDraft) -> tuple[Problem, ...]:
    return letter_problems(draft.letter or LetterDraft()) if draft.path is Path.LETTER else ()


def _delivery_problems(draft: InformasiDraft) -> list[Problem]:
    applicant = draft.applicant
    if draft.way_to_get is WayToGet.SEE:
        return []
    needed = {
        WayToFetch.EMAIL: ("email", applicant.email, "Isi surel untuk mengirim salinan."),
        WayToFetch.WHATSAPP: ("phone", applicant.phone, "Isi nomor WhatsApp untuk mengirim salinan."),
        WayToFetch.POST: ("address", applicant.address, "Isi alamat untuk mengirim salinan."),
        WayToFetch.COURIER: ("address", applicant.address, "Isi alamat untuk mengirim salinan."),
    }.get(draft.way_to_fetch)
    if needed is None or needed[1].strip():
        return []
    return [Problem(f"applicant.{needed[0]}", needed[2])]


_LACK = {"purpose": "Isi tujuan penggunaan informasi."}


def _said(requirement: Requirement, problems: Sequence[Problem]) -> bool:
    return bool(requirement.field) and any(problem.field == requirement.field for problem in problems)


def category(content: Content, stage: ElectionStage | None, reading: Reading = Reading.NARROW) -> Category:
    """Category of the limit: the content and the election period decide (requirements.md, S3).

    The narrow reading gives the short limit to election information while a stage runs; the wide one always.
    """
    short = content is Content.ELECTION and (stage is not None or reading is Reading.WIDE)
    return Category.STAGE if short else Category.GENERAL


def may_give_at_once(openness: Openness) -> bool:
    """Whether the desk may hand the information over at once: open kinds only, never what may be exempt
    (L3/III.B.3.f)."""
    return openness in _OPEN


GIVEN_AS = {WayToGet.SEE: "see", WayToGet.COPY_SOFT: "soft", WayToGet.COPY_HARD: "hard"}
"""The form in which something asked for is given (register C)."""


def facts(detail: Mapping[str, Any]) -> frozenset[str]:
    """Facts of a request that moves may need: its information is of an open kind (``casefacts.FACTS``)."""
    return _facts(Openness(detail.get("openness", Openness.UNSORTED)))


def _facts(openness: Openness) -> frozenset[str]:
    return frozenset({"informasi_terbuka"}) if may_give_at_once(openness) else frozenset()


def given_as(detail: Mapping[str, Any]) -> str:
    """The form in which what was asked for is given: a spoken answer counts as heard."""
    if detail.get("path") == Path.SPOKEN:
        return GIVEN_AS[WayToGet.SEE]
    return GIVEN_AS[WayToGet(detail["way_to_get"])]


def summary(detail: Mapping[str, Any]) -> Pairs:
    """What was asked, in words."""
    return (
        ("Informasi", str(detail.get("information") or "")),
        ("Tujuan", str(detail.get("purpose") or "")),
        ("Cara memperoleh", labelled(WAY_TO_GET_LABELS, detail.get("way_to_get"))),
        ("Cara menerima", labelled(WAY_TO_FETCH_LABELS, detail.get("way_to_fetch"))),
        ("Sifat informasi", labelled(OPENNESS_LABELS, detail.get("openness"))),
        ("Sumber data", str(detail.get("source") or "")),
        ("Catatan", str(detail.get("note") or "")),
    )


def objection_possible(decision: Decision | None, overdue: bool, closed: bool = False) -> bool:
    """Whether the applicant may object now: the request was not granted whole, the limit has passed, or the
    answer is there and may be another than was asked for, too dear or too late (L3/III.B.4.a)."""
    return overdue or (decision is not None and (closed or decision is not Decision.GRANTED))


def intake(
    draft: InformasiDraft, standard: Standard, service: Service, stage: ElectionStage | None
) -> Intake:
    """What a request says to its case: path, category of the limit, checklist, problems (S3)."""
    reading = Reading(service.settings.get("reading", Reading.NARROW))
    return Intake(
        flow=draft.path.value,
        subject=" ".join(draft.information.split()),
        category=category(draft.content, stage, reading).value,
        channel=draft.channel.value,
        applicant=draft.applicant,
        checklist=completeness(draft, service.requirements),
        problems=validate(draft, service.requirements, source_required=standard.source_required),
        facts=_facts(draft.openness),
        proxy=draft.proxy,
        letter=draft.letter if draft.path is Path.LETTER else None,
        eppid_number=draft.eppid_number,
        spoken=draft.path is Path.SPOKEN,
    )


KIT = ServiceKit(
    slug="informasi",
    draft=InformasiDraft,
    intake=intake,
    summary=summary,
    decisions=DECISIONS,
    papers=PAPERS,
    write=write,
    facts=facts,
    given_as=given_as,
    form_paper="form_b",
    objectionable=True,
)
