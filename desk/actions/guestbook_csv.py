"""Reads an old guestbook from CSV: columns by their names, Indonesian dates and times, errors by line.

UTF-8 or Windows-1252, separated by comma, semicolon or tab; headers in Indonesian or English, in any order.
Needed are a name and a date; identity numbers are never read (facts.md, "look, record, return").
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from desk.rules.calendar import ServiceHours
from desk.rules.csv_text import decoded, delimiter
from desk.rules.errors import DeskError

HEADERS: dict[str, tuple[str, ...]] = {
    "name": ("nama", "nama tamu", "nama pengunjung", "nama lengkap", "name", "visitor", "guest"),
    "day": ("tanggal", "tgl", "hari tanggal", "tanggal kunjungan", "date", "day"),
    "arrived": (
        "jam masuk",
        "waktu masuk",
        "jam datang",
        "jam",
        "pukul",
        "waktu",
        "time",
        "time in",
        "arrived",
    ),
    "left": ("jam keluar", "waktu keluar", "jam pulang", "time out", "left"),
    "institution": (
        "instansi",
        "asal instansi",
        "asal",
        "lembaga",
        "institution",
        "organisation",
        "organization",
    ),
    "phone": (
        "telepon",
        "no telepon",
        "no telp",
        "nomor telepon",
        "no hp",
        "nomor hp",
        "hp",
        "whatsapp",
        "phone",
    ),
    "purpose": ("keperluan", "maksud", "tujuan", "maksud dan tujuan", "purpose"),
    "meets": (
        "bertemu",
        "bertemu dengan",
        "menemui",
        "yang ditemui",
        "pejabat yang ditemui",
        "meets",
        "host",
    ),
    "companions": ("pengikut", "jumlah pengikut", "pendamping", "jumlah pendamping", "companions"),
    "card": ("kartu", "no kartu", "nomor kartu", "kartu tamu", "card"),
    "note": ("keterangan", "catatan", "note", "remark"),
}
"""Names a column may have; written in small letters without signs."""

REQUIRED = ("name", "day")
UNKNOWN_PURPOSE = "Tidak tercatat"
_EARLIEST = 1990
_LONGEST = 250
_UNREADABLE, _SPACE = "\N{REPLACEMENT CHARACTER}", ord(" ")
_DAY = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORDS = re.compile(r"(\d{1,2})\s+([A-Za-z]+)\s+(\d{4})")
_TIME = re.compile(r"(\d{1,2})[.:](\d{2})(?:[.:]\d{2})?(?:\s*(?:wib|wita|wit))?", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des")
_ENGLISH = {"may": "mei", "aug": "agu", "oct": "okt", "dec": "des"}
_DEFAULT_OPENING = time(8, 0)


class GuestbookError(DeskError):
    """The file cannot be read as a guestbook at all."""

    code = "guestbook_unreadable"


@dataclass(frozen=True, slots=True)
class LineError:
    """What is wrong in a line of the file, in English for the command line; the first line is 1."""

    line: int
    column: str
    message: str


@dataclass(frozen=True, slots=True)
class GuestRow:
    """One visitor of the file; instants aware. Without a time in the file (``timed`` False) the office's
    opening hour stands; without a time out ``left_at`` is the time in, so that nobody of the past counts as
    inside."""

    line: int
    day: date
    arrived_at: datetime
    left_at: datetime
    name: str
    institution: str = ""
    phone: str = ""
    purpose: str = UNKNOWN_PURPOSE
    meets: str = ""
    companions: int = 0
    card: str = ""
    note: str = ""
    timed: bool = True


@dataclass(frozen=True, slots=True)
class Guestbook:
    """What was read: rows in file order, lines in error, columns passed over."""

    rows: tuple[GuestRow, ...]
    errors: tuple[LineError, ...]
    ignored: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """What turns the file's local times into moments: the office's zone and hours, and today's day."""

    zone: ZoneInfo
    hours: ServiceHours
    today: date


