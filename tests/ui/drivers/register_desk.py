"""Page object of the register desk."""

from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.office import SmallOffice
from tests.ui.drivers.desks import CTRL, Desk

PATH = "desk.ui.screens.register_desk.page:RegisterDeskPage"


class RegisterDeskDriver(Desk):
    """The register desk under a test's hands."""

    def __init__(self, office: SmallOffice, login: str, bot: QtBot) -> None:
        super().__init__(office, login, bot, {"register_desk": PATH})
        self.settle()

    @property
    def page(self) -> Any:
        return self.shell.page

    def subjects(self) -> list[str]:
        return [row.subject for row in self.page.letters.rows()]

    def tab(self, place: int) -> None:
        """Turn to a tab with Ctrl+PageDown."""
        for _ in range((place - self.page.tabs.current()) % 3):
            self.press(Qt.Key.Key_PageDown, CTRL)
        assert self.page.tabs.current() == place

    def cells(self, table: Any) -> list[list[str]]:
        model = table.model
        return [
            [str(model.index(row, column).data()) for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]
