"""What a spoken request to KPU Kota Kupang is about, and who is to be met (KPG 1)."""

from collections.abc import Sequence

from desk.ui.fields import Choice, ChoiceField, TextAreaField
from desk.ui.sections.base import D, Section
from desk.ui.theme.style import reveal


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
