"""Replacement of a member of the council during its term (PAW, S2, L2): the request of the council's leaders,
its decisions, the answer to them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from desk.rules.calendar import ElectionStage
from desk.rules.days import full_day
from desk.rules.votes import grouped
from desk.services.answering import (
    AnswerPaper,
    DecisionDraft,
    DecisionKind,
    LetterBasis,
    LetterStart,
    WrittenAnswer,
    cited,
    paragraphs,
)
from desk.services.catalog import Intake, Pairs, ServiceKit
from desk.services.common import Problem, labelled
from desk.services.letter_request import LetterRequest, letter_intake
from desk.services.paw_candidates import RANKING, known_ranking
from desk.services.paw_plenary import PLENARY, PUBLICATION, Plenary
from desk.services.paw_ranks import NAMED, STATUS, passed_words
from desk.services.paw_verification import CLARIFICATION, PROPOSAL, VERIFICATION
from desk.standards.model import Service, Standard

ANSWER = "jawaban_paw"
"""The paper of the answer."""

OTHER = "diberhentikan_lain"
REASONS: Mapping[str, str] = {
    "meninggal": "Meninggal dunia",
    "mengundurkan_diri": "Mengundurkan diri",
    "diberhentikan_partai": "Diberhentikan atas usul partai",
    OTHER: "Diberhentikan karena sebab lain",
}
"""Why a member leaves (L2/I.A, III.A.2); each with documents of its own in the standard
(``Requirement.when``)."""

LEADERS: Mapping[str, str] = {
    "ketua": "Ketua",
    "wakil_1": "Wakil Ketua I",
    "wakil_2": "Wakil Ketua II",
    "wakil_3": "Wakil Ketua III",
}
"""Leaders of the council; one or more of them sign (L2/III.A.1)."""


@dataclass(frozen=True, slots=True)
class PawDraft(LetterRequest):
    """A request as the counter fills it in: who leaves, of which party and district, ``reason`` one of
    ``REASONS``, ``signers`` those of ``LEADERS`` who signed the letter."""

    member: str = ""
    party: str = ""
    district: str = ""
    reason: str = ""
    reason_note: str = ""
    signers: tuple[str, ...] = ()


def _own_problems(draft: PawDraft) -> list[Problem]:
    needed = (
        ("party", draft.party.strip(), "Isi partai politik anggota yang berhenti."),
        ("district", draft.district.strip(), "Isi daerah pemilihan anggota yang berhenti."),
        ("member", draft.member.strip(), "Isi nama anggota yang berhenti."),
        ("reason", draft.reason in REASONS, "Pilih alasan berhenti."),
        ("reason_note", draft.reason != OTHER or draft.reason_note.strip(), "Isi sebab pemberhentian."),
    )
    found = [Problem(name, words) for name, given, words in needed if not given]
    if "surat" in draft.ticked and not set(draft.signers) & LEADERS.keys():
        words = "Pilih pimpinan DPRD yang menandatangani, atau hapus centang surat."
        found.append(Problem("signers", words))
    return found


def intake(draft: PawDraft, _standard: Standard, service: Service, _stage: ElectionStage | None) -> Intake:
    """What a request for a replacement says to its case."""
    who = ", ".join(part.strip() for part in (draft.member, draft.party, draft.district) if part.strip())
    subject = f"Penggantian antarwaktu {who}" if who else "Penggantian antarwaktu"
    return letter_intake(draft, service, subject, _own_problems(draft), conditions=(draft.reason,))


def _read(detail: Mapping[str, Any]) -> PawDraft:
    return msgspec.convert(detail, PawDraft)


def reason_words(draft: PawDraft) -> str:
    """Why the member leaves, with what was noted of it."""
    return ": ".join(part for part in (labelled(REASONS, draft.reason), draft.reason_note.strip()) if part)


def summary(detail: Mapping[str, Any]) -> Pairs:
    """Who leaves, why, and who asked."""
    draft = _read(detail)
    signed = ", ".join(LEADERS[one] for one in LEADERS if one in draft.signers)
    return (
        ("Anggota yang berhenti", draft.member),
        ("Partai politik", draft.party),
        ("Daerah pemilihan", draft.district),
        ("Alasan berhenti", reason_words(draft)),
        ("Ditandatangani", signed),
        ("Catatan", draft.note),
    )


# the answer

DECISIONS = (
    DecisionKind(NAMED, "Nama calon pengganti", letters=(ANSWER,), entry="pleno"),
    DecisionKind(STATUS, "Jawaban status hukum", letters=(ANSWER,), entry="pleno"),
)
PAPERS = (AnswerPaper(ANSWER, "Surat jawaban penggantian antarwaktu"),)


def letter_problems(answer: WrittenAnswer) -> tuple[Problem, ...]:
    """The party gets a copy (L2/III.B.7), and the candidate of the plenary is named."""
    found = []
    ranking = known_ranking(answer.entries)
    one = None if ranking is None else ranking.outcome.candidate
    if answer.decision == NAMED and one is not None and one.name not in answer.body:
        words = f"Isi surat belum menyebut calon yang ditetapkan rapat pleno, {one.name}."
        found.append(Problem("body", words))
    if not answer.copies_to:
        found.append(Problem("copies_to", "Isi tembusan kepada partai politik."))
    return tuple(found)


def write(basis: LetterBasis, decision: DecisionDraft | None, kind: str) -> LetterStart:
    """The start of the answer: who leaves, what the plenary decided, who follows or what the legal status is
    (L2/III.B.6, IV.A)."""
    draft = _read(basis.detail)
    leaders = _leaders(basis)
    points = [_leaves(draft)]
    if decision is not None:
        points += _named(basis) if decision.kind == NAMED else _status(basis)
    numbered = "\n".join(f"{place}. {point}" for place, point in enumerate(points, start=1))
    body = paragraphs(_opening(basis, leaders), numbered)
    if decision is not None and decision.kind == NAMED:
        body = paragraphs(body, _candidate_table(basis), _passed(basis))
    return LetterStart(
        kind,
        f"Jawaban penggantian antarwaktu anggota DPRD atas nama {draft.member}",
        paragraphs(body, _CLOSING),
        addressee=leaders,
        copies_to=(f"Pimpinan {draft.party}",),
    )


_CLOSING = "Demikian disampaikan. Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih."


def _leaders(basis: LetterBasis) -> str:
    body = basis.body_name or "DPRD"
    return body if body.casefold().startswith("pimpinan") else f"Pimpinan {body}"


def _opening(basis: LetterBasis, leaders: str) -> str:
    about = f" perihal {basis.letter.subject}" if basis.letter.subject else ""
    return (
        f"Menindaklanjuti surat {leaders}{cited(basis.letter)}{about}, yang kami terima pada tanggal "
        f"{basis.asked_on} dan tercatat dengan nomor register {basis.number}, dengan hormat kami "
        "sampaikan hal-hal berikut."
    )


def _leaves(draft: PawDraft) -> str:
    why = labelled(REASONS, draft.reason).lower()
    note = f" ({draft.reason_note.strip().rstrip('.')})" if draft.reason_note.strip() else ""
    return (
        f"Anggota DPRD yang berhenti antarwaktu adalah {draft.member} dari {draft.party}, {draft.district}, "
        f"dengan alasan {why}{note}."
    )


def _held(basis: LetterBasis) -> str:
    """The plenary with the number and day of its minutes."""
    minutes = msgspec.convert(basis.entries.get("pleno", {}), Plenary)
    number = f" sebagaimana Berita Acara Nomor {minutes.number}" if minutes.number else ""
    day = f" pada tanggal {full_day(minutes.held_on)}" if minutes.held_on else ""
    return f"rapat pleno{day}{number}"


def _named(basis: LetterBasis) -> list[str]:
    return [
        "Berdasarkan verifikasi dan klarifikasi atas kelengkapan, kebenaran, dan keabsahan dokumen serta "
        f"{_held(basis)}, calon pengganti antarwaktu dari partai politik dan daerah pemilihan yang sama "
        "dengan peringkat perolehan suara sah berikutnya adalah:"
    ]


def _candidate_table(basis: LetterBasis) -> str:
    ranking = known_ranking(basis.entries)
    one = None if ranking is None else ranking.outcome.candidate
    if ranking is None or one is None:
        return ""
    row = (one.name, str(one.number), ranking.party, ranking.district, grouped(one.votes))
    head = ("Nama calon", "Nomor urut", "Partai politik", "Daerah pemilihan", "Suara sah")
    return "\n".join(" | ".join(cells) for cells in (head, row))


def _passed(basis: LetterBasis) -> str:
    """Who of more votes is not proposed and why, and what decided among equal votes."""
    ranking = known_ranking(basis.entries)
    if ranking is None:
        return ""
    found = ranking.outcome
    passed = "\n".join(f"- {passed_words(one)};" for one in found.passed).removesuffix(";")
    told = paragraphs("Calon yang dilewati beserta alasannya:", f"{passed}.")
    tie = f"Suara yang sama diurutkan dengan dasar: {ranking.why.strip().rstrip('.')}."
    return paragraphs(told if found.passed else "", tie if found.settled else "")


def _status(basis: LetterBasis) -> list[str]:
    minutes = msgspec.convert(basis.entries.get("pleno", {}), Plenary)
    return [
        "Berdasarkan verifikasi dan klarifikasi atas kelengkapan, kebenaran, dan keabsahan dokumen serta "
        f"{_held(basis)}, status hukum penggantian antarwaktu tersebut kami jelaskan sebagai berikut: "
        f"{minutes.ruling.strip()}"
    ]


ENTRIES = {
    "verifikasi": VERIFICATION,
    "calon": RANKING,
    "klarifikasi": CLARIFICATION,
    "usulan": PROPOSAL,
    "pleno": PLENARY,
    "publikasi": PUBLICATION,
}
"""What is kept of a replacement beside its form."""

KIT = ServiceKit(
    slug="paw",
    draft=PawDraft,
    intake=intake,
    summary=summary,
    decisions=DECISIONS,
    papers=PAPERS,
    write=write,
    entries=ENTRIES,
    words={
        "member": "Anggota yang berhenti",
        "party": "Partai politik",
        "district": "Daerah pemilihan",
        "reason": "Alasan berhenti",
        "reason_note": "Keterangan alasan",
        "signers": "Penanda tangan",
    },
    letter_problems=letter_problems,
    votes=True,
    earlier=True,
)
"""Replacement of a member of the council (S2)."""
