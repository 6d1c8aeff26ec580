"""Consultation (S9, NTT 2): in writing, in person with a letter, in person without; the answer by letter.

Whom a visitor was led to, who approved a delegate, and the minutes are in ``konsultasi_entries``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import msgspec

from desk.rules.calendar import ElectionStage
from desk.rules.intake import Channel
from desk.rules.permissions import ROLES
from desk.services.answering import (
    CLOSING,
    DecisionDraft,
    LetterBasis,
    LetterStart,
    opening,
    paragraphs,
    subject_line,
)
from desk.services.catalog import Intake, Pairs, ServiceKit
from desk.services.common import (
    LetterDraft,
    Problem,
    applicant_problems,
    checklist,
    lacks,
    letter_problems,
    missing,
)
from desk.services.konsultasi_entries import ENTRIES, Minutes, held_words
from desk.services.letter_request import LetterRequest
from desk.standards.model import Service, Standard


class Track(StrEnum):
    """How a consultation comes about; the value is the id of the flow in the standard."""

    WRITTEN = "letter"
    WITH_LETTER = "langsung_surat"
    WITHOUT = "langsung"


TRACK_LABELS = {
    Track.WRITTEN: "Tertulis",
    Track.WITH_LETTER: "Datang dengan surat",
    Track.WITHOUT: "Datang tanpa surat",
}


@dataclass(frozen=True, slots=True)
class KonsultasiDraft(LetterRequest):
    """A consultation as the front office takes it in.

    ``material`` is what it is about, ``source`` how the applicant came to know of it (NTT 2.A.1.4); ``meet``
    the role a visitor asks for (empty: whoever is there).
    """

    channel: Channel = Channel.IN_PERSON
    letter: LetterDraft | None = None
    track: Track = Track.WITHOUT
    material: str = ""
    purpose: str = ""
    source: str = ""
    meet: str = ""


def consulted(service: Service) -> tuple[str, ...]:
    """Roles that may be consulted: members and the Sekretaris (NTT 2.A.2.2.c)."""
    return service.flow(Track.WITHOUT.value).step("konsultasi").roles


def intake(
    draft: KonsultasiDraft, standard: Standard, service: Service, _stage: ElectionStage | None
) -> Intake:
    """What a consultation says to its case; a letter is needed for all who do not come without one."""
    letter = None if draft.track is Track.WITHOUT else draft.letter or LetterDraft()
    items = checklist(service.requirements, draft, draft.applicant.kind, draft.ticked)
    problems = (
        *(() if letter is None else letter_problems(letter)),
        *applicant_problems(draft.applicant),
        *_own_problems(draft, consulted(service), source_required=standard.source_required),
    )
    said = {one.field for one in problems}
    return Intake(
        flow=draft.track.value,
        subject=" ".join(draft.material.split()),
        category="umum",
        channel=draft.channel.value,
        applicant=draft.applicant,
        checklist=items,
        problems=(*problems, *(lacks(one) for one in missing(items) if one.field not in said)),
        letter=letter,
    )


def _own_problems(
    draft: KonsultasiDraft, open_to: tuple[str, ...], *, source_required: bool
) -> list[Problem]:
    written = draft.track is Track.WRITTEN
    needed = (
        ("material", draft.material.strip(), "Isi materi konsultasi."),
        ("purpose", draft.purpose.strip(), "Isi maksud dan tujuan konsultasi."),
        ("source", draft.source.strip() or not source_required, "Isi sumber data atau dari mana diketahui."),
        ("meet", written or not draft.meet or draft.meet in open_to, "Pilih anggota KPU atau Sekretaris."),
        ("channel", written == (draft.channel is not Channel.IN_PERSON), _channel_words(draft.track)),
    )
    return [Problem(name, sentence) for name, value, sentence in needed if not value]


def _channel_words(track: Track) -> str:
    if track is Track.WRITTEN:
        return "Pilih saluran surat masuk: surat, surel, atau WhatsApp."
    return "Pemohon hadir: pilih saluran datang langsung."


def _read(detail: Mapping[str, Any]) -> KonsultasiDraft:
    return msgspec.convert(detail, KonsultasiDraft)


def summary(detail: Mapping[str, Any]) -> Pairs:
    """What the consultation is about, and whom it is asked of."""
    draft = _read(detail)
    meets = draft.track is not Track.WRITTEN and draft.meet in ROLES
    return (
        ("Cara masuk", TRACK_LABELS[draft.track]),
        ("Materi konsultasi", draft.material),
        ("Maksud dan tujuan", draft.purpose),
        ("Ingin menemui", ROLES[draft.meet].short if meets else ""),
        ("Sumber data", draft.source),
        ("Catatan", draft.note),
    )


def whom(detail: Mapping[str, Any]) -> str:
    """The role a visitor asked for; empty for a letter."""
    draft = _read(detail)
    return "" if draft.track is Track.WRITTEN else draft.meet


def write(basis: LetterBasis, _decision: DecisionDraft | None, kind: str) -> LetterStart:
    """The start of the letter of answer: what was advised in person, where there was a meeting (NTT
    2.A.2.2.e)."""
    minutes = msgspec.convert(basis.entries.get("berita_acara", {}), Minutes)
    held = held_words(minutes)
    follow_up = minutes.follow_up.strip().rstrip(".")
    beside = basis.titled(minutes.accompanied_by)
    body = paragraphs(
        opening(basis),
        f"Konsultasi telah dilaksanakan pada tanggal {held}{f', didampingi {beside}' if beside else ''}."
        if held
        else "",
        minutes.advice.strip(),
        f"Tindak lanjut: {follow_up}." if follow_up else "",
        CLOSING,
    )
    return LetterStart(kind, subject_line("Jawaban permohonan konsultasi", basis.subject), body)


KIT = ServiceKit(
    slug="konsultasi",
    draft=KonsultasiDraft,
    intake=intake,
    summary=summary,
    write=write,
    entries=ENTRIES,
    words={
        "track": "Cara masuk",
        "material": "Materi konsultasi",
        "purpose": "Maksud dan tujuan",
        "source": "Sumber data",
        "meet": "Ingin menemui",
    },
    whom=whom,
)
