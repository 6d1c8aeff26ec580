"""Days, hours and amounts in the few words that screens use."""

from collections.abc import Iterable
from datetime import date, datetime, tzinfo
from enum import StrEnum
from typing import TypeVar

from desk.rules.deadlines import Limit, Unit
from desk.ui.fields import Choice
from desk.ui.fields.datetext import DAYS, MONTHS

E = TypeVar("E", bound=StrEnum)

UNIT_WORDS = {Unit.WORKING: "hari kerja", Unit.CALENDAR: "hari"}


def short_day(day: date) -> str:
    """``4 Des``."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def full_day(day: date) -> str:
    """``Jumat, 4 Des 2026``."""
    return f"{DAYS[day.weekday()]}, {short_day(day)} {day.year}"


def hour(moment: datetime, zone: tzinfo | None = None) -> str:
    """``09.12`` on the office's wall clock."""
    return f"{moment.astimezone(zone) if zone else moment:%H.%M}"


def day_and_hour(moment: datetime, zone: tzinfo) -> str:
    """``4 Des 09.12`` on the office's wall clock."""
    local = moment.astimezone(zone)
    return f"{short_day(local.date())} {local:%H.%M}"


def rupiah(amount: int) -> str:
    """``Rp12.500``."""
    return f"Rp{amount:,}".replace(",", ".")


def limit_words(limit: Limit) -> str:
    """``10 hari kerja · dapat +7 hari kerja``."""
    if limit.days is None:
        return "Tanpa batas waktu"
    words = f"{limit.days} {UNIT_WORDS[limit.unit]}"
    if limit.extension_days:
        words += f" · dapat +{limit.extension_days} {UNIT_WORDS[limit.extension_unit]}"
    return words


def choices(labels: dict[E, str], only: Iterable[E] | None = None) -> list[Choice]:
    """Choices of an enumeration with its Indonesian words, all or only some, in the labels' order."""
    wanted = set(labels) if only is None else set(only)
    return [Choice(one.value, words) for one, words in labels.items() if one in wanted]
