"""The sign-in window: shown at once, filled when the office's data is open, checked in the background."""

import logging
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk.rules.errors import DeskError
from desk.ui.runtime.entry import (
    Account,
    AccountInactiveError,
    CounterChoice,
    OfficeFace,
    SignIn,
    StaffSession,
    TooManyTriesError,
    WrongPasswordError,
)
from desk.ui.runtime.tasks import Task, TaskRunner
from desk.ui.shell.welcome import WelcomePanel
from desk.ui.theme.style import scaled, tint

log = logging.getLogger(__name__)

SIZE = QSize(1040, 640)
OPENING = "Membuka data kantor…"

Field = TypeVar("Field", bound=QWidget)


@dataclass(frozen=True, slots=True)
class Arrival:
    """What the window learns once the office's data is open."""

    sign_in: SignIn
    face: OfficeFace
    accounts: Sequence[Account] = ()
    counters: Sequence[CounterChoice] = ()
    last_counter: str = ""


def refusal_sentence(error: BaseException) -> str:
    """A failed sign-in in one Indonesian sentence."""
    if isinstance(error, TooManyTriesError):
        return f"Terlalu banyak percobaan. Coba lagi dalam {math.ceil(error.wait.total_seconds())} detik."
    if isinstance(error, WrongPasswordError):
        return "Nama pengguna dan kata sandi tidak cocok."
    if isinstance(error, AccountInactiveError):
        return "Akun ini sudah tidak aktif. Hubungi administrator kantor."
    if isinstance(error, DeskError):
        return error.message
    return "Belum dapat masuk; catatan kesalahan telah disimpan. Coba sekali lagi."


def caps_lock_shown(event: QKeyEvent) -> bool | None:
    """Whether this key press shows that Caps Lock is on; None when it shows nothing."""
    text = event.text()
    if len(text) != 1 or not text.isalpha():
        return None
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return text.isupper() != shift


