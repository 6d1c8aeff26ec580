"""What a consultation is about and whom it is asked of; the fields of its entries (S9, NTT 2)."""

from collections.abc import Callable, Sequence
from datetime import date

from desk.rules.permissions import ROLES
from desk.rules.presence import LEADERS, OFFICIALS
from desk.services.konsultasi_entries import WAYS
from desk.ui.fields import (
    CheckItem,
    CheckList,
    ChipChoice,
    Choice,
    ChoiceField,
    DateField,
    TextAreaField,
    TextField,
    TimeField,
)
from desk.ui.sections.base import D, Section
from desk.ui.theme.style import reveal


class MaterialSection(Section[D]):
    """``draft.material``, ``draft.purpose``, ``draft.source`` and, for who comes, ``draft.meet``."""

    def __init__(self, leaders: Sequence[Choice], *, source_required: bool) -> None:
        super().__init__()
        self.material = TextAreaField("Materi konsultasi", required=True, lines=2, most=8)
        self.meet = ChoiceField("Ingin menemui", leaders, hint="Boleh kosong: siapa yang ada di tempat.")
        self.bind("material", self.material, span=2)
        self.bind("purpose", TextField("Maksud dan tujuan", required=True), span=2)
        self.bind("source", TextField("Sumber data / tahu dari mana", required=source_required))
        self.bind("meet", self.meet, shown=lambda role: role or None, read=lambda role: role or "")

    def comes(self, comes: bool) -> None:
        """Who comes may say whom they want to meet."""
        reveal(self.meet, comes)
        self.reshaped.emit()


def _sections() -> CheckList:
    items = [CheckItem(role, ROLES[role].short) for role in OFFICIALS]
    return CheckList("Didampingi bagian", items, counted=False)


def _ordered(keys: frozenset[str]) -> tuple[str, ...]:
    return tuple(role for role in OFFICIALS if role in keys)


class BesideSection(Section[D]):
    """Who accompanies a member, and the room."""

    def __init__(self) -> None:
        super().__init__()
        self.bind("room", TextField("Ruang", max_length=60), span=2)
        self.bind("accompanied_by", _sections(), span=2, shown=frozenset, read=_ordered)


class ApprovalSection(Section[D]):
    """The approval of a member or the Sekretaris: who, when, how, why."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        leaders = [Choice(role, ROLES[role].short) for role in LEADERS]
        by_role = ChoiceField("Disetujui oleh", leaders, required=True)
        self.bind("by_role", by_role, shown=lambda role: role or None, read=lambda role: role or "")
        self.bind("by_name", TextField("Nama yang menyetujui", required=True))
        self.bind("given_on", DateField("Tanggal persetujuan", today=today, required=True, latest=today()))
        self.bind("given_at", TimeField("Jam persetujuan", required=True))
        way = ChipChoice("Cara", [Choice(key, words) for key, words in WAYS.items()], required=True)
        self.bind("way", way, span=2, read=lambda key: key or "")
        self.bind("reason", TextField("Alasan pengalihan", required=True), span=2)
        self.bind("room", TextField("Ruang", max_length=60), span=2)


class MinutesSection(Section[D]):
    """A consultation as it was held."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.bind("held_on", DateField("Tanggal konsultasi", today=today, required=True, latest=today()))
        self.bind("room", TextField("Ruang", max_length=60))
        self.bind("started", TimeField("Jam mulai", required=True))
        self.bind("ended", TimeField("Jam selesai", required=True))
        self.bind("guests", TextField("Turut hadir bersama pemohon"), span=2)
        self.bind("subject", TextAreaField("Materi", required=True, lines=2, most=6), span=2)
        advice = TextAreaField("Penjelasan dan saran", required=True, lines=4, most=14)
        self.bind("advice", advice, span=2)
        self.bind("follow_up", TextAreaField("Tindak lanjut", lines=2, most=6), span=2)
        self.bind("accompanied_by", _sections(), span=2, shown=frozenset, read=_ordered)
