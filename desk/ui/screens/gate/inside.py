"""*Di dalam gedung*: who is inside now, Enter sees them off, the list on paper (G2)."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.actions.departures import CheckedOut, check_out, check_out_all, close_forgotten, undo_check_out
from desk.queries import visits
from desk.queries.office import profile
from desk.queries.visits import VisitRow
from desk.ui.fields import SuggestEdit
from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.page import Page, Shortcut
from desk.ui.runtime.ports import Changed
from desk.ui.screens.gate.leaving import LeavingForm
from desk.ui.screens.gate.parts import with_companions
from desk.ui.theme.style import scaled
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import (
    Badge,
    Banner,
    ButtonBar,
    Card,
    Column,
    EmptyState,
    Heading,
    PrimaryButton,
    RowTable,
    SecondaryButton,
)
from desk.ui.words import clock, lasting, since

_EMPTY = ("building", "Gedung kosong", "Tidak ada tamu di dalam. Tamu baru didaftarkan di halaman pertama.")
_NOT_FOUND = ("search", "Tidak ditemukan", "Tidak ada tamu di dalam yang cocok dengan kata itu.")
_LONG_STAY_HOURS = 4
FORGOTTEN_NOTE = "Jam keluar tidak tercatat."


class InsidePage(Page):
    """Visitors in the building; type part of a name or a card number, Enter notes them as gone."""

    page_id = "gate_inside"
    title = "Di dalam gedung"
    icon = "building"
    watches = frozenset({"visits", "visitor_cards", "tickets"})

    def __init__(self, ctx: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._zone = ctx.workplace.ask(profile).zone
        self._now = ctx.workplace.now()
        self._all: tuple[VisitRow, ...] = ()
        self._forgotten: tuple[VisitRow, ...] = ()
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        margin = scaled(20)
        column.setContentsMargins(margin, scaled(16), margin, scaled(16))
        column.setSpacing(scaled(12))
        self.banner = Banner(action="Tutup kunjungan…")
        self.banner.acted.connect(self.ask_forgotten)
        self.banner.hide()
        column.addWidget(self.banner)
        card = Card()
        column.addWidget(card, 1)
        self.figures = Badge()
        self.search = SuggestEdit(least=1)
        self.search.setObjectName("search")
        self.search.setPlaceholderText("Nama atau nomor kartu, lalu Enter")
        self.search.setAccessibleName("Cari tamu di dalam gedung")
        self.search.setFixedWidth(scaled(320))
        self.search.textChanged.connect(lambda _text: self._show())
        self.search.submitted.connect(lambda _text: self.see_off())
        head = QHBoxLayout()
        head.addWidget(Heading("Di dalam gedung", self.figures), 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.search)
        card.add(head)
        card.add(self._actions())
        self.table = RowTable(self._columns(), key=lambda row: row.visit_id, empty=EmptyState(*_EMPTY))
        self.table.activated.connect(self.check_out)
        card.add(self.table, 1)

    def _actions(self) -> ButtonBar:
        self.leave = PrimaryButton("Tamu pulang")
        self.leave.show_key("Return")
        self.leave.clicked.connect(self.see_off)
        self.kept = SecondaryButton("Pulang, kartu belum kembali")
        self.kept.clicked.connect(lambda: self.see_off(card_returned=False))
        self.paper = SecondaryButton("Daftar evakuasi", icon="print")
        self.paper.show_key("Ctrl+P")
        self.paper.clicked.connect(self.print_list)
        self.everybody = SecondaryButton("Semua pulang…")
        self.everybody.clicked.connect(self.ask_everybody)
        return ButtonBar((self.leave, self.kept, self.paper, self.everybody))

    def _columns(self) -> Sequence[Column[VisitRow]]:
        return (
            Column("Masuk", lambda row: clock(row.arrived_at, self._zone), 70),
            Column("Lama", self._stay, 104, tone=self._stay_tone, sort=lambda row: row.arrived_at),
            Column("Nama", with_companions, 120, stretch=True, strong=True),
            Column("Instansi", lambda row: row.institution, 110, stretch=True),
            Column("Bertemu / keperluan", lambda row: row.meets or row.purpose, 110, stretch=True),
            Column("Kartu", lambda row: row.card, 70),
        )

    def _stay(self, row: VisitRow) -> str:
        return lasting(row.arrived_at, self._now)

    def _stay_tone(self, row: VisitRow) -> Tone | None:
        return Tone.WARN if (self._now - row.arrived_at).total_seconds() > _LONG_STAY_HOURS * 3600 else None

    # what the window asks

    def shortcuts(self) -> Sequence[Shortcut]:
        """Ctrl+P prints, Ctrl+F searches, Ctrl+Shift+P closes the day."""
        return (
            Shortcut("Ctrl+F", "Cari tamu di dalam gedung", self.focus_first),
            Shortcut("Ctrl+P", "Cetak daftar evakuasi", self.print_list),
        )

    def focus_first(self) -> None:
        """The search field: a name or a card number."""
        self.search.setFocus()
        self.search.selectAll()

    def refresh(self, _changed: Changed) -> None:
        """Read who is inside."""
        workplace = self.ctx.workplace
        self._now = workplace.now()
        day = workplace.ask(profile).day_of(self._now)
        self._all = workplace.ask(visits.inside, day)
        self._forgotten = workplace.ask(visits.forgotten, day)
        people = sum(1 + row.companions for row in self._all)
        self.figures.set(f"{people} orang" if people else "")
        count = len(self._forgotten)
        words = f"{count} tamu dari hari sebelumnya belum tercatat keluar." if count else ""
        self.banner.say(words, Tone.WARN)
        for button in (self.paper, self.everybody):
            button.setEnabled(bool(self._all))
        self._show()

    def _show(self) -> None:
        words = self.search.text().casefold().split()
        rows = [row for row in self._all if all(_matches(row, word) for word in words)]
        self.table.empty.set(*(_NOT_FOUND if words else _EMPTY))
        self.table.set_rows(rows)
        if rows and self.table.current() is None:
            self.table.select(rows[0].visit_id)
        for button in (self.leave, self.kept):
            button.setEnabled(bool(rows))

    # what the officer does

    def see_off(self, *, card_returned: bool = True) -> None:
        """Enter in the search field, or the button: the lit visitor leaves."""
        row = self.table.current()
        if row is not None:
            self.check_out(row, card_returned=card_returned)

    def check_out(self, row: VisitRow, *, card_returned: bool = True) -> None:
        """Note one visitor as gone."""
        card = f" · kartu {row.card} kembali" if row.card_out and card_returned else ""
        self.ctx.act(
            lambda: check_out(self.ctx.workplace, row.visit_id, card_returned),
            lambda _left: self._gone(),
            done=f"{row.name} pulang{card}.",
            undo=lambda left: undo_check_out(self.ctx.workplace, [left]),
        )

    def print_list(self) -> None:
        """The evacuation list on paper."""
        if self._all:
            self.ctx.print_paper("evacuation_list", self._day_text())

    def ask_everybody(self) -> None:
        """Closing time: list everybody still inside."""
        words = "Periksa setiap nama sebelum dicatat pulang. Kartu yang dibawa ikut dicatat kembali."
        form = LeavingForm(self._all, words, "Catat {} tamu pulang", self._inside_detail, self._all_leave)
        self.ctx.ask(form, "Semua pulang", (form.button,))

    def ask_forgotten(self) -> None:
        """Former days: list whom nobody noted as gone."""
        words = "Jam keluar dicatat pada jam tutup hari itu. Kartu yang dibawa tetap dicatat belum kembali."
        form = LeavingForm(
            self._forgotten,
            words,
            "Tutup {} kunjungan",
            self._forgotten_detail,
            self._close_forgotten,
            note=FORGOTTEN_NOTE,
        )
        self.ctx.ask(form, "Belum tercatat keluar", (form.button,))

    def _all_leave(self, visit_ids: Sequence[str], _note: str) -> None:
        self.ctx.act(
            lambda: check_out_all(self.ctx.workplace, visit_ids),
            lambda _left: self.ctx.close_drawer(),
            done=f"{len(visit_ids)} tamu dicatat pulang.",
            undo=self._undo_all,
        )

    def _undo_all(self, left: Sequence[CheckedOut]) -> None:
        undo_check_out(self.ctx.workplace, left)

    def _close_forgotten(self, visit_ids: Sequence[str], note: str) -> None:
        self.ctx.act(
            lambda: close_forgotten(self.ctx.workplace, visit_ids, note or FORGOTTEN_NOTE),
            lambda _count: self.ctx.close_drawer(),
            done=f"{len(visit_ids)} kunjungan ditutup.",
        )

    def _gone(self) -> None:
        self.search.clear()
        if self.table.view.hasFocus():
            return
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _inside_detail(self, row: VisitRow) -> str:
        card = f"kartu {row.card}" if row.card_out else "tanpa kartu"
        return f"masuk {clock(row.arrived_at, self._zone)} · {card}"

    def _forgotten_detail(self, row: VisitRow) -> str:
        return f"masuk {since(row.arrived_at, self._now, self._zone)} · {row.purpose}"

    def _day_text(self) -> str:
        local: datetime = self._now.astimezone(self._zone)
        return local.date().isoformat()


def _matches(row: VisitRow, word: str) -> bool:
    """A number is a card (or part of a telephone), a word part of the texts."""
    if word.isdigit() and row.card.isdigit():
        return int(row.card) == int(word) or word in row.phone
    return word in f"{row.name} {row.institution} {row.meets} {row.card} {row.phone}".casefold()
