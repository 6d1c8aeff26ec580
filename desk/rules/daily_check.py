"""The daily check of the channels (L3/III.B.2.a): from when a channel nobody looked at is told of."""

from datetime import datetime, timedelta

from desk.rules.calendar import WorkingCalendar

AHEAD = timedelta(hours=1)
"""How long before the end of service hours."""


def told_from(calendar: WorkingCalendar, now: datetime) -> datetime | None:
    """The moment of the office's day from which unchecked channels are told of; None on a day without
    service. ``now`` is aware."""
    local = calendar.local(now)
    closes = calendar.hours.closes(local.weekday())
    if closes is None or not calendar.is_working(local.date()):
        return None
    return datetime.combine(local.date(), closes, local.tzinfo) - AHEAD


def pressing(calendar: WorkingCalendar, now: datetime) -> bool:
    """Whether the day is so far gone that unchecked channels are told of."""
    since = told_from(calendar, now)
    return since is not None and now >= since
