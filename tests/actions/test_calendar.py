"""A change of the calendar moves open cases only and lists exactly those that moved (R11)."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from desk.actions.calendar import add_stage, close_day, fill_year, open_day
from desk.actions.errors import NotAllowedError, NotFoundError, ProblemsError
from desk.models import Case
from desk.queries import history, limits
from desk.queries.office import working_calendar
from desk.rules.calendar import DayKind
from tests.invariants import check
from tests.office import SmallOffice
from tests.stories import REQUEST, changed, handed_over, problem_fields, take_in

FREE = date(2026, 3, 30)
"""A plain Monday in March."""


def dues(office: SmallOffice) -> dict[str, tuple[date | None, bool]]:
    with office.store.read() as session:
        return {case.id: (case.due, case.closed_at is not None) for case in session.scalars(select(Case))}


def test_a_new_holiday_moves_open_cases_and_says_so(office: SmallOffice) -> None:
    opened, waiting = take_in(office), take_in(office, changed(REQUEST, ticked=()))
    closed, _, _ = handed_over(office)
    before = dues(office)

    done = close_day(office.at("admin"), FREE, DayKind.CLOSING, "Rapat kerja", "Surat 1")

    assert [(one.case_id, one.before, one.after) for one in done.moved] == [
        (opened.case_id, date(2026, 4, 6), date(2026, 4, 7))
    ]
    assert dues(office)[closed.case_id] == before[closed.case_id]
    assert dues(office)[waiting.case_id] == (None, False)
    events = office.at("rahma").ask(history.due_events, opened.case_id)
    assert [one.text for one in events] == ["Batas waktu dihitung ulang: Libur ditambahkan: Rapat kerja"]

    back = open_day(office.at("admin"), FREE, DayKind.CLOSING)
    assert [(one.case_id, one.after) for one in back.moved] == [(opened.case_id, date(2026, 4, 6))]
    assert dues(office) == before
    check(office)


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_whatever_days_are_closed_every_open_case_is_due_as_the_rules_say(
    office: SmallOffice, data: st.DataObject
) -> None:
    admin = office.at("admin")
    take_in(office, changed(REQUEST, ticked=()) if data.draw(st.booleans(), label="waits") else REQUEST)
    for _ in range(data.draw(st.integers(1, 3))):
        day = date(2026, 3, 14) + timedelta(days=data.draw(st.integers(0, 40)))
        before = dues(office)
        try:
            changed_now = close_day(admin, day, DayKind.CLOSING, "Tutup")
        except ProblemsError:
            changed_now = open_day(admin, day, DayKind.CLOSING)
        after = dues(office)
        moved = {one.case_id: (one.before, one.after) for one in changed_now.moved}
        assert moved == {
            case_id: (before[case_id][0], due)
            for case_id, (due, closed) in after.items()
            if due != before[case_id][0] and not closed
        }
    calendar = admin.ask(working_calendar)
    with office.store.read() as session:
        for case in session.scalars(select(Case).where(Case.closed_at.is_(None))):
            counted = limits.due_of(session, office.standards, calendar, case)
            assert case.due == (counted.due if counted else None)
    assert office.store.verify_chain().ok


@pytest.mark.parametrize(
    ("day", "name", "field"), [(FREE, "  ", "name"), (date(2026, 3, 19), "Nyepi", "day")]
)
def test_a_day_needs_a_name_and_is_closed_once(office: SmallOffice, day: date, name: str, field: str) -> None:
    with pytest.raises(ProblemsError) as error:
        close_day(office.at("admin"), day, DayKind.HOLIDAY, name)
    assert problem_fields(error) == {field}


def test_a_day_that_is_not_closed_is_not_opened(office: SmallOffice) -> None:
    with pytest.raises(NotFoundError):
        open_day(office.at("admin"), FREE, DayKind.CLOSING)


def test_a_year_is_filled_once(office: SmallOffice) -> None:
    first = fill_year(office.at("admin"), 2028)
    assert first.days > 10
    assert fill_year(office.at("admin"), 2028).days == 0
    assert fill_year(office.at("admin"), 2026).days == 0


def test_a_day_taken_out_comes_back_with_the_year(office: SmallOffice) -> None:
    opened = take_in(office)
    gone = open_day(office.at("hendra"), date(2026, 3, 19), DayKind.HOLIDAY)
    assert [one.case_id for one in gone.moved] == [opened.case_id]
    filled = fill_year(office.at("hendra"), 2026)
    assert filled.days == 1
    assert [(one.case_id, one.after) for one in filled.moved] == [(opened.case_id, date(2026, 4, 6))]


@pytest.mark.parametrize(
    ("name", "first", "last", "fields"),
    [
        ("", date(2026, 5, 1), date(2026, 6, 1), {"name"}),
        ("Kampanye", date(2026, 5, 2), date(2026, 5, 1), {"last"}),
        (" ", date(2026, 5, 2), date(2026, 5, 1), {"name", "last"}),
    ],
)
def test_a_stage_has_a_name_and_a_length(
    office: SmallOffice, name: str, first: date, last: date, fields: set[str]
) -> None:
    with pytest.raises(ProblemsError) as error:
        add_stage(office.at("admin"), name, first, last)
    assert problem_fields(error) == fields


@pytest.mark.parametrize("login", ["rahma", "putri", "ratna", "syahrul"])
def test_the_calendar_is_kept_by_administrator_and_sekretaris(office: SmallOffice, login: str) -> None:
    place = office.at(login)
    for act in (
        lambda: close_day(place, FREE, DayKind.CLOSING, "x"),
        lambda: open_day(place, FREE, DayKind.CLOSING),
        lambda: fill_year(place, 2027),
        lambda: add_stage(place, "x", FREE, FREE),
    ):
        with pytest.raises(NotAllowedError):
            act()
