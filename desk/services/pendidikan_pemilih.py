"""Voter education (S7, L7): the request for cooperation, its letters; pleno and report are in
``education_entries``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

import msgspec

from desk.rules.booking import Planned
from desk.rules.calendar import ElectionStage, WorkingCalendar
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
from desk.services.common import Problem, Severity, labelled
from desk.services.education_entries import APPROVED, ENTRIES, NOT_YET, PLENARY, Meeting
from desk.services.education_words import (
    PLACES,
    SIGNERS,
    TARGETS,
    WANTS,
    clock_span,
    moment_span,
    named,
)
from desk.services.letter_request import LetterRequest, letter_intake
from desk.standards.model import Service, Standard

APPROVAL, REFUSAL = "persetujuan_pendidikan", "penolakan_pendidikan"
"""Papers the answer goes out on."""


@dataclass(frozen=True, slots=True)
class PendidikanPemilihDraft(LetterRequest):
    """A request for cooperation as the counter fills it in.

    ``signer`` is of ``SIGNERS``, ``place`` of ``PLACES`` (``address``: where outside the office), ``targets``
    of ``TARGETS``, ``wants`` of ``WANTS``; ``day`` to ``until`` are the days wished for, ``starts`` and
    ``ends`` the time of day in the office's zone.
    """

    signer: str = "ketua"
    title: str = ""
    place: str = "kantor"
    address: str = ""
    day: date | None = None
    until: date | None = None
    starts: time | None = None
    ends: time | None = None
    participants: int | None = None
    targets: tuple[str, ...] = ()
    wants: tuple[str, ...] = ()


def _own_problems(draft: PendidikanPemilihDraft) -> list[Problem]:
    outside = draft.place != "kantor"
    needed = (
        ("signer", draft.signer in SIGNERS, "Pilih jabatan penanda tangan permohonan."),
        ("title", draft.title.strip(), "Isi nama kegiatan."),
        ("place", draft.place in PLACES, "Pilih tempat kegiatan."),
        ("address", draft.address.strip() or not outside, "Isi tempat dan alamat kegiatan di luar kantor."),
        ("day", draft.day, "Isi hari yang diminta."),
        ("participants", draft.participants, "Isi perkiraan jumlah peserta."),
    )
    return [
        *(Problem(name, sentence) for name, value, sentence in needed if not value),
        *_time_problems(draft),
    ]


def _time_problems(draft: PendidikanPemilihDraft) -> list[Problem]:
    found = []
    if draft.day and draft.until and draft.until < draft.day:
        found.append(Problem("until", "Hari terakhir mendahului hari pertama."))
    if draft.ends and draft.starts is None:
        found.append(Problem("starts", "Isi jam mulai."))
    elif draft.ends and draft.starts and draft.ends <= draft.starts:
        found.append(Problem("ends", "Jam selesai harus sesudah jam mulai."))
    return found


def intake(
    draft: PendidikanPemilihDraft, _standard: Standard, service: Service, _stage: ElectionStage | None
) -> Intake:
    """What a request for cooperation says to its case."""
    words = (" ".join(draft.title.split()), _days(draft))
    subject = ", ".join(part for part in words if part)
    return letter_intake(draft, service, subject, _own_problems(draft))


def timely(
    draft: PendidikanPemilihDraft, service: Service, calendar: WorkingCalendar, received_at: datetime
) -> tuple[Problem, ...]:
    """A day that was over when the request came; a warning where the answer may take longer (L7/III.G)."""
    if draft.day is None:
        return ()
    came = calendar.local(received_at).date()
    if draft.day < came:
        return (Problem("day", "Hari yang diminta sudah lewat ketika permohonan diterima."),)
    days = service.limit("umum").days
    if days is None or (draft.day - came).days >= days:
        return ()
    words = f"Jawaban dapat memerlukan {days} hari; beri tahu pemohon bahwa hari ini lebih dekat."
    return (Problem("day", words, Severity.WARNING),)


def _days(draft: PendidikanPemilihDraft) -> str:
    return span(draft.day, draft.until or draft.day)


def _read(detail: Mapping[str, Any]) -> PendidikanPemilihDraft:
    return msgspec.convert(detail, PendidikanPemilihDraft)


def where(draft: PendidikanPemilihDraft) -> str:
    """Where the event is wished to be."""
    return labelled(PLACES, draft.place) if draft.place == "kantor" else draft.address.strip()


def summary(detail: Mapping[str, Any]) -> Pairs:
    """What is planned, when, where, for whom, and what is asked of the office."""
    draft = _read(detail)
    return (
        ("Kegiatan", draft.title),
        ("Hari yang diminta", _days(draft)),
        ("Waktu", clock_span(draft.starts, draft.ends)),
        ("Tempat", where(draft)),
        ("Peserta", f"{draft.participants} orang" if draft.participants else ""),
        ("Sasaran", named(TARGETS, draft.targets)),
        ("Yang diminta", named(WANTS, draft.wants)),
        ("Penanda tangan", labelled(SIGNERS, draft.signer)),
        ("Catatan", draft.note),
    )


# the answer

DECISIONS = (
    DecisionKind(APPROVED, "Disetujui", letters=(APPROVAL,)),
    DecisionKind(NOT_YET, "Belum disetujui", fields=("reason",), letters=(REFUSAL,)),
)
PAPERS = (
    AnswerPaper(APPROVAL, "Surat persetujuan kerja sama"),
    AnswerPaper(REFUSAL, "Surat kerja sama belum disetujui"),
)


def write(basis: LetterBasis, decision: DecisionDraft | None, kind: str) -> LetterStart:
    """The start of the letter: the pleno that decided, then what was agreed or why not (L7/III.F)."""
    draft = _read(basis.detail)
    meeting = msgspec.convert(basis.entries.get(PLENARY, {}), Meeting)
    if kind == REFUSAL:
        reason = decision.reason.strip().rstrip(".") if decision is not None else ""
        body = paragraphs(
            opening(basis),
            f"{meeting.words() or 'Rapat pleno'} belum menyetujui kerja sama kegiatan “{draft.title}”.",
            f"Alasannya: {reason}." if reason else "",
            "Permohonan dapat diajukan kembali untuk waktu atau bentuk kegiatan yang lain.",
            CLOSING,
        )
        return LetterStart(kind, "Kerja sama pendidikan pemilih belum disetujui", body)
    conditions = meeting.note.strip().rstrip(".")
    body = paragraphs(
        opening(basis),
        f"{meeting.words() or 'Rapat pleno'} menyetujui kerja sama kegiatan pendidikan pemilih dengan "
        "ketentuan:",
        _agreed(draft, basis.events),
        f"Catatan pleno: {conditions}." if conditions else "",
        "Layanan ini tidak dipungut biaya. Perubahan waktu atau tempat mohon disampaikan kepada kami "
        "sebelum kegiatan.",
        CLOSING,
    )
    return LetterStart(kind, "Persetujuan kerja sama pendidikan pemilih", body)


def _agreed(draft: PendidikanPemilihDraft, events: Sequence[Planned]) -> str:
    """A table of what was agreed: the events of the calendar, or else what was wished for."""
    wished = (
        ("Hari, tanggal", _days(draft)),
        ("Waktu", clock_span(draft.starts, draft.ends)),
        ("Tempat", where(draft)),
        ("Dukungan KPU", named(WANTS, draft.wants)),
    )
    rows = (
        ("Kegiatan", draft.title),
        *((row for one in events for row in _planned(one)) if events else wished),
        ("Peserta", f"{draft.participants} orang" if draft.participants else ""),
        ("Sasaran", named(TARGETS, draft.targets)),
    )
    return "\n".join(["Hal | Keterangan", *(f"{label} | {words}" for label, words in rows if words)])


def _planned(event: Planned) -> Pairs:
    return (
        ("Waktu", moment_span(event.starts, event.ends)),
        ("Tempat", event.place),
        ("Narasumber", event.speakers),
        ("Sarana", event.equipment),
    )


KIT = ServiceKit(
    slug="pendidikan_pemilih",
    draft=PendidikanPemilihDraft,
    intake=intake,
    timely=timely,
    summary=summary,
    decisions=DECISIONS,
    papers=PAPERS,
    write=write,
    entries=ENTRIES,
    events=True,
    words={
        "signer": "Jabatan penanda tangan",
        "title": "Nama kegiatan",
        "place": "Tempat",
        "address": "Alamat kegiatan",
        "day": "Hari yang diminta",
        "until": "Sampai hari",
        "starts": "Jam mulai",
        "ends": "Jam selesai",
        "participants": "Jumlah peserta",
        "targets": "Sasaran",
        "wants": "Yang diminta",
    },
)
