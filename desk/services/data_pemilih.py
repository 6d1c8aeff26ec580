"""Voter data (S6, L6): the request, the look at somebody's own entry, decisions and letters.

The recap is in ``voter_recap``, promises and notifications in ``voter_promises``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import msgspec

from desk.rules.calendar import ElectionStage
from desk.rules.intake import ApplicantKind, Channel
from desk.services.answering import (
    CLOSING,
    AnswerPaper,
    DecisionDraft,
    DecisionKind,
    LetterBasis,
    LetterStart,
    opening,
    paragraphs,
    subject_line,
)
from desk.services.catalog import EntryGround, EntryKind, Intake, Pairs, ServiceKit
from desk.services.common import (
    ApplicantDraft,
    LetterDraft,
    Problem,
    applicant_problems,
    checklist,
    labelled,
    lacks,
    letter_problems,
    missing,
)
from desk.services.grounds import ground
from desk.services.informasi_answers import EXEMPTION
from desk.services.voter_promises import NOTICE, PROMISE
from desk.services.voter_recap import RECAP
from desk.standards.model import Service, Standard

GRANTED, RECAPPED, EXEMPT = "dikabulkan", "rekapitulasi", "ditolak"
"""Decisions, as the flow names them."""

LETTER, RECAP_LETTER = "surat_jawaban", "rekapitulasi_pemilih"
"""Papers an answer may go out on."""


class Wanted(StrEnum):
    """What is asked for (L6/IV.A)."""

    CHECK = "cek"
    RECAP = "rekapitulasi"
    OTHER = "lain"


WANTED_LABELS = {
    Wanted.CHECK: "Pengecekan data sendiri",
    Wanted.RECAP: "Rekapitulasi data pemilih",
    Wanted.OTHER: "Data pemilih lainnya",
}


class Shown(StrEnum):
    """Which identity was shown: the card, or its digital form with the same number (L6/III.I)."""

    CARD = "ktp"
    DIGITAL = "ikd"


SHOWN_LABELS = {Shown.CARD: "KTP elektronik", Shown.DIGITAL: "Identitas Kependudukan Digital"}


@dataclass(frozen=True, slots=True)
class DataPemilihDraft:
    """A request for voter data as the counter fills it in.

    ``document`` names the official document that shows birth date, domicile and marital status; it is looked
    at and given back. ``about``: of which area, list or time the data is wanted.
    """

    channel: Channel = Channel.IN_PERSON
    applicant: ApplicantDraft = field(default_factory=ApplicantDraft)
    letter: LetterDraft | None = None
    wanted: Wanted = Wanted.CHECK
    about: str = ""
    shown: Shown = Shown.CARD
    document: str = ""
    eppid_number: str = ""
    note: str = ""
    ticked: tuple[str, ...] = ()


def _own_problems(draft: DataPemilihDraft) -> list[Problem]:
    person = draft.applicant.kind is ApplicantKind.PERSON
    if draft.wanted is Wanted.CHECK:
        if not person:
            return [Problem("wanted", "Pengecekan hanya untuk data pemohon sendiri: pilih Perorangan.")]
        number = draft.applicant.identity_number.strip()
        return [] if number else [Problem("applicant.identity_number", "Isi NIK untuk pengecekan.")]
    return [] if draft.about.strip() else [Problem("about", "Isi data yang diminta.")]


def intake(
    draft: DataPemilihDraft, _standard: Standard, service: Service, _stage: ElectionStage | None
) -> Intake:
    """What a request for voter data says to its case."""
    items = checklist(service.requirements, draft, draft.applicant.kind, draft.ticked)
    letter = (draft.letter or LetterDraft()) if draft.channel is Channel.LETTER else None
    about = " ".join(draft.about.split())
    return Intake(
        flow="form",
        subject=f"{WANTED_LABELS[draft.wanted]}: {about}" if about else WANTED_LABELS[draft.wanted],
        category="umum",
        channel=draft.channel.value,
        applicant=draft.applicant,
        checklist=items,
        problems=(
            *(letter_problems(letter) if letter is not None else ()),
            *applicant_problems(draft.applicant),
            *_own_problems(draft),
            *(lacks(one) for one in missing(items)),
        ),
        facts=_facts(draft.wanted),
        letter=letter,
        eppid_number=draft.eppid_number,
    )


def _facts(wanted: Wanted) -> frozenset[str]:
    known = {Wanted.CHECK: frozenset({"minta_cek"}), Wanted.RECAP: frozenset({"minta_rekapitulasi"})}
    return known.get(wanted, frozenset())


def _read(detail: Mapping[str, Any]) -> DataPemilihDraft:
    return msgspec.convert(detail, DataPemilihDraft)


def summary(detail: Mapping[str, Any]) -> Pairs:
    """What was asked, and what was shown at the counter."""
    draft = _read(detail)
    person = draft.applicant.kind is ApplicantKind.PERSON
    return (
        ("Layanan", WANTED_LABELS[draft.wanted]),
        ("Data yang diminta", draft.about),
        ("Identitas dilihat", SHOWN_LABELS[draft.shown] if person else ""),
        ("Dokumen dilihat", draft.document if person else ""),
        ("Catatan", draft.note),
    )


# the look at somebody's own entry


class Found(StrEnum):
    """What the public page of the voter list says."""

    LISTED = "terdaftar"
    WRONG = "perlu_perbaikan"
    UNLISTED = "tidak_terdaftar"


FOUND_LABELS = {
    Found.LISTED: "Terdaftar, data sesuai",
    Found.WRONG: "Terdaftar, data perlu diperbaiki",
    Found.UNLISTED: "Tidak terdaftar",
}


@dataclass(frozen=True, slots=True)
class Check:
    """The result of a look at the public page: where somebody is listed, what should be mended or done."""

    found: str = ""
    place: str = ""
    note: str = ""


def _begin_check(given: EntryGround) -> Check:
    return msgspec.convert(given.entries.get("pengecekan", {}), Check)


def check_problems(entry: Check, _ground: EntryGround) -> tuple[Problem, ...]:
    """What the result lacks."""
    if entry.found not in set(Found):
        return (Problem("found", "Pilih hasil pengecekan."),)
    problems = []
    if entry.found != Found.UNLISTED and not entry.place.strip():
        problems.append(Problem("place", "Isi TPS, desa atau kelurahan, dan kecamatan."))
    if entry.found == Found.WRONG and not entry.note.strip():
        problems.append(Problem("note", "Isi data yang perlu diperbaiki."))
    return tuple(problems)


def check_summary(data: Mapping[str, Any]) -> Pairs:
    """What was found."""
    entry = msgspec.convert(data, Check)
    return (
        ("Hasil", labelled(FOUND_LABELS, entry.found)),
        ("Terdaftar di", entry.place),
        ("Keterangan", entry.note),
    )


ENTRIES = {
    "pengecekan": EntryKind(
        "Hasil pengecekan", Check, _begin_check, check_problems, check_summary, product="cek"
    ),
    "rekapitulasi": RECAP,
    "janji": PROMISE,
    "pemberitahuan": NOTICE,
}
"""What is kept of a request beside its form."""


# the answer

DECISIONS = (
    DecisionKind(GRANTED, "Diberikan", gives=True),
    DecisionKind(RECAPPED, "Rekapitulasi diberikan", letters=(RECAP_LETTER,), gives=True),
    DecisionKind(EXEMPT, "Ditolak: dikecualikan", *EXEMPTION),
)
PAPERS = (
    AnswerPaper(LETTER, "Surat jawaban"),
    AnswerPaper(RECAP_LETTER, "Surat dengan lampiran rekapitulasi"),
)


def write(basis: LetterBasis, decision: DecisionDraft | None, kind: str) -> LetterStart:
    """The start of the letter: with the enclosed recap, with the legal ground of a refusal, or plain."""
    if kind == RECAP_LETTER:
        enclosed = "Rekapitulasi data pemilih yang Saudara minta kami sampaikan pada lampiran surat ini."
        body = paragraphs(opening(basis), enclosed, CLOSING)
        return LetterStart(kind, "Rekapitulasi data pemilih", body)
    if decision is not None and decision.kind == EXEMPT:
        body = paragraphs(opening(basis), *_refusal(decision), CLOSING)
        return LetterStart(kind, "Permohonan data pemilih tidak dapat dipenuhi", body)
    given = "Data yang Saudara minta kami sampaikan bersama surat ini." if decision is not None else ""
    body = paragraphs(opening(basis), given, CLOSING)
    return LetterStart(kind, subject_line("Jawaban permohonan", basis.subject), body)


def _refusal(decision: DecisionDraft) -> tuple[str, ...]:
    """Why the data may not be given: the grounds, the decree, the consequence of opening it."""
    lines = []
    for place, key in enumerate(decision.grounds, start=1):
        one = ground(key)
        lines.append(f"{place}. {one.citation}: {one.label[:1].lower()}{one.label[1:]}")
    decree = decision.legal_basis.strip().rstrip(".")
    consequence = decision.consequence.strip().rstrip(".")
    return (
        "Data tersebut termasuk informasi yang dikecualikan, sehingga tidak dapat kami berikan, berdasarkan:",
        "\n".join(lines),
        f"Pengecualian ini ditetapkan dengan {decree}." if decree else "",
        f"Akibat apabila data dibuka: {consequence}." if consequence else "",
    )


KIT = ServiceKit(
    slug="data_pemilih",
    draft=DataPemilihDraft,
    intake=intake,
    summary=summary,
    decisions=DECISIONS,
    papers=PAPERS,
    write=write,
    facts=lambda detail: _facts(_read(detail).wanted),
    given_as=lambda detail: "see" if _read(detail).wanted is Wanted.CHECK else "hard",
    given_paper=AnswerPaper("bukti_layanan", "Tanda bukti layanan"),
    entries=ENTRIES,
    words={"wanted": "Layanan", "about": "Data yang diminta", "document": "Dokumen dilihat"},
)
