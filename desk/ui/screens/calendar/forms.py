"""Forms of the calendar: a closed day beside the list, an election stage in the drawer."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.rules.calendar import DayKind
from desk.services.common import Problem
from desk.ui.fields import ChipChoice, Choice, DateField, TextField
from desk.ui.screens.calendar.words import KINDS
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text
from desk.ui.widgets import PrimaryButton

if TYPE_CHECKING:
    from desk.ui.runtime.context import ScreenContext


class DayForm(QWidget):
    """A day to close: when, of which kind, why, by which decree."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = DateField("Tanggal", today=today, required=True)
        self.kind = ChipChoice("Jenis", [Choice(kind.value, text) for kind, text in KINDS.items()])
        self.name = TextField("Nama hari libur atau alasan", required=True, max_length=120)
        self.source = TextField("Dasar", placeholder="mis. SKB 3 Menteri", max_length=120)
        self.kind.set_value(DayKind.HOLIDAY.value)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(12))
        for field in (self.day, self.kind, self.name, self.source):
            column.addWidget(field)

    def ready(self) -> bool:
        """Mark what is missing; True when nothing is."""
        if not self.name.value():
            self.name.mark("Isi nama hari libur atau alasan kantor tutup.")
            self.name.setFocus()
        if self.day.value() is None:
            self.day.mark(self.day.problem() or "Isi tanggal.")
            self.day.setFocus()
        return bool(self.name.value()) and self.day.value() is not None

    def chosen_kind(self) -> DayKind:
        """The kind taken."""
        return DayKind(self.kind.value() or DayKind.HOLIDAY.value)

    def mark(self, problems: Sequence[Problem]) -> None:
        """Say what the action refused."""
        for one in problems:
            (self.day if one.field == "day" else self.name).mark(one.message)

    def clear(self) -> None:
        """Ready for the next day; kind and decree stay."""
        self.day.set_value(None)
        self.name.set_value("")


class StageForm(QWidget):
    """An election stage with its first and last day."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.name = TextField("Nama tahapan", required=True, max_length=160)
        self.first = DateField("Mulai", today=today, required=True)
        self.last = DateField("Berakhir", today=today, required=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(12))
        for part in (self.name, self.first, self.last):
            column.addWidget(part)
        column.addWidget(Text("Berlaku bagi permohonan yang diregister sesudah ini.", "small"))

    def lacking(self) -> bool:
        """Mark what is missing; True when something is."""
        for field, words in ((self.last, "Isi hari terakhir."), (self.first, "Isi hari pertama.")):
            if field.value() is None:
                field.mark(words)
                field.setFocus()
        if not self.name.value():
            self.name.mark("Isi nama tahapan.")
            self.name.setFocus()
        return bool(self.name.problem() or self.first.problem() or self.last.problem())

    def mark(self, problems: Sequence[Problem]) -> None:
        """Say what the action refused."""
        for one in problems:
            (self.name if one.field == "name" else self.last).mark(one.message)


def ask_for_stage(
    ctx: "ScreenContext", today: Callable[[], date], on_done: Callable[[], object]
) -> StageForm:
    """Open the drawer; the stage is added when it is filled in."""
    form = StageForm(today)
    button = PrimaryButton("Tambah tahapan", "Ctrl+Return")

    def add() -> None:
        from desk.actions.calendar import add_stage

        first, last = form.first.value(), form.last.value()
        if form.lacking() or first is None or last is None:
            return
        if ctx.act(
            lambda: add_stage(ctx.workplace, form.name.value(), first, last),
            lambda _key: on_done(),
            on_problems=form.mark,
            done="Tahapan ditambahkan.",
        ):
            ctx.close_drawer()

    button.clicked.connect(add)
    ctx.ask(form, "Tahapan baru", (button,))
    return form
