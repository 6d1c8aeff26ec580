"""Public service of KPU Kota Kupang (S10, KPG 1-13): a spoken request or a letter, its decisions, its reply.

What is kept of a request beside its form is in ``kupang_entries``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import msgspec

from desk.rules.calendar import ElectionStage
from desk.rules.intake import ApplicantKind, Channel
from desk.rules.permissions import ROLES
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
from desk.services.catalog import Intake, Pairs, ServiceKit
from desk.services.common import (
    LetterDraft,
    Problem,
    checklist,
    email_problems,
    identity_problems,
    lacks,
    missing,
    phone_problems,
)
from desk.services.kupang_entries import ENTRIES
from desk.services.letter_request import LetterRequest, letter_intake
from desk.standards.model import Service, Standard

DATA, REPLY, INTERVIEW = "data_baku", "surat_balasan", "wawancara"
"""Decisions, as the flow names them."""


class Track(StrEnum):
    """How a request comes; the value is the id of the flow in the standard."""

    SPOKEN = "lisan"
    LETTER = "surat"


TRACK_LABELS = {Track.SPOKEN: "Disampaikan langsung", Track.LETTER: "Surat permohonan"}


@dataclass(frozen=True, slots=True)
class SopKupangDraft(LetterRequest):
    """A request as the help desk fills it in.

    Spoken, it needs who asks, ``purpose`` and ``meet``, the role to be met, and nothing else: registered
    within three minutes (KPG 1).
    """

    channel: Channel = Channel.IN_PERSON
    letter: LetterDraft | None = None
    track: Track = Track.SPOKEN
    purpose: str = ""
    meet: str = ""


def leaders(service: Service) -> tuple[str, ...]:
    """Roles that may be met: those the first named step of the spoken track is open to."""
    flow = service.flow(Track.SPOKEN.value)
    named = next((move.to for move in flow.step(flow.start).moves if move.names_role), flow.start)
    return flow.step(named).roles


def intake(
    draft: SopKupangDraft, _standard: Standard, service: Service, _stage: ElectionStage | None
) -> Intake:
    """What a request says to its case."""
    if draft.track is Track.LETTER:
        letter = draft.letter or LetterDraft()
        subject = " ".join(letter.subject.split())
        return letter_intake(draft, service, subject, flow=Track.LETTER.value)
    items = checklist(service.requirements, draft, draft.applicant.kind, draft.ticked)
    return Intake(
        flow=Track.SPOKEN.value,
        subject=" ".join(draft.purpose.split()),
        category="umum",
        channel=Channel.IN_PERSON.value,
        applicant=draft.applicant,
        checklist=items,
        problems=(*_spoken_problems(draft, leaders(service)), *(lacks(one) for one in missing(items))),
    )


def _spoken_problems(draft: SopKupangDraft, open_to: tuple[str, ...]) -> list[Problem]:
    """What step 1 records: identity and purpose; nobody has to leave an address, the answer is given here."""
    who = draft.applicant
    problems = [] if who.name.strip() else [Problem("applicant.name", "Isi nama pemohon.")]
    if who.kind is not ApplicantKind.PERSON and not who.body_name.strip():
        problems.append(Problem("applicant.body_name", "Isi nama badan atau lembaga."))
    if not draft.purpose.strip():
        problems.append(Problem("purpose", "Isi tujuan atau informasi yang dibutuhkan."))
    if draft.meet not in open_to:
        problems.append(Problem("meet", "Pilih pimpinan yang ingin ditemui."))
    problems += identity_problems(who.identity_kind, who.identity_number, "applicant.identity_number")
    problems += phone_problems(who.phone, "applicant.phone")
    problems += email_problems(who.email, "applicant.email")
    return problems


def _read(detail: Mapping[str, Any]) -> SopKupangDraft:
    return msgspec.convert(detail, SopKupangDraft)


def summary(detail: Mapping[str, Any]) -> Pairs:
    """How it came, what for, and who was to be met."""
    draft = _read(detail)
    spoken = draft.track is Track.SPOKEN
    return (
        ("Cara masuk", TRACK_LABELS[draft.track]),
        ("Tujuan", draft.purpose if spoken else ""),
        ("Ingin menemui", ROLES[draft.meet].short if spoken and draft.meet in ROLES else ""),
        ("Catatan", draft.note),
    )


def whom(detail: Mapping[str, Any]) -> str:
    """The role a visitor asked for; empty for a letter."""
    draft = _read(detail)
    return draft.meet if draft.track is Track.SPOKEN else ""


# the answer

DECISIONS = (
    DecisionKind(DATA, "Data baku tanpa surat balasan", gives=True),
    DecisionKind(REPLY, "Surat balasan dengan data baku", gives=True),
    DecisionKind(INTERVIEW, "Wawancara dengan divisi"),
)
PAPERS = (AnswerPaper("surat_jawaban", "Surat balasan"),)


def write(basis: LetterBasis, _decision: DecisionDraft | None, kind: str) -> LetterStart:
    """The start of the reply; the data goes along as its enclosure (KPG 12)."""
    enclosed = "Data yang Saudara minta kami sampaikan pada lampiran surat ini."
    body = paragraphs(opening(basis), enclosed, CLOSING)
    return LetterStart(kind, subject_line("Balasan permohonan", basis.subject), body)


KIT = ServiceKit(
    slug="sop_kupang",
    draft=SopKupangDraft,
    intake=intake,
    summary=summary,
    decisions=DECISIONS,
    papers=PAPERS,
    write=write,
    entries=ENTRIES,
    words={"track": "Cara masuk", "purpose": "Tujuan", "meet": "Ingin menemui"},
    whom=whom,
)
