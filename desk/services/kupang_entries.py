"""What is kept of a request to KPU Kota Kupang beside its form: identification, consultation, direction."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from desk.services.catalog import EntryGround, EntryKind, Pairs
from desk.services.common import Problem, labelled

MEETING, INTERVIEW = "pertemuan", "wawancara"
NEEDS: Mapping[str, str] = {MEETING: "Perlu pertemuan langsung", INTERVIEW: "Bersifat wawancara"}
"""Why a division is consulted; without one of these it is not (KPG 9)."""


@dataclass(frozen=True, slots=True)
class Identification:
    """What the letter asks for: the data to be prepared (KPG 8)."""

    data: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Consultation:
    """Why the division is asked, and what (KPG 9)."""

    need: str = ""
    asked: str = ""


@dataclass(frozen=True, slots=True)
class Direction:
    """What the division said (KPG 9, 10)."""

    text: str = ""


def _identified(ground: EntryGround) -> Identification:
    return msgspec.convert(ground.entries.get("identifikasi", {}), Identification)


def identification_problems(entry: Identification, _ground: EntryGround) -> tuple[Problem, ...]:
    """The data asked for."""
    return () if entry.data.strip() else (Problem("data", "Isi data yang diminta menurut perihal surat."),)


def identification_summary(data: Mapping[str, Any]) -> Pairs:
    """The data, and what was noted."""
    entry = msgspec.convert(data, Identification)
    return (("Data yang diminta", entry.data), ("Keterangan", entry.note))


def consultation_problems(entry: Consultation, _ground: EntryGround) -> tuple[Problem, ...]:
    """A division is asked something, and only where a meeting or an interview is needed."""
    problems = []
    if entry.need not in NEEDS:
        problems.append(Problem("need", "Pilih alasannya: pertemuan langsung atau wawancara."))
    if not entry.asked.strip():
        problems.append(Problem("asked", "Isi hal yang dikonsultasikan."))
    return tuple(problems)


def consultation_summary(data: Mapping[str, Any]) -> Pairs:
    """Why, and what was asked."""
    entry = msgspec.convert(data, Consultation)
    return (("Alasan", labelled(NEEDS, entry.need)), ("Hal yang dikonsultasikan", entry.asked))


def direction_problems(entry: Direction, _ground: EntryGround) -> tuple[Problem, ...]:
    """What the division said."""
    return () if entry.text.strip() else (Problem("text", "Isi arahan divisi."),)


def direction_summary(data: Mapping[str, Any]) -> Pairs:
    """What the division said."""
    return (("Arahan", msgspec.convert(data, Direction).text),)


ENTRIES = {
    "identifikasi": EntryKind(
        "Hasil identifikasi", Identification, _identified, identification_problems, identification_summary
    ),
    "konsultasi": EntryKind(
        "Konsultasi dengan divisi",
        Consultation,
        lambda _ground: Consultation(),
        consultation_problems,
        consultation_summary,
    ),
    "arahan": EntryKind(
        "Arahan divisi", Direction, lambda _ground: Direction(), direction_problems, direction_summary
    ),
}
"""What is kept, by kind."""
