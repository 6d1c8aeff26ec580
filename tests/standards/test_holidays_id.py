"""National holidays and cuti bersama as closed days."""

from datetime import date

import pytest

from desk.rules.calendar import DayKind
from desk.standards import holidays_id
from desk.standards.holidays_id import closed_days, cuti_bersama_missing, has_cuti_bersama


def test_2026_has_both_runs_of_idul_fitri_and_nyepi() -> None:
    days = {one.day: one for one in closed_days(2026)}
    assert days[date(2026, 3, 19)].kind is DayKind.HOLIDAY
    assert days[date(2026, 3, 18)].kind is DayKind.CUTI_BERSAMA
    assert days[date(2026, 3, 18)].name == "Hari Suci Nyepi"
    assert {date(2026, 3, day) for day in range(18, 25)} <= days.keys()
    assert days[date(2026, 4, 3)].kind is DayKind.HOLIDAY
    assert list(days) == sorted(days)
    assert has_cuti_bersama(2026)


@pytest.mark.parametrize(
    ("today", "known", "warns"),
    [
        (date(2026, 10, 31), False, None),
        (date(2026, 11, 1), False, 2027),
        (date(2026, 12, 1), True, None),
    ],
)
def test_missing_cuti_bersama_is_said_from_november(
    monkeypatch: pytest.MonkeyPatch, today: date, known: bool, warns: int | None
) -> None:
    monkeypatch.setattr(holidays_id, "has_cuti_bersama", lambda _year: known)
    assert cuti_bersama_missing(today) == warns
