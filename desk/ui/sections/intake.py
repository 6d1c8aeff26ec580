"""By which way and channel something came in (C1)."""

from collections.abc import Sequence

from desk.rules.intake import CHANNEL_LABELS, Channel
from desk.services.informasi import Path
from desk.ui.fields import Choice, ChoiceField, TextField
from desk.ui.sections.base import D, Section
from desk.ui.sections.words import EPPID_HINT, choices
from desk.ui.theme.style import reveal

PATHS = (
    Choice(Path.FORM.value, "Formulir permohonan"),
    Choice(Path.LETTER.value, "Surat kepada Ketua"),
)


class IntakeSection(Section[D]):
    """``draft.path``, ``draft.channel`` and, for e-PPID, ``draft.eppid_number`` (W5)."""

    def __init__(self, channels: Sequence[Channel]) -> None:
        super().__init__()
        self.path = ChoiceField("Cara masuk", PATHS)
        self.channel = ChoiceField("Saluran", choices(CHANNEL_LABELS, channels))
        self.eppid = TextField("Nomor e-PPID", placeholder=EPPID_HINT)
        self.bind("path", self.path, read=Path, shown=str)
        self.bind("channel", self.channel, read=Channel, shown=str)
        self.bind("eppid_number", self.eppid, span=2)
        self.channel.changed.connect(self._shape)
        self._shape()

    def show(self, draft: D) -> None:
        """See `Section.show`."""
        super().show(draft)
        self._shape()

    def is_letter(self) -> bool:
        """Whether it came by letter to the chair."""
        return self.path.value() == Path.LETTER.value

    def fix_path(self) -> None:
        """The path is decided: it is shown, but not offered any more."""
        self.path.setEnabled(False)
        self.path.set_hint("Jalur yang sudah terdaftar tetap.")

    def _shape(self) -> None:
        reveal(self.eppid, self.channel.value() == Channel.EPPID.value or bool(self.eppid.value()))
        self.reshaped.emit()
