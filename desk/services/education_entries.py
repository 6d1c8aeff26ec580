"""What is kept of a request for voter education beside its form (S7, L7): the pleno, the event as held."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import msgspec

from desk.rules.days import full_day
from desk.services.catalog import EntryGround, EntryKind, Pairs
from desk.services.common import Problem

APPROVED, NOT_YET = "disetujui", "belum_disetujui"
"""Decisions of the pleno, as the flow names them."""

PLENARY, HELD = "pleno", "pelaksanaan"
"""Kinds of entries, as the flow names them."""

REPORT_PAPER = "laporan_kegiatan"
"""The paper made of an event that was held, as ``desk.papers`` names it."""

GROUPS = ("Pemilih pemula", "Pemilih disabilitas", "Peserta lainnya")
"""Groups by which participants are counted, each person in one of them."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A pleno about a request: what it decided, its day, the number of its minutes, and in ``note``
    conditions or the reason why not."""

    decision: str = ""
    held_on: date | None = None
    number: str = ""
    note: str = ""

    def words(self) -> str:
        """``Rapat pleno tanggal 16 Maret 2026 (Berita Acara Nomor 12/BA/2026)``; empty without its day."""
        if self.held_on is None:
            return ""
        minutes = f" (Berita Acara Nomor {self.number.strip()})" if self.number.strip() else ""
        return f"Rapat pleno tanggal {full_day(self.held_on)}{minutes}"


def begin_meeting(ground: EntryGround) -> Meeting:
    """The decision its move stands for; noted again, day and number as before."""
    known = msgspec.convert(ground.entries.get(PLENARY, {}), Meeting)
    same = known.decision == ground.decision
    return replace(known, decision=ground.decision, note=known.note if same else "")


def meeting_problems(entry: Meeting, ground: EntryGround) -> tuple[Problem, ...]:
    """What the note of a pleno lacks; one that did not agree tells the applicant why."""
    needed = (
        ("held_on", entry.held_on, "Isi tanggal rapat pleno."),
        ("number", entry.number.strip(), "Isi nomor berita acara pleno."),
        ("note", entry.note.strip() or ground.decision != NOT_YET, "Isi alasan untuk pemohon."),
    )
    return tuple(Problem(name, sentence) for name, value, sentence in needed if not value)


def meeting_summary(data: Mapping[str, Any]) -> Pairs:
    """Its day, its number, and why or on what condition."""
    entry = msgspec.convert(data, Meeting)
    day = "" if entry.held_on is None else full_day(entry.held_on)
    label = "Alasan" if entry.decision == NOT_YET else "Catatan"
    return (("Tanggal", day), ("Nomor berita acara", entry.number), (label, entry.note))


def _reason(entry: Any) -> str:
    return str(entry.note).strip() if entry.decision == NOT_YET else ""


@dataclass(frozen=True, slots=True)
class Attended:
    """How many of a group were there."""

    group: str
    men: int = 0
    women: int = 0


@dataclass(frozen=True, slots=True)
class Given:
    """Material given out: what, how many."""

    what: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class HeldEvent:
    """An event as it was held: its day, who came by group, what was given out, how it went."""

    held_on: date | None = None
    place: str = ""
    speakers: str = ""
    attended: tuple[Attended, ...] = ()
    given: tuple[Given, ...] = ()
    outcome: str = ""

    @property
    def people(self) -> int:
        """Everybody who came."""
        return sum(one.men + one.women for one in self.attended)


def begin_held(ground: EntryGround) -> HeldEvent:
    """Every group, nobody counted yet; day, place and speakers of the event in the calendar."""
    known = ground.entries.get(HELD)
    if known is not None:
        return msgspec.convert(known, HeldEvent)
    nobody = tuple(Attended(one) for one in GROUPS)
    if not ground.events:
        return HeldEvent(attended=nobody)
    last = ground.events[-1]
    return HeldEvent(last.starts.date(), last.place, last.speakers, nobody)


def held_problems(entry: HeldEvent, _ground: EntryGround) -> tuple[Problem, ...]:
    """What the report of an event lacks."""
    needed = (
        ("held_on", entry.held_on, "Isi tanggal kegiatan dilaksanakan."),
        ("place", entry.place.strip(), "Isi tempat kegiatan."),
        ("attended", entry.people, "Isi jumlah peserta, sedikitnya satu kelompok."),
        ("outcome", entry.outcome.strip(), "Isi ringkasan jalannya kegiatan."),
    )
    problems = [Problem(name, sentence) for name, value, sentence in needed if not value]
    unnamed = any(not one.what.strip() for one in entry.given)
    uncounted = next((one.what for one in entry.given if one.what.strip() and one.count <= 0), "")
    if unnamed:
        problems.append(Problem("given", "Ada baris bahan tanpa nama."))
    elif uncounted:
        problems.append(Problem("given", f"Isi jumlah {uncounted} yang dibagikan."))
    return tuple(problems)


def held_summary(data: Mapping[str, Any]) -> Pairs:
    """When and where it was held, who came, what was given out."""
    entry = msgspec.convert(data, HeldEvent)
    men, women = sum(one.men for one in entry.attended), sum(one.women for one in entry.attended)
    groups = "\n".join(
        f"{one.group}: {one.men + one.women} orang" for one in entry.attended if one.men or one.women
    )
    return (
        ("Dilaksanakan", "" if entry.held_on is None else full_day(entry.held_on)),
        ("Tempat", entry.place),
        ("Narasumber", entry.speakers),
        ("Peserta", f"{entry.people} orang ({men} laki-laki, {women} perempuan)"),
        ("Menurut kelompok", groups),
        ("Bahan dibagikan", "\n".join(f"{one.what}: {one.count}" for one in entry.given)),
        ("Jalannya kegiatan", entry.outcome),
    )


def _people(entry: Any) -> int:
    return int(entry.people)


ENTRIES = {
    PLENARY: EntryKind(
        "Rapat pleno", Meeting, begin_meeting, meeting_problems, meeting_summary, reason=_reason
    ),
    HELD: EntryKind(
        "Pelaksanaan kegiatan",
        HeldEvent,
        begin_held,
        held_problems,
        held_summary,
        came=_people,
        paper=REPORT_PAPER,
    ),
}
"""What is kept of voter education beside its form."""
