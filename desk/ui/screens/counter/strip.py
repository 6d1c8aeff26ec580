"""After saving: the number just given, and what may come next with one key."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desk.rules.workflow import Move
from desk.ui.theme.flow import FlowLayout
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import IconButton, LinkButton, SecondaryButton


class SavedStrip(QFrame):
    """Says what was registered; hidden until `tell`.

    Signals:
        moved(str, str): a move of the case was chosen (case id, verb).
        opened(str): the case is to be shown.
        next_wanted: finish the ticket and call the next.
    """

    moved = Signal(str, str)
    opened = Signal(str)
    next_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.case_id = ""
        self.number, self.detail = Text("", "strong"), Text("", "small")
        self.next = SecondaryButton("Selesai & panggil berikut")
        self.next.show_key("F2")
        self.open = LinkButton("Buka permohonan")
        self.cross = IconButton("close", "Tutup")
        words = QVBoxLayout()
        words.setSpacing(scaled(2))
        words.addWidget(self.number)
        words.addWidget(self.detail)
        self._flow = FlowLayout(gap=scaled(8))
        words.addLayout(self._flow)
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(16), scaled(10), scaled(10), scaled(10))
        row.addLayout(words, 1)
        row.addWidget(self.cross)
        self._flow.addWidget(self.next)
        self._moves: list[SecondaryButton] = []
        self._flow.addWidget(self.open)
        self.number.set_tone(Tone.GOOD)
        self.next.clicked.connect(self.next_wanted)
        self.open.clicked.connect(lambda: self.opened.emit(self.case_id))
        self.cross.clicked.connect(self.hide)
        self.hide()

    def tell(self, case_id: str, title: str, detail: str, ticket: str, moves: Sequence[Move]) -> None:
        """Show a case just opened; ``ticket`` is the label still in hand, ``moves`` what may be done now."""
        self.case_id = case_id
        self.number.setText(title)
        self.detail.setText(detail)
        self.next.setText(f"Selesai {ticket} & panggil berikut")
        self.next.setVisible(bool(ticket))
        self.offer(moves)
        self.show()

    def offer(self, moves: Sequence[Move]) -> None:
        """Offer these moves of the case."""
        for old in self._moves:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._moves = [SecondaryButton(move.label) for move in moves]
        for button, move in zip(self._moves, moves, strict=True):
            button.clicked.connect(lambda _on=False, verb=move.verb: self.moved.emit(self.case_id, verb))
            self._flow.addWidget(button)

    def move_buttons(self) -> Sequence[SecondaryButton]:
        """The buttons of moves offered now."""
        return tuple(self._moves)
