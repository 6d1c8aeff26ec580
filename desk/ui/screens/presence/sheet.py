"""The drawer that says more of where somebody is: until when, in which room, a note."""

from collections.abc import Sequence
from datetime import tzinfo

from PySide6.QtWidgets import QWidget

from desk.actions.presence import PresenceDraft
from desk.queries.availability import Availability
from desk.rules.presence import Presence
from desk.services.common import Problem
from desk.ui.fields import Choice, ChoiceField, TextField, TimeField
from desk.ui.screens.case.sheets import Sheet
from desk.ui.screens.presence.words import STATES


class PresenceSheet(Sheet):
    """State, until when, room and note of one person."""

    def __init__(self, row: Availability, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__("Simpan", parent=parent)
        self._row = row
        self.state = ChoiceField(
            "Keadaan", [Choice(state.value, words.capitalize()) for state, words in STATES.items()]
        )
        self.until = TimeField("Sampai jam", hint="Perkiraan. Boleh kosong.")
        self.room = TextField("Ruang", max_length=60)
        self.note = TextField("Catatan", max_length=120, placeholder="mis. dapat ditemui sesudah rapat")
        self.state.set_value(row.state.value)
        self.until.set_value(row.until.astimezone(zone).time() if row.until is not None else None)
        self.room.set_value(row.room)
        self.note.set_value(row.note)
        for field in (self.state, self.until, self.room, self.note):
            self.column.addWidget(field)

    def draft(self) -> PresenceDraft:
        """What is filled in."""
        state = Presence(self.state.value() or Presence.UNKNOWN)
        return PresenceDraft(
            self._row.staff_id, state, self.until.value(), self.room.value(), self.note.value()
        )

    def mark(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong beside the time."""
        for one in problems:
            self.until.mark(one.message)
        self.until.setFocus()
