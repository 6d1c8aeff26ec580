"""Page `resources`: the list of what is lent, and beside it the line in hand to correct or a new one (S7)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.actions.resources import ResourceDraft, add_usual_resources, keep_resource
from desk.queries import events
from desk.queries.events import ResourceRow
from desk.rules.booking import KIND_LABELS, Kind
from desk.rules.permissions import Capability
from desk.services.common import Problem
from desk.ui.fields import ChipChoice, Choice, Field, NumberField, TextField
from desk.ui.runtime.page import Page
from desk.ui.theme.style import reveal, scaled
from desk.ui.theme.text import Text
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import (
    ButtonBar,
    Card,
    Column,
    Columns,
    EmptyState,
    PrimaryButton,
    RowTable,
    SecondaryButton,
)

if TYPE_CHECKING:
    from desk.ui.runtime.context import ScreenContext
    from desk.ui.runtime.ports import Changed

_EMPTY = ("building", "Daftar masih kosong", "F8 mengisi daftar dari standar pelayanan; F7 menambah satu.")
_LENT, _AWAY = "ya", "tidak"


class ResourcesPage(Page):
    """The list at the left, the form at the right."""

    page_id = "resources"
    title = "Ruang, narasumber, dan alat"
    icon = "building"
    help_topic = "kalender-pendidikan"
    watches = frozenset({"education_resources"})

    def __init__(self, ctx: "ScreenContext", parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        ctx.workplace.require(Capability.PLAN_EVENTS)
        self._row: ResourceRow | None = None
        self.table: RowTable[ResourceRow] = RowTable(
            (
                Column("Nama", lambda row: row.name, stretch=True, strong=True, width=150),
                Column("Jenis", lambda row: KIND_LABELS[row.kind]),
                Column("Kursi", lambda row: str(row.seats or ""), align="right", sort=lambda row: row.seats),
                Column("Dipinjamkan", _state, tone=_tone),
            ),
            key=lambda row: row.id,
            empty=EmptyState(*_EMPTY),
        )
        self.kind = ChipChoice("Jenis", [Choice(key.value, words) for key, words in KIND_LABELS.items()])
        self.name = TextField("Nama", required=True, max_length=120)
        self.seats = NumberField("Kapasitas", most=9999, unit="kursi")
        self.note = TextField("Keterangan")
        self.active = ChipChoice("Dipinjamkan", (Choice(_LENT, "Ya"), Choice(_AWAY, "Tidak lagi")))
        self._build()
        self._show(None)

    # building

    def _build(self) -> None:
        self.save = PrimaryButton("Simpan", "Ctrl+Return")
        self.new = SecondaryButton("Baru", "F7")
        self.usual = SecondaryButton("Isi dari standar", "F8")
        self.back = SecondaryButton("Kembali ke kalender", "F9")
        listed, self.form = Card("Yang dapat dipesan"), Card()
        self.heading = Text("", "heading")
        self.form.add(self.heading)
        listed.add(self.table, 1)
        listed.add(ButtonBar((self.new, self.usual, self.back)))
        for field in (self.kind, self.name, self.seats, self.note, self.active):
            self.form.add(field)
        self.form.add(ButtonBar((self.save,)))
        self.form.body.addStretch(1)
        columns = Columns()
        columns.add(listed, least=460, stretch=1)
        columns.add(self.form, least=320)
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(16))
        row.addWidget(columns)
        self.table.selected.connect(self._show)
        self.table.activated.connect(lambda _row: self.name.setFocus())
        self.kind.changed.connect(self._shape)
        self.save.clicked.connect(self.keep)
        self.new.clicked.connect(self.begin)
        self.usual.clicked.connect(self.fill)
        self.back.clicked.connect(lambda: self.ctx.navigate("events"))

    # reading

    def refresh(self, _changed: "Changed") -> None:
        """Read the list anew; what is typed stays."""
        self.table.set_rows(self.ctx.workplace.ask(events.resources, active=False))

    def focus_first(self) -> None:
        """The list, or the name while there is none."""
        target: QWidget = self.table.view if self.table.rows() else self.name
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, row: ResourceRow | None) -> None:
        """A line of the list in the form, or a new one."""
        if row is not None and self._row is not None and row == self._row:
            return
        self._row = row
        self.heading.setText("Ubah" if row else "Baru")
        self.kind.set_value((row.kind if row else Kind.ROOM).value)
        self.name.set_value(row.name if row else "")
        self.seats.set_value((row.seats or None) if row else None)
        self.note.set_value(row.note if row else "")
        self.active.set_value(_AWAY if row and not row.active else _LENT)
        reveal(self.active, row is not None)
        for field in self._fields().values():
            field.mark(None)
        self._shape()

    def _shape(self) -> None:
        reveal(self.seats, self.kind.value() == Kind.ROOM)

    def _fields(self) -> dict[str, Field[Any]]:
        return {"name": self.name, "active": self.active}

    # doing

    def begin(self) -> None:
        """A new line."""
        self.table.clear_selection()
        self._show(None)
        self.name.setFocus()

    def draft(self) -> ResourceDraft:
        """What stands in the form."""
        return ResourceDraft(
            self.kind.value() or Kind.ROOM.value,
            self.name.value(),
            self.seats.value(),
            self.note.value(),
            self.active.value() != _AWAY,
        )

    def keep(self) -> None:
        """Keep the line in hand."""
        draft, row, place = self.draft(), self._row, self.ctx.workplace

        def back() -> None:
            if row is not None:
                keep_resource(place, _draft_of(row), row.id)
                self.refresh_soon()

        self.ctx.act(
            lambda: keep_resource(place, draft, row.id if row else ""),
            self._kept,
            on_problems=self._mark,
            done=f"{draft.name} disimpan dalam daftar.",
            undo=(lambda _id: back()) if row is not None else None,
        )

    def _kept(self, resource_id: str) -> None:
        self.refresh_soon()
        self.refresh_now()
        self.table.select(resource_id)
        self._row = None
        self._show(self.table.current())

    def _mark(self, problems: Sequence[Problem]) -> None:
        for one in reversed(problems):
            field = self._fields()[one.field]
            field.mark(one.message)
            field.setFocus()

    def fill(self) -> None:
        """Begin the list with what the standard names."""
        self.ctx.act(lambda: add_usual_resources(self.ctx.workplace), self._filled)

    def _filled(self, count: int) -> None:
        self.ctx.toast(f"{count} ditambahkan ke daftar." if count else "Semua sudah ada.", tone="done")
        self.refresh_soon()


def _draft_of(row: ResourceRow) -> ResourceDraft:
    return ResourceDraft(row.kind.value, row.name, row.seats or None, row.note, row.active)


def _state(row: ResourceRow) -> str:
    return "ya" if row.active else "tidak lagi"


def _tone(row: ResourceRow) -> Tone:
    return Tone.GOOD if row.active else Tone.NEUTRAL
