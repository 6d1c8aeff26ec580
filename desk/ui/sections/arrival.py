"""How a letter or form reached the office, for services that know one path only (C1)."""

from collections.abc import Sequence

from desk.rules.intake import CHANNEL_LABELS, Channel
from desk.ui.fields import ChoiceField, TextField
from desk.ui.sections.base import D, Section
from desk.ui.sections.words import choices


class ArrivalSection(Section[D]):
    """``draft.channel`` and ``draft.note``, what the officer wants to remember."""

    def __init__(self, channels: Sequence[Channel]) -> None:
        super().__init__()
        self.channel = ChoiceField("Saluran", choices(CHANNEL_LABELS, channels))
        self.bind("channel", self.channel, read=Channel, shown=str)
        self.bind("note", TextField("Catatan petugas"))
