"""The side column of a form: Kelengkapan, Batas waktu, Penanggung jawab."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.ui.forms.judging import Ground, Judged
from desk.ui.sections.checklist import ChecklistSection
from desk.ui.sections.limit import LimitPanel
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text


class SideColumn(QWidget):
    """What the form means while it is filled in."""

    def __init__(self, ground: Ground, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.checklist: ChecklistSection[Any] = ChecklistSection()
        self.limit = LimitPanel()
        self.responsible = Text("", "body")
        titles = [ground.standard.short_title(role) for role in ground.service.responsible]
        self.responsible.setText("\n".join(titles))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        column.addWidget(self.checklist.list)
        column.addSpacing(scaled(14))
        column.addWidget(self.limit)
        column.addSpacing(scaled(14))
        column.addWidget(Text("Penanggung jawab", "label"))
        column.addWidget(self.responsible)
        column.addStretch(1)

    def tell(self, judged: Judged) -> None:
        """Show a draft as it was judged."""
        self.checklist.judge(judged.intake.checklist)
        self.limit.tell(judged.due, judged.limit, len(judged.lacking), judged.outside)
