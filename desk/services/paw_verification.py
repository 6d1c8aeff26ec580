"""Verification of a replacement (S2, L2/III.B.4): documents, clarifications, the proposal to the plenary."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from desk.rules.days import full_day
from desk.services.catalog import EntryGround, EntryKind, Pairs
from desk.services.common import Problem, labelled
from desk.services.paw_candidates import as_kept, known_ranking, named_elsewhere
from desk.services.paw_ranks import NAMED, STATUS, Found, words_of

PROPOSALS: Mapping[str, str] = {NAMED: "Nama calon pengganti", STATUS: "Jawaban status hukum"}

PAPER = "berita_acara_klarifikasi"
"""The paper of a clarification, as ``desk.papers`` names it."""

YES, NO = "ya", "tidak"

# verification


@dataclass(frozen=True, slots=True)
class Document:
    """A document: whether it is complete, correct and valid (``YES``, ``NO``, empty: not looked at)."""

    label: str
    complete: str = ""
    correct: str = ""
    valid: str = ""
    note: str = ""

    @property
    def seen(self) -> bool:
        """Whether it was looked at in every respect."""
        return all(one in (YES, NO) for one in (self.complete, self.correct, self.valid))

    @property
    def failed(self) -> bool:
        """Whether it lacks something."""
        return NO in (self.complete, self.correct, self.valid)


@dataclass(frozen=True, slots=True)
class Verification:
    """The verification list (L2/III.B.4)."""

    documents: tuple[Document, ...] = ()


def begin_verification(ground: EntryGround) -> Verification:
    """Every document that came, as it was judged last."""
    kept = msgspec.convert(ground.entries.get("verifikasi", {}), Verification)
    before = {one.label: one for one in kept.documents}
    return Verification(tuple(before.get(label, Document(label)) for label in ground.papers))


def verification_problems(entry: Verification, ground: EntryGround) -> tuple[Problem, ...]:
    """Every document is judged, and what one lacks is noted."""
    if {one.label for one in entry.documents} != set(ground.papers):
        return (Problem("documents", "Daftar berkas sudah berubah. Batalkan lalu buka lagi."),)
    for one in entry.documents:
        if not one.seen:
            return (Problem("documents", f"Isi lengkap, benar, dan sah: {one.label}."),)
        if one.failed and not one.note.strip():
            return (Problem("documents", f"Isi catatan, apa yang kurang: {one.label}."),)
    return ()


def verification_summary(data: Mapping[str, Any]) -> Pairs:
    """Each document with what it lacks."""
    entry = msgspec.convert(data, Verification)
    return tuple((one.label, document_words(one)) for one in entry.documents)


def document_words(one: Document) -> str:
    """``lengkap, benar, tidak sah: cap tidak terbaca``."""
    words = ", ".join(
        word if value == YES else f"tidak {word}"
        for word, value in (("lengkap", one.complete), ("benar", one.correct), ("sah", one.valid))
    )
    return f"{words}: {one.note}" if one.note.strip() else words


# clarification

MANNERS: Mapping[str, str] = {
    "pertemuan": "Pertemuan langsung",
    "surat": "Surat",
    "daring": "Daring",
    "telepon": "Telepon",
}
"""How something is clarified."""


@dataclass(frozen=True, slots=True)
class Clarification:
    """What was clarified with whom, when, how (``MANNERS``), and what came of it."""

    subject: str = ""
    people: str = ""
    held_on: date | None = None
    manner: str = "pertemuan"
    result: str = ""


def clarification_problems(entry: Clarification, _ground: EntryGround) -> tuple[Problem, ...]:
    """Everything of it is needed."""
    needed = (
        ("subject", entry.subject.strip(), "Isi apa yang diklarifikasi."),
        ("people", entry.people.strip(), "Isi pihak yang memberi klarifikasi."),
        ("held_on", entry.held_on, "Isi tanggal klarifikasi."),
        ("manner", entry.manner in MANNERS, "Pilih cara klarifikasi."),
        ("result", entry.result.strip(), "Isi hasil klarifikasi."),
    )
    return tuple(Problem(name, words) for name, given, words in needed if not given)


def clarification_summary(data: Mapping[str, Any]) -> Pairs:
    """What came of it."""
    entry = msgspec.convert(data, Clarification)
    return (
        ("Yang diklarifikasi", entry.subject),
        ("Pihak", entry.people),
        ("Tanggal", full_day(entry.held_on) if entry.held_on else ""),
        ("Cara", labelled(MANNERS, entry.manner)),
        ("Hasil", entry.result),
    )


# what is proposed to the plenary


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the verification proposes: ``kind`` of ``PROPOSALS``, and considerations for the plenary."""

    kind: str = ""
    note: str = ""


