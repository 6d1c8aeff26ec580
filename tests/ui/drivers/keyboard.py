"""A person who has only a keyboard: Tab finds the way, nothing is clicked, no focus set from outside."""

from collections.abc import Callable, Iterator
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, QKeyCombination, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QListView,
    QMenu,
    QTableView,
    QWidget,
)

from desk.ui.fields import Field

LONGEST_WALK = 150
"""Presses of Tab after which a place counts as not reachable."""


class Bot(Protocol):
    """What presses the keys: pytest-qt's qtbot, or its like in a process without a test."""

    def keyClick(self, *args: Any) -> None: ...  # noqa: N802 - Qt's words
    def keyClicks(self, *args: Any) -> None: ...  # noqa: N802
    def waitUntil(self, callback: Callable[[], Any], *, timeout: int = 5000) -> None: ...  # noqa: N802


def field_of(widget: QWidget | None) -> Field[Any] | None:
    """The labelled field a widget belongs to."""
    while widget is not None and not isinstance(widget, Field):
        widget = widget.parentWidget()
    return widget


def words_on(button: QAbstractButton) -> str:
    """What a button says; an icon alone has its name."""
    return button.text().replace("&&", "\0").replace("&", "").replace("\0", "&") or button.accessibleName()


def told(widget: QWidget) -> str:
    """How a widget is called in the report of a walk that did not arrive."""
    field = field_of(widget)
    words = words_on(widget) if isinstance(widget, QAbstractButton) else widget.accessibleName()
    return f"{type(widget).__name__} {field.label() if field is not None else words}".strip()


class Keyboard:
    """Keys into whatever has the focus; ``idle`` says whether the program's background work is done."""

    def __init__(self, bot: Bot, idle: Callable[[], bool]) -> None:
        self.bot = bot
        self._idle = idle

    # keys

    @property
    def at(self) -> QWidget:
        """The widget that gets the next key."""
        widget = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert widget is not None, "nothing has the keyboard"
        return widget

    def press(self, keys: str, times: int = 1) -> None:
        """A key as it is written on a button: ``F2``, ``Ctrl+Return``, ``Alt+1``, ``Shift+Tab``."""
        combination: QKeyCombination = QKeySequence(keys)[0]  # type: ignore[assignment]
        for _ in range(times):
            self.bot.keyClick(self.at, combination.key(), combination.keyboardModifiers())
            self.settle()

    def write(self, text: str) -> None:
        """Letters, one after another."""
        self.bot.keyClicks(self.at, text)
        self.settle()

    def settle(self) -> None:
        """Until announcements and background work have come to rest."""
        for _ in range(2):
            QCoreApplication.sendPostedEvents()
            QApplication.processEvents()
        if not self._idle():
            self.bot.waitUntil(self._idle, timeout=20_000)
            QApplication.processEvents()

    # going somewhere

    def walk(self) -> Iterator[QWidget]:
        """Where Tab leads from here, each place once, beginning with here."""
        seen: list[QWidget] = []
        while self.at not in seen and len(seen) < LONGEST_WALK:
            seen.append(self.at)
            yield seen[-1]
            self.press("Tab")
            assert QApplication.focusWidget() is not None, f"Tab loses the keyboard after {told(seen[-1])}"

    def go_to(self, wanted: Callable[[QWidget], bool], what: str) -> QWidget:
        """Press Tab until a place is reached."""
        passed = []
        for here in self.walk():
            if wanted(here):
                return here
            passed.append(told(here))
        raise AssertionError(f"Tab does not reach {what}; it passes {', '.join(passed)}")

    def to_field(self, label: str) -> Field[Any]:
        """Into the field of that label."""
        here = self.go_to(lambda one: _label(one) == label, f"the field {label!r}")
        field = field_of(here)
        assert field is not None
        return field

    # fields

    def fill(self, label: str, text: str) -> None:
        """Into a field; what stands there is replaced."""
        self.to_field(label)
        self.press("Ctrl+A")
        self.press("Del")
        self.write(text)

    def choose(self, label: str, option: str) -> None:
        """Take an option that begins so, by the arrow keys: of a list or of pills."""
        field = self.to_field(label)
        if isinstance(field.editor, QComboBox):
            self._choose_in_list(field.editor, option)
            return
        for _ in range(len(field.findChildren(QAbstractButton)) + 1):
            here = self.at
            if isinstance(here, QAbstractButton) and here.isChecked() and words_on(here).startswith(option):
                return
            self.press("Right")
        raise AssertionError(f"{label!r} offers no {option!r}")

    def _choose_in_list(self, combo: QComboBox, option: str) -> None:
        self.press("Home")
        while not combo.currentText().startswith(option):
            before = combo.currentIndex()
            self.press("Down")
            assert combo.currentIndex() != before, f"the list offers no {option!r}"

    # buttons, boxes, menus

    def push(self, words: str) -> None:
        """A button whose words begin so, with the space bar."""
        self.go_to(lambda one: _is_button(one, words), f"the button {words!r}")
        self.press("Space")

    def tick(self, words: str) -> None:
        """A box that is not ticked yet."""
        box = self.go_to(lambda one: _is_button(one, words), f"the box {words!r}")
        assert isinstance(box, QAbstractButton)
        assert not box.isChecked(), f"{words!r} is ticked already"
        self.press("Space")
        assert box.isChecked()

    def take_from_menu(self, words: str) -> None:
        """A line of the menu that is open."""
        menu = self.at
        assert isinstance(menu, QMenu), "no menu is open"
        for _ in range(len(menu.actions()) + 1):
            lit = menu.activeAction()
            if lit is not None and lit.text().startswith(words):
                self.press("Return")
                return
            self.press("Down")
        raise AssertionError(f"no line {words!r} in the menu")

    # lists and tables

    def light(self, text: str) -> None:
        """Walk a list or table by the arrow keys until the lit row says this."""
        passed = []
        for here in self.walk():
            view = here
            if isinstance(view, (QListView, QTableView)) and any(text in one for one in rows_of(view)):
                self._walk_to(view, text)
                return
            passed += rows_of(view) if isinstance(view, QAbstractItemView) else []
        raise AssertionError(f"no row says {text!r}; there are: {'; '.join(passed)}")

    def _walk_to(self, view: QAbstractItemView, text: str) -> None:
        self.press("Home" if isinstance(view, QListView) else "Ctrl+Home")
        for _ in range(len(rows_of(view))):
            if text in rows_of(view)[view.currentIndex().row()]:
                return
            self.press("Down")
        raise AssertionError("the list does not follow the arrow keys")


def rows_of(view: QAbstractItemView) -> list[str]:
    """The rows of a list or table, each as its words."""
    model = view.model()
    spoken = Qt.ItemDataRole.AccessibleTextRole
    columns = range(model.columnCount()) if isinstance(view, QTableView) else (0,)
    return [
        " · ".join(
            str(index.data(spoken) or index.data() or "")
            for index in (model.index(row, column) for column in columns)
        )
        for row in range(model.rowCount())
    ]


def _label(widget: QWidget) -> str:
    field = field_of(widget)
    return field.label() if field is not None else ""


def _is_button(widget: QWidget, words: str) -> bool:
    return isinstance(widget, QAbstractButton) and words_on(widget).startswith(words)
