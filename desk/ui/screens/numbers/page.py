"""Page `numbers`: the books of numbers, to look through, and to declare a mistaken number void."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.actions.voiding import void_number
from desk.queries import numbers
from desk.queries.numbers import NumberFilter, NumberRow
from desk.rules.permissions import Capability
from desk.standards.model import Standard
from desk.ui.fields import ChipChoice, Choice, ChoiceField, TextField
from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.page import Page, Shortcut
from desk.ui.runtime.ports import Changed
from desk.ui.screens.tray.reason import ask_reason
from desk.ui.theme.style import scaled
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import (
    ButtonBar,
    Card,
    Column,
    EmptyState,
    Pager,
    PrimaryButton,
    RowTable,
    SecondaryButton,
)
from desk.ui.words import full_day

_ALL = "semua"
_SHOWN = (Choice(_ALL, "Semua"), Choice("void", "Batal"))
_TYPING_MS = 120
_EMPTY = ("book", "Belum ada nomor", "Setiap nomor register, surat, dan ekspedisi tercatat di sini.")
_NOTHING = ("search", "Tidak ditemukan", "Coba nomor atau buku lain.")
_BEARERS = {
    "cases": "Permohonan",
    "letters": "Surat",
    "deliveries": "Penyerahan",
    "fee_receipts": "Tanda terima biaya",
}
_LEAD = (
    "Nomor tetap pada tempatnya di buku, dengan alasan ini. Nomor berikutnya tidak berubah. "
    "Permohonan yang baru didaftarkan dengan nomor ini ikut ditutup."
)


class NumbersPage(Page):
    """The list of numbers; Enter opens what bears one."""

    page_id = "numbers"
    title = "Buku nomor"
    icon = "book"
    help_topic = "numbers"
    watches = frozenset({"issued_numbers", "applicants"}) | numbers.BEARERS

    def __init__(self, ctx: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        ctx.workplace.require(Capability.REGISTER_LETTER)
        standard = ctx.workplace.standard
        self._labels = {key: _short(book.label) for key, book in standard.registers.items()}
        self._build(standard)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._anew)
        self.search.changed.connect(self._typing.start)
        self.book.changed.connect(self._anew)
        self.shown.changed.connect(self._anew)
        self.pager.turned.connect(self._turned)
        self.table.selected.connect(self._offer)
        self.table.activated.connect(self._open)
        self.open.clicked.connect(self._open)
        self.void.clicked.connect(self.ask_void)
        self._offer(None)

    def _build(self, standard: Standard) -> None:
        books = [Choice(key, book.label) for key, book in standard.registers.items()]
        self.search = TextField("Cari", placeholder="nomor atau bagiannya")
        self.book = ChoiceField("Buku", [Choice(_ALL, "Semua buku"), *books])
        self.book.set_value(_ALL)
        self.shown = ChipChoice("Tampilkan", _SHOWN)
        self.shown.set_value(_ALL)
        filters = QHBoxLayout()
        filters.setSpacing(scaled(16))
        filters.addWidget(self.search, 2)
        filters.addWidget(self.book, 2)
        filters.addWidget(self.shown, 0, Qt.AlignmentFlag.AlignTop)
        self.table: RowTable[NumberRow] = RowTable(
            self._columns(), key=lambda row: row.id, empty=EmptyState(*_EMPTY)
        )
        self.pager = Pager()
        self.open = PrimaryButton("Buka permohonan")
        self.open.show_key("Return")
        self.void = SecondaryButton("Batalkan nomor…", "F6")
        card = Card()
        card.add(filters)
        card.add(self.table, 1)
        card.add(self.pager)
        card.add(ButtonBar([self.open, self.void]))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(16))
        outer.addWidget(card)

    def _columns(self) -> Sequence[Column[NumberRow]]:
        return (
            Column("Nomor", lambda row: row.text, strong=True),
            Column("Buku", lambda row: self._labels.get(row.register, row.register), width=222),
            Column("Tanggal", lambda row: full_day(row.dated), sort=lambda row: row.dated),
            Column("Dipakai untuk", _about, stretch=True),
            Column("Keadaan", _state, tone=_tone),
        )

    # what the window asks

    def refresh(self, _changed: Changed) -> None:
        """Read the page in front anew."""
        wanted = self._wanted()
        place = self.ctx.workplace
        rows = self.pager.read(lambda after: place.ask(numbers.book, wanted, after))
        self.table.empty.set(*(_EMPTY if wanted == NumberFilter() else _NOTHING))
        self.table.set_rows(rows)
        if rows and self.table.current() is None:
            self.table.select(rows[0].id)
        self._offer(self.table.current())

    def shortcuts(self) -> Sequence[Shortcut]:
        """Ctrl+F goes to the search line."""
        return (Shortcut("Ctrl+F", "Cari nomor", self.search.setFocus),)

    def focus_first(self) -> None:
        """The list when something is in it, else the search line."""
        (self.table if self.table.rows() else self.search).setFocus()

    # what the officer does

    def ask_void(self) -> None:
        """Ask why the lit number is void."""
        row = self.table.current()
        if row is not None and row.voided_at is None:
            ask_reason(
                self.ctx,
                f"Batalkan nomor {row.text}",
                _LEAD,
                "Alasan",
                "Batalkan nomor",
                lambda why: self._void(row, why),
            )

    # inside

    def _void(self, row: NumberRow, reason: str) -> bool:
        return self.ctx.act(
            lambda: void_number(self.ctx.workplace, row.text, reason),
            lambda _none: self.refresh_soon(),
            done=f"Nomor {row.text} dibatalkan dan tetap tercatat di bukunya.",
        )

    def _wanted(self) -> NumberFilter:
        book = self.book.value() or _ALL
        return NumberFilter(
            register="" if book == _ALL else book,
            void_only=self.shown.value() == "void",
            text=self.search.value(),
        )

    def _anew(self, *_ignored: object) -> None:
        self.pager.restart()
        self.refresh_soon()

    def _turned(self) -> None:
        self.refresh_soon()
        self.refresh_now()
        self.table.view.scrollToTop()

    def _open(self, *_ignored: object) -> None:
        row = self.table.current()
        if row is not None and row.case_id:
            self.ctx.open_case(row.case_id)

    def _offer(self, row: NumberRow | None) -> None:
        self.open.setEnabled(row is not None and bool(row.case_id))
        self.void.setEnabled(row is not None and row.voided_at is None)


def _short(label: str) -> str:
    """A book's name without the word for book, which its column says."""
    return label.removeprefix("Register ").removeprefix("Buku ")


def _about(row: NumberRow) -> str:
    void = f"Batal: {row.void_reason}" if row.void_reason else ""
    return " · ".join(part for part in (void, _BEARERS.get(row.bearer, ""), row.about) if part)


def _state(row: NumberRow) -> str:
    return "berlaku" if row.voided_at is None else "batal"


def _tone(row: NumberRow) -> Tone:
    return Tone.GOOD if row.voided_at is None else Tone.BAD
