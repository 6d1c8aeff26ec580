"""The head of a case page: register number, title, due badge with its question, progress line."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.queries.casefile import CaseFile
from desk.rules.numbering import is_provisional
from desk.standards.model import Standard
from desk.ui.screens.case.minutes import MinutesLine
from desk.ui.screens.case.progress import progress
from desk.ui.screens.case.words import NUMBER_PENDING
from desk.ui.screens.due import due_tone, due_words
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text, whole
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import Badge, Card, LinkButton, SectionTitle, StepBar

WHY = "Mengapa tanggal ini?"


class CaseHead(Card):
    """The card on top of the page.

    Signals:
        why: somebody asks how the due date came about.
    """

    why = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.number = SectionTitle("")
        self.pending = Badge("", Tone.WARN)
        self.headline = Text("", "heading")
        self.badge = Badge()
        self.question = LinkButton(WHY)
        self.question.clicked.connect(self.why)
        self.steps = StepBar()
        self.minutes = MinutesLine()
        words = QVBoxLayout()
        words.setSpacing(scaled(2))
        words.addWidget(self.number)
        words.addWidget(self.pending, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(self.headline)
        aside = QVBoxLayout()
        aside.setSpacing(scaled(2))
        aside.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignRight)
        aside.addWidget(self.question, 0, Qt.AlignmentFlag.AlignRight)
        top = QHBoxLayout()
        top.setSpacing(scaled(16))
        top.addLayout(words, 1)
        top.addLayout(aside)
        self.add(top)
        self.add(self.steps)
        self.add(self.minutes)

    def show_case(self, file: CaseFile, standard: Standard, now: Callable[[], datetime]) -> None:
        """Show another case, or the same anew; ``now`` gives the present moment (aware)."""
        row = file.page.row
        book = standard.registers[standard.services[row.service].register].label
        void = " · nomor dibatalkan" if file.void_reason else ""
        self.number.set_text(f"{book} · {whole(row.number)}{void}")
        self.pending.set(NUMBER_PENDING if is_provisional(row.number) else "")
        self.headline.setText(f"{row.subject}: {row.applicant}")
        today = file.office.day_of(file.read_at)
        self.badge.set(due_words(row, file.flow, today), due_tone(row, file.flow))
        counted = file.limit.limit is not None and file.limit.limit.days is not None
        self.question.setVisible(counted and file.limit.due is not None)
        self.steps.set_steps(progress(file))
        self.minutes.show_case(file, now)
