"""How a letter or form reached the office, for services that know one path only (C1)."""

from collections.abc import Sequence

from desk.rules.intake import CHANNEL_LABELS, Channel
from desk.ui.fields import ChoiceField, TextField
from desk.ui.sections.base import D, Section
from desk.ui.sections.words import EPPID_HINT, choices
from desk.ui.theme.style import reveal


class ArrivalSection(Section[D]):
    """``draft.channel`` and ``draft.note``, what the officer wants to remember; with ``eppid`` also
    ``draft.eppid_number`` of what came in there (W5)."""

    def __init__(self, channels: Sequence[Channel], *, eppid: bool = False) -> None:
        super().__init__()
        self.channel = ChoiceField("Saluran", choices(CHANNEL_LABELS, channels))
        self.eppid: TextField | None = None
        self.bind("channel", self.channel, read=Channel, shown=str)
        self.bind("note", TextField("Catatan petugas"))
        if eppid:
            self.eppid = TextField("Nomor e-PPID", placeholder=EPPID_HINT)
            self.bind("eppid_number", self.eppid, span=2)
            self.channel.changed.connect(self._shape)
            self._shape()

    def show(self, draft: D) -> None:
        """See `Section.show`."""
        super().show(draft)
        self._shape()

    def _shape(self) -> None:
        if self.eppid is None:
            return
        reveal(self.eppid, self.channel.value() == Channel.EPPID.value or bool(self.eppid.value()))
        self.reshaped.emit()
