"""Recognises a scanned code wherever the cursor stands: keys too fast for a hand, then Enter."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

SHORTEST = 8
FASTEST_HAND_S = 0.045
"""Keys of a scanner follow each other within 1–30 ms, those of a quick typist rarely below 60."""


class ScanFilter(QObject):
    """Event filter of the application. ``on_code`` answers whether the text was a code of ours; if so the
    Enter is swallowed and what the scanner typed is taken out of the field again.
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
