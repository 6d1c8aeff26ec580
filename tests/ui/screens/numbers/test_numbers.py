"""“Buku nomor”: found, turned by keys, a mistaken number declared void with its reason (R2)."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.queries import cases
from desk.queries.paging import PAGE
from tests.office import SmallOffice
from tests.queries.test_numbers import give
from tests.stories import handed_over, move, take_in
from tests.ui.clipping import clipped_texts
from tests.ui.drivers.numbers import NumbersDriver
from tests.ui.screens.conftest import Seats

Sit = Callable[[], NumbersDriver]


@pytest.fixture
def sit(seats: Seats) -> Sit:
    """Seats the register officer."""
    return partial(seats(NumbersDriver), "wulan")


def test_every_number_says_its_book_and_what_bears_it(office: SmallOffice, sit: Sit) -> None:
    opened, signed, delivered = handed_over(office)
    desk = sit()
    assert desk.column("Nomor") == [delivered.number, signed.number, opened.number]
    assert desk.column("Buku") == [
        "Ekspedisi",
        "Agenda Surat Keluar",
        "Permohonan Informasi Publik",
    ]
    assert desk.column("Dipakai untuk")[2].startswith("Permohonan · Lalu Ahmad Fauzi: Rekapitulasi")


def test_a_number_given_by_mistake_is_voided_and_stays_in_its_place(office: SmallOffice, sit: Sit) -> None:
    wrong, right = take_in(office), take_in(office)
    desk = sit()
    desk.page.table.select(desk.page.table.rows()[1].id)
    desk.void("")
    assert desk.shell.drawer.reason.problem() == "Isi alasan."
    desk.press(Qt.Key.Key_Escape)
    desk.void("Terdaftar dua kali")
    assert desk.column("Nomor") == [right.number, wrong.number]
    assert desk.column("Keadaan") == ["berlaku", "batal"]
    assert desk.column("Dipakai untuk")[1].startswith("Batal: Terdaftar dua kali · Permohonan · Lalu")
    assert not desk.page.void.isEnabled()
    assert desk.toasts() == [f"Nomor {wrong.number} dibatalkan dan tetap tercatat di bukunya."]
    row = office.at("wulan").ask(cases.page, office.standards, office.clock().date(), wrong.case_id)
    assert row is not None
    assert row.row.closed


def test_a_number_in_work_is_refused_with_the_way_out(office: SmallOffice, sit: Sit) -> None:
    opened = take_in(office)
    move(office, "rahma", opened.case_id, "teruskan")
    desk = sit()
    desk.void("Salah daftar")
    assert "sudah diproses" in desk.toasts()[0]
    assert desk.shell.drawer.reason.value() == "Salah daftar"
    assert desk.column("Keadaan") == ["berlaku"]


def test_enter_opens_the_case_which_says_that_its_number_is_void(office: SmallOffice, sit: Sit) -> None:
    take_in(office)
    desk = sit()
    desk.void("Salah layanan")
    desk.page.table.setFocus()
    desk.press(Qt.Key.Key_Return)
    desk.settle()
    head = desk.page.head
    assert "nomor dibatalkan" in head.number.text().lower()
    labels = [one.text() for one in desk.page.overview.findChildren(type(head.headline))]
    assert "Salah layanan" in labels


def test_book_state_and_words_narrow_the_list(office: SmallOffice, sit: Sit, qtbot: QtBot) -> None:
    given = give(office, 3)
    opened = take_in(office)
    desk = sit()
    desk.choose_book("Register Permohonan Informasi Publik")
    assert desk.column("Nomor") == [opened.number]
    desk.void_only()
    assert desk.page.table.empty.title.text() == "Tidak ditemukan"
    desk.void_only()
    desk = sit()
    desk.search("0002/EKS")
    qtbot.waitUntil(lambda: desk.column("Nomor") == [given[1]])


def test_a_long_book_is_turned_by_keys(office: SmallOffice, sit: Sit) -> None:
    given = give(office, PAGE + 5)
    desk = sit()
    assert desk.column("Nomor") == given[:4:-1]
    desk.turn(Qt.Key.Key_PageDown)
    assert desk.column("Nomor") == given[4::-1]
    assert desk.page.pager.place.text() == f"baris {PAGE + 1}–{PAGE + 5}"
    desk.turn(Qt.Key.Key_PageUp)
    assert desk.column("Nomor")[0] == given[-1]


def test_nothing_is_cut(office: SmallOffice, large_text: None, sit: Sit) -> None:
    give(office, PAGE + 1)
    desk = sit()
    assert clipped_texts(desk.page) == []
