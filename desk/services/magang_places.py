"""Internships once they are accepted (S5, L5): placement by section within its capacity, reports, papers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import msgspec

from desk.rules.days import full_day, span
from desk.services.catalog import Announced, EntryGround, EntryKind, Issue, Pairs
from desk.services.common import ApplicantDraft, Problem
from desk.standards.choices import PLACES

CERTIFICATE, STATEMENT = "sertifikat_magang", "keterangan_magang"
"""Papers an intern may get at the end (L5, products)."""

SECTIONS: Mapping[str, str] = {
    "teknis": "Teknis Penyelenggaraan Pemilu, Partisipasi dan Hubungan Masyarakat",
    "hukum": "Hukum dan Sumber Daya Manusia",
    "data": "Perencanaan, Data dan Informasi",
    "keuangan": "Keuangan, Umum dan Logistik",
}
"""Sections an intern can be placed in (requirements.md, P7)."""

CAPACITY = 4
"""Interns a section takes at once where the office set nothing (``magang_kapasitas_<section>``) [H]."""


@dataclass(frozen=True, slots=True)
class Intern:
    """Somebody the letter asks a place for: name, student number, field of study."""

    name: str = ""
    number: str = ""
    study: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What of a request these rules read."""

    applicant: ApplicantDraft = field(default_factory=ApplicantDraft)
    interns: tuple[Intern, ...] = ()
    starts: date | None = None
    ends: date | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where an intern works, and from which day to which (both included)."""

    name: str
    number: str = ""
    study: str = ""
    section: str = ""
    starts: date | None = None
    ends: date | None = None


@dataclass(frozen=True, slots=True)
class Placement:
    """Placements of all interns of a case."""

    places: tuple[Place, ...] = ()
    mentor: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What an intern left and gets: whether the report came, and the paper (empty: none)."""

    name: str
    reported: bool = False
    paper: str = CERTIFICATE


@dataclass(frozen=True, slots=True)
class Report:
    """Reports received at the end, on which day."""

    received_on: date | None = None
    results: tuple[Result, ...] = ()


# placement and capacity


def begin_placement(ground: EntryGround) -> Placement:
    """Everybody of the request for the days asked for, or as they are placed now."""
    known = ground.entries.get("penempatan")
    if known is not None:
        return msgspec.convert(known, Placement)
    asked = msgspec.convert(ground.detail, Asked)
    return Placement(
        tuple(
            Place(one.name, one.number, one.study, starts=asked.starts, ends=asked.ends)
            for one in asked.interns
        )
    )


def placement_problems(entry: Placement, ground: EntryGround) -> tuple[Problem, ...]:
    """What a placement lacks, and sections that would hold more interns at once than they take."""
    problems = []
    for one in entry.places:
        if one.section not in SECTIONS:
            problems.append(Problem("places", f"Pilih bagian untuk {one.name}."))
        elif one.starts is None or one.ends is None:
            problems.append(Problem("places", f"Isi tanggal mulai dan selesai untuk {one.name}."))
        elif one.ends < one.starts:
            problems.append(Problem("places", f"{one.name}: tanggal selesai mendahului tanggal mulai."))
    if problems:
        return tuple(problems)
    others = [one for data in ground.elsewhere for one in msgspec.convert(data, Placement).places]
    return tuple(
        Problem("places", sentence)
        for section in SECTIONS
        if (sentence := _full(section, entry.places, others, ground.settings))
    )


def capacity(section: str, settings: Mapping[str, Any]) -> int:
    """How many interns a section takes at once."""
    known = settings.get(capacity_key(section))
    return known if isinstance(known, int) else CAPACITY


def capacity_key(section: str) -> str:
    """The office's setting of a section's places."""
    return f"{PLACES}{section}"


