"""A drawer that asks for a reason before something goes back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.ui.fields import TextAreaField
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text
from desk.ui.widgets import PrimaryButton

if TYPE_CHECKING:
    from desk.ui.runtime.context import ScreenContext


class ReasonForm(QWidget):
    """A sentence that says what will happen, and the reason."""

    def __init__(self, sentence: str, label: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(12))
        column.addWidget(Text(sentence, "muted"))
        self.reason = TextAreaField(label, required=True, lines=4)
        column.addWidget(self.reason)


def ask_reason(
    ctx: "ScreenContext", title: str, sentence: str, label: str, button: str, on_given: Callable[[str], bool]
) -> ReasonForm:
    """Ask for a reason in the drawer; it closes when ``on_given(reason)`` succeeded."""
    form = ReasonForm(sentence, label)
    confirm = PrimaryButton(button, "Ctrl+Return")

    def give() -> None:
        if not form.reason.value():
            form.reason.mark(f"Isi {label.lower()}.")
            form.reason.setFocus()
        elif on_given(form.reason.value()):
            ctx.close_drawer()

    confirm.clicked.connect(give)
    ctx.ask(form, title, (confirm,))
    return form
