"""Giving open information at once: the form of a hand-over in the drawer, from the counter or the liaison."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.actions.delivery import Delivered
from desk.actions.giving import give_at_once
from desk.ui.screens.handover.reading import Result, result_of
from desk.ui.screens.handover.sheet import HandoverSheet
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text
from desk.ui.widgets import PrimaryButton

if TYPE_CHECKING:
    from desk.services.informasi import Openness
    from desk.ui.runtime.context import ScreenContext

_LEAD = "Dicatat sebagai dikabulkan, masuk buku ekspedisi, dan permohonan selesai."


class GiveForm(QWidget):
    """Who receives it and how, with the signature; Ctrl+Enter gives."""

    def __init__(
        self,
        ctx: "ScreenContext",
        result: Result,
        done: Callable[[Delivered], object],
        openness: "Openness | None",
    ) -> None:
        super().__init__()
        self._ctx, self._case_id, self._done, self._openness = ctx, result.page.row.id, done, openness
        self.sheet = HandoverSheet()
        self.button = PrimaryButton("Berikan && catat", "Ctrl+Return")
        self.button.clicked.connect(self.give)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(12))
        column.addWidget(Text(f"{result.page.row.number} · {result.page.row.subject}", "strong"))
        column.addWidget(Text(_LEAD, "muted"))
        column.addWidget(self.sheet, 1)
        self.sheet.show_result(result)
        self.setFocusProxy(self.sheet.receiver)

    def give(self) -> None:
        """Give it, or say beside the fields what is missing."""
        place, draft = self._ctx.workplace, self.sheet.draft()
        self._ctx.act(
            lambda: give_at_once(place, self._case_id, draft, self._openness),
            self._given,
            on_problems=self.sheet.mark,
        )

    def _given(self, delivered: Delivered) -> None:
        self._ctx.close_drawer()
        self._ctx.toast(f"Informasi diberikan, buku ekspedisi {delivered.number}.", tone="done")
        self._done(delivered)


def ask_to_give(
    ctx: "ScreenContext",
    case_id: str,
    done: Callable[[Delivered], object],
    openness: "Openness | None" = None,
) -> None:
    """Open the form in the drawer; ``done`` is called once the information is given."""
    result = result_of(ctx, case_id)
    if result is not None:
        form = GiveForm(ctx, result, done, openness)
        ctx.ask(form, "Berikan langsung", (form.button,))
