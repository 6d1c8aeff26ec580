"""The work list under a test's hands."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.ui.screens.work.page import WorkPage
from tests.office import SmallOffice
from tests.ui.drivers.case import CaseDriver


class WorkDriver(CaseDriver):
    """An officer before the work list."""

    def __init__(self, office: SmallOffice, login: str, bot: QtBot) -> None:
        super().__init__(office, login, bot)
        self.ctx.navigate("work")
        self.settle()

    @property
    def work(self) -> WorkPage:
        page = self.window.pages.current
        assert isinstance(page, WorkPage)
        return page

    def tasks(self) -> list[str]:
        return [task.title for task in self.work.list.tasks()]

    def dues(self) -> list[str]:
        return [task.due for task in self.work.list.tasks()]

    def headings(self) -> list[str]:
        return list(self.work.list.headings())

    def filter(self, text: str) -> None:
        self.press(Qt.Key.Key_F3)
        self.bot.keyClicks(self.work.filter, text)
        self.settle()

    def enter(self) -> None:
        self.press(Qt.Key.Key_Return)
        self.settle()

    def press_down(self) -> None:
        self.press(Qt.Key.Key_Down)
