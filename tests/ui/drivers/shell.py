"""Page objects of the frame: a test speaks about officers and pages, the driver presses the keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from desk.ui.runtime.entry import StaffSession
from desk.ui.runtime.page import Page
from desk.ui.shell.preview import PreviewPanel
from desk.ui.shell.sign_in import SignInWindow
from desk.ui.shell.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def focused() -> QWidget:
    """The widget that gets the next key."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


class SignInDriver:
    """The sign-in window under a test's hands."""

    def __init__(self, window: SignInWindow, bot: QtBot) -> None:
        self.window, self.bot = window, bot
        self.sessions: list[StaffSession] = []
        window.signed_in.connect(self.sessions.append)

    def open(self) -> "SignInDriver":
        with self.bot.waitSignal(self.window.ready):
            self.window.show()
            self.window.activateWindow()
        return self

    def type_name(self, text: str) -> None:
        self.window.name.setFocus()
        self.bot.keyClicks(self.window.name, text)

    def type_password(self, text: str) -> None:
        self.window.password.setFocus()
        self.bot.keyClicks(self.window.password, text)

    def enter(self) -> None:
        self.bot.keyClick(focused(), Qt.Key.Key_Return)

    def arrow_down(self) -> None:
        self.bot.keyClick(self.window.name, Qt.Key.Key_Down)

    @property
    def refusal(self) -> str:
        return self.window.refusal.text() if self.window.refusal.isVisible() else ""

    def account_names(self) -> list[str]:
        return [self.window.accounts.item(row).text() for row in range(self.window.accounts.count())]


class ShellDriver:
    """The main window under a test's hands."""

    def __init__(self, window: MainWindow, bot: QtBot) -> None:
        self.window, self.bot = window, bot

    def open(self) -> "ShellDriver":
        with self.bot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        return self

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.bot.keyClick(QApplication.focusWidget() or self.window, key, modifiers)

    def type(self, text: str) -> None:
        self.bot.keyClicks(focused(), text)

    # sidebar and pages

    @property
    def page(self) -> Page:
        page = self.window.pages.current
        assert page is not None
        return page

    def lines(self) -> list[str]:
        return [item.text() for item in self.window.sidebar.items]

    def marked(self) -> list[str]:
        return [item.text() for item in self.window.sidebar.items if item.isChecked()]

    def count(self, title: str) -> int:
        return next(item.count for item in self.window.sidebar.items if item.text() == title)

    def click_line(self, title: str) -> None:
        item = next(item for item in self.window.sidebar.items if item.text() == title)
        self.bot.mouseClick(item, Qt.MouseButton.LeftButton)

    # search

    def search(self, text: str) -> None:
        self.press(Qt.Key.Key_K, CTRL)
        assert focused() is self.window.topbar.search.edit
        self.type(text)
        self.bot.waitUntil(self.window.search.isVisible)

    def results(self) -> list[str]:
        return [row if isinstance(row, str) else row.title for row in self.window.search.model.rows]

    # toasts and drawer

    def toasts(self) -> list[str]:
        return [toast.text.text() for toast in self.window.toasts.toasts()]

    def undo(self) -> None:
        self.press(Qt.Key.Key_Z, ALT)

    @property
    def drawer(self) -> QWidget | None:
        return self.window.drawer.body() if self.window.drawer.isVisible() else None

    @property
    def drawer_title(self) -> str:
        return self.window.drawer.title.text()

    def drawer_texts(self) -> list[str]:
        assert self.drawer is not None
        return [label.text() for label in self.drawer.findChildren(QLabel)]

    @property
    def preview(self) -> PreviewPanel:
        assert isinstance(self.drawer, PreviewPanel)
        return self.drawer

    def help_text(self) -> str:
        assert self.drawer is not None
        return self.drawer.findChild(QTextBrowser).toPlainText()

    def help_topics(self) -> list[str]:
        assert self.drawer is not None
        box = self.drawer.findChild(QComboBox)
        return [box.itemText(row) for row in range(box.count())]
