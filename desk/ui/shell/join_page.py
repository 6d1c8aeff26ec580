"""The page of a first start that joins an office network: the one-time code, then the first load."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desk.rules.errors import DeskError
from desk.ui.fields import TextAreaField
from desk.ui.runtime.tasks import Task, TaskRunner
from desk.ui.shell.sheet_page import refusal_line, say_refusal
from desk.ui.theme.style import reveal, scaled
from desk.ui.theme.text import Text
from desk.ui.widgets import ButtonBar, Card, PrimaryButton, ProgressLine, SecondaryButton

AskFile = Callable[[QWidget], Path | None]
Heard = Callable[[int, int], None]
"""Rows loaded so far and rows in all."""

Join = Callable[[str, Heard], None]
"""Joins the network behind a code and loads what this PC may see; slow, off the UI thread."""

_WIDE = 680
_OF_THE_CODE = frozenset({"bad_code", "code_used", "code_expired"})
_UNEXPECTED = "Komputer ini belum dapat bergabung. Catatan kesalahan telah disimpan; coba sekali lagi."
_OFFLINE = (
    "Server kantor tidak terjangkau. Periksa kabel atau Wi-Fi, dan apakah komputer server menyala; "
    "lalu coba lagi."
)
_WHAT = (
    "Administrator membuat kode sekali pakai untuk komputer ini dan menyerahkannya di kertas atau berkas. "
    "Huruf besar, spasi, dan tanda hubung tidak berpengaruh."
)
_ON = "Penyiapan yang lalu terhenti. Komputer ini sudah terdaftar; pemuatan data dilanjutkan tanpa kode baru."


def ask_code_file(parent: QWidget) -> Path | None:
    """Ask which file holds the code; None when given up."""
    kinds = "Teks (*.txt);;Semua berkas (*)"
    chosen, _filter = QFileDialog.getOpenFileName(parent, "Berkas kode pendaftaran", "", kinds)
    return Path(chosen) if chosen else None


class JoinPage(QWidget):
    """Takes the code, typed, pasted or from a file, and shows how the office's data comes.

    Signals:
        joined(): the PC is a device of the office and holds its data.
        left(): the officer wants to found an office instead.
    """

    joined = Signal()
    left = Signal()

    def __init__(self, join: Join, tasks: TaskRunner, ask: AskFile = ask_code_file) -> None:
        super().__init__()
        self._join, self._tasks, self._ask = join, tasks, ask
        self.lead = Text(_WHAT)
        self.code = TextAreaField("Kode dari administrator", required=True, lines=3, most=4)
        self.file = SecondaryButton("Ambil dari berkas…", "Ctrl+O")
        self.progress = ProgressLine("Menghubungi server kantor…", cancellable=False)
        self.refusal = refusal_line()
        self.go = PrimaryButton("Gabungkan komputer ini", "Ctrl+Return")
        self.back = SecondaryButton("Kembali")
        self._lay_out()
        self.code.changed.connect(self.refusal.hide)
        self.file.clicked.connect(self.take_file)
        self.go.clicked.connect(self.submit)
        self.back.clicked.connect(self.left)
        self._busy(False)

    def _lay_out(self) -> None:
        card = Card()
        card.setMaximumWidth(scaled(_WIDE))
        buttons = ButtonBar((self.go, self.file), (self.back,))
        for part in (Text("Bergabung dengan kantor", "heading"), self.lead, self.code, self.progress):
            card.add(part)
        card.add(self.refusal)
        card.add(buttons)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card, 100)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(1)
        column.addLayout(middle)
        column.addStretch(2)

    def go_on(self) -> None:
        """An earlier start was cut off while loading: go on with that, no code is needed."""
        self.lead.setText(_ON)
        self.code.hide()
        self.file.hide()
        self.back.hide()
        self.go.setText("Lanjutkan pemuatan")
        QTimer.singleShot(0, self, lambda: self._start(""))

    def focus_first(self) -> None:
        """The code."""
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_file(self) -> None:
        """Put the code of a file into the field."""
        path = self._ask(self)
        if path is None:
            return
        try:
            words = path.read_text(encoding="utf-8-sig", errors="replace")
        except OSError:
            self.code.mark(f"Berkas {path.name} tidak dapat dibaca.")
            return
        self.code.set_value(" ".join(words.split()))
        self.focus_first()

    def submit(self) -> None:
        """Join, or say beside the field what is missing."""
        code = self.code.value().strip()
        if not code and not self.code.isHidden():
            self.code.mark("Isi kode dari administrator.")
            self.focus_first()
            return
        self._start(code)

    def _start(self, code: str) -> None:
        self._busy(True)
        self.refusal.hide()
        self.progress.set_progress(0, 0, "Menghubungi server kantor…")

        def work(task: Task) -> None:
            self._join(code, lambda done, total: task.progress(done / max(total, 1), f"{done}/{total}"))

        self._tasks.run(work, lambda _none: self.joined.emit(), self._refused, self._loaded)

    def _loaded(self, share: float, _words: str) -> None:
        percent = min(99, int(share * 100))
        self.progress.set_progress(percent, 100, f"Data kantor dimuat: {percent} %.")

    def _refused(self, error: BaseException) -> None:
        self._busy(False)
        if isinstance(error, DeskError) and error.code in _OF_THE_CODE and not self.code.isHidden():
            self.code.mark(error.message)
            self.focus_first()
        elif isinstance(error, DeskError) and error.code == "offline":
            self.refusal.setText(_OFFLINE)
            self.refusal.show()
        else:
            say_refusal(self.refusal, error, _UNEXPECTED)

    def _busy(self, busy: bool) -> None:
        for part in (self.go, self.file, self.back):
            part.setEnabled(not busy)
        self.code.setEnabled(not busy)
        reveal(self.progress, busy)
