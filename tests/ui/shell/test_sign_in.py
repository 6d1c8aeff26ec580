"""Signing in: shown before the data is open, by keyboard, clear when refused."""

import logging
import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desk.ui.runtime.tasks import TaskRunner
from desk.ui.shell.sign_in import Arrival, SignInWindow, caps_lock_shown
from tests.ui.drivers.fakes import OFFICE, RAHMA, FakeSignIn
from tests.ui.drivers.shell import SignInDriver

HEAVY = (
    "sqlalchemy",
    "reportlab",
    "argon2",
    "openpyxl",
    "psycopg",
    "desk.store",
    "desk.models",
    "PySide6.QtPdf",
)


@pytest.fixture
def tasks(qtbot):
    runner = TaskRunner()
    yield runner
    assert runner.shutdown()


@pytest.fixture
def port():
    return FakeSignIn()


def driver_of(qtbot, tasks, load):
    window = SignInWindow(load, tasks)
    qtbot.addWidget(window)
    return SignInDriver(window, qtbot)


@pytest.fixture
def desk(qtbot, tasks, port):
    arrival = Arrival(port, OFFICE, port.accounts(), port.counters(), "c2")
    return driver_of(qtbot, tasks, lambda: arrival).open()


def test_typing_name_and_password_signs_in(desk, qtbot):
    desk.type_name("syahrul")
    desk.enter()
    assert desk.window.password.hasFocus()
    desk.type_password("lestari-2")
    desk.enter()
    qtbot.waitUntil(lambda: desk.sessions == [RAHMA])


def test_the_demo_shows_its_accounts_and_an_arrow_fills_them_in(desk, port, qtbot):
    assert desk.account_names() == [
        "Rahma Yulianti\nPetugas Layanan",
        "Syahrul Anam\nKasubag Hukum dan SDM",
    ]
    desk.arrow_down()
    assert (desk.window.name.text(), desk.window.password.text()) == ("rahma", "lestari-1")
    assert desk.window.counter.isVisible()
    desk.enter()
    qtbot.waitUntil(lambda: desk.sessions == [RAHMA])
    assert port.seen == [("rahma", "c2")]


def test_a_click_fills_an_account_in(desk, qtbot):
    accounts = desk.window.accounts
    place = accounts.visualItemRect(accounts.item(1)).center()
    qtbot.mouseClick(accounts.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.window.name.text() == "syahrul"
    assert not desk.window.counter.isVisible()
    assert desk.window.enter.hasFocus()


def test_a_taken_counter_says_by_whom(desk):
    assert desk.window.counter.itemText(0) == "Loket 1 (dipakai Dewi)"
    assert desk.window.counter.currentText() == "Loket 2"


def test_a_wrong_password_is_said_without_saying_which(desk, qtbot):
    desk.type_name("rahma")
    desk.type_password("salah")
    desk.enter()
    qtbot.waitUntil(lambda: desk.refusal == "Nama pengguna dan kata sandi tidak cocok.")
    assert desk.window.password.hasFocus()
    assert desk.window.password.selectedText()
    assert desk.sessions == []


def test_after_several_failures_one_has_to_wait(desk, port, qtbot):
    port.failures = 2
    desk.type_name("rahma")
    desk.type_password("salah")
    desk.enter()
    qtbot.waitUntil(lambda: desk.refusal == "Terlalu banyak percobaan. Coba lagi dalam 30 detik.")
    assert not desk.window.enter.isEnabled()
    for _second in range(30):
        desk.window._count_down()
    assert desk.window.enter.isEnabled()
    assert desk.refusal == ""


def test_empty_fields_are_said(desk):
    desk.window.submit()
    assert desk.refusal == "Isi nama pengguna dan kata sandi."


def test_one_may_type_before_the_data_is_open(qtbot, tasks, port):
    gate = threading.Event()

    def load():
        gate.wait(10)
        return Arrival(port, OFFICE, port.accounts(), port.counters())

    driver = driver_of(qtbot, tasks, load)
    with qtbot.waitExposed(driver.window):
        driver.window.show()
    driver.window.activateWindow()
    driver.type_name("syahrul")
    driver.type_password("lestari-2")
    driver.enter()
    assert driver.window.opening.isVisible()
    gate.set()
    qtbot.waitUntil(lambda: driver.sessions == [RAHMA])


def test_data_that_cannot_be_opened_is_told_and_tried_again(qtbot, tasks, port, caplog):
    tries = []

    def load():
        tries.append(1)
        if len(tries) == 1:
            raise OSError("disk")
        return Arrival(port, OFFICE, port.accounts(), port.counters())

    driver = driver_of(qtbot, tasks, load)
    with qtbot.waitSignal(driver.window.failed) as told:
        driver.window.show()
    assert isinstance(told.args[0], OSError)
    assert driver.window.opening.isHidden()
    assert any(record.levelno == logging.ERROR for record in caplog.records)
    with qtbot.waitSignal(driver.window.ready):
        driver.window.reopen()


def test_an_unexpected_failure_is_logged_and_said(desk, port, qtbot, caplog, monkeypatch):
    monkeypatch.setattr(port, "verify", lambda *_a: 1 / 0)
    desk.type_name("rahma")
    desk.type_password("x")
    desk.enter()
    qtbot.waitUntil(lambda: desk.refusal.startswith("Belum dapat masuk"))
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.parametrize(
    ("text", "shift", "on"),
    [("A", False, True), ("a", True, True), ("A", True, False), ("a", False, False), ("7", False, None)],
)
def test_caps_lock_is_seen_by_the_letters(text, shift, on):
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_A, modifier, text)
    assert caps_lock_shown(event) is on


def test_caps_lock_is_hinted_beside_the_password(desk, qtbot):
    qtbot.keyClicks(desk.window.password, "A", Qt.KeyboardModifier.NoModifier)
    shown = desk.window.caps.isVisible()
    qtbot.keyClicks(desk.window.password, "a")
    assert (shown, desk.window.caps.isVisible()) == (True, False)


def test_the_window_imports_nothing_heavy():
    code = f"import sys, desk.ui.shell.sign_in; print([m for m in {HEAVY!r} if m in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"
