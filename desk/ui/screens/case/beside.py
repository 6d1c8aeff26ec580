"""The main card and a column beside it that gives way: narrow screens show the card alone."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.ui.screens.case.side import CaseSide
from desk.ui.theme.style import scaled
from desk.ui.widgets import Card

MAIN_LEAST, SHORT, PAPER, LOWEST = 500, 300, 380, 380
"""Widths, and the least height, in pixels at text scale 1.0."""


class Beside(QWidget):
    """The card ``main``, and at its right ``short`` (the case in short) or the card ``paper`` (the letter in
    work).

    What ``short`` says stands in the tabs of the main card as well, so nothing is lost where it gives way.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.main, self.short, self.paper = Card(parent=self), CaseSide(self), Card(parent=self)
        self._wanted: QWidget = self.short
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(12))
        row.addWidget(self.main, 1)
        row.addWidget(self.short)
        row.addWidget(self.paper)
        self._fit()

    def show_paper(self, wanted: bool) -> None:
        """Show the paper, or the case in short."""
        self._wanted = self.paper if wanted else self.short
        self._fit()

    def paper_shown(self) -> bool:
        """Whether the paper is beside the card now."""
        return not self.paper.isHidden()

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
        for part, width in ((self.short, SHORT), (self.paper, PAPER)):
            part.setFixedWidth(scaled(width))
            part.setVisible(part is self._wanted and self.width() >= scaled(MAIN_LEAST + width))
