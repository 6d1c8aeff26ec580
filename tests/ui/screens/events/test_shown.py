"""What the calendar shows: days of a face, bars on days, lanes of what overlaps."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.ui.screens.events.shown import (
    Bar,
    Shown,
    hours,
    lanes,
    month_days,
    other_month,
    part_of,
    week_days,
)

DAY = date(2026, 4, 20)


def at(hour: float, day: int = 0) -> datetime:
    return datetime(2026, 4, 20, tzinfo=UTC) + timedelta(days=day, hours=hour)


def bar(key: str, first: float, last: float, days: int = 0) -> Bar:
    return Bar(key, f"Kegiatan {key}", "Aula", at(first), at(last, days))


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_a_face_has_whole_weeks_from_monday_with_the_day_in_it(day: date) -> None:
    for days, count in ((month_days(day), 42), (week_days(day), 7)):
        assert len(days) == count
        assert days[0].weekday() == 0
        assert day in days
    assert {day.replace(day=1), other_month(day, 1).replace(day=1) - timedelta(days=1)} <= set(
        month_days(day)
    )


@pytest.mark.parametrize(
    ("day", "by", "there"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2028, 3, 31), -1, date(2028, 2, 29)),
    ],
)
def test_another_month_has_the_same_day_or_its_last(day: date, by: int, there: date) -> None:
    assert other_month(day, by) == there


def test_an_event_over_days_stands_on_each_and_none_that_it_only_touches_at_midnight() -> None:
    shown = Shown((bar("a", 9, 11), bar("b", 20, 0, days=1), bar("c", 9, 12, days=2)))
    assert [one.key for one in shown.on(DAY)] == ["a", "b", "c"]
    assert [one.key for one in shown.on(DAY + timedelta(days=1))] == ["c"]
    assert [one.key for one in shown.on(DAY + timedelta(days=2))] == ["c"]
    assert shown.on(DAY - timedelta(days=1)) == ()
    assert part_of(bar("c", 9, 12, days=2), DAY + timedelta(days=1)) == (0.0, 24.0)


def test_a_week_shows_the_working_day_and_more_where_events_need_it() -> None:
    week = week_days(DAY)
    assert hours((), week) == (8, 17)
    assert hours([bar("a", 7.5, 8), bar("b", 19, 20.25)], week) == (7, 21)
    assert hours([bar("a", 7.5, 8)], week_days(DAY + timedelta(days=7))) == (8, 17)


def test_what_overlaps_stands_side_by_side_and_what_does_not_has_the_whole_width() -> None:
    found = lanes([bar("a", 9, 11), bar("b", 9.5, 10), bar("c", 10, 12), bar("d", 13, 14)], DAY)
    assert found == {"a": (0, 2), "b": (1, 2), "c": (1, 2), "d": (0, 1)}
    assert lanes((), DAY) == {}


_SPANS = st.lists(
    st.tuples(st.integers(0, 20), st.integers(1, 3)).map(lambda pair: (pair[0], pair[0] + pair[1])),
    max_size=7,
)


@given(_SPANS)
def test_no_two_bars_of_one_lane_overlap(spans: list[tuple[int, int]]) -> None:
    bars = [bar(str(n), first, last) for n, (first, last) in enumerate(spans)]
    placed = lanes(bars, DAY)
    for one in bars:
        lane, count = placed[one.key]
        assert 0 <= lane < count
        for other in bars:
            if other.key != one.key and one.starts < other.ends and other.starts < one.ends:
                assert placed[other.key][0] != lane
                assert placed[other.key][1] == count


def test_a_bar_says_its_time_and_a_tick_once_it_was_held() -> None:
    one = bar("a", 9, 11)
    assert one.words == "09.00 Kegiatan a"
    assert Bar(one.key, one.title, one.place, one.starts, one.ends, held=True).words == "✓ 09.00 Kegiatan a"
