"""Reads dates and times the way people type them, and writes them in Indonesian; pure functions."""

import re
from datetime import date, time, timedelta

from desk.ui.words import DAYS, MONTHS

_WORDS = {"hari ini": 0, "sekarang": 0, "besok": 1, "lusa": 2, "kemarin": -1}


class DateTextError(ValueError):
    """The text is no date (or time) that can be understood."""


def short_date(day: date) -> str:
    """``04/12/2026``, the form an officer edits."""
    return day.strftime("%d/%m/%Y")


def _made(day: int, month: int, year: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise DateTextError(f"{day}/{month}/{year}") from error


def _year(text: str, today: date) -> int:
    if not text:
        return today.year
    if len(text) == 2:
        short = int(text)
        return short + (2000 if short <= today.year % 100 + 20 else 1900)
    return int(text)


def _month(name: str) -> int:
    found = [i for i, month in enumerate(MONTHS, 1) if len(name) >= 3 and month.lower().startswith(name)]
    if len(found) != 1:
        raise DateTextError(name)
    return found[0]


def _relative(text: str, today: date) -> date | None:
    if text in _WORDS:
        return today + timedelta(days=_WORDS[text])
    if re.fullmatch(r"[+-]\d{1,4}", text):
        return today + timedelta(days=int(text))
    weekday = [i for i, name in enumerate(DAYS) if len(text) >= 3 and name.lower().startswith(text)]
    if len(weekday) == 1:
        return today + timedelta(days=(weekday[0] - today.weekday() - 1) % 7 + 1)
    return None


def parse_date(text: str, today: date) -> date | None:
    """A date from what was typed; None for nothing typed.

    Understands ``3/4``, ``3-4-26``, ``03042026``, ``030426``, ``0304``, ``2026-04-03``, ``3 april``,
    ``3 apr 2026``, ``hari ini``, ``besok``, ``lusa``, ``kemarin``, ``+3``, ``-2``, ``senin`` (the next one),
    and `named_day`'s own form.

    Raises:
        DateTextError: none of these, or no such day.
    """
    plain = " ".join(text.strip().lower().split())
    if not plain:
        return None
    relative = _relative(plain, today)
    if relative is not None:
        return relative
    if "," in plain:
        plain = plain.split(",", 1)[1].strip()
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", plain):
        return _made(int(found[3]), int(found[2]), int(found[1]))
    if found := re.fullmatch(r"(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{2}|\d{4}))?", plain):
        return _made(int(found[1]), int(found[2]), _year(found[3] or "", today))
    if found := re.fullmatch(r"(\d{2})(\d{2})(\d{2}|\d{4})?", plain):
        return _made(int(found[1]), int(found[2]), _year(found[3] or "", today))
    if found := re.fullmatch(r"(\d{1,2}) ([a-z]+)(?: (\d{2}|\d{4}))?", plain):
        return _made(int(found[1]), _month(found[2]), _year(found[3] or "", today))
    if re.fullmatch(r"\d{1,2}", plain):
        return _made(int(plain), today.month, today.year)
    raise DateTextError(text)


def parse_time(text: str) -> time | None:
    """A time of day from ``9``, ``930``, ``0930``, ``9.30``, ``09:30``; None for nothing typed.

    Raises:
        DateTextError: no time of day.
    """
    plain = text.strip()
    if not plain:
        return None
    found = re.fullmatch(r"(\d{1,2})(?:[.: ](\d{2}))?", plain) or re.fullmatch(r"(\d{1,2})(\d{2})", plain)
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        raise DateTextError(text)
    return time(int(found[1]), int(found[2] or 0))


def show_time(moment: time) -> str:
    """``09.30``."""
    return moment.strftime("%H.%M")
