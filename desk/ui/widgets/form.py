"""Layouts for forms: two columns that become one when there is no room, in a page that scrolls."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text


class ScrollPage(QScrollArea):
    """A column that scrolls up and down, never sideways, and keeps the focused field in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inner = QWidget()
        self.inner.setObjectName("scrolled")
        self.setWidget(self.inner)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(0)
        self._settle.timeout.connect(self._keep_in_sight)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
        self.inner.installEventFilter(self)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.inner.isAncestorOf(new):
            self._see(new)
            self._settle.start()

    def _see(self, part: QWidget) -> None:
        """Scroll to a part; what is higher than the page shows its top."""
        margin = scaled(28)
        if part.height() + 2 * margin > self.viewport().height():
            self.verticalScrollBar().setValue(part.mapTo(self.inner, QPoint()).y() - margin)
        else:
            self.ensureWidgetVisible(part, 0, margin)

    def _keep_in_sight(self) -> None:
        """Once everything has its place: scroll no further than the keyboard's part needs."""
        focused = QApplication.focusWidget()
        if focused is None or not self.inner.isAncestorOf(focused):
            return
        lowest = focused.mapTo(self.inner, QPoint(0, focused.height())).y()
        if lowest <= self.viewport().height():
            self.verticalScrollBar().setValue(0)
        else:
            self._see(focused)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: contents that need more width make the page wider rather than cut."""
        if event.type() == QEvent.Type.LayoutRequest and watched is getattr(self, "inner", None):
            self._widen()
        return super().eventFilter(watched, event)

    def _widen(self) -> None:
        self.setMinimumWidth(
            self.inner.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        )

    def sizeHint(self) -> QSize:
        """Qt: as its contents."""
        return self.inner.sizeHint() + QSize(scaled(4), scaled(4))


class FormGrid(ScrollPage):
    """Fields in two columns (one when narrower than two fields); `add` them in reading order."""

    def __init__(self, *, columns: int = 2, least: int = 220, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most, self._least = columns, least
        self._parts: list[tuple[QWidget, int]] = []
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(scaled(10))
        self._grid.setVerticalSpacing(scaled(12))
        column = QVBoxLayout(self.inner)
        column.setContentsMargins(0, 0, 0, scaled(2))
        column.addLayout(self._grid)
        column.addStretch(1)
        self._shown = self._row = self._at = 0
        self._arrange()

    def _see(self, part: QWidget) -> None:
        """Scroll on to the next field's top rather than show the lower half of one."""
        super()._see(part)
        bar = self.verticalScrollBar()
        here, gap = bar.value(), self._grid.verticalSpacing() // 2
        tops = sorted(one.y() - gap for one, _span in self._parts if not one.isHidden())
        below = [top for top in tops if top >= here]
        if here and below and below[0] <= part.mapTo(self.inner, QPoint()).y():
            bar.setValue(below[0])

    def add(self, part: QWidget, *, span: int = 1) -> None:
        """Put a field next; `span` = how many columns it takes (2 = the whole row)."""
        self._parts.append((part, span))
        self._put(part, span)

    def section(self, title: str) -> Text:
        """Start a new part of the form under a heading."""
        heading = Text(title, "strong")
        self.add(heading, span=self._most)
        return heading

    def columns(self) -> int:
        """How many columns there is room for now."""
        room = self.viewport().width()
        fits = (room + scaled(10)) // (scaled(self._least) + scaled(10))
        return max(1, min(self._most, fits))

    def refresh(self) -> None:
        """Close the gaps after fields were hidden or shown; another height may be wanted now."""
        self._shown = 0
        self._arrange()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Qt: as its contents, as high as their words need at the width there is."""
        hint, wide = super().sizeHint(), self.viewport().width()
        needed = self.inner.heightForWidth(wide) if self.inner.hasHeightForWidth() else 0
        return hint.expandedTo(QSize(0, needed + scaled(4)))

    def _arrange(self) -> None:
        count = self.columns()
        if count == self._shown:
            return
        self._shown = count
        for part, _span in self._parts:
            self._grid.removeWidget(part)  # a place left to takeAt keeps the heights it once knew
        self._row = self._at = 0
        for part, span in self._parts:
            if not part.isHidden():
                self._put(part, span)
        for place in range(self._most):
            self._grid.setColumnStretch(place, 1 if place < count else 0)

    def _put(self, part: QWidget, span: int) -> None:
        wide = min(span, self._shown)
        if self._at + wide > self._shown:
            self._row, self._at = self._row + 1, 0
        self._grid.addWidget(part, self._row, self._at, 1, wide, Qt.AlignmentFlag.AlignTop)
        self._at += wide

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another width may mean other columns; the field with the keyboard stays in sight."""
        super().resizeEvent(event)
        self._arrange()
        self._settle.start()
