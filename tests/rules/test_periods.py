"""Half-years and other even parts of a year."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.rules.periods import Period, PeriodError, named, period_of


@pytest.mark.parametrize(
    ("day", "months", "label", "first", "last"),
    [
        (date(2026, 1, 1), 6, "Semester I 2026", date(2026, 1, 1), date(2026, 6, 30)),
        (date(2026, 12, 31), 6, "Semester II 2026", date(2026, 7, 1), date(2026, 12, 31)),
        (date(2026, 5, 4), 3, "April–Juni 2026", date(2026, 4, 1), date(2026, 6, 30)),
        (date(2024, 2, 29), 1, "Februari 2024", date(2024, 2, 1), date(2024, 2, 29)),
        (date(2026, 5, 4), 12, "Januari–Desember 2026", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_period_knows_its_days_and_its_name(
    day: date, months: int, label: str, first: date, last: date
) -> None:
    found = period_of(day, months)
    assert (found.label, found.first, found.last) == (label, first, last)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.sampled_from([1, 2, 3, 4, 6, 12]))
def test_every_day_lies_in_one_period_and_the_next_begins_after_it(day: date, months: int) -> None:
    found = period_of(day, months)
    assert found.first <= day <= found.last
    assert found.next().first == found.last + timedelta(days=1)
    assert found < found.next()
    assert named(found.key, months) == found


@pytest.mark.parametrize("key", ["", "2026", "2026-3", "2026-0", "dua-1", "2026-1-1"])
def test_what_is_no_half_year_is_refused(key: str) -> None:
    with pytest.raises(PeriodError):
        named(key)


@pytest.mark.parametrize("months", [0, 5, -1, 13])
def test_months_that_do_not_part_a_year_are_refused(months: int) -> None:
    with pytest.raises(PeriodError):
        period_of(date(2026, 1, 1), months)
    with pytest.raises(PeriodError):
        Period(2026, 1, months)
