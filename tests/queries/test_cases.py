"""Lists of cases: who sees which, in which order, and how many rows are read for it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event
from sqlalchemy.engine import Engine

from desk.actions.calendar import add_stage
from desk.actions.held import FixedRoles
from desk.actions.limits import extend_limit
from desk.queries import cases
from desk.queries.case_filter import CaseFilter, work_filter
from desk.queries.cases import CaseRow
from desk.rules.deadlines import Pressure
from desk.rules.workflow import Flow
from desk.services.informasi import Content
from tests.office import PEOPLE, SmallOffice
from tests.stories import (
    FAUZI,
    REQUEST,
    by_letter,
    changed,
    disposed,
    handed_over,
    letter_to_ketua,
    move,
    take_in,
    to_control,
    to_kasubag,
    to_ppid,
    to_signer,
)
from tests.walks import choices, play, standing

DAY = date(2026, 3, 13)


def listed(office: SmallOffice, **wanted: Any) -> tuple[CaseRow, ...]:
    return office.at("rahma").ask(cases.listed, CaseFilter(office.standards, DAY, **wanted)).rows


def work(office: SmallOffice, login: str) -> list[str]:
    place = office.at(login)
    wanted = work_filter(office.standards, DAY, place.roles, place.actor.staff_id)
    assert place.ask(cases.count, wanted) == len(place.ask(cases.listed, wanted).rows)
    return [row.id for row in place.ask(cases.listed, wanted).rows]


def named(office: SmallOffice, name: str, **changes: Any) -> str:
    who = replace(FAUZI, name=name)
    return take_in(office, changed(REQUEST, applicant=who, **changes)).case_id


def test_open_cases_come_by_due_date_and_the_waiting_ones_last(office: SmallOffice) -> None:
    waiting = named(office, "Waits", ticked=())
    ordinary = named(office, "Ordinary")
    add_stage(office.at("admin"), "Tahapan", date(2026, 3, 1), date(2026, 3, 31))
    urgent = named(office, "Urgent", content=Content.ELECTION)
    later = to_ppid(office).case_id
    extend_limit(office.at("putri"), later, 2, "x")
    handed_over(office)
    rows = listed(office)
    assert [row.id for row in rows] == [urgent, ordinary, later, waiting]
    assert [row.pressure for row in rows] == [Pressure.FINE, Pressure.FINE, Pressure.FINE, Pressure.NONE]
    assert [row.days_left for row in rows] == [3, 10, 12, None]


def test_all_cases_come_newest_first_closed_ones_without_pressure(office: SmallOffice) -> None:
    closed, _, _ = handed_over(office)
    office.clock.pass_(hours=1)
    opened = take_in(office)
    rows = listed(office, open_only=False)
    assert [(row.id, row.closed) for row in rows] == [(opened.case_id, False), (closed.case_id, True)]
    assert (rows[1].pressure, rows[1].days_left, rows[1].step_label) == (Pressure.NONE, None, "Arsip")


@pytest.mark.parametrize(
    ("days", "left", "pressure"),
    [
        (0, 10, Pressure.FINE),
        (19, 2, Pressure.SOON),
        (24, 0, Pressure.TODAY),
        (25, -1, Pressure.OVERDUE),
    ],
)
def test_how_pressing_a_case_is_depends_on_the_day(
    office: SmallOffice, days: int, left: int, pressure: Pressure
) -> None:
    take_in(office)
    wanted = CaseFilter(office.standards, DAY + timedelta(days=days))
    (row,) = office.at("rahma").ask(cases.listed, wanted).rows
    late = office.at("rahma").ask(cases.count, replace(wanted, late=True))
    assert late == (pressure is Pressure.OVERDUE)
    assert (row.days_left, row.pressure) == (left, pressure)


def test_everybody_finds_their_own_work(office: SmallOffice) -> None:
    new = take_in(office).case_id
    letter = take_in(office, by_letter(), login="wulan").case_id
    at_ppid = to_ppid(office).case_id
    at_kasubag = to_kasubag(office).case_id
    checked = to_control(office).case_id
    to_sign = to_signer(office).case_id
    at_ketua = letter_to_ketua(office).case_id
    passed = disposed(office).case_id
    assert set(work(office, "rahma")) == {new, letter}
    assert work(office, "wulan") == [letter]
    assert set(work(office, "putri")) == {at_ppid, to_sign}
    assert set(work(office, "syahrul")) == {at_kasubag, checked}
    assert work(office, "mira") == [passed]
    assert work(office, "ratna") == [at_ketua]
    for login in ("bayu", "admin", "dewi", "agus"):
        assert work(office, login) == []


def test_what_was_given_to_one_of_the_staff_is_theirs_alone(office: SmallOffice) -> None:
    opened = to_kasubag(office)
    agus = office.founded.staff["agus"]
    move(office, "syahrul", opened.case_id, "serahkan_staf", assignee_id=agus)
    assert work(office, "agus") == [opened.case_id]
    assert work(office, "syahrul") == []
    place = replace(office.at("lina"), held=FixedRoles(frozenset({"staf"})))
    wanted = work_filter(office.standards, DAY, place.roles, place.actor.staff_id)
    assert place.ask(cases.listed, wanted).rows == ()


@settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_a_case_is_in_the_work_list_of_exactly_those_who_hold_it(
    office: SmallOffice, data: st.DataObject
) -> None:
    opened = take_in(office, by_letter() if data.draw(st.booleans()) else REQUEST)
    for _ in range(data.draw(st.integers(0, 9))):
        ways = choices(office, opened.case_id)
        if ways:
            play(office, opened.case_id, data.draw(st.sampled_from(ways)))
    case = standing(office, opened.case_id)
    step = office.standards.get("ksb").services["informasi"].flow(case.flow).step(case.step)
    holders = {case.holder} if case.holder else set(step.roles)
    for person in PEOPLE:
        mine = bool(holders & office.at(person.login).roles) and case.closed_at is None
        assert (opened.case_id in work(office, person.login)) is mine


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("budi", {"Budi Santoso"}),
        ("SANTOSO", {"Budi Santoso"}),
        ("001/PI", {"Budi Santoso"}),
        ("TPS 05", {"Ayu 100%"}),
        ("budi samudra", {"Budi Santoso"}),
        ("samudra", {"Budi Santoso"}),
        ("zz", set()),
        ("", {"Budi Santoso", "Ayu 100%"}),
    ],
)
@pytest.mark.parametrize("open_only", [True, False])
def test_a_list_is_narrowed_by_number_subject_and_names(
    office: SmallOffice, text: str, found: set[str], open_only: bool
) -> None:
    who = replace(FAUZI, name="Budi Santoso", body_name="Universitas Samudra")
    budi = take_in(office, changed(REQUEST, applicant=who)).case_id
    ayu = named(office, "Ayu 100%", information="Daftar TPS 05")
    names = {budi: "Budi Santoso", ayu: "Ayu 100%"}
    assert {names[row.id] for row in listed(office, text=text, open_only=open_only)} == found


def test_signs_of_sql_are_only_text(office: SmallOffice) -> None:
    named(office, "Ayu 100%")
    named(office, "Budi_Santoso")
    for text, count in (("%", 1), ("_", 1), ("' OR 1=1", 0), ('"*', 0), ("100%", 1)):
        assert len(listed(office, text=text)) == count
        listed(office, text=text, open_only=False)


def test_a_list_is_narrowed_by_service_step_and_length(office: SmallOffice) -> None:
    ids = {take_in(office).case_id for _ in range(3)}
    moved = to_ppid(office).case_id
    assert {row.id for row in listed(office, places=frozenset({("informasi", "form", "registrasi")}))} == ids
    assert [
        row.id for row in listed(office, places=frozenset({("informasi", "form", "keputusan_ppid")}))
    ] == [moved]
    assert len(listed(office, service="informasi")) == 4
    assert listed(office, service="magang") == ()
    assert listed(office, holding=frozenset()) == ()


def test_an_open_list_is_found_by_the_words_of_its_step_too(office: SmallOffice) -> None:
    take_in(office)
    moved = to_ppid(office).case_id
    assert [row.id for row in listed(office, text="keputusan fauzi")] == [moved]
    assert listed(office, text="keputusan budi") == ()


def pages(office: SmallOffice, size: int, **wanted: Any) -> list[list[str]]:
    """Every page of a list, one after the other."""
    place, after, read = office.at("rahma"), None, []
    while True:
        part = place.ask(cases.listed, CaseFilter(office.standards, DAY, **wanted), after, size)
        read.append([row.id for row in part.rows])
        if part.following is None:
            return read
        after = part.following


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7])
@pytest.mark.parametrize("open_only", [True, False])
def test_pages_follow_each_other_without_gap_or_double(
    office: SmallOffice, size: int, open_only: bool
) -> None:
    for number in range(5):
        named(office, f"Sama {number}")
    for number in range(2):
        named(office, f"Menunggu {number}", ticked=())
    whole = [row.id for row in listed(office, open_only=open_only)]
    read = pages(office, size, open_only=open_only)
    assert [one for page in read for one in page] == whole
    assert all(len(page) == size for page in read[:-1])
    assert read[-1]


@contextmanager
def statements(store_engine: Engine) -> Iterator[list[tuple[str, Any]]]:
    seen: list[tuple[str, Any]] = []

    def note(_c: Any, _cursor: Any, sql: str, values: Any, *_more: Any) -> None:
        seen.append((sql, values))

    event.listen(store_engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(store_engine, "before_cursor_execute", note)


@pytest.mark.parametrize(
    "wanted",
    [
        {},
        {"open_only": False},
        {"holding": frozenset({"ppid", "front_office"})},
        {"places": frozenset({("informasi", "form", "penyerahan")})},
        {"text": "rekap", "open_only": False},
    ],
)
def test_a_list_reads_no_whole_table_and_bounds_its_rows(office: SmallOffice, wanted: dict[str, Any]) -> None:
    for _ in range(3):
        take_in(office)
    place = office.at("rahma")
    with place.store.read() as session:
        engine = session.get_bind().engine
    with statements(engine) as seen:
        place.ask(cases.listed, CaseFilter(office.standards, DAY, **wanted))
        first = place.ask(cases.listed, CaseFilter(office.standards, DAY, **wanted), None, 1)
        if first.following is not None:
            place.ask(cases.listed, CaseFilter(office.standards, DAY, **wanted), first.following)
    asked = [(sql, values) for sql, values in seen if "FROM cases" in sql]
    assert asked
    with place.store.read() as session:
        for sql, values in asked:
            assert "LIMIT" in sql
            plan = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values).all()
            lines = [str(row[3]) for row in plan]
            whole = [line for line in lines if line.startswith("SCAN") and "USING INDEX" not in line]
            assert [line for line in whole if "VIRTUAL TABLE" not in line] == [], lines


def test_the_page_of_a_case_holds_everything_of_the_form(office: SmallOffice) -> None:
    opened = take_in(office)
    page = office.at("rahma").ask(cases.page, office.standards, DAY, opened.case_id)
    assert page is not None
    assert (page.code, page.row.number, page.applicant.nik) == (
        opened.code,
        opened.number,
        FAUZI.identity_number,
    )
    assert [one.key for one in page.checklist] == ["identitas", "informasi", "tujuan"]
    assert page.detail["purpose"] == "Bahan penelitian"
    flow = cases.flow_of(office.standards, page.row)
    assert isinstance(flow, Flow)
    assert flow.id == "form"
    assert office.at("rahma").ask(cases.page, office.standards, DAY, "no-such-case") is None
