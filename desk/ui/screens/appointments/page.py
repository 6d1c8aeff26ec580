"""The list of appointments to come, and what can be done with the lit one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.actions.appointments import (
    cancel_appointment,
    delegate_appointment,
    draft_of,
    undo_cancel_appointment,
    undo_delegate_appointment,
)
from desk.queries import appointments
from desk.queries.appointments import CANCELLED, AppointmentRow
from desk.queries.office import profile
from desk.rules.presence import LEADERS
from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.page import Page, Shortcut
from desk.ui.runtime.ports import Changed
from desk.ui.screens.appointments.booking import ask_to_book, book_for
from desk.ui.screens.appointments.sheets import DelegationSheet
from desk.ui.screens.case.sheets import ReasonSheet
from desk.ui.screens.case.words import role_words
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
from desk.ui.words import clock, named_short_day

_EMPTY = ("calendar", "Belum ada janji temu", "Buat janji temu baru dengan Ctrl+N, atau dari loket.")


class AppointmentsPage(Page):
    """Today's appointments and those to come."""

    page_id = "appointments"
    title = "Janji temu"
    icon = "calendar"
    watches = frozenset({"appointments", "visits", "staff", "staff_roles"})

    def __init__(self, ctx: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._zone = ctx.workplace.ask(profile).zone
        self._standard, self._today = ctx.workplace.standard, ctx.today()
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        margin = scaled(20)
        column.setContentsMargins(margin, scaled(16), margin, scaled(16))
        card = Card()
        column.addWidget(card)
        self.figures = Badge()
        head = QHBoxLayout()
        head.addWidget(Heading("Janji temu", self.figures), 1, Qt.AlignmentFlag.AlignVCenter)
        card.add(head)
        self.new = PrimaryButton("Janji temu baru", "Ctrl+N")
        self.change = SecondaryButton("Ubah")
        self.change.show_key("Return")
        self.pass_on = SecondaryButton("Alihkan dengan persetujuan…", "F6")
        self.cancel = SecondaryButton("Batalkan janji…", "F8")
        for button, act in (
            (self.new, self.book),
            (self.change, self.reschedule),
            (self.pass_on, self.delegate),
            (self.cancel, self.call_off),
        ):
            button.clicked.connect(lambda _on=False, one=act: self.ctx.guard(one))
        card.add(ButtonBar((self.new, self.change, self.pass_on, self.cancel)))
        self.table = RowTable(self._columns(), key=lambda row: row.id, empty=EmptyState(*_EMPTY))
        self.table.activated.connect(lambda _row: self.reschedule())
        self.table.selected.connect(lambda _row: self._enable())
        card.add(self.table, 1)

    def _columns(self) -> Sequence[Column[AppointmentRow]]:
        return (
            Column("Hari", self._day, 152, sort=lambda row: row.starts),
            Column("Jam", self._hours, 108, sort=lambda row: row.starts),
            Column("Tamu", _guest, 150, stretch=True, strong=True),
            Column("Bertemu dengan", self._host, 170, stretch=True),
            Column("Keperluan", lambda row: row.subject, 120, stretch=True),
            Column("Ruang", lambda row: row.room, 100),
            Column("Keadaan", _state, 118, tone=_tone),
        )

    def _day(self, row: AppointmentRow) -> str:
        day = row.starts.astimezone(self._zone).date()
        return "hari ini" if day == self._today else named_short_day(day)

    def _hours(self, row: AppointmentRow) -> str:
        return f"{clock(row.starts, self._zone)}–{clock(row.ends, self._zone)}"

    def _host(self, row: AppointmentRow) -> str:
        role, host = row.receives
        words = f"{host}, {role_words(self._standard, role)}"
        return f"{words} (atas persetujuan {row.approved_by})" if row.delegate_id else words

    # what the window asks

    def shortcuts(self) -> Sequence[Shortcut]:
        """Keys beside those of the buttons: none."""
        return ()

    def focus_first(self) -> None:
        """The list."""
        self.table.setFocus()

    def refresh(self, _changed: Changed) -> None:
        """Read what is to come."""
        self._standard, self._today = self.ctx.workplace.standard, self.ctx.today()
        rows = self.ctx.workplace.ask(appointments.to_come, self._today)
        self.table.set_rows(rows)
        if rows and self.table.current() is None:
            self.table.select(rows[0].id)
        today = sum(self._day(row) == "hari ini" and row.state != CANCELLED for row in rows)
        self.figures.set(f"{today} hari ini" if today else "")
        self._enable()

    def _enable(self) -> None:
        row = self.table.current()
        planned = row is not None and row.state != CANCELLED
        self.change.setEnabled(planned)
        self.cancel.setEnabled(planned)
        self.pass_on.setEnabled(planned and row is not None and row.role in LEADERS and not row.delegate_id)

    # what the officer does

    def book(self) -> None:
        """A new appointment, today at the coming quarter."""
        book_for(self.ctx, None)

    def reschedule(self) -> None:
        """Another hour, room or matter of the lit appointment."""
        row = self.table.current()
        if row is not None and row.state != CANCELLED:
            ask_to_book(self.ctx, draft_of(row, self._zone), row)

    def delegate(self) -> None:
        """A structural officer receives the visitor."""
        row = self.table.current()
        if row is None or not self.pass_on.isEnabled():
            return
        sheet = DelegationSheet(self.ctx, row.name)

        def keep() -> None:
            self.ctx.act(
                lambda: delegate_appointment(self.ctx.workplace, row.id, sheet.draft()),
                lambda _none: self.ctx.close_drawer(),
                on_problems=sheet.mark,
                done=f"Janji temu {row.name} dialihkan.",
                undo=lambda _none: undo_delegate_appointment(self.ctx.workplace, row.id),
            )

        sheet.confirmed.connect(keep)
        sheet.given_up.connect(self.ctx.close_drawer)
        self.ctx.ask(sheet, "Alihkan dengan persetujuan", sheet.buttons(), width=sheet.drawer_width)

    def call_off(self) -> None:
        """Cancel the lit appointment, with the reason."""
        row = self.table.current()
        if row is None or not self.cancel.isEnabled():
            return
        sheet = ReasonSheet("Batalkan janji")

        def keep() -> None:
            self.ctx.act(
                lambda: cancel_appointment(self.ctx.workplace, row.id, sheet.reason()),
                lambda _none: self.ctx.close_drawer(),
                done=f"Janji temu {row.name} dibatalkan.",
                undo=lambda _none: undo_cancel_appointment(self.ctx.workplace, row.id),
            )

        sheet.confirmed.connect(keep)
        sheet.given_up.connect(self.ctx.close_drawer)
        self.ctx.ask(sheet, f"Janji temu {row.name}", sheet.buttons(), width=sheet.drawer_width)


def _guest(row: AppointmentRow) -> str:
    return f"{row.name} · {row.institution}" if row.institution else row.name


def _state(row: AppointmentRow) -> str:
    if row.state == CANCELLED:
        return "dibatalkan"
    return "sudah datang" if row.visit_id else "ditunggu"


def _tone(row: AppointmentRow) -> Tone:
    if row.state == CANCELLED:
        return Tone.NEUTRAL
    return Tone.GOOD if row.visit_id else Tone.WARN
