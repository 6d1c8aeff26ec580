"""Recap of voters by district (S6, L6 products): read from CSV, its sums checked, kept with the request."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from desk.rules.csv_text import decoded, delimiter
from desk.rules.days import full_day
from desk.services.catalog import EntryGround, EntryKind, Pairs
from desk.services.common import Problem

COLUMNS = ("kecamatan", "laki_laki", "perempuan", "jumlah")
"""Columns of the file, in any order; others are passed over."""

_TOTALS = frozenset({"jumlah", "total"})
_FIGURES = re.compile(r"\d{1,9}|\d{1,3}(\.\d{3}){1,2}")
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class District:
    """Voters of a district (kecamatan): men and women."""

    name: str
    men: int
    women: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.men + self.women


@dataclass(frozen=True, slots=True)
class Recap:
    """A recap: which list it was made from, as of which day, its districts in the file's order."""

    source: str = ""
    as_of: date | None = None
    districts: tuple[District, ...] = ()

    @property
    def whole(self) -> District:
        """The sum over all districts."""
        return District(
            "Jumlah", sum(one.men for one in self.districts), sum(one.women for one in self.districts)
        )


@dataclass(frozen=True, slots=True)
class RecapFile:
    """What a file says: districts, or the sentences why nothing was taken; never both."""

    districts: tuple[District, ...] = ()
    errors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the file: its number, the district's name, and the three figures."""

    number: int
    name: str
    men: int
    women: int
    total: int


class _LineError(Exception):
    """A line that cannot be taken."""


def read_recap(data: bytes) -> RecapFile:
    """Read a recap; one line in error, and nothing of the file is taken.

    A last line named *Jumlah* or *Total* is held against the sum of the districts.
    """
    text = decoded(data)
    try:
        rows = list(_rows(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text), strict=True)))
    except csv.Error:
        return RecapFile(errors=("Berkas ini bukan CSV yang utuh.",))
    if not rows:
        return RecapFile(errors=("Berkas kosong.",))
    places = {_plain(title): place for place, title in reversed(list(enumerate(rows[0][1])))}
    lacking = [name for name in COLUMNS if name not in places]
    if lacking:
        return RecapFile(errors=(f"Kolom belum ada: {', '.join(lacking)}.",))
    lines: list[_Line] = []
    errors: list[str] = []
    for number, cells in rows[1:]:
        try:
            lines.append(_line(number, [cells[at].strip() if at < len(cells) else "" for at in _at(places)]))
        except _LineError as error:
            errors.append(f"Baris {number}: {error}")
    return _checked(lines, errors)


def _rows(lines: Any) -> Iterator[tuple[int, list[str]]]:
    for cells in lines:
        if any(cell.strip() for cell in cells):
            yield lines.line_num, cells


def _at(places: Mapping[str, int]) -> list[int]:
    return [places[name] for name in COLUMNS]


def _plain(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", title.casefold()).strip("_")


def _line(number: int, cells: Sequence[str]) -> _Line:
    name = " ".join(cells[0].split())
    if not name:
        raise _LineError("nama kecamatan kosong.")
    if len(name) > _LONGEST or "\N{REPLACEMENT CHARACTER}" in name:
        raise _LineError("nama kecamatan tidak terbaca.")
    men, women, total = (_figure(title, cell) for title, cell in zip(COLUMNS[1:], cells[1:], strict=True))
    if men + women != total:
        raise _LineError(f"{name}: {figures(men)} + {figures(women)} bukan {figures(total)}.")
    return _Line(number, name, men, women, total)


def _figure(title: str, cell: str) -> int:
    if not (cell.isascii() and _FIGURES.fullmatch(cell)):
        shown = f"“{cell}” bukan bilangan bulat" if cell else "kosong"
        raise _LineError(f"kolom {title} {shown}.")
    return int(cell.replace(".", ""))


def _checked(lines: Sequence[_Line], errors: list[str]) -> RecapFile:
    """The districts of the lines, unless something is wrong with one of them or with the whole."""
    ending = lines[-1] if lines and lines[-1].name.casefold() in _TOTALS else None
    own = lines[:-1] if ending is not None else lines
    first: dict[str, int] = {}
    for one in own:
        known = first.setdefault(one.name.casefold(), one.number)
        if known != one.number:
            errors.append(f"Baris {one.number}: {one.name} sudah ada pada baris {known}.")
    recap = Recap(districts=tuple(District(one.name, one.men, one.women) for one in own))
    if not errors and not own:
        errors.append("Tidak ada kecamatan dalam berkas.")
    if (
        not errors
        and ending is not None
        and (ending.men, ending.women) != (recap.whole.men, recap.whole.women)
    ):
        errors.append(
            f"Baris {ending.number}: {ending.name} {figures(ending.total)}, padahal jumlah seluruh kecamatan "
            f"{figures(recap.whole.total)} ({figures(recap.whole.men)} + {figures(recap.whole.women)})."
        )
    return RecapFile(errors=tuple(errors)) if errors else RecapFile(recap.districts)


def figures(count: int) -> str:
    """A number of voters with dots: ``12.345``."""
    return f"{count:,}".replace(",", ".")


# the entry


def _begin(ground: EntryGround) -> Recap:
    """As it was imported last, else empty."""
    return msgspec.convert(ground.entries.get("rekapitulasi", {}), Recap)


def recap_problems(entry: Recap, _ground: EntryGround) -> tuple[Problem, ...]:
    """What a recap lacks."""
    wanted = (
        ("source", entry.source.strip(), "Isi daftar pemilih yang direkapitulasi."),
        ("as_of", entry.as_of, "Isi tanggal keadaan data."),
        ("districts", entry.districts, "Impor berkas CSV rekapitulasi per kecamatan."),
    )
    return tuple(Problem(name, sentence) for name, value, sentence in wanted if not value)


def _summary(data: Mapping[str, Any]) -> Pairs:
    entry = msgspec.convert(data, Recap)
    rows = "\n".join(f"{one.name}: {figures(one.total)}" for one in entry.districts)
    whole = entry.whole
    return (
        ("Sumber", entry.source),
        ("Keadaan", "" if entry.as_of is None else full_day(entry.as_of)),
        ("Kecamatan", rows),
        (
            "Jumlah",
            f"{figures(whole.total)} ({figures(whole.men)} laki-laki, {figures(whole.women)} perempuan)",
        ),
    )


RECAP = EntryKind("Rekapitulasi data pemilih", Recap, _begin, recap_problems, _summary)
