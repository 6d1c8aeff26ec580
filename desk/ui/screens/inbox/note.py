"""A message of a channel, written in by the officer who read it there."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.actions.attachments import NewFile
from desk.actions.inbox import MessageDraft, note_message
from desk.rules.intake import CHANNEL_LABELS, Channel
from desk.services.common import Problem
from desk.ui.fields import ChoiceField, FileField, TextAreaField, TextField
from desk.ui.fields.files import Chooser, ask_files
from desk.ui.forms.filled import file_kind
from desk.ui.runtime.context import ScreenContext
from desk.ui.sections.words import choices
from desk.ui.theme.style import reveal, scaled
from desk.ui.widgets import PrimaryButton


class NoteForm(QWidget):
    """The small form in the drawer; problems are said beside their fields."""

    def __init__(
        self,
        ctx: ScreenContext,
        channels: Sequence[Channel],
        done: Callable[[str], object],
        chooser: Chooser = ask_files,
    ) -> None:
        super().__init__()
        self._ctx, self._done = ctx, done
        self.channel = ChoiceField("Saluran", choices(CHANNEL_LABELS, channels), required=True)
        self.number = TextField("Nomor e-PPID")
        self.who = TextField("Pengirim", required=True)
        self.contact = TextField("Kontak untuk menjawab", placeholder="surel, nomor WhatsApp, atau nama akun")
        self.subject = TextField("Perihal", required=True)
        self.body = TextAreaField("Isi pesan", lines=4)
        self.files = FileField("Lampiran (PDF atau foto)", check=file_kind, chooser=chooser)
        self.channel.set_value(channels[0].value if channels else None)
        self.button = PrimaryButton("Catat pesan", "Ctrl+Return")
        self.button.clicked.connect(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(10))
        for field in (
            self.channel,
            self.number,
            self.who,
            self.contact,
            self.subject,
            self.body,
            self.files,
        ):
            column.addWidget(field)
        self.channel.changed.connect(self._shape)
        self._shape()

    def save(self) -> None:
        """Write the message into the inbox."""
        draft = MessageDraft(
            channel=Channel(self.channel.value() or Channel.EMAIL),
            sender=self.who.value(),
            subject=self.subject.value(),
            contact=self.contact.value(),
            body=self.body.value(),
            external_number=self.number.value() if not self.number.isHidden() else "",
        )
        self._ctx.act(lambda: self._note(draft), self._saved, on_problems=self.mark)

    def mark(self, problems: Sequence[Problem]) -> None:
        """Say problems beside their fields."""
        fields = {"sender": self.who, "subject": self.subject}
        first = None
        for name, field in fields.items():
            message = next((one.message for one in problems if one.field == name), None)
            field.mark(message)
            first = first or (field if message else None)
        if first is not None:
            first.setFocus()

    def _note(self, draft: MessageDraft) -> str:
        files = tuple(NewFile(path.name, path.read_bytes()) for path in self.files.value())
        return note_message(self._ctx.workplace, replace(draft, files=files))

    def _saved(self, inbox_id: str) -> None:
        self._ctx.close_drawer()
        self._done(inbox_id)

    def _shape(self) -> None:
        reveal(self.number, self.channel.value() == Channel.EPPID.value)
