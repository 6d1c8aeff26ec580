"""Riwayat: the line of time of a case."""

from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.queries.casefile import CaseFile
from desk.standards.model import Standard
from desk.ui.screens.case.pieces import ReadPage
from desk.ui.screens.case.timeline import Entry, timeline
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import Badge
from desk.ui.words import full_day


class _Line(QWidget):
    """One entry: the time at the left, words at the right."""

    def __init__(self, entry: Entry, zone: ZoneInfo) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(14))
        time = Text(f"{entry.at.astimezone(zone):%H.%M}", "small", wrap=False)
        time.setFixedWidth(scaled(40))
        row.addWidget(time, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(scaled(2))
        title = QHBoxLayout()
        title.setSpacing(scaled(8))
        title.addWidget(Text(entry.title, "strong"), 1)
        if entry.paper:
            title.addWidget(Badge("dicatat dari kertas", Tone.NEUTRAL), 0, Qt.AlignmentFlag.AlignTop)
        if entry.over:
            title.addWidget(Badge(entry.over, Tone.WARN), 0, Qt.AlignmentFlag.AlignTop)
        words.addLayout(title)
        for text, kind in ((entry.by, "small"), (entry.note, "body"), (entry.minutes, "small")):
            if text:
                words.addWidget(Text(text, "small" if kind == "small" else "body"))
        row.addLayout(words, 1)


class HistoryTab(ReadPage):
    """Days, and under each what happened, newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Riwayat", parent)
        self.entries: tuple[Entry, ...] = ()

    def show_case(self, file: CaseFile, standard: Standard) -> None:
        """Show another case, or the same anew."""
        self.entries = timeline(file, standard)
        parts: list[QWidget] = []
        day = ""
        for entry in self.entries:
            on = full_day(file.office.day_of(entry.at))
            if on != day:
                day = on
                parts.append(Text(day, "label"))
            parts.append(_Line(entry, file.office.zone))
        self.refill(parts)
