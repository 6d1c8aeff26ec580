"""“Mengapa tanggal ini?”: the count of a time limit day by day."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from desk.rules.deadlines import CountedDay, Due
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import Badge
from desk.ui.words import named_short_day, short_day, weekday


class DayCount(QWidget):
    """The due date, the rule it follows, and each day with why it counts or not; shown in a drawer."""

    def __init__(self, due: Due, rule: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(6))
        column.addWidget(Text(named_short_day(due.due) if due.due else "Hitungan berhenti", "title"))
        column.addWidget(Text(rule, "muted"))
        if due.stopped_days:
            column.addWidget(
                Text(f"{due.stopped_days} hari tidak dihitung selama hitungan berhenti.", "small")
            )
        column.addSpacing(scaled(8))
        column.addWidget(DayLines(due.days))
        column.addStretch(1)


class DayLines(QWidget):
    """The days in three columns: the running number, the day, why it counts or not."""

    def __init__(self, days: Sequence[CountedDay], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(scaled(14))
        grid.setVerticalSpacing(scaled(5))
        grid.setColumnStretch(2, 1)
        for row, line in enumerate(days):
            self._line(grid, row, line)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _line(self, grid: QGridLayout, row: int, line: CountedDay) -> None:
        counted = line.counted is not None
        number = str(line.counted) if counted else "–"
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(Badge(number, Tone.GOOD if counted else Tone.NEUTRAL), row, 0, top)
        day = f"{weekday(line.day)[:3]}, {short_day(line.day)}"
        grid.addWidget(Text(day, "strong" if counted else "muted", wrap=False), row, 1, top)
        grid.addWidget(Text(line.why, "body" if counted else "muted"), row, 2, top)
