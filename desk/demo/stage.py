"""The tour's stage: the demo office in real windows, a clock that is moved on, one officer after another."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QSize, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from desk.bootstrap.desktop import Desktop, make_app
from desk.bootstrap.house import House
from desk.bootstrap.signing_in import DEMO_PASSWORD
from desk.demo.agenda import SetClock
from desk.demo.album import Album
from desk.demo.casts import KSB, Cast
from desk.demo.hands import ALT, Hands, TourError
from desk.demo.house import demo_settings, filled_house
from desk.ui.runtime.page import Page
from desk.ui.shell.sign_in import SignInWindow
from desk.ui.shell.window import MainWindow

log = logging.getLogger(__name__)

BEGINS = datetime.fromisoformat("2026-11-20T10:05:00+08:00")
"""Friday 20 November 2026, 10.05 WITA."""

SIZE = QSize(1366, 768)
_OPENING = 120.0
"""Seconds that filling and opening the office may take on a slow machine."""


class Stage:
    """Drives the demo office; acts speak to it in words of the office.

    Attributes:
        hands: keys and clicks on the window in front.
        album: pictures and papers.
        told: what acts remember for later ones (ids of cases), by name.
    """

    def __init__(self, folder: Path, album: Album, say: Callable[[str], object], cast: Cast = KSB) -> None:
        self.clock = SetClock(BEGINS)
        self.hands = Hands()
        self.album = album
        self.told: dict[str, str] = {}
        self._say = say
        self._board: QWidget | None = None
        qInstallMessageHandler(_pass_on)
        self.app = make_app()
        self.app.setCursorFlashTime(0)
        settings = demo_settings(folder, only_files=True)
        self.desktop = Desktop(settings, partial(filled_house, settings, self.clock, None, cast))

    # the office

    @property
    def house(self) -> House:
        """The office, once its data is open."""
        if self.desktop.house is None:
            raise TourError("the office is not open yet")
        return self.desktop.house

    def later(self, minutes: float = 0, days: int = 0, clock: str = "") -> None:
        """Let time pass; ``clock`` is the hour of the day then (``"09.15"``)."""
        at = self.clock.at + timedelta(minutes=minutes, days=days)
        if clock:
            hour, _, minute = clock.partition(".")
            at = at.replace(hour=int(hour), minute=int(minute), second=0)
        self.clock.at = at

    # who sits at the desk

    def open(self) -> SignInWindow:
        """Show the sign-in window and wait until the office's data is open."""
        self.desktop.start()
        window = self.desktop.sign_in
        if window is None:
            raise TourError("no sign-in window")
        self.hands.window = window
        window.resize(SIZE)
        self.hands.until(lambda: self.desktop.house is not None, "the office to open", _OPENING)
        self.hands.until(lambda: not window.opening.isVisible(), "the sign-in window to be ready")
        self.hands.settle()
        return window

    def sign_in(self, login: str, counter: str = "") -> MainWindow:
        """Sign in by the keyboard, as anybody does."""
        window = self.desktop.sign_in
        if window is None:
            raise TourError("no sign-in window")
        self._say(f"signing in: {login}")
        self._front(window)
        window.name.setFocus()
        self.hands.clear()
        self.hands.write(login)
        window.password.setFocus()
        self.hands.clear()
        self.hands.write(DEMO_PASSWORD)
        if counter:
            window.counter.setFocus()
            for _ in range(window.counter.count()):
                if window.counter.currentText().split(" (")[0] != counter:
                    self.hands.press(Qt.Key.Key_Down)
            window.password.setFocus()
        before = self.desktop.window
        self.hands.press(Qt.Key.Key_Return)
        self.hands.until(lambda: self.desktop.window not in (None, before), f"{login} to be signed in")
        self.window.resize(SIZE)
        self._front(self.window)
        if self.window.pages.current is not None:
            self.window.pages.current.focus_first()
        self.hands.settle()
        return self.window

    def sign_out(self) -> None:
        """Leave the desk; the sign-in window comes back."""
        window, sign_in = self.window, self.desktop.sign_in
        window.sign_out()
        self.desktop.window = None
        self.hands.window = sign_in
        self.hands.settle()

    def _front(self, window: QWidget) -> None:
        """Bring a window to the front, where the keys go."""
        window.show()
        window.activateWindow()
        self.hands.window = window
        self.hands.until(lambda: QApplication.activeWindow() is window, "the window to come to the front")

    @property
    def window(self) -> MainWindow:
        """The signed-in officer's window."""
        window = self.desktop.window
        if not isinstance(window, MainWindow):
            raise TourError("nobody is signed in")
        return window

    @property
    def page(self) -> Page:
        """The page shown."""
        page = self.window.pages.current
        if page is None:
            raise TourError("no page is shown")
        return page

    # going about

    def go(self, title: str) -> None:
        """Open a line of the sidebar by its key, Alt and its number."""
        for at, item in enumerate(self.window.sidebar.items, start=1):
            if item.text() == title:
                if at <= _NINE:
                    self.hands.press(Qt.Key(Qt.Key.Key_0 + at), ALT)
                else:
                    self.hands.click(item)
                return
        known = ", ".join(item.text() for item in self.window.sidebar.items)
        raise TourError(f"no line {title!r} in the sidebar; there are: {known}")

    def room(self, workspace_id: str) -> None:
        """Another workspace of this officer, as chosen in the sidebar."""
        self.window.open_workspace(workspace_id)
        self.hands.settle()

    def open_case(self, case_id: str) -> None:
        """Show a case's page, as a scanned receipt code does."""
        self.window.ctx.open_case(case_id)
        self.hands.settle()

    def case(self, words: str) -> str:
        """The id of the case that the search knows by these words, best one that shows them.

        Raises:
            TourError: this officer finds none.
        """
        found = [hit for hit in self.window.ctx.ports.search.find(words) if hit.kind == "case"]
        if not found:
            raise TourError(f"no case {words!r}")
        return min(found, key=lambda hit: words not in repr(hit)).id

    def wait_idle(self) -> None:
        """Until background work is done and the screen rests."""
        self.hands.until(lambda: not self.desktop.tasks.busy, "background work to end")
        self.hands.settle()
        self.hands.until(self.hands.painted, "the paper to be drawn")

    def close_drawer(self) -> None:
        """Esc, until the drawer is closed (a list in it may take the first).

        Raises:
            TourError: it stays open.
        """
        for _ in range(_ESCAPES):
            if self.window.drawer.isVisible():
                self.hands.press(Qt.Key.Key_Escape)
        if self.window.drawer.isVisible():
            raise TourError("Esc does not close the drawer")

    def quiet(self) -> None:
        """Take away the news that passes by, for a calm picture."""
        for toast in self.window.toasts.toasts():
            toast.gone.emit()
        self.hands.settle()

    # the board beside

    def show_board(self) -> QWidget:
        """The queue board in a window of its own, as ``desk --kiosk`` shows it."""
        from desk.bootstrap.desktop import KIOSK
        from desk.ui.workspaces.kiosk import open_kiosk

        self._board = open_kiosk(self.desktop.context(KIOSK), full_screen=False)
        self._board.resize(SIZE)
        self.hands.window = self._board
        self.wait_idle()
        return self._board

    def hide_board(self) -> None:
        """Close the board; the officer's window is in front again."""
        if self._board is not None:
            self._board.close()
            self._board.deleteLater()
        self._board = None
        self._front(self.window)
        self.hands.settle()

    # what is kept of it

    def shot(self, slug: str, name: str, *requirement: str, window: QWidget | None = None) -> None:
        """A picture of what is in front."""
        self.wait_idle()
        self._say(f"screen: {name}")
        self.album.take(window or self.hands.front, slug, name, requirement)

    def paper(self, kind: str, subject_id: str, slug: str, name: str, requirement: Sequence[str]) -> None:
        """A paper as this officer prints it."""
        self._say(f"paper: {name}")
        made = self.window.ctx.ports.papers.paper(kind, subject_id)
        self.album.keep(made.pdf, slug, name, requirement)

    def close(self) -> None:
        """End everything."""
        if isinstance(self.desktop.window, MainWindow):
            self.desktop.window.close()
        if self.desktop.sign_in is not None:
            self.desktop.sign_in.close()
        self.desktop.close()
        QApplication.processEvents()


def _pass_on(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Qt's own messages to the log, but for what the offscreen platform says at every window shown."""
    if "propagateSizeHints" not in message:
        log.warning("%s", message)


_NINE = 9
_ESCAPES = 3


def name_of(login: str) -> str:
    """The full name of somebody of the demo office."""
    return next(one.name for one in KSB.staff if one.login == login)
