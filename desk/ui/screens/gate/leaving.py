"""The two forms of leaving in the drawer: everybody at closing time, and those forgotten on former days."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.queries.visits import VisitRow
from desk.ui.fields import CheckItem, CheckList, TextAreaField
from desk.ui.screens.gate.parts import with_companions
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text
from desk.ui.widgets import PrimaryButton


class LeavingForm(QWidget):
    """Visitors to tick (all are), maybe a note, and the button that notes them as gone.

    Args:
        rows: who is listed; each with ``detail`` below the name.
        words: what this is about.
        verb: text of the button, the number put into ``{}``.
        note: with a label, a note is asked for.
        done: called with the ids ticked and the note.
    """

    def __init__(
        self,
        rows: Sequence[VisitRow],
        words: str,
        verb: str,
        detail: Callable[[VisitRow], str],
        done: Callable[[Sequence[str], str], object],
        note: str = "",
    ) -> None:
        super().__init__()
        self._verb, self._done = verb, done
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(14))
        column.addWidget(Text(words, "muted"))
        items = [CheckItem(row.visit_id, with_companions(row), detail(row)) for row in rows]
        self.ticks = CheckList("Tamu", items)
        self.ticks.set_value(frozenset(row.visit_id for row in rows))
        column.addWidget(self.ticks)
        self.note = TextAreaField("Catatan", lines=2, placeholder=note)
        column.addWidget(self.note)
        self.note.setVisible(bool(note))
        self.button = PrimaryButton("", "Ctrl+Return")
        self.button.clicked.connect(self._finish)
        self.ticks.changed.connect(self._count)
        self._count()

    def _count(self) -> None:
        ticked = len(self.ticks.value())
        self.button.setText(self._verb.format(ticked))
        self.button.setEnabled(bool(ticked))

    def _finish(self) -> None:
        ticked = [key for key in self.ticks.boxes if key in self.ticks.value()]
        self._done(ticked, self.note.value())