def _full(section: str, mine: Sequence[Place], others: Sequence[Place], settings: Mapping[str, Any]) -> str:
    """Why a section cannot take them, empty when it can: the fullest day of the placement decides."""
    here = [one for one in mine if one.section == section]
    taken = [one for one in others if one.section == section]
    most, room = 0, capacity(section, settings)
    worst: date | None = None
    for day in sorted({one.starts for one in [*here, *taken] if one.starts is not None}):
        if not any(_runs(one, day) for one in here):
            continue
        count = sum(_runs(one, day) for one in [*here, *taken])
        if count > most:
            most, worst = count, day
    if most <= room or worst is None:
        return ""
    return f"Bagian {SECTIONS[section]} hanya menerima {room} peserta; pada {full_day(worst)} menjadi {most}."


def _runs(place: Place, day: date) -> bool:
    return place.starts is not None and place.ends is not None and place.starts <= day <= place.ends


def placement_summary(data: Mapping[str, Any]) -> Pairs:
    """Who works where, and with whom."""
    entry = msgspec.convert(data, Placement)
    rows = tuple(
        (one.name, f"{SECTIONS.get(one.section, one.section)}, {span(one.starts, one.ends)}")
        for one in entry.places
    )
    return (*rows, ("Pembimbing", entry.mentor))


def announces(entry: Placement, ground: EntryGround) -> tuple[Announced, ...]:
    """Everybody placed, for the gate: name, university, section, days (G1)."""
    university = msgspec.convert(ground.detail, Asked).applicant.body_name
    return tuple(
        Announced("magang", one.name, university, SECTIONS.get(one.section, ""), one.starts, one.ends)
        for one in entry.places
        if one.starts is not None and one.ends is not None
    )


# report and certificates


def begin_report(ground: EntryGround) -> Report:
    """Everybody placed, the report still to be ticked."""
    known = ground.entries.get("laporan")
    if known is not None:
        return msgspec.convert(known, Report)
    placed = begin_placement(ground)
    return Report(results=tuple(Result(one.name) for one in placed.places))


def report_problems(entry: Report, _ground: EntryGround) -> tuple[Problem, ...]:
    """What the note of received reports lacks; a certificate is for those who reported (L5/III.B)."""
    problems = []
    if entry.received_on is None:
        problems.append(Problem("received_on", "Isi tanggal laporan diterima."))
    if not any(one.paper for one in entry.results):
        problems.append(Problem("results", "Pilih naskah untuk sedikitnya satu peserta."))
    problems += [
        Problem("results", f"Laporan {one.name} belum diterima: pilih surat keterangan atau tanpa naskah.")
        for one in entry.results
        if one.paper == CERTIFICATE and not one.reported
    ]
    return tuple(problems)


def report_summary(data: Mapping[str, Any]) -> Pairs:
    """Whose report came, and what each gets."""
    entry = msgspec.convert(data, Report)
    papers = {CERTIFICATE: "sertifikat", STATEMENT: "surat keterangan"}
    rows = tuple(
        (
            one.name,
            ", ".join(
                (
                    "laporan diterima" if one.reported else "laporan belum diterima",
                    papers.get(one.paper, "tanpa naskah"),
                )
            ),
        )
        for one in entry.results
    )
    return (("Diterima", "" if entry.received_on is None else full_day(entry.received_on)), *rows)


def issues(ground: EntryGround) -> tuple[Issue, ...]:
    """A certificate or a statement for everybody who gets one, in the order of the request."""
    report = begin_report(ground)
    who = msgspec.convert(ground.detail, Asked).applicant.body_name
    subjects = {CERTIFICATE: "Sertifikat magang", STATEMENT: "Surat keterangan magang"}
    return tuple(
        Issue(one.paper, one.name, f"{subjects[one.paper]} {one.name}", who or one.name)
        for one in report.results
        if one.paper in subjects
    )


ENTRIES = {
    "penempatan": EntryKind(
        "Penempatan",
        Placement,
        begin_placement,
        placement_problems,
        placement_summary,
        announces=announces,
    ),
    "laporan": EntryKind("Laporan peserta", Report, begin_report, report_problems, report_summary),
}
"""What is kept of an internship beside its form."""
