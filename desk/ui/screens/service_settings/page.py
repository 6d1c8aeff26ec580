"""Page `service_settings`: what can be set, what a change moved, and who changed what."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.actions.service_settings import SettingsChanged, change_service_settings
from desk.queries.office import profile, standard_kept
from desk.queries.service_settings import changes
from desk.services.choosing import Values, values_of
from desk.ui.fields import Field
from desk.ui.runtime.page import Page
from desk.ui.runtime.ports import Changed
from desk.ui.screens.calendar.moved import MovedCard
from desk.ui.screens.service_settings.fields import groups
from desk.ui.screens.service_settings.words import change_words
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text
from desk.ui.widgets import (
    ButtonBar,
    Card,
    EmptyState,
    FormGrid,
    PrimaryButton,
    RowItem,
    RowList,
    SecondaryButton,
    TabPages,
)
from desk.ui.words import short_moment

if TYPE_CHECKING:
    from desk.services.common import Problem
    from desk.ui.runtime.context import ScreenContext

_LEAD = (
    "Yang tidak diatur di sini mengikuti standar. Perubahan menghitung ulang batas waktu permohonan yang "
    "terbuka; yang sudah ditutup tidak berubah."
)
_MOVES = "Permohonan terbuka yang batas waktunya bergeser oleh perubahan terakhir di komputer ini."
_NEVER = ("history", "Belum pernah diubah", "Semua layanan mengikuti standarnya.")


class ServiceSettingsPage(Page):
    """What the services of this office read."""

    page_id = "service_settings"
    title = "Pengaturan layanan"
    icon = "settings"
    help_topic = "service_settings"
    watches = frozenset({"offices"})

    def __init__(self, ctx: "ScreenContext", parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        place = ctx.workplace
        self._standard = place.ask(standard_kept, place.standards, place.now())
        self._zone = place.ask(profile).zone
        self._seen: dict[str, str | int] = {}
        self.fields: dict[str, Field[Any]] = {}
        self.moved = MovedCard(ctx)
        self.history = RowList(empty=EmptyState(*_NEVER))
        self.save_button = PrimaryButton("Simpan pengaturan", "Ctrl+Return")
        self.undo_button = SecondaryButton("Kembalikan isian")
        self._lay_out()
        self._show(self._kept())
        self.save_button.clicked.connect(self.save)
        self.undo_button.clicked.connect(self.give_up)
        for field in self.fields.values():
            field.changed.connect(self._offer)

    def _lay_out(self) -> None:
        card = Card()
        self.tabs = TabPages()
        self.tabs.add("Pengaturan", self._form())
        self.tabs.add("Batas waktu bergeser", self._moves())
        self.tabs.add("Riwayat", self.history)
        card.add(Text(_LEAD, "small"))
        card.add(self.tabs, 1)
        card.add(ButtonBar((self.save_button,), (self.undo_button,)))
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(16))
        column.addWidget(card)

    def _form(self) -> FormGrid:
        grid = FormGrid(columns=1)
        for heading, fields in groups(self._standard):
            grid.section(heading)
            for key, field in fields.items():
                self.fields[key] = field
                grid.add(field)
        return grid

    def _moves(self) -> QWidget:
        tab = QWidget()
        column = QVBoxLayout(tab)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Text(_MOVES, "small"))
        column.addWidget(self.moved, 1)
        column.addStretch(0)
        return tab

    # reading

    def refresh(self, _changed: Changed) -> None:
        """Follow what colleagues set, unless something is typed here; then only say so on saving."""
        kept = self._kept()
        if kept != self._seen and self.value() == self._seen:
            self._show(kept)
        self._tell_history()

    def value(self) -> Values:
        """What stands in the form; an empty number is none."""
        return {key: "" if field.value() is None else field.value() for key, field in self.fields.items()}

    def focus_first(self) -> None:
        """The first thing that can be set."""
        next(iter(self.fields.values())).setFocus()

    def _kept(self) -> dict[str, str | int]:
        return values_of(self.ctx.workplace.ask(profile).settings, self._standard)

    def _show(self, values: Values) -> None:
        self._seen = dict(values)
        for key, field in self.fields.items():
            field.set_value(values[key])
            field.mark(None)
        self._offer()

    def _tell_history(self) -> None:
        rows = [
            RowItem(
                str(number),
                change_words(one, self._standard),
                f"{short_moment(one.at, self._zone)} · {one.by}",
            )
            for number, one in enumerate(self.ctx.workplace.ask(changes))
        ]
        self.history.set_rows(rows)

    def _offer(self) -> None:
        differs = self.value() != self._seen
        self.save_button.setEnabled(differs)
        self.undo_button.setEnabled(differs)

    # doing

    def save(self) -> None:
        """Keep what was set; due dates that moved are listed."""
        wanted, seen, place = self.value(), self._seen, self.ctx.workplace
        self.ctx.act(
            lambda: change_service_settings(place, wanted, seen),
            self._saved,
            on_problems=self.mark,
            done="Pengaturan layanan disimpan.",
            undo=lambda _changed: self._saved(change_service_settings(place, seen, wanted)),
        )

    def mark(self, problems: "Sequence[Problem]") -> None:
        """Say every problem beside its field; the keyboard goes to the first."""
        for one in reversed(problems):
            self.fields[one.field].mark(one.message)
            self.fields[one.field].setFocus()

    def give_up(self) -> None:
        """Show what holds again."""
        self._show(self._kept())

    def _saved(self, changed: SettingsChanged) -> None:
        self._show(changed.values)
        self.tabs.set_count(1, len(changed.moved))
        self.moved.show_moves("Sesudah pengaturan diubah", changed.moved)
        self._tell_history()
