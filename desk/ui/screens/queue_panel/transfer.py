"""The small form of *Alihkan*: to another service's queue, to another open counter, or both."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.actions import queue as actions
from desk.queries import queue as reads
from desk.queries import staff
from desk.services.common import Problem
from desk.ui.fields import Choice, ChoiceField
from desk.ui.runtime.context import ScreenContext
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text
from desk.ui.widgets import PrimaryButton

_STAY = ""


class TransferForm(QWidget):
    """Where a ticket goes; ``button`` belongs to the foot of the drawer."""

    def __init__(self, ctx: ScreenContext, ticket: reads.TicketRow, done: Callable[[], object]) -> None:
        super().__init__()
        self._ctx, self._ticket, self._done = ctx, ticket, done
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(14))
        words = f"{ticket.label} tetap memakai nomor dan jam datangnya, jadi tidak menunggu dari awal."
        column.addWidget(Text(words, "muted"))
        self.service = ChoiceField("Layanan tujuan", self._services())
        self.counter = ChoiceField("Loket tujuan", self._counters())
        for field in (self.service, self.counter):
            field.set_value(_STAY)
            column.addWidget(field)
        self.button = PrimaryButton("Alihkan", "Ctrl+Return")
        self.button.clicked.connect(self._transfer)

    def _services(self) -> Sequence[Choice]:
        known, mine = self._ctx.workplace.standard.services, self._ticket.service
        stay = known[mine].short_name if mine in known else mine
        others = [Choice(slug, one.name) for slug, one in known.items() if slug != mine]
        return (Choice(_STAY, f"Tetap: {stay}"), *others)

    def _counters(self) -> Sequence[Choice]:
        mine = self._ctx.workplace.counter_id
        others = [
            row for row in self._ctx.workplace.ask(staff.counters) if row.open and row.counter_id != mine
        ]
        named = [Choice(row.counter_id, f"{row.label} · {row.staff_name}") for row in others]
        return (Choice(_STAY, "Loket mana saja yang membuka layanan ini"), *named)

    def _transfer(self) -> None:
        service, counter_id = self.service.value() or "", self.counter.value() or None
        workplace = self._ctx.workplace
        self._ctx.act(
            lambda: actions.transfer(
                workplace, self._ticket.ticket_id, service=service, counter_id=counter_id
            ),
            lambda _moved: self._finish(),
            on_problems=self._mark,
            done=f"{self._ticket.label} dialihkan.",
        )

    def _finish(self) -> None:
        self._ctx.close_drawer()
        self._done()

    def _mark(self, problems: Sequence[Problem]) -> None:
        fields = {"service": self.service, "counter": self.counter}
        for problem in problems:
            fields[problem.field].mark(problem.message)