class _CellError(Exception):
    """A cell that cannot be read."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column


def read_guestbook(data: bytes, frame: Frame) -> Guestbook:
    """Read a guestbook.

    Raises:
        GuestbookError: empty, or without a column for name or date.
    """
    text = decoded(data)
    try:
        return _read(text, frame)
    except csv.Error as error:
        raise GuestbookError(f"The file is no CSV: {error}.") from error


def _read(text: str, frame: Frame) -> Guestbook:
    _refuse_cut_off(text)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text))
    header = next((row for row in lines if any(cell.strip() for cell in row)), None)
    if header is None:
        raise GuestbookError("The file is empty.")
    places, ignored = _places(header)
    rows: list[GuestRow] = []
    errors: list[LineError] = []
    for cells in lines:
        if not any(cell.strip() for cell in cells):
            continue
        try:
            rows.append(_row(lines.line_num, _named(cells, places), frame))
        except _CellError as error:
            errors.append(LineError(lines.line_num, error.column, str(error)))
    return Guestbook(tuple(rows), tuple(errors), ignored)


def _refuse_cut_off(text: str) -> None:
    """Quotation marks that never close swallow every line behind them.

    Raises:
        GuestbookError: the file ends inside them.
    """
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text), strict=True)
    try:
        for _ in lines:
            continue
    except csv.Error as error:
        if "unexpected end" in str(error):
            raise GuestbookError("The file ends inside quotation marks: is it cut off?") from error


def _plain(header: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9]+", " ", header.casefold()).split())


def _places(header: list[str]) -> tuple[dict[str, int], tuple[str, ...]]:
    """Place of each known column, and the names of those passed over.

    Raises:
        GuestbookError: no column for the name or the date.
    """
    known = {name: field for field, names in HEADERS.items() for name in names}
    places: dict[str, int] = {}
    ignored = []
    for place, title in enumerate(header):
        field = known.get(_plain(title))
        if field is None or field in places:
            ignored.append(title.strip())
        else:
            places[field] = place
    for field in REQUIRED:
        if field not in places:
            names = ", ".join(HEADERS[field][:3])
            raise GuestbookError(f"No column for the {field} of a visitor; name it one of: {names}.")
    return places, tuple(title for title in ignored if title)


def _named(cells: list[str], places: Mapping[str, int]) -> dict[str, str]:
    return {field: cells[at].strip() if at < len(cells) else "" for field, at in places.items()}


def _row(line: int, cells: Mapping[str, str], frame: Frame) -> GuestRow:
    """One visitor.

    Raises:
        _CellError: a cell cannot be read.
    """
    if not cells["name"]:
        raise _CellError("name", "the name is missing")
    _refuse_odd(cells)
    day, spare = _day(cells["day"], frame.today)
    typed = cells.get("arrived") or spare
    arrived = _moment("arrived", typed, day, frame) if typed else _opening(day, frame)
    left = _moment("left", cells["left"], day, frame) if cells.get("left") else arrived
    if left < arrived:
        raise _CellError("left", f"the time out {cells['left']!r} is before the time in")
    return GuestRow(
        line=line,
        day=day,
        arrived_at=arrived,
        left_at=left,
        name=" ".join(cells["name"].split()),
        purpose=cells.get("purpose") or UNKNOWN_PURPOSE,
        companions=_count(cells.get("companions", "")),
        timed=bool(typed),
        **{name: cells.get(name, "") for name in ("institution", "phone", "meets", "card", "note")},
    )


def _refuse_odd(cells: Mapping[str, str]) -> None:
    for field, text in cells.items():
        if len(text) > _LONGEST and field != "note":
            raise _CellError(field, f"longer than {_LONGEST} characters")
        if any(one == _UNREADABLE or (ord(one) < _SPACE and one not in "\r\n\t") for one in text):
            raise _CellError(field, "signs that cannot be read: save the file as UTF-8")


def _day(text: str, today: date) -> tuple[date, str]:
    """The day, and a time that stood behind it in the same cell."""
    for pattern, numbers in _day_numbers(text):
        try:
            day = date(*numbers)
        except ValueError:
            break
        if not day.year >= _EARLIEST or day > today:
            raise _CellError("day", f"the date {text!r} is not in the past of this office")
        rest = text[pattern.end() :].strip(" ,T")
        return day, rest
    raise _CellError("day", f"the date {text!r} cannot be read; write it as dd/mm/yyyy")


def _day_numbers(text: str) -> Iterator[tuple[re.Match[str], tuple[int, int, int]]]:
    """Every way to read the start of a text as year, month, day."""
    if found := _ISO.match(text):
        yield found, (int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY.match(text):
        yield found, (int(found[3]), int(found[2]), int(found[1]))
    if found := _WORDS.match(text):
        month = found[2].casefold()[:3]
        month = _ENGLISH.get(month, month)
        if month in _MONTHS:
            yield found, (int(found[3]), _MONTHS.index(month) + 1, int(found[1]))


def _moment(column: str, text: str, day: date, frame: Frame) -> datetime:
    found = _TIME.fullmatch(text)
    try:
        at = time(int(found[1]), int(found[2])) if found else None
    except ValueError:
        at = None
    if at is None:
        raise _CellError(column, f"the time {text!r} cannot be read; write it as hh.mm")
    return datetime.combine(day, at, frame.zone).astimezone(UTC)


def _opening(day: date, frame: Frame) -> datetime:
    intervals = frame.hours.week[day.weekday()]
    opens = intervals[0][0] if intervals else _DEFAULT_OPENING
    return datetime.combine(day, opens, frame.zone).astimezone(UTC)


def _count(text: str) -> int:
    if not text:
        return 0
    if not (text.isascii() and text.isdigit() and int(text) < 1000):
        raise _CellError("companions", f"the number of companions {text!r} cannot be read")
    return int(text)