def begin_proposal(ground: EntryGround) -> Proposal:
    """As proposed before; at first the next candidate, where one can be."""
    kept = ground.entries.get("usulan")
    if kept is not None:
        return msgspec.convert(kept, Proposal)
    return Proposal("" if hindrance(ground) else NAMED)


def proposal_problems(entry: Proposal, ground: EntryGround) -> tuple[Problem, ...]:
    """Documents were verified; a candidate can be named, or it is said what the legal status is."""
    if "verifikasi" not in ground.entries:
        return (Problem("kind", "Catat verifikasi dokumen lebih dahulu."),)
    if entry.kind not in PROPOSALS:
        return (Problem("kind", "Pilih yang diusulkan kepada rapat pleno."),)
    if entry.kind == NAMED and (why := hindrance(ground)):
        return (Problem("kind", why),)
    if entry.kind == STATUS and not entry.note.strip():
        return (Problem("note", "Isi status hukum penggantian yang akan dijawab."),)
    if entry.kind == NAMED and not entry.note.strip() and (name := named_elsewhere(ground)):
        return (Problem("note", f"{name} {_NAMED_ELSEWHERE}"),)
    return ()


_NAMED_ELSEWHERE = (
    "sudah disebut sebagai pengganti pada permohonan lain: perbaiki urutan calon, atau isi pertimbangannya."
)


def hindrance(ground: EntryGround) -> str:
    """Why no candidate can be named now; empty when one can."""
    kept = ground.entries.get("verifikasi")
    if kept is None:
        return "Catat verifikasi dokumen lebih dahulu."
    documents = msgspec.convert(kept, Verification).documents
    if {one.label for one in documents} != set(ground.papers):
        return "Daftar berkas sudah berubah: catat verifikasi dokumen lagi."
    wrong = [one.label for one in documents if one.failed]
    if wrong:
        return f"Dokumen belum lengkap, benar, dan sah: {'; '.join(wrong)}."
    ranking = known_ranking(ground.entries)
    if ranking is None:
        return "Urutkan calon pengganti lebih dahulu."
    if not as_kept(ranking, ground):
        return "Perolehan suara sudah dikoreksi: urutkan calon lagi."
    found = ranking.outcome
    return "" if found.found is Found.NEXT else words_of(found)


def next_words(ground: EntryGround) -> str:
    """What the list of candidates comes to; empty before it is written."""
    ranking = known_ranking(ground.entries)
    return "" if ranking is None else words_of(ranking.outcome)


def proposal_summary(data: Mapping[str, Any]) -> Pairs:
    """What is proposed."""
    entry = msgspec.convert(data, Proposal)
    return (("Usulan", labelled(PROPOSALS, entry.kind)), ("Pertimbangan", entry.note))


def _clarified(_ground: EntryGround) -> Clarification:
    return Clarification()


VERIFICATION = EntryKind(
    "Verifikasi dokumen", Verification, begin_verification, verification_problems, verification_summary
)
CLARIFICATION = EntryKind(
    "Berita acara klarifikasi",
    Clarification,
    _clarified,
    clarification_problems,
    clarification_summary,
    paper=PAPER,
)
PROPOSAL = EntryKind("Hasil verifikasi", Proposal, begin_proposal, proposal_problems, proposal_summary)
