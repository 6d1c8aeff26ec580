"""The standards and the maklumat over the form being filled in (R10)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.standards.told import TITLES
from desk.ui.screens.standards.panel import PLEDGE, StandardsPanel
from tests.office import SmallOffice, open_small_office
from tests.ui.clipping import clipped_texts
from tests.ui.drivers.counter import CounterDriver
from tests.ui.drivers.desks import CTRL


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SmallOffice]:
    made = open_small_office(tmp_path)
    yield made
    made.store.close()


@pytest.fixture
def counter(office: SmallOffice, qtbot: QtBot) -> Iterator[CounterDriver]:
    desk = CounterDriver(office, qtbot)
    yield desk
    desk.close()


def panel(counter: CounterDriver) -> StandardsPanel:
    body = counter.window.drawer.body()
    assert isinstance(body, StandardsPanel)
    return body


def test_one_key_shows_the_standard_of_the_form_in_front_and_the_form_stays(counter: CounterDriver) -> None:
    counter.type_name("Sri Wahyuni")

    counter.press(Qt.Key.Key_F11)
    counter.settle()

    assert panel(counter).list.current() == "informasi"
    shown = panel(counter).text.toPlainText()
    assert [title for title in TITLES.values() if title not in shown] == []
    assert "10 hari kerja, dapat diperpanjang 7 hari kerja" in shown
    assert "Asumsi: Komponen keamanan belum diatur dalam keputusan." in shown
    assert clipped_texts(counter.window) == []
    counter.press(Qt.Key.Key_Escape)
    assert counter.sheet.form.applicant.name.value() == "Sri Wahyuni"


def test_a_search_finds_a_service_by_what_its_standard_says_and_ctrl_p_prints_it(
    counter: CounterDriver,
) -> None:
    counter.press(Qt.Key.Key_F11)
    counter.settle()
    counter.shell.type("riwayat hidup")
    assert [row.key for row in panel(counter).list.rows()] == ["magang"]
    assert "Tanpa batas waktu" in panel(counter).text.toPlainText()

    counter.press(Qt.Key.Key_P, CTRL)

    assert counter.printed() == ["standar_pelayanan"]
    assert counter.papers.asked == [("standar_pelayanan", "magang")]


def test_the_maklumat_stands_first_and_is_printed_for_the_office(counter: CounterDriver) -> None:
    counter.press(Qt.Key.Key_F11)
    counter.settle()
    for _ in range(20):
        if panel(counter).list.current() == PLEDGE:
            break
        counter.press(Qt.Key.Key_Up)
    assert "siap menerima sanksi" in panel(counter).text.toPlainText()
    counter.press(Qt.Key.Key_P, CTRL)
    assert counter.printed() == ["maklumat_pelayanan"]


def test_a_search_that_finds_nothing_says_so_and_prints_nothing(counter: CounterDriver) -> None:
    counter.press(Qt.Key.Key_F11)
    counter.settle()
    counter.shell.type("zzz")
    assert panel(counter).list.rows() == ()
    assert panel(counter).text.toPlainText() == ""
    assert not panel(counter).print.isEnabled()
    counter.press(Qt.Key.Key_P, CTRL)
    assert counter.papers.asked == []


def test_a_form_in_the_drawer_is_not_thrown_away_for_it(counter: CounterDriver) -> None:
    counter.press(Qt.Key.Key_F12)
    counter.settle()
    counter.shell.type("Jam buka kantor")
    counter.press(Qt.Key.Key_F11)
    counter.settle()
    assert not isinstance(counter.window.drawer.body(), StandardsPanel)
    assert any("tekan F11" in words for words in counter.toasts())
    counter.press(Qt.Key.Key_Escape)
    counter.press(Qt.Key.Key_F11)
    counter.settle()
    assert panel(counter).list.current() == "informasi"
