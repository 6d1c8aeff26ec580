"""Page object of the calendar page."""

from typing import Any

from pytestqt.qtbot import QtBot

from tests.office import SmallOffice
from tests.ui.drivers.desks import Desk

PATH = "desk.ui.screens.calendar.page:CalendarPage"


class CalendarDriver(Desk):
    """The calendar under a test's hands."""

    def __init__(self, office: SmallOffice, login: str, bot: QtBot) -> None:
        super().__init__(office, login, bot, {"calendar": PATH})
        self.settle()

    @property
    def page(self) -> Any:
        return self.shell.page

    def names(self) -> list[str]:
        return [row.name for row in self.page.table.rows()]

    def moved(self) -> list[str]:
        return [row.title for row in self.page.moved.list.rows()]

    def add(self, day: str, name: str) -> None:
        """Fill the form in by keys and save."""
        self.type_into(self.page.form.day, day)
        self.type_into(self.page.form.name, name)
        self.save()
        self.settle()
