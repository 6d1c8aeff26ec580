"""Where toasts stand in the frame: under the page, beside an open drawer, never over its buttons."""

from PySide6.QtWidgets import QWidget

from desk.ui.theme.style import scaled
from desk.ui.widgets.drawer import Drawer
from desk.ui.widgets.toast import ToastLayer


class FrameToasts(ToastLayer):
    """Toasts centred under the page area; beside an open drawer (else at the upper left)."""

    def __init__(self, host: QWidget, area: QWidget, drawer: Drawer) -> None:
        super().__init__(host)
        self._area, self._drawer = area, drawer
        drawer.opened.connect(self.place)
        drawer.closed.connect(self.place)

    def place(self) -> None:
        """Qt: find the room."""
        super().place()
        gap = scaled(20)
        left = self._area.mapTo(self.host, self._area.rect().topLeft()).x()
        right, top = self.host.width(), self.y()
        if self._drawer.isVisible():
            left, right = 0, self._drawer.sheet.geometry().left()
            top = top if right >= self.width() + gap else gap // 2
        self.move(max(gap // 2, left + (right - left - self.width()) // 2), top)
        self.raise_()
