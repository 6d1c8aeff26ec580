"""*Tamu ditunggu*: whom the gate expects today, Enter registers who came (G1)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.actions.visits import VisitDraft, register_visit, undo_register_visit
from desk.queries.expected import EXPECTED_FROM, Expected, expected
from desk.queries.office import profile
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
from desk.ui.words import clock

_EMPTY = (
    "calendar",
    "Tidak ada tamu yang ditunggu",
    "Janji temu, peserta magang, dan kegiatan hari ini muncul di sini.",
)
_KINDS = {"appointment": "janji temu", "magang": "magang", "event": "kegiatan"}


class ExpectedPage(Page):
    """Guests of the day; who has not come yet stands first lit."""

    page_id = "gate_expected"
    title = "Tamu ditunggu"
    icon = "calendar"
    watches = EXPECTED_FROM

    def __init__(self, ctx: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._zone = ctx.workplace.ask(profile).zone
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        margin = scaled(20)
        column.setContentsMargins(margin, scaled(16), margin, scaled(16))
        card = Card()
        column.addWidget(card)
        self.figures = Badge(tone=Tone.WARN)
        head = QHBoxLayout()
        head.addWidget(Heading("Tamu ditunggu hari ini", self.figures), 1, Qt.AlignmentFlag.AlignVCenter)
        card.add(head)
        self.came = PrimaryButton("Sudah datang")
        self.came.show_key("Return")
        self.came.clicked.connect(lambda: self._lit(self.tick))
        self.whole = SecondaryButton("Daftarkan dengan kartu atau identitas", "F6")
        self.whole.clicked.connect(lambda: self._lit(self.register))
        card.add(ButtonBar((self.came, self.whole)))
        self.table = RowTable(self._columns(), key=lambda row: row.id, empty=EmptyState(*_EMPTY))
        self.table.activated.connect(self.tick)
        self.table.selected.connect(lambda _row: self._enable())
        card.add(self.table, 1)

    def _columns(self) -> Sequence[Column[Expected]]:
        return (
            Column("Jam", lambda row: clock(row.at, self._zone) if row.at is not None else "", 70),
            Column("Nama", lambda row: row.name, 140, stretch=True, strong=True),
            Column("Instansi", lambda row: row.institution, 120, stretch=True),
            Column("Bertemu / bagian", lambda row: row.meets, 150, stretch=True),
            Column("Ruang", lambda row: row.room, 100),
            Column("Orang", lambda row: str(row.people), 64, align="right", sort=lambda row: row.people),
            Column("Sebagai", lambda row: _KINDS.get(row.kind, row.kind), 110),
            Column("Keadaan", self._state, 128, tone=_tone),
        )

    def _state(self, row: Expected) -> str:
        return f"datang {clock(row.arrived_at, self._zone)}" if row.arrived_at is not None else "ditunggu"

    # what the window asks

    def shortcuts(self) -> Sequence[Shortcut]:
        """Keys beside those of the buttons: none."""
        return ()

    def focus_first(self) -> None:
        """The list."""
        self.table.setFocus()

    def refresh(self, _changed: Changed) -> None:
        """Read whom the gate expects."""
        rows = self.ctx.workplace.ask(expected, self.ctx.today())
        self.table.set_rows(rows)
        waiting = [row for row in rows if not row.visit_id]
        if self.table.current() is None and rows:
            self.table.select((waiting or list(rows))[0].id)
        self.figures.set(f"{len(waiting)} belum datang" if waiting else "")
        self._enable()

    def _enable(self) -> None:
        row = self.table.current()
        for button in (self.came, self.whole):
            button.setEnabled(row is not None and not row.visit_id)

    # what the guard does

    def tick(self, row: Expected) -> None:
        """Register who came; nothing more is asked."""
        if row.visit_id:
            return
        self.ctx.act(
            lambda: register_visit(self.ctx.workplace, draft_of(row)),
            done=f"{row.name} terdaftar.",
            undo=lambda done: undo_register_visit(self.ctx.workplace, done.visit_id),
        )

    def register(self, row: Expected) -> None:
        """Take the guest over into the form, for a visitor card or an identity that is looked at."""
        if not row.visit_id:
            self.ctx.navigate("gate_register", expected=row)

    def _lit(self, act: Callable[[Expected], object]) -> None:
        row = self.table.current()
        if row is not None:
            act(row)


def draft_of(row: Expected) -> VisitDraft:
    """A guest who was expected as the guestbook takes them."""
    return VisitDraft(
        name=row.name,
        institution=row.institution,
        phone=row.phone,
        purpose=row.purpose,
        meets=row.meets,
        companions=row.people - 1,
        errand="appointment",
        expected_id=row.id,
    )


def _tone(row: Expected) -> Tone:
    return Tone.GOOD if row.visit_id else Tone.WARN
