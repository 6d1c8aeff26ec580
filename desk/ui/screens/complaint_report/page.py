"""Page `complaint_report`: the half-year chosen, its figures and counts; printed, its list saved (S4)."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desk.files import write_whole
from desk.rules.complaints import Outcome
from desk.rules.periods import Period
from desk.services.complaint_report import ComplaintReport, csv_bytes
from desk.ui.fields import Choice, ChoiceField
from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.page import Page
from desk.ui.runtime.ports import Changed
from desk.ui.screens.complaint_report.reading import (
    PAPER,
    Line,
    due_words,
    lines,
    missing_reports,
    offered,
    report_of,
    service_of,
    was_printed,
)
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import (
    ButtonBar,
    Card,
    Column,
    EmptyState,
    PrimaryButton,
    RowTable,
    SecondaryButton,
    Stat,
)

AskPath = Callable[[QWidget, str], Path | None]

_EMPTY = ("chart", "Tidak ada pengaduan pada masa ini", "Laporannya tetap dapat dicetak: nihil.")


def ask_csv(parent: QWidget, name: str) -> Path | None:
    """Ask where to save the list; None when given up."""
    chosen, _filter = QFileDialog.getSaveFileName(parent, "Simpan CSV", name, "CSV (*.csv)")
    return Path(chosen).with_suffix(".csv") if chosen else None


class ComplaintReportPage(Page):
    """Figures at the top, counts below; Ctrl+P prints the report, Ctrl+S saves the list."""

    page_id = "complaint_report"
    title = "Laporan pengaduan"
    icon = "chart"
    help_topic = "laporan-pengaduan"
    watches = frozenset({"cases", "case_entries", "printouts", "calendar_days", "offices"})

    def __init__(self, ctx: ScreenContext, parent: QWidget | None = None, ask: AskPath = ask_csv) -> None:
        super().__init__(ctx, parent)
        self._ask = ask
        self._report: ComplaintReport | None = None
        self._periods: tuple[Period, ...] = ()
        self.period = ChoiceField("Masa laporan", [])
        self.period.setMinimumWidth(scaled(210))
        self.due = Text("", "strong")
        self.stats = {
            name: Stat(label)
            for name, label in (
                ("received", "Diterima"),
                ("in_time", "Tepat waktu"),
                ("late", "Lewat batas"),
                ("open", "Ditangani"),
            )
        }
        self.table: RowTable[Line] = RowTable(
            (
                Column("Menurut", lambda row: row.about, width=220, strong=True),
                Column("Rincian", lambda row: row.words, stretch=True),
                Column("Jumlah", lambda row: row.count, width=90),
            ),
            key=lambda row: row.key,
            empty=EmptyState(*_EMPTY),
            sortable=False,
        )
        self.print = PrimaryButton("Cetak laporan", "Ctrl+P", icon="print")
        self.save = SecondaryButton("Simpan CSV", "Ctrl+S", icon="download")
        self._lay_out()
        self.period.changed.connect(self._again)
        self.print.clicked.connect(self.print_report)
        self.save.clicked.connect(self.save_list)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(scaled(20))
        head.addWidget(self.period, 0, Qt.AlignmentFlag.AlignTop)
        for stat in self.stats.values():
            head.addWidget(stat, 1, Qt.AlignmentFlag.AlignTop)
        card = Card()
        card.add(head)
        card.add(self.due)
        card.add(self.table, 1)
        card.add(Text("Laporan tidak memuat nama pelapor dan pegawai.", "small"))
        card.add(ButtonBar([self.print], [self.save]))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(16))
        outer.addWidget(card)

    def refresh(self, _changed: Changed) -> None:
        """Count the period in front anew."""
        service = service_of(self.ctx)
        if service is None:
            return
        self._offer(offered(self.ctx, service))
        chosen = next((one for one in self._periods if one.key == self.period.value()), self._periods[0])
        self._show(report_of(self.ctx, service, chosen))

    def badge(self) -> int | None:
        """How many reports are to be made."""
        return missing_reports(self.ctx)

    def focus_first(self) -> None:
        """The choice of the period."""
        self.period.combo.setFocus()

    def print_report(self) -> None:
        """Print the report of the period in front."""
        if self._report is not None:
            self.ctx.print_paper(PAPER, self._report.period.key)

    def save_list(self) -> None:
        """Save the list of complaints where the officer says."""
        report = self._report
        path = None if report is None else self._ask(self, f"pengaduan-{report.period.key}.csv")
        if report is not None and path is not None:
            self.ctx.act(lambda: write_whole(path, csv_bytes(report)), done=f"Disimpan: {path.name}")

    def _offer(self, found: Sequence[Period]) -> None:
        if tuple(found) == self._periods:
            return
        kept = self.period.value()
        self._periods = tuple(found)
        self.period.set_choices([Choice(one.key, one.label) for one in found])
        keys = [one.key for one in found]
        self.period.set_value(kept if kept in keys else keys[0])

    def _again(self) -> None:
        self.refresh_soon()

    def _show(self, report: ComplaintReport) -> None:
        self._report = report
        printed = was_printed(self.ctx, report.period)
        today = self.ctx.today()
        self.due.setText(due_words(report, today, printed=printed))
        self.due.set_tone(Tone.BAD if not printed and today > report.due else None)
        overdue, late = report.count(Outcome.OVERDUE), report.count(Outcome.LATE)
        self.stats["received"].set(str(report.received), f"{report.carried} dari masa sebelumnya")
        self.stats["in_time"].set(str(report.count(Outcome.IN_TIME)))
        self.stats["late"].set(str(late), tone=Tone.BAD if late else None)
        waits = report.count(Outcome.OPEN) + overdue
        self.stats["open"].set(str(waits), f"{overdue} lewat batas waktu" if overdue else "")
        self.table.set_rows(lines(report))
