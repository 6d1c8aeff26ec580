"""Which data is wanted, for what, known from where; for e-PPID its number (S8, W5)."""

from desk.ui.fields import TextAreaField, TextField
from desk.ui.sections.base import D, Section
from desk.ui.theme.style import reveal


class DataRequestSection(Section[D]):
    """``draft.information``, ``draft.purpose``, ``draft.source`` and ``draft.eppid_number``."""

    def __init__(self, *, source_required: bool) -> None:
        super().__init__()
        self.information = TextAreaField("Data dan informasi yang diminta", required=True, lines=2, most=8)
        self.eppid = TextField(
            "Nomor e-PPID", required=True, placeholder="nomor pendaftaran di situs e-PPID", max_length=60
        )
        self.bind("eppid_number", self.eppid, span=2)
        self.bind("information", self.information, span=2)
        self.bind("purpose", TextField("Maksud dan tujuan", required=True), span=2)
        self.bind("source", TextField("Sumber data / tahu dari mana", required=source_required), span=2)

    def electronic(self, electronic: bool) -> None:
        """Ask for the number of e-PPID."""
        reveal(self.eppid, electronic)
        self.reshaped.emit()
