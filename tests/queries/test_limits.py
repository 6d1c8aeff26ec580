"""How the due date of a case comes about."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.actions.cases import update_checklist
from desk.actions.limits import extend_limit
from desk.models import Case
from desk.queries import limits
from desk.queries.office import working_calendar
from desk.rules import deadlines
from desk.rules.deadlines import Due, Extension, Stop
from tests.office import MORNING, SmallOffice
from tests.stories import REQUEST, changed, move, take_in
from tests.walks import standing


def explained(office: SmallOffice, case_id: str) -> Due | None:
    desk = office.at("rahma")
    return desk.ask(limits.explanation, office.standards, desk.ask(working_calendar), case_id)


def test_the_count_ends_on_the_due_date_and_names_the_holidays(office: SmallOffice) -> None:
    due = explained(office, take_in(office).case_id)
    assert due is not None
    assert due.days[-1].day == due.due == date(2026, 4, 6)
    assert due.days[-1].counted == 10
    whys = " ".join(line.why for line in due.days)
    for words in ("Nyepi", "Idul", "Cuti bersama", "Sabtu"):
        assert words in whys


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    stops=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 5)), max_size=3),
    days=st.lists(st.integers(1, 3), max_size=2),
)
def test_a_case_is_due_when_the_rules_say_whatever_stopped_or_extended_it(
    office: SmallOffice, stops: list[tuple[int, int]], days: list[int]
) -> None:
    office.clock.at = MORNING
    opened = take_in(office)
    told: list[Stop] = []
    for gap, length in stops:
        since = office.clock.pass_(days=gap)
        move(office, "rahma", opened.case_id, "minta_kelengkapan", reason="Foto buram")
        assert standing(office, opened.case_id).due is None
        until = office.clock.pass_(days=length, minutes=5)
        move(office, "rahma", opened.case_id, "lengkapi")
        told.append(Stop(since, until, "Foto buram"))
    granted = [Extension(one, office.clock(), "x", "") for one in days]
    for one in days:
        extend_limit(office.at("putri"), opened.case_id, one, "Arsip lama")
    limit = office.standards.get("ksb").services["informasi"].limit("umum")
    calendar = office.at("rahma").ask(working_calendar)
    wanted = deadlines.due(limit, MORNING, calendar, granted, told)
    due = explained(office, opened.case_id)
    assert due is not None
    assert (due.due, due.days, due.stopped_days) == (wanted.due, wanted.days, wanted.stopped_days)
    assert standing(office, opened.case_id).due == wanted.due
    assert office.store.verify_chain().ok


def test_a_waiting_case_says_how_many_days_remain(office: SmallOffice) -> None:
    opened = take_in(office, changed(REQUEST, ticked=()))
    due = explained(office, opened.case_id)
    assert due is not None
    assert (due.due, due.paused, due.remaining) == (None, True, 10)
    office.clock.pass_(days=1)
    update_checklist(office.at("rahma"), opened.case_id, {"identitas": True})
    due = explained(office, opened.case_id)
    assert due is not None
    assert not due.paused


def test_a_forecast_changes_nothing(office: SmallOffice) -> None:
    opened = take_in(office)
    desk = office.at("putri")
    more = Extension(7, MORNING, "", "")
    due = desk.ask(limits.forecast, office.standards, opened.case_id, more)
    assert due is not None
    assert due.due == date(2026, 4, 15)
    assert standing(office, opened.case_id).due == date(2026, 4, 6)
    assert desk.ask(limits.extensions, opened.case_id) == ()


def test_an_unknown_case_has_no_count(office: SmallOffice) -> None:
    assert explained(office, "no-such-case") is None


@pytest.mark.parametrize(
    ("service", "category", "days"), [("magang", "umum", None), ("keberatan", "lain", 30)]
)
def test_the_limit_is_that_of_the_service_and_its_category(
    office: SmallOffice, service: str, category: str, days: int | None
) -> None:
    case = Case(standard="ksb", service=service, category=category, registered_at=MORNING + timedelta(0))
    with office.store.read() as session:
        limit = limits.limit_of(session, office.standards, case)
    assert (limit.days if limit else None) == days
