"""Page object of the disposition inbox."""

from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.office import SmallOffice
from tests.ui.drivers.desks import Desk

PATH = "desk.ui.screens.disposition.page:DispositionPage"
DIGITS = [getattr(Qt.Key, f"Key_{number}") for number in range(10)]


class DispositionDriver(Desk):
    """The inbox under a test's hands."""

    def __init__(self, office: SmallOffice, login: str, bot: QtBot) -> None:
        super().__init__(office, login, bot, {"disposition": PATH})
        self.settle()

    @property
    def page(self) -> Any:
        return self.shell.page

    def senders(self) -> list[str]:
        return [row.title for row in self.page.list.rows()]

    def badges(self) -> list[str]:
        return [row.badge for row in self.page.list.rows()]

    def subjects(self) -> list[str]:
        return [row.detail.split(" · ", 1)[1] for row in self.page.list.rows()]

    def down(self) -> None:
        self.bot.keyClick(self.page.list.view, Qt.Key.Key_Down)

    def mark(self) -> None:
        self.bot.keyClick(self.page.list.view, Qt.Key.Key_Space)

    def number(self, digit: int) -> None:
        self.press(DIGITS[digit])

    def advise(self, text: str) -> None:
        self.type_into(self.page.form.advice, text)

    def instruct(self, text: str) -> None:
        self.type_into(self.page.form.instruction, text)

    def until(self, text: str) -> None:
        self.type_into(self.page.form.deadline, text)

    def addressee_right(self, times: int = 1) -> None:
        group = self.page.form.to.group
        for _ in range(times):
            taken = next(chip for chip in group.chips if chip.isChecked())
            taken.setFocus()
            self.bot.keyClick(taken, Qt.Key.Key_Right)

    def problem(self, field: str) -> str:
        return str(getattr(self.page.form, field).problem())
