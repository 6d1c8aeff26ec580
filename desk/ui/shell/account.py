"""The officer's own settings in the drawer: another password, the size of the text."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.entry import SignInError, WrongPasswordError
from desk.ui.runtime.tasks import Task
from desk.ui.theme.style import scaled, tint
from desk.ui.theme.tokens import SCALES
from desk.ui.widgets.buttons import PrimaryButton

SHORTEST_PASSWORD = 8


class PasswordForm(QWidget):
    """Old password, new one twice; checked beside the fields, saved in the background."""

    def __init__(self, ctx: ScreenContext) -> None:
        super().__init__()
        self._ctx = ctx
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(scaled(4))
        self.old, self._old_problem = self._field("Kata sandi sekarang")
        self.new, self._new_problem = self._field(
            f"Kata sandi baru (paling sedikit {SHORTEST_PASSWORD} huruf)"
        )
        self.again, self._again_problem = self._field("Kata sandi baru, sekali lagi")
        self.save_button = PrimaryButton("Simpan kata sandi")
        self.save_button.clicked.connect(self.save)
        self._layout.addSpacing(scaled(8))
        self._layout.addWidget(self.save_button)
        self._layout.addStretch(1)
        self.setFocusProxy(self.old)

    def _field(self, label: str) -> tuple[QLineEdit, QLabel]:
        words = QLabel(label)
        words.setProperty("kind", "label")
        edit = QLineEdit()
        edit.setEchoMode(QLineEdit.EchoMode.Password)
        edit.setAccessibleName(label)
        edit.returnPressed.connect(self.save)
        problem = QLabel()
        problem.setObjectName("problem")
        problem.setWordWrap(True)
        problem.hide()
        words.setBuddy(edit)
        for widget in (words, edit, problem):
            self._layout.addWidget(widget)
        return edit, problem

    @staticmethod
    def _mark(edit: QLineEdit, problem: QLabel, text: str) -> None:
        problem.setText(text)
        problem.setVisible(bool(text))
        tint(edit, "state", "error" if text else "")

    def _check(self) -> bool:
        short = len(self.new.text()) < SHORTEST_PASSWORD
        differs = self.new.text() != self.again.text()
        self._mark(self.old, self._old_problem, "" if self.old.text() else "Isi kata sandi sekarang.")
        self._mark(self.new, self._new_problem, "Kata sandi baru terlalu pendek." if short else "")
        self._mark(self.again, self._again_problem, "Kedua kata sandi baru belum sama." if differs else "")
        return bool(self.old.text()) and not short and not differs

    def save(self) -> None:
        """Change the password when the fields are right."""
        if not self._check() or not self.save_button.isEnabled():
            return
        session, old, new = self._ctx.session, self.old.text(), self.new.text()
        self.save_button.setEnabled(False)

        def work(_task: Task) -> None:
            self._ctx.ports.sign_in.change_password(session, old, new)

        self._ctx.run(work, lambda _none: self._done(), self._failed)

    def _done(self) -> None:
        self._ctx.close_drawer()
        self._ctx.toast("Kata sandi diganti.", tone="done")

    def _failed(self, error: BaseException) -> None:
        self.save_button.setEnabled(True)
        if isinstance(error, WrongPasswordError):
            self._mark(self.old, self._old_problem, "Kata sandi sekarang tidak cocok.")
        elif isinstance(error, SignInError):
            self._mark(self.new, self._new_problem, str(error) or "Kata sandi baru belum dapat dipakai.")
        else:
            self._ctx.say_error(error)


class TextSizeForm(QWidget):
    """Three sizes; the window changes at once, so what is chosen is what is seen."""

    def __init__(self, current: float, choose: Callable[[float], object]) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        self.buttons: dict[float, QPushButton] = {}
        for factor in SCALES:
            button = QPushButton(f"{round(factor * 100)} %")
            button.setObjectName("scale")
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setChecked(factor == current)
            button.clicked.connect(lambda _checked=False, factor=factor: choose(factor))
            row.addWidget(button)
            self.buttons[factor] = button
        row.addStretch(1)
        layout.addLayout(row)
        words = QLabel("Ukuran berlaku untuk semua layar di komputer ini.")
        words.setProperty("kind", "muted")
        words.setWordWrap(True)
        layout.addWidget(words)
        layout.addStretch(1)
