"""*Siapa di tempat*: one line per leader and section head, a digit says where they are (G4)."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.actions.presence import PresenceDraft, say_presence
from desk.queries.availability import Availability, availability
from desk.queries.office import profile
from desk.rules.presence import Presence
from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.page import Page, Shortcut
from desk.ui.runtime.ports import Changed
from desk.ui.screens.presence.sheet import PresenceSheet
from desk.ui.screens.presence.words import STATES, TONES, titles, until_words
from desk.ui.theme.style import scaled
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import (
    Badge,
    ButtonBar,
    Card,
    Column,
    EmptyState,
    Heading,
    PrimaryButton,
    RowTable,
    SecondaryButton,
)
from desk.ui.words import clock

KEYS = (Presence.PRESENT, Presence.RECEIVING, Presence.MEETING, Presence.AWAY)
"""What the digits 1 to 4 say; 0 takes the word back."""

_EMPTY = ("people", "Belum ada pimpinan", "Administrator mencatat jabatan Ketua, anggota, dan Sekretaris.")
_MINUTE_MS = 60_000


class PresencePage(Page):
    """The list, with the digits as buttons above it."""

    page_id = "presence"
    title = "Siapa di tempat"
    icon = "people"
    watches = frozenset({"presence_words", "staff", "staff_roles", "mandates"})

    def __init__(self, ctx: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._zone = ctx.workplace.ask(profile).zone
        self._now, self._standard = ctx.workplace.now(), ctx.workplace.standard
        self._build()
        self._minute = QTimer(self)  # a time said runs out, and with the day every word
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self.refresh_soon)
        self._minute.start()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        margin = scaled(20)
        column.setContentsMargins(margin, scaled(16), margin, scaled(16))
        card = Card()
        column.addWidget(card)
        self.figures = Badge(tone=Tone.GOOD)
        head = QHBoxLayout()
        head.addWidget(Heading("Siapa di tempat", self.figures), 1, Qt.AlignmentFlag.AlignVCenter)
        card.add(head)
        card.add(self._actions())
        self.table = RowTable(self._columns(), key=lambda row: row.staff_id, empty=EmptyState(*_EMPTY))
        self.table.activated.connect(self.ask_more)
        card.add(self.table, 1)

    def _actions(self) -> ButtonBar:
        self.buttons = []
        for number, state in enumerate(KEYS, start=1):
            kind = PrimaryButton if state is Presence.PRESENT else SecondaryButton
            button = kind(STATES[state].capitalize())
            button.show_key(str(number))
            button.clicked.connect(partial(self.say, state))
            self.buttons.append(button)
        self.more = SecondaryButton("Sampai jam, ruang…")
        self.more.show_key("Return")
        self.more.clicked.connect(self.ask_more)
        return ButtonBar((*self.buttons, self.more))

    def _columns(self) -> Sequence[Column[Availability]]:
        return (
            Column("Nama", lambda row: row.name, 150, stretch=True, strong=True),
            Column("Jabatan", lambda row: titles(self._standard, row), 200, stretch=True),
            Column("Keadaan", lambda row: STATES[row.state], 178, tone=lambda row: TONES[row.state]),
            Column("Sampai", lambda row: until_words(row, self._now, self._zone), 112, tone=self._lapsed),
            Column("Ruang / catatan", _place, 130, stretch=True),
            Column("Kabar dari", self._said, 170),
        )

    def _lapsed(self, row: Availability) -> Tone | None:
        return Tone.WARN if row.lapsed(self._now) else None

    def _said(self, row: Availability) -> str:
        return "" if row.since is None else f"{clock(row.since, self._zone)} · {row.said_by}"

    # what the window asks

    def shortcuts(self) -> Sequence[Shortcut]:
        """A digit says where the lit person is."""
        said = [
            Shortcut(str(number), STATES[state].capitalize(), partial(self.say, state))
            for number, state in enumerate(KEYS, start=1)
        ]
        return (*said, Shortcut("0", "Hapus kabar", partial(self.say, Presence.UNKNOWN)))

    def focus_first(self) -> None:
        """The list."""
        self.table.setFocus()

    def refresh(self, _changed: Changed) -> None:
        """Read what is known today."""
        self._now, self._standard = self.ctx.workplace.now(), self.ctx.workplace.standard
        rows = self.ctx.workplace.ask(availability, self._now)
        self.table.set_rows(rows)
        if rows and self.table.current() is None:
            self.table.select(rows[0].staff_id)
        count = sum(row.state is Presence.PRESENT for row in rows)
        self.figures.set(f"{count} ada" if count else "")
        for button in (*self.buttons, self.more):
            button.setEnabled(bool(rows))

    # what the officer does

    def say(self, state: Presence) -> None:
        """Say where the lit person is; nothing else is known of it."""
        row = self.table.current()
        if row is None:
            return
        self.ctx.act(
            lambda: say_presence(self.ctx.workplace, PresenceDraft(row.staff_id, state)),
            done=f"{row.name}: {STATES[state]}.",
            undo=self._take_back,
        )

    def ask_more(self, _row: Availability | None = None) -> None:
        """Ask until when, in which room, a note."""
        row = self.table.current()
        if row is None:
            return
        sheet = PresenceSheet(row, self._zone)
        sheet.confirmed.connect(lambda: self._keep(row, sheet))
        sheet.given_up.connect(self.ctx.close_drawer)
        self.ctx.ask(sheet, row.name, sheet.buttons(), width=sheet.drawer_width)

    def _keep(self, row: Availability, sheet: PresenceSheet) -> None:
        draft = sheet.draft()
        self.ctx.act(
            lambda: say_presence(self.ctx.workplace, draft),
            lambda _before: self.ctx.close_drawer(),
            on_problems=sheet.mark,
            done=f"{row.name}: {STATES[draft.state]}.",
            undo=self._take_back,
        )

    def _take_back(self, before: PresenceDraft) -> None:
        say_presence(self.ctx.workplace, before)


def _place(row: Availability) -> str:
    return " · ".join(part for part in (row.room, row.note) if part)
