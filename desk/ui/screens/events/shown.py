"""What the calendar shows: bars on days, days of a month or week, lanes of what overlaps."""

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

WEEK = 7
_ROWS = 6
_EARLY, _LATE = 8, 17


@dataclass(frozen=True, slots=True)
class Bar:
    """An event on the office's clock; ``held``: it took place."""

    key: str
    title: str
    place: str
    starts: datetime
    ends: datetime
    held: bool = False

    @property
    def words(self) -> str:
        """``09.00 Kelas Demokrasi``, with a tick once it was held."""
        return f"{'✓ ' if self.held else ''}{self.starts:%H.%M} {self.title}"


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything that is painted: bars by their beginning, names of closed days, today."""

    bars: tuple[Bar, ...] = ()
    closed: Mapping[date, str] = field(default_factory=dict)
    today: date = date.min

    def on(self, day: date) -> tuple[Bar, ...]:
        """Bars that share a moment with a day."""
        return tuple(one for one in self.bars if _touches(one, day))


def _touches(bar: Bar, day: date) -> bool:
    last = bar.ends.date()
    ends_at_midnight = bar.ends.time() == time() and last > bar.starts.date()
    return bar.starts.date() <= day <= (last - timedelta(days=1) if ends_at_midnight else last)


def month_days(day: date) -> tuple[date, ...]:
    """Six whole weeks from Monday with the month of that day in them."""
    return _days(_monday(day.replace(day=1)), WEEK * _ROWS)


def week_days(day: date) -> tuple[date, ...]:
    """The week of that day from Monday."""
    return _days(_monday(day), WEEK)


def other_month(day: date, by: int) -> date:
    """The same day some months away, the last one where that month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + by, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def hours(bars: Iterable[Bar], days: Sequence[date]) -> tuple[int, int]:
    """First and last full hour of a week's face: the working day, or more where events need it."""
    first, last = _EARLY, _LATE
    for bar in bars:
        for day in days:
            if _touches(bar, day):
                begin, end = part_of(bar, day)
                first, last = min(first, int(begin)), max(last, -int(-end // 1))
    return first, last


def part_of(bar: Bar, day: date) -> tuple[float, float]:
    """The hours of a day that a bar takes: 9.5 is half past nine."""
    begin = _hour(bar.starts) if bar.starts.date() == day else 0.0
    end = _hour(bar.ends) if bar.ends.date() == day else 24.0
    return begin, end


def lanes(bars: Sequence[Bar], day: date) -> dict[str, tuple[int, int]]:
    """Where each bar of a day stands beside those it overlaps: its lane, and how many lanes there are."""
    ends: list[float] = []
    group: list[tuple[str, int]] = []
    found: dict[str, tuple[int, int]] = {}
    for bar in sorted(bars, key=lambda one: part_of(one, day)):
        begin, end = part_of(bar, day)
        if ends and begin >= max(ends):
            found |= {key: (lane, len(ends)) for key, lane in group}
            ends, group = [], []
        lane = next((place for place, free in enumerate(ends) if free <= begin), len(ends))
        ends[lane : lane + 1] = [end]
        group.append((bar.key, lane))
    return found | {key: (lane, len(ends)) for key, lane in group}


def _hour(moment: datetime) -> float:
    return moment.hour + moment.minute / 60


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _days(first: date, count: int) -> tuple[date, ...]:
    return tuple(first + timedelta(days=n) for n in range(count))
