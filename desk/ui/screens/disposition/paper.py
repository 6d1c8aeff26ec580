"""Who wrote a disposition on paper, and when: what the register officer copies from the sheet (R3)."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.services.common import Problem
from desk.ui.fields import Choice, ChoiceField, DateField, TimeField
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text


class PaperPart(QWidget):
    """Writer and real time of an entry made on paper; ``zone`` is the office's."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.writer = ChoiceField("Ditulis oleh", required=True)
        self.day = DateField("Tanggal pada lembar", today=today, required=True)
        self.time = TimeField("Jam", required=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        column.addWidget(
            Text("Catat dari kertas: salin lembar disposisi yang sudah ditulis tangan.", "muted")
        )
        row = QHBoxLayout()
        row.setSpacing(scaled(10))
        for field, stretch in ((self.writer, 3), (self.day, 3), (self.time, 2)):
            row.addWidget(field, stretch, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)

    def offer(self, writers: Sequence[tuple[str, str]], at: datetime) -> None:
        """Offer people (id, name with office held); day and time start at ``at`` (local)."""
        self.writer.set_choices([Choice(key, name) for key, name in writers])
        self.writer.set_value(writers[0][0] if len(writers) == 1 else None)
        self.day.set_value(at.date())
        self.time.set_value(None)

    def done_at(self, zone: ZoneInfo) -> datetime | None:
        """The real time, aware; None while it is not filled in."""
        day, clock = self.day.value(), self.time.value()
        return None if day is None or clock is None else datetime.combine(day, clock, tzinfo=zone)

    def problems(self) -> bool:
        """Mark what is missing; True when something is."""
        lacking = [
            (field, sentence)
            for field, given, sentence in (
                (self.writer, self.writer.value(), "Pilih pejabat yang menulis disposisi."),
                (self.day, self.day.value(), "Isi tanggal pada lembar."),
                (self.time, self.time.value(), "Isi jam disposisi ditulis."),
            )
            if given is None
        ]
        for field, sentence in lacking:
            field.mark(sentence)
        if lacking:
            lacking[0][0].setFocus()
        return bool(lacking)

    def mark(self, problems: Sequence[Problem]) -> None:
        """Say what the action refused."""
        for one in problems:
            if one.field == "done_at":
                self.time.mark(one.message)
            elif one.field == "by_staff_id":
                self.writer.mark(one.message)
