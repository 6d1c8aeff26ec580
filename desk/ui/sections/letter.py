"""The letter by which something was asked: number, date, sender, subject, nature (C2, R3)."""

from collections.abc import Callable
from datetime import date

from desk.services.common import LetterDraft
from desk.ui.fields import Choice, ChoiceField, DateField, TextField
from desk.ui.sections.base import D, Section, change, look
from desk.ui.theme.style import reveal

NATURES = (
    Choice("biasa", "Biasa"),
    Choice("segera", "Segera"),
    Choice("sangat_segera", "Sangat segera"),
    Choice("rahasia", "Rahasia"),
)


class LetterSection(Section[D]):
    """``draft.letter``; `wanted(bool)` shows or hides the whole of it."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.bind("letter.sender", TextField("Pengirim surat", required=True))
        self.bind("letter.number", TextField("Nomor surat", placeholder="tertulis pada surat"))
        self.bind("letter.subject", TextField("Perihal", required=True), span=2)
        self.bind("letter.dated", DateField("Tanggal surat", today=today, required=True))
        self.bind("letter.nature", ChoiceField("Sifat surat", NATURES))
        self._wanted = False
        self._shape()

    def wanted(self, wanted: bool) -> None:
        """Show the letter's fields, or hide them and have no letter."""
        if wanted != self._wanted:
            self._wanted = wanted
            self._shape()

    def show(self, draft: D) -> None:
        """See `Section.show`."""
        super().show(change(draft, "letter", look(draft, "letter") or LetterDraft()))

    def read(self, draft: D) -> D:
        """See `Section.read`."""
        if not self._wanted:
            return change(draft, "letter", None)  # type: ignore[no-any-return]
        return super().read(change(draft, "letter", look(draft, "letter") or LetterDraft()))

    def _shape(self) -> None:
        for one in self.binds:
            reveal(one.field, self._wanted)
        self.reshaped.emit()
