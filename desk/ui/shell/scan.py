"""Recognises a scanned code wherever the cursor stands: keys too fast for a hand, then Enter."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

SHORTEST = 8
FASTEST_HAND_S = 0.045
"""Keys of a scanner follow each other within 1–30 ms, those of a quick typist rarely below 60."""


class ScanFilter(QObject):
    """Event filter of whatever has the cursor. ``on_code`` answers whether the text was a code of ours; if so
    the Enter is swallowed and what the scanner typed is taken out of the field again.

    It follows the cursor instead of sitting on the application, which would ask it about each of the ten
    thousand events of building a page.
    """

    def __init__(
        self,
        on_code: Callable[[str], bool],
        now: Callable[[], float] = monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._on_code, self._now = on_code, now
        self._typed = ""
        self._last = 0.0
        self._field: QLineEdit | QPlainTextEdit | None = None
        self._text = ""
        self._watched: QWidget | None = None
        self._following = False

    def follow(self, window: QWidget) -> None:
        """Watch the widget with the cursor, and the window while nothing has it."""
        window.installEventFilter(self)
        self._following = True
        QApplication.instance().focusChanged.connect(self._moved)  # type: ignore[union-attr]
        self._moved(None, QApplication.focusWidget())

    def let_go(self) -> None:
        """Stop following."""
        if not self._following:
            return
        self._following = False
        QApplication.instance().focusChanged.disconnect(self._moved)  # type: ignore[union-attr]
        self._moved(None, None)

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = new
        if new is not None and not new.isWindow():
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch key presses as they reach the window."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if isinstance(watched, QWindow) or watched is not self._target():
            return False
        quick = self._now() - self._last <= FASTEST_HAND_S
        self._last = self._now()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            code, self._typed = self._typed, ""
            return quick and len(code) >= SHORTEST and self._scanned(code)
        text = event.text()
        if event.key() == Qt.Key.Key_Shift:
            return False
        if not text or not text.isprintable():
            self._typed = ""
        elif quick and self._typed:
            self._typed += text
        else:
            self._begin(text)
        return False

    @staticmethod
    def _target() -> QWidget | None:
        return QApplication.focusWidget() or QApplication.activeWindow()

    def _begin(self, text: str) -> None:
        self._typed = text
        focus = QApplication.focusWidget()
        self._field = focus if isinstance(focus, (QLineEdit, QPlainTextEdit)) else None
        self._text = focus.text() if isinstance(focus, QLineEdit) else ""

    def _scanned(self, code: str) -> bool:
        if not self._on_code(code):
            return False
        field, self._field = self._field, None
        if isinstance(field, QLineEdit):
            field.setText(self._text)
            field.textEdited.emit(self._text)
        elif isinstance(field, QPlainTextEdit):
            cursor = field.textCursor()
            cursor.movePosition(cursor.MoveOperation.Left, cursor.MoveMode.KeepAnchor, len(code))
            if cursor.selectedText() == code:
                cursor.removeSelectedText()
        return True
