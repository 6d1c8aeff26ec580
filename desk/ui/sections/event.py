"""An event of voter education: when, where, for whom, what it books (S7, W4)."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from desk.queries.events import ResourceRow
from desk.rules.booking import KIND_LABELS
from desk.services.education_words import PLACES, TARGETS
from desk.ui.fields import (
    CheckItem,
    CheckList,
    ChipChoice,
    DateField,
    NumberField,
    TextAreaField,
    TextField,
    TimeField,
)
from desk.ui.sections.base import D, Section
from desk.ui.sections.education import OFFICE, ticks
from desk.ui.sections.words import choices
from desk.ui.theme.style import reveal

_OUTSIDE = next(key for key in PLACES if key != OFFICE)


class EventSection(Section[D]):
    """The fields of an ``EventDraft``; beside each thing to lend stands who has it then (`tell_busy`)."""

    def __init__(self, today: Callable[[], date], lent: Sequence[ResourceRow]) -> None:
        super().__init__()
        self._lent = tuple(lent)
        self.name = TextField("Nama kegiatan", required=True)
        self.place = ChipChoice("Tempat", choices(PLACES), required=True)
        self.address = TextField("Tempat dan alamat", required=True)
        self.resources = CheckList(
            "Ruang, narasumber, dan alat yang dipesan", counted=False, hint=_none(lent)
        )
        self.bind("title", self.name, span=2)
        self.bind(
            "organiser", TextField("Penyelenggara", placeholder="kosongkan bila kantor sendiri"), span=2
        )
        self.bind("day", DateField("Hari kegiatan", today=today, required=True))
        self.bind("until", DateField("Sampai hari", today=today, hint="Bila lebih dari satu hari."))
        self.bind("starts", TimeField("Jam mulai", required=True))
        self.bind("ends", TimeField("Jam selesai", required=True))
        self.bind("inside", self.place, span=2, shown=_place, read=lambda key: key == OFFICE)
        self.bind("address", self.address, span=2)
        self.bind("resources", self.resources, span=2, shown=frozenset, read=_sorted)
        self.bind("expected", NumberField("Perkiraan peserta", most=9999, unit="orang"))
        self.bind("targets", ticks("Sasaran", TARGETS), span=2, shown=frozenset, read=_sorted)
        self.bind("note", TextAreaField("Catatan", lines=2, most=6), span=2)
        self.resources.set_items([CheckItem(one.id, one.name, _detail(one)) for one in lent])
        self.place.changed.connect(self._shape)

    def show(self, draft: D) -> None:
        """See `Section.show`."""
        super().show(draft)
        self._shape()

    def tell_busy(self, busy: Mapping[str, str]) -> None:
        """Say beside things (by id) who has them at that time."""
        for one in self._lent:
            self.resources.boxes[one.id].set_detail(_detail(one, busy.get(one.id, "")))
        self.reshaped.emit()

    def _shape(self) -> None:
        reveal(self.address, self.place.value() == _OUTSIDE)
        self.reshaped.emit()


def _detail(one: ResourceRow, busy: str = "") -> str:
    seats = f"{one.seats} kursi" if one.seats else ""
    return " · ".join(part for part in (busy, KIND_LABELS[one.kind], seats, one.note) if part)


def _none(lent: Sequence[ResourceRow]) -> str:
    return "" if lent else "Daftar ruang dan alat masih kosong; isi dengan F9 pada kalender."


def _place(inside: bool) -> str:
    return OFFICE if inside else _OUTSIDE


def _sorted(keys: frozenset[str]) -> tuple[Any, ...]:
    return tuple(sorted(keys))
