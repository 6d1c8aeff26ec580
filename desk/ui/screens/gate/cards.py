"""*Kartu tamu*: every numbered card, who carries it, which were not given back (G2)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.actions.cards import card_back, card_found, card_lost, undo_card_back
from desk.queries import visits
from desk.queries.office import profile
from desk.queries.visits import CardRow
from desk.ui.fields import SuggestEdit
from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.page import Page, Shortcut
from desk.ui.runtime.ports import Changed
from desk.ui.theme.style import scaled
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import (
    Badge,
    ButtonBar,
    Card,
    Column,
    EmptyState,
    Heading,
    PrimaryButton,
    RowTable,
    SecondaryButton,
)
from desk.ui.words import since

_EMPTY = ("card", "Belum ada kartu tamu", "Administrator mendaftarkan nomor kartu kantor di pengaturan.")
_WORDS = {"kept": "belum kembali", "out": "dibawa tamu", "lost": "hilang", "free": "tersedia"}
_TONES = {"kept": Tone.BAD, "out": Tone.WARN, "lost": Tone.NEUTRAL, "free": Tone.GOOD}
_ORDER = tuple(_WORDS)


def card_state(card: CardRow) -> str:
    """``kept`` (its visitor left without giving it back), ``out``, ``lost`` or ``free``."""
    if card.out:
        return "kept" if card.left_at is not None else "out"
    return "lost" if card.lost else "free"


class CardsPage(Page):
    """Cards, those to chase first; a number and Enter takes a card back."""

    page_id = "gate_cards"
    title = "Kartu tamu"
    icon = "card"
    watches = frozenset({"visitor_cards", "visits"})

    def __init__(self, ctx: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._zone = ctx.workplace.ask(profile).zone
        self._now = ctx.workplace.now()
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        margin = scaled(20)
        column.setContentsMargins(margin, scaled(16), margin, scaled(16))
        card = Card()
        column.addWidget(card)
        self.out, self.kept = Badge(tone=Tone.WARN), Badge(tone=Tone.BAD)
        self.number = SuggestEdit(least=99)
        self.number.setObjectName("search")
        self.number.setPlaceholderText("Nomor kartu yang kembali, lalu Enter")
        self.number.setAccessibleName("Nomor kartu yang kembali")
        self.number.setFixedWidth(scaled(320))
        self.number.submitted.connect(self.take_back)
        head = QHBoxLayout()
        head.addWidget(Heading("Kartu tamu", self.out, self.kept), 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.number)
        card.add(head)
        card.add(self._actions())
        self.table = RowTable(self._columns(), key=lambda row: row.number, empty=EmptyState(*_EMPTY))
        self.table.activated.connect(self._activated)
        self.table.selected.connect(self._enable)
        card.add(self.table, 1)
        self._enable(None)

    def _actions(self) -> ButtonBar:
        self.back = PrimaryButton("Kartu kembali")
        self.back.show_key("Return")
        self.back.clicked.connect(lambda: self._with_current(self.take_back))
        self.lost = SecondaryButton("Catat hilang")
        self.lost.clicked.connect(lambda: self._with_current(self._lose))
        self.found = SecondaryButton("Kartu ditemukan")
        self.found.clicked.connect(lambda: self._with_current(self._find))
        return ButtonBar((self.back, self.lost, self.found))

    def _columns(self) -> Sequence[Column[CardRow]]:
        return (
            Column("Nomor", lambda row: row.number, 80, strong=True),
            Column(
                "Keadaan",
                lambda row: _WORDS[card_state(row)],
                140,
                tone=lambda row: _TONES[card_state(row)],
                sort=lambda row: _ORDER.index(card_state(row)),
            ),
            Column("Dibawa oleh", lambda row: row.holder, 140, stretch=True),
            Column("Instansi", lambda row: row.institution, 110, stretch=True),
            Column("Sejak / catatan", self._since, 150, stretch=True),
        )

    def _since(self, row: CardRow) -> str:
        return since(row.arrived_at, self._now, self._zone) if row.arrived_at is not None else row.note

    # what the window asks

    def shortcuts(self) -> Sequence[Shortcut]:
        """Ctrl+F puts the cursor where a number is typed."""
        return (Shortcut("Ctrl+F", "Ketik nomor kartu yang kembali", self.focus_first),)

    def focus_first(self) -> None:
        """The number of a card that comes back."""
        self.number.setFocus()
        self.number.selectAll()

    def refresh(self, _changed: Changed) -> None:
        """Read the cards anew, those to chase first."""
        self._now = self.ctx.workplace.now()
        rows = self.ctx.workplace.ask(visits.cards)
        states = [card_state(row) for row in rows]
        out, kept = states.count("out"), states.count("kept")
        self.out.set(f"{out} dibawa" if out else "")
        self.kept.set(f"{kept} belum kembali" if kept else "")
        self.table.set_rows(sorted(rows, key=lambda row: (_ORDER.index(card_state(row)), row.number)))

    # what the officer does

    def take_back(self, number: str) -> None:
        """A card comes back; its visitor leaves with it."""
        if not number:
            return
        self.ctx.act(
            lambda: card_back(self.ctx.workplace, number),
            lambda _back: self.number.clear(),
            undo=lambda back: undo_card_back(self.ctx.workplace, back),
            done=f"Kartu {number} kembali.",
        )

    def _activated(self, row: CardRow) -> None:
        if row.out:
            self.take_back(row.number)
        elif row.lost:
            self._find(row.number)

    def _lose(self, number: str) -> None:
        self.ctx.act(
            lambda: card_lost(self.ctx.workplace, number),
            done=f"Kartu {number} dicatat hilang.",
            undo=lambda lost: card_found(self.ctx.workplace, lost),
        )

    def _find(self, number: str) -> None:
        self.ctx.act(
            lambda: card_found(self.ctx.workplace, number), done=f"Kartu {number} dapat dipakai lagi."
        )

    def _with_current(self, action: Callable[[str], None]) -> None:
        row = self.table.current()
        if row is not None:
            action(row.number)

    def _enable(self, row: CardRow | None) -> None:
        self.back.setEnabled(row is not None and row.out)
        self.lost.setEnabled(row is not None and not row.lost)
        self.found.setEnabled(row is not None and row.lost)
