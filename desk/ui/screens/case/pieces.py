"""Small parts the tabs of a case are made of: pairs of label and words, lists that are filled anew."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text
from desk.ui.widgets import ScrollPage


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while item := layout.takeAt(0):
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


class Facts(QWidget):
    """Pairs of label and words under each other; an empty word is left out."""

    def __init__(self, pairs: Iterable[tuple[str, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(scaled(16))
        self._grid.setVerticalSpacing(scaled(6))
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, scaled(132))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_pairs(pairs)

    def set_pairs(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Show other pairs."""
        clear(self._grid)
        for row, (label, words) in enumerate(pair for pair in pairs if pair[1]):
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(Text(label, "muted"), row, 0, top)
            said = Text(words)
            said.setAlignment(Qt.AlignmentFlag.AlignLeft | top)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(said, row, 1, top)


class ReadPage(ScrollPage):
    """A page to read: it takes the keyboard, so that arrows and Page Up/Down scroll it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.column = QVBoxLayout(self.inner)
        self.column.setContentsMargins(0, 0, scaled(8), scaled(4))
        self.column.setSpacing(scaled(10))

    def refill(self, parts: Iterable[QWidget]) -> None:
        """Show other parts, keeping the place where somebody reads."""
        place = self.verticalScrollBar().value()
        clear(self.column)
        for part in parts:
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.verticalScrollBar().setValue(place)
