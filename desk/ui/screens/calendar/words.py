"""Words of the calendar: kinds of closed days, service hours, due dates that moved."""

from datetime import date
from typing import TYPE_CHECKING

from desk.rules.calendar import WEEKDAYS, DayKind, ServiceHours
from desk.ui.theme.tokens import Tone
from desk.ui.words import MONTHS, full_day, weekday

if TYPE_CHECKING:
    from desk.actions.limits import DueMove

KINDS = {
    DayKind.HOLIDAY: "Hari libur nasional",
    DayKind.CUTI_BERSAMA: "Cuti bersama",
    DayKind.CLOSING: "Kantor tutup",
}
KIND_TONES = {
    DayKind.HOLIDAY: Tone.ACCENT,
    DayKind.CUTI_BERSAMA: Tone.WARN,
    DayKind.CLOSING: Tone.NEUTRAL,
}
_NOVEMBER = 11


def hours_words(hours: ServiceHours) -> tuple[tuple[str, str], ...]:
    """Each weekday with its hours: ``("Jumat", "08.00–11.30 dan 13.30–16.00")``."""
    return tuple(
        (name.capitalize(), " dan ".join(f"{begin:%H.%M}–{end:%H.%M}" for begin, end in parts) or "Tutup")
        for name, parts in zip(WEEKDAYS, hours.week, strict=True)
    )


def moved_words(move: "DueMove") -> str:
    """``6 April 2026 → 7 April 2026``."""
    return f"{_day(move.before)} → {_day(move.after)}"


def _day(day: date | None) -> str:
    return "tanpa batas waktu" if day is None else full_day(day)


def missing_year(today: date, has_next: bool) -> int | None:
    """Next year, when from November on its cuti bersama is still missing in the office's calendar."""
    return today.year + 1 if today.month >= _NOVEMBER and not has_next else None


def source_words(source: str) -> str:
    """Where a closed day comes from."""
    return "bawaan" if source == "library" else source


def day_words(day: date) -> str:
    """``Kamis, 1 Januari``: the year stands above the list."""
    return f"{weekday(day)}, {day.day} {MONTHS[day.month - 1]}"
