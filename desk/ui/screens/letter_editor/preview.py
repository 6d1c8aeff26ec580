"""The letter as it will be on paper, drawn in the background while it is written."""

from collections.abc import Callable

from PySide6.QtCore import QMargins, QTimer, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.ports import Paper
from desk.ui.runtime.printing import OpenPdf
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text
from desk.ui.theme.tokens import COLOURS, Tone

DELAY_MS = 350

MakePaper = Callable[[], Paper]


class LivePreview(QWidget):
    """Shows one paper; `ask` draws another, the latest asked for only, one at a time.

    Signals:
        drawn(int): a paper is shown; its number of pages.
    """

    drawn = Signal(int)

    def __init__(
        self, ctx: ScreenContext, *, delay_ms: int = DELAY_MS, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._wanted: MakePaper | None = None
        self._busy = False
        self._open: OpenPdf | None = None
        self._blank = QPdfDocument(self)
        self.pages = 0
        self.note = Text("", "small")
        self.view = QPdfView(self)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setAccessibleName("Pratinjau surat")
        self.view.setMinimumSize(scaled(220), scaled(200))
        _calm(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        column.addWidget(self.note)
        column.addWidget(self.view, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(delay_ms)
        self._timer.timeout.connect(self._start)

    def ask(self, make: MakePaper, *, now: bool = False) -> None:
        """Draw this paper after a pause in typing; with ``now`` at once."""
        self._wanted = make
        if now:
            self._timer.stop()
            self._start()
        else:
            self._timer.start()

    def forget(self) -> None:
        """Show nothing (another case)."""
        self._wanted = None
        self._timer.stop()
        self._let_go()
        self.note.setText("")

    def _start(self) -> None:
        make, self._wanted = self._wanted, None
        if make is None:
            return
        if self._busy:
            self._wanted = make
            return
        self._busy = True
        if self._open is None:
            self._say("Menyusun pratinjau…", None)
        self._ctx.run(lambda _task: make(), self._made, self._failed)

    def _made(self, paper: Paper) -> None:
        self._busy = False
        if self._wanted is None:
            self._show(paper)
        elif not self._timer.isActive():
            self._start()

    def _failed(self, error: BaseException) -> None:
        self._busy = False
        self._let_go()
        said = str(error) if hasattr(error, "code") else "Pratinjau belum dapat dibuat."
        self._say(said, Tone.WARN)
        if self._wanted is not None and not self._timer.isActive():
            self._start()

    def _show(self, paper: Paper) -> None:
        opened = OpenPdf(paper.pdf)
        place = self.view.verticalScrollBar().value()
        self._let_go()
        self._open = opened
        self.view.setDocument(opened.document)
        self.view.verticalScrollBar().setValue(place)
        self.pages = opened.document.pageCount()
        self._say(*pages_words(self.pages))
        self.drawn.emit(self.pages)

    def _say(self, words: str, tone: Tone | None) -> None:
        self.note.setText(words)
        self.note.set_tone(tone)

    def _let_go(self) -> None:
        self.pages = 0
        if self._open is not None:
            self.view.setDocument(self._blank)
            self._open.close()
            self._open = None


def _calm(view: QPdfView) -> None:
    """The desk under the paper in the colours of the program."""
    palette = view.palette()
    palette.setColor(QPalette.ColorRole.Dark, QColor(COLOURS.sunken))
    view.setPalette(palette)
    gap = scaled(8)
    view.setDocumentMargins(QMargins(gap, gap, gap, gap))


def pages_words(pages: int) -> tuple[str, Tone | None]:
    """``1 halaman``; a letter that spills over says so."""
    if pages <= 1:
        return "Satu halaman", None
    return (
        f"{pages} halaman: surat melewati satu halaman. Ringkas isi bila dimaksudkan satu lembar.",
        Tone.WARN,
    )
