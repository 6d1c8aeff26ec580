"""Days in Indonesian words, the same on screen, on paper and in texts."""

from datetime import date

MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)


def full_day(day: date) -> str:
    """``4 Desember 2026``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def span(first: date | None, last: date | None) -> str:
    """``4 Mei sampai dengan 30 Juni 2026``, both days included; empty while one of them is missing."""
    if first is None or last is None:
        return ""
    if first == last:
        return full_day(first)
    start = full_day(first) if first.year != last.year else full_day(first).rsplit(" ", 1)[0]
    return f"{start} sampai dengan {full_day(last)}"
