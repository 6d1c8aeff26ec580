"""A small sheet under a field, inside the window (never a window of its own)."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

_GAP = 2
_EDGE = 4


class Popup(QFrame):
    """Holds one widget under its anchor, or above it where there is more room; follows the window's size."""

    def __init__(self, anchor: QWidget, content: QWidget) -> None:
        super().__init__(anchor.window())
        self.setObjectName("popup")
        self._anchor = anchor
        self._wanted = QSize()
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(content)
        self.hide()
        anchor.destroyed.connect(self.deleteLater)

    def open_at(self, wanted: QSize) -> None:
        """Show with a size in pixels (made smaller where the window has no room)."""
        self._wanted = wanted
        window = self._anchor.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        window.removeEventFilter(self)
        window.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        window, anchor = self._anchor.window(), self._anchor
        spot = anchor.mapTo(window, QPoint(0, anchor.height() + _GAP))
        below = window.height() - spot.y() - _EDGE
        above = spot.y() - anchor.height() - 2 * _GAP - _EDGE
        upward = below < self._wanted.height() and above > below
        height = min(self._wanted.height(), above if upward else below)
        width = min(self._wanted.width(), window.width() - 2 * _EDGE)
        x = max(_EDGE, min(spot.x(), window.width() - width - _EDGE))
        y = spot.y() - anchor.height() - 2 * _GAP - height if upward else spot.y()
        self.setGeometry(x, y, width, max(height, 1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: follow the window."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
