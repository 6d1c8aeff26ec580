"""Small forms in the drawer: a reason, a role, a person, corrections, a paraf, an earlier date."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desk.ui.fields import Choice, ChoiceField, DateField, TextAreaField
from desk.ui.theme.style import reveal, scaled
from desk.ui.theme.text import Text
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import Banner, GhostButton, PrimaryButton


class Sheet(QWidget):
    """A column of fields with one main button (Ctrl+Enter).

    Signals:
        confirmed: the main button was pressed and nothing is missing.
        given_up: the officer changed their mind.
    """

    confirmed = Signal()
    given_up = Signal()
    drawer_width = 440

    def __init__(self, action: str, lead: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(scaled(12))
        self.news = Banner()
        self.column.addWidget(self.news)
        if lead:
            self.column.addWidget(Text(lead))
        self.main = PrimaryButton(action, "Ctrl+Return")
        self.back = GhostButton("Batal")
        self.main.clicked.connect(self._press)
        self.back.clicked.connect(self.given_up)

    def buttons(self) -> Sequence[QPushButton]:
        """Buttons for the foot of the drawer."""
        return (self.main, self.back)

    def refuse(self, sentence: str) -> None:
        """Say why it could not be done; what is typed stays."""
        self.news.say(sentence, Tone.BAD)

    def complete(self) -> bool:
        """Whether everything needed is given; marks what is not."""
        return True

    def _press(self) -> None:
        if self.complete():
            self.confirmed.emit()


class ReasonSheet(Sheet):
    """Words before a move: a reason, corrections, a note; and where the move asks, a role or a person."""

    def __init__(
        self,
        action: str,
        lead: str = "",
        *,
        label: str = "Alasan",
        required: bool = True,
        roles: Sequence[Choice] = (),
        people: Sequence[Choice] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(action, lead, parent)
        self.role = ChoiceField("Kepada", roles, required=True)
        self.person = ChoiceField("Kepada", people, required=True)
        self.words = TextAreaField(label, required=required, lines=3, most=10)
        for field, offered in ((self.role, roles), (self.person, people)):
            reveal(field, bool(offered))
            self.column.addWidget(field)
            if offered:
                field.set_value(offered[0].value)
        self.column.addWidget(self.words)
        self._asked = (bool(roles), bool(people))

    def reason(self) -> str:
        """The words, without outer spaces."""
        return self.words.value()

    def to_role(self) -> str | None:
        """The role chosen, None where none is asked."""
        return self.role.value() if self._asked[0] else None

    def to_person(self) -> str | None:
        """The person chosen (staff id), None where none is asked."""
        return self.person.value() if self._asked[1] else None

    def complete(self) -> bool:
        """The reason where one is required."""
        if self.words.required and not self.reason():
            self.words.mark(f"Isi {self.words.label().lower()}.")
            self.words.setFocus()
            return False
        return True


class BackDateSheet(Sheet):
    """Signing under an earlier date; the number takes a suffix (R2)."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        lead = (
            "Surat diberi tanggal yang sudah lewat. Nomornya mengikuti nomor terakhir pada tanggal itu "
            "dengan akhiran, mis. 12.2, dan tercatat dalam riwayat."
        )
        super().__init__("Tanda tangani", lead, parent)
        self._today = today
        self.day = DateField("Tanggal surat", today=today, required=True, latest=today() - timedelta(days=1))
        self.column.addWidget(self.day)

    def complete(self) -> bool:
        """A day before today."""
        day = self.day.value()
        if day is None or day >= self._today():
            self.day.mark("Isi tanggal surat, sebelum hari ini.")
            self.day.setFocus()
            return False
        return True
