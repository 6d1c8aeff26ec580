"""A section whose fields are asked only when its box is ticked."""

from typing import Any

from desk.ui.fields import Field
from desk.ui.fields.checks import TickBox
from desk.ui.sections.base import D, Section
from desk.ui.theme.style import reveal


class TickedSection(Section[D]):
    """``tick`` stands first; ticked by hand it shows what it asks and puts the cursor there."""

    def __init__(self, words: str, hint: str) -> None:
        super().__init__()
        self.tick = TickBox(words, hint)
        self.tick.toggled.connect(self._toggled)

    def asked(self) -> list[Field[Any]]:
        """The fields that depend on the box: all of them, unless a section says otherwise."""
        return [one.field for one in self.binds]

    def set_ticked(self, on: bool) -> None:
        """Tick or not, without telling anybody."""
        self.tick.blockSignals(True)
        self.tick.setChecked(on)
        self.tick.blockSignals(False)
        self.shape()

    def shape(self) -> None:
        """Show what is asked now."""
        for field in self.asked():
            reveal(field, self.tick.isChecked())
        self.reshaped.emit()

    def _toggled(self, on: bool) -> None:
        self.shape()
        if on:
            self.asked()[0].setFocus()
        self.changed.emit()
