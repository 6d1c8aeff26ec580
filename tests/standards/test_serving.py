"""Hours that a decree states for one service (L5/III.G, L6/III.K)."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from desk.rules.calendar import ClosedDay, DayKind, ServiceHours, WorkingCalendar
from desk.standards.serving import outside_hours, own_calendar
from tests.office import standards

WITA = ZoneInfo("Asia/Makassar")
OFFICE = WorkingCalendar(
    WITA,
    ServiceHours.from_dict({"jumat": "08.00-11.30, 13.30-16.00"}),
    (ClosedDay(date(2026, 3, 19), DayKind.HOLIDAY, "Nyepi"),),
)
SERVICES = standards().get("ksb").services


@pytest.mark.parametrize(
    ("at", "counts"),
    [
        (datetime(2026, 3, 13, 8, 0, tzinfo=WITA), ""),
        (datetime(2026, 3, 13, 12, 0, tzinfo=WITA), ""),
        (datetime(2026, 3, 13, 15, 59, tzinfo=WITA), ""),
        (datetime(2026, 3, 13, 16, 0, tzinfo=WITA), "16 Maret 2026"),
        (datetime(2026, 3, 13, 7, 30, tzinfo=WITA), "13 Maret 2026"),
        (datetime(2026, 3, 14, 9, 0, tzinfo=WITA), "16 Maret 2026"),
        (datetime(2026, 3, 19, 9, 0, tzinfo=WITA), "20 Maret 2026"),
    ],
)
def test_outside_the_stated_hours_the_next_working_day_counts(at: datetime, counts: str) -> None:
    wanted = f"Di luar jam layanan (Senin–Jumat 08.00–16.00): dihitung diterima {counts}." if counts else ""
    assert outside_hours(SERVICES["magang"], OFFICE, at) == wanted


def test_a_service_that_states_no_hours_says_nothing_and_keeps_the_office_calendar() -> None:
    late = datetime(2026, 3, 13, 22, 0, tzinfo=WITA)
    assert outside_hours(SERVICES["informasi"], OFFICE, late) == ""
    assert own_calendar(SERVICES["informasi"], OFFICE) is OFFICE
    assert own_calendar(SERVICES["data_pemilih"], OFFICE).closed == OFFICE.closed
