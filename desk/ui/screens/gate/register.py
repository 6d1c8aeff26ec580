"""*Daftarkan tamu*: the form at the left, today's guestbook at the right (G1, G3)."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.actions.visits import Registered, VisitDraft, correct_visit, register_visit, undo_register_visit
from desk.queries import collisions, visits
from desk.queries.expected import Expected
from desk.queries.office import profile
from desk.queries.visits import VisitRow
from desk.services.common import rebased
from desk.ui.fields import SuggestEdit
from desk.ui.forms.split import SplitRow
from desk.ui.runtime.autosave import Autosave
from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.page import Page, Shortcut
from desk.ui.runtime.ports import Changed
from desk.ui.screens.collisions.items import note
from desk.ui.screens.gate.expected import draft_of
from desk.ui.screens.gate.parts import REFUSED, draft_again, draft_of_visit, with_companions
from desk.ui.screens.gate.visit_form import VisitForm
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Headline
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import (
    Badge,
    Card,
    Column,
    Columns,
    DraftBanner,
    EmptyState,
    GhostButton,
    Heading,
    PrimaryButton,
    RowTable,
)
from desk.ui.words import clock

_FORM_LEAST, _LIST_LEAST, _LIST_HIGH = 420, 560, 300
_SEARCH_WIDTH = 210
_EMPTY = ("book", "Belum ada tamu hari ini", "Tamu yang didaftarkan muncul di sini.")
_NOT_FOUND = ("search", "Tidak ditemukan", "Tidak ada tamu hari ini yang cocok dengan kata itu.")


class RegisterPage(Page):
    """Register visitors by keyboard alone; Enter on a row of today corrects it."""

    page_id = "gate_register"
    title = "Daftarkan tamu"
    icon = "pen"
    watches = frozenset({"visits", "visitor_cards", "tickets"})

    def __init__(self, ctx: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._zone = ctx.workplace.ask(profile).zone
        self._correcting: VisitRow | None = None
        self._begun = VisitDraft()
        self.form = VisitForm(ctx)
        self._build()
        self.autosave = Autosave(
            ctx, "visit", VisitDraft, empty=VisitDraft(), title=lambda draft: draft.name, parent=self
        )
        self.form.changed.connect(self._keep)
        self._restore()

    # building

    def _build(self) -> None:
        column = QVBoxLayout(self)
        margin = scaled(20)
        column.setContentsMargins(margin, scaled(16), margin, scaled(16))
        columns = Columns()
        columns.add(self._form_card(), least=_FORM_LEAST, stretch=2)
        columns.add(self._day_card(), least=_LIST_LEAST, stretch=3)
        column.addWidget(columns)

    def _form_card(self) -> QWidget:
        card = Card()
        self.heading = Headline("Daftarkan tamu")
        self.banner = DraftBanner()
        self.banner.acted.connect(self.clear)
        self.save = PrimaryButton("Simpan")
        self.save.show_key("Ctrl+Return")
        self.save.clicked.connect(self.submit)
        self.give_up = GhostButton("Kosongkan")
        self.give_up.show_key("Ctrl+N")
        self.give_up.clicked.connect(self.clear)
        foot = QHBoxLayout()
        foot.addWidget(self.save)
        foot.addStretch(1)
        foot.addWidget(self.give_up)
        card.add(SplitRow([self.heading], [self.form.errand]))
        card.add(self.banner)
        card.add(self.form)
        card.body.addStretch(1)
        card.add(foot)
        return card

    def _day_card(self) -> QWidget:
        card = Card()
        self.figures = Badge()
        self.search = SuggestEdit(least=1)
        self.search.setObjectName("search")
        self.search.setPlaceholderText("Cari tamu hari ini")
        self.search.setAccessibleName("Cari di buku tamu hari ini")
        self.search.setFixedWidth(scaled(_SEARCH_WIDTH))
        self.search.textChanged.connect(lambda _text: self.refresh_soon())
        self.table = RowTable(self._columns(), key=lambda row: row.visit_id, empty=EmptyState(*_EMPTY))
        self.table.activated.connect(self.correct)
        head = QHBoxLayout()
        head.addWidget(Heading("Buku tamu hari ini", self.figures), 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.search)
        card.add(head)
        self.table.setMinimumHeight(scaled(_LIST_HIGH))
        card.add(self.table, 1)
        return card

    def _columns(self) -> Sequence[Column[VisitRow]]:
        return (
            Column("Jam", lambda row: clock(row.arrived_at, self._zone), 58),
            Column("Nama", with_companions, 150, stretch=True, strong=True),
            Column("Keperluan", lambda row: row.purpose, 140, stretch=True),
            Column("Antrean", lambda row: row.ticket, 78),
            Column("Kartu", lambda row: row.card, 62),
            Column("Keluar", self._left, 92, tone=self._left_tone),
        )

    def _left(self, row: VisitRow) -> str:
        return clock(row.left_at, self._zone) if row.left_at is not None else "di dalam"

    @staticmethod
    def _left_tone(row: VisitRow) -> Tone | None:
        return Tone.GOOD if row.left_at is None else None

    # what the window asks

    def shortcuts(self) -> Sequence[Shortcut]:
        """Ctrl+Enter saves, Ctrl+F searches today, Ctrl+N starts anew."""
        return (
            Shortcut("Ctrl+Return", "Simpan dan cetak antrean", self.submit),
            Shortcut("Ctrl+F", "Cari di buku tamu hari ini", self._search),
            Shortcut("Ctrl+N", "Kosongkan untuk tamu baru", self.clear),
        )

    def activate(self, **params: object) -> None:
        """``visit_id`` (a search hit): that visit is shown for correction. ``refused``: what the server did
        not take is taken up again. ``expected``: a guest who was expected has come."""
        refused = params.get("refused")
        if isinstance(refused, int):
            self.take_up(refused)
            return
        guest = params.get("expected")
        if isinstance(guest, Expected):
            self._expect(draft_of(guest))
            return
        visit_id = params.get("visit_id")
        row = self.ctx.workplace.ask(visits.visit, visit_id) if isinstance(visit_id, str) else None
        if row is not None:
            self.correct(row)

    def focus_first(self) -> None:
        """The name is where work starts."""
        self.form.name.setFocus()

    def refresh(self, changed: Changed) -> None:
        """Read today's guestbook anew."""
        day = self.ctx.today()
        text = self.search.text().strip()
        rows = self.ctx.workplace.ask(visits.of_day, day, text)
        counts = self.ctx.workplace.ask(visits.counts, day)
        self.table.empty.set(*(_NOT_FOUND if text else _EMPTY))
        self.table.set_rows(rows)
        self.figures.set(f"{counts.today} tamu" if counts.today else "")
        if changed.touches(frozenset({"visits"})):
            self.form.read_habits()

    # what the officer does

    def submit(self) -> None:
        """Save what is typed: a new visitor, or a correction."""
        row, draft = self._correcting, self.form.draft()
        if row is not None:
            corrected = self._upon_the_newest(row, draft)
            self.ctx.act(
                lambda: correct_visit(self.ctx.workplace, row.visit_id, corrected),
                lambda _none: self.clear(),
                on_problems=self.form.mark,
                done=f"Data {draft.name} diperbaiki.",
            )
            return
        self.ctx.act(
            lambda: register_visit(self.ctx.workplace, draft),
            lambda done: self._registered(draft, done),
            on_problems=self.form.mark,
        )

    def _upon_the_newest(self, row: VisitRow, draft: VisitDraft) -> VisitDraft:
        """What the officer edited, upon the visit as it is now: another desk may have changed the rest."""
        now = self.ctx.workplace.ask(visits.visit, row.visit_id)
        return draft if now is None else cast(VisitDraft, rebased(self._begun, draft, draft_of_visit(now)))

    def correct(self, row: VisitRow) -> None:
        """Put a visit into the form to correct it; what was being typed stays kept as a draft."""
        self.autosave.flush()
        self._correcting = row
        self.form.correcting(False)
        self.form.show_draft(draft_of_visit(row))
        self._begun = self.form.draft()
        self.form.correcting(True)
        self.heading.setText(f"Perbaiki data {row.name}")
        self.save.setText("Simpan perbaikan")
        self.give_up.setText("Batal")
        self.banner.hide()
        self.focus_first()

    def _busy(self) -> bool:
        """Whether something is being typed, which then goes first."""
        if self._correcting is None and self.form.draft() == VisitDraft():
            return False
        self.ctx.toast("Simpan atau kosongkan dahulu isian yang sedang dikerjakan.", tone="problem")
        return True

    def _expect(self, draft: VisitDraft) -> None:
        """Show a guest who was expected, for card and identity."""
        if not self._busy():
            self.form.show_draft(draft)
            self.autosave.changed(draft)

    def take_up(self, position: int) -> None:
        """Show a registration that the server refused, to be saved again; what is being typed goes first."""
        if self._busy():
            return
        draft = draft_again(self.ctx.workplace.ask(collisions.inserted, position, "visits"))
        self.form.show_draft(draft)
        self.autosave.changed(draft)
        self.autosave.flush()
        self.banner.tell(REFUSED)
        self.ctx.act(lambda: note(self.ctx, position))

    def clear(self) -> None:
        """Empty the form for the next visitor; after a correction the draft kept before it comes back."""
        was_correcting, self._correcting = self._correcting is not None, None
        if not was_correcting:
            self.autosave.discard()
        self.form.correcting(False)
        self.form.show_draft(VisitDraft())
        self.heading.setText("Daftarkan tamu")
        self.save.setText("Simpan")
        self.give_up.setText("Kosongkan")
        self.banner.hide()
        if was_correcting:
            self._restore()
        self.focus_first()

    def _registered(self, draft: VisitDraft, done: Registered) -> None:
        self.clear()
        self.ctx.toast(_told(draft, done), lambda: self._take_back(draft, done), "done")
        if done.ticket_id is not None:
            self.ctx.print_paper("queue_ticket", done.ticket_id)

    def _take_back(self, draft: VisitDraft, done: Registered) -> None:
        undo_register_visit(self.ctx.workplace, done.visit_id)
        if self._correcting is None and self.form.draft() == VisitDraft():
            self.form.show_draft(draft)
            self.autosave.changed(draft)

    def _search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    # drafts

    def _keep(self) -> None:
        if self._correcting is None:
            self.autosave.changed(self.form.draft())

    def _restore(self) -> None:
        found = self.autosave.restore()
        if found is not None:
            self.form.show_draft(found.draft)
            QTimer.singleShot(0, self, lambda: self.banner.tell(found.sentence))


def _told(draft: VisitDraft, done: Registered) -> str:
    parts = [f"{' '.join(draft.name.split())} terdaftar"]
    if done.ticket_label:
        parts.append(f"antrean {done.ticket_label}")
    if done.card:
        parts.append(f"kartu {done.card}")
    if draft.errand == "courier":
        parts.append("surat diterima di gerbang")
    return " · ".join(parts) + "."
