"""Page `ekspedisi`: the book of what was handed over, to whom, against which signature (R1)."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.actions.delivery import BY_HAND, WAYS
from desk.queries import deliveries
from desk.queries.deliveries import DeliveryRow
from desk.queries.office import profile
from desk.ui.fields import TextField
from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.page import Page, Shortcut
from desk.ui.runtime.ports import Changed
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import (
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
from desk.ui.words import short_moment

_EMPTY = ("book", "Buku ekspedisi masih kosong", "Setiap hasil yang diserahkan tercatat di sini.")
_TYPING_MS = 120
_NOTHING = ("search", "Tidak ditemukan", "Coba nomor, nama penerima, atau kata lain.")


class EkspedisiPage(Page):
    """The book as a table; Enter opens the case."""

    page_id = "ekspedisi"
    title = "Buku ekspedisi"
    icon = "book"
    help_topic = "ekspedisi"
    watches = frozenset({"cases", "deliveries", "issued_numbers"})

    def __init__(self, ctx: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._zone = ctx.workplace.ask(profile).zone
        card = Card()
        card.add(Heading("Buku ekspedisi"))
        self.search = TextField("Cari", placeholder="nomor, isi, tujuan, atau nama penerima")
        self.table: RowTable[DeliveryRow] = RowTable(
            self._columns(), key=lambda row: row.id, empty=EmptyState(*_EMPTY)
        )
        self.pager = Pager()
        self.count = Text("", "small")
        self.open = PrimaryButton("Buka permohonan")
        self.open.show_key("Return")
        self.slip = SecondaryButton("Cetak ulang slip", icon="print")
        card.add(self.search)
        card.add(self.table, 1)
        card.add(self.pager)
        card.add(self.count)
        card.add(ButtonBar([self.open], [self.slip]))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(16))
        outer.addWidget(card)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._anew)
        self.search.changed.connect(self._typing.start)
        self.pager.turned.connect(self._turned)
        self.table.activated.connect(lambda row: ctx.open_case(row.case_id))
        self.table.selected.connect(self._offer)
        self.open.clicked.connect(self._open_case)
        self.slip.clicked.connect(self._print)
        self._offer(None)

    def _columns(self) -> Sequence[Column[DeliveryRow]]:
        return (
            Column("Nomor", _number, strong=True),
            Column("Diserahkan", lambda row: short_moment(row.at, self._zone), sort=lambda row: row.at),
            Column("Isi", lambda row: row.content, stretch=True),
            Column("Kepada", lambda row: row.to, width=160),
            Column("Penerima", _receiver, width=180),
            Column("Cara", lambda row: WAYS.get(row.way, row.way)),
            Column("Tanda tangan", _signed, tone=_signed_tone),
        )

    def refresh(self, _changed: Changed) -> None:
        """Read the page in front anew."""
        place, words = self.ctx.workplace, self.search.value()
        rows = self.pager.read(lambda after: place.ask(deliveries.book, words, after))
        self.table.empty.set(*(_NOTHING if words else _EMPTY))
        self.table.set_rows(rows)
        if rows and self.table.current() is None:
            self.table.select(rows[0].id)
        self.count.setText(self.pager.count("penyerahan"))
        self.count.setVisible(self.pager.whole())
        self._offer(self.table.current())

    def shortcuts(self) -> Sequence[Shortcut]:
        """Ctrl+F goes to the search line."""
        return (Shortcut("Ctrl+F", "Cari dalam buku", self.search.setFocus),)

    def focus_first(self) -> None:
        """The book when something is in it, else the search line."""
        (self.table if self.table.rows() else self.search).setFocus()

    def _anew(self) -> None:
        self.pager.restart()
        self.refresh_soon()

    def _turned(self) -> None:
        self.refresh_soon()
        self.refresh_now()
        self.table.view.scrollToTop()

    def _offer(self, row: DeliveryRow | None) -> None:
        self.open.setEnabled(row is not None)
        self.slip.setEnabled(row is not None)

    def _open_case(self) -> None:
        row = self.table.current()
        if row is not None:
            self.ctx.open_case(row.case_id)

    def _print(self) -> None:
        row = self.table.current()
        if row is not None:
            self.ctx.print_paper("ekspedisi_slip", row.id)


def _number(row: DeliveryRow) -> str:
    return f"{row.number} (batal)" if row.void else row.number


def _receiver(row: DeliveryRow) -> str:
    return f"{row.receiver} (kuasa)" if row.proxy else row.receiver


def _signed(row: DeliveryRow) -> str:
    if row.way not in BY_HAND:
        return "dikirim"
    return "di kertas" if row.signed_on_paper else "di layar"


def _signed_tone(row: DeliveryRow) -> Tone:
    return Tone.NEUTRAL if row.way not in BY_HAND else Tone.GOOD
