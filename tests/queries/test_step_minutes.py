"""Planned and actual minutes of a case, and of a month (KPG, R7)."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from desk.actions.cases import IntakeOrder, open_case
from desk.actions.counters import open_counter
from desk.actions.queue import call_next
from desk.actions.tickets import issue_ticket
from desk.queries import step_minutes
from desk.queries.casefile import case_file
from desk.queries.step_minutes import StepTime
from desk.rules.step_minutes import Timed
from desk.services.kupang_entries import Identification
from tests.kupang import LETTER, SPOKEN, disposed, entered, handed, kupang, moved, registered
from tests.office import SmallOffice, open_small_office

MARCH = date(2026, 3, 13)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SmallOffice]:
    with kupang(tmp_path) as founded:
        yield founded


def minutes(office: SmallOffice, case_id: str) -> list[tuple[str, int, int]]:
    """Step, minutes planned, minutes taken."""
    return [(one.stay.step, one.planned, one.stay.minutes) for one in of_case(office, case_id)]


def of_case(office: SmallOffice, case_id: str) -> tuple[Timed, ...]:
    place = office.at("rahma")
    file = place.ask(case_file, office.standards, office.clock(), case_id)
    assert file is not None
    return file.minutes


def told(office: SmallOffice, month: date = MARCH) -> dict[str, StepTime]:
    place = office.at("lina")
    rows = place.ask(step_minutes.recap, office.standards, office.clock(), month)
    return {row.step: row for row in rows}


def answered_with_data(office: SmallOffice, reading: float = 10) -> str:
    """A letter from step 5 to 11, without a reply."""
    case_id = registered(office, LETTER)
    moved(office, case_id, "rahma", "teruskan", 2)
    disposed(office, case_id, 5)
    moved(office, case_id, "lina", "cermati", reading)
    entered(office, case_id, "lina", "siapkan_data", Identification("DPT"), 9)
    moved(office, case_id, "lina", "selesai_data", 75)
    handed(office, case_id, "lina", 8)
    return case_id


def test_every_step_of_a_letter_stands_with_its_plan_and_its_minutes(office: SmallOffice) -> None:
    case_id = answered_with_data(office)
    assert minutes(office, case_id) == [
        ("penerimaan", 3, 2),
        ("disposisi", 5, 5),
        ("tindak_lanjut", 10, 10),
        ("identifikasi", 10, 9),
        ("menyiapkan_data", 60, 75),
        ("penyerahan_data", 10, 8),
    ]
    assert [one.over for one in of_case(office, case_id)] == [0, 0, 0, 0, 15, 0]


def test_the_running_step_counts_on_and_a_visit_to_a_step_again_counts_again(office: SmallOffice) -> None:
    case_id = registered(office)
    moved(office, case_id, "rahma", "arahkan", 2, to_role="ketua")
    moved(office, case_id, "ratna", "kembalikan", 4, reason="Sedang rapat")
    office.clock.pass_(minutes=7)
    assert minutes(office, case_id) == [("registrasi", 3, 2), ("tatap_muka", 10, 4), ("registrasi", 3, 7)]
    assert [one.stay.running for one in of_case(office, case_id)] == [False, False, True]


def test_waiting_for_the_applicant_is_not_timed(office: SmallOffice) -> None:
    case_id = registered(office, LETTER)
    moved(office, case_id, "rahma", "minta_kelengkapan", 1, reason="Lampiran kurang")
    moved(office, case_id, "rahma", "lengkapi", 500)
    assert minutes(office, case_id) == [("penerimaan", 3, 1), ("penerimaan", 3, 0)]


def test_a_move_from_paper_counts_with_its_real_time(office: SmallOffice) -> None:
    case_id = registered(office)
    met = office.clock() + timedelta(minutes=3)
    moved(office, case_id, "rahma", "arahkan", 60, to_role="ketua", done_at=met)
    assert minutes(office, case_id) == [("registrasi", 3, 3), ("tatap_muka", 10, 57)]


def test_registering_begins_with_the_call(office: SmallOffice) -> None:
    place = office.at("rahma", counter=1)
    open_counter(place)
    ticket = issue_ticket(place, "sop_kupang")
    call_next(place)
    office.clock.pass_(minutes=4)
    order = IntakeOrder("sop_kupang", SPOKEN, ticket_id=ticket.ticket_id)
    case_id = open_case(place, order).case_id
    moved(office, case_id, "rahma", "arahkan", 1, to_role="ketua")
    assert minutes(office, case_id)[0] == ("registrasi", 3, 5)


def test_a_month_has_the_median_the_ninth_tenth_and_those_in_time_of_each_step(office: SmallOffice) -> None:
    for reading in (4, 10, 31):
        answered_with_data(office, reading)
    registered(office)
    rows = told(office)
    assert list(rows) == [
        "penerimaan",
        "disposisi",
        "tindak_lanjut",
        "identifikasi",
        "menyiapkan_data",
        "penyerahan_data",
    ]
    row = rows["tindak_lanjut"]
    assert (row.service_name, row.flow_label, row.label) == (
        "Pelayanan Publik",
        "Surat permohonan",
        "Mencermati surat",
    )
    assert (row.planned, row.count, row.median, row.ninth_tenth, row.in_time) == (10, 3, 10, 31, 2)
    assert row.share == pytest.approx(2 / 3)
    assert rows["menyiapkan_data"].in_time == 0


def test_a_step_belongs_to_the_month_it_was_left_in(office: SmallOffice) -> None:
    case_id = registered(office, LETTER)
    moved(office, case_id, "rahma", "teruskan", 2)
    disposed(office, case_id, 60 * 24 * 25)
    assert list(told(office)) == ["penerimaan"]
    assert list(told(office, date(2026, 4, 20))) == ["disposisi"]
    place = office.at("lina")
    assert place.ask(step_minutes.months, office.standards, office.clock()) == (
        date(2026, 4, 1),
        date(2026, 3, 1),
    )


def test_an_office_without_timed_services_has_this_month_and_nothing_in_it(ksb: SmallOffice) -> None:
    place = ksb.at("lina")
    assert place.ask(step_minutes.months, ksb.standards, ksb.clock()) == (date(2026, 3, 1),)
    assert place.ask(step_minutes.recap, ksb.standards, ksb.clock(), MARCH) == ()


@pytest.fixture
def ksb(tmp_path: Path) -> Iterator[SmallOffice]:
    founded = open_small_office(tmp_path)
    yield founded
    founded.store.close()
