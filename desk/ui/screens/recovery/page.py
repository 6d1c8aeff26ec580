"""The administrator's page of the recovery code."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.queries.office import OfficeProfile, profile
from desk.ui.fields.checks import TickBox
from desk.ui.runtime.page import Page
from desk.ui.runtime.ports import Changed
from desk.ui.theme.style import reveal, scaled
from desk.ui.theme.text import Text
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import (
    Banner,
    ButtonBar,
    Card,
    Columns,
    PrimaryButton,
    ScrollPage,
    SecondaryButton,
    SectionTitle,
)
from desk.ui.words import full_day

if TYPE_CHECKING:
    from desk.ui.runtime.context import ScreenContext

WHAT = (
    "Kode pemulihan membuka cadangan data kantor di komputer lain, dan mengembalikan kunci data bila kunci "
    "komputer ini hilang. Kode hanya ada pada lembar di lemari terkunci; Desk tidak menyimpannya."
)
WHEN = (
    "Buat kode baru bila lembarnya hilang atau terlihat orang lain. Cadangan yang dibuat sebelum itu tetap "
    "dibuka dengan kode lama: buat cadangan baru sesudahnya, dan simpan lembar lama selama masih dipakai."
)
KEPT = "Lembar sudah dicetak atau disimpan, dan dikunci di lemari"
NOT_YET = "Kode ini belum berlaku. Sampai diberlakukan, lembar yang lama tetap sah."


class RecoveryPage(Page):
    """What the code is for, when the one in force was made, and the three steps to a new one."""

    page_id = "recovery"
    title = "Kode pemulihan"
    icon = "lock"
    help_topic = "recovery"
    watches = frozenset({"offices"})

    def __init__(self, ctx: "ScreenContext", parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._code = ""
        columns = Columns()
        columns.add(self._about(), least=300, stretch=1)
        columns.add(self._steps(), least=340, stretch=1)
        scroll = ScrollPage()
        inner = QHBoxLayout(scroll.inner)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(columns)
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(16))
        row.addWidget(scroll)
        self._show("")

    def _about(self) -> Card:
        card = Card()
        card.add(SectionTitle("Kegunaan"))
        card.add(Text(WHAT))
        self.made = Text("", "muted")
        card.add(self.made)
        card.add(SectionTitle("Kapan diganti"))
        card.add(Text(WHEN))
        card.body.addStretch(1)
        return card

    def _steps(self) -> Card:
        card = Card()
        card.add(SectionTitle("Kode pemulihan baru"))
        self.make = PrimaryButton("Buat kode baru", "F2")
        self.make.clicked.connect(self.make_code)
        self.code = Text("", "title")
        self.code.setAccessibleName("Kode pemulihan baru")
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.notice = Banner(NOT_YET, Tone.WARN)
        self.sheet = SecondaryButton("Lihat lembar", "F8", icon="print")
        self.sheet.clicked.connect(self.show_sheet)
        self.kept = TickBox(KEPT)
        self.force = PrimaryButton("Berlakukan", "Ctrl+Return")
        self.force.clicked.connect(self.put_in_force)
        self.kept.toggled.connect(self.force.setEnabled)
        self.start = ButtonBar((self.make,))
        self.end = ButtonBar((self.force, self.sheet))
        for part in (self.start, self.code, self.notice, self.kept, self.end):
            card.add(part)
        card.body.addStretch(1)
        return card

    def refresh(self, _changed: Changed) -> None:
        """When the code in force was made."""
        from desk.actions.recovery import MADE_AT

        office: OfficeProfile = self.ctx.workplace.ask(profile)
        at = office.text(MADE_AT, "")
        day = full_day(office.day_of(datetime.fromisoformat(at))) if at else ""
        self.made.setText(
            f"Kode yang berlaku dibuat {day}." if day else "Kode yang berlaku dibuat saat kantor didirikan."
        )

    def make_code(self) -> None:
        """Prepare a code; the one in force stays."""
        from desk.actions.recovery import prepare_recovery_code

        self.make.setEnabled(False)
        self.ctx.run(
            lambda _task: prepare_recovery_code(self.ctx.workplace), self._made, on_error=self._not_made
        )

    def _made(self, code: str) -> None:
        self._show(code)
        self.show_sheet()

    def _not_made(self, error: BaseException) -> None:
        self._show("")
        self.ctx.say_error(error)

    def show_sheet(self) -> None:
        """The sheet in the drawer, to print or save."""
        self.ctx.preview("recovery_sheet", "", code=self._code)

    def put_in_force(self) -> None:
        """The sheet is kept: the new code replaces the old."""
        from desk.actions.recovery import put_recovery_code_in_force

        code = self._code
        self.force.setEnabled(False)
        self.ctx.run(
            lambda _task: put_recovery_code_in_force(self.ctx.workplace, code),
            lambda _none: self._in_force(),
            on_error=self._not_made,
        )

    def _in_force(self) -> None:
        self._show("")
        self.ctx.toast("Kode pemulihan baru berlaku. Buat cadangan baru.", tone="done")

    def _show(self, code: str) -> None:
        """Either the first step, or the code with the steps that follow."""
        self._code = code
        self.code.setText(code)
        self.kept.setChecked(False)
        self.force.setEnabled(False)
        self.make.setEnabled(not code)
        for part, shown in (
            (self.start, not code),
            (self.code, bool(code)),
            (self.notice, bool(code)),
            (self.kept, bool(code)),
            (self.end, bool(code)),
        ):
            reveal(part, shown)
        if self.isVisible():
            (self.sheet if code else self.make).setFocus(Qt.FocusReason.OtherFocusReason)
