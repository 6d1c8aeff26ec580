"""Why a message is no request: a stock reason or one's own words."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.actions.inbox import dismiss_message
from desk.queries.inbox import MessageRow
from desk.services.common import Problem
from desk.ui.fields import SuggestField, Suggestion
from desk.ui.runtime.context import ScreenContext
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text
from desk.ui.widgets import PrimaryButton, SecondaryButton

STOCK = ("Bukan permohonan informasi", "Pesan ganda", "Iklan atau pesan sampah", "Sudah dijawab di saluran")


class ReasonForm(QWidget):
    """The small form in the drawer; Enter in the line sets the message aside."""

    def __init__(self, ctx: ScreenContext, message: MessageRow, done: Callable[[], object]) -> None:
        super().__init__()
        self._ctx, self._message, self._done = ctx, message, done
        self.reason = SuggestField("Alasan", required=True, least=1, provider=_offers)
        self.button = PrimaryButton("Sisihkan", "Ctrl+Return")
        self.button.clicked.connect(self.save)
        self.reason.submitted.connect(lambda _text: self.save())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        column.addWidget(Text(f"{message.sender} · {message.subject}", "strong"))
        column.addWidget(self.reason)
        for words in STOCK:
            button = SecondaryButton(words)
            button.clicked.connect(lambda _on=False, text=words: self.reason.set_value(text))
            column.addWidget(button)

    def save(self) -> None:
        """Set the message aside."""
        place, one = self._ctx.workplace, self._message
        self._ctx.act(
            lambda: dismiss_message(place, one.id, self.reason.value()),
            lambda _none: self._saved(),
            on_problems=self.mark,
        )

    def mark(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong beside the line."""
        self.reason.mark(problems[0].message)
        self.reason.setFocus()

    def _saved(self) -> None:
        self._ctx.close_drawer()
        self._done()


def _offers(text: str) -> list[Suggestion]:
    low = text.casefold()
    return [Suggestion(words) for words in STOCK if low in words.casefold()]
