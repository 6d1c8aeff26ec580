"""*Catatan jaga*: what one guard shift tells the next (G2)."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.actions.shift import leave_shift_note, read_shift_note
from desk.queries import shift
from desk.queries.office import profile
from desk.queries.shift import ShiftNoteRow
from desk.services.common import Problem
from desk.ui.fields import TextAreaField
from desk.ui.runtime.autosave import Autosave
from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.page import Page, Shortcut
from desk.ui.runtime.ports import Changed
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text, rule
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import (
    Badge,
    Card,
    Columns,
    DraftBanner,
    EmptyState,
    Pager,
    PrimaryButton,
    ScrollPage,
    SecondaryButton,
)
from desk.ui.words import since

_WRITE_LEAST, _READ_LEAST, _LIST_HIGH = 320, 420, 260
_SHOWN = 30


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """A note being written."""

    text: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What is shown of a note: with its times as words (``read_when`` empty: unread)."""

    row: ShiftNoteRow
    when: str
    read_when: str


class NoteView(QWidget):
    """One note, whole, and whether it was taken over."""

    def __init__(self, told: "Told", mine: bool) -> None:
        super().__init__()
        self.told, self.row = told, told.row
        row, when, read_when = told.row, told.when, told.read_when
        self.button = SecondaryButton("Sudah dibaca", icon="check")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, scaled(4), scaled(6), scaled(4))
        column.setSpacing(scaled(6))
        head = QHBoxLayout()
        head.addWidget(Text(f"{row.writer or 'Petugas'} · {when}", "strong"), 1)
        state = Badge("sudah dibaca" if read_when else "belum dibaca", Tone.GOOD if read_when else Tone.WARN)
        head.addWidget(state)
        column.addLayout(head)
        column.addWidget(Text(row.text))
        foot = QHBoxLayout()
        self.read_by = Text(f"Dibaca {row.reader} {read_when}" if read_when else "", "small")
        foot.addWidget(self.button)
        foot.addWidget(self.read_by, 1)
        foot.addStretch(1)
        column.addLayout(foot)
        self.button.setVisible(not read_when and not mine)
        self.read_by.setVisible(bool(read_when))
        column.addWidget(rule())


class NotesPage(Page):
    """Write a note at the left, read those of the others at the right."""

    page_id = "gate_notes"
    title = "Catatan jaga"
    icon = "chat"
    watches = frozenset({"shift_notes"})

    def __init__(self, ctx: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._zone = ctx.workplace.ask(profile).zone
        self.views: list[NoteView] = []
        self._build()
        self.autosave = Autosave(ctx, "shift_note", NoteDraft, empty=NoteDraft(), parent=self)
        self.text.changed.connect(lambda: self.autosave.changed(NoteDraft(self.text.value())))
        found = self.autosave.restore()
        if found is not None:
            self.text.set_value(found.draft.text)
            self.restored.tell(found.sentence)

    def _build(self) -> None:
        around = QVBoxLayout(self)
        margin = scaled(20)
        around.setContentsMargins(margin, scaled(16), margin, scaled(16))
        write = Card("Catatan untuk regu berikutnya")
        self.text = TextAreaField(
            "&Isi catatan",
            lines=6,
            hint="Misalnya kunci yang dititipkan, tamu yang akan kembali, kartu yang hilang.",
        )
        self.save = PrimaryButton("Simpan catatan")
        self.save.show_key("Ctrl+Return")
        self.save.clicked.connect(self.submit)
        self.restored = DraftBanner()
        self.restored.acted.connect(self._saved)
        write.add(self.restored)
        write.add(self.text)
        foot = QHBoxLayout()
        foot.addWidget(self.save)
        foot.addStretch(1)
        write.add(foot)
        write.body.addStretch(1)
        read = Card("Catatan jaga")
        self.list = ScrollPage()
        self._column = QVBoxLayout(self.list.inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scaled(10))
        self._column.addStretch(1)
        self.empty = EmptyState("chat", "Belum ada catatan", "Catatan regu sebelumnya muncul di sini.")
        self.pager = Pager()
        self.pager.turned.connect(self._turned)
        read.add(self.list, 1)
        read.add(self.pager)
        read.add(self.empty, 1)
        self.list.setMinimumHeight(scaled(_LIST_HIGH))
        columns = Columns()
        columns.add(write, least=_WRITE_LEAST, stretch=2)
        columns.add(read, least=_READ_LEAST, stretch=3)
        around.addWidget(columns)

    def shortcuts(self) -> Sequence[Shortcut]:
        """Ctrl+Enter saves the note."""
        return (Shortcut("Ctrl+Return", "Simpan catatan", self.submit),)

    def focus_first(self) -> None:
        """The note to write."""
        self.text.setFocus()

    def refresh(self, _changed: Changed) -> None:
        """Read the notes anew."""
        place = self.ctx.workplace
        rows = self.pager.read(lambda after: place.ask(shift.shift_notes, after, _SHOWN))
        before = {view.told: view for view in self.views}
        told = [self._told(row) for row in rows]
        for view in self.views:
            if view.told not in told:
                self._column.removeWidget(view)
                view.hide()
                view.deleteLater()
        self.views = [before.get(one) or self._view(one) for one in told]
        for at, view in enumerate(self.views):
            self._column.insertWidget(at, view)
        self.empty.setVisible(not rows)
        self.list.setVisible(bool(rows))

    def _turned(self) -> None:
        self.refresh_soon()
        self.refresh_now()
        self.list.verticalScrollBar().setValue(0)

    def submit(self) -> None:
        """Leave the note."""
        self.ctx.act(
            lambda: leave_shift_note(self.ctx.workplace, self.text.value()),
            lambda _id: self._saved(),
            on_problems=self._mark,
            done="Catatan disimpan untuk regu berikutnya.",
        )

    def _saved(self) -> None:
        """The note is left, or given up: an empty one is begun."""
        self.autosave.discard()
        self.text.set_value("")
        self.restored.tell("")

    def _mark(self, problems: Sequence[Problem]) -> None:
        self.text.mark(problems[0].message)

    def _told(self, row: ShiftNoteRow) -> Told:
        now = self.ctx.workplace.now()
        read = since(row.read_at, now, self._zone) if row.read_at is not None else ""
        return Told(row, since(row.at, now, self._zone), read)

    def _view(self, told: Told) -> NoteView:
        view = NoteView(told, told.row.writer_id == self.ctx.workplace.actor.staff_id)
        view.button.clicked.connect(lambda: self._read(told.row.note_id))
        return view

    def _read(self, note_id: str) -> None:
        self.ctx.act(lambda: read_shift_note(self.ctx.workplace, note_id))
