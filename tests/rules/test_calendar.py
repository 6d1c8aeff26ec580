"""The working calendar: closed days, service hours with breaks, day of receipt, election stages."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.rules.calendar import (
    ClosedDay,
    DayKind,
    ElectionStage,
    ServiceHours,
    ServiceHoursError,
    WorkingCalendar,
)

WITA = timezone(timedelta(hours=8))
HOURS = dict.fromkeys(("senin", "selasa", "rabu", "kamis"), "08.00-12.00, 13.00-16.00") | {
    "jumat": "08.00-11.30, 13.30-16.00"
}
CLOSED = (
    ClosedDay(date(2026, 3, 18), DayKind.CUTI_BERSAMA, "Hari Suci Nyepi"),
    ClosedDay(date(2026, 3, 19), DayKind.CLOSING, "Pindah kantor"),
    ClosedDay(date(2026, 3, 19), DayKind.HOLIDAY, "Hari Suci Nyepi"),
    ClosedDay(date(2026, 3, 21), DayKind.HOLIDAY, "Idul Fitri"),
    ClosedDay(date(2026, 3, 25), DayKind.CLOSING, "Pemadaman listrik"),
)
CALENDAR = WorkingCalendar(
    WITA,
    ServiceHours.from_dict(HOURS),
    CLOSED,
    (ElectionStage("Kampanye", date(2026, 4, 1), date(2026, 4, 10)),),
)


def at(day: int, hour: int, minute: int = 0, month: int = 3) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=WITA)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 3, 13), None),
        (date(2026, 3, 14), "Sabtu"),
        (date(2026, 3, 15), "Minggu"),
        (date(2026, 3, 18), "Cuti bersama: Hari Suci Nyepi"),
        (date(2026, 3, 19), "Hari libur nasional: Hari Suci Nyepi"),
        (date(2026, 3, 21), "Hari libur nasional: Idul Fitri"),
        (date(2026, 3, 25), "Kantor tutup: Pemadaman listrik"),
    ],
)
def test_a_closed_day_says_why(day: date, why: str | None) -> None:
    assert CALENDAR.why_closed(day) == why
    assert CALENDAR.is_working(day) is (why is None)


@pytest.mark.parametrize(
    ("instant", "is_open"),
    [
        (at(13, 7, 59), False),
        (at(13, 8), True),
        (at(13, 11, 30), False),
        (at(13, 13, 30), True),
        (at(12, 12, 30), False),
        (at(12, 15, 59), True),
        (at(12, 16), False),
        (at(14, 9), False),
        (at(18, 9), False),
    ],
)
def test_the_counter_is_open_within_hours_outside_breaks(instant: datetime, is_open: bool) -> None:
    assert CALENDAR.is_open_at(instant) is is_open


@pytest.mark.parametrize(
    ("instant", "received"),
    [
        (at(13, 6), date(2026, 3, 13)),
        (at(13, 12), date(2026, 3, 13)),
        (at(13, 16), date(2026, 3, 16)),
        (at(14, 9), date(2026, 3, 16)),
        (at(17, 17), date(2026, 3, 20)),
        (datetime(2026, 3, 13, 7, 59, tzinfo=UTC), date(2026, 3, 13)),
        (datetime(2026, 3, 13, 8, 0, tzinfo=UTC), date(2026, 3, 16)),
    ],
)
def test_what_comes_after_hours_is_received_the_next_working_day(instant: datetime, received: date) -> None:
    assert CALENDAR.day_of_receipt(instant) == received


def test_a_working_day_without_service_hours_receives_nothing() -> None:
    calendar = WorkingCalendar(WITA, ServiceHours.from_dict({"senin": "08.00-16.00"}))
    assert calendar.day_of_receipt(at(12, 9)) == date(2026, 3, 13)


def test_an_election_stage_runs_from_its_first_to_its_last_day() -> None:
    assert CALENDAR.stage_on(date(2026, 3, 31)) is None
    for day in (date(2026, 4, 1), date(2026, 4, 10)):
        stage = CALENDAR.stage_on(day)
        assert stage is not None
        assert stage.name == "Kampanye"
    assert CALENDAR.stage_on(date(2026, 4, 11)) is None


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_the_next_working_day_is_later_and_nothing_working_lies_between(day: date) -> None:
    following = CALENDAR.next_working(day)
    assert following > day
    assert CALENDAR.is_working(following)
    between = [day + timedelta(days=step) for step in range(1, (following - day).days)]
    assert not any(CALENDAR.is_working(one) for one in between)
    assert CALENDAR.on_or_after(day) == (day if CALENDAR.is_working(day) else following)


def test_service_hours_are_written_as_they_are_read() -> None:
    assert ServiceHours.from_dict(HOURS).to_dict() == HOURS


@pytest.mark.parametrize(
    ("hours", "says"),
    [
        ({"monday": "08.00-16.00"}, "monday"),
        ({"senin": "pagi"}, "pagi"),
        ({"senin": "08.00-25.00"}, "25.00"),
        ({"senin": "16.00-08.00"}, "sesudah jam buka"),
        ({"senin": "08.00-12.00, 11.00-16.00"}, "bertumpuk"),
    ],
)
def test_unreadable_service_hours_are_refused(hours: dict[str, str], says: str) -> None:
    with pytest.raises(ServiceHoursError, match=says):
        ServiceHours.from_dict(hours)


def test_service_hours_know_seven_days() -> None:
    with pytest.raises(ServiceHoursError, match="tujuh"):
        ServiceHours(((),))
