"""PCs of one office over a real server, by keyboard alone: what the gate registers the counter calls, and the
board shows it; the cable goes out, work goes on; the official number comes with the cable."""

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.actions.accounts import hash_password
from desk.bootstrap.desktop import KIOSK, Desktop
from desk.bootstrap.house import House
from desk.models import Credential
from desk.settings import Settings
from desk.ui.screens.board.window import BoardWindow
from desk.ui.screens.case.page import CasePage
from desk.ui.screens.counter.page import CounterPage
from desk.ui.workspaces.kiosk import open_kiosk
from tests.lan import Desk, OfficeLan
from tests.ui.drivers.board import BoardDriver
from tests.ui.drivers.building import PASSWORD, Building

VISITOR = "Lalu Ahmad Fauzi"
ONLINE = "Tersambung · periksa jam komputer ini"
"""The server's clock is today's, that of the invented office stands in March."""

WANTED = "Rekapitulasi hasil pemilihan per TPS"

pytestmark = [
    pytest.mark.timeout(400),
    pytest.mark.qt_log_ignore("This plugin does not support"),
]


@pytest.fixture
def pcs(lan: OfficeLan, qtbot: QtBot) -> Iterator["Pcs"]:
    kept = hash_password(PASSWORD)
    place = lan.server.at("admin")
    with place.write("change_password") as session:
        for staff_id in lan.server.office.founded.staff.values():
            session.add(Credential(id=staff_id, password_hash=kept))
    lan.server.sync()
    with ExitStack() as ends:
        yield Pcs(lan, qtbot, ends)


class Pcs:
    """The PCs of the office, each with its own store and window; one of them is in front."""

    def __init__(self, lan: OfficeLan, bot: QtBot, ends: ExitStack) -> None:
        self.lan, self._bot, self._ends = lan, bot, ends

    def open(self, label: str, kind: str) -> Building:
        desktop, desk = self._desktop(label, kind)
        pc = Building(desktop, desk.office.clock, self._bot)
        self._ends.callback(pc.close)
        pc.open()
        return pc

    def board(self, label: str) -> BoardDriver:
        """A PC that only shows the board, as ``desk --kiosk`` opens it."""
        desktop, _ = self._desktop(label, "kiosk")
        self._ends.callback(desktop.close)
        desktop._arrive()
        desktop._join()
        window = open_kiosk(desktop.context(KIOSK), full_screen=False)
        assert isinstance(window, BoardWindow)
        self._ends.callback(window.deleteLater)
        self._ends.callback(window.close)
        return BoardDriver(window, self._bot)

    @contextmanager
    def in_front(self, pc: Building) -> Iterator[Building]:
        """Somebody works at this PC now."""
        pc.window.activateWindow()
        self._bot.waitUntil(lambda: QApplication.activeWindow() is pc.window)
        pc.settle()
        yield pc

    def sign_in(self, pc: Building, login: str, counter: str = "") -> None:
        window = pc.desktop.sign_in
        assert window is not None
        window.activateWindow()
        self._bot.waitUntil(lambda: QApplication.activeWindow() is window)
        pc.sign_in(login, counter)

    def _desktop(self, label: str, kind: str) -> tuple[Desktop, Desk]:
        desk = self.lan.desk(label, kind)
        desk.hang_up()
        settings = Settings(desk.store.folder, label, only_files=True)
        load = partial(House, settings, desk.store, desk.office.standards, desk.office.clock)
        return Desktop(settings, load), desk


def status(pc: Building) -> str:
    return str(pc.window.topbar.status.text())


def until_status(pc: Building, bot: QtBot, words: str) -> None:
    bot.waitUntil(lambda: status(pc).startswith(words), timeout=20_000)


def counter_page(pc: Building) -> CounterPage:
    page = pc.page
    assert isinstance(page, CounterPage)
    return page


def test_the_gate_the_counter_the_board_and_a_cable(pcs: Pcs, qtbot: QtBot) -> None:
    gate, counter = pcs.open("POS-1", "pamdal"), pcs.open("LOKET-1", "front_office")
    board = pcs.board("PAPAN")
    pcs.sign_in(counter, "rahma", "Loket 1")
    pcs.sign_in(gate, "bayu")
    until_status(gate, qtbot, ONLINE)
    until_status(counter, qtbot, ONLINE)

    with pcs.in_front(gate):
        gate.fill("Nama", VISITOR)
        gate.fill("Telepon", "081237001122")
        gate.fill("Keperluan", "Permohonan informasi")
        gate.choose("Antrean layanan", "Permohonan Informasi")
        gate.press("Ctrl+Return")
        ticket = re.search(r"B-\d+", gate.print_now())
    assert ticket is not None

    page = counter_page(counter)
    qtbot.waitUntil(lambda: page.badge() == 1, timeout=20_000)
    with pcs.in_front(counter):
        counter.press("F2")
        counter.press("F2")
        assert page.queue.person.text() == VISITOR
    qtbot.waitUntil(lambda: ticket.group() in board.texts(), timeout=20_000)
    assert VISITOR not in " ".join(board.texts())

    pcs.lan.unplug()
    until_status(counter, qtbot, "Luring")
    with pcs.in_front(counter):
        counter.fill("Informasi yang diminta", WANTED)
        counter.fill("Tujuan penggunaan", "Skripsi")
        counter.tick("Identitas diri")
        counter.press("Ctrl+Return")
        receipt = counter.print_now()
        assert "SEMENTARA-LOKET-1-1" in receipt
        assert "Nomor resmi menyusul." in receipt
        assert "nomor resmi menyusul" in page.strip.number.text()
        until_status(counter, qtbot, "Luring · ")
        counter.press("Ctrl+J")
        assert "Permohonan didaftarkan" in counter.drawer_words()
        assert counter.close_drawer() == "Hubungan kantor"

    pcs.lan.plug_in()
    until_status(counter, qtbot, ONLINE)
    qtbot.waitUntil(lambda: page.strip.number.text().startswith("Terdaftar 001/PI/"), timeout=20_000)
    with pcs.in_front(counter):
        counter.find("SEMENTARA-LOKET-1-1")
        shown = counter.page
        assert isinstance(shown, CasePage)
        assert shown.file is not None
        assert shown.file.page.row.number.startswith("001/PI/")
