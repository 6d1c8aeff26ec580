"""Service hours and time zones in Indonesian words, the same on screen and on paper."""

from datetime import datetime, time, tzinfo
from itertools import groupby
from typing import Literal

from desk.rules.calendar import WEEKDAYS, Interval, ServiceHours

Zone = Literal["WIB", "WITA", "WIT"]

_ZONES: dict[int, Zone] = {7: "WIB", 8: "WITA", 9: "WIT"}


def zone_words(zone: tzinfo) -> Zone:
    """WIB, WITA or WIT: Indonesia's zones keep the same offset all year."""
    offset = datetime(2026, 1, 1, tzinfo=zone).utcoffset()
    return _ZONES.get(0 if offset is None else round(offset.total_seconds() / 3600), "WIB")


def hours_text(hours: ServiceHours) -> str:
    """Service hours with days of equal hours together: ``Senin–Kamis 08.00–12.00, 13.00–16.00; Jumat …``."""
    parts = []
    for intervals, days in groupby(zip(WEEKDAYS, hours.week, strict=True), key=lambda day: day[1]):
        if intervals:
            names = [name.capitalize() for name, _ in days]
            span = names[0] if len(names) == 1 else f"{names[0]}–{names[-1]}"
            parts.append(f"{span} {', '.join(_interval(one) for one in intervals)}")
    return "; ".join(parts)


def _interval(interval: Interval) -> str:
    begin, end = interval
    return f"{_clock(begin)}–{_clock(end)}"


def _clock(at: time) -> str:
    return f"{at:%H.%M}"
