"""From when a channel nobody looked at is told of."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from desk.rules.calendar import ClosedDay, DayKind, ServiceHours, WorkingCalendar
from desk.rules.daily_check import pressing, told_from

WITA = ZoneInfo("Asia/Makassar")
HOURS = ServiceHours.from_dict(
    {"kamis": "08.00-12.00, 13.00-16.00", "jumat": "08.00-11.30", "sabtu": "08.00-12.00"}
)
CALENDAR = WorkingCalendar(WITA, HOURS, (ClosedDay(date(2026, 3, 19), DayKind.HOLIDAY, "Nyepi"),), ())


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (datetime(2026, 3, 12, 14, 59, tzinfo=WITA), False),
        (datetime(2026, 3, 12, 15, 0, tzinfo=WITA), True),
        (datetime(2026, 3, 12, 22, 0, tzinfo=WITA), True),
        (datetime(2026, 3, 13, 10, 30, tzinfo=WITA), True),
        (datetime(2026, 3, 14, 11, 30, tzinfo=WITA), False),
        (datetime(2026, 3, 16, 15, 30, tzinfo=WITA), False),
        (datetime(2026, 3, 19, 15, 30, tzinfo=WITA), False),
    ],
)
def test_it_is_told_in_the_last_hour_of_a_day_of_service_and_after(now: datetime, told: bool) -> None:
    assert pressing(CALENDAR, now) is told


def test_the_moment_stands_in_the_office_zone() -> None:
    assert told_from(CALENDAR, datetime(2026, 3, 12, 1, 0, tzinfo=ZoneInfo("UTC"))) == datetime(
        2026, 3, 12, 15, 0, tzinfo=WITA
    )
