"""Disposisi: the sheet as it stands, entry by entry, and the way to print it (R3)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.actions.dispositions import NATURES
from desk.queries.casefile import CaseFile
from desk.queries.history import DispositionRow
from desk.rules.workflow import Sheet
from desk.standards.model import Standard
from desk.ui.screens.case.pieces import Facts, ReadPage
from desk.ui.screens.case.words import by_words, role_words
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text, rule
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import Badge, ButtonBar, EmptyState, SecondaryButton
from desk.ui.words import full_day, full_moment


class _Entry(QWidget):
    """One entry of the sheet."""

    def __init__(self, row: DispositionRow, file: CaseFile, standard: Standard) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, scaled(4))
        column.setSpacing(scaled(6))
        head = QHBoxLayout()
        head.addWidget(Text(by_words(standard, row.by, row.from_role, row.acting), "strong"), 1)
        if row.from_paper:
            head.addWidget(Badge("dicatat dari kertas", Tone.NEUTRAL), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(Facts(_pairs(row, file, standard)))
        column.addWidget(rule())


def _pairs(row: DispositionRow, file: CaseFile, standard: Standard) -> tuple[tuple[str, str], ...]:
    return (
        ("Waktu", full_moment(file.office.local(row.at))),
        ("Sifat", NATURES.get(row.nature, row.nature)),
        ("Diteruskan kepada", ", ".join(role_words(standard, role) for role in row.to_roles)),
        ("Isi disposisi", "; ".join(row.phrases)),
        ("Instruksi", row.instruction),
        ("Usul dan saran", row.advice),
        ("Paling lambat", full_day(row.deadline) if row.deadline else ""),
        ("Dicatat oleh", row.recorded_by if row.recorded_by != row.by else ""),
    )


class SheetTab(QWidget):
    """The tab.

    Signals:
        printed: the sheet is asked for on paper.
    """

    printed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = ReadPage("Lembar disposisi")
        self.button = SecondaryButton("Lembar disposisi…", icon="print")
        self.button.clicked.connect(self.printed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(10))
        column.addWidget(self.page, 1)
        column.addWidget(ButtonBar((self.button,)))
        self.setFocusProxy(self.page)

    def show_case(self, file: CaseFile, standard: Standard) -> None:
        """Show another case, or the same anew."""
        entries: list[QWidget] = [_Entry(row, file, standard) for row in file.dispositions]
        if not entries:
            entries = [EmptyState("flow", "Belum ada disposisi", _why_empty(file))]
        self.page.refill(entries)
        self.button.setVisible(file.flow.uses(Sheet.DISPOSE, Sheet.SPOKEN))


def _why_empty(file: CaseFile) -> str:
    if file.flow.uses(Sheet.DISPOSE, Sheet.SPOKEN):
        return "Disposisi Sekretaris dan Ketua akan tampil di sini."
    return "Alur permohonan ini berjalan tanpa lembar disposisi."
