"""The working calendar of an office: closed days, service hours with their breaks, election stages (R11)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from itertools import pairwise

from desk.rules.errors import DeskError

WEEKDAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
"""Keys of service hours; the position is ``date.weekday()``."""

Interval = tuple[time, time]

_SATURDAY = 5
_INTERVAL = re.compile(r"(\d{1,2})[.:](\d{2})\s*[-–]\s*(\d{1,2})[.:](\d{2})")


class ServiceHoursError(DeskError):
    """Service hours that cannot be read, overlap or end before they begin."""

    code = "service_hours_invalid"


class DayKind(StrEnum):
    """Why an office is closed on a day other than the weekend."""

    HOLIDAY = "holiday"
    CUTI_BERSAMA = "cuti_bersama"
    CLOSING = "closing"


_KIND_LABELS = {
    DayKind.HOLIDAY: "Hari libur nasional",
    DayKind.CUTI_BERSAMA: "Cuti bersama",
    DayKind.CLOSING: "Kantor tutup",
}
_KIND_ORDER = tuple(_KIND_LABELS)


@dataclass(frozen=True, slots=True)
class ClosedDay:
    """One day the office does not work, with the name shown to people."""

    day: date
    kind: DayKind
    name: str


@dataclass(frozen=True, slots=True)
class ElectionStage:
    """An election stage (tahapan), both dates included."""

    name: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class ServiceHours:
    """Local opening intervals per weekday (0 = Monday); a break or the Friday prayer is a gap between two."""

    week: tuple[tuple[Interval, ...], ...]

    def __post_init__(self) -> None:
        if len(self.week) != len(WEEKDAYS):
            raise ServiceHoursError("Jam layanan harus memuat tujuh hari.")
        for name, intervals in zip(WEEKDAYS, self.week, strict=True):
            if any(begin >= end for begin, end in intervals):
                raise ServiceHoursError(f"Jam layanan {name}: jam tutup harus sesudah jam buka.")
            if any(earlier[1] > later[0] for earlier, later in pairwise(intervals)):
                raise ServiceHoursError(f"Jam layanan {name}: jam saling bertumpuk.")

    @classmethod
    def from_dict(cls, hours: Mapping[str, str]) -> "ServiceHours":
        """Read ``{"senin": "08.00-12.00, 13.00-16.00", …}``; a weekday left out or empty is closed.

        Raises:
            ServiceHoursError: unknown weekday, unreadable text, overlapping intervals.
        """
        unknown = sorted(set(hours) - set(WEEKDAYS))
        if unknown:
            raise ServiceHoursError(f"Jam layanan: hari tidak dikenal: {', '.join(unknown)}.")
        return cls(tuple(tuple(_intervals(name, hours.get(name, ""))) for name in WEEKDAYS))

    def to_dict(self) -> dict[str, str]:
        """The form that ``from_dict`` reads; closed weekdays are left out."""
        return {
            name: ", ".join(f"{begin:%H.%M}-{end:%H.%M}" for begin, end in intervals)
            for name, intervals in zip(WEEKDAYS, self.week, strict=True)
            if intervals
        }

    def is_open(self, weekday: int, at: time) -> bool:
        """Whether the counter serves at that local time; the closing minute itself is closed."""
        return any(begin <= at < end for begin, end in self.week[weekday])

    def closes(self, weekday: int) -> time | None:
        """Local time at which the last interval of a weekday ends; None on a weekday without service."""
        intervals = self.week[weekday]
        return intervals[-1][1] if intervals else None


def _intervals(name: str, text: str) -> Iterator[Interval]:
    for part in filter(None, (piece.strip() for piece in text.split(","))):
        match = _INTERVAL.fullmatch(part)
        if match is None:
            raise ServiceHoursError(f"Jam layanan {name}: “{part}” tidak terbaca, contoh 08.00-12.00.")
        begin_hour, begin_minute, end_hour, end_minute = map(int, match.groups())
        try:
            yield time(begin_hour, begin_minute), time(end_hour, end_minute)
        except ValueError as error:
            raise ServiceHoursError(f"Jam layanan {name}: “{part}” bukan jam yang sah.") from error


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Answers which days and hours count, in the office's own zone.

    A working day is Monday to Friday and in no closed day (facts.md, "Dates that move"). Instants given to
    the methods are aware; days are days of the office's zone.
    """

    zone: tzinfo
    hours: ServiceHours
    closed: tuple[ClosedDay, ...] = ()
    stages: tuple[ElectionStage, ...] = ()
    _by_day: dict[date, ClosedDay] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        ordered = sorted(self.closed, key=lambda closed: _KIND_ORDER.index(closed.kind), reverse=True)
        object.__setattr__(self, "_by_day", {closed.day: closed for closed in ordered})

    def why_closed(self, day: date) -> str | None:
        """Indonesian reason why a day is no working day; None on a working day. A named day wins over a
        weekend."""
        closed = self._by_day.get(day)
        if closed is not None:
            return f"{_KIND_LABELS[closed.kind]}: {closed.name}"
        if day.weekday() >= _SATURDAY:
            return WEEKDAYS[day.weekday()].capitalize()
        return None

    def is_working(self, day: date) -> bool:
        """Whether the day counts as a working day."""
        return self.why_closed(day) is None

    def next_working(self, day: date) -> date:
        """First working day after ``day``."""
        day += timedelta(days=1)
        while not self.is_working(day):
            day += timedelta(days=1)
        return day

    def on_or_after(self, day: date) -> date:
        """The day itself when it is a working day, else the next one."""
        return day if self.is_working(day) else self.next_working(day)

    def local(self, instant: datetime) -> datetime:
        """The same instant on the office's wall clock."""
        return instant.astimezone(self.zone)

    def is_open_at(self, instant: datetime) -> bool:
        """Whether the counter serves at this instant (working day, within hours, outside breaks)."""
        local = self.local(instant)
        return self.is_working(local.date()) and self.hours.is_open(local.weekday(), local.time())

    def day_of_receipt(self, instant: datetime) -> date:
        """Day on which something counts as received: after service hours or on a closed day, the next
        working day."""
        local = self.local(instant)
        day = local.date()
        closes = self.hours.closes(day.weekday())
        in_time = closes is not None and local.time() < closes
        return day if in_time and self.is_working(day) else self.next_working(day)

    def stage_on(self, day: date) -> ElectionStage | None:
        """The first listed election stage that runs on a day, if any."""
        return next((stage for stage in self.stages if stage.first <= day <= stage.last), None)
