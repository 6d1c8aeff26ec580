"""The office's own PC, opened as ``desk`` opens it: real windows, encrypted store, papers as files."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel, QTabBar, QWidget

from desk.actions.accounts import hash_password
from desk.bootstrap.desktop import KIOSK, Desktop
from desk.bootstrap.house import House
from desk.settings import Settings
from desk.ui.runtime.page import Page
from desk.ui.screens.board.window import BoardWindow
from desk.ui.shell.preview import PreviewPanel
from desk.ui.shell.window import MainWindow
from desk.ui.widgets import Badge
from desk.ui.workspaces.kiosk import open_kiosk
from tests.office import MORNING, SmallOffice, StillClock, open_small_office
from tests.ui.drivers.board import BoardDriver
from tests.ui.drivers.keyboard import Bot, Keyboard

PASSWORD = "tanjung-lestari-17"
DEVICE = "FO-1"


def found(
    folder: Path,
    at: datetime = MORNING,
    busy: Callable[[SmallOffice], object] | None = None,
    **kind: Any,
) -> StillClock:
    """The invented office in a folder, everybody with the same real password.

    ``busy`` does what happened before the story begins; the office's clock goes on from there. ``kind``:
    another standard or other people, as ``open_small_office`` takes them.
    """
    kept = hash_password(PASSWORD)
    office = open_small_office(folder, at, hasher=lambda _password: kept, **kind)
    try:
        if busy is not None:
            busy(office)
    finally:
        office.store.close()
    return office.clock


class Building(Keyboard):
    """One PC at which one officer after another works, by keyboard alone."""

    def __init__(self, desktop: Desktop, clock: StillClock, bot: Bot, password: str = PASSWORD) -> None:
        super().__init__(bot, lambda: not desktop.tasks.busy)
        self.desktop, self.clock, self._password = desktop, clock, password

    # what is there

    @property
    def house(self) -> House:
        """The office, open."""
        assert self.desktop.house is not None
        return self.desktop.house

    @property
    def window(self) -> MainWindow:
        """The window of who is signed in."""
        window = self.desktop.window
        assert isinstance(window, MainWindow), "nobody is signed in"
        return window

    @property
    def page(self) -> Page:
        """The page shown."""
        page = self.window.pages.current
        assert page is not None
        return page

    def later(self, minutes: float = 0, **span: float) -> None:
        """Time passes."""
        self.clock.pass_(minutes=minutes, **span)

    # coming and going

    def open(self) -> None:
        """Show the sign-in window and wait for the office's data."""
        self.desktop.start()
        assert self.desktop.sign_in is not None
        self.bot.waitUntil(lambda: self.desktop.house is not None, timeout=20_000)
        self.bot.waitUntil(self.desktop.sign_in.opening.isHidden)
        self.settle()

    def sign_in(self, login: str, counter: str = "") -> None:
        """Name, Tab, password, maybe Tab and the counter, Enter."""
        before = self.desktop.window
        self.go_to(lambda one: one.accessibleName() == "Nama pengguna", "the name")
        self.press("Ctrl+A")
        self.write(login)
        self.press("Tab")
        self.write(self._password)
        if counter:
            self.press("Tab")
            self.press("Home")
            box = self.at
            while not box.currentText().startswith(counter):  # type: ignore[attr-defined]
                self.press("Down")
            self.press("Shift+Tab")
        self.press("Return")
        self.bot.waitUntil(lambda: self.desktop.window not in (None, before), timeout=20_000)
        self.settle()
        assert self.window.ctx.session.name

    def sign_out(self) -> None:
        """F10, *Keluar*."""
        self.press("F10")
        self.take_from_menu("Keluar")
        self.desktop.window = None
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.settle()

    @contextmanager
    def as_(self, login: str, counter: str = "") -> Iterator[None]:
        """One officer's turn at the PC."""
        self.sign_in(login, counter)
        yield
        self.sign_out()

    # in the window

    def go(self, page_id: str) -> None:
        """A line of the sidebar by Alt and its number, from the ninth on by Ctrl+Tab."""
        lines = [item.page_id for item in self.window.sidebar.items]
        assert page_id in lines, lines
        at = lines.index(page_id)
        self.press(f"Alt+{min(at, 8) + 1}")
        self.press("Ctrl+Tab", times=max(at - 8, 0))
        assert self.page.page_id == page_id

    def find(self, text: str) -> None:
        """Ctrl+K, the words, Enter on the first hit."""
        self.press("Ctrl+K")
        self.write(text)
        self.press("Return")

    def turn_to(self, title: str) -> str:
        """A tab of the page by the arrow keys; gives what can be read there, line by line."""
        bar = self.go_to(lambda one: isinstance(one, QTabBar), "the tabs")
        assert isinstance(bar, QTabBar)
        for _ in range(bar.count()):
            if bar.tabText(bar.currentIndex()).startswith(title):
                break
            self.press("Ctrl+PgDown")
        assert bar.tabText(bar.currentIndex()).startswith(title), f"no tab {title!r}"
        texts = [one for one in self.page.findChildren(QWidget) if isinstance(one, (QLabel, Badge))]
        return "\n".join(one.text() for one in texts if one.isVisible() and one.text())

    def close_drawer(self) -> str:
        """Esc; gives the title of what was shown there."""
        self.bot.waitUntil(self.window.drawer.isVisible)
        title = self.window.drawer.title.text()
        self.press("Escape")
        assert not self.window.drawer.isVisible()
        return title

    def drawer_words(self) -> str:
        """Everything that can be read in the drawer, line by line."""
        self.bot.waitUntil(self.window.drawer.isVisible)
        labels = self.window.drawer.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def news(self) -> list[str]:
        """The short lines that pass by."""
        return [toast.text.text() for toast in self.window.toasts.toasts()]

    @contextmanager
    def board(self) -> Iterator[BoardDriver]:
        """The queue board on the other screen; afterwards the officer's window is in front again."""
        window = open_kiosk(self.desktop.context(KIOSK), full_screen=False)
        assert isinstance(window, BoardWindow)
        try:
            self.settle()
            yield BoardDriver(window, self.bot)
        finally:
            window.close()
            window.deleteLater()
            self.window.activateWindow()
            self.settle()

    # papers

    def print_now(self) -> str:
        """Print the paper in the drawer, Ctrl+P; gives its words."""
        self.bot.waitUntil(self.window.drawer.isVisible)
        shown = self.window.drawer.body()
        assert isinstance(shown, PreviewPanel), "no paper in the drawer"
        pdf, before = shown.paper.pdf, len(self.printed())
        self.press("Ctrl+P")
        self.bot.waitUntil(lambda: len(self.printed()) > before)
        assert not self.window.drawer.isVisible()
        return words_of(pdf)

    def printed(self) -> list[Path]:
        """The files of every paper that left the printer, in their order."""
        return sorted((self.house.settings.folder / "kertas").glob("*.pdf"))

    def paper(self, kind: str, subject_id: str) -> str:
        """The words of a paper as the officer signed in gets it."""
        made = self.window.ctx.ports.papers.paper(kind, subject_id)
        return words_of(made.pdf)

    def close(self) -> None:
        """Shut the program."""
        for window in (self.desktop.window, self.desktop.sign_in):
            if window is not None:
                window.close()
        self.desktop.close()
        if self.desktop.sign_in is not None:
            self.desktop.sign_in.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def words_of(pdf: bytes) -> str:
    """The words of a paper, runs of space as one space."""
    from io import BytesIO

    pages = PdfReader(BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@contextmanager
def building(folder: Path, bot: Bot, clock: StillClock) -> Iterator[Building]:
    """The program over the office in ``folder``, its sign-in window shown; closed at the end."""
    settings = Settings(folder, DEVICE, only_files=True)
    pc = Building(Desktop(settings, lambda: House.open(settings, clock)), clock, bot)
    try:
        pc.open()
        yield pc
    finally:
        pc.close()
