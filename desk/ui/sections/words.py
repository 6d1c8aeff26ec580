"""Limits and choices in the words that forms use."""

from collections.abc import Iterable
from typing import TypeVar

from desk.rules.deadlines import Limit, Unit
from desk.ui.fields import Choice

E = TypeVar("E", bound=str)

EPPID_HINT = "nomor pendaftaran di situs e-PPID"
"""What the field of that number asks for (W5)."""

UNIT_WORDS = {Unit.WORKING: "hari kerja", Unit.CALENDAR: "hari"}


def limit_words(limit: Limit) -> str:
    """``10 hari kerja · dapat +7 hari kerja``."""
    if limit.days is None:
        return "Tanpa batas waktu"
    words = f"{limit.days} {UNIT_WORDS[limit.unit]}"
    if limit.extension_days:
        words += f" · dapat +{limit.extension_days} {UNIT_WORDS[limit.extension_unit]}"
    return words


def choices(labels: dict[E, str], only: Iterable[E] | None = None) -> list[Choice]:
    """Choices of keys with their Indonesian words, all or only some, in the labels' order."""
    wanted = set(labels) if only is None else set(only)
    return [Choice(str(one), words) for one, words in labels.items() if one in wanted]
