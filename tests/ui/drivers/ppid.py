"""Page objects of the Tim Penghubung, the PPID and the desk of letters to sign."""

from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.office import SmallOffice
from tests.ui.drivers.desks import Desk

PAGES = {
    "liaison": "desk.ui.screens.liaison.page:LiaisonPage",
    "ppid": "desk.ui.screens.ppid.page:PpidPage",
    "signing": "desk.ui.screens.signing.page:SigningPage",
}


class TrayDriver(Desk):
    """An in-tray under a test's hands."""

    def __init__(self, office: SmallOffice, login: str, bot: QtBot, page_id: str) -> None:
        super().__init__(office, login, bot, {page_id: PAGES[page_id]})
        self.settle()

    @property
    def page(self) -> Any:
        return self.shell.page

    def waiting(self) -> int:
        return len(self.page.list.rows())

    def badges(self) -> list[str]:
        return [row.badge for row in self.page.list.rows()]

    def restored(self) -> str:
        """What the banner says about a draft that came back."""
        banner = self.page.restored
        return str(banner.text.text()) if banner.isVisible() else ""

    def chip(self, group: Any, words: str) -> None:
        """Walk to a pill with the arrow keys."""
        pills = group.group
        wanted = [chip.text() for chip in pills.chips].index(words)
        start = next((place for place, chip in enumerate(pills.chips) if chip.isChecked()), None)
        pills.setFocus(Qt.FocusReason.TabFocusReason)
        if start is None:
            self.press(Qt.Key.Key_Right)
            start = 1 % len(pills.chips)
        for _ in range((wanted - start) % len(pills.chips)):
            self.press(Qt.Key.Key_Right)
        assert pills.chips[wanted].isChecked()
