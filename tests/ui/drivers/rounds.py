"""Goes round every page of an officer's window and notes what keeps a keyboard or a reader out."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from desk.ui.fields.chips import ChipGroup
from desk.ui.runtime.page import Page
from desk.ui.shell.sidebar import NavItem
from desk.ui.shell.sign_in import SignInWindow
from desk.ui.shell.window import MainWindow
from desk.ui.widgets.buttons import Button, key_words
from tests.ui.drivers.keyboard import told

INTERACTIVE = (QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractItemView, QTabBar)
ENGLISH = re.compile(
    r"\b(save|cancel|close|open|search|loading|error|warning|edit|next|back|print|settings|submit|undo|redo"
    r"|untitled|please|required|failed|not found|none|true|false|unknown|default|welcome|sign in|log in)\b",
    re.IGNORECASE,
)


class Flashes(QObject):
    """Remembers parts of a screen that were shown as a window of their own: they flash up and take the
    keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's word
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            known = isinstance(watched, (MainWindow, SignInWindow))
            if not known and watched.windowType() == Qt.WindowType.Window:
                self.seen.append(told(watched))
        return False

    def take(self) -> list[str]:
        """What flashed up since the last time."""
        seen, self.seen = self.seen, []
        return seen

    def stop(self) -> None:
        QApplication.instance().removeEventFilter(self)


def interactive(window: QWidget) -> list[QWidget]:
    """What somebody could want to use now, but for parts of a widget that has its own key for them."""
    return [
        one
        for one in window.findChildren(QWidget)
        if isinstance(one, INTERACTIVE) and one.isVisible() and one.isEnabled() and not _part_of_another(one)
    ]


def _part_of_another(one: QWidget) -> bool:
    by_arrows = isinstance(one, NavItem) or isinstance(one.parentWidget(), ChipGroup)
    by_its_owner = isinstance(one, QAbstractButton) and isinstance(one.parentWidget(), (QLineEdit, QTabBar))
    looked_at = one.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    inside_a_list = isinstance(one.parentWidget(), (QComboBox, QAbstractItemView))
    popup = one.window() is not one and one.window().windowType() == Qt.WindowType.Popup
    return by_arrows or by_its_owner or looked_at or inside_a_list or popup


def unreachable(window: QWidget, walk: Callable[[], Iterator[QWidget]]) -> list[str]:
    """What a walk with Tab does not come to; what the walk itself switches on comes with the next one."""
    wanted = interactive(window)
    reached = list(walk())
    return [told(one) for one in wanted if one not in reached and one.isVisible() and one.isEnabled()]


def under_news(window: MainWindow) -> list[str]:
    """What the news shown now stands over, of the things that can be used."""
    news = window.toasts
    place = QRect(news.mapTo(window, QPoint()), news.size())
    return [
        told(one)
        for one in interactive(window)
        if not news.isAncestorOf(one) and place.intersects(_seen(one, window))
    ]


def _seen(one: QWidget, window: QWidget) -> QRect:
    """The part of a widget that is not scrolled away, in the window."""
    part = one.visibleRegion().boundingRect()
    return QRect(one.mapTo(window, part.topLeft()), part.size())


def colliding_keys(window: QWidget) -> list[str]:
    """Keys that two things listen to at once: Qt would serve neither."""
    return [key for key, count in Counter(_live_keys(window)).items() if count > 1]


def _live_keys(window: QWidget) -> Iterator[str]:
    for shortcut in window.findChildren(QShortcut):
        owner = shortcut.parent()
        seen = isinstance(owner, QWidget) and owner.isVisible() and owner.isEnabled()
        if shortcut.isEnabled() and seen and shortcut.context() == Qt.ShortcutContext.WindowShortcut:
            yield from (keys.toString() for keys in QShortcut.keys(shortcut))
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and button.isEnabled() and not button.shortcut().isEmpty():
            yield button.shortcut().toString()
    for label in window.findChildren(QLabel):
        mnemonic = re.search(r"(?<!&)&(\w)", label.text().replace("&&", ""))
        if label.isVisible() and label.buddy() is not None and mnemonic is not None:
            yield f"Alt+{mnemonic.group(1).upper()}"


def keys_of(page: Page) -> list[str]:
    """Keys a page offers now, as the manual writes them: ``Ctrl+Enter``."""
    shown = [one.key_text() for one in page.findChildren(Button) if one.isVisible() and one.key_text()]
    listed = [key_words(one.keys) for one in page.shortcuts()]
    return sorted({key.replace(" ", "+") for key in (*shown, *listed)} - set("123456789"))


def english(window: QWidget) -> list[str]:
    """Texts on screen with a word of English in them."""
    return sorted({text for text in _texts(window) if ENGLISH.search(text)})


def _texts(window: QWidget) -> Iterator[str]:
    for one in (window, *window.findChildren(QWidget)):
        if not one.isVisible():
            continue
        yield from (one.toolTip(), one.accessibleName(), one.accessibleDescription())
        if isinstance(one, (QLabel, QAbstractButton)):
            yield one.text()
        elif isinstance(one, QLineEdit):
            yield one.placeholderText()
        elif isinstance(one, QComboBox):
            yield from (one.itemText(place) for place in range(one.count()))
        elif isinstance(one, QTabBar):
            yield from (one.tabText(place) for place in range(one.count()))
        elif isinstance(one, QAbstractItemView):
            yield from _titles(one)
    for menu in window.findChildren(QMenu):
        yield from (action.text() for action in menu.actions())


def _titles(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    for place in range(model.columnCount() if view.inherits("QTableView") else 0):
        yield str(model.headerData(place, Qt.Orientation.Horizontal) or "")
