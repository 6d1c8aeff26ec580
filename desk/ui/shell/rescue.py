"""The calm page in place of the sign-in when the office's data does not open: what it is, and the cure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.rules.errors import DeskError
from desk.ui.fields import FileField, TextField
from desk.ui.fields.files import Chooser, ask_files
from desk.ui.runtime.tasks import TaskRunner
from desk.ui.shell.sheet_page import refusal_line, say_refusal
from desk.ui.theme.style import reveal, scaled
from desk.ui.theme.text import Text
from desk.ui.widgets import ButtonBar, Card, PrimaryButton, SecondaryButton
from desk.ui.words import named_day

SIZE = QSize(1040, 640)
_WIDE = 640


@dataclass(frozen=True, slots=True)
class Cures:
    """What can be done, each slow and off the UI thread: ``with_code`` brings the key back; ``from_backup``
    puts a backup in place and says when it was made (local time)."""

    with_code: Callable[[str], None]
    from_backup: Callable[[Path, str], datetime]


class Way(Enum):
    """How the data can be opened again."""

    CODE = auto()
    BACKUP = auto()
    AGAIN = auto()
    DONE = auto()


_WAYS = {
    "key_missing": Way.CODE,
    "wrong_key": Way.CODE,
    "store_damaged": Way.BACKUP,
    "store_missing": Way.BACKUP,
    "recovery_copy_missing": Way.BACKUP,
}
_HEADINGS = {
    Way.CODE: "Kunci data komputer ini tidak ditemukan",
    Way.BACKUP: "Data kantor tidak dapat dibaca",
    Way.AGAIN: "Data kantor belum dapat dibuka",
    Way.DONE: "Cadangan dipulihkan",
}
_SENTENCES = {
    Way.CODE: "Data kantor ada di komputer ini, tetapi kuncinya hilang atau tidak cocok. Ambil lembar "
    "pemulihan dari lemari terkunci, lalu ketik kodenya di sini; kunci itu akan kembali.",
    Way.BACKUP: "Berkas data di komputer ini rusak atau tidak lengkap. Pilih berkas cadangan terakhir, lalu "
    "ketik kode dari lembar pemulihan. Data yang rusak disimpan di samping, tidak dihapus.",
}
_ACTIONS = {
    Way.CODE: "Buka data kantor",
    Way.BACKUP: "Pulihkan cadangan",
    Way.AGAIN: "Coba lagi",
    Way.DONE: "Lanjut ke halaman masuk",
}
_OF_THE_CODE = {"malformed_recovery_code", "wrong_recovery_code"}
_OF_THE_FILE = {"not_a_backup", "damaged_backup", "schema_too_new", "folder_unusable"}
_UNEXPECTED = "Catatan kesalahan telah disimpan. Coba sekali lagi; bila tetap begini, hubungi administrator."


class RescueWindow(QWidget):
    """One page, by what is wrong: the code; or a backup and the code; or only another try.

    Signals:
        mended(): the data may open now.
    """

    mended = Signal()

    def __init__(
        self, error: BaseException, cures: Cures, tasks: TaskRunner, chooser: Chooser = ask_files
    ) -> None:
        super().__init__()
        self.setObjectName("paper")
        self.setWindowTitle("Desk · Pemulihan data")
        room = self.screen().availableSize()
        self.resize(QSize(scaled(SIZE.width()), scaled(SIZE.height())).boundedTo(room))
        self._cures, self._tasks = cures, tasks
        self._build(chooser)
        self.show_way(_WAYS.get(getattr(error, "code", ""), Way.AGAIN), error)
        QTimer.singleShot(0, self, self._focus)

    def _build(self, chooser: Chooser) -> None:
        self.heading, self.sentence = Text("", "heading"), Text("")
        self.file = FileField("Berkas cadangan", required=True, chooser=chooser, most=1)
        self.code = TextField("Kode pemulihan", required=True, hint="Tujuh kelompok huruf dan angka")
        self.refusal = refusal_line()
        self.code.changed.connect(self.refusal.hide)
        self.act = PrimaryButton("", "Ctrl+Return")
        self.act.clicked.connect(self.go)
        self.other = SecondaryButton("")
        self.other.clicked.connect(self._take_other_way)
        card = Card()
        card.setMaximumWidth(scaled(_WIDE))
        buttons = ButtonBar((self.act, self.other))
        for part in (self.heading, self.sentence, self.file, self.code, self.refusal, buttons):
            card.add(part)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card, 100)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(32), scaled(24), scaled(32), scaled(24))
        column.addStretch(1)
        column.addLayout(middle)
        column.addStretch(2)

    def show_way(self, way: Way, error: BaseException | None = None, sentence: str = "") -> None:
        """Show one way; ``error`` says in its own words what is wrong where the way has none."""
        self.way = way
        told = error.message if isinstance(error, DeskError) else _UNEXPECTED
        self.heading.setText(_HEADINGS[way])
        self.sentence.setText(sentence or _SENTENCES.get(way, told))
        reveal(self.file, way is Way.BACKUP)
        reveal(self.code, way in (Way.CODE, Way.BACKUP))
        reveal(self.other, way in (Way.CODE, Way.BACKUP))
        self.other.setText("Pulihkan dari cadangan" if way is Way.CODE else "Coba dengan kode saja")
        self._busy(False)

    def go(self) -> None:
        """Do what the page offers, in the background."""
        if self.way in (Way.AGAIN, Way.DONE):
            self.mended.emit()
            return
        if self._lacking():
            return
        self._busy(True)
        self.refusal.hide()
        code, files = self.code.value(), self.file.value()
        if self.way is Way.CODE:
            self._tasks.run(
                lambda _task: self._cures.with_code(code), lambda _none: self.mended.emit(), self._refused
            )
        else:
            self._tasks.run(
                lambda _task: self._cures.from_backup(files[0], code), self._restored, self._refused
            )

    def _lacking(self) -> bool:
        lacking: list[tuple[FileField | TextField, str]] = []
        if self.way is Way.BACKUP and not self.file.value():
            lacking.append((self.file, "Pilih berkas cadangan."))
        if not self.code.value():
            lacking.append((self.code, "Ketik kode dari lembar pemulihan."))
        for field, words in lacking:
            field.mark(words)
        if lacking:
            lacking[0][0].setFocus()
        return bool(lacking)

    def _refused(self, error: BaseException) -> None:
        self._busy(False)
        known = error.code if isinstance(error, DeskError) else ""
        if known in _OF_THE_CODE and isinstance(error, DeskError):
            self.code.mark(error.message)
            self.code.setFocus()
        elif known in _OF_THE_FILE and isinstance(error, DeskError):
            self.file.mark(error.message)
            self.file.setFocus()
        elif self.way is Way.CODE and _WAYS.get(known) is Way.BACKUP:
            self.show_way(Way.BACKUP)
            self._focus()
        else:
            say_refusal(self.refusal, error, _UNEXPECTED)

    def _restored(self, made_at: datetime) -> None:
        day = f"{named_day(made_at.date())} pukul {made_at:%H.%M}"
        self.show_way(
            Way.DONE,
            sentence=f"Data kantor sekarang seperti pada {day}. Yang dicatat sesudah itu perlu dimasukkan "
            "lagi; data yang rusak masih disimpan di komputer ini.",
        )
        self._focus()

    def _take_other_way(self) -> None:
        self.refusal.hide()
        self.code.mark(None)
        self.show_way(Way.BACKUP if self.way is Way.CODE else Way.CODE)
        self._focus()

    def _busy(self, busy: bool) -> None:
        self.act.setEnabled(not busy)
        self.other.setEnabled(not busy)
        self.act.setText("Tunggu sebentar…" if busy else _ACTIONS[self.way])

    def _focus(self) -> None:
        parts: dict[Way, QWidget] = {Way.CODE: self.code, Way.BACKUP: self.file}
        parts.get(self.way, self.act).setFocus(Qt.FocusReason.TabFocusReason)
