"""The board in a window of its own: full screen for a television or a kiosk PC (Q2)."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QColor, QKeySequence, QMouseEvent, QPalette, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.ui.runtime.context import ScreenContext
from desk.ui.screens.board.view import BoardView
from desk.ui.theme.tokens import COLOURS

_POINTER_MS = 3000


class BoardWindow(QWidget):
    """F11 goes into and out of full screen, Esc leaves full screen (never closes), Ctrl+Q closes.

    The pointer hides after three seconds of rest in full screen.
    """

    def __init__(self, ctx: ScreenContext) -> None:
        super().__init__()
        self.setWindowTitle(f"Papan antrean · {ctx.ports.office.face().short_name}")
        self.setMinimumSize(480, 320)
        self.resize(1366, 768)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(COLOURS.board))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.board = BoardView(ctx)
        self.board.setMouseTracking(True)
        self.board.installEventFilter(self)
        column.addWidget(self.board)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_POINTER_MS)
        self._rest.timeout.connect(self._hide_pointer)
        for keys, action in (("F11", self.turn), ("Esc", self.leave_full_screen), ("Ctrl+Q", self.close)):
            QShortcut(QKeySequence(keys), self).activated.connect(action)

    def turn(self) -> None:
        """Into full screen, or out of it."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def leave_full_screen(self) -> None:
        """Out of full screen; in a window nothing happens."""
        if self.isFullScreen():
            self.showNormal()

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]
        """Qt: a moved pointer shows again."""
        if isinstance(event, QMouseEvent):
            self.board.unsetCursor()
            self._rest.start()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Qt: full screen hides the pointer, a window shows it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.board.unsetCursor()
            self._rest.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt: nothing waits to be saved."""
        self._rest.stop()
        super().closeEvent(event)

    def _hide_pointer(self) -> None:
        if self.isFullScreen():
            self.board.setCursor(Qt.CursorShape.BlankCursor)
