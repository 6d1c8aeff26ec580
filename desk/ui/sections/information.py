"""What information is wanted, of which kind, and how it is obtained (form B, S3)."""

from desk.services.informasi import (
    OPENNESS_LABELS,
    WAY_TO_FETCH_LABELS,
    WAY_TO_GET_LABELS,
    Content,
    Openness,
    WayToFetch,
    WayToGet,
    may_give_at_once,
)
from desk.ui.fields import Choice, ChoiceField, TextAreaField, TextField
from desk.ui.sections.base import D, Section
from desk.ui.sections.words import choices
from desk.ui.theme.style import reveal

CONTENTS = (
    Choice(Content.INSTITUTION.value, "Di luar tahapan Pemilu"),
    Choice(Content.ELECTION.value, "Tahapan Pemilu/Pemilihan"),
)
"""Contents in words that fit their field."""

_OPEN_HINT = "Boleh diberikan langsung di meja layanan."
_EXEMPT_HINT = "Tidak boleh diberikan langsung; PPID memutuskan."
_UNSORTED_HINT = "PPID yang menggolongkan."


class InformationSection(Section[D]):
    """``draft.information``, ``draft.purpose``, and which kind it is: content and openness.

    `explain(text)` says below the content what it means for the time limit.
    """

    def __init__(self) -> None:
        super().__init__()
        self.information = TextAreaField("Informasi yang diminta", required=True, lines=2, most=8)
        self.purpose = TextField("Tujuan penggunaan", max_length=1000)
        self.content = ChoiceField("Jenis informasi", CONTENTS)
        self.openness = ChoiceField("Sifat informasi", choices(OPENNESS_LABELS))
        self.bind("information", self.information, span=2)
        self.bind("purpose", self.purpose, span=2)
        self.bind("content", self.content, read=Content, shown=str)
        self.bind("openness", self.openness, read=Openness, shown=str)
        self._said = ""
        self.openness.changed.connect(self._say)

    def show(self, draft: D) -> None:
        """See `Section.show`."""
        super().show(draft)
        self._say()

    def explain(self, text: str) -> None:
        """Say what the chosen content means for the time limit."""
        if text != self._said:
            self._said = text
            self.content.set_hint(text)

    def _say(self) -> None:
        kind = Openness(self.openness.value() or Openness.UNSORTED)
        hint = _OPEN_HINT if may_give_at_once(kind) else _UNSORTED_HINT
        self.openness.set_hint(_EXEMPT_HINT if kind is Openness.POSSIBLY_EXEMPT else hint)


class ObtainSection(Section[D]):
    """``draft.way_to_get`` and, for a copy, ``draft.way_to_fetch``."""

    def __init__(self) -> None:
        super().__init__()
        self.get = ChoiceField("Cara memperoleh", choices(WAY_TO_GET_LABELS))
        self.fetch = ChoiceField("Cara mengambil salinan", choices(WAY_TO_FETCH_LABELS))
        self.bind("way_to_get", self.get, read=WayToGet, shown=str)
        self.bind("way_to_fetch", self.fetch, read=WayToFetch, shown=str)
        self.get.changed.connect(self._shape)

    def show(self, draft: D) -> None:
        """See `Section.show`."""
        super().show(draft)
        self._shape()

    def _shape(self) -> None:
        reveal(self.fetch, self.get.value() != WayToGet.SEE.value)
        self.reshaped.emit()


class OriginSection(Section[D]):
    """``draft.source`` (C3) and ``draft.note``."""

    def __init__(self, source_required: bool) -> None:
        super().__init__()
        self.bind("source", TextField("Sumber data / tahu dari mana", required=source_required))
        self.bind("note", TextField("Catatan petugas"))
