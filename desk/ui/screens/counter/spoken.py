"""A spoken answer in ten seconds: what was asked, maybe by whom; Enter writes it into the register (S3)."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.actions.cases import IntakeOrder, Opened, open_case
from desk.queries.queue import TicketRow
from desk.rules.intake import CHANNEL_LABELS, Channel
from desk.services.common import ApplicantDraft, Problem
from desk.services.informasi import InformasiDraft, Path
from desk.ui.fields import ChoiceField, TextField
from desk.ui.runtime.context import ScreenContext
from desk.ui.sections.words import choices
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text
from desk.ui.widgets import PrimaryButton

_CHANNELS = (Channel.IN_PERSON, Channel.TELEPHONE, Channel.WHATSAPP)


class SpokenAnswer(QWidget):
    """The small form in the drawer; Enter in any line saves."""

    def __init__(
        self, ctx: ScreenContext, ticket: TicketRow | None, done: Callable[[Opened], object]
    ) -> None:
        super().__init__()
        self._ctx, self._ticket, self._done = ctx, ticket, done
        self.asked = TextField("Informasi yang ditanyakan", required=True, max_length=500)
        self.name = TextField("Nama (boleh kosong)")
        self.channel = ChoiceField("Saluran", choices(CHANNEL_LABELS, _CHANNELS))
        self.channel.set_value(Channel.IN_PERSON.value)
        if ticket is not None:
            self.name.set_value(ticket.name)
        self.button = PrimaryButton("Catat jawaban lisan", "Ctrl+Return")
        self.button.clicked.connect(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(12))
        for field in (self.asked, self.name, self.channel):
            column.addWidget(field)
        column.addWidget(Text("Enter menyimpan. Tercatat di register dan langsung selesai.", "small"))
        for line in (self.asked.line, self.name.line):
            line.returnPressed.connect(self.save)

    def save(self) -> None:
        """Write the answer into the register."""
        draft = InformasiDraft(
            path=Path.SPOKEN,
            channel=Channel(self.channel.value() or Channel.IN_PERSON),
            applicant=ApplicantDraft(name=self.name.value()),
            information=self.asked.value(),
        )
        visit = self._ticket.visit_id if self._ticket else None
        ticket = self._ticket.ticket_id if self._ticket else None
        order = IntakeOrder("informasi", draft, visit_id=visit, ticket_id=ticket)
        self._ctx.act(lambda: open_case(self._ctx.workplace, order), self._saved, on_problems=self._mark)

    def _saved(self, opened: Opened) -> None:
        self._ctx.close_drawer()
        self._ctx.toast(f"Jawaban lisan tercatat: {opened.number}.", tone="done")
        self._done(opened)

    def _mark(self, problems: Sequence[Problem]) -> None:
        self.asked.mark(next((one.message for one in problems if one.field == "information"), None))
        self.asked.setFocus()
