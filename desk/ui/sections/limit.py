"""Batas waktu in the side column: the date, the limit it follows, and the way to its count."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.rules.deadlines import Due
from desk.standards.model import LimitSpec
from desk.ui.sections.words import limit_words
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import LinkButton
from desk.ui.words import named_short_day


class LimitPanel(QWidget):
    """The due date a request would get now.

    Signals:
        asked: “Mengapa tanggal ini?” was pressed.
    """

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(2))
        self.date, self.rule, self.note = Text("", "title"), Text("", "small"), Text("", "small")
        self.why = LinkButton("Mengapa tanggal ini?")
        self.why.clicked.connect(self.asked)
        column.addWidget(Text("Batas waktu", "label"))
        self.outside = Text("", "small")
        self.outside.set_tone(Tone.WARN)
        self.outside.hide()
        for part in (self.date, self.rule, self.note, self.outside):
            column.addWidget(part)
        column.addWidget(self.why, 0, Qt.AlignmentFlag.AlignLeft)

    def tell(self, due: Due | None, limit: LimitSpec | None, waiting: int, outside: str = "") -> None:
        """Show a due date; ``waiting`` papers hold its clock up, ``outside`` warns of the service's hours."""
        self.outside.setText(outside)
        self.outside.setVisible(bool(outside))
        counted = limit is not None and limit.rule.days is not None
        self.date.setText(_date_words(due, limit))
        self.rule.setText(limit_words(limit.rule) if limit and counted else "")
        self.rule.setVisible(counted)
        self.note.setText(f"Bila {waiting} berkas kurang dilengkapi hari ini." if waiting else "")
        self.note.setVisible(bool(waiting) and counted)
        self.why.setVisible(bool(due and due.due))


def _date_words(due: Due | None, limit: LimitSpec | None) -> str:
    if due is not None and due.due is not None:
        return named_short_day(due.due)
    return "Tanpa batas waktu" if limit is None or limit.rule.days is None else "Menunggu pemohon"
