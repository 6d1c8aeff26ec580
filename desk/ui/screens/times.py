"""Moments in words, as Indonesians write them: 09.31, 13 Mar 09.31, Jumat, 13 Maret 2026, 6 mnt."""

from datetime import date, datetime, tzinfo

from PySide6.QtCore import QDate, QLocale

_LOCALE = QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia)
_HOUR = 60


def clock(moment: datetime, zone: tzinfo) -> str:
    """Hour and minute on the office's wall: ``09.31``."""
    return f"{moment.astimezone(zone):%H.%M}"


def short_day(day: date) -> str:
    """``13 Mar``."""
    return _LOCALE.toString(QDate(day.year, day.month, day.day), "d MMM")


def long_day(day: date) -> str:
    """``Jumat, 13 Maret 2026``."""
    return _LOCALE.toString(QDate(day.year, day.month, day.day), "dddd, d MMMM yyyy")


def since(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """``09.12`` for today, ``12 Mar 09.12`` for another day."""
    local, today = moment.astimezone(zone), now.astimezone(zone).date()
    return (
        clock(moment, zone) if local.date() == today else f"{short_day(local.date())} {clock(moment, zone)}"
    )


def lasting(begin: datetime, end: datetime) -> str:
    """A span in words: ``baru saja``, ``6 mnt``, ``1 jam 20 mnt``; never negative."""
    minutes = max(0, int((end - begin).total_seconds() // 60))
    if minutes < 1:
        return "baru saja"
    if minutes < _HOUR:
        return f"{minutes} mnt"
    rest = f" {minutes % _HOUR} mnt" if minutes % _HOUR else ""
    return f"{minutes // _HOUR} jam{rest}"
