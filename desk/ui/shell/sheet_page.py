"""The page that shows a founded office once what must be kept: recovery code, first passwords, the sheet."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from desk.files import write_whole
from desk.rules.errors import DeskError
from desk.ui.runtime.tasks import TaskRunner
from desk.ui.theme.style import scaled
from desk.ui.widgets import ButtonBar, FormGrid, Heading, PrimaryButton, SecondaryButton

log = logging.getLogger(__name__)

AskPath = Callable[[QWidget], Path | None]

WHY = (
    "Kode pemulihan membuka cadangan data di komputer lain. Kode ini dan kata sandi awal hanya ditampilkan "
    "sekali: simpan lembarnya, cetak, lalu kunci di lemari."
)
AGAIN = (
    "Penyiapan yang lalu terhenti sebelum selesai. Kantor tetap ada, dengan kode dan kata sandi yang baru; "
    "lembar yang disimpan sebelum ini tidak berlaku."
)


@dataclass(frozen=True, slots=True)
class FoundedOffice:
    """What is shown once: the recovery code, rows of name, title, login, first password, and the sheet.

    ``again``: an earlier start was cut off, so that sheets saved before are void.
    """

    recovery_code: str
    accounts: Sequence[tuple[str, str, str, str]]
    sheet: bytes
    again: bool = False


def ask_sheet_path(parent: QWidget) -> Path | None:
    """Ask where the sheet goes; None when given up."""
    chosen, _filter = QFileDialog.getSaveFileName(
        parent, "Simpan lembar pemulihan", "lembar-pemulihan.pdf", "PDF (*.pdf)"
    )
    return Path(chosen).with_suffix(".pdf") if chosen else None


class SheetPage(QWidget):
    """The code, the accounts, and two steps: save the sheet, then go in.

    Signals:
        kept(): the sheet was saved and the office took its place.
    """

    kept = Signal()

    def __init__(
        self,
        office: FoundedOffice,
        keep: Callable[[FoundedOffice], None],
        tasks: TaskRunner,
        ask: AskPath = ask_sheet_path,
    ) -> None:
        super().__init__()
        self.office = office
        self._keep, self._tasks, self._ask = keep, tasks, ask
        code = QLabel(office.recovery_code)
        code.setProperty("kind", "title")
        code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        code.setAccessibleName("Kode pemulihan")
        why = QLabel(f"{AGAIN} {WHY}" if office.again else WHY)
        why.setWordWrap(True)
        accounts = QLabel(
            "\n".join(f"{login} · {password} · {name}" for name, _, login, password in office.accounts)
        )
        accounts.setAccessibleName("Akun pertama")
        accounts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.refusal = refusal_line()
        self.save = PrimaryButton("Simpan lembar pemulihan", "Ctrl+S")
        self.save.clicked.connect(self.save_sheet)
        self.enter = SecondaryButton("Lanjut ke halaman masuk")
        self.enter.setEnabled(False)
        self.enter.clicked.connect(self.go_in)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        buttons = ButtonBar((self.save, self.enter))
        column.addWidget(titled_page("Kantor sudah dibuat", why, code, accounts, self.refusal, buttons))

    def save_sheet(self) -> None:
        """Write the sheet where the officer says; only then work may begin."""
        path = self._ask(self)
        if path is None:
            return
        try:
            write_whole(path, self.office.sheet)
        except OSError:
            self.save.setText("Belum tersimpan, pilih folder lain")
            return
        self.save.setText("Lembar tersimpan")
        self.enter.setEnabled(True)
        self.enter.setFocus()

    def go_in(self) -> None:
        """The sheet is kept: the office takes its place."""
        self.enter.setEnabled(False)
        self._tasks.run(lambda _task: self._keep(self.office), lambda _none: self.kept.emit(), self._not_kept)

    def _not_kept(self, error: BaseException) -> None:
        self.enter.setEnabled(True)
        say_refusal(self.refusal, error, "Kantor belum dapat dibuka.")


def refusal_line() -> QLabel:
    """A line, hidden so far, for why something could not be done."""
    label = QLabel()
    label.setObjectName("refusal")
    label.setWordWrap(True)
    label.hide()
    return label


def say_refusal(label: QLabel, error: BaseException, otherwise: str) -> None:
    """Show why something could not be done; what has no name is logged."""
    if not isinstance(error, DeskError):
        log.error(otherwise, exc_info=error)
    label.setText(error.message if isinstance(error, DeskError) else otherwise)
    label.show()


def titled_page(title: str, *parts: QWidget) -> QWidget:
    """Parts under a heading, from the top; a form takes the room that is left."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(scaled(14))
    column.addWidget(Heading(title))
    for part in parts:
        column.addWidget(part, 1 if isinstance(part, FormGrid) else 0)
    if not any(isinstance(part, FormGrid) for part in parts):
        column.addStretch(1)
    return page
