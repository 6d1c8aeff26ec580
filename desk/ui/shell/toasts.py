"""Where news stands: in place of the status line, beside an open drawer; never over a control."""

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QWidget

from desk.ui.shell.topbar import TopBar
from desk.ui.theme.style import scaled
from desk.ui.widgets.drawer import Drawer
from desk.ui.widgets.toast import NARROWEST, ToastLayer


class FrameToasts(ToastLayer):
    """News in the top bar between search and officer. While a drawer is open the bar sleeps: then it stands
    beside the drawer, or in its head where there is no room beside."""

    def __init__(self, host: QWidget, bar: TopBar, drawer: Drawer) -> None:
        super().__init__(host)
        self._bar, self._drawer = bar, drawer
        for part in (bar.search, bar.person):
            part.installEventFilter(self)
        drawer.opened.connect(self.place)
        drawer.closed.connect(self.place)

    def room(self) -> QRect:
        """See the class."""
        gap, high = scaled(8), self._bar.height()
        if not self._drawer.isVisible():
            left = self._bar.search.mapTo(self.host, self._bar.search.rect().topRight()).x() + gap
            right = self._bar.person.mapTo(self.host, self._bar.person.rect().topLeft()).x() - gap
            return QRect(left, 0, right - left, high)
        sheet, cross = self._drawer.sheet, self._drawer.cross
        if sheet.x() >= scaled(NARROWEST) + 2 * gap:
            return QRect(gap, 0, sheet.x() - 2 * gap, high)
        left, right = sheet.x() + gap, cross.mapTo(self.host, cross.rect().topLeft()).x() - gap
        return QRect(left, sheet.y(), right - left, scaled(60))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: follow what stands at both sides, too."""
        moved = event.type() in (QEvent.Type.Move, QEvent.Type.Resize)
        if moved and watched is not getattr(self, "host", None):
            self.place()
        return super().eventFilter(watched, event)