class SignInWindow(QWidget):
    """Name, password, counter. ``load`` opens the office's data in a thread after the first paint.

    Signals:
        signed_in(StaffSession): the officer may work.
        ready(): the office's data is open.
        failed(BaseException): it cannot be opened.
        closed(): the window was closed without signing in.
    """

    signed_in = Signal(object)
    ready = Signal()
    failed = Signal(object)
    closed = Signal()

    def __init__(
        self, load: Callable[[], Arrival], tasks: TaskRunner, face: OfficeFace | None = None
    ) -> None:
        super().__init__()
        self.setObjectName("paper")
        self.setWindowTitle("Desk · Masuk")
        room = self.screen().availableSize()
        self.resize(QSize(scaled(SIZE.width()), scaled(SIZE.height())).boundedTo(room))
        self._load, self._tasks = load, tasks
        self._arrival: Arrival | None = None
        self._painted = False
        self._pending = False
        self._wait = QTimer(self)
        self._wait.setInterval(1000)
        self._wait.timeout.connect(self._count_down)
        self._seconds = 0
        self._build()
        if face is not None:
            self.welcome.show_face(face)

    # building

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.welcome = WelcomePanel()
        self.accounts = self.welcome.accounts
        self.accounts.itemClicked.connect(lambda item: self.fill(self.accounts.row(item)))
        self.accounts.itemActivated.connect(self._activated)
        layout.addWidget(self.welcome, 9)
        layout.addWidget(self._form(), 11)
        self.setTabOrder(self.name, self.password)
        self.setTabOrder(self.password, self.counter)
        self.setTabOrder(self.counter, self.enter)
        self.setTabOrder(self.enter, self.accounts)

    def _form(self) -> QWidget:
        panel = QWidget()
        self._column = QVBoxLayout(panel)
        self._column.setContentsMargins(scaled(56), scaled(24), scaled(56), scaled(24))
        self._column.setSpacing(scaled(6))
        title = QLabel("Masuk")
        title.setProperty("kind", "title")
        self._column.addStretch(1)
        self._column.addWidget(title)
        self._column.addSpacing(scaled(8))
        self.name = self._line("Nama pengguna", QLineEdit())
        self.password = self._line("Kata sandi", QLineEdit())
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.caps = self._quiet("Caps Lock menyala.", "capsHint")
        self.counter = self._line("Loket", QComboBox())
        self._counter_label = self._last_label
        self._show_counter(False)
        self.refusal = self._quiet("", "refusal")
        self.enter = QPushButton("Masuk")
        self.enter.setObjectName("main")
        self.enter.setAutoDefault(True)
        self.enter.clicked.connect(self.submit)
        self._column.addSpacing(scaled(8))
        self._column.addWidget(self.enter)
        self.opening = QLabel(OPENING)
        self.opening.setProperty("kind", "muted")
        self._column.addWidget(self.opening)
        self._column.addStretch(1)
        for edit in (self.name, self.password):
            edit.returnPressed.connect(self._entered)
            edit.installEventFilter(self)
        self.name.textEdited.connect(self._name_typed)
        return panel

    def _line(self, label: str, field: Field) -> Field:
        words = QLabel(label)
        words.setProperty("kind", "label")
        words.setBuddy(field)
        field.setAccessibleName(label)
        self._column.addWidget(words)
        self._column.addWidget(field)
        self._last_label = words
        return field

    def _quiet(self, text: str, name: str) -> QLabel:
        label = QLabel(text)
        label.setObjectName(name)
        label.setWordWrap(True)
        label.hide()
        self._column.addWidget(label)
        return label

    # opening the office

    def paintEvent(self, event: QPaintEvent) -> None:
        """After the first paint the office's data is opened."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.name.setFocus()
            QTimer.singleShot(0, self, self._open)

    def _open(self) -> None:
        load = self._load
        self._tasks.run(lambda _task: load(), self._arrived, self._not_opened)

    def _arrived(self, arrival: Arrival) -> None:
        self._arrival = arrival
        self.opening.hide()
        self.welcome.show_face(arrival.face)
        self.welcome.show_accounts(arrival.accounts, demo=arrival.face.demo)
        self.counter.clear()
        for each in arrival.counters:
            busy = f" (dipakai {each.taken_by})" if each.taken_by else ""
            self.counter.addItem(each.label + busy, each.counter_id)
        self.counter.setCurrentIndex(max(0, self.counter.findData(arrival.last_counter)))
        self._name_typed(self.name.text())
        self.ready.emit()
        self._tasks.run(lambda _task: import_module("desk.ui.shell.window"))
        if self._pending:
            self.submit()

    def _not_opened(self, error: BaseException) -> None:
        """Another window says what is wrong and what helps."""
        self.opening.hide()
        if isinstance(error, DeskError):
            log.info("the office's data does not open: %s", error.english or error.message)
        else:
            log.error("the office's data does not open", exc_info=error)
        self.failed.emit(error)

    def reopen(self) -> None:
        """Try once more to open the office's data."""
        self.opening.show()
        self._open()

    # typing

    def fill(self, row: int) -> None:
        """Fill in the account of that row; the cursor goes where the next key is needed."""
        accounts = self._arrival.accounts if self._arrival else ()
        if not 0 <= row < len(accounts):
            return
        account = accounts[row]
        self.accounts.setCurrentRow(row)
        self.name.setText(account.login)
        self.password.setText(account.password)
        self._show_counter(account.needs_counter and self.counter.count() > 0)
        self._refuse("")
        target: QWidget = self.enter if account.password else self.password
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _activated(self, item: QListWidgetItem) -> None:
        self.fill(self.accounts.row(item))
        if self.password.text():
            self.submit()

    def _name_typed(self, login: str) -> None:
        accounts = self._arrival.accounts if self._arrival else ()
        known = next((each for each in accounts if each.login == login.strip()), None)
        unknown = known is None and bool(self.counter.count()) and not accounts
        self._show_counter((known is not None and known.needs_counter) or unknown)

    def _show_counter(self, shown: bool) -> None:
        self.counter.setVisible(shown)
        self._counter_label.setVisible(shown)

    def _entered(self) -> None:
        if self.name.hasFocus() and not self.password.text():
            self.password.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.submit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys choose an account; letters in the password show whether Caps Lock is on."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.password:
                on = caps_lock_shown(event)
                if on is not None:
                    self.caps.setVisible(on)
            if watched is self.name and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._choose_by_arrow(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
        return super().eventFilter(watched, event)

    def _choose_by_arrow(self, step: int) -> None:
        count = self.accounts.count()
        if count:
            row = self.accounts.currentRow() + step
            self.fill(min(max(row, 0), count - 1))
            self.name.setFocus()

    # signing in

    def submit(self) -> None:
        """Check name and password in the background."""
        if not self.name.text().strip() or not self.password.text():
            self._refuse("Isi nama pengguna dan kata sandi.")
            (self.password if self.name.text().strip() else self.name).setFocus()
            return
        if self._arrival is None:
            self._pending = True
            return
        if not self.enter.isEnabled():
            return
        self._pending = False
        self._busy(True)
        sign_in, login, password = self._arrival.sign_in, self.name.text().strip(), self.password.text()
        shown = self.counter.isVisible()
        counter = str(self.counter.currentData() or "") if shown else ""

        def work(_task: Task) -> StaffSession:
            return sign_in.verify(login, password, counter)

        self._tasks.run(work, self._accepted, self._refused)

    def _accepted(self, session: StaffSession) -> None:
        self.password.clear()
        self._busy(False)
        self.signed_in.emit(session)

    def _refused(self, error: BaseException) -> None:
        self._busy(False)
        self._refuse(refusal_sentence(error))
        if isinstance(error, TooManyTriesError):
            self._seconds = math.ceil(error.wait.total_seconds())
            self.enter.setEnabled(False)
            self._wait.start()
        elif not isinstance(error, (WrongPasswordError, AccountInactiveError, DeskError)):
            log.error("sign-in failed unexpectedly", exc_info=error)
        self.password.setFocus()
        self.password.selectAll()

    def _count_down(self) -> None:
        self._seconds -= 1
        if self._seconds > 0:
            self._refuse(f"Terlalu banyak percobaan. Coba lagi dalam {self._seconds} detik.")
            return
        self._wait.stop()
        self.enter.setEnabled(True)
        self._refuse("")

    def _busy(self, busy: bool) -> None:
        self.enter.setEnabled(not busy)
        self.enter.setText("Memeriksa…" if busy else "Masuk")

    def _refuse(self, text: str) -> None:
        self.refusal.setText(text)
        self.refusal.setVisible(bool(text))
        tint(self.password, "state", "error" if text else "")

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's end is the program's, unless somebody signed in."""
        self._wait.stop()
        self.closed.emit()
        super().closeEvent(event)
