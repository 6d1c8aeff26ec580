"""Page `inbox`: what came in by e-mail, chat, social media and e-PPID, to register or to set aside."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.actions.inbox import restore_message, tick_channel
from desk.queries import inbox
from desk.queries.inbox import MessageRow
from desk.queries.office import profile
from desk.rules.intake import CHANNEL_LABELS, Channel
from desk.ui.fields import ChipChoice, Choice
from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.page import Page
from desk.ui.runtime.ports import Changed
from desk.ui.screens.counter.taking import by_channel
from desk.ui.screens.inbox.checks import DailyChecks
from desk.ui.screens.inbox.choosing import FileChoice, ServiceChoice
from desk.ui.screens.inbox.note import NoteForm
from desk.ui.screens.inbox.reason import ReasonForm
from desk.ui.screens.inbox.unchecked import channels_of, told, unchecked
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import (
    Badge,
    Banner,
    ButtonBar,
    Card,
    Columns,
    EmptyState,
    Heading,
    Pager,
    PrimaryButton,
    RowItem,
    RowList,
    ScrollPage,
    SecondaryButton,
)
from desk.ui.words import short_moment

_SHOWN = (Choice("new", "Menunggu"), Choice("all", "Semua"))
_STATES = {
    "new": ("menunggu", Tone.WARN),
    "registered": ("terdaftar", Tone.GOOD),
    "dismissed": ("disisihkan", Tone.NEUTRAL),
}


class InboxPage(Page):
    """Daily checks at the left, messages in the middle, the chosen one at the right."""

    page_id = "inbox"
    title = "Pesan masuk"
    icon = "inbox"
    help_topic = "pesan-masuk"
    watches = frozenset({"inbox_entries", "inbox_checks", "attachments", "calendar_days", "election_stages"})

    def __init__(self, ctx: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        office = ctx.workplace.ask(profile)
        self._zone = office.zone
        self.channels = channels_of(ctx.workplace.standard)
        self._messages: dict[str, MessageRow] = {}
        self.checks = DailyChecks()
        self.late = Banner()
        columns = Columns()
        columns.add(self.checks, least=230, stretch=2, last=True)
        columns.add(self._build_list(), least=330, stretch=4)
        columns.add(self._build_message(), least=330, stretch=4)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(16))
        outer.setSpacing(scaled(12))
        outer.addWidget(self.late)
        outer.addWidget(columns)
        self._connect()
        self._show(None)

    def _build_list(self) -> QWidget:
        card = Card("Pesan masuk")
        self.shown = ChipChoice("Tampilkan", _SHOWN)
        self.shown.set_value("new")
        self.list = RowList(
            empty=EmptyState(
                "inbox", "Tidak ada pesan menunggu", "Catat pesan yang dibaca di saluran kantor."
            )
        )
        self.note = SecondaryButton("Catat pesan baru", "F4", icon="plus")
        self.pager = Pager()
        card.add(self.shown)
        card.add(self.list, 1)
        card.add(self.pager)
        card.add(ButtonBar([self.note]))
        return card

    def _build_message(self) -> QWidget:
        card = Card()
        self.state = Badge()
        self.heading = Heading("", self.state)
        self.who, self.facts, self.words = Text("", "strong"), Text("", "small"), Text("")
        reader = ScrollPage()
        column = QVBoxLayout(reader.inner)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.who, self.facts, self.words):
            column.addWidget(part)
        column.addStretch(1)
        self.register = PrimaryButton("Daftarkan sebagai…")
        self.register.show_key("Return")
        self.attached = SecondaryButton("Lihat lampiran", "F3", icon="paperclip")
        self.dismiss = SecondaryButton("Sisihkan…")
        self.restore = SecondaryButton("Kembalikan ke daftar", icon="undo")
        self.open = SecondaryButton("Buka permohonan")
        card.add(self.heading)
        card.add(reader, 1)
        card.add(ButtonBar([self.register, self.open, self.attached, self.dismiss, self.restore]))
        return card

    def _connect(self) -> None:
        self.checks.ticked.connect(self._tick)
        self.shown.changed.connect(self._other)
        self.pager.turned.connect(self._turned)
        self.list.selected.connect(self._show)
        self.list.activated.connect(self._go_on)
        self.note.clicked.connect(self.ask_note)
        self.register.clicked.connect(lambda: self._go_on(self.list.current()))
        self.open.clicked.connect(lambda: self._go_on(self.list.current()))
        self.dismiss.clicked.connect(self.ask_reason)
        self.restore.clicked.connect(self._restore)
        self.attached.clicked.connect(self.show_files)

    # what the window asks

    def refresh(self, _changed: Changed) -> None:
        """Read checks and messages anew."""
        place = self.ctx.workplace
        day = place.now().astimezone(self._zone).date()
        self.checks.tell(place.ask(inbox.checks, day, self.channels), self._zone)
        self.late.say(told(unchecked(self.ctx)), Tone.WARN)
        new_only = self.shown.value() != "all"
        rows = self.pager.read(lambda after: place.ask(inbox.messages, after, new_only=new_only))
        self._messages = {row.id: row for row in rows}
        self.list.set_rows([self._item(row) for row in rows])
        if rows and self.list.current() is None:
            self.list.select(rows[0].id)
        self._show(self.list.current())

    def badge(self) -> int | None:
        """How many wait, and at the end of the day how many channels nobody looked at."""
        return self.ctx.workplace.ask(inbox.waiting) + len(unchecked(self.ctx))

    def focus_first(self) -> None:
        """The messages when there are some."""
        (self.list if self.list.rows() else self.note).setFocus()

    # what the officer does

    def ask_note(self) -> None:
        """The form of a new message."""
        form = NoteForm(self.ctx, self.channels, self._noted)
        self.ctx.ask(form, "Catat pesan", (form.button,))

    def ask_reason(self) -> None:
        """The form that sets a message aside."""
        message = self._current()
        if message is not None:
            form = ReasonForm(self.ctx, message, lambda: self._dismissed(message.id))
            self.ctx.ask(form, "Sisihkan pesan", (form.button,))

    def show_files(self) -> None:
        """What came with the message: the one file, or the list to choose from."""
        message = self._current()
        files = () if message is None else self.ctx.workplace.ask(inbox.files, message.id)
        if len(files) == 1:
            self.ctx.preview("file", files[0][0])
        elif files:
            choice = FileChoice(files, lambda file_id: self.ctx.preview("file", file_id))
            self.ctx.ask(choice, "Lampiran")

    def ask_service(self, message: MessageRow) -> None:
        """Register a message as a service that comes in by its channel; with one there is nothing to ask."""
        offered = by_channel(self.ctx.workplace, message.channel)
        if len(offered) > 1:
            choice = ServiceChoice(self.ctx, message, offered, lambda slug: self._begin(message, slug))
            self.ctx.ask(choice, "Daftarkan sebagai")
        elif offered:
            self._begin(message, offered[0])
        else:
            words = f"Yang masuk lewat {CHANNEL_LABELS[message.channel]} didaftarkan petugas lain."
            self.ctx.toast(words, tone="problem")

    # inside

    def _begin(self, message: MessageRow, service: str) -> None:
        self.ctx.close_drawer()
        self.ctx.navigate("counter", inbox_id=message.id, service=service)

    def _again(self, *_ignored: object) -> None:
        self.refresh_soon()

    def _other(self) -> None:
        self.pager.restart()
        self.refresh_soon()

    def _turned(self) -> None:
        self.refresh_soon()
        self.refresh_now()
        self.list.view.scrollToTop()

    def _current(self) -> MessageRow | None:
        return self._messages.get(self.list.current() or "")

    def _tick(self, channel: str) -> None:
        self.ctx.act(
            lambda: tick_channel(self.ctx.workplace, Channel(channel)),
            self._again,
            done=f"{CHANNEL_LABELS[Channel(channel)]} diperiksa.",
        )

    def _noted(self, inbox_id: str) -> None:
        self.refresh_soon()
        self.refresh_now()
        self.list.select(inbox_id)
        self.ctx.toast("Pesan tercatat.", tone="done")

    def _dismissed(self, inbox_id: str) -> None:
        place = self.ctx.workplace
        self.ctx.toast("Pesan disisihkan.", lambda: restore_message(place, inbox_id), "done")
        self.refresh_soon()

    def _restore(self) -> None:
        message = self._current()
        if message is not None:
            self.ctx.act(
                lambda: restore_message(self.ctx.workplace, message.id),
                self._again,
                done="Pesan menunggu lagi.",
            )

    def _go_on(self, key: str | None) -> None:
        message = self._messages.get(key or "")
        if message is None:
            return
        if message.state == "new":
            self.ask_service(message)
        elif message.case_id:
            self.ctx.open_case(message.case_id)

    def _item(self, row: MessageRow) -> RowItem:
        words, tone = _STATES[row.state]
        badge = "" if row.state == "new" else words
        detail = f"{CHANNEL_LABELS[row.channel]} · {row.subject}"
        return RowItem(row.id, row.sender, detail, short_moment(row.received_at, self._zone), badge, tone)

    def _show(self, key: object) -> None:
        row = self._messages.get(key) if isinstance(key, str) else None
        state = "" if row is None else row.state
        words, tone = _STATES.get(state, ("", Tone.NEUTRAL))
        self.state.set(words, tone)
        self.heading.title.setText(row.subject if row else "Pilih pesan")
        self.who.setText(row.sender if row else "")
        self.facts.setText(self._facts(row) if row else "Isi pesan yang dipilih tampil di sini.")
        self.words.setText(row.body if row else "")
        self.register.setVisible(state == "new")
        self.dismiss.setVisible(state == "new")
        self.restore.setVisible(state == "dismissed")
        self.open.setVisible(state == "registered")
        self.attached.setVisible(row is not None and row.files > 0)

    def _facts(self, row: MessageRow) -> str:
        parts = [CHANNEL_LABELS[row.channel], short_moment(row.received_at, self._zone), row.contact]
        parts.append(f"e-PPID {row.external_number}" if row.external_number else "")
        parts.append(f"{row.files} lampiran" if row.files else "")
        parts.append(f"disisihkan: {row.dismiss_reason}" if row.dismiss_reason else "")
        return " · ".join(part for part in parts if part)
