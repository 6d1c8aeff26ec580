"""Page objects of the gate: what a guard sees, and the keys a guard presses."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.ui.runtime.page import Page
from desk.ui.screens.gate.cards import CardsPage
from desk.ui.screens.gate.inside import InsidePage
from desk.ui.screens.gate.notes import NotesPage
from desk.ui.screens.gate.register import RegisterPage
from desk.ui.shell.window import MainWindow
from desk.ui.workspaces.pamdal import PAMDAL
from tests.office import SmallOffice, open_small_office
from tests.ui.drivers.desk_office import officer_context
from tests.ui.drivers.fakes import FakeDrafts, FakePapers, close_context
from tests.ui.drivers.shell import CTRL, ShellDriver, focused

P = TypeVar("P", bound=Page)


class GateDriver(ShellDriver):
    """The guard's window over a real office."""

    def __init__(self, window: MainWindow, bot: QtBot, office: SmallOffice) -> None:
        super().__init__(window, bot)
        self.office = office

    # pages

    @property
    def register(self) -> RegisterPage:
        return self._page(RegisterPage)

    @property
    def inside(self) -> InsidePage:
        return self._page(InsidePage)

    @property
    def cards(self) -> CardsPage:
        return self._page(CardsPage)

    @property
    def notes(self) -> NotesPage:
        return self._page(NotesPage)

    def _page(self, kind: type[P]) -> P:
        page = self.window.pages.current
        assert isinstance(page, kind)
        return page

    def go(self, number: int) -> None:
        """Alt and the number of the sidebar's line."""
        self.press(Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.AltModifier)

    # keys

    def tab(self, times: int = 1) -> None:
        for _ in range(times):
            self.press(Qt.Key.Key_Tab)

    def enter(self) -> None:
        self.press(Qt.Key.Key_Return)

    def save(self) -> None:
        self.press(Qt.Key.Key_Return, CTRL)

    def down(self) -> None:
        self.press(Qt.Key.Key_Down)

    def type_into(self, field: str, text: str) -> None:
        """Put the cursor into a field of the form and type."""
        self.register.form.fields[field].setFocus()
        QApplication.processEvents()
        self.bot.keyClicks(focused(), text)

    # what is seen

    def problems(self) -> dict[str, str]:
        return {name: field.problem() for name, field in self.register.form.fields.items() if field.problem()}

    def suggestions(self) -> list[str]:
        line = self.register.form.name.line
        return [row.title for row in line.list.rows()] if line.is_open() else []

    def today(self) -> list[str]:
        self.settle()
        return [row.name for row in self.register.table.rows()]

    def inside_names(self) -> list[str]:
        self.settle()
        return [row.name for row in self.inside.table.rows()]

    def settle(self) -> None:
        """Let announcements of the store arrive."""
        for _ in range(4):
            QApplication.processEvents()

    def printed(self) -> list[tuple[str, str]]:
        papers = self.window.ctx.ports.papers
        assert isinstance(papers, FakePapers)
        return papers.asked

    def drafts(self) -> FakeDrafts:
        drafts = self.window.ctx.ports.drafts
        assert isinstance(drafts, FakeDrafts)
        return drafts


@contextmanager
def gate_window(folder: Path, bot: QtBot, office: SmallOffice | None = None) -> Iterator[GateDriver]:
    """A guard's open window over a small office of its own, closed again at the end."""
    own = office or open_small_office(folder / "office")
    ctx = officer_context(own, "bayu")
    window = MainWindow(ctx, [PAMDAL])
    try:
        driver = GateDriver(window, bot, own)
        driver.open()
        yield driver
    finally:
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(window)
        close_context(ctx)
        if office is None:
            own.store.close()
