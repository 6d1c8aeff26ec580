"""What a complaint says, in its own words and its parts (S4); spoken ones stand on the short form."""

from collections.abc import Callable, Collection
from datetime import date

from desk.services.pengaduan import ABOUT, KIND_LABELS, MANNER_LABELS, Kind, Manner
from desk.ui.fields import ChipChoice, Choice, ChoiceField, DateField, TextAreaField, TextField
from desk.ui.sections.base import D, Section
from desk.ui.sections.words import choices
from desk.ui.theme.style import reveal

_NONE = "-"
_UNNAMED = "Dibaca bagian yang menangani: jangan sebut nama atau nomor pelapor."


class OccasionSection(Section[D]):
    """``draft.kind``, ``draft.manner``, and the service it is ``draft.about``."""

    def __init__(self, services: Collection[str]) -> None:
        super().__init__()
        about = [Choice(slug, words) for slug, words in ABOUT.items() if slug in services]
        self.kind = ChipChoice("Jenis", choices(KIND_LABELS), required=True)
        self.manner = ChipChoice("Cara menyampaikan", choices(MANNER_LABELS), required=True)
        self.about = ChoiceField("Tentang layanan", [Choice(_NONE, "Tidak tentang layanan tertentu"), *about])
        self.bind("kind", self.kind, read=Kind, shown=str)
        self.bind("manner", self.manner, read=Manner, shown=str)
        self.bind("about", self.about, shown=lambda slug: slug or _NONE, read=_slug)


def _slug(chosen: str | None) -> str:
    return "" if chosen in (None, _NONE) else str(chosen)


class ComplaintSection(Section[D]):
    """``draft.description`` and, of a written report, chronology, day, place, who is reported, evidence.

    `shape(short)` leaves the short form.
    """

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__("Isi pengaduan")
        self.description = TextAreaField("Uraian", required=True, lines=2, most=8, hint=_UNNAMED)
        self.chronology = TextAreaField("Kronologi singkat", required=True, lines=2, most=8)
        self.happened_on = DateField("Tanggal kejadian", today=today, latest=today())
        self.place = TextField("Tempat kejadian")
        self.reported = TextField("Pihak yang dilaporkan")
        self.evidence = TextField("Bukti yang diserahkan")
        self.bind("description", self.description, span=2)
        self.bind("chronology", self.chronology, span=2)
        self.bind("happened_on", self.happened_on)
        self.bind("place", self.place)
        self.bind("reported", self.reported)
        self.bind("evidence", self.evidence)

    def shape(self, *, short: bool) -> None:
        """Show the description alone, or everything."""
        for field in (self.chronology, self.happened_on, self.place, self.reported, self.evidence):
            reveal(field, not short)
        self.reshaped.emit()
