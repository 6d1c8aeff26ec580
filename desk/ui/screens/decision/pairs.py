"""Fields two by two, under each other where there is no room; gaps of hidden fields close by themselves."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from desk.ui.theme.style import scaled


class Pairs(QWidget):
    """A grid of fields that does not scroll; `add` them in reading order, `wide` ones take the whole row."""

    def __init__(self, *, least: int = 230, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least
        self._parts: list[tuple[QWidget, bool]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(scaled(10))
        self._grid.setVerticalSpacing(scaled(12))
        self._shape: tuple[int, tuple[bool, ...]] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, part: QWidget, *, wide: bool = False) -> None:
        """Put a field next."""
        part.setParent(self)
        part.installEventFilter(self)
        self._parts.append((part, wide))
        self._arrange()

    def columns(self) -> int:
        """How many fields stand side by side now."""
        return 2 if self.width() >= 2 * scaled(self._least) + scaled(10) else 1

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: a field that comes or goes moves the others."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._arrange()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another width may mean another number of columns."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        count = self.columns()
        shape = (count, tuple(part.isHidden() for part, _wide in self._parts))
        if shape == self._shape:
            return
        self._shape = shape
        for part, _wide in self._parts:
            self._grid.removeWidget(part)
        row = at = 0
        for part, wide in self._parts:
            if part.isHidden():
                continue
            span = count if wide else 1
            if at + span > count:
                row, at = row + 1, 0
            self._grid.addWidget(part, row, at, 1, span, Qt.AlignmentFlag.AlignTop)
            at += span
        for place in (0, 1):
            self._grid.setColumnStretch(place, 1 if place < count else 0)
