"""A lost key or damaged data: one calm page with the cure, by keyboard, then the sign-in window again."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.bootstrap.clock import utc_now
from desk.bootstrap.desktop import Desktop
from desk.bootstrap.house import House
from desk.settings import Settings
from desk.store import layout
from desk.store.backup import backup
from desk.store.errors import StoreBusyError
from desk.store.keys import new_recovery_code
from desk.store.recovery import prepare_code, put_in_force
from desk.ui.screens.board.window import BoardWindow
from desk.ui.shell.rescue import RescueWindow, Way
from tests.office import open_small_office
from tests.ui.clipping import clipped_texts

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen: raising
CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Kept:
    """An office on disk: its folder, its code, a backup of it."""

    data: Path
    code: str
    backup: Path

    def lose_key(self) -> None:
        shutil.rmtree(layout.keys(self.data))

    def cut_in_half(self) -> None:
        content = layout.database(self.data).read_bytes()
        layout.database(self.data).write_bytes(content[: len(content) // 2])


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    office = open_small_office(tmp_path / "data")
    code = prepare_code(office.store)
    put_in_force(office.store, code)
    backup(office.store, tmp_path / "cadangan.desk", utc_now())
    office.store.close()
    return Kept(tmp_path / "data", code, tmp_path / "cadangan.desk")


@pytest.fixture
def desktop(kept: Kept, qtbot: QtBot) -> Iterator[Desktop]:
    settings = Settings(kept.data, "PC-1")
    made = Desktop(settings, lambda: House.open(settings))
    yield made
    for window in (made.window, made.sign_in, made.rescue):
        if window is not None:
            window.close()
            window.deleteLater()
    made.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def rescue_of(desktop: Desktop, bot: QtBot) -> RescueWindow:
    """Start Desk and wait for the page."""
    desktop.start()
    bot.waitUntil(lambda: desktop.rescue is not None)
    return shown(desktop, bot)


def shown(desktop: Desktop, bot: QtBot) -> RescueWindow:
    page = desktop.rescue
    assert page is not None
    bot.waitUntil(page.isActiveWindow)
    bot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return page


def write(bot: QtBot, words: str) -> None:
    bot.keyClicks(QApplication.focusWidget(), words)


def go(bot: QtBot, page: RescueWindow) -> None:
    bot.keyClick(page, Qt.Key.Key_Return, CTRL)


def at_sign_in(desktop: Desktop) -> bool:
    sign_in = desktop.sign_in
    return desktop.house is not None and sign_in is not None and sign_in.isVisible()


def test_the_code_brings_a_lost_key_back(kept: Kept, desktop: Desktop, qtbot: QtBot) -> None:
    kept.lose_key()
    page = rescue_of(desktop, qtbot)
    assert page.way is Way.CODE
    assert desktop.sign_in is not None
    assert desktop.sign_in.isHidden()
    assert "lembar pemulihan" in page.sentence.text()
    go(qtbot, page)
    assert page.code.problem() == "Ketik kode dari lembar pemulihan."
    write(qtbot, new_recovery_code())
    go(qtbot, page)
    qtbot.waitUntil(lambda: page.code.problem() == "Kode pemulihan ini bukan untuk data tersebut.")
    page.code.line.selectAll()
    write(qtbot, kept.code.lower().replace("-", " "))
    go(qtbot, page)
    qtbot.waitUntil(lambda: at_sign_in(desktop))
    assert desktop.rescue is None


def test_a_backup_takes_the_place_of_damaged_data(
    kept: Kept, desktop: Desktop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.cut_in_half()
    page = rescue_of(desktop, qtbot)
    assert page.way is Way.BACKUP
    broken = kept.data / "bukan-cadangan.txt"
    broken.write_text("x")
    page.file.add([broken])
    page.code.setFocus()
    write(qtbot, kept.code)
    go(qtbot, page)
    qtbot.waitUntil(lambda: page.file.problem() == "Berkas ini bukan cadangan Desk.")
    page.file.set_value((kept.backup,))
    go(qtbot, page)
    qtbot.waitUntil(lambda: page.way is Way.DONE)
    assert "perlu dimasukkan lagi" in page.sentence.text()
    go(qtbot, page)
    qtbot.waitUntil(lambda: at_sign_in(desktop))
    assert len(list(kept.data.glob("kept-*"))) == 1


def test_data_the_right_key_does_not_open_asks_for_a_backup(
    kept: Kept, desktop: Desktop, qtbot: QtBot
) -> None:
    content = bytearray(layout.database(kept.data).read_bytes())
    content[:4096] = bytes(4096)
    layout.database(kept.data).write_bytes(content)
    page = rescue_of(desktop, qtbot)
    assert page.way is Way.CODE
    write(qtbot, kept.code)
    go(qtbot, page)
    qtbot.waitUntil(lambda: page.way is Way.BACKUP)
    assert page.code.value() == kept.code


@pytest.mark.parametrize(
    ("spoil", "way"),
    [
        (lambda kept: layout.database(kept.data).unlink(), Way.BACKUP),
        (lambda kept: layout.key_note(kept.data).unlink(), Way.CODE),
        (lambda kept: [path.write_text("zz") for path in layout.keys(kept.data).iterdir()], Way.CODE),
        (lambda kept: layout.database(kept.data).write_bytes(b""), Way.BACKUP),
    ],
)
def test_each_damage_has_its_page(
    kept: Kept, desktop: Desktop, qtbot: QtBot, spoil: Callable[[Kept], object], way: Way
) -> None:
    spoil(kept)
    page = rescue_of(desktop, qtbot)
    assert page.way is way
    assert clipped_texts(page) == []


def test_data_in_use_is_tried_again(
    kept: Kept, desktop: Desktop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = []
    load = desktop._load

    def busy_at_first() -> House:
        tries.append(1)
        if len(tries) == 1:
            raise StoreBusyError
        return load()

    monkeypatch.setattr(desktop, "_load", busy_at_first)
    page = rescue_of(desktop, qtbot)
    assert page.way is Way.AGAIN
    assert page.sentence.text().startswith("Data sedang dipakai program lain")
    go(qtbot, page)
    qtbot.waitUntil(lambda: at_sign_in(desktop))


def test_what_has_no_name_is_logged_and_said_calmly(
    desktop: Desktop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(desktop, "_load", lambda: 1 / 0)
    page = rescue_of(desktop, qtbot)
    assert page.way is Way.AGAIN
    assert page.sentence.text().startswith("Catatan kesalahan telah disimpan")
    assert "ZeroDivisionError" in caplog.text


def test_the_board_shows_the_page_too_and_then_the_queue(kept: Kept, desktop: Desktop, qtbot: QtBot) -> None:
    kept.lose_key()
    desktop.start_kiosk()
    page = shown(desktop, qtbot)
    write(qtbot, kept.code)
    go(qtbot, page)
    qtbot.waitUntil(lambda: isinstance(desktop.window, BoardWindow))


def test_nothing_is_cut_with_large_text(kept: Kept, desktop: Desktop, qtbot: QtBot, large_text: None) -> None:
    kept.lose_key()
    page = rescue_of(desktop, qtbot)
    page.resize(1180, 680)
    for way in Way:
        page.show_way(way, StoreBusyError())
        QApplication.processEvents()
        assert clipped_texts(page) == []
