from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.ui.fields.datetext import DateTextError, parse_date, parse_time, short_date, show_time
from desk.ui.words import named_day

TODAY = date(2026, 11, 20)  # a Friday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("", None),
        ("  ", None),
        ("3/4", date(2026, 4, 3)),
        ("3-4-26", date(2026, 4, 3)),
        ("3.4.2027", date(2027, 4, 3)),
        ("3/4/85", date(1985, 4, 3)),
        ("03042026", date(2026, 4, 3)),
        ("030426", date(2026, 4, 3)),
        ("0304", date(2026, 4, 3)),
        ("7", date(2026, 11, 7)),
        ("2026-04-03", date(2026, 4, 3)),
        ("3 april", date(2026, 4, 3)),
        ("3 Apr 2027", date(2027, 4, 3)),
        ("17 agu", date(2026, 8, 17)),
        ("hari ini", TODAY),
        ("Besok", date(2026, 11, 21)),
        ("lusa", date(2026, 11, 22)),
        ("kemarin", date(2026, 11, 19)),
        ("+3", date(2026, 11, 23)),
        ("-20", date(2026, 10, 31)),
        ("senin", date(2026, 11, 23)),
        ("jumat", date(2026, 11, 27)),
    ],
)
def test_dates_are_understood_as_people_type_them(text: str, day: date | None) -> None:
    assert parse_date(text, TODAY) == day


@pytest.mark.parametrize("text", ["32/1", "30/2/2026", "0", "abc", "3 xyz", "3 ju", "+99999", "1/2/3/4"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(DateTextError):
        parse_date(text, TODAY)


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2099, 12, 31)))
def test_what_the_field_writes_it_reads_again(day: date) -> None:
    assert parse_date(named_day(day), TODAY) == day
    assert parse_date(short_date(day), TODAY) == day


@given(st.integers(min_value=-9999, max_value=9999))
def test_days_from_today(days: int) -> None:
    assert parse_date(f"{days:+d}", TODAY) == TODAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("", None),
        ("9", time(9)),
        ("930", time(9, 30)),
        ("0930", time(9, 30)),
        ("9.30", time(9, 30)),
        ("09:30", time(9, 30)),
        ("23.59", time(23, 59)),
    ],
)
def test_times_are_understood(text: str, moment: time | None) -> None:
    assert parse_time(text) == moment


@pytest.mark.parametrize("text", ["24", "9.60", "abc", "12345"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(DateTextError):
        parse_time(text)


def test_times_are_written_with_a_point() -> None:
    assert show_time(time(9, 5)) == "09.05"
