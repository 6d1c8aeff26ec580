"""A workstation's first start: the code brings it into the office, the office's data comes."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.bootstrap.desktop import Desktop
from desk.bootstrap.first_start import first_window, join
from desk.bootstrap.house import House
from desk.settings import Settings
from desk.store import founding, layout
from desk.sync import admin, joining
from desk.ui.shell.first_start import FirstStart
from tests.lan import OfficeLan
from tests.ui.clipping import clipped_texts

CTRL = Qt.KeyboardModifier.ControlModifier
Start = Callable[..., FirstStart]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "baru", "LOKET-9")


@pytest.fixture
def code(lan: OfficeLan) -> str:
    return admin.enrol(lan.admin, lan.address, "LOKET-9", "front_office")


@pytest.fixture
def start(settings: Settings, lan: OfficeLan, qtbot: QtBot) -> Iterator[Start]:
    """The first-start window of a new PC, at its page for the code; closed before the network ends."""
    desktops: list[Desktop] = []

    def go(file: Path | None = None, *, at_code: bool = True) -> FirstStart:
        desktop = Desktop(settings, lambda: House.open(settings))
        desktops.append(desktop)
        window = first_window(desktop)
        window.joining._ask = lambda _parent: file
        qtbot.addWidget(window)
        window.show()
        qtbot.waitUntil(window.isActiveWindow)
        if at_code:
            qtbot.waitUntil(window.make.isEnabled)
            qtbot.keyClick(window, Qt.Key.Key_J, CTRL)
            assert window.pages.currentWidget() is window.joining
        window.desktop = desktop  # type: ignore[attr-defined]
        return window

    yield go
    for desktop in desktops:
        if desktop.sign_in is not None:
            desktop.sign_in.close()
        desktop.close()
        if desktop.sign_in is not None:
            desktop.sign_in.deleteLater()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def enter(window: FirstStart, qtbot: QtBot, text: str) -> None:
    qtbot.keyClicks(focused(), text)
    qtbot.keyClick(focused(), Qt.Key.Key_Return, CTRL)


def office_of(window: FirstStart, qtbot: QtBot) -> str:
    """Wait for the sign-in window; the name of the office it shows."""
    desktop = window.desktop  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: desktop.sign_in is not None and desktop.house is not None, timeout=20_000)
    qtbot.waitUntil(desktop.sign_in.opening.isHidden)
    assert not window.isVisible()
    return str(desktop.house.face().name)


def test_a_typed_code_brings_the_pc_into_the_office(
    start: Start, code: str, lan: OfficeLan, qtbot: QtBot
) -> None:
    window = start()
    enter(window, qtbot, code.lower().replace("-", " "))
    assert not window.joining.go.isEnabled()
    assert window.joining.progress.isVisible()
    assert office_of(window, qtbot) == "KPU Kabupaten Tanjung Lestari"
    house = window.desktop.house  # type: ignore[attr-defined]
    assert house.store.network.label == "LOKET-9"
    with house.store.read() as session:
        offices = session.connection().exec_driver_sql("SELECT id FROM offices").scalars().all()
    assert offices == list(lan.server.rows("offices"))
    qtbot.waitUntil(lambda: house.network.state().online, timeout=20_000)


def test_a_code_comes_from_a_file(start: Start, code: str, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "kode.txt"
    file.write_text(code + "\n", "utf-8")
    window = start(file)
    qtbot.keyClick(focused(), Qt.Key.Key_O, CTRL)
    assert window.joining.code.value() == code
    qtbot.keyClick(focused(), Qt.Key.Key_Return, CTRL)
    office_of(window, qtbot)


def test_without_a_code_nothing_is_asked_of_anybody(start: Start, qtbot: QtBot) -> None:
    window = start()
    qtbot.keyClick(focused(), Qt.Key.Key_Return, CTRL)
    assert window.joining.code.problem() == "Isi kode dari administrator."
    assert clipped_texts(window) == []


def test_a_mistyped_code_is_said_beside_the_field(start: Start, code: str, qtbot: QtBot) -> None:
    window = start()
    enter(window, qtbot, code[:-1] + ("2" if code[-1] != "2" else "3"))
    qtbot.waitUntil(lambda: bool(window.joining.code.problem()))
    assert "salah ketik" in window.joining.code.problem()
    assert window.joining.go.isEnabled()


def test_a_used_code_is_said(start: Start, code: str, tmp_path: Path, qtbot: QtBot) -> None:
    join(Settings(tmp_path / "lain", "LOKET-8"), code, lambda _done, _total: None)
    window = start()
    enter(window, qtbot, code)
    qtbot.waitUntil(lambda: "sudah dipakai" in (window.joining.code.problem() or ""))


def test_an_expired_code_is_said(start: Start, code: str, lan: OfficeLan, qtbot: QtBot) -> None:
    lan.admin.execute("UPDATE desk.device SET expires_at = now() - interval '1 hour' WHERE label = 'LOKET-9'")
    window = start()
    enter(window, qtbot, code)
    qtbot.waitUntil(lambda: "kedaluwarsa" in (window.joining.code.problem() or ""))


def test_a_server_out_of_reach_is_said_and_the_code_stays(
    start: Start, code: str, lan: OfficeLan, qtbot: QtBot
) -> None:
    lan.unplug()
    window = start()
    enter(window, qtbot, code)
    qtbot.waitUntil(window.joining.refusal.isVisible, timeout=20_000)
    assert "tidak terjangkau" in window.joining.refusal.text()
    assert window.joining.code.value().strip() == code
    assert clipped_texts(window) == []
    lan.plug_in()
    qtbot.mouseClick(window.joining.go, Qt.MouseButton.LeftButton)
    office_of(window, qtbot)


def test_a_start_cut_off_while_loading_goes_on_without_a_code(
    start: Start, settings: Settings, code: str, qtbot: QtBot
) -> None:
    with closing(founding.begin(settings.folder)) as store:
        joining.join(store, code)
    window = start(at_code=False)
    assert office_of(window, qtbot) == "KPU Kabupaten Tanjung Lestari"
    assert layout.office(settings.folder).exists()
    assert not founding.lies(settings.folder)


def test_one_may_go_back_to_founding_an_office(start: Start, qtbot: QtBot) -> None:
    window = start()
    qtbot.mouseClick(window.joining.back, Qt.MouseButton.LeftButton)
    assert focused().window() is window
    assert window.pages.currentIndex() == 0
