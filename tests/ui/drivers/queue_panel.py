"""Page object of the queue panel inside a counter's window."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk.queries.queue import TicketRow
from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.page import Page
from desk.ui.screens.queue_panel.panel import QueuePanel
from desk.ui.shell.window import MainWindow
from desk.ui.shell.workspace import Workspace, entry
from desk.ui.theme.style import scaled
from tests.office import SmallOffice
from tests.ui.drivers.desk_office import officer_context
from tests.ui.drivers.fakes import close_context
from tests.ui.drivers.shell import ShellDriver


class CounterPage(Page):
    """The panel alone on a page, as wide as at the counter."""

    page_id = "counter"
    title = "Loket"

    def __init__(self, ctx: ScreenContext, parent: QWidget) -> None:
        super().__init__(ctx, parent)
        self.panel = QueuePanel(ctx)
        self.panel.setFixedWidth(scaled(268))
        row = QHBoxLayout(self)
        row.addWidget(self.panel)
        row.addStretch(1)


class CounterDriver(ShellDriver):
    """A counter's window; remembers what the panel told the screen."""

    def __init__(self, window: MainWindow, bot: QtBot) -> None:
        super().__init__(window, bot)
        page = window.pages.current
        assert isinstance(page, CounterPage)
        self.panel = page.panel
        self.told: list[TicketRow | None] = []
        self.panel.serving_changed.connect(self.told.append)

    def settle(self) -> None:
        for _ in range(4):
            QApplication.processEvents()

    def f(self, number: int) -> None:
        self.press(Qt.Key(Qt.Key.Key_F1 + number - 1))
        self.settle()

    @property
    def served(self) -> str:
        return self.panel.number.text() if self.panel.number.isVisible() else ""

    @property
    def heading(self) -> str:
        return self.panel.heading.text()

    @property
    def next_step(self) -> str:
        return self.panel.next.text() if self.panel.next.isEnabled() else ""

    def waiting(self) -> list[str]:
        self.settle()
        return [row.title for row in self.panel.waiting.rows()]

    def aside(self) -> list[tuple[str, str]]:
        self.settle()
        return [(row.title, row.badge) for row in self.panel.aside.rows()]


@contextmanager
def counter_window(
    office: SmallOffice, bot: QtBot, login: str, counter: int | None
) -> Iterator[CounterDriver]:
    """An officer's open window with the panel, closed again at the end."""
    ctx = officer_context(office, login, counter)
    window = MainWindow(ctx, [Workspace("front", "Meja layanan", (entry(CounterPage),))])
    try:
        driver = CounterDriver(window, bot)
        driver.open()
        yield driver
    finally:
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(window)
        close_context(ctx)
