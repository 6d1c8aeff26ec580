"""A sheet at the right side of the window for a small form, instead of a modal box."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text, rule
from desk.ui.theme.tokens import COLOURS
from desk.ui.widgets.buttons import IconButton
from desk.ui.widgets.form import ScrollPage
from desk.ui.widgets.overlay import Overlay
from desk.ui.widgets.taborder import in_reading_order, step_focus


class Drawer(Overlay):
    """Holds one small form; Esc closes; Tab stays inside; the focus goes back where it came from.

    While it is open the rest of the window is inert (disabled), so its keys cannot act from below.

    Signals:
        opened, closed: it was opened, closed (by Esc, the cross, a click beside it, or `dismiss`).
    """

    opened = Signal()
    closed = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._width = 440
        self._inert: list[QWidget] = []
        self._before: QWidget | None = None
        self._body: QWidget | None = None
        self.sheet = QFrame(self)
        self.sheet.setObjectName("card")
        column = QVBoxLayout(self.sheet)
        column.setContentsMargins(scaled(20), scaled(14), scaled(20), scaled(16))
        column.setSpacing(scaled(12))
        head = QHBoxLayout()
        self.title = Text("", "heading")
        head.addWidget(self.title, 1)
        self.cross = IconButton("close", "Tutup (Esc)")
        self.cross.clicked.connect(self.dismiss)
        head.addWidget(self.cross, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        self._page = ScrollPage()
        self._holder = QVBoxLayout(self._page.inner)
        self._holder.setContentsMargins(scaled(2), scaled(2), scaled(6), scaled(2))
        column.addWidget(self._page, 1)
        self._line = rule()
        column.addWidget(self._line)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(scaled(8))
        column.addLayout(self._foot)

    def open_with(
        self,
        title: str,
        body: QWidget,
        actions: Sequence[QPushButton] = (),
        *,
        width: int = 440,
        fill: bool = False,
    ) -> None:
        """Show a form; the first field takes the keyboard. `width` in pixels at scale 1.0; with `fill`, or
        by a size policy that grows, it takes the whole height (a preview, a help page, fields that scroll).
        """
        if self.isVisible():
            self.dismiss()
        self._before = QApplication.focusWidget()
        self._width = width
        self._fill(title, body, actions)
        whole = fill or bool(body.sizePolicy().expandingDirections() & Qt.Orientation.Vertical)
        self._holder.setStretchFactor(body, 1 if whole else 0)
        self._holder.setStretch(1, 0 if whole else 1)
        self._sleep()
        self.place()
        self.show()
        self.raise_()
        self.sheet.setFocus()
        first = self._first()
        (first or self.cross).setFocus(Qt.FocusReason.TabFocusReason)
        self.opened.emit()

    def body(self) -> QWidget | None:
        """The form shown now."""
        return self._body

    def dismiss(self) -> None:
        """Close; the window wakes and the keyboard goes back."""
        if not self._inert and self.isHidden():
            return
        self.hide()
        for part in self._inert:
            part.setEnabled(True)
        self._inert = []
        self._empty()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None
        self.closed.emit()

    def place(self) -> None:
        """Cover the window; the sheet hugs the right edge."""
        super().place()
        needed = self._foot.sizeHint().width() + 2 * scaled(20)  # no button is cut
        width = min(max(scaled(self._width), needed), self.width() - 16)
        self.sheet.setGeometry(self.width() - width - 8, 8, width, self.height() - 16)

    def _fill(self, title: str, body: QWidget, actions: Sequence[QPushButton]) -> None:
        self.title.setText(title)
        self.sheet.setAccessibleName(title)
        self._body = body
        self._holder.addWidget(body)
        self._holder.addStretch(1)
        for button in actions:
            self._foot.addWidget(button)
        self._line.setVisible(bool(actions))
        self._foot.addStretch(1)
        body.show()

    def _empty(self) -> None:
        for layout in (self._holder, self._foot):
            while item := layout.takeAt(0):
                widget = item.widget()
                if widget is not None:
                    widget.hide()
                    widget.setParent(None)
                    widget.deleteLater()
        self._body = None

    def _sleep(self) -> None:
        for part in self.host.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if not isinstance(part, Overlay) and part.isEnabled() and not part.isWindow():
                part.setEnabled(False)
                self._inert.append(part)

    def _first(self) -> QWidget | None:
        """What the form says itself (its focus proxy), else its first part."""
        if self._body is None:
            return None
        return self._body.focusProxy() or next(iter(in_reading_order(self._body)), None)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt: Tab goes round inside the sheet."""
        return step_focus(self.sheet, forward=forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Esc closes; no other key falls through to the window."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: a click beside the sheet closes it."""
        if not self.sheet.geometry().contains(event.position().toPoint()):
            self.dismiss()
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: dim the window behind."""
        painter = QPainter(self)
        veil = QColor(COLOURS.scrim)
        veil.setAlphaF(0.38)
        painter.fillRect(self.rect(), veil)
        painter.end()
