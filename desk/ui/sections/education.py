"""What an organisation asks for: the event, its days, its people, what the office gives to it (S7)."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from desk.services.education_words import PLACES, SIGNERS, TARGETS, WANTS
from desk.ui.fields import (
    CheckItem,
    CheckList,
    ChipChoice,
    ChoiceField,
    DateField,
    NumberField,
    TextField,
    TimeField,
)
from desk.ui.sections.base import D, Section, change, look
from desk.ui.sections.words import choices
from desk.ui.theme.style import reveal

OFFICE = "kantor"


class EducationSection(Section[D]):
    """``draft.signer`` to ``draft.wants`` of a request for voter education; outside the office the address is
    asked for."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.signer = ChoiceField(
            "Jabatan penanda tangan",
            choices(SIGNERS),
            required=True,
            hint="Ketua atau pengurus organisasi.",
        )
        self.title_field = TextField("Nama kegiatan", required=True)
        self.place = ChipChoice("Tempat kegiatan", choices(PLACES), required=True)
        self.address = TextField("Tempat dan alamat kegiatan", required=True)
        self.participants = NumberField("Perkiraan peserta", required=True, least=1, most=9999, unit="orang")
        self.bind("title", self.title_field, span=2)
        self.bind("signer", self.signer, shown=lambda key: key or None, read=lambda key: key or "")
        self.bind("participants", self.participants)
        self.bind("place", self.place, span=2, read=lambda key: key or "")
        self.bind("address", self.address, span=2)
        self.bind("day", DateField("Hari yang diminta", today=today, required=True))
        self.bind("until", DateField("Sampai hari", today=today, hint="Bila lebih dari satu hari."))
        self.bind("starts", TimeField("Jam mulai"))
        self.bind("ends", TimeField("Jam selesai"))
        self.bind("targets", ticks("Sasaran", TARGETS), shown=frozenset, read=_sorted)
        self.bind("wants", ticks("Yang diminta dari KPU", WANTS), shown=frozenset, read=_sorted)
        self.place.changed.connect(self._shape)

    def show(self, draft: D) -> None:
        """See `Section.show`."""
        super().show(draft)
        self._shape()

    def read(self, draft: D) -> D:
        """See `Section.read`; an event at the office has no other address."""
        draft = super().read(draft)
        inside = look(draft, "place") == OFFICE
        return change(draft, "address", "") if inside else draft

    def _shape(self) -> None:
        reveal(self.address, self.place.value() not in (OFFICE, None))
        self.reshaped.emit()


def ticks(label: str, labels: Mapping[str, str]) -> CheckList:
    """Things to tick by their keys."""
    return CheckList(label, [CheckItem(key, words) for key, words in labels.items()], counted=False)


def _sorted(keys: frozenset[str]) -> tuple[Any, ...]:
    return tuple(sorted(keys))
