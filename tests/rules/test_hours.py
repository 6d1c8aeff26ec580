"""Service hours and zones in Indonesian words."""

from zoneinfo import ZoneInfo

import pytest

from desk.rules.calendar import ServiceHours
from desk.rules.hours import hours_text, zone_words


@pytest.mark.parametrize(
    ("zone", "said"),
    [("Asia/Jakarta", "WIB"), ("Asia/Makassar", "WITA"), ("Asia/Jayapura", "WIT"), ("UTC", "WIB")],
)
def test_the_zones_have_their_indonesian_names(zone: str, said: str) -> None:
    assert zone_words(ZoneInfo(zone)) == said


def test_hours_join_days_that_are_alike() -> None:
    day = "08.00-12.00, 13.00-16.00"
    week = ServiceHours.from_dict({"senin": day, "selasa": day, "jumat": "08.00-11.30"})
    assert hours_text(week) == "Senin–Selasa 08.00–12.00, 13.00–16.00; Jumat 08.00–11.30"
