"""Page object of “Laporan pengaduan”."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.office import SmallOffice
from tests.ui.drivers.desks import CTRL, Desk

PAGES = {"complaint_report": "desk.ui.screens.complaint_report.page:ComplaintReportPage"}


class ComplaintReportDriver(Desk):
    """The report under a test's hands; ``save_to`` is where its list is saved."""

    save_to: Path | None = None

    def __init__(self, office: SmallOffice, login: str, bot: QtBot) -> None:
        super().__init__(office, login, bot, PAGES)
        self.page._ask = lambda _parent, name: self.save_to and self.save_to / name
        self.settle()

    @property
    def page(self) -> Any:
        return self.shell.page

    def settle(self) -> None:
        """Let an announcement go all its way: store, hub, page, refresh."""
        for _ in range(4):
            super().settle()

    def lines(self) -> list[tuple[str, str, str]]:
        return [(row.about, row.words, row.count) for row in self.page.table.rows()]

    def stat(self, name: str) -> tuple[str, str]:
        shown = self.page.stats[name]
        return shown.value.text(), shown.detail.text()

    def choose(self, label: str) -> None:
        """By arrow keys, as in every list."""
        combo = self.page.period.combo
        combo.setFocus(Qt.FocusReason.TabFocusReason)
        while combo.currentText() != label:
            before = combo.currentIndex()
            self.bot.keyClick(combo, Qt.Key.Key_Down)
            assert combo.currentIndex() != before, f"{label} is not offered"
        self.settle()

    def save_list(self) -> None:
        self.press(Qt.Key.Key_S, CTRL)
        self.settle()
