"""How a request comes to KPU Kota Kupang; spoken, what it is about and who is to be met (KPG 1)."""

from collections.abc import Sequence

from desk.services.sop_kupang import TRACK_LABELS, Track
from desk.ui.fields import ChipChoice, Choice, ChoiceField, TextAreaField
from desk.ui.sections.base import D, Section
from desk.ui.sections.words import choices
from desk.ui.theme.style import reveal


class TrackSection(Section[D]):
    """``draft.track``."""

    def __init__(self) -> None:
        super().__init__()
        self.track = ChipChoice("Cara masuk", choices(TRACK_LABELS), required=True)
        self.bind("track", self.track, span=2, read=Track, shown=str)

    def is_letter(self) -> bool:
        """Whether it came by letter."""
        return self.track.value() == Track.LETTER.value

    def fix(self) -> None:
        """The track is decided: it is shown, but not offered any more."""
        self.track.setEnabled(False)
        self.track.set_hint("Jalur yang sudah terdaftar tetap.")


class MeetingSection(Section[D]):
    """``draft.purpose`` and ``draft.meet``; `wanted(bool)` shows or hides both."""

    def __init__(self, leaders: Sequence[Choice]) -> None:
        super().__init__()
        self.purpose = TextAreaField("Tujuan", required=True, lines=2, most=6, hint=_PURPOSE)
        self.meet = ChoiceField("Ingin menemui", leaders, required=True)
        self.bind("purpose", self.purpose, span=2)
        self.bind("meet", self.meet, shown=lambda role: role or None, read=lambda role: role or "")

    def wanted(self, wanted: bool) -> None:
        """Show the fields, or hide them; what stands in them stays."""
        for one in self.binds:
            reveal(one.field, wanted)
        self.reshaped.emit()


_PURPOSE = "Informasi yang dibutuhkan atau keperluannya, dalam kata-kata pemohon."
