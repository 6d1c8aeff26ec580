"""Data and information (S8, NTT 1): by letter, by e-PPID, in person with the letter of a head; its answer."""

from collections.abc import Mapping
from dataclasses import dataclass
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
from desk.services.catalog import Intake, Pairs, ServiceKit
from desk.services.common import (
    LetterDraft,
    Problem,
    Severity,
    applicant_problems,
    checklist,
    lacks,
    letter_problems,
    missing,
)
from desk.services.grounds import ground
from desk.services.letter_request import LetterRequest
from desk.standards.model import Service, Standard

GRANTED, EXEMPT = "dikabulkan", "ditolak"
"""Decisions, as the flows name them."""

LETTER, REFUSAL = "surat_jawaban", "surat_penolakan"
"""Papers the answer goes out on."""


class Track(StrEnum):
    """How a request comes; the value is the id of the flow in the standard."""

    LETTER = "letter"
    EPPID = "eppid"
    DIRECT = "langsung"


TRACK_LABELS = {
    Track.LETTER: "Surat, surel, atau WhatsApp",
    Track.EPPID: "Formulir e-PPID",
    Track.DIRECT: "Datang dengan surat pimpinan",
}
_CHANNELS = {
    Track.LETTER: (Channel.LETTER, Channel.EMAIL, Channel.WHATSAPP),
    Track.EPPID: (Channel.EPPID,),
    Track.DIRECT: (Channel.IN_PERSON,),
}


def track_of(channel: Channel) -> Track:
    """The way in that a channel belongs to."""
    return next((track for track, known in _CHANNELS.items() if channel in known), Track.LETTER)


def channels_of(track: Track) -> tuple[Channel, ...]:
    """Channels of a way in, the usual one first."""
    return _CHANNELS[track]


@dataclass(frozen=True, slots=True)
class DataInformasiDraft(LetterRequest):
    """A request as it is taken in; ``source`` is how the applicant came to know of the data (NTT 1.A.1.3),
    ``eppid_number`` that of the site (W5)."""

    channel: Channel = Channel.IN_PERSON
    letter: LetterDraft | None = None
    track: Track = Track.DIRECT
    information: str = ""
    purpose: str = ""
    source: str = ""
    eppid_number: str = ""


def intake(
    draft: DataInformasiDraft, standard: Standard, service: Service, _stage: ElectionStage | None
) -> Intake:
    """What a request says to its case; only the form of e-PPID stands for a letter."""
    electronic = draft.track is Track.EPPID
    letter = None if electronic else draft.letter or LetterDraft()
    written = bool(draft.eppid_number.strip() if letter is None else letter.subject.strip())
    ticked = (*draft.ticked, "surat") if written else draft.ticked
    items = checklist(service.requirements, draft, draft.applicant.kind, ticked)
    problems = (
        *(() if letter is None else letter_problems(letter)),
        *applicant_problems(draft.applicant),
        *_own_problems(draft, source_required=standard.source_required),
    )
    said = {one.field for one in problems}
    return Intake(
        flow=draft.track.value,
        subject=" ".join(draft.information.split()),
        category="umum",
        channel=draft.channel.value,
        applicant=draft.applicant,
        checklist=items,
        problems=(*problems, *(lacks(one) for one in missing(items) if one.field not in said)),
        letter=letter,
        eppid_number=draft.eppid_number.strip() if electronic else "",
    )


def _own_problems(draft: DataInformasiDraft, *, source_required: bool) -> list[Problem]:
    electronic = draft.track is Track.EPPID
    needed = (
        ("information", draft.information.strip(), "Isi data dan informasi yang diminta."),
        ("purpose", draft.purpose.strip(), "Isi maksud dan tujuan permohonan."),
        ("source", draft.source.strip() or not source_required, "Isi sumber data atau dari mana diketahui."),
        ("eppid_number", draft.eppid_number.strip() or not electronic, "Isi nomor pendaftaran e-PPID."),
        ("channel", draft.channel in _CHANNELS[draft.track], "Pilih saluran menurut cara masuknya."),
    )
    problems = [Problem(name, sentence) for name, value, sentence in needed if not value]
    if draft.track is Track.DIRECT and draft.applicant.kind is ApplicantKind.PERSON:
        words = "Yang datang membawa surat pimpinan lembaga; perseorangan dapat bersurat atau lewat e-PPID."
        problems.append(Problem("applicant.kind", words, Severity.WARNING))
    return problems


def _read(detail: Mapping[str, Any]) -> DataInformasiDraft:
    return msgspec.convert(detail, DataInformasiDraft)


def summary(detail: Mapping[str, Any]) -> Pairs:
    """What was asked, for what, and how it came to be known."""
    draft = _read(detail)
    return (
        ("Cara masuk", TRACK_LABELS[draft.track]),
        ("Data yang diminta", draft.information),
        ("Maksud dan tujuan", draft.purpose),
        ("Sumber data", draft.source),
        ("Nomor e-PPID", draft.eppid_number),
        ("Catatan", draft.note),
    )


# the answer

DECISIONS = (
    DecisionKind(GRANTED, "Diberikan: tidak dikecualikan", fields=("form",), letters=(LETTER,), gives=True),
    DecisionKind(
        EXEMPT,
        "Ditolak: dikecualikan",
        fields=("grounds", "legal_basis", "reason"),
        needed=(
            ("grounds", "Pilih dasar peraturan perundang-undangannya."),
            ("reason", "Isi alasan penolakan untuk pemohon."),
        ),
        letters=(REFUSAL,),
    ),
)
PAPERS = (AnswerPaper(LETTER, "Surat jawaban"), AnswerPaper(REFUSAL, "Surat penolakan"))


def write(basis: LetterBasis, decision: DecisionDraft | None, kind: str) -> LetterStart:
    """The start of the letter: with the data enclosed, or the refusal with its legal reason (NTT 1.A.2).

    The right to object and the last sentence stand on a refusal whatever is written in it.
    """
    if kind == REFUSAL:
        body = paragraphs(opening(basis), *_refusal(decision))
        return LetterStart(kind, subject_line("Penolakan permohonan data", basis.subject), body)
    given = (
        "Data dan informasi tersebut tidak termasuk yang dikecualikan dan kami sampaikan pada lampiran surat "
        "ini."
    )
    body = paragraphs(opening(basis), given if decision is not None else "", CLOSING)
    return LetterStart(kind, subject_line("Jawaban permohonan data", basis.subject), body)


def _refusal(decision: DecisionDraft | None) -> tuple[str, ...]:
    if decision is None:
        return ()
    lines = []
    for place, key in enumerate(decision.grounds, start=1):
        one = ground(key)
        lines.append(f"{place}. {one.citation}: {one.label[:1].lower()}{one.label[1:]}")
    decree = decision.legal_basis.strip().rstrip(".")
    reason = decision.reason.strip().rstrip(".")
    return (
        "Data dan informasi tersebut termasuk yang dikecualikan, sehingga tidak dapat kami berikan, "
        "berdasarkan:",
        "\n".join(lines),
        f"Pengecualian ini ditetapkan dengan {decree}." if decree else "",
        f"Alasannya: {reason}." if reason else "",
    )


KIT = ServiceKit(
    slug="data_informasi",
    draft=DataInformasiDraft,
    intake=intake,
    summary=summary,
    decisions=DECISIONS,
    papers=PAPERS,
    write=write,
    given_as=lambda _detail: "both",
    objectionable=True,
    words={
        "track": "Cara masuk",
        "information": "Data yang diminta",
        "purpose": "Maksud dan tujuan",
        "source": "Sumber data",
    },
)
