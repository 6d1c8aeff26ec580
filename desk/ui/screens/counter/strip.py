"""After saving: the number just given, and what may come next with one key."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from desk.rules.numbering import is_provisional
from desk.rules.workflow import Move
from desk.ui.screens.case.words import NUMBER_PENDING
from desk.ui.theme.flow import FlowLayout
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import GhostButton, IconButton, SecondaryButton


def asks(move: Move) -> bool:
    """Whether something is asked first, on the page of the case: an entry, to whom, why."""
    return bool(move.entry) or move.names_role or move.reason_required


class SavedStrip(QFrame):
    """Says what was registered; hidden until `tell`.

    Signals:
        moved(str, object): a move of the case was chosen (case id, `Move`).
        opened(str): the case is to be shown.
    """

    moved = Signal(str, object)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.case_id = self._given = ""
        self.number, self.detail = Text("", "strong"), Text("", "muted")
        self.open = GhostButton("Buka permohonan")
        self.cross = IconButton("close", "Tutup")
        words = QVBoxLayout()
        words.setSpacing(scaled(4))
        words.addWidget(self.number)
        words.addWidget(self.detail)
        self._flow = FlowLayout(gap=scaled(8))
        words.addLayout(self._flow)
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(16), scaled(10), scaled(10), scaled(10))
        row.addLayout(words, 1)
        row.addWidget(self.cross)
        self._moves: list[SecondaryButton] = []
        self.open.clicked.connect(lambda: self.opened.emit(self.case_id))
        self.cross.clicked.connect(self.hide)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def tell(self, case_id: str, number: str, detail: str, moves: Sequence[Move]) -> None:
        """Show a case just opened; ``moves`` are what may be done now."""
        self.case_id = case_id
        self._name(number)
        self.detail.setText(detail)
        self.offer(moves)
        self.show()

    def renumber(self, standing_for: Callable[[str], str]) -> None:
        """The official number may have come for a provisional one."""
        if is_provisional(self._given):
            self._name(standing_for(self._given))

    def _name(self, number: str) -> None:
        self._given = number
        waits = is_provisional(number)
        self.number.setText(f"Terdaftar {number} · {NUMBER_PENDING}" if waits else f"Terdaftar {number}")
        self.number.set_tone(Tone.WARN if waits else Tone.GOOD)

    def compact(self, little_room: bool) -> None:
        """Keep to the number where the window is low for its text; the case's page has the rest."""
        self.detail.setHidden(little_room)
        for button in self._moves:
            button.setHidden(little_room)

    def offer(self, moves: Sequence[Move]) -> None:
        """Offer these moves of the case."""
        for old in self._moves:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._moves = [SecondaryButton(f"{move.label}…" if asks(move) else move.label) for move in moves]
        for button, move in zip(self._moves, moves, strict=True):
            button.clicked.connect(lambda _on=False, one=move: self.moved.emit(self.case_id, one))
            self._flow.addWidget(button)
        self._flow.removeWidget(self.open)
        self._flow.addWidget(self.open)

    def move_buttons(self) -> Sequence[SecondaryButton]:
        """The buttons of moves offered now."""
        return tuple(self._moves)
