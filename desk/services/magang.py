"""Internships of universities (S5, L5): the request, its decision, its letters; what follows is in
``magang_places``."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from desk.rules.calendar import ElectionStage
from desk.rules.days import span
from desk.services.answering import (
    CLOSING,
    AnswerPaper,
    DecisionDraft,
    DecisionKind,
    LetterBasis,
    LetterStart,
    opening,
    paragraphs,
)
from desk.services.catalog import Intake, Pairs, ServiceKit
from desk.services.common import (
    Problem,
)
from desk.services.letter_request import LetterRequest, letter_intake
from desk.services.magang_places import ENTRIES, Intern, issues
from desk.standards.model import Service, Standard

ACCEPTED, NOT_YET = "disetujui", "belum_disetujui"
"""Decisions, as the flow names them."""


@dataclass(frozen=True, slots=True)
class MagangDraft(LetterRequest):
    """A request for internships as the counter fills it in, from ``starts`` to ``ends``."""

    interns: tuple[Intern, ...] = ()
    starts: date | None = None
    ends: date | None = None


def _intern_problems(interns: Sequence[Intern]) -> list[Problem]:
    named = [one for one in interns if one.name.strip()]
    problems = []
    if not named:
        problems.append(Problem("interns", "Isi nama peserta magang, satu baris untuk setiap orang."))
    elif len(named) < len(interns):
        problems.append(Problem("interns", "Ada baris peserta tanpa nama."))
    twice = _twice(one.number.strip() for one in interns)
    if twice:
        problems.append(Problem("interns", f"NIM {twice} tertulis dua kali."))
    return problems


def _span_problems(starts: date | None, ends: date | None) -> list[Problem]:
    if starts is None:
        return [Problem("starts", "Isi tanggal mulai magang.")]
    if ends is None:
        return [Problem("ends", "Isi tanggal selesai magang.")]
    return [Problem("ends", "Tanggal selesai mendahului tanggal mulai.")] if ends < starts else []


def _twice(values: Iterable[str]) -> str:
    seen: set[str] = set()
    for value in values:
        if value and value in seen:
            return value
        seen.add(value)
    return ""


def intake(draft: MagangDraft, _standard: Standard, service: Service, _stage: ElectionStage | None) -> Intake:
    """What a request for internships says to its case."""
    words = [f"Magang {len(draft.interns)} mahasiswa", span(draft.starts, draft.ends)]
    own = [*_intern_problems(draft.interns), *_span_problems(draft.starts, draft.ends)]
    return letter_intake(draft, service, ", ".join(part for part in words if part), own)


def _read(detail: Mapping[str, Any]) -> MagangDraft:
    return msgspec.convert(detail, MagangDraft)


def summary(detail: Mapping[str, Any]) -> Pairs:
    """Who is to come, and when."""
    draft = _read(detail)
    interns = "\n".join(
        " · ".join(part for part in (one.name, one.number, one.study) if part) for one in draft.interns
    )
    return (
        ("Peserta", interns),
        ("Waktu magang", span(draft.starts, draft.ends)),
        ("Catatan", draft.note),
    )


# the answer

DECISIONS = (
    DecisionKind(ACCEPTED, "Disetujui", letters=("persetujuan_magang",)),
    DecisionKind(
        NOT_YET,
        "Belum disetujui",
        fields=("reason",),
        needed=(("reason", "Isi alasan untuk pemohon."),),
        letters=("belum_disetujui_magang",),
    ),
)
PAPERS = (
    AnswerPaper("persetujuan_magang", "Surat penerimaan magang"),
    AnswerPaper("belum_disetujui_magang", "Surat magang belum disetujui"),
)


def write(basis: LetterBasis, decision: DecisionDraft | None, kind: str) -> LetterStart:
    """The start of the letter: of an acceptance with everybody in it, else with the reason (L5/III.B)."""
    draft = _read(basis.detail)
    when = span(draft.starts, draft.ends)
    if kind == "belum_disetujui_magang":
        reason = decision.reason.strip() if decision is not None else ""
        because = f"Alasannya: {reason.rstrip('.')}." if reason else ""
        answer = "Permohonan tersebut belum dapat kami setujui."
        again = "Permohonan dapat diajukan kembali untuk waktu yang lain."
        body = paragraphs(opening(basis), answer, because, again, CLOSING)
        return LetterStart(kind, "Permohonan magang belum disetujui", body)
    rows = [
        f"{place} | {one.name} | {one.number or '-'} | {one.study or '-'}"
        for place, one in enumerate(draft.interns, start=1)
    ]
    table = "\n".join(["No. | Nama | NIM | Program studi", *rows])
    body = paragraphs(
        opening(basis),
        f"Permohonan tersebut kami setujui untuk waktu {when}. Peserta yang kami terima:",
        table,
        "Penempatan disesuaikan dengan program studi. Selama magang peserta mengikuti tata tertib kantor, "
        "tidak menerima insentif, menjaga rahasia lembaga, dan menyerahkan laporan pada akhirnya.",
        CLOSING,
    )
    return LetterStart(kind, "Penerimaan peserta magang", body)


KIT = ServiceKit(
    slug="magang",
    draft=MagangDraft,
    intake=intake,
    summary=summary,
    decisions=DECISIONS,
    papers=PAPERS,
    write=write,
    entries=ENTRIES,
    issues=issues,
    words={"interns": "Peserta", "starts": "Mulai magang", "ends": "Selesai magang"},
)
