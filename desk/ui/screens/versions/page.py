"""Page `versions`: open cases under an older version of the standard, and the action that takes them over."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.actions.versions import Followed, follow_new_standard
from desk.queries.office import profile
from desk.queries.versions import Reached, reached
from desk.ui.runtime.page import Page
from desk.ui.runtime.ports import Changed
from desk.ui.screens.calendar.moved import MovedCard
from desk.ui.screens.case.sheets import Sheet
from desk.ui.screens.tray.words import short_number
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import (
    Banner,
    ButtonBar,
    Card,
    Column,
    EmptyState,
    Heading,
    PrimaryButton,
    RowTable,
)

if TYPE_CHECKING:
    from desk.ui.runtime.context import ScreenContext

_DO = "Berlakukan standar baru"
_LEAD = (
    "Langkah yang belum selesai mengikuti standar baru dan batas waktunya dihitung ulang. Langkah yang sudah "
    "selesai tetap tercatat menurut standar lama. Tindakan ini tidak dapat dibatalkan."
)
_VOIDED = (
    "Penanggung jawab layanan berubah, sehingga prosedur lama berakhir seluruhnya. Permohonan yang tetap "
    "pada standar lama perlu diputuskan satu per satu."
)


class VersionsPage(Page):
    """The list, the action, and what it moved."""

    page_id = "versions"
    title = "Standar baru"
    icon = "scale"
    help_topic = "versions"
    watches = frozenset({"cases"})

    def __init__(self, ctx: "ScreenContext", parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.rows: tuple[Reached, ...] = ()
        empty = EmptyState(
            "check", "Tidak ada yang perlu dialihkan", "Permohonan terbuka berjalan menurut standarnya."
        )
        self.table: RowTable[Reached] = RowTable(self._columns(), key=lambda row: row.case_id, empty=empty)
        self.table.activated.connect(lambda row: ctx.open_case(row.case_id))
        self.voided, self.count = Banner(), Text("", "small")
        self.button = PrimaryButton(f"{_DO}…", "Ctrl+Return")
        self.button.clicked.connect(lambda: ctx.guard(self.ask))
        self.moved = MovedCard(ctx)
        card = Card()
        card.add(Heading("Standar baru"))
        card.add(self.voided)
        card.add(self.table, 1)
        card.add(self.count)
        card.add(ButtonBar((self.button,)))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(16))
        whole.setSpacing(scaled(12))
        whole.addWidget(card, 2)
        whole.addWidget(self.moved, 1)

    def _columns(self) -> Sequence[Column[Reached]]:
        return (
            Column("Nomor", lambda row: short_number(row.number), strong=True),
            Column("Permohonan", lambda row: f"{row.service_name} · {row.subject}", stretch=True),
            Column("Langkah", lambda row: row.step_label, width=140),
            Column("Ketentuan", _fate, width=360),
            Column("Standar", self._versions, width=230),
        )

    def _versions(self, row: Reached) -> str:
        standards = self.ctx.workplace.standards
        return " → ".join(standards.get(one).decree.number for one in (row.before, row.after))

    def refresh(self, _changed: Changed) -> None:
        """Read who is reached today."""
        self.rows = waiting(self.ctx)
        self.table.set_rows(self.rows)
        if self.rows and self.table.current() is None:
            self.table.select(self.rows[0].case_id)
        going = going_over(self.rows)
        self.button.setEnabled(bool(going))
        stay = len(self.rows) - going
        said = f"{going} permohonan mengikuti standar baru, {stay} tetap pada standar lama."
        self.count.setText(said if self.rows else "")
        self.voided.say(_VOIDED if any(row.voided and row.stays for row in self.rows) else "", Tone.WARN)

    def focus_first(self) -> None:
        """The list; the page itself while nobody is reached."""
        (self.table if self.rows else self).setFocus()

    def ask(self) -> None:
        """Say what will happen, then do it."""
        sheet = Sheet(_DO, _LEAD)
        sheet.column.addWidget(Text(self.count.text(), "strong"))
        sheet.confirmed.connect(lambda: self.ctx.guard(self._follow))
        sheet.given_up.connect(self.ctx.close_drawer)
        self.ctx.ask(sheet, _DO, sheet.buttons(), width=sheet.drawer_width)

    def _follow(self) -> None:
        self.ctx.act(lambda: follow_new_standard(self.ctx.workplace), self._followed)

    def _followed(self, done: Followed) -> None:
        self.ctx.close_drawer()
        self.ctx.toast(f"{done.count} permohonan mengikuti standar baru.", tone="done")
        self.moved.show_moves("Sesudah standar baru diberlakukan", done.moved)
        self.refresh_soon()


def _fate(row: Reached) -> str:
    return row.stays or "mengikuti standar baru"


def waiting(ctx: "ScreenContext") -> tuple[Reached, ...]:
    """Open cases that a version in force today reaches."""
    place = ctx.workplace
    day = place.ask(profile).day_of(place.now())
    return place.ask(reached, place.standards, day)


def going_over(rows: Sequence[Reached]) -> int:
    """How many of them go over."""
    return sum(1 for row in rows if not row.stays)


def count_waiting(ctx: "ScreenContext") -> int:
    """For the sidebar."""
    return going_over(waiting(ctx))
