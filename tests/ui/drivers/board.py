"""Page object of the board: the words on the picture."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.queries.board import Call
from desk.ui.screens.board.paint import BOLD, Words, board_font
from desk.ui.screens.board.window import BoardWindow
from desk.ui.workspaces.kiosk import open_kiosk
from tests.office import SmallOffice
from tests.ui.drivers.desk_office import officer_context
from tests.ui.drivers.fakes import close_context


class BoardDriver:
    """The board as people in the waiting room see it."""

    def __init__(self, window: BoardWindow, bot: QtBot) -> None:
        self.window, self.bot, self.view = window, bot, window.board
        self.calls: list[Call] = []
        self.view.called.connect(self.calls.append)

    def settle(self) -> None:
        for _ in range(4):
            QApplication.processEvents()

    def resize(self, width: int, height: int) -> None:
        self.window.showNormal()
        self.window.resize(width, height)
        self.settle()

    def press(self, key: Qt.Key) -> None:
        self.bot.keyClick(self.window, key)
        self.settle()

    def words(self) -> list[Words]:
        self.settle()
        self.view.repaint()
        return list(self.view.words)

    def texts(self) -> list[str]:
        return [one.text for one in self.words()]

    def sticking_out(self) -> list[str]:
        """Words that are wider than their place or leave the screen (the running text may)."""
        screen = QRectF(self.view.rect()).adjusted(-8, -8, 8, 8)
        found = []
        for one in self.words():
            if one.text == self.view.state.running_text:
                continue
            wide = QFontMetricsF(board_font(one.size, BOLD)).horizontalAdvance(one.text) * 0.9
            if wide > one.place.width() + 2 or not screen.contains(one.place):
                found.append(one.text)
        return found


@contextmanager
def board_window(office: SmallOffice, bot: QtBot) -> Iterator[BoardDriver]:
    """The kiosk's window, closed again at the end."""
    ctx = officer_context(office, "bayu")
    window = open_kiosk(ctx, full_screen=False)
    assert isinstance(window, BoardWindow)
    try:
        bot.waitExposed(window)
        yield BoardDriver(window, bot)
    finally:
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(window)
        close_context(ctx)
