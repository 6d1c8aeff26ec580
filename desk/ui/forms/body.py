"""The middle of a form: fields in two columns, the side column beside them, below them where it is narrow."""

from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.ui.sections.base import Section
from desk.ui.theme.style import reveal, scaled
from desk.ui.theme.text import Text, rule
from desk.ui.widgets import FormGrid, ScrollPage

FIELDS_LEAST, SIDE_WIDTH = 440, 232
"""Pixels at text scale 1.0."""


class FormBody(QWidget):
    """Takes sections in reading order; the fields scroll, the side column stays in sight."""

    def __init__(self, side: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = FormGrid(parent=self)
        self._side, self._narrow = side, False
        self._below = QWidget(self)
        QVBoxLayout(self._below).setContentsMargins(0, scaled(8), 0, 0)
        self._beside = ScrollPage(self)
        self._beside.setFixedWidth(scaled(SIDE_WIDTH))
        QVBoxLayout(self._beside.inner).setContentsMargins(0, 0, scaled(4), 0)
        self._line = rule(upright=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(16))
        row.addWidget(self.grid, 1)
        row.addWidget(self._line)
        row.addWidget(self._beside)
        self._place()

    def take(self, section: Section[Any]) -> None:
        """Lay a section's fields out next, under its title while any of them is shown."""
        heading = Text(section.title, "strong")
        if section.title:
            self.grid.add(heading, span=2)
        for part in section.parts:
            self.grid.add(part.widget, span=part.span)

        def shape() -> None:
            if section.title:
                reveal(heading, any(not part.widget.isHidden() for part in section.parts))
            self.grid.refresh()

        section.reshaped.connect(shape)
        shape()

    def finish(self) -> None:
        """Call after the last section: the side column's place in a narrow window."""
        self.grid.add(self._below, span=2)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: beside or below."""
        super().resizeEvent(event)
        narrow = self.width() < scaled(FIELDS_LEAST + SIDE_WIDTH) + 2 * scaled(16)
        if narrow != self._narrow:
            self._narrow = narrow
            self._place()

    def _place(self) -> None:
        holder = self._below if self._narrow else self._beside.inner
        layout = holder.layout()
        if layout is not None:
            layout.addWidget(self._side)
        for part, wanted in (
            (self._below, self._narrow),
            (self._beside, not self._narrow),
            (self._line, not self._narrow),
        ):
            reveal(part, wanted)
        self.grid.refresh()
