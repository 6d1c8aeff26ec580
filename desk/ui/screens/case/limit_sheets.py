"""The drawers of the due date: why this day, counted day by day, and the extension with its new day (S3)."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.queries.casefile import CaseFile
from desk.rules.deadlines import Due
from desk.ui.fields import NumberField, TextAreaField
from desk.ui.fields.checks import TickBox
from desk.ui.screens.case.pieces import Facts
from desk.ui.screens.case.sheets import Sheet
from desk.ui.sections.day_count import DayLines
from desk.ui.theme.style import reveal, scaled
from desk.ui.theme.text import Text, rule
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import Banner
from desk.ui.words import full_day, named_day

Forecast = Callable[[int], date | None]
"""The due date with so many days more."""


def due_pairs(file: CaseFile, due: Due) -> tuple[tuple[str, str], ...]:
    """What the explanation says before the days."""
    extended = f"{due.extended_days} hari kerja" if due.extended_days else ""
    stopped = f"{due.stopped_days} hari, menunggu pemohon" if due.stopped_days else ""
    moved = due.original_due if due.original_due != due.due else None
    return (
        ("Batas waktu", full_day(due.due) if due.due else "hitungan sedang berhenti"),
        ("Sisa hitungan", f"{due.remaining} hari" if due.paused else ""),
        ("Batas waktu awal", full_day(moved) if moved else ""),
        ("Perpanjangan", extended),
        ("Hari berhenti", stopped),
        ("Dihitung sejak", full_day(due.start_day)),
        ("Keterangan", "\n".join(event.text for event in file.due_events)),
    )


class WhyThisDay(QWidget):
    """“Mengapa tanggal ini?” day by day."""

    def __init__(self, file: CaseFile, due: Due, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(12))
        column.addWidget(Facts(due_pairs(file, due)))
        column.addWidget(rule())
        column.addWidget(DayLines(due.days))


class ExtensionSheet(Sheet):
    """Days and reason; the new due date is shown before anything is saved.

    ``signer`` is who signs the notice to the applicant; ``signs``: this officer may, at once.
    """

    def __init__(
        self,
        file: CaseFile,
        refusal: str,
        forecast: Forecast,
        signer: str,
        *,
        signs: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Perpanjang", parent=parent)
        later = f"Pemberitahuannya menunggu tanda tangan {signer}."
        self.sign = TickBox(
            "Tanda tangani pemberitahuannya sekarang", f"Sebagai {signer}; diberi nomor surat."
        )
        self.later = Text("" if signs else later, "small")
        self.sign.setChecked(signs)
        self._before, self._forecast = file.page.row.due, forecast
        left = max(file.limit.left, 1)
        self.days = NumberField(
            "Tambahan hari kerja", required=True, least=1, most=left, hint=f"Paling banyak {left} hari kerja."
        )
        self.reason = TextAreaField(
            "Alasan", required=True, lines=3, most=8, hint="Disampaikan kepada pemohon dan tercatat."
        )
        self.shown = Banner()
        for part in (self.days, self.shown, self.reason, self.sign, self.later):
            self.column.addWidget(part)
        reveal(self.sign, signs)
        reveal(self.later, not signs)
        self.days.set_value(left)
        self.days.changed.connect(self._show)
        self._show()
        if refusal:
            self._refused(refusal)

    def _refused(self, sentence: str) -> None:
        self.refuse(sentence)
        for part in (self.days, self.reason, self.shown, self.sign, self.later):
            part.hide()
        self.main.setEnabled(False)
        self.main.hide()

    def _show(self) -> None:
        days = self.days.value()
        after = self._forecast(days) if days else None
        if self._before is None or after is None:
            self.shown.say("")
            return
        self.shown.say(
            f"Batas waktu berpindah dari {named_day(self._before)} menjadi {named_day(after)}.", Tone.NEUTRAL
        )

    def signing(self) -> bool:
        """Whether the notice is to be signed at once."""
        return self.sign.isChecked()

    def complete(self) -> bool:
        """Days within the bounds, and a reason."""
        if not self.days.value() or self.days.problem():
            self.days.mark(self.days.problem() or "Isi jumlah hari kerja.")
            self.days.setFocus()
            return False
        if not self.reason.value():
            self.reason.mark("Isi alasan perpanjangan.")
            self.reason.setFocus()
            return False
        return True
