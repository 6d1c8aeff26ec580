"""What a person does at the screen: keys, clicks, looking for a label; each lands in a real widget."""

import time
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QAbstractAnimation, QCoreApplication, QEvent, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QTabBar, QWidget

from desk.rules.errors import DeskError
from desk.ui.fields import Field
from desk.ui.widgets import RowList, RowTable

W = TypeVar("W", bound=QWidget)

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier

_PATIENCE = 20.0
"""Seconds until something awaited counts as missing."""

_SLICE_MS = 10

_INK = 90
"""Lightness, 0 to 255, below which something is ink and not paper or its ground."""


class TourError(DeskError):
    """A screen did not show or do what the tour expected."""

    code = "tour"


class Hands:
    """Keys and clicks on one window; ``window`` is whichever stands in front now."""

    def __init__(self) -> None:
        self.window: QWidget | None = None

    @property
    def front(self) -> QWidget:
        """The window in front.

        Raises:
            TourError: none is open.
        """
        if self.window is None:
            raise TourError("no window is open")
        return self.window

    # waiting

    def until(self, condition: Callable[[], object], what: str, patience: float = _PATIENCE) -> None:
        """Let the windows work until a condition holds; ``patience`` in seconds.

        Raises:
            TourError: it did not come true in time.
        """
        last = time.monotonic() + patience
        while not condition():
            if time.monotonic() > last:
                raise TourError(f"waited in vain: {what}")
            _rest()

    def settle(self) -> None:
        """Let announcements, refreshes, layouts and movements come to rest."""
        for _ in range(6):
            QCoreApplication.sendPostedEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QCoreApplication.processEvents()
        self.until(lambda: not self._moving(), "movements to end")
        QCoreApplication.processEvents()

    def painted(self) -> bool:
        """Whether every paper on the screen is drawn (its pages come from a thread)."""
        return all(_has_ink(one) for one in self.visible(QPdfView))

    def _moving(self) -> bool:
        running = QAbstractAnimation.State.Running
        return any(one.state() == running for one in self.front.findChildren(QAbstractAnimation))

    # keys

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """One key into whatever has the keyboard."""
        QTest.keyClick(QApplication.focusWidget() or self.front, key, modifiers)
        self.settle()

    def write(self, text: str) -> None:
        """Letters into whatever has the keyboard."""
        QTest.keyClicks(QApplication.focusWidget() or self.front, text)
        self.settle()

    def clear(self) -> None:
        """Empty the field that has the keyboard."""
        self.press(Qt.Key.Key_A, CTRL)
        self.press(Qt.Key.Key_Delete)

    # the mouse

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """The left button, in the middle of a widget unless told where."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NONE, at or widget.rect().center())
        self.settle()

    def draw(self, widget: QWidget, line: list[tuple[float, float]]) -> None:
        """Draw on a widget; points are shares of its width and height."""
        left = Qt.MouseButton.LeftButton
        spots = [QPoint(round(x * widget.width()), round(y * widget.height())) for x, y in line]
        QTest.mousePress(widget, left, NONE, spots[0])
        for spot in spots[1:]:
            QTest.mouseMove(widget, spot)
        QTest.mouseRelease(widget, left, NONE, spots[-1])
        self.settle()

    # finding

    def visible(self, kind: type[W]) -> list[W]:
        """Every widget of a class that is visible in the front window."""
        return [one for one in self.front.findChildren(kind) if one.isVisible()]

    def field(self, label: str) -> Field[Any]:
        """The field whose label begins so.

        Raises:
            TourError: there is none on the screen.
        """
        fields: list[Field[Any]] = self.visible(Field)
        for fits in (str.__eq__, str.startswith):
            found = next((one for one in fields if fits(one.label(), label)), None)
            if found is not None:
                return found
        raise TourError(f"no field {label!r}; there are: {', '.join(sorted(one.label() for one in fields))}")

    def button(self, text: str) -> QAbstractButton:
        """The button whose words begin so, or have these in them; one that can be pressed first.

        Raises:
            TourError: there is none on the screen.
        """
        there = self.visible(QAbstractButton)
        found = [one for one in there if _words(one).startswith(text)]
        found = found or [one for one in there if text in _words(one)]
        if not found:
            known = sorted({_words(one) for one in there if _words(one)})
            raise TourError(f"no button {text!r}; there are: {', '.join(known)}")
        return min(found, key=lambda one: (not one.isEnabled(), _words(one) != text))

    # doing with what was found

    def push(self, text: str) -> None:
        """Click the button whose words begin so."""
        button = self.button(text)
        if not button.isEnabled():
            raise TourError(f"the button {text!r} cannot be pressed now")
        self.click(button)

    def into(self, label: str, text: str) -> None:
        """Type into a field, over what stands there."""
        self.field(label).setFocus(Qt.FocusReason.TabFocusReason)
        self.settle()
        self.clear()
        self.write(text)

    def choose(self, label: str, text: str) -> None:
        """Choose from a field's list by the arrow keys, or press one of its pills."""
        field = self.field(label)
        combo = field.editor
        if not isinstance(combo, QComboBox):
            pill = next(
                (one for one in field.findChildren(QAbstractButton) if _words(one).startswith(text)), None
            )
            if pill is None:
                raise TourError(f"{label!r} offers no {text!r}")
            self.click(pill)
            return
        row = next((at for at in range(combo.count()) if combo.itemText(at).startswith(text)), -1)
        if row < 0:
            offered = ", ".join(combo.itemText(at) for at in range(combo.count()))
            raise TourError(f"{label!r} offers no {text!r}; it offers: {offered}")
        combo.setFocus(Qt.FocusReason.TabFocusReason)
        for _ in range(combo.count()):
            if combo.currentIndex() != row:
                self.press(Qt.Key.Key_Down if combo.currentIndex() < row else Qt.Key.Key_Up)

    def tab(self, text: str) -> None:
        """Click the tab whose words begin so."""
        for bar in self.visible(QTabBar):
            for at in range(bar.count()):
                if bar.tabText(at).startswith(text):
                    self.click(bar, bar.tabRect(at).center())
                    return
        self.push(text)

    def row(self, text: str) -> None:
        """Walk a list by the arrow keys until the lit row says this.

        Raises:
            TourError: no list on the screen has such a row.
        """
        for listed in self.visible(RowList):
            wanted = next(
                (at for at, one in enumerate(listed.rows()) if text in f"{one.title} {one.detail}"), -1
            )
            if wanted < 0:
                continue
            self._walk(listed, listed.rows()[wanted].key)
            return
        known = "; ".join(
            f"{one.title} {one.detail}" for listed in self.visible(RowList) for one in listed.rows()
        )
        raise TourError(f"no list has a row {text!r}; there are: {known}")

    def line(self, text: str) -> None:
        """Walk a table by the arrow keys until the lit line has a cell that says this.

        Raises:
            TourError: no table on the screen has such a line.
        """
        tables: list[RowTable[Any]] = self.visible(RowTable)
        for table in tables:
            model = table.model
            for at in range(model.rowCount()):
                if any(text in str(model.index(at, place).data()) for place in range(model.columnCount())):
                    self._walk_table(table, at)
                    return
        raise TourError(f"no table has a line {text!r}")

    def _walk_table(self, table: RowTable[Any], wanted: int) -> None:
        table.view.setFocus(Qt.FocusReason.TabFocusReason)
        if not table.view.currentIndex().isValid():
            self.press(Qt.Key.Key_Home, CTRL)
        for _ in range(table.model.rowCount()):
            now = table.view.currentIndex().row()
            if now == wanted:
                return
            self.press(Qt.Key.Key_Down if now < wanted else Qt.Key.Key_Up)

    def _walk(self, listed: RowList, key: str) -> None:
        listed.view.setFocus(Qt.FocusReason.TabFocusReason)
        self.press(Qt.Key.Key_Home)
        for _ in range(len(listed.rows())):
            if listed.current() == key:
                return
            self.press(Qt.Key.Key_Down)
        if listed.current() != key:
            raise TourError("the list does not follow the arrow keys")


def _words(button: QAbstractButton) -> str:
    return button.text().replace("&", "") or button.accessibleName()


def _rest() -> None:
    """A moment in the event loop, leaving the processor to the threads."""
    loop = QEventLoop()
    QTimer.singleShot(_SLICE_MS, loop.quit)
    loop.exec()


def _has_ink(view: QPdfView) -> bool:
    picture = view.viewport().grab().toImage()
    across, down = range(0, picture.width(), 5), range(0, picture.height(), 3)
    shades = {picture.pixelColor(x, y).lightness() for x in across for y in down}
    return min(shades, default=255) < _INK
