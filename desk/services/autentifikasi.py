"""Authentication of votes and seats of a party (S1, L1): the request, its answer; the sheets are in
``autentifikasi_sheets``."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from desk.rules.calendar import ElectionStage
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
from desk.services.autentifikasi_sheets import BOTH, COPY, ENTRIES, LEAF, issues
from desk.services.catalog import Intake, Pairs, ServiceKit
from desk.services.common import Problem
from desk.services.letter_request import LetterRequest, letter_intake
from desk.standards.model import Service, Standard

GRANTED, REFUSED = "dipenuhi", "tidak_dipenuhi"
"""Decisions, as the flow names them."""

PRODUCTS: Mapping[str, str] = {
    LEAF: "Lembar perolehan suara per dapil",
    COPY: "Salinan keputusan",
    BOTH: "Keduanya",
}
"""What may be asked for (L1, products; KSB KETIGA a)."""

NO_LEADER = "bukan_pimpinan"
LEADERS: Mapping[str, str] = {
    "ketua": "Ketua",
    "wakil_ketua": "Wakil Ketua",
    "sekretaris": "Sekretaris",
    "wakil_sekretaris": "Wakil Sekretaris",
    "bendahara": "Bendahara",
    NO_LEADER: "Bukan pimpinan partai",
}
"""Offices in the party of whoever signed the letter; one of its leaders must have (L1/III.A.2)."""


@dataclass(frozen=True, slots=True)
class AutentifikasiDraft(LetterRequest):
    """A request as the counter fills it in: ``leader`` a key of ``LEADERS``, ``product`` one of
    ``PRODUCTS``."""

    leader: str = ""
    product: str = LEAF


def _leader_problems(draft: AutentifikasiDraft) -> list[Problem]:
    if draft.leader not in LEADERS:
        return [Problem("leader", "Pilih jabatan penanda tangan surat dalam partai.")]
    if draft.leader == NO_LEADER and "surat" in draft.ticked:
        words = "Surat harus ditandatangani salah satu pimpinan partai: hapus centang surat permohonan."
        return [Problem("leader", words)]
    return []


def intake(
    draft: AutentifikasiDraft, _standard: Standard, service: Service, _stage: ElectionStage | None
) -> Intake:
    """What a request for authentication says to its case."""
    own = _leader_problems(draft)
    if draft.product not in PRODUCTS:
        own.append(Problem("product", "Pilih yang diminta."))
    return letter_intake(draft, service, "Autentifikasi perolehan suara dan kursi", own)


def _read(detail: Mapping[str, Any]) -> AutentifikasiDraft:
    return msgspec.convert(detail, AutentifikasiDraft)


def summary(detail: Mapping[str, Any]) -> Pairs:
    """What is asked for, and who signed for the party."""
    draft = _read(detail)
    leader = LEADERS.get(draft.leader, draft.leader)
    signer = f"{draft.applicant.name} ({leader})" if leader else draft.applicant.name
    return (
        ("Diminta", PRODUCTS.get(draft.product, draft.product)),
        ("Penanda tangan surat", signer),
        ("Catatan", draft.note),
    )


DECISIONS = (
    DecisionKind(GRANTED, "Dipenuhi", entry="perolehan"),
    DecisionKind(
        REFUSED,
        "Tidak dapat dipenuhi",
        fields=("reason",),
        needed=(("reason", "Isi alasan untuk partai."),),
    ),
)
PAPERS = (AnswerPaper("surat_jawaban", "Surat jawaban"),)
_SENT = {
    LEAF: "lembar perolehan suara sah partai politik dan calon untuk setiap daerah pemilihan",
    COPY: "salinan keputusan tentang penetapan perolehan suara sah dan perolehan kursi partai politik",
}


def write(basis: LetterBasis, decision: DecisionDraft | None, kind: str) -> LetterStart:
    """The start of the letter: what is sent along, or why it cannot be."""
    if decision is not None and decision.kind == REFUSED:
        because = f"Alasannya: {decision.reason.strip().rstrip('.')}." if decision.reason.strip() else ""
        answer = "Permohonan tersebut tidak dapat kami penuhi."
        body = paragraphs(opening(basis), answer, because, CLOSING)
        return LetterStart(kind, "Jawaban permohonan autentifikasi perolehan suara", body)
    product = _read(basis.detail).product
    sent = [words for key, words in _SENT.items() if product in (key, BOTH)]
    body = paragraphs(
        opening(basis),
        f"Bersama ini kami sampaikan {' dan '.join(sent)}, yang telah ditandatangani dan dilegalisasi.",
        CLOSING,
    )
    return LetterStart(kind, "Autentifikasi perolehan suara sah partai politik", body)


KIT = ServiceKit(
    slug="autentifikasi",
    draft=AutentifikasiDraft,
    intake=intake,
    summary=summary,
    decisions=DECISIONS,
    papers=PAPERS,
    write=write,
    entries=ENTRIES,
    issues=issues,
    words={"leader": "Jabatan penanda tangan", "product": "Yang diminta"},
    votes=True,
)
"""Authentication of votes and seats of a party (S1)."""
