"""The main card and a column beside it that gives way: narrow screens show the card alone."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.ui.theme.style import scaled

MAIN_LEAST, SHORT, PAPER, LOWEST = 500, 300, 380, 380
"""Widths, and the least height, in pixels at text scale 1.0."""


class Beside(QWidget):
    """``main``, and at its right either ``short`` (the case in short) or ``paper`` (the letter in work).

    What ``short`` says stands in the tabs of the main card as well, so nothing is lost where it gives way.
    """

    def __init__(self, main: QWidget, short: QWidget, paper: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._short, self._paper = short, paper
        self._wanted = short
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(12))
        row.addWidget(main, 1)
        row.addWidget(short)
        row.addWidget(paper)
        self._fit()

    def show_paper(self, wanted: bool) -> None:
        """Show the paper, or the case in short."""
        self._wanted = self._paper if wanted else self._short
        self._fit()

    def paper_shown(self) -> bool:
        """Whether the paper is beside the card now."""
        return not self._paper.isHidden()

    def roomy(self) -> bool:
        """Whether there is room for the paper beside the card."""
        return self.width() >= scaled(MAIN_LEAST + PAPER)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: show beside each other what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def hasHeightForWidth(self) -> bool:
        """Qt: its parts scroll; it takes the height there is."""
        return False

    def sizeHint(self) -> QSize:
        """Qt: low; it grows with the page."""
        return QSize(super().sizeHint().width(), scaled(LOWEST))

    def minimumSizeHint(self) -> QSize:
        """Qt: never lower than a few fields and the buttons."""
        return QSize(super().minimumSizeHint().width(), scaled(LOWEST))

    def _fit(self) -> None:
        for part, width in ((self._short, SHORT), (self._paper, PAPER)):
            part.setFixedWidth(scaled(width))
            part.setVisible(part is self._wanted and self.width() >= scaled(MAIN_LEAST + width))
