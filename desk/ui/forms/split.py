"""A row with something at its left and something at its right end; under each other where it is narrow."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from desk.ui.theme.flow import FlowLayout
from desk.ui.theme.style import scaled


class _Group(QWidget):
    def __init__(self, parts: Sequence[QWidget]) -> None:
        super().__init__()
        self.parts = parts
        flow = FlowLayout(self, gap=scaled(10))
        for part in parts:
            flow.addWidget(part)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def wanted(self) -> int:
        """Width in pixels of all shown parts in one row."""
        shown = [part for part in self.parts if not part.isHidden()]
        return sum(part.sizeHint().width() for part in shown) + scaled(10) * max(0, len(shown) - 1)

    def minimumSizeHint(self) -> QSize:
        """Qt: the widest part."""
        layout = self.layout()
        return layout.minimumSize() if layout is not None else QSize()


class SplitRow(QWidget):
    """Buttons or a heading at the left, others at the right end; every part keeps its size."""

    def __init__(self, left: Sequence[QWidget], right: Sequence[QWidget]) -> None:
        super().__init__()
        self._left, self._right = _Group(left), _Group(right)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(scaled(8))
        self._row.addWidget(self._left, 1)
        self._row.addWidget(self._right)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def turn(self) -> None:
        """Look anew whether there is room side by side (a word changed, a part came or went)."""
        wide = self._left.wanted() + self._right.wanted() + scaled(8) <= self.width()
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if way != self._row.direction():
            self._row.setDirection(way)
        self._row.setAlignment(self._left, Qt.AlignmentFlag.AlignVCenter if wide else Qt.AlignmentFlag(0))
        self._right.setMinimumWidth(self._right.wanted() if wide else 0)

    def minimumSizeHint(self) -> QSize:
        """Qt: as narrow as the widest part."""
        hint = super().minimumSizeHint()
        widest = max(self._left.minimumSizeHint().width(), self._right.minimumSizeHint().width())
        return QSize(widest, hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another width may mean another way."""
        super().resizeEvent(event)
        self.turn()
