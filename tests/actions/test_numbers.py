"""Official numbers: unique, gapless, void ones in their place, back-dated ones beside them (R2)."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from desk.actions.errors import NotAllowedError, NotFoundError
from desk.actions.numbers import NumberInUseError, NumberRequest, issue, start_sequence
from desk.actions.voiding import void_number
from desk.models import IssuedNumber, new_id
from desk.queries.office import profile
from tests.invariants import check_numbers
from tests.office import SmallOffice

TODAY = date(2026, 3, 13)


def give(office: SmallOffice, register: str = "surat_keluar", day: date = TODAY, **more: Any) -> str:
    place = office.at("rahma")
    with place.write("number") as session:
        request = NumberRequest(register, day, "letters", new_id(), classification="HM.03.5", **more)
        return issue(session, profile(session), office.standards.get("ksb"), request, place.now())


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    moves=st.lists(
        st.tuples(st.sampled_from(["give", "back", "void", "fail", "year", "other"]), st.integers(0, 60)),
        max_size=12,
    )
)
def test_numbers_stay_whole_whatever_is_given_voided_or_back_dated(
    office: SmallOffice, moves: list[tuple[str, int]]
) -> None:
    for what, days in moves:
        if what == "give":
            give(office)
        elif what == "back":
            give(office, day=TODAY - timedelta(days=days), back_dated=True)
        elif what == "year":
            give(office, day=date(2027, 1, 4))
        elif what == "other":
            give(office, register="ekspedisi")
        elif what == "fail":
            with pytest.raises(PowerCutError):
                _give_and_fail(office)
        else:
            _void_some(office, days)
    check_numbers(office)
    assert office.store.verify_chain().ok


class PowerCutError(Exception):
    """Something went wrong after the number was given."""


def _give_and_fail(office: SmallOffice) -> None:
    place = office.at("rahma")
    with place.write("number") as session:
        request = NumberRequest("surat_keluar", TODAY, "letters", new_id(), classification="HM.03.5")
        issue(session, profile(session), office.standards.get("ksb"), request, place.now())
        raise PowerCutError


def _void_some(office: SmallOffice, pick: int) -> None:
    with office.store.read() as session:
        texts = session.scalars(select(IssuedNumber.text).where(IssuedNumber.voided_at.is_(None))).all()
    if texts:
        void_number(office.at("rahma"), texts[pick % len(texts)], "Salah ketik")


def test_counters_in_several_threads_never_give_a_number_twice(office: SmallOffice) -> None:
    with ThreadPoolExecutor(4) as pool:
        numbers = list(pool.map(lambda _n: give(office), range(16)))
    assert len(set(numbers)) == 16
    check_numbers(office)


def test_a_sequence_begins_where_paper_ended_until_it_is_used(office: SmallOffice) -> None:
    start_sequence(office.at("admin"), "surat_keluar|2026", 117)
    assert give(office).startswith("118/")
    for start in (5, -1):
        with pytest.raises(NumberInUseError):
            start_sequence(office.at("admin"), "surat_keluar|2026", start)
    with pytest.raises(NumberInUseError):
        start_sequence(office.at("admin"), "surat_keluar|2027", -1)
    with pytest.raises(NotAllowedError):
        start_sequence(office.at("rahma"), "surat_keluar|2027", 3)
    check_numbers(office)


@pytest.mark.parametrize(
    ("issued", "back", "number"),
    [
        ([date(2026, 3, 2), date(2026, 3, 9)], date(2026, 3, 5), "1.2"),
        ([date(2026, 3, 2), date(2026, 3, 9)], date(2026, 3, 9), "2.2"),
        ([date(2026, 3, 2), date(2026, 3, 9)], date(2026, 3, 12), "2.2"),
        ([date(2026, 3, 9)], date(2026, 3, 2), "2"),
    ],
)
def test_a_back_dated_number_stands_beside_the_last_of_its_day(
    office: SmallOffice, issued: list[date], back: date, number: str
) -> None:
    for day in issued:
        give(office, day=day)
    assert give(office, day=back, back_dated=True).split("/")[0] == number
    check_numbers(office)


def test_a_second_back_dated_letter_takes_the_next_suffix(office: SmallOffice) -> None:
    give(office)
    texts = [give(office, back_dated=True).split("/")[0] for _ in range(3)]
    assert texts == ["1.2", "1.3", "1.4"]


def test_a_void_number_keeps_its_place_and_is_void_once(office: SmallOffice) -> None:
    text = give(office)
    with pytest.raises(NumberInUseError):
        void_number(office.at("rahma"), text, "  ")
    void_number(office.at("rahma"), text, "Salah ketik")
    with pytest.raises(NotFoundError):
        void_number(office.at("rahma"), text, "lagi")
    assert give(office).startswith("2/")
    check_numbers(office)


def test_each_register_and_year_counts_for_itself(office: SmallOffice) -> None:
    assert give(office, "informasi").startswith("001/PI/")
    assert give(office, "ekspedisi") == "0001/EKS/2026"
    assert give(office, "ekspedisi", date(2027, 1, 4)) == "0001/EKS/2027"
    assert give(office, "ekspedisi") == "0002/EKS/2026"


def test_an_office_sets_its_own_pattern(office: SmallOffice) -> None:
    from desk.models import Office

    with office.at("admin").write("set_up") as session:
        row = session.scalars(select(Office)).one()
        row.settings = {"patterns": {"surat_keluar": "{seq:04d}/KPU-TL/{year}"}, "office_code": "KPU-TL"}
    assert give(office) == "0001/KPU-TL/2026"
    assert give(office, "informasi") == "001/PI/KPU-TL/III/2026"
