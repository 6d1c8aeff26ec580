"""What is kept of the handling of a complaint (S4, R6): telaah, examinations, discipline, follow-up. Nothing
of it tells who complained."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from desk.rules.days import full_day
from desk.services.catalog import EntryGround, EntryKind, Pairs
from desk.services.common import Problem, labelled

WAYS = {
    "bagian": "Disalurkan ke bagian terkait",
    "pengawasan": "Pengawasan internal",
    "rujukan": "Dirujuk ke instansi lain",
    "bukan_kewenangan": "Bukan kewenangan",
    "dicatat": "Cukup dicatat",
}
"""Ways a complaint may take, as the telaah proposes them (L4/III.B)."""

INSPECTIONS = {"audit": "Audit", "investigasi": "Investigasi", "klarifikasi": "Klarifikasi"}
"""Examinations of the internal oversight (L4/III.B)."""

CRIMINAL = {"ya": "Ya, direkomendasikan pelimpahan", "tidak": "Tidak"}
"""Whether an examination found a criminal element."""

RESULTS = {"terbukti": "Terbukti", "sebagian": "Terbukti sebagian", "tidak": "Tidak terbukti"}
"""What a follow-up found."""


@dataclass(frozen=True, slots=True)
class Review:
    """The telaah: what was verified, and the way it proposes (``WAYS``)."""

    way: str = ""
    finding: str = ""


@dataclass(frozen=True, slots=True)
class Inspection:
    """An examination: its kind (``INSPECTIONS``), its day, what it found, ``criminal`` of ``CRIMINAL``."""

    kind: str = ""
    held_on: date | None = None
    finding: str = ""
    criminal: str = "tidak"


@dataclass(frozen=True, slots=True)
class Discipline:
    """A disciplinary measure (R6): who it is for, what, the decree it rests on, its day."""

    whom: str = ""
    measure: str = ""
    decree: str = ""
    dated: date | None = None


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The report of a follow-up: what was done, until which day, what was found (``RESULTS``)."""

    done: str = ""
    done_on: date | None = None
    result: str = ""
    advice: str = ""


_Needed = Sequence[tuple[str, str]]


def _checked(needed: _Needed) -> Callable[[Any, EntryGround], tuple[Problem, ...]]:
    """What an entry lacks of its needed fields, each with its sentence."""

    def problems(entry: Any, _ground: EntryGround) -> tuple[Problem, ...]:
        return tuple(Problem(name, words) for name, words in needed if not _given(getattr(entry, name)))

    return problems


def _given(value: object) -> bool:
    return bool(value.strip() if isinstance(value, str) else value)


def begin_review(ground: EntryGround) -> Review:
    """The telaah that holds, to be written anew after a return; empty at first."""
    return msgspec.convert(ground.entries.get("telaah", {}), Review)


def _day(day: date | None) -> str:
    return "" if day is None else full_day(day)


def review_summary(data: Mapping[str, Any]) -> Pairs:
    """What the telaah found and proposes."""
    entry = msgspec.convert(data, Review)
    return (("Usulan", labelled(WAYS, entry.way)), ("Hasil telaah", entry.finding))


def inspection_summary(data: Mapping[str, Any]) -> Pairs:
    """Which examination, when, with what result."""
    entry = msgspec.convert(data, Inspection)
    return (
        ("Pemeriksaan", labelled(INSPECTIONS, entry.kind)),
        ("Tanggal", _day(entry.held_on)),
        ("Hasil", entry.finding),
        ("Unsur pidana", labelled(CRIMINAL, entry.criminal)),
    )


def discipline_summary(data: Mapping[str, Any]) -> Pairs:
    """Which measure for whom."""
    entry = msgspec.convert(data, Discipline)
    return (
        ("Pegawai", entry.whom),
        ("Tindakan", entry.measure),
        ("Dasar", entry.decree),
        ("Tanggal", _day(entry.dated)),
    )


def follow_up_summary(data: Mapping[str, Any]) -> Pairs:
    """What was done and found."""
    entry = msgspec.convert(data, FollowUp)
    return (
        ("Tindakan", entry.done),
        ("Selesai", _day(entry.done_on)),
        ("Hasil", labelled(RESULTS, entry.result)),
        ("Saran perbaikan", entry.advice),
    )


ENTRIES = {
    "telaah": EntryKind(
        "Telaah",
        Review,
        begin_review,
        _checked((("way", "Pilih jalan yang diusulkan."), ("finding", "Isi hasil telaah."))),
        review_summary,
    ),
    "pemeriksaan": EntryKind(
        "Pemeriksaan",
        Inspection,
        lambda _ground: Inspection(),
        _checked(
            (
                ("kind", "Pilih jenis pemeriksaan."),
                ("held_on", "Isi tanggal pemeriksaan."),
                ("finding", "Isi hasil pemeriksaan."),
            )
        ),
        inspection_summary,
    ),
    "disiplin": EntryKind(
        "Tindak lanjut disiplin",
        Discipline,
        lambda _ground: Discipline(),
        _checked(
            (
                ("whom", "Isi pegawai yang dikenai."),
                ("measure", "Isi tindakan disiplin."),
                ("dated", "Isi tanggal tindakan."),
            )
        ),
        discipline_summary,
    ),
    "tindak_lanjut": EntryKind(
        "Laporan tindak lanjut",
        FollowUp,
        lambda _ground: FollowUp(),
        _checked(
            (
                ("done", "Isi tindakan yang dilakukan."),
                ("done_on", "Isi tanggal selesai."),
                ("result", "Pilih hasilnya."),
            )
        ),
        follow_up_summary,
    ),
}
"""What is kept of a complaint beside its form."""
