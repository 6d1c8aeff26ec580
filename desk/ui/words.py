"""Days, moments, spans and amounts in the few Indonesian words that screens use."""

from datetime import date, datetime, tzinfo

from desk.rules.days import MONTHS, full_day

__all__ = ["DAYS", "MONTHS", "full_day"]

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_HOUR = 60


def short_day(day: date, today: date | None = None) -> str:
    """``4 Des``; with the year when it is not the year of ``today``."""
    words = f"{day.day} {MONTHS[day.month - 1][:3]}"
    return words if today is None or today.year == day.year else f"{words} {day.year}"


def weekday(day: date) -> str:
    """``Jumat``."""
    return DAYS[day.weekday()]


def named_day(day: date) -> str:
    """``Jumat, 4 Desember 2026``."""
    return f"{weekday(day)}, {full_day(day)}"


def named_short_day(day: date) -> str:
    """``Jumat, 4 Des 2026``."""
    return f"{weekday(day)}, {short_day(day)} {day.year}"


def clock(moment: datetime, zone: tzinfo | None = None) -> str:
    """``09.31``, on the wall clock of ``zone`` (None: as the moment stands)."""
    return f"{_there(moment, zone):%H.%M}"


def short_moment(moment: datetime, zone: tzinfo | None = None) -> str:
    """``20 Nov 09.31``, on the wall clock of ``zone`` (None: as the moment stands)."""
    local = _there(moment, zone)
    return f"{short_day(local.date())} {clock(local)}"


def full_moment(local: datetime) -> str:
    """``20 November 2026 pukul 09.31``."""
    return f"{full_day(local.date())} pukul {clock(local)}"


def since(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """``09.12`` for today, ``12 Mar 09.12`` for another day."""
    today = _there(moment, zone).date() == _there(now, zone).date()
    return clock(moment, zone) if today else short_moment(moment, zone)


def lasting(begin: datetime, end: datetime) -> str:
    """A span in words: ``baru saja``, ``6 mnt``, ``1 jam 20 mnt``; never negative."""
    minutes = max(0, int((end - begin).total_seconds() // 60))
    if minutes < 1:
        return "baru saja"
    if minutes < _HOUR:
        return f"{minutes} mnt"
    rest = f" {minutes % _HOUR} mnt" if minutes % _HOUR else ""
    return f"{minutes // _HOUR} jam{rest}"


def rupiah(amount: int) -> str:
    """``Rp12.500``."""
    return f"Rp{amount:,}".replace(",", ".")


def _there(moment: datetime, zone: tzinfo | None) -> datetime:
    return moment if zone is None else moment.astimezone(zone)
