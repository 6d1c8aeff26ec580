"""Changing the working calendar recounts open cases and lists what moved (R11)."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.queries import calendar as days
from desk.rules.calendar import DayKind
from tests import requests
from tests.office import SmallOffice, open_small_office
from tests.ui.clipping import clipped_texts
from tests.ui.drivers.calendar import CalendarDriver
from tests.ui.drivers.desks import ALT
from tests.ui.screens.conftest import Seats

Sit = Callable[[str], CalendarDriver]


@pytest.fixture
def sit(seats: Seats) -> Sit:
    """Seats an officer before the calendar."""
    return seats(CalendarDriver)


def test_a_new_closing_lists_the_cases_it_moves(office: SmallOffice, sit: Sit) -> None:
    requests.registered(office)
    desk = sit("hendra")
    desk.add("16/3", "Kantor dipakai rapat pleno terbuka")
    assert desk.moved() == ["6 April 2026 → 7 April 2026"]
    assert "Kantor dipakai rapat pleno terbuka" in desk.names()
    assert desk.toasts() == ["16 Maret 2026 ditambahkan ke kalender."]


def test_the_change_can_be_taken_back(office: SmallOffice, sit: Sit) -> None:
    requests.registered(office)
    desk = sit("hendra")
    desk.add("16/3", "Salah tanggal")
    desk.shell.undo()
    desk.settle()
    assert desk.moved() == ["7 April 2026 → 6 April 2026"]
    assert "Salah tanggal" not in desk.names()


def test_removing_a_day_lists_the_cases_too(office: SmallOffice, sit: Sit) -> None:
    requests.registered(office)
    desk = sit("admin")
    row = next(one for one in desk.page.table.rows() if one.day == date(2026, 3, 19))
    desk.page.table.select(row.id)
    desk.press(Qt.Key.Key_F8)
    desk.settle()
    assert desk.moved() == ["6 April 2026 → 2 April 2026"]


def test_a_far_day_moves_nothing_and_says_so(office: SmallOffice, sit: Sit) -> None:
    requests.registered(office)
    desk = sit("hendra")
    desk.add("20/11/2026", "Pemeliharaan listrik")
    assert desk.moved() == []
    assert "tidak ada batas waktu permohonan terbuka yang bergeser" in desk.page.moved.sentence.text()


def test_the_same_day_twice_is_refused_beside_the_field(office: SmallOffice, sit: Sit) -> None:
    desk = sit("hendra")
    desk.add("25/12/2026", "Natal")
    assert desk.page.form.day.problem() == "Tanggal ini sudah tercatat."


def test_without_name_and_day_nothing_is_saved(office: SmallOffice, sit: Sit) -> None:
    desk = sit("hendra")
    before = desk.names()
    desk.save()
    assert desk.page.form.day.problem() == "Isi tanggal."
    assert desk.names() == before


def test_another_year_is_shown_and_filled(office: SmallOffice, sit: Sit) -> None:
    desk = sit("hendra")
    desk.press(Qt.Key.Key_Left, ALT)
    assert desk.page.year == 2025
    assert desk.names() == []
    desk.press(Qt.Key.Key_F9)
    desk.settle()
    assert any("Natal" in name for name in desk.names())


def test_from_november_next_years_cuti_bersama_is_asked_for(tmp_path: Path, qtbot: QtBot) -> None:
    office = open_small_office(tmp_path, datetime(2026, 11, 2, 1, tzinfo=UTC))
    desk = CalendarDriver(office, "hendra", qtbot)
    known = any(row.kind is DayKind.CUTI_BERSAMA for row in desk.place.ask(days.closed_days, 2027))
    assert desk.page.warning.isVisible() is not known
    desk.close()
    office.store.close()


def test_a_stage_is_added(office: SmallOffice, sit: Sit) -> None:
    desk = sit("hendra")
    desk.page.tabs.show_page(1)
    desk.press(Qt.Key.Key_F6)
    desk.shell.type("Pemutakhiran data pemilih")
    form = desk.shell.drawer
    desk.type_into(form.first, "1/6/2026")
    desk.type_into(form.last, "30/6/2026")
    desk.save()
    (stage,) = desk.place.ask(days.stages)
    assert (stage.name, stage.last) == ("Pemutakhiran data pemilih", date(2026, 6, 30))


def test_the_hours_of_each_day_are_shown(office: SmallOffice, sit: Sit) -> None:
    grid = sit("hendra").page.hours
    texts = [grid.itemAt(place).widget().text() for place in range(grid.count())]
    assert texts[8:10] == ["Jumat", "08.00–11.30 dan 13.30–16.00"]
    assert texts[-2:] == ["Minggu", "Tutup"]


def test_the_chair_reads_only(office: SmallOffice, sit: Sit) -> None:
    page = sit("ratna").page
    assert not page.form_card.isVisible()
    assert not page.remove_button.isVisible()


def test_nothing_is_cut(office: SmallOffice, large_text: None, sit: Sit) -> None:
    requests.registered(office)
    desk = sit("hendra")
    desk.add("16/3", "Rapat")
    for place in range(3):
        desk.page.tabs.show_page(place)
        assert clipped_texts(desk.page) == []
