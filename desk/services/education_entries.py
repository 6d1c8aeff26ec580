"""What is kept of a request for voter education beside its form (S7, L7): the pleno, the event as held."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from desk.rules.days import full_day
from desk.services.catalog import EntryGround, EntryKind, Pairs
from desk.services.common import Problem

GROUPS = ("Pemilih pemula", "Pemilih disabilitas", "Peserta lainnya")
"""Groups by which participants are counted, each person in one of them."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A pleno about a request: its day, the number of its minutes, conditions or the reason why not."""

    held_on: date | None = None
    number: str = ""
    note: str = ""

    def words(self) -> str:
        """``Rapat pleno tanggal 16 Maret 2026 (Berita Acara Nomor 12/BA/2026)``; empty without its day."""
        if self.held_on is None:
            return ""
        minutes = f" (Berita Acara Nomor {self.number.strip()})" if self.number.strip() else ""
        return f"Rapat pleno tanggal {full_day(self.held_on)}{minutes}"


def _begin(kind: str) -> Any:
    def begin(ground: EntryGround) -> Meeting:
        return msgspec.convert(ground.entries.get(kind, {}), Meeting)

    return begin


def meeting_problems(entry: Meeting, _ground: EntryGround) -> tuple[Problem, ...]:
    """What the note of a pleno lacks."""
    problems = []
    if entry.held_on is None:
        problems.append(Problem("held_on", "Isi tanggal rapat pleno."))
    if not entry.number.strip():
        problems.append(Problem("number", "Isi nomor berita acara pleno."))
    return tuple(problems)


def refusing_problems(entry: Meeting, ground: EntryGround) -> tuple[Problem, ...]:
    """The same, and the reason that the applicant is told."""
    lacking = () if entry.note.strip() else (Problem("note", "Isi alasan untuk pemohon."),)
    return (*meeting_problems(entry, ground), *lacking)


def _told(label: str) -> Any:
    def summary(data: Mapping[str, Any]) -> Pairs:
        entry = msgspec.convert(data, Meeting)
        day = "" if entry.held_on is None else full_day(entry.held_on)
        return (("Tanggal", day), ("Nomor berita acara", entry.number), (label, entry.note))

    return summary


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
    known = ground.entries.get("pelaksanaan")
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


def _reason(entry: Any) -> str:
    return str(entry.note).strip()


ENTRIES = {
    "pleno": EntryKind("Rapat pleno", Meeting, _begin("pleno"), meeting_problems, _told("Catatan")),
    "pleno_belum": EntryKind(
        "Rapat pleno", Meeting, _begin("pleno_belum"), refusing_problems, _told("Alasan"), reason=_reason
    ),
    "pelaksanaan": EntryKind(
        "Pelaksanaan kegiatan", HeldEvent, begin_held, held_problems, held_summary, came=_people
    ),
}
"""What is kept of voter education beside its form."""
