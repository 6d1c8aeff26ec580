"""What is wanted of the voter list, and what was looked at for it (S6)."""

from desk.rules.intake import ApplicantKind, Channel
from desk.services.data_pemilih import SHOWN_LABELS, WANTED_LABELS, Shown, Wanted
from desk.ui.fields import ChoiceField, TextAreaField, TextField
from desk.ui.sections.base import D, Section
from desk.ui.sections.words import EPPID_HINT, choices
from desk.ui.theme.style import reveal

_ABOUT = {
    Wanted.CHECK: "Hal yang ditanyakan",
    Wanted.RECAP: "Rekapitulasi yang diminta",
    Wanted.OTHER: "Data yang diminta",
}
_HINTS = {
    Wanted.CHECK: "",
    Wanted.RECAP: "Daftar, wilayah, dan waktunya, misalnya DPB semester pertama 2026 per kecamatan.",
    Wanted.OTHER: "Data perorangan orang lain termasuk yang dikecualikan.",
}


class VoterDataSection(Section[D]):
    """``draft.wanted``, ``draft.about`` and, for e-PPID, ``draft.eppid_number`` (W5)."""

    def __init__(self) -> None:
        super().__init__()
        self.wanted = ChoiceField("Layanan yang diminta", choices(WANTED_LABELS))
        self.eppid = TextField("Nomor e-PPID", placeholder=EPPID_HINT)
        self.about = TextAreaField(_ABOUT[Wanted.CHECK], lines=2, most=5)
        self.bind("wanted", self.wanted, read=Wanted, shown=str)
        self.bind("eppid_number", self.eppid)
        self.bind("about", self.about, span=2)
        self.wanted.changed.connect(self._shape)
        self._channel = Channel.IN_PERSON
        self._shape()

    def came_by(self, channel: Channel) -> None:
        """Ask for the e-PPID number where it came in there."""
        if channel is not self._channel:
            self._channel = channel
            self._shape()

    def show(self, draft: D) -> None:
        """See `Section.show`."""
        super().show(draft)
        self._shape()

    def _shape(self) -> None:
        wanted = Wanted(self.wanted.value() or Wanted.CHECK)
        self.about.set_label(_ABOUT[wanted])
        self.about.set_required(wanted is not Wanted.CHECK)
        self.about.set_hint(_HINTS[wanted])
        reveal(self.eppid, self._channel is Channel.EPPID or bool(self.eppid.value()))
        self.reshaped.emit()


class ShownSection(Section[D]):
    """``draft.shown`` and ``draft.document``: what a person showed, looked at and given back."""

    def __init__(self) -> None:
        super().__init__()
        self.shown = ChoiceField("Identitas yang ditunjukkan", choices(SHOWN_LABELS))
        self.document = TextField(
            "Dokumen yang ditunjukkan",
            placeholder="mis. akta kelahiran, buku nikah",
            hint="Dilihat, dicatat, lalu dikembalikan. Salinannya tidak disimpan.",
        )
        self.bind("shown", self.shown, read=Shown, shown=str)
        self.bind("document", self.document)

    def asked_of(self, kind: ApplicantKind) -> None:
        """Only a person shows documents."""
        for one in self.binds:
            reveal(one.field, kind is ApplicantKind.PERSON)
        self.reshaped.emit()
