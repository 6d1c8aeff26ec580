"""Preview of a paper in the drawer: zoom, pages, print (Ctrl+P), save as PDF (Ctrl+S)."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from desk.files import write_whole
from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.ports import Paper, PrinterChoice
from desk.ui.runtime.printing import OpenPdf
from desk.ui.theme.style import scaled
from desk.ui.widgets.buttons import GhostButton, PrimaryButton, SecondaryButton

ZOOM_STEP, ZOOM_LEAST, ZOOM_MOST = 1.2, 0.25, 5.0
MOST_COPIES = 9
_ROLLS = {"roll80": "struk 80 mm", "roll58": "struk 58 mm"}

AskPath = Callable[[QWidget, str], Path | None]


def ask_path(parent: QWidget, name: str) -> Path | None:
    """Ask where to save a PDF; None when given up."""
    chosen, _filter = QFileDialog.getSaveFileName(parent, "Simpan PDF", name, "PDF (*.pdf)")
    return Path(chosen).with_suffix(".pdf") if chosen else None


class PreviewPanel(QWidget):
    """One paper, ready to print."""

    def __init__(
        self, ctx: ScreenContext, paper: Paper, subject_id: str = "", ask: AskPath = ask_path
    ) -> None:
        super().__init__()
        self._ctx, self.paper, self._subject, self._ask = ctx, paper, subject_id, ask
        self._open = OpenPdf(paper.pdf)
        self._choice = ctx.ports.printers.choice(paper.kind)
        self.view = QPdfView(self)
        self.view.setDocument(self._open.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitInView)
        self.view.setAccessibleName(f"Pratinjau {paper.title}")
        self.page = QLabel()
        self.page.setProperty("kind", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(10))
        layout.addLayout(self._tools())
        layout.addWidget(self.view, 1)
        layout.addLayout(self._print_row())
        self.setFocusProxy(self.print_button)
        self.view.pageNavigator().currentPageChanged.connect(lambda _page: self._tell_page())
        self._tell_page()
        self._keys()

    # building

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.page)
        row.addStretch(1)
        for label, tip, step in (
            ("−", "Perkecil · Ctrl+−", lambda: self.zoom(1 / ZOOM_STEP)),
            ("+", "Perbesar · Ctrl++", lambda: self.zoom(ZOOM_STEP)),
            ("Lebar", "Selebar jendela · Ctrl+0", self.fit_width),
            ("Sehalaman", "Satu halaman utuh · Ctrl+9", self.fit_page),
        ):
            button = GhostButton(label)
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.clicked.connect(step)
            row.addWidget(button)
        return row

    def _print_row(self) -> QVBoxLayout:
        self.printer = QComboBox()
        self.printer.setAccessibleName("Printer")
        self.printer.setMinimumContentsLength(14)
        for info in self._ctx.ports.printers.available():
            self.printer.addItem(info.name if info.online else f"{info.name} ({info.state})", info.name)
        at = self.printer.findData(self._choice.printer)
        self.printer.setCurrentIndex(max(at, 0))
        self.printer.setPlaceholderText("Belum ada printer")
        self.copies = QComboBox()
        for number in range(1, MOST_COPIES + 1):
            self.copies.addItem(f"{number} rangkap", number)
        self.copies.setCurrentIndex(self._choice.copies - 1)
        self.copies.setAccessibleName("Jumlah rangkap")
        self.silent = QCheckBox("Lain kali cetak langsung")
        self.silent.setToolTip("Kertas jenis ini dicetak tanpa pratinjau")
        self.silent.setChecked(self._choice.silent)
        self.print_button = PrimaryButton("Cetak", "Ctrl+P", icon="print")
        self.print_button.clicked.connect(self.print_now)
        self.save_button = SecondaryButton("Simpan PDF", "Ctrl+S", icon="download")
        self.save_button.clicked.connect(self.save)
        choices, buttons = QHBoxLayout(), QHBoxLayout()
        choices.addWidget(self.printer, 1)
        choices.addWidget(self.copies)
        choices.addWidget(self.silent)
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.save_button)
        buttons.addStretch(1)
        rows = QVBoxLayout()
        rows.setSpacing(scaled(8))
        rows.addLayout(choices)
        rows.addLayout(buttons)
        return rows

    def _keys(self) -> None:
        for keys, action in (
            ("Ctrl++", lambda: self.zoom(ZOOM_STEP)),
            ("Ctrl+=", lambda: self.zoom(ZOOM_STEP)),
            ("Ctrl+-", lambda: self.zoom(1 / ZOOM_STEP)),
            ("Ctrl+0", self.fit_width),
            ("Ctrl+9", self.fit_page),
            ("PgDown", lambda: self.turn(1)),
            ("PgUp", lambda: self.turn(-1)),
        ):
            key = QShortcut(QKeySequence(keys), self)
            key.setContext(Qt.ShortcutContext.WindowShortcut)
            key.activated.connect(action)

    # doing

    @property
    def pages(self) -> int:
        """Number of pages."""
        return self._open.document.pageCount()

    def zoom(self, factor: float) -> None:
        """Enlarge or shrink, within limits."""
        now = self.view.zoomFactor()
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(min(max(now * factor, ZOOM_LEAST), ZOOM_MOST))

    def fit_width(self) -> None:
        """As wide as the drawer."""
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def fit_page(self) -> None:
        """One page as a whole."""
        self.view.setZoomMode(QPdfView.ZoomMode.FitInView)

    def turn(self, step: int) -> None:
        """Go some pages on or back."""
        navigator = self.view.pageNavigator()
        target = min(max(navigator.currentPage() + step, 0), self.pages - 1)
        navigator.jump(target, QPointF(), navigator.currentZoom())

    def print_now(self) -> None:
        """Print on the chosen printer and remember the choice for this kind of paper."""
        printer = self.printer.currentData() or ""
        choice = PrinterChoice(printer, self.silent.isChecked(), self.copies.currentData())
        if self._ctx.send_to_printer(self.paper, self._subject, choice.copies, printer):
            self._ctx.act(lambda: self._ctx.ports.printers.choose(self.paper.kind, choice))
            self._ctx.close_drawer()

    def save(self) -> None:
        """Save the PDF where the officer says."""
        path = self._ask(self, self.paper.name)
        if path is not None:
            self._ctx.act(lambda: write_whole(path, self.paper.pdf), done=f"Disimpan: {path.name}")

    def _tell_page(self) -> None:
        current = self.view.pageNavigator().currentPage() + 1
        size = _ROLLS.get(self.paper.size, self.paper.size)
        self.page.setText(f"Halaman {current} dari {self.pages} · {size}")
