"""The page of mandates: give one, end one, look up those of the past."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.queries.office import OfficeProfile, profile
from desk.queries.staff import MandateRow
from desk.rules.permissions import Capability, may
from desk.ui.fields import Choice, ChoiceField, DateField, TextField
from desk.ui.runtime.page import Page
from desk.ui.runtime.ports import Changed
from desk.ui.screens.mandates.words import state_of, tone_of
from desk.ui.theme.style import reveal, scaled
from desk.ui.theme.text import Text
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import (
    ButtonBar,
    Card,
    Column,
    Columns,
    EmptyState,
    PrimaryButton,
    RowTable,
    SecondaryButton,
    SectionTitle,
)
from desk.ui.words import short_day

if TYPE_CHECKING:
    from desk.services.common import Problem
    from desk.standards.model import Standard
    from desk.ui.runtime.context import ScreenContext

LENDABLE = ("ketua", "sekretaris", "ppid", "atasan_ppid")
"""Offices that are lent; other work is given by roles."""


class MandatesPage(Page):
    """The log of mandates and the form of a new one."""

    page_id = "mandates"
    title = "Mandat"
    icon = "transfer"
    help_topic = "mandates"
    watches = frozenset({"mandates", "staff", "staff_roles"})

    def __init__(self, ctx: "ScreenContext", parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.office: OfficeProfile = ctx.workplace.ask(profile)
        self.table = self._make_table()
        self._build()

    def _make_table(self) -> "RowTable[MandateRow]":
        columns = (
            Column[MandateRow]("Pejabat", lambda row: row.name, width=150, stretch=True, strong=True),
            Column[MandateRow]("Sebagai", lambda row: f"Plh. {self._standard().short_title(row.role)}"),
            Column[MandateRow]("Mulai", lambda row: self._day(row.since), sort=lambda row: row.since),
            Column[MandateRow]("Sampai", self._until),
            Column[MandateRow]("Surat", lambda row: row.letter, width=190),
            Column[MandateRow]("Keadaan", lambda row: state_of(row, self._now()), tone=self._tone),
        )
        empty = EmptyState("transfer", "Belum ada mandat", "Mandat Plh. yang diberikan dicatat di sini.")
        table: RowTable[MandateRow] = RowTable(columns, key=lambda row: row.id, empty=empty)
        table.selected.connect(lambda _row: self._offer_end())
        return table

    def _build(self) -> None:
        columns = Columns()
        columns.add(self._log_card(), least=460, stretch=1)
        columns.add(self._form_card(), least=300)
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(16))
        row.addWidget(columns)

    def _log_card(self) -> Card:
        card = Card()
        card.add(SectionTitle("Catatan mandat"))
        self.table.setMinimumHeight(scaled(200))
        card.add(self.table, 1)
        self.end_button = SecondaryButton("Akhiri sekarang", "F8")
        self.end_button.clicked.connect(self.end)
        card.add(ButtonBar((self.end_button,)))
        return card

    def _form_card(self) -> Card:
        self.role = ChoiceField("Jabatan", required=True)
        self.person = ChoiceField("Pelaksana harian", required=True)
        self.since = DateField("Mulai tanggal", today=self._today, required=True)
        self.until = DateField("Sampai tanggal", today=self._today, hint="Hari terakhir. Boleh kosong.")
        self.letter = TextField("Nomor surat tugas", required=True, max_length=120)
        self.role.changed.connect(self._offer_people)
        card = Card("Mandat baru")
        card.setMinimumWidth(scaled(300))
        for field in (self.role, self.person, self.since, self.until, self.letter):
            card.add(field)
        card.add(Text("Berlaku seketika, juga bila pejabat itu sedang bekerja di Desk.", "small"))
        self.give_button = PrimaryButton("Beri mandat", "Ctrl+Return")
        self.give_button.clicked.connect(self.give)
        card.add(ButtonBar((self.give_button,)))
        card.body.addStretch(1)
        reveal(card, bool(self._lendable()))
        return card

    # reading

    def refresh(self, _changed: Changed) -> None:
        """Read the log and who works here; the form keeps what is typed."""
        from desk.queries.staff import mandate_log

        self.table.set_rows(self.ctx.workplace.ask(mandate_log))
        title = self._standard().short_title
        self.role.set_choices([Choice(role, title(role)) for role in self._lendable()])
        if self.role.value() is None and self._lendable():
            self.role.set_value(self._lendable()[0])
        if self.since.value() is None:
            self.since.set_value(self._today())
        self._offer_people()
        self._offer_end()

    def _offer_people(self) -> None:
        from desk.queries.staff import colleagues

        role, place = self.role.value(), self.ctx.workplace
        people = place.ask(colleagues, place.now())
        self.person.set_choices(
            [Choice(one.staff_id, one.name, one.title) for one in people if role not in one.roles]
        )

    def _offer_end(self) -> None:
        row = self.table.current()
        mine = row is not None and row.staff_id == self.ctx.workplace.actor.staff_id
        running = row is not None and (row.until is None or row.until > self._now())
        self.end_button.setEnabled(running and row is not None and (mine or row.role in self._lendable()))

    def _lendable(self) -> Sequence[str]:
        """Offices this officer may lend: the own ones (never lent ones), or all for who manages staff."""
        from desk.queries.staff import own_roles

        place = self.ctx.workplace
        if may(place.roles, Capability.MANAGE_STAFF):
            return LENDABLE
        held = place.ask(own_roles, place.actor.staff_id, place.now())
        return tuple(role for role in LENDABLE if role in held)

    def _standard(self) -> "Standard":
        return self.ctx.workplace.standard

    def _now(self) -> datetime:
        return self.ctx.workplace.now()

    def _today(self) -> date:
        return self.office.day_of(self._now())

    def _day(self, at: datetime) -> str:
        return short_day(self.office.day_of(at), self._today())

    def _until(self, row: MandateRow) -> str:
        if row.until is None:
            return "belum ditentukan"
        return self._day(row.until - timedelta(microseconds=1))

    def _tone(self, row: MandateRow) -> Tone:
        return tone_of(row, self._now())

    # doing

    def give(self) -> None:
        """Give the mandate; it is logged with its letter."""
        if self._lacking():
            return
        from desk.actions.mandates import give_mandate

        role, person = self.role.value() or "", self.person.value() or ""
        since = self._begin(self.since.value() or self._today())
        last = self.until.value()
        until = None if last is None else self._begin(last + timedelta(days=1))
        name, title = self.person.combo.currentText(), self._standard().short_title(role)
        self.ctx.act(
            lambda: give_mandate(self.ctx.workplace, person, role, since, until, self.letter.value()),
            lambda _key: self._given(),
            on_problems=self._mark,
            done=f"{name} mendapat mandat Plh. {title}.",
        )

    def _begin(self, day: date) -> datetime:
        return datetime.combine(day, time.min, tzinfo=self.office.zone)

    def _given(self) -> None:
        self.person.set_value(None)
        self.until.set_value(None)
        self.letter.set_value("")
        self.refresh_soon()

    def _lacking(self) -> bool:
        wanted = (
            (self.role, self.role.value(), "Pilih jabatan."),
            (self.person, self.person.value(), "Pilih pejabat yang melaksanakan."),
            (self.since, self.since.value(), "Isi tanggal mulai."),
            (self.letter, self.letter.value(), "Isi nomor surat tugas."),
        )
        lacking = [(field, words) for field, value, words in wanted if not value]
        for field, words in lacking:
            field.mark(words)
        if lacking:
            lacking[0][0].setFocus()
        return bool(lacking)

    def _mark(self, problems: "Sequence[Problem]") -> None:
        for one in problems:
            if one.field == "until":
                self.until.mark(one.message)
            else:
                (self.role if one.field == "role" else self.person).mark(one.message)

    def end(self) -> None:
        """End the lit mandate now."""
        from desk.actions.mandates import end_mandate

        row = self.table.current()
        if row is not None:
            self.ctx.act(
                lambda: end_mandate(self.ctx.workplace, row.id),
                lambda _none: self.refresh_soon(),
                done=f"Mandat {row.name} diakhiri.",
            )
