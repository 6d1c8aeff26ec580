"""Complaints, suggestions and praise (S4, L4): the form and its answers; what is kept of the handling is in
``pengaduan_entries``."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

import msgspec

from desk.rules.calendar import ElectionStage
from desk.rules.confidence import reveals
from desk.rules.days import full_day
from desk.rules.intake import Channel
from desk.services.answering import (
    CLOSING,
    AnswerPaper,
    DecisionDraft,
    DecisionKind,
    LetterBasis,
    LetterStart,
    paragraphs,
)
from desk.services.catalog import Intake, Pairs, ServiceKit
from desk.services.common import (
    ApplicantDraft,
    CheckItem,
    Problem,
    Severity,
    applicant_problems,
    checklist,
    labelled,
    lacks,
    missing,
)
from desk.services.pengaduan_entries import ENTRIES
from desk.standards.model import Service, Standard


class Kind(StrEnum):
    """What somebody came with."""

    REPORT = "laporan"
    SUGGESTION = "saran"
    PRAISE = "pujian"


KIND_LABELS = {Kind.REPORT: "Laporan atau keluhan", Kind.SUGGESTION: "Saran", Kind.PRAISE: "Pujian"}


class Manner(StrEnum):
    """How it was said; spoken ones are taken down on the short form."""

    WRITTEN = "tertulis"
    SPOKEN = "lisan"


MANNER_LABELS = {Manner.WRITTEN: "Tertulis", Manner.SPOKEN: "Lisan"}

ABOUT = {
    "autentifikasi": "Autentifikasi",
    "paw": "Penggantian antarwaktu",
    "informasi": "Informasi publik",
    "keberatan": "Keberatan atas informasi publik",
    "pengaduan": "Pengaduan masyarakat",
    "magang": "Magang",
    "data_pemilih": "Data pemilih",
    "pendidikan_pemilih": "Pendidikan pemilih",
    "data_informasi": "Data dan informasi",
    "konsultasi": "Konsultasi",
    "sop_kupang": "Pelayanan publik",
}
"""Services a complaint may be about (R6)."""

JUDGED_BY_SECRETARY = frozenset({"autentifikasi", "paw", "magang", "pendidikan_pemilih"})
"""Services about which the Sekretaris judges complaints and leads the discipline (L1, L2, L5, L7)."""


@dataclass(frozen=True, slots=True)
class PengaduanDraft:
    """A complaint as its team takes it in. ``about`` is the slug of the service it is about, empty for none;
    ``reported`` who is complained of. Who complains stands apart from all other fields (S4)."""

    manner: Manner = Manner.WRITTEN
    kind: Kind = Kind.REPORT
    channel: Channel = Channel.IN_PERSON
    applicant: ApplicantDraft = field(default_factory=ApplicantDraft)
    about: str = ""
    description: str = ""
    chronology: str = ""
    happened_on: date | None = None
    place: str = ""
    reported: str = ""
    evidence: str = ""
    note: str = ""
    ticked: tuple[str, ...] = ()


def intake(
    draft: PengaduanDraft, _standard: Standard, service: Service, _stage: ElectionStage | None
) -> Intake:
    """What a complaint says to its case."""
    items = _items(draft, service)
    words = " ".join(draft.description.split())
    return Intake(
        flow="form",
        subject=f"{KIND_LABELS[draft.kind]}: {_shortened(words)}",
        category="umum",
        channel=draft.channel.value,
        applicant=draft.applicant,
        checklist=items,
        problems=(*_own_problems(draft), *_who_problems(draft), *_lacking(draft, items)),
    )


def _items(draft: PengaduanDraft, service: Service) -> tuple[CheckItem, ...]:
    """Who reports shows an identity and evidence; a suggestion or praise needs neither."""
    items = checklist(service.requirements, draft, draft.applicant.kind, draft.ticked)
    if draft.kind is Kind.REPORT:
        return items
    return tuple(
        one if one.requirement.field else replace(one, requirement=replace(one.requirement, required=False))
        for one in items
    )


def _own_problems(draft: PengaduanDraft) -> list[Problem]:
    problems = []
    if not draft.description.strip():
        problems.append(Problem("description", "Isi uraian dengan kata-kata pelapor."))
    if draft.kind is Kind.REPORT and draft.manner is Manner.WRITTEN and not draft.chronology.strip():
        problems.append(Problem("chronology", "Isi kronologi singkat."))
    who = draft.applicant
    secrets = (who.name, who.body_name, who.identity_number, who.phone, who.email)
    for name in ("description", "chronology", "place", "reported", "evidence", "note"):
        if reveals(getattr(draft, name), secrets):
            problems.append(Problem(name, "Bagian ini dibaca bagian lain: jangan sebut pelapor di sini."))
    return problems


def _who_problems(draft: PengaduanDraft) -> tuple[Problem, ...]:
    found = applicant_problems(draft.applicant)
    if draft.kind is Kind.REPORT:
        return found
    return tuple(one for one in found if one.severity is Severity.WARNING)


def _lacking(draft: PengaduanDraft, items: tuple[CheckItem, ...]) -> list[Problem]:
    said = {"description"} if not draft.description.strip() else set()
    return [lacks(one) for one in missing(items) if one.field not in said]


def _shortened(words: str) -> str:
    return words if len(words) <= 90 else f"{words[:87].rsplit(' ', 1)[0]}…"


def _read(detail: Mapping[str, Any]) -> PengaduanDraft:
    return msgspec.convert(detail, PengaduanDraft)


def facts(detail: Mapping[str, Any]) -> frozenset[str]:
    """Who judges it (R6), and whether it is no report."""
    draft = _read(detail)
    judged = "dinilai_sekretaris" if draft.about in JUDGED_BY_SECRETARY else "dinilai_tim"
    return frozenset({judged} if draft.kind is Kind.REPORT else {judged, "bukan_laporan"})


def summary(detail: Mapping[str, Any]) -> Pairs:
    """What was said, in its parts."""
    draft = _read(detail)
    return (
        ("Jenis", f"{KIND_LABELS[draft.kind]}, {MANNER_LABELS[draft.manner].lower()}"),
        ("Tentang layanan", labelled(ABOUT, draft.about)),
        ("Uraian", draft.description),
        ("Kronologi", draft.chronology),
        ("Tanggal kejadian", "" if draft.happened_on is None else full_day(draft.happened_on)),
        ("Tempat kejadian", draft.place),
        ("Pihak yang dilaporkan", draft.reported),
        ("Bukti", draft.evidence),
        ("Catatan", draft.note),
    )


# the answer

_ANSWER, _NOTICE = "jawaban_pengaduan", "bukan_kewenangan"
_REASON = (("reason", "Isi alasannya."),)
DECISIONS = (
    DecisionKind("disalurkan", "Disalurkan ke bagian terkait", letters=(_ANSWER,)),
    DecisionKind("pengawasan_internal", "Pengawasan internal", letters=(_ANSWER,)),
    DecisionKind(
        "bukan_kewenangan",
        "Bukan kewenangan",
        fields=("reason", "holder_body"),
        needed=_REASON,
        letters=(_NOTICE,),
    ),
    DecisionKind(
        "dirujuk",
        "Dirujuk ke instansi lain",
        fields=("reason", "holder_body"),
        needed=(*_REASON, ("holder_body", "Isi instansi tujuan.")),
        letters=(_ANSWER,),
    ),
    DecisionKind("dicatat", "Dicatat", letters=(_ANSWER,)),
    DecisionKind(
        "dilimpahkan",
        "Dilimpahkan ke penegak hukum",
        fields=("reason",),
        needed=_REASON,
        letters=(_ANSWER,),
    ),
)
PAPERS = (
    AnswerPaper(_ANSWER, "Jawaban pengaduan"),
    AnswerPaper(_NOTICE, "Pemberitahuan bukan kewenangan"),
)


def write(basis: LetterBasis, decision: DecisionDraft | None, kind: str) -> LetterStart:
    """The start of the answer: what came of it, or that it is not for this office and for whom (L4/III.B)."""
    opening = (
        f"Menindaklanjuti pengaduan Saudara yang kami terima pada tanggal {basis.asked_on} dan tercatat "
        f"dengan nomor register {basis.number}, dengan hormat kami sampaikan hal berikut."
    )
    reason = "" if decision is None else decision.reason.strip()
    because = f"Alasannya: {reason.rstrip('.')}." if reason else ""
    body = "" if decision is None else decision.holder_body.strip()
    if kind == _NOTICE:
        elsewhere = f"Pengaduan dapat disampaikan kepada {body}." if body else ""
        answer = (
            "Setelah ditelaah, pengaduan tersebut berada di luar kewenangan kami dan tidak diproses lebih "
            "lanjut."
        )
        words = paragraphs(opening, answer, because, elsewhere, CLOSING)
        return LetterStart(kind, "Pemberitahuan pengaduan di luar kewenangan", words)
    words = paragraphs(opening, _came_of_it(decision, body), because, CLOSING)
    return LetterStart(kind, "Jawaban pengaduan", words)


def _came_of_it(decision: DecisionDraft | None, body: str) -> str:
    if decision is not None and decision.kind == "dirujuk":
        return f"Pengaduan tersebut kami teruskan kepada {body} untuk ditangani."
    if decision is not None and decision.kind == "dilimpahkan":
        return "Hasil pemeriksaan kami rekomendasikan untuk dilimpahkan kepada aparat penegak hukum."
    return "Pengaduan tersebut telah kami tindak lanjuti dengan hasil:"


KIT = ServiceKit(
    slug="pengaduan",
    draft=PengaduanDraft,
    intake=intake,
    summary=summary,
    decisions=DECISIONS,
    papers=PAPERS,
    write=write,
    facts=facts,
    entries=ENTRIES,
    words={
        "manner": "Cara menyampaikan",
        "kind": "Jenis",
        "about": "Tentang layanan",
        "description": "Uraian",
        "chronology": "Kronologi",
        "happened_on": "Tanggal kejadian",
        "place": "Tempat kejadian",
        "reported": "Pihak yang dilaporkan",
        "evidence": "Bukti",
    },
)
