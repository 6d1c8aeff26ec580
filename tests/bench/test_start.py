"""Start-up: the sign-in window against a bare PySide6 window; Enter to a usable workspace."""

import os
import statistics
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.bootstrap.desktop import Desktop
from desk.ui.runtime.entry import StaffSession
from tests.bench.conftest import Report
from tests.bench.figures import clocked
from tests.bench.rooms import main_window, opened_desktop, session_of
from tests.office import SmallOffice, open_small_office

pytestmark = pytest.mark.bench

_EYE = """
import os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
class Eye(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self.tell)
        return False
    def tell(self):
        print((time.time() - float(sys.argv[1])) * 1000, flush=True)
        os._exit(0)
eye = Eye()
"""
_BARE = """
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget()
window.installEventFilter(eye)
window.resize(1040, 640)
window.show()
app.exec()
"""
_DESK = """
import desk.cli
from pathlib import Path
from desk.bootstrap import doors
from desk.bootstrap import desktop
def show(window):
    window.installEventFilter(eye)
    desktop.QWidget.show(window)
desktop.SignInWindow.show = show
doors._run(doors.Settings(Path(sys.argv[2]), "PC-1"), kiosk=False)
"""
"""What ``desk`` does once it has read its arguments and found a display."""


def _until_painted(byte_code: Path, script: str, *arguments: str) -> float:
    """Milliseconds from the start of a process to the end of the window's first paint.

    ``byte_code`` keeps what Python compiled, as an installed program has it, also where the machine's
    settings forbid that.
    """
    ours = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(byte_code)}
    others = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    out = subprocess.run(
        [sys.executable, "-c", _EYE + script, repr(time.time()), *arguments],
        capture_output=True,
        text=True,
        check=True,
        env=others | ours,
    )
    return float(out.stdout.splitlines()[0])


def test_sign_in_window_against_a_bare_window(tmp_path: Path, report: Report) -> None:
    folder = tmp_path / "data"
    open_small_office(folder).store.close()
    painted = partial(_until_painted, tmp_path / "byte-code")
    pairs = [(painted(_BARE), painted(_DESK, str(folder))) for _ in range(22)][1:]
    bare, ours = (statistics.median(pair[n] for pair in pairs) for n in (0, 1))
    ratio = statistics.median(ours / bare for bare, ours in pairs)
    report(
        f"process start to the sign-in window painted {ours:.0f} ms, a bare PySide6 window {bare:.0f} ms: "
        f"{ratio:.2f} x (aim <= 2)"
    )
    assert ours > 0


class Watch(QObject):
    """Waits until a page has been painted and nothing more is due at once."""

    def __init__(self) -> None:
        super().__init__()
        self.painted = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """The page is painted."""
        self.painted = self.painted or event.type() == QEvent.Type.Paint
        return False

    def enter(self, desktop: Desktop, session: StaffSession) -> None:
        """From the accepted password to the page with the cursor in it, badges counted."""
        desktop.enter(session)
        page = main_window(desktop).pages.current
        assert page is not None
        page.installEventFilter(self)
        while not self.painted:
            QApplication.processEvents()
        QApplication.processEvents()


def _has_cursor(page: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and page.isAncestorOf(focus)


@pytest.mark.parametrize(
    ("login", "room"), [("rahma", "front office"), ("bayu", "PAMDAL"), ("syahrul", "Kasubag")]
)
def test_enter_to_a_usable_workspace(
    qtbot: QtBot, office: SmallOffice, report: Report, login: str, room: str
) -> None:
    """argon2 is left out; the office has been open since somebody began to type the password."""
    took = []
    with opened_desktop(qtbot, office) as desktop:
        for _ in range(6):
            took.append(clocked(lambda: Watch().enter(desktop, session_of(office, login))))
            window = main_window(desktop)
            page = window.pages.current
            assert page is not None
            qtbot.waitUntil(lambda page=page: _has_cursor(page))
            qtbot.waitUntil(lambda: not desktop.tasks.busy)
            with qtbot.waitSignal(window.destroyed):
                window.close()
            desktop.window = None
    later = took[1:]
    report(
        f"Enter to usable workspace, {room}: first {took[0].wall:.0f} ms, "
        f"then {statistics.median(one.wall for one in later):.0f} ms (aim <= 150); processor time "
        f"{took[0].cpu:.0f} ms, then {statistics.median(one.cpu for one in later):.0f} ms"
    )
