"""The administrator's page of devices: how each stands with the server, a code for a new one, an end."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk.rules.errors import DeskError
from desk.rules.permissions import Capability
from desk.ui.fields import SecretField, TextField
from desk.ui.runtime.devices import DeviceRow, OneTimeCode, OwnServer, ServerKey, ServerStanding
from desk.ui.runtime.page import Page
from desk.ui.runtime.ports import Changed
from desk.ui.screens.devices.code_card import CodeCard
from desk.ui.screens.devices.forms import CONTACTING, MISSING, PASSWORD, EnrolForm, RevokeForm
from desk.ui.screens.devices.words import (
    KINDS,
    STATES,
    WRONG_LOGIN,
    clock_words,
    contact_words,
    lag_words,
    seen_words,
    standing_words,
    trouble_words,
)
from desk.ui.theme.style import reveal, scaled
from desk.ui.theme.text import Text
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
    ProgressLine,
    RowTable,
    SecondaryButton,
)

if TYPE_CHECKING:
    from desk.ui.runtime.context import ScreenContext
    from desk.ui.runtime.tasks import Task

_ALONE = (
    "Komputer ini bekerja sendiri, tanpa server. Sesudah server kantor disiapkan, beberapa komputer bekerja "
    "dengan data yang sama dan tampil di sini."
)
_STEPS = "Langkah menyiapkan server"
_EMPTY = (
    "lock",
    "Daftar belum dibaca",
    "Ketik kata sandi administrator server, lalu Enter. Kata sandi diminta setiap kali dan tidak disimpan.",
)


class DevicesPage(Page):
    """The list as the server had it when it was read last; one card instead of it while a code is shown."""

    page_id = "devices"
    title = "Perangkat kantor"
    icon = "desk"
    help_topic = "devices"

    def __init__(self, ctx: "ScreenContext", parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        ctx.workplace.require(Capability.MANAGE_OFFICE)
        self._own: OwnServer | None = None
        self._task: Task | None = None
        alone = Card()
        self.alone = EmptyState("desk", "Kantor ini belum memakai server", _ALONE, _STEPS)
        self.alone.acted.connect(lambda: ctx.show_help("server"))
        alone.add(self.alone, 1)
        self.code_card = CodeCard(ctx)
        self.code_card.ended.connect(self._back_to_list)
        self.stack = QStackedWidget()
        for part in (alone, self._list_card(), self.code_card):
            self.stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(16))
        column.addWidget(self.stack)

    def _list_card(self) -> Card:
        card = Card()
        self.count = Badge()
        self.where = Text("", "muted")
        self.login = TextField("Akun administrator server", max_length=63)
        self.password = SecretField(PASSWORD)
        self.read_button = PrimaryButton("Baca daftar")
        self.read_button.show_key("Return")
        self.progress = ProgressLine(CONTACTING)
        self.trouble = Banner()
        self.summary = Text("", "small")
        self.table: RowTable[DeviceRow] = RowTable(
            self._columns(), key=lambda row: row.label, empty=EmptyState(*_EMPTY)
        )
        self.enrol_button = SecondaryButton("Daftarkan perangkat…", "F4", icon="plus")
        self.revoke_button = SecondaryButton("Cabut perangkat…", "F8")
        access = QHBoxLayout()
        access.setSpacing(scaled(12))
        top = Qt.AlignmentFlag.AlignTop
        access.addWidget(self.login, 2, top)
        access.addWidget(self.password, 3, top)
        beside = QVBoxLayout()
        beside.setSpacing(scaled(4))
        beside.addWidget(Text(" ", "label"))
        beside.addWidget(self.read_button)
        beside.addStretch(1)
        access.addLayout(beside)
        card.add(Heading("Perangkat kantor", self.count))
        card.add(self.where)
        card.add(access)
        for part in (self.progress, self.trouble, self.summary):
            card.add(part)
        card.add(self.table, 1)
        card.add(ButtonBar((self.enrol_button, self.revoke_button)))
        self._connect()
        return card

    def _connect(self) -> None:
        self.count.set("")
        reveal(self.progress, False)
        for field in (self.login, self.password):
            field.line.returnPressed.connect(self.read)
        self.read_button.clicked.connect(self.read)
        self.progress.cancelled.connect(self._stop)
        self.enrol_button.clicked.connect(self.ask_enrol)
        self.revoke_button.clicked.connect(self.ask_revoke)
        self.table.selected.connect(self._offer)
        self._offer(None)

    def _columns(self) -> Sequence[Column[DeviceRow]]:
        return (
            Column("Perangkat", self._name, strong=True),
            Column("Keadaan", lambda row: STATES[row.state][0], tone=lambda row: STATES[row.state][1]),
            Column("Kontak terakhir", contact_words, sort=_last_seen),
            Column("Tertinggal", lag_words, sort=lambda row: row.lag),
            Column("Jam", clock_words, tone=_clock_tone, sort=lambda row: row.clock_offset),
            Column("Dipakai untuk", lambda row: KINDS.get(row.kind, row.kind)),
            Column("Data yang diterima", lambda row: seen_words(row.scopes), width=150, stretch=True),
            Column("Versi", lambda row: row.schema or "–"),
        )

    def _name(self, row: DeviceRow) -> str:
        own = self._own is not None and row.label == self._own.device and row.state == "active"
        return f"{row.label} · ini" if own else row.label

    # what the window asks

    def refresh(self, _changed: Changed) -> None:
        """Which server this is; the list itself is read with a password only."""
        self._own = self.ctx.ports.devices.server()
        if self._own is None:
            self.stack.setCurrentIndex(0)
            return
        if self.stack.currentIndex() == 0:
            self.stack.setCurrentIndex(1)
        self.where.setText(f"Server kantor: {self._own.place} · komputer ini {self._own.device}")
        if not self.login.value():
            self.login.set_value(self._own.login)

    def focus_first(self) -> None:
        """The code while there is one, else the password; what an office without a server can do."""
        if self._own is None:
            self.alone.button.setFocus()
        elif self.stack.currentWidget() is self.code_card:
            self.code_card.focus_first()
        else:
            self.password.setFocus()

    # what the administrator does

    def read(self) -> None:
        """Ask the server how it stands."""
        if self._task is not None:
            return
        if not self._may_ask():
            return
        devices, key = self.ctx.ports.devices, ServerKey(self.login.value(), self.password.take())
        self.trouble.say("")
        self._busy(True)
        self._task = self.ctx.run(lambda _task: devices.read(key), self._read, self._refused)

    def ask_enrol(self) -> None:
        """Name, class and password of a new device."""
        form = EnrolForm(self.ctx, self.login.value(), self._enrolled)
        self.ctx.ask(form, "Daftarkan perangkat", (form.button,))

    def ask_revoke(self) -> None:
        """End the lit device."""
        row = self.table.current()
        if row is not None and row.state != "revoked":
            own = self._own is not None and row.label == self._own.device
            form = RevokeForm(self.ctx, self.login.value(), row, own, lambda state: self._revoked(row, state))
            self.ctx.ask(form, f"Cabut {row.label}", (form.button,))

    # inside

    def _may_ask(self) -> bool:
        for field, words in ((self.login, "Isi akun administrator server."), (self.password, MISSING)):
            if not field.value():
                field.mark(words)
                field.setFocus()
                return False
        return True

    def _read(self, standing: ServerStanding) -> None:
        self._busy(False)
        self._show(standing)
        self.table.setFocus()

    def _refused(self, error: BaseException) -> None:
        self._busy(False)
        if not isinstance(error, DeskError):
            self.ctx.say_error(error)
        elif trouble_words(error) == WRONG_LOGIN:
            self.password.mark(WRONG_LOGIN)
        else:
            self.trouble.say(trouble_words(error), Tone.WARN)
        self.password.setFocus()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._busy(False)
        self.password.setFocus()

    def _busy(self, busy: bool) -> None:
        if not busy:
            self._task = None
        self.progress.button.setEnabled(True)
        self.progress.set_progress(0, 0, CONTACTING)
        reveal(self.progress, busy)
        self.read_button.setEnabled(not busy)

    def _show(self, standing: ServerStanding) -> None:
        rows = sorted(standing.devices, key=lambda row: row.state == "revoked")
        self.table.set_rows(rows)
        if rows and self.table.current() is None:
            self.table.select(rows[0].label)
        enrolled = sum(row.state == "active" for row in rows)
        self.count.set(f"{enrolled} terdaftar")
        self.summary.setText(standing_words(standing))
        self._offer(self.table.current())

    def _enrolled(self, made: tuple[OneTimeCode, ServerStanding]) -> None:
        code, standing = made
        self.ctx.close_drawer()
        self._show(standing)
        self.table.select(code.label)
        self.code_card.show_code(code)
        self.stack.setCurrentWidget(self.code_card)
        self.focus_first()

    def _revoked(self, row: DeviceRow, standing: ServerStanding) -> None:
        self.ctx.close_drawer()
        self._show(standing)
        self.ctx.toast(f"{row.label} dicabut.", tone="done")
        self.table.setFocus()

    def _back_to_list(self) -> None:
        self.stack.setCurrentIndex(1)
        self.table.setFocus()

    def _offer(self, row: DeviceRow | None) -> None:
        self.revoke_button.setEnabled(row is not None and row.state != "revoked")


def _last_seen(row: DeviceRow) -> float:
    if row.connected:
        return math.inf
    return row.seen_at.timestamp() if row.seen_at is not None else 0.0


def _clock_tone(row: DeviceRow) -> Tone | None:
    return None if clock_words(row) in ("", "cocok") else Tone.WARN
