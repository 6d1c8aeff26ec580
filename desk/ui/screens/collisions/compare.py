"""Versions side by side: one line for each field that differs, the version chosen from below."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desk.ui.screens.collisions.values import Compared
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text, breakable, rule


class Comparison(QWidget):
    """A grid of texts; ``show_lines`` replaces them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(scaled(18))
        self._grid.setVerticalSpacing(scaled(8))

    def show_versions(self, titles: tuple[str, str], lines: Sequence[Compared]) -> None:
        """Three columns: the later version, the server's, and what stood there before."""
        self._empty()
        self._head("", *titles, "Sebelumnya")
        for line in lines:
            versions = ((line.mine, "strong"), (line.theirs, "strong"), (line.base, "muted"))
            self._line((line.label, "label"), *versions)
        self._widths(2, 3, 3, 2)

    def show_values(self, lines: Sequence[tuple[str, str]]) -> None:
        """Two columns: what it is, and the value."""
        self._empty()
        for label, value in lines:
            self._line((label, "label"), (value, "body"))
        self._widths(2, 6)

    def words(self) -> list[str]:
        """Every text, in reading order."""
        items = (self._grid.itemAt(at) for at in range(self._grid.count()))
        widgets = (item.widget() for item in items if item is not None)
        shown = [one.text() for one in widgets if isinstance(one, Text) and one.text()]
        return [words.replace("\u200b", "") for words in shown]

    def _head(self, *titles: str) -> None:
        for column, title in enumerate(titles):
            self._grid.addWidget(Text(title, "section"), 0, column, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(rule(), 1, 0, 1, len(titles))

    def _line(self, *cells: tuple[str, str]) -> None:
        row = self._grid.rowCount()
        for column, (words, kind) in enumerate(cells):
            text = Text(breakable(words), kind)  # type: ignore[arg-type]
            self._grid.addWidget(text, row, column, Qt.AlignmentFlag.AlignTop)

    def _widths(self, *parts: int) -> None:
        for column in range(4):
            self._grid.setColumnStretch(column, parts[column] if column < len(parts) else 0)

    def _empty(self) -> None:
        while item := self._grid.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
