"""Layouts that give way: columns that stack when there is no room, and a row of buttons that wraps."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from desk.ui.theme.flow import FlowLayout
from desk.ui.theme.style import scaled
from desk.ui.widgets.form import ScrollPage


class Columns(ScrollPage):
    """Parts side by side; under each other, in a page that scrolls, when narrower than they need.

    This is what keeps a screen whole at 1366×768 with text at 150 %.
    """

    def __init__(self, *, gap: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[tuple[QWidget, int]] = []
        self._last: QWidget | None = None
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.inner)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(scaled(gap))

    def add(self, part: QWidget, *, least: int = 260, stretch: int = 0, last: bool = False) -> None:
        """Put a part to the right; `least` = narrowest width in pixels at scale 1.0. With `last` it goes
        below the others where they stand under each other.
        """
        self._parts.append((part, scaled(least)))
        self._row.addWidget(part, stretch)
        if last:
            self._last = part
        self._turn()

    def stacked(self) -> bool:
        """Whether the parts stand under each other now."""
        return self._row.direction() == QBoxLayout.Direction.TopToBottom

    def _needed(self) -> int:
        gaps = self._row.spacing() * max(len(self._parts) - 1, 0)
        return gaps + sum(max(least, part.minimumSizeHint().width()) for part, least in self._parts)

    def _turn(self) -> None:
        narrow = self.viewport().width() < self._needed()
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if way == self._row.direction():
            return
        self._row.setDirection(way)
        if self._last is not None:
            place = [part for part, _least in self._parts].index(self._last)
            stretch = self._row.stretch(self._row.indexOf(self._last))
            self._row.removeWidget(self._last)
            self._row.insertWidget(len(self._parts) - 1 if narrow else place, self._last, stretch)

    def _widen(self) -> None:
        widths = [part.minimumSizeHint().width() for part, _least in self._parts]
        self.setMinimumWidth(max(widths, default=0) + self.verticalScrollBar().sizeHint().width())
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: stack or spread."""
        self._turn()
        super().resizeEvent(event)


class ButtonBar(QWidget):
    """The buttons at the foot of a card: the main ones left, others at the right end; wraps when narrow."""

    def __init__(
        self, left: Sequence[QWidget] = (), right: Sequence[QWidget] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(10))
        for parts, stretch in ((left, 1), (right, 0)):
            if parts or stretch:
                group = _Group(parts)
                row.addWidget(group, stretch)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class _Group(QWidget):
    def __init__(self, parts: Sequence[QWidget]) -> None:
        super().__init__()
        flow = FlowLayout(self, gap=scaled(10))
        for part in parts:
            flow.addWidget(part)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """Qt: the widest button."""
        layout = self.layout()
        return layout.minimumSize() if layout is not None else QSize()
