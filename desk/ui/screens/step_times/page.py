"""Page `step_times`: what the steps of a month took, against their plan; as CSV and on paper (KPG, R7)."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desk.queries import step_minutes
from desk.queries.step_minutes import StepTime
from desk.rules.days import MONTHS
from desk.rules.step_minutes import in_words
from desk.services.step_table import as_csv, in_time_words
from desk.ui.fields import Choice, ChoiceField
from desk.ui.runtime.page import Page
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
    PrimaryButton,
    RowTable,
    SecondaryButton,
)

if TYPE_CHECKING:
    from desk.ui.runtime.context import ScreenContext

_NOTE = (
    "Waktu dihitung sejak langkah dimulai sampai diteruskan, juga di luar jam kerja; waktu menunggu pemohon "
    "tidak dihitung. Persentil 90: sembilan dari sepuluh selesai dalam waktu itu."
)


class StepTimesPage(Page):
    """A month, its table, and the ways out of it."""

    page_id = "step_times"
    title = "Waktu langkah"
    icon = "chart"
    help_topic = "step_times"
    watches = frozenset({"step_records", "cases"})

    def __init__(self, ctx: "ScreenContext", parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.rows: tuple[StepTime, ...] = ()
        self.month = ChoiceField("Bulan", ())
        self.month.changed.connect(self.refresh_soon)
        empty = EmptyState(
            "chart",
            "Belum ada langkah yang selesai",
            "Langkah yang mempunyai rencana waktu tampil setelah diteruskan.",
        )
        self.table: RowTable[StepTime] = RowTable(_columns(), key=_key, empty=empty)
        self.print = PrimaryButton("Cetak rekap", "Ctrl+P", icon="print")
        self.export = SecondaryButton("Ekspor CSV…", "F6")
        self.print.clicked.connect(lambda: ctx.guard(self._print))
        self.export.clicked.connect(lambda: ctx.guard(self._export))
        card = Card()
        for part, stretch in (
            (Heading("Waktu langkah"), 0),
            (self.month, 0),
            (self.table, 1),
            (Text(_NOTE, "small"), 0),
        ):
            card.add(part, stretch)
        card.add(ButtonBar((self.print,), (self.export,)))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(16))
        outer.addWidget(card)

    def refresh(self, _changed: Changed) -> None:
        """Read the month chosen; the present one at first."""
        place = self.ctx.workplace
        months = place.ask(step_minutes.months, place.standards, place.now())
        chosen = self.month.value()
        self.month.set_choices([Choice(_id(one), month_words(one)) for one in months])
        self.month.set_value(chosen if chosen in {_id(one) for one in months} else _id(months[0]))
        self.rows = place.ask(step_minutes.recap, place.standards, place.now(), self._chosen())
        self.table.set_rows(self.rows)
        if self.rows and self.table.current() is None:
            self.table.select(_key(self.rows[0]))
        for button in (self.print, self.export):
            button.setEnabled(bool(self.rows))

    def focus_first(self) -> None:
        """The month."""
        self.month.setFocus()

    def _chosen(self) -> date:
        return date.fromisoformat(f"{self.month.value()}-01")

    def _print(self) -> None:
        self.ctx.print_paper("rekap_waktu", str(self.month.value()))

    def _export(self) -> None:
        path = ask_where(self, f"waktu-langkah-{self.month.value()}.csv")
        if path is None:
            return
        try:
            path.write_bytes(as_csv(self.rows))
        except OSError:
            self.ctx.toast(f"{path.name} tidak dapat disimpan di sana. Pilih tempat lain.", tone="problem")
        else:
            self.ctx.toast(f"{path.name} disimpan.", tone="done")


def ask_where(parent: QWidget, name: str) -> Path | None:
    """Where the file goes; None when the officer changed their mind."""
    chosen, _filter = QFileDialog.getSaveFileName(parent, "Simpan CSV", name, "CSV (*.csv)")
    return Path(chosen) if chosen else None


def month_words(day: date) -> str:
    """``Maret 2026``."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def _id(month: date) -> str:
    return f"{month:%Y-%m}"


def _key(row: StepTime) -> str:
    return f"{row.service}:{row.flow_label}:{row.step}:{row.planned}"


def _columns() -> Sequence[Column[StepTime]]:
    return (
        Column("Layanan", lambda row: row.service_name, width=150),
        Column("Jalur", lambda row: row.flow_label, width=180),
        Column("Langkah", lambda row: row.label, stretch=True, strong=True),
        Column("Selesai", lambda row: str(row.count), sort=lambda row: row.count),
        Column("Rencana", lambda row: in_words(row.planned), sort=lambda row: row.planned),
        Column("Median", lambda row: in_words(row.median), sort=lambda row: row.median),
        Column("Persentil 90", lambda row: in_words(row.ninth_tenth), sort=lambda row: row.ninth_tenth),
        Column("Tepat waktu", in_time_words, sort=lambda row: row.share, tone=_tone),
    )


def _tone(row: StepTime) -> Tone:
    return Tone.GOOD if row.in_time == row.count else Tone.WARN
