"""Page `cases`: every case of the office, to find, to open, to complete."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.queries import cases
from desk.queries.cases import CaseRow
from desk.rules.numbering import is_provisional
from desk.rules.permissions import Capability, may
from desk.services.catalog import service_kit
from desk.ui.fields import ChipChoice, Choice, TextField
from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.page import Page, Shortcut
from desk.ui.runtime.ports import Changed
from desk.ui.screens.cases_list import reading
from desk.ui.screens.cases_list.papers import PapersForm
from desk.ui.screens.due import due_tone, due_words
from desk.ui.screens.tray.places import handed_over
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import (
    Badge,
    ButtonBar,
    Card,
    Column,
    EmptyState,
    Heading,
    Pager,
    PrimaryButton,
    RowTable,
    SecondaryButton,
)
from desk.ui.words import short_day

_SHOWN = (Choice("open", "Berjalan"), Choice("all", "Semua"))
_TYPING_MS = 120
_EMPTY = ("files", "Belum ada permohonan", "Permohonan yang diterima di loket muncul di sini.")
_NOTHING = ("search", "Tidak ditemukan", "Coba nomor, nama, atau kata lain, atau pilih Semua.")


class CasesPage(Page):
    """The list of cases; Enter opens one."""

    page_id = "cases"
    title = "Permohonan"
    icon = "files"
    help_topic = "permohonan"
    watches = cases.LISTED_FROM | {"checklist_items"}

    def __init__(self, ctx: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._today: date = ctx.today()
        self._build()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._again)
        self.shown.changed.connect(self._again)
        self.search.changed.connect(self._typing.start)
        self.table.activated.connect(lambda row: ctx.open_case(row.id))
        self.pager.turned.connect(self._turned)
        self.table.selected.connect(self._offer)
        self._offer(None)

    def _build(self) -> None:
        card = Card()
        self.late = Badge(tone=Tone.BAD)
        self.heading = Heading("Permohonan", self.late)
        self.search = TextField("Cari", placeholder="nomor, nama, atau perihal")
        self.shown = ChipChoice("Tampilkan", _SHOWN)
        self.shown.set_value("open")
        filters = QHBoxLayout()
        filters.setSpacing(scaled(16))
        filters.addWidget(self.search, 1)
        filters.addWidget(self.shown, 0, Qt.AlignmentFlag.AlignTop)
        self.table: RowTable[CaseRow] = RowTable(
            self._columns(), key=lambda row: row.id, empty=EmptyState(*_EMPTY)
        )
        self.open = PrimaryButton("Buka permohonan")
        self.open.show_key("Return")
        self.papers = SecondaryButton("Catat berkas masuk", "F4")
        self.receipt = SecondaryButton("Cetak tanda terima")
        self.open.clicked.connect(lambda: self._with_row(lambda row: self.ctx.open_case(row.id)))
        self.papers.clicked.connect(lambda: self._with_row(self.ask_papers))
        self.receipt.clicked.connect(lambda: self._with_row(self._print))
        self.count = Text("", "small")
        self.pager = Pager()
        for part in (self.heading, filters):
            card.add(part)
        card.add(self.table, 1)
        card.add(self.pager)
        card.add(self.count)
        card.add(ButtonBar([self.open, self.papers], [self.receipt]))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(16))
        outer.addWidget(card)

    def _columns(self) -> Sequence[Column[CaseRow]]:
        return (
            Column("Nomor", lambda row: row.number, strong=True, tone=_number_tone),
            Column("Pemohon", lambda row: row.applicant, width=150),
            Column("Batas waktu", self._due, tone=self._due_tone, sort=_due_order),
            Column("Keadaan", _state, tone=self._state_tone),
            Column("Perihal", lambda row: row.subject, stretch=True),
            Column("Masuk", lambda row: short_day(row.registered_at.date()), sort=_since),
        )

    # what the window asks

    def refresh(self, _changed: Changed) -> None:
        """Read the list anew."""
        self._today = self.ctx.today()
        text, place = self.search.value(), self.ctx.workplace
        wanted = reading.wanted(self.ctx, open_only=self.shown.value() != "all", text=text)
        rows = self.pager.read(lambda after: place.ask(cases.listed, wanted, after))
        self.table.empty.set(*(_NOTHING if text else _EMPTY))
        self.table.set_rows(rows)
        if rows and self.table.current() is None:
            self.table.select(rows[0].id)
        self.count.setText(self.pager.count("permohonan"))
        self.count.setVisible(self.pager.whole())
        late = reading.late_count(self.ctx, text)
        self.late.set(f"{late} lewat batas waktu" if late else "")
        self._offer(self.table.current())

    def badge(self) -> int | None:
        """How many are open."""
        return reading.open_count(self.ctx)

    def shortcuts(self) -> Sequence[Shortcut]:
        """Ctrl+F goes to the search line."""
        return (Shortcut("Ctrl+F", "Cari dalam daftar", self.search.setFocus),)

    def focus_first(self) -> None:
        """The list when there is something in it, else the search line."""
        (self.table if self.table.rows() else self.search).setFocus()

    # what the officer does

    def ask_papers(self, row: CaseRow) -> None:
        """The checklist of a case that waits for its applicant."""
        place = self.ctx.workplace
        page = place.ask(cases.page, place.standards, self._today, row.id)
        if page is not None:
            form = PapersForm(self.ctx, page, self.refresh_soon)
            self.ctx.ask(form, "Catat berkas masuk", (form.button,))

    # inside

    def _again(self, *_ignored: object) -> None:
        self.pager.restart()
        self.refresh_soon()

    def _turned(self) -> None:
        self.refresh_soon()
        self.refresh_now()
        self.table.view.scrollToTop()

    def _with_row(self, act: object) -> None:
        row = self.table.current()
        if row is not None and callable(act):
            act(row)

    def _print(self, row: CaseRow) -> None:
        self.ctx.print_paper("tanda_terima", row.id)

    def _offer(self, row: CaseRow | None) -> None:
        self.open.setEnabled(row is not None)
        self.receipt.setEnabled(row is not None and not row.spoken)
        may_tick = may(self.ctx.workplace.roles, Capability.OPEN_CASE)
        self.papers.setVisible(row is not None and may_tick and self._waits(row))

    def _waits(self, row: CaseRow) -> bool:
        return cases.flow_of(self.ctx.workplace.standards, row).step(row.step).waits

    def _due(self, row: CaseRow) -> str:
        return due_words(row, cases.flow_of(self.ctx.workplace.standards, row), self._today)

    def _state_tone(self, row: CaseRow) -> Tone:
        if row.closed:
            return Tone.NEUTRAL
        flow = cases.flow_of(self.ctx.workplace.standards, row)
        step = flow.step(row.step)
        if step.waits:
            return Tone.WARN
        return Tone.ACCENT if handed_over(flow, step) else Tone.GOOD

    def _due_tone(self, row: CaseRow) -> Tone:
        return due_tone(row, cases.flow_of(self.ctx.workplace.standards, row))


def _since(row: CaseRow) -> float:
    return row.registered_at.timestamp()


def _due_order(row: CaseRow) -> date:
    return row.due or date.max


def _state(row: CaseRow) -> str:
    if row.closed and row.spoken:
        return "Dijawab lisan"
    if row.closed and row.decision:
        return service_kit(row.service).decision_label(row.decision)
    return row.step_label


def _number_tone(row: CaseRow) -> Tone | None:
    """A provisional number stands out; the word SEMENTARA is in it."""
    return Tone.WARN if is_provisional(row.number) else None
