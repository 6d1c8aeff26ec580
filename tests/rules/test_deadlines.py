"""Due dates: the count day by day, extensions, the stopped clock, pressure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.rules.calendar import ClosedDay, DayKind, ServiceHours, WorkingCalendar
from desk.rules.deadlines import (
    CountedDay,
    Due,
    Extension,
    Limit,
    Pressure,
    Stop,
    Unit,
    due,
    pressure,
    working_days_left,
)

WITA = timezone(timedelta(hours=8))
HOURS = ServiceHours.from_dict(
    dict.fromkeys(("senin", "selasa", "rabu", "kamis", "jumat"), "08.00-12.00, 13.00-16.00")
)


def closed(*days: date) -> tuple[ClosedDay, ...]:
    return tuple(ClosedDay(day, DayKind.HOLIDAY, "libur") for day in days)


MARCH_2026 = WorkingCalendar(
    WITA,
    HOURS,
    closed(*(date(2026, 3, day) for day in (18, 19, 20, 21, 22, 23, 24)), date(2026, 4, 3), date(2026, 4, 5)),
)
PLAIN = WorkingCalendar(WITA, HOURS)
FRIDAY = datetime(2026, 3, 13, 9, tzinfo=WITA)


def at(day: int, hour: int = 9, month: int = 3) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=WITA)


def extension(days: int) -> Extension:
    return Extension(days, FRIDAY, "data di gudang arsip", "PPID")


def test_ten_working_days_over_nyepi_idul_fitri_and_good_friday() -> None:
    answer = due(Limit(10), FRIDAY, MARCH_2026)
    assert answer.due == answer.original_due == date(2026, 4, 6)
    assert answer.start_day == date(2026, 3, 13)


def test_three_working_days_over_the_same_holidays() -> None:
    assert due(Limit(3), FRIDAY, MARCH_2026).due == date(2026, 3, 25)


def test_the_explanation_names_each_day() -> None:
    lines = due(Limit(3), FRIDAY, MARCH_2026).days
    assert lines[0] == CountedDay(date(2026, 3, 13), 0, "Hari penerimaan, hitungan dimulai hari berikutnya")
    assert lines[1] == CountedDay(date(2026, 3, 14), None, "Sabtu")
    assert lines[3] == CountedDay(date(2026, 3, 16), 1, "Hari kerja ke-1")
    assert lines[5].why == "Hari libur nasional: libur"
    assert lines[-1] == CountedDay(date(2026, 3, 25), 3, "Hari kerja ke-3")


def test_what_came_after_hours_is_explained_from_the_day_it_came() -> None:
    answer = due(Limit(1), at(13, 17), PLAIN)
    assert answer.start_day == date(2026, 3, 16)
    assert answer.due == date(2026, 3, 17)
    assert [line.day.day for line in answer.days] == [13, 14, 15, 16, 17]
    assert "setelah jam layanan" in answer.days[0].why
    assert answer.days[1].why == "Sabtu"


def test_an_extension_counts_on_and_the_original_date_stays() -> None:
    answer = due(Limit(10, extension_days=7), FRIDAY, MARCH_2026, [extension(7)])
    assert answer.original_due == date(2026, 4, 6)
    assert answer.due == date(2026, 4, 15)
    assert answer.extended_days == 7
    assert answer.days[-1].why == "Hari kerja ke-17 (perpanjangan 1)"


def test_a_calendar_limit_that_ends_on_a_weekend_moves_to_the_next_working_day() -> None:
    answer = due(Limit(14, Unit.CALENDAR), at(14, 9), PLAIN)
    assert answer.start_day == date(2026, 3, 16)
    assert answer.due == date(2026, 3, 30)
    assert answer.days[-1] == CountedDay(date(2026, 3, 30), 14, "Hari kalender ke-14")

    moved = due(Limit(15, Unit.CALENDAR), at(13, 9), PLAIN)
    assert moved.due == moved.original_due == date(2026, 3, 30)
    assert [line.why for line in moved.days[-3:]] == [
        "Hari kalender ke-15, jatuh pada Sabtu",
        "Minggu",
        "Batas waktu bergeser ke hari kerja ini",
    ]


def test_a_calendar_limit_may_be_set_not_to_move() -> None:
    limit = Limit(15, Unit.CALENDAR, moves_to_working_day=False)
    assert due(limit, FRIDAY, PLAIN).due == date(2026, 3, 28)


def test_days_of_waiting_for_the_applicant_do_not_count() -> None:
    stop = Stop(at(17), at(25), "menunggu berkas")
    answer = due(Limit(5), at(16), PLAIN, stops=[stop])
    assert answer.due == date(2026, 3, 31)
    assert answer.stopped_days == 6
    assert CountedDay(date(2026, 3, 18), None, "Hitungan berhenti: menunggu berkas") in answer.days
    assert CountedDay(date(2026, 3, 17), 1, "Hari kerja ke-1") in answer.days


def test_papers_brought_on_the_same_day_stop_nothing() -> None:
    answer = due(Limit(5), at(16), PLAIN, stops=[Stop(at(17), at(17, 11), "menunggu")])
    assert answer == due(Limit(5), at(16), PLAIN)


def test_while_the_applicant_is_awaited_there_is_no_due_date_but_the_rest_is_known() -> None:
    answer = due(Limit(5), at(16), PLAIN, [extension(2)], [Stop(at(18), None, "menunggu")])
    assert answer.due is None
    assert answer.original_due is None
    assert answer.paused
    assert answer.remaining == 5
    assert answer.days[-1].day == date(2026, 3, 18)


def test_a_limit_without_days_has_no_due_date() -> None:
    assert due(Limit(None), FRIDAY, PLAIN) == Due(due=None, original_due=None, start_day=date(2026, 3, 13))


@pytest.mark.parametrize(
    ("today", "left", "how"),
    [
        (date(2026, 3, 16), 5, Pressure.FINE),
        (date(2026, 3, 19), 2, Pressure.SOON),
        (date(2026, 3, 20), 1, Pressure.SOON),
        (date(2026, 3, 22), 1, Pressure.SOON),
        (date(2026, 3, 23), 0, Pressure.TODAY),
        (date(2026, 3, 24), -1, Pressure.OVERDUE),
        (date(2026, 3, 31), -6, Pressure.OVERDUE),
    ],
)
def test_pressure_follows_the_working_days_left(today: date, left: int, how: Pressure) -> None:
    monday = date(2026, 3, 23)
    assert working_days_left(today, monday, PLAIN) == left
    assert pressure(today, monday, PLAIN) is how


def test_no_due_date_presses_nobody() -> None:
    assert pressure(date(2026, 3, 16), None, PLAIN) is Pressure.NONE


FIRST_HOUR = datetime(2026, 1, 1, tzinfo=WITA)
instants = st.integers(0, 180 * 24 * 60).map(lambda minutes: FIRST_HOUR + timedelta(minutes=minutes))
days = st.dates(date(2026, 1, 1), date(2026, 12, 31))
limits = st.builds(
    Limit,
    days=st.integers(1, 30),
    unit=st.sampled_from(Unit),
    extension_unit=st.sampled_from(Unit),
    moves_to_working_day=st.booleans(),
)
extensions = st.lists(st.integers(1, 7).map(extension), max_size=2)


@st.composite
def stops(draw: st.DrawFn) -> list[Stop]:
    since = draw(instants)
    return [Stop(since, since + timedelta(days=draw(st.integers(0, 12))), "menunggu")]


@given(limits, instants, st.lists(days, max_size=8), days, extensions, stops())
def test_adding_a_holiday_never_makes_a_due_date_earlier(
    limit: Limit,
    started: datetime,
    holidays: list[date],
    added: date,
    granted: Sequence[Extension],
    waits: Sequence[Stop],
) -> None:
    before = replace(PLAIN, closed=closed(*holidays))
    after = replace(PLAIN, closed=closed(*holidays, added))
    first = due(limit, started, before, granted, waits)
    second = due(limit, started, after, granted, waits)
    assert first.due is not None
    assert second.due is not None
    assert second.due >= first.due


@given(limits, instants, st.lists(days, max_size=8), extensions, stops())
def test_the_explanation_is_gapless_ends_on_the_due_date_and_counts_every_day(
    limit: Limit, started: datetime, holidays: list[date], granted: Sequence[Extension], waits: Sequence[Stop]
) -> None:
    calendar = replace(PLAIN, closed=closed(*holidays))
    answer = due(limit, started, calendar, granted, waits)
    lines = answer.days
    assert lines[-1].day == answer.due
    assert [line.day for line in lines] == [lines[0].day + timedelta(days=step) for step in range(len(lines))]
    assert limit.days is not None
    total = limit.days + sum(one.days for one in granted)
    assert [line.counted for line in lines if line.counted is not None] == list(range(total + 1))
    assert answer.remaining == 0
    assert all(line.why for line in lines)
    if limit.unit is limit.extension_unit is Unit.WORKING:
        assert all(calendar.is_working(line.day) for line in lines if line.counted)


@given(limits, instants, extensions)
def test_an_extension_never_shortens(limit: Limit, started: datetime, granted: Sequence[Extension]) -> None:
    answer = due(limit, started, PLAIN, granted)
    assert answer.due is not None
    assert answer.original_due is not None
    assert answer.due >= answer.original_due
    assert answer.original_due == due(limit, started, PLAIN).due
