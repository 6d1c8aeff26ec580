"""The card that lists open cases whose due date moved with the last change of the calendar."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desk.ui.screens.calendar.words import moved_words
from desk.ui.screens.tray.words import short_number
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text
from desk.ui.widgets import Card, RowItem, RowList, SectionTitle

if TYPE_CHECKING:
    from desk.actions.limits import DueMove
    from desk.ui.runtime.context import ScreenContext

_NONE = "Tidak ada batas waktu permohonan terbuka yang bergeser."


class MovedCard(Card):
    """Hidden until a change was made; Enter on a line opens that case."""

    def __init__(self, ctx: "ScreenContext") -> None:
        super().__init__()
        self._ctx = ctx
        self.heading = SectionTitle("Batas waktu yang bergeser")
        self.sentence = Text("", "muted")
        self.list = RowList()
        self.list.setMinimumHeight(scaled(120))
        self.list.activated.connect(ctx.open_case)
        for part in (self.heading, self.sentence):
            self.add(part)
        self.add(self.list, 1)
        self.hide()

    def show_moves(self, heading: str, moves: "Sequence[DueMove]") -> None:
        """List what moved; without any, say so."""
        self.heading.set_text(f"Batas waktu yang bergeser · {len(moves)}")
        self.sentence.setText(f"{heading}:" if moves else f"{heading}: {_NONE[0].lower()}{_NONE[1:]}")
        self.list.set_rows(
            [
                RowItem(move.case_id, moved_words(move), f"{short_number(move.number)} · {move.subject}")
                for move in moves
            ]
        )
        self.list.setVisible(bool(moves))
        self.show()
