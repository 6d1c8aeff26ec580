"""Berkas: the files kept for a case and the papers that can be printed for it."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.queries.casefile import CaseFile
from desk.ui.fields.files import size_words
from desk.ui.screens.case.papers import CasePaper, case_papers
from desk.ui.theme.style import scaled
from desk.ui.widgets import (
    ButtonBar,
    EmptyState,
    GhostButton,
    RowItem,
    RowList,
    ScrollPage,
    SecondaryButton,
    SectionTitle,
)
from desk.ui.words import short_moment

FILE_KINDS = {
    "incoming_letter": "Surat pemohon",
    "form": "Formulir",
    "identity": "Salinan identitas",
    "answer": "Bahan jawaban",
    "disposition": "Lembar disposisi",
    "signature": "Tanda tangan",
    "other": "Lainnya",
}
"""Kinds of files (``desk.models.Attachment.kind``)."""


class FilesTab(ScrollPage):
    """The tab.

    Signals:
        opened: a file is to be shown (its id).
        removed: a file is to be taken off (its id).
        adding: somebody wants to add files.
        paper_asked: a paper is to be shown (CasePaper).
    """

    opened = Signal(str)
    removed = Signal(str)
    adding = Signal()
    paper_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._papers: dict[str, CasePaper] = {}
        self.files = RowList(
            empty=EmptyState("files", "Belum ada berkas", "Tambahkan surat, formulir, atau data.")
        )
        self.papers = RowList()
        self.add = SecondaryButton("Tambah berkas…", "Ctrl+O", icon="plus")
        self.open = GhostButton("Buka", icon="eye")
        self.remove = GhostButton("Keluarkan", icon="trash")
        self.print = SecondaryButton("Lihat dan cetak…", icon="print")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self.inner)
        column.setContentsMargins(0, 0, scaled(8), 0)
        column.setSpacing(scaled(8))
        column.addWidget(SectionTitle("Berkas permohonan"))
        column.addWidget(self.files)
        column.addWidget(ButtonBar((self.add, self.open, self.remove)))
        column.addWidget(SectionTitle("Kertas yang dapat dicetak"))
        column.addWidget(self.papers)
        column.addWidget(ButtonBar((self.print,)))
        column.addStretch(1)
        self.files.view.setAccessibleName("Berkas permohonan")
        self.papers.view.setAccessibleName("Kertas yang dapat dicetak")
        self.setFocusProxy(self.files)

    def _connect(self) -> None:
        self.files.activated.connect(self.opened)
        self.papers.activated.connect(self._ask)
        self.add.clicked.connect(self.adding)
        self.open.clicked.connect(lambda: self._with_file(self.opened.emit))
        self.remove.clicked.connect(lambda: self._with_file(self.removed.emit))
        self.print.clicked.connect(lambda: self._ask(self.papers.current() or ""))
        self.files.selected.connect(lambda _key: self._enable())
        self.papers.selected.connect(lambda _key: self._enable())

    def show_case(self, file: CaseFile, *, may_change: bool) -> None:
        """Show another case, or the same anew."""
        self.files.set_rows(
            [
                RowItem(
                    row.id,
                    row.name,
                    " · ".join((FILE_KINDS.get(row.kind, row.kind), _when(file, row.at), row.by)),
                    aside=size_words(row.size),
                )
                for row in file.files
            ]
        )
        self._papers = {f"{one.kind}:{one.subject_id}": one for one in case_papers(file)}
        self.papers.set_rows([RowItem(key, one.title, one.detail) for key, one in self._papers.items()])
        for listing, most in ((self.files, 5), (self.papers, 8)):
            empty = scaled(150) if listing is self.files and not file.files else 0
            listing.setFixedHeight(max(listing.height_of_rows(most) + scaled(4), empty))
        self.add.setVisible(may_change)
        self.remove.setVisible(may_change)
        self._enable()

    def _enable(self) -> None:
        chosen = self.files.current() is not None
        self.open.setEnabled(chosen)
        self.remove.setEnabled(chosen)
        self.print.setEnabled(self.papers.current() is not None)

    def _with_file(self, tell: Callable[[str], object]) -> None:
        key = self.files.current()
        if key is not None:
            tell(key)

    def _ask(self, key: str) -> None:
        paper = self._papers.get(key)
        if paper is not None:
            self.paper_asked.emit(paper)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Delete takes the lit file off."""
        if event.key() == Qt.Key.Key_Delete and self.files.view.hasFocus() and self.remove.isEnabled():
            self.remove.click()
            return
        super().keyPressEvent(event)


def _when(file: CaseFile, at: datetime) -> str:
    return short_moment(file.office.local(at))
