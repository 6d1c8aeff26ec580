"""Reads votes from CSV or XLSX: columns dapil, partai, nomor, calon, suara, and if there is one kursi.

A party's own votes stand in a row without a candidate; ``JUMLAH`` in place of a candidate gives the party's
control total in the district, and without a party that of the district. Errors are told by line.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from zipfile import BadZipFile

from desk.rules.csv_text import decoded, delimiter
from desk.rules.errors import DeskError
from desk.rules.votes import LineProblem, VoteLine, line_problems

HEADERS: Mapping[str, tuple[str, ...]] = {
    "district": ("dapil", "daerah pemilihan"),
    "party": ("partai", "partai politik", "nama partai"),
    "number": ("nomor", "no", "nomor urut", "no urut"),
    "candidate": ("calon", "nama calon"),
    "votes": ("suara", "jumlah suara", "suara sah"),
    "seats": ("kursi", "jumlah kursi"),
}
"""Names a column may have, in small letters without signs."""

NEEDED = ("district", "party", "number", "candidate", "votes")
TOTAL = frozenset({"jumlah", "total", "jumlah akhir", "jumlah suara"})
"""Words in place of a candidate that mark a control total."""

MOST = 20_000
_GROUPS = re.compile(r"\d{1,3}(?:[. ,]\d{3})+")
_WHOLE = re.compile(r"\d{1,9}")
_ZIP = b"PK\x03\x04"


class VotesUnreadableError(DeskError):
    """The file cannot be read as votes at all."""

    code = "votes_unreadable"


@dataclass(frozen=True, slots=True)
class VoteFile:
    """What was read: figures in file order and everything wrong with them; with problems nothing is to be
    taken."""

    lines: tuple[VoteLine, ...]
    problems: tuple[LineProblem, ...]


class _CellError(Exception):
    """A cell that cannot be read."""


def read_votes(data: bytes) -> VoteFile:
    """Read votes from the bytes of a CSV or XLSX file.

    Raises:
        VotesUnreadableError: empty, too long, neither of the two, or a column is missing.
    """
    rows = iter(_workbook(data) if data.startswith(_ZIP) else _table(data))
    header = next((cells for _line, cells in rows if any(cells)), None)
    if header is None:
        raise VotesUnreadableError("Berkas ini kosong.")
    places = _places(header)
    lines: list[VoteLine] = []
    numbers: list[int] = []
    problems: list[LineProblem] = []
    for line, cells in rows:
        named = {field: cells[at] if at < len(cells) else "" for field, at in places.items()}
        if not any(named.values()):
            continue
        try:
            lines.append(line_from(named))
            numbers.append(line)
        except _CellError as error:
            problems.append(LineProblem(line, str(error)))
        if len(lines) > MOST:
            raise VotesUnreadableError(f"Berkas ini lebih dari {MOST} baris.")
    if not lines and not problems:
        raise VotesUnreadableError("Tidak ada baris suara di bawah judul kolom.")
    problems += line_problems(lines, numbers)
    return VoteFile(tuple(lines), tuple(sorted(problems, key=lambda one: one.line)))


def typed_lines(rows: Iterable[Mapping[str, str]]) -> VoteFile:
    """Read rows typed into a grid, by the names of ``HEADERS``; lines count from 1."""
    lines, numbers, problems = [], [], []
    for place, cells in enumerate(rows, start=1):
        try:
            lines.append(line_from(cells))
            numbers.append(place)
        except _CellError as error:
            problems.append(LineProblem(place, str(error)))
    problems += line_problems(lines, numbers)
    return VoteFile(tuple(lines), tuple(sorted(problems, key=lambda one: one.line)))


def line_from(cells: Mapping[str, str]) -> VoteLine:
    """A figure from its cells.

    Raises:
        _CellError: a count cannot be read.
    """
    candidate = _words(cells["candidate"])
    total = candidate.casefold() in TOTAL
    party = _words(cells["party"])
    if not candidate and party.casefold() in TOTAL:
        total, party = True, ""
    if not cells["votes"]:
        raise _CellError("Isi jumlah suara.")
    return VoteLine(
        district=_words(cells["district"]),
        party=party,
        number=0 if total else _count(cells["number"], "Nomor urut"),
        candidate="" if total else candidate,
        votes=_count(cells["votes"], "Jumlah suara"),
        seats=_count(cells.get("seats", ""), "Jumlah kursi"),
        total=total,
    )


def _words(text: str) -> str:
    return " ".join(text.split())


def _count(text: str, what: str) -> int:
    plain = re.sub(r"[. ,]", "", text) if _GROUPS.fullmatch(text) else text
    found = _WHOLE.fullmatch(plain) if plain.isascii() else None
    if plain and found is None:
        raise _CellError(f"{what} “{text[:30]}” bukan bilangan bulat.")
    return int(plain) if found else 0


def _places(header: Sequence[str]) -> dict[str, int]:
    known = {name: field for field, names in HEADERS.items() for name in names}
    places: dict[str, int] = {}
    for place, title in enumerate(header):
        field = known.get(" ".join(re.sub(r"[^a-z]+", " ", title.casefold()).split()))
        if field is not None:
            places.setdefault(field, place)
    lacking = [HEADERS[field][0] for field in NEEDED if field not in places]
    if lacking:
        raise VotesUnreadableError(f"Kolom tidak ada: {', '.join(lacking)}.")
    return places


def _table(data: bytes) -> Iterator[tuple[int, list[str]]]:
    text = decoded(data)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text), strict=True)
    try:
        for cells in lines:
            yield lines.line_num, [one.strip() for one in cells]
    except csv.Error as error:
        raise VotesUnreadableError(
            f"Berkas ini bukan CSV yang utuh (baris {lines.line_num}): periksa tanda kutipnya."
        ) from error


def _workbook(data: bytes) -> Iterator[tuple[int, list[str]]]:
    from openpyxl import load_workbook  # 170 ms: only when a workbook comes

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        rows = sheet.iter_rows(values_only=True, max_row=MOST + 10, max_col=30)
        yield from ((line, [_cell(one) for one in cells]) for line, cells in enumerate(rows, start=1))
    except (BadZipFile, KeyError, ValueError, IndexError, TypeError, OSError) as error:
        raise VotesUnreadableError("Berkas ini bukan lembar kerja XLSX yang utuh.") from error


def _cell(value: object) -> str:
    """A cell as words; a broken number keeps its decimals, so that it is not taken for thousands."""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.6f}"
    return "" if value is None else str(value).strip()
