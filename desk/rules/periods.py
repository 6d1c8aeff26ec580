"""Parts of a year that reports are made for: half-years and others that divide it evenly."""

from dataclasses import dataclass
from datetime import date, timedelta

from desk.rules.days import MONTHS
from desk.rules.errors import DeskError

YEAR, HALF = 12, 6
_ROMAN = ("I", "II")


class PeriodError(DeskError):
    """No part of a year: its name cannot be read, or its months do not divide a year."""

    code = "period_invalid"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The ``place``-th part (from 1) of a year parted into spans of ``months``."""

    year: int
    place: int
    months: int = HALF

    def __post_init__(self) -> None:
        if self.months < 1 or YEAR % self.months or not 1 <= self.place <= YEAR // self.months:
            raise PeriodError(f"Masa laporan {self.year}-{self.place} tidak dikenal.")

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, (self.place - 1) * self.months + 1, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return self.next().first - timedelta(days=1)

    @property
    def key(self) -> str:
        """``2026-1``: how a report of it is asked for."""
        return f"{self.year}-{self.place}"

    @property
    def label(self) -> str:
        """``Semester I 2026``; of other spans the months they go over."""
        if self.months == HALF:
            return f"Semester {_ROMAN[self.place - 1]} {self.year}"
        first, last = MONTHS[self.first.month - 1], MONTHS[self.last.month - 1]
        return f"{first}–{last} {self.year}" if first != last else f"{first} {self.year}"

    def next(self) -> "Period":
        """The one after it."""
        whole = YEAR // self.months
        year, place = (self.year, self.place + 1) if self.place < whole else (self.year + 1, 1)
        return Period(year, place, self.months)


def period_of(day: date, months: int = HALF) -> Period:
    """The period a day lies in.

    Raises:
        PeriodError: such months do not divide a year.
    """
    if months < 1 or YEAR % months:
        raise PeriodError(f"Masa laporan {months} bulan tidak dikenal.")
    return Period(day.year, (day.month - 1) // months + 1, months)


def named(key: str, months: int = HALF) -> Period:
    """The period of that key (``2026-1``).

    Raises:
        PeriodError: it cannot be read, or a year has no such part.
    """
    year, _, place = key.partition("-")
    if not (year.isdecimal() and place.isdecimal()):
        raise PeriodError(f"Masa laporan “{key}” tidak dikenal.")
    return Period(int(year), int(place), months)
