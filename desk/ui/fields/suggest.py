"""A line edit with a list of two-line suggestions that may arrive later (known visitors, search)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desk.ui.fields.base import Field
from desk.ui.fields.popup import Popup
from desk.ui.fields.text import LineEdit
from desk.ui.theme.style import scaled
from desk.ui.widgets.rowlist import RowItem, RowList


@dataclass(frozen=True)
class Suggestion:
    """One suggestion: two lines on screen, and what `picked` hands over."""

    title: str
    detail: str = ""
    payload: Any = None
    aside: str = ""


class SuggestEdit(LineEdit):
    """The bare line edit with its list; used alone as a search box.

    Down and Up walk through the list, Enter takes the lit one (else `submitted`), Esc closes the list.

    Signals:
        query_changed: the officer typed; ask for suggestions and answer with `offer`.
        picked: a suggestion was taken (its payload).
        submitted: Enter without a lit suggestion (the text).
    """

    query_changed = Signal(str)
    picked = Signal(object)
    submitted = Signal(str)

    def __init__(
        self,
        *,
        provider: Callable[[str], Sequence[Suggestion]] | None = None,
        least: int = 2,
        delay_ms: int = 0,
        fill: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._provider, self._least, self._fill = provider, least, fill
        self._suggestions: tuple[Suggestion, ...] = ()
        self._popup: Popup | None = None
        self.list = RowList(compact=True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(self._take_key)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(delay_ms)
        self._timer.timeout.connect(self._ask)
        self._delay = delay_ms
        self.textEdited.connect(self._typed)
        self.left.connect(self.close_list)

    def offer(self, suggestions: Sequence[Suggestion], *, query: str | None = None) -> None:
        """Show suggestions; those for another `query` than what stands there now are too late and dropped."""
        if query is not None and query != self.text().strip():
            return
        self._suggestions = tuple(suggestions)
        self.list.set_rows(
            [RowItem(str(i), one.title, one.detail, aside=one.aside) for i, one in enumerate(suggestions)]
        )
        self.list.clear_selection()
        if self._suggestions and self.hasFocus():
            self._open()
        else:
            self.close_list()

    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self._popup is not None and self._popup.isVisible()

    def close_list(self) -> None:
        """Hide the list."""
        if self._popup is not None:
            self._popup.hide()

    def _typed(self, text: str) -> None:
        if len(text.strip()) < self._least:
            self._timer.stop()
            self.close_list()
        elif self._delay:
            self._timer.start()
        else:
            self._ask()

    def _ask(self) -> None:
        query = self.text().strip()
        self.query_changed.emit(query)
        if self._provider is not None:
            self.offer(self._provider(query), query=query)

    def _open(self) -> None:
        if self._popup is None:
            self._popup = Popup(self, self.list)
        self._popup.open_at(
            QSize(max(self.width(), scaled(280)), self.list.height_of_rows(most=6) + scaled(10))
        )

    def _take_key(self, key: str) -> None:
        taken = self._suggestions[int(key)]
        self.close_list()
        if self._fill:
            self.setText(taken.title)
        self.picked.emit(taken.payload)

    def event(self, event: QEvent) -> bool:
        """Qt: while the list is open, Esc is ours and no shortcut's."""
        override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and self.is_open() and cast("QKeyEvent", event).key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: walk, take, close."""
        key, plain = event.key(), not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if self.is_open():
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.list.step(1 if key == Qt.Key.Key_Down else -1)
                return
            if key == Qt.Key.Key_Escape:
                self.close_list()
                return
        elif key == Qt.Key.Key_Down and self._suggestions and self.text().strip():
            self._open()
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self._enter()
            return
        super().keyPressEvent(event)

    def _enter(self) -> None:
        lit = self.list.current() if self.is_open() else None
        if lit is not None:
            self._take_key(lit)
        else:
            self.close_list()
            self.submitted.emit(self.text().strip())


class SuggestField(Field[str]):
    """A labelled line edit with suggestions; `value()` is the text.

    Signals:
        query_changed, picked, submitted: as `SuggestEdit`.
    """

    query_changed = Signal(str)
    picked = Signal(object)
    submitted = Signal(str)

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        required: bool = False,
        placeholder: str = "",
        provider: Callable[[str], Sequence[Suggestion]] | None = None,
        least: int = 2,
        delay_ms: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        self.line = SuggestEdit(provider=provider, least=least, delay_ms=delay_ms)
        self.line.setPlaceholderText(placeholder)
        super().__init__(label, self.line, hint=hint, required=required, parent=parent)
        self.line.textEdited.connect(self._edited)
        self.line.query_changed.connect(self.query_changed)
        self.line.picked.connect(self.picked)
        self.line.picked.connect(self._edited)
        self.line.submitted.connect(self.submitted)
        self.line.left.connect(self.left)

    def offer(self, suggestions: Sequence[Suggestion], *, query: str | None = None) -> None:
        """Show suggestions (those for a query of the past are dropped)."""
        self.line.offer(suggestions, query=query)

    def _read(self) -> str:
        return self.line.text().strip()

    def _write(self, value: str) -> None:
        self.line.close_list()
        self.line.setText(value)
        self.line.setCursorPosition(0)
