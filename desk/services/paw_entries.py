"""What is kept of a replacement beside its form (S2, L2/III.B): documents verified, clarifications, what is
proposed to the plenary, its minutes, the link of the publication."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from desk.rules.days import full_day
from desk.services.catalog import EntryGround, EntryKind, Pairs
from desk.services.common import Problem, labelled
from desk.services.paw_candidates import RANKING, known_ranking, leaving
from desk.services.paw_ranks import Found, words_of

NAMED, STATUS = "nama_calon", "status_hukum"
"""Decisions, as the flow names them: the next candidate, or an answer on the legal status (L2/IV.A)."""

PROPOSALS: Mapping[str, str] = {NAMED: "Nama calon pengganti", STATUS: "Jawaban status hukum"}

CLARIFICATION_PAPER, PLENARY_PAPER = "berita_acara_klarifikasi", "berita_acara_pleno"
"""Papers, as ``desk.papers`` names them."""

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
        ("Tanggal", _day(entry.held_on)),
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
    return ()


def hindrance(ground: EntryGround) -> str:
    """Why no candidate can be named now; empty when one can."""
    kept = ground.entries.get("verifikasi")
    if kept is None:
        return "Catat verifikasi dokumen lebih dahulu."
    wrong = [one.label for one in msgspec.convert(kept, Verification).documents if one.failed]
    if wrong:
        return f"Dokumen belum lengkap, benar, dan sah: {'; '.join(wrong)}."
    ranking = known_ranking(ground.entries)
    if ranking is None:
        return "Urutkan calon pengganti lebih dahulu."
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


# the plenary


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody at the plenary, with title."""

    name: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Plenary:
    """The minutes of the plenary: ``number`` as the office numbers them (empty: it does not), ``ruling`` what
    was decided."""

    number: str = ""
    held_on: date | None = None
    place: str = ""
    attendees: tuple[Attendee, ...] = ()
    ruling: str = ""


def begin_plenary(ground: EntryGround) -> Plenary:
    """As written before a return; at first the commission as it is, and the ruling that was proposed."""
    kept = ground.entries.get("pleno")
    ruling = proposed_ruling(ground)
    if kept is not None:
        before = msgspec.convert(kept, Plenary)
        return Plenary(before.number, before.held_on, before.place, before.attendees, ruling)
    people = tuple(Attendee(name, title) for name, title in ground.commissioners)
    return Plenary(attendees=people, ruling=ruling)


def proposed_ruling(ground: EntryGround) -> str:
    """The ruling in words, by the decision the sheet stands for; empty where nobody can be named."""
    if ground.decision != NAMED:
        return msgspec.convert(ground.entries.get("usulan", {}), Proposal).note
    ranking = known_ranking(ground.entries)
    one = None if ranking is None else ranking.outcome.candidate
    if ranking is None or one is None:
        return ""
    who = leaving(ground).member
    return (
        f"Menetapkan {one.name}, nomor urut {one.number} dari {ranking.party}, {ranking.district}, sebagai "
        f"calon pengganti antarwaktu yang menggantikan {who}."
    )


def plenary_problems(entry: Plenary, ground: EntryGround) -> tuple[Problem, ...]:
    """Day, who attended, ruling; a ruling for a candidate names the one that can be named."""
    found = []
    if entry.held_on is None:
        found.append(Problem("held_on", "Isi tanggal rapat pleno."))
    if not any(one.name.strip() for one in entry.attendees):
        found.append(Problem("attendees", "Isi yang hadir, satu baris untuk setiap orang."))
    if not entry.ruling.strip():
        found.append(Problem("ruling", "Isi keputusan rapat pleno."))
    found += _ruling_problems(entry, ground)
    number = entry.number.strip()
    if number and any(other.get("number") == number for other in ground.elsewhere):
        found.append(Problem("number", "Nomor berita acara ini sudah dipakai pada permohonan lain."))
    return tuple(found)


def _ruling_problems(entry: Plenary, ground: EntryGround) -> list[Problem]:
    if ground.decision != NAMED:
        return []
    ranking = known_ranking(ground.entries)
    if (why := hindrance(ground)) or ranking is None or ranking.outcome.candidate is None:
        return [Problem("ruling", why)]
    name = ranking.outcome.candidate.name
    if entry.ruling.strip() and name not in entry.ruling:
        return [Problem("ruling", f"Keputusan tidak menyebut calon berikutnya, {name}.")]
    return []


def plenary_summary(data: Mapping[str, Any]) -> Pairs:
    """Its minutes in short."""
    entry = msgspec.convert(data, Plenary)
    who = "\n".join(" · ".join(part for part in (one.name, one.title) if part) for one in entry.attendees)
    return (
        ("Nomor", entry.number),
        ("Tanggal", _day(entry.held_on)),
        ("Tempat", entry.place),
        ("Hadir", who),
        ("Keputusan", entry.ruling),
    )


# publication


@dataclass(frozen=True, slots=True)
class Publication:
    """Where the replacement is published (L2/III.B.10), and since which day."""

    link: str = ""
    published_on: date | None = None
    note: str = ""


def publication_problems(entry: Publication, _ground: EntryGround) -> tuple[Problem, ...]:
    """An address of the web, and a day."""
    found = []
    host = entry.link.strip().partition("://")[2].partition("/")[0]
    if not entry.link.strip().startswith(("https://", "http://")) or "." not in host or " " in host:
        found.append(Problem("link", "Isi tautan lengkap, mulai dengan https://"))
    if entry.published_on is None:
        found.append(Problem("published_on", "Isi tanggal publikasi."))
    return tuple(found)


def publication_summary(data: Mapping[str, Any]) -> Pairs:
    """The link."""
    entry = msgspec.convert(data, Publication)
    return (("Tautan", entry.link), ("Dipublikasikan", _day(entry.published_on)), ("Catatan", entry.note))


def _day(day: date | None) -> str:
    return "" if day is None else full_day(day)


def _published(_ground: EntryGround) -> Publication:
    return Publication()


def _clarified(_ground: EntryGround) -> Clarification:
    return Clarification()


ENTRIES = {
    "verifikasi": EntryKind(
        "Verifikasi dokumen",
        Verification,
        begin_verification,
        verification_problems,
        verification_summary,
    ),
    "calon": RANKING,
    "klarifikasi": EntryKind(
        "Klarifikasi",
        Clarification,
        _clarified,
        clarification_problems,
        clarification_summary,
        paper=CLARIFICATION_PAPER,
    ),
    "usulan": EntryKind("Hasil verifikasi", Proposal, begin_proposal, proposal_problems, proposal_summary),
    "pleno": EntryKind(
        "Rapat pleno",
        Plenary,
        begin_plenary,
        plenary_problems,
        plenary_summary,
        reason=lambda entry: str(entry.ruling),
        paper=PLENARY_PAPER,
    ),
    "publikasi": EntryKind(
        "Publikasi", Publication, _published, publication_problems, publication_summary, product=NAMED
    ),
}
"""What is kept of a replacement beside its form."""
