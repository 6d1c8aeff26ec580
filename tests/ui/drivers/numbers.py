"""Page object of “Buku nomor”."""

from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.office import SmallOffice
from tests.ui.drivers.desks import ALT, CTRL, Desk

PAGES = {
    "numbers": "desk.ui.screens.numbers.page:NumbersPage",
    "case": "desk.ui.screens.case.page:CasePage",
}


class NumbersDriver(Desk):
    """The book under a test's hands."""

    def __init__(self, office: SmallOffice, login: str, bot: QtBot) -> None:
        super().__init__(office, login, bot, PAGES)
        self.settle()

    @property
    def page(self) -> Any:
        return self.shell.page

    def column(self, title: str) -> list[str]:
        table = self.page.table
        column = next(one for one in table.model.columns if one.title == title)
        return [column.getter(row) for row in table.rows()]

    def search(self, text: str) -> None:
        self.press(Qt.Key.Key_F, CTRL)
        self.shell.type(text)

    def choose_book(self, label: str) -> None:
        combo = self.page.book.combo
        combo.setFocus(Qt.FocusReason.TabFocusReason)
        while combo.currentText() != label:
            self.bot.keyClick(combo, Qt.Key.Key_Down)
        self.settle()

    def void_only(self) -> None:
        chip = next(one for one in self.page.shown.group.chips if one.text() == "Batal")
        chip.setFocus(Qt.FocusReason.TabFocusReason)
        self.bot.keyClick(chip, Qt.Key.Key_Space)
        self.settle()

    def void(self, reason: str) -> None:
        """F6, the reason, Ctrl+Enter."""
        self.press(Qt.Key.Key_F6)
        self.settle()
        if reason:
            self.type_into(self.shell.drawer.reason, reason)
        self.press(Qt.Key.Key_Return, CTRL)
        self.settle()

    def turn(self, key: Qt.Key) -> None:
        self.press(key, ALT)
        self.settle()
