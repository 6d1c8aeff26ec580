"""What becomes of an objection (S3k, L3/III.B.4.d): the team's advice, the decision of Atasan PPID, the
answer, what the applicant says to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from desk.rules.days import full_day
from desk.services.answering import (
    AnswerPaper,
    DecisionDraft,
    DecisionKind,
    LetterBasis,
    LetterStart,
    paragraphs,
    subject_line,
)
from desk.services.catalog import EntryGround, EntryKind, Pairs
from desk.services.common import Problem

ANSWER = "tanggapan_keberatan"
"""The paper of the answer; the way to the Komisi Informasi stands on it by itself."""

UPHELD, PARTLY, EXEMPT, REFUSED = "diterima", "diterima_sebagian", "ditolak", "tidak_diterima"
"""Decisions, as the flow names them: a refusal of exempt information, and one for another cause."""

_WHY = (("reason", "Isi pertimbangan dan alasan putusan."),)

DECISIONS = (
    DecisionKind(UPHELD, "Keberatan diterima", ("reason",), _WHY, (ANSWER,)),
    DecisionKind(PARTLY, "Diterima sebagian", ("reason",), _WHY, (ANSWER,)),
    DecisionKind(
        EXEMPT,
        "Ditolak: dikecualikan",
        ("legal_basis", "reason"),
        (("legal_basis", "Isi Keputusan KPU tentang informasi yang dikecualikan."), *_WHY),
        (ANSWER,),
    ),
    DecisionKind(REFUSED, "Ditolak: alasan lain", ("reason",), _WHY, (ANSWER,)),
)
"""A refusal because the information is exempt names the KPU decision that goes with it (L3/III.B.4.d)."""

PAPERS = (AnswerPaper(ANSWER, "Tanggapan atas keberatan"),)

_SENTENCES = {
    UPHELD: "Keberatan Saudara kami terima.",
    PARTLY: "Keberatan Saudara kami terima sebagian.",
    EXEMPT: "Keberatan Saudara kami tolak karena informasi tersebut termasuk informasi yang dikecualikan.",
    REFUSED: "Keberatan Saudara kami tolak.",
}


def write(basis: LetterBasis, decision: DecisionDraft | None, kind: str) -> LetterStart:
    """The start of the answer: what came in, what was decided and why; the rest stands on the paper."""
    number = str(basis.detail.get("request_number") or "")
    request = f" atas permohonan informasi nomor {number}" if number else ""
    opening = (
        f"Menindaklanjuti keberatan Saudara{request} yang kami terima pada tanggal {basis.asked_on} dan "
        f"tercatat dengan nomor register {basis.number}, dengan hormat kami sampaikan tanggapan berikut."
    )
    asked = str(basis.detail.get("information") or "")
    about = f"Informasi yang diminta: {asked.rstrip('.')}." if asked else ""
    if decision is None:
        return LetterStart(kind, _head(asked), paragraphs(opening, about))
    why = decision.reason.strip()
    return LetterStart(
        kind,
        _head(asked),
        paragraphs(opening, about, _SENTENCES.get(decision.kind, ""), why),
    )


def _head(asked: str) -> str:
    return subject_line("Tanggapan atas keberatan", " ".join(asked.split()))


# what is kept beside the form

OPINIONS: Mapping[str, str] = {
    UPHELD: "Diterima",
    PARTLY: "Diterima sebagian",
    EXEMPT: "Ditolak: informasi dikecualikan",
    REFUSED: "Ditolak: alasan lain",
}
"""What Tim Pertimbangan may advise."""


@dataclass(frozen=True, slots=True)
class Consideration:
    """What Tim Pertimbangan advises Atasan PPID, and why (L3/I, Tim Pertimbangan)."""

    opinion: str = ""
    text: str = ""


def consideration_problems(entry: Consideration, _ground: EntryGround) -> tuple[Problem, ...]:
    """An opinion and its grounds are both needed."""
    problems = []
    if entry.opinion not in OPINIONS:
        problems.append(Problem("opinion", "Pilih saran untuk Atasan PPID."))
    if not entry.text.strip():
        problems.append(Problem("text", "Tulis pertimbangannya."))
    return tuple(problems)


def consideration_summary(data: Mapping[str, Any]) -> Pairs:
    """The opinion in words."""
    entry = msgspec.convert(data, Consideration)
    return (("Saran", OPINIONS.get(entry.opinion, entry.opinion)), ("Pertimbangan", entry.text))


STANCES: Mapping[str, str] = {
    "menerima": "Menerima tanggapan",
    "sengketa": "Mengajukan sengketa ke Komisi Informasi",
    "tanpa_tanggapan": "Tidak memberi tanggapan",
}
"""What an applicant may say to the answer (register G, last column)."""


@dataclass(frozen=True, slots=True)
class Response:
    """What the applicant said to the answer, and on which day."""

    stance: str = ""
    said_on: date | None = None
    text: str = ""


def response_problems(entry: Response, _ground: EntryGround) -> tuple[Problem, ...]:
    """A stance, and the day unless nothing was said."""
    problems = []
    if entry.stance not in STANCES:
        problems.append(Problem("stance", "Pilih tanggapan pemohon."))
    if entry.said_on is None and entry.stance != "tanpa_tanggapan":
        problems.append(Problem("said_on", "Isi tanggal tanggapan pemohon."))
    return tuple(problems)


def response_summary(data: Mapping[str, Any]) -> Pairs:
    """The response in words."""
    entry = msgspec.convert(data, Response)
    said_on = full_day(entry.said_on) if entry.said_on else ""
    return (
        ("Tanggapan", STANCES.get(entry.stance, entry.stance)),
        ("Tanggal", said_on),
        ("Catatan", entry.text),
    )


def _considered(_ground: EntryGround) -> Consideration:
    return Consideration()


def _responded(_ground: EntryGround) -> Response:
    return Response()


ENTRIES = {
    "pertimbangan": EntryKind(
        "Pertimbangan Tim Pertimbangan",
        Consideration,
        _considered,
        consideration_problems,
        consideration_summary,
    ),
    "tanggapan": EntryKind("Tanggapan pemohon", Response, _responded, response_problems, response_summary),
}
"""What is kept of an objection beside its form."""
