"""The drawer that names a section to collect data before the PPID decides."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.ui.fields import Choice, ChoiceField, TextAreaField
from desk.ui.theme.style import scaled
from desk.ui.widgets import PrimaryButton

if TYPE_CHECKING:
    from desk.queries.cases import CaseRow
    from desk.rules.workflow import Move
    from desk.ui.runtime.context import ScreenContext


class DataForm(QWidget):
    """Who collects what."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        super().__init__()
        self.role = ChoiceField("Bagian yang mengumpulkan data", choices, required=True)
        self.note = TextAreaField("Data yang diperlukan", required=True, lines=4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(12))
        column.addWidget(self.role)
        column.addWidget(self.note)

    def lacking(self) -> bool:
        """Mark what is missing; True when something is."""
        if not self.note.value():
            self.note.mark("Sebutkan data yang diperlukan.")
            self.note.setFocus()
        if self.role.value() is None:
            self.role.mark("Pilih bagian yang mengumpulkan data.")
            self.role.setFocus()
        return bool(self.role.problem() or self.note.problem())


def ask_for_data(
    ctx: "ScreenContext",
    row: "CaseRow",
    move: "Move",
    choices: Sequence[Choice],
    on_done: Callable[[], object],
) -> None:
    """Open the drawer; the case moves when it is filled in."""
    form = DataForm(choices)
    button = PrimaryButton("Minta data", "Ctrl+Return")

    def send() -> None:
        from desk.actions.steps import MoveOrder, move_case

        if form.lacking():
            return
        order = MoveOrder(row.id, move.verb, row.step, form.note.value(), to_role=form.role.value())
        done = f"{row.number}: data diminta dari {form.role.combo.currentText()}."
        if ctx.act(lambda: move_case(ctx.workplace, order), lambda _step: on_done(), done=done):
            ctx.close_drawer()

    button.clicked.connect(send)
    ctx.ask(form, move.label, (button,))
