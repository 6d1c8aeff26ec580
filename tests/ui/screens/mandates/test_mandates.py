"""Mandates are given, ended, and kept (P5)."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desk.actions.mandates import give_mandate
from desk.queries.staff import mandate_log, roles_held
from tests.office import SmallOffice
from tests.ui.clipping import clipped_texts
from tests.ui.drivers.desks import Desk
from tests.ui.screens.conftest import Seats

Sit = Callable[[str], Desk]


@pytest.fixture
def sit(seats: Seats) -> Sit:
    """Seats an officer before the page."""
    return seats(partial(Desk, pages={"mandates": "desk.ui.screens.mandates.page:MandatesPage"}))


def choose(desk: Desk, field: Any, words: str) -> None:
    """Pick by typing the beginning of a line of the list."""
    field.combo.setFocus()
    desk.bot.keyClicks(field.combo, words)
    assert field.combo.currentText().startswith(words)


def test_the_chair_lends_the_office_for_some_days(office: SmallOffice, sit: Sit) -> None:
    desk = sit("ratna")
    page: Any = desk.shell.page
    choose(desk, page.person, "Dewi")
    desk.type_into(page.until, "+4")
    desk.type_into(page.letter, "12/ST/III/2026")
    desk.save()
    (row,) = desk.place.ask(mandate_log)
    assert (row.name, row.role, row.letter, row.given_by) == (
        "Dewi Lestari",
        "ketua",
        "12/ST/III/2026",
        "Ratna Maharani",
    )
    dewi = office.founded.staff["dewi"]
    last, over = office.clock() + timedelta(days=4), office.clock() + timedelta(days=5)
    assert "ketua" in desk.place.ask(roles_held, dewi, last)
    assert "ketua" not in desk.place.ask(roles_held, dewi, over)
    assert desk.toasts() == ["Dewi Lestari mendapat mandat Plh. Ketua."]


def test_a_mandate_needs_its_letter(office: SmallOffice, sit: Sit) -> None:
    desk = sit("ratna")
    page: Any = desk.shell.page
    choose(desk, page.person, "Dewi")
    desk.save()
    assert page.letter.problem() == "Isi nomor surat tugas."
    assert desk.place.ask(mandate_log) == ()


def test_it_cannot_end_before_it_begins(office: SmallOffice, sit: Sit) -> None:
    desk = sit("ratna")
    page: Any = desk.shell.page
    choose(desk, page.person, "Dewi")
    desk.type_into(page.until, "kemarin")
    desk.type_into(page.letter, "12/ST")
    desk.save()
    assert page.until.problem() == "Mandat berakhir sebelum mulai."


def test_a_running_mandate_is_ended_and_stays_in_the_log(office: SmallOffice, sit: Sit) -> None:
    since = office.clock() - timedelta(hours=1)
    give_mandate(office.at("ratna"), office.founded.staff["dewi"], "ketua", since, None, "12/ST")
    desk = sit("ratna")
    page: Any = desk.shell.page
    page.table.view.setFocus()
    page.table.view.selectRow(0)
    desk.press(Qt.Key.Key_F8)
    (row,) = desk.place.ask(mandate_log)
    assert row.until == office.clock()
    desk.settle()
    assert not page.end_button.isEnabled()


def test_the_chair_lends_only_the_own_office(office: SmallOffice, sit: Sit) -> None:
    page: Any = sit("ratna").shell.page
    assert [page.role.combo.itemText(row) for row in range(page.role.combo.count())] == ["Ketua"]


def test_a_lent_office_is_not_lent_on_but_given_back(office: SmallOffice, sit: Sit) -> None:
    since = office.clock() - timedelta(hours=1)
    give_mandate(office.at("putri"), office.founded.staff["fajar"], "ppid", since, None, "7/ST")
    desk = sit("fajar")
    page: Any = desk.shell.page
    assert page.role.combo.count() == 0
    page.table.view.selectRow(0)
    desk.press(Qt.Key.Key_F8)
    (row,) = desk.place.ask(mandate_log)
    assert row.until == office.clock()


def test_nothing_is_cut(office: SmallOffice, large_text: None, sit: Sit) -> None:
    give_mandate(office.at("ratna"), office.founded.staff["dewi"], "ketua", office.clock(), None, "12/ST")
    assert clipped_texts(sit("admin").shell.page) == []
