"""Hubungan kantor: how this PC stands with its office, what waits, what somebody must settle."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desk.queries.office import profile
from desk.queries.outgoing import Waiting, waiting
from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.network import STATUS, NetworkState
from desk.ui.screens.deeds import deed
from desk.ui.shell.standing import clock_sentence, percent, sentence, settle_words, standing
from desk.ui.theme.style import reveal, scaled
from desk.ui.theme.text import Text
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import Banner, PrimaryButton, ProgressLine, SecondaryButton, SectionTitle
from desk.ui.words import lasting, since

TITLE = "Hubungan kantor"
SETTLING = "collisions"
"""Page on which conflicts and refused changes are settled."""

_SECOND_MS = 1000
_PATIENCE = 5
"""Seconds after which a press of *Sinkronkan sekarang* that reached nobody is answered."""

_MOST = 6
"""Lines of what waits; the rest is counted."""

_NOTHING_WAITS = "Tidak ada. Semua perubahan sudah sampai di server."
_NOTHING_TO_SETTLE = "Tidak ada perubahan yang bentrok atau ditolak."


class NetworkPanel(QWidget):
    """Shown in the drawer; follows the state by itself."""

    def __init__(self, ctx: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._zone = ctx.workplace.ask(profile).zone
        self._asked: tuple[datetime, datetime | None] | None = None
        self.state_banner = Banner()
        self.clock_banner = Banner()
        self.progress = ProgressLine(cancellable=False)
        self.contact = Text("", "muted")
        self.waiting = Text("")
        self.settling = Text("")
        self.open_button = SecondaryButton("Buka yang perlu dipilih")
        self.open_button.clicked.connect(lambda: ctx.navigate(SETTLING))
        self.sync_button = PrimaryButton("Sinkronkan sekarang", "Ctrl+Return")
        self.sync_button.clicked.connect(self.sync_now)
        self._lay_out()
        stop = ctx.hub.subscribe(frozenset({STATUS}), lambda _changed: self.refresh())
        self.destroyed.connect(lambda *_: stop())
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND_MS)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()
        self.refresh()

    def buttons(self) -> Sequence[QPushButton]:
        """For the drawer's foot; a PC that stands alone has none."""
        alone = self._ctx.ports.network.state() is None
        return () if alone else (self.sync_button, self.open_button)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(10))
        for part in (self.state_banner, self.progress, self.contact, self.clock_banner):
            column.addWidget(part)
        self._sections = [SectionTitle("Menunggu dikirim"), SectionTitle("Perlu dipilih")]
        column.addSpacing(scaled(6))
        column.addWidget(self._sections[0])
        column.addWidget(self.waiting)
        column.addSpacing(scaled(6))
        column.addWidget(self._sections[1])
        column.addWidget(self.settling)
        column.addStretch(1)

    def sync_now(self) -> None:
        """Send and read now; the line below the state says what became of it."""
        state = self._ctx.ports.network.state()
        self._asked = (self._now(), None if state is None else state.last_contact)
        self._ctx.ports.network.sync_now()
        self.refresh()

    def refresh(self) -> None:
        """Say how it stands now."""
        state = standing(self._ctx)
        self.state_banner.say(*sentence(state))
        for part in (self.contact, self.waiting, self.settling, *self._sections):
            reveal(part, state is not None)
        if state is None:
            for other in (self.progress, self.clock_banner):
                other.hide()
            return
        reveal(self.progress, state.loading is not None)
        if state.loading is not None:
            self.progress.set_progress(*state.loading, f"Data kantor dimuat: {percent(state.loading)} %.")
        self._say(self.contact, self._contact_words(state))
        self.clock_banner.say(clock_sentence(state), Tone.WARN)
        self._say(self.waiting, self._waiting_words(self._ctx.workplace.ask(waiting)))
        self._say(self.settling, settle_words(state) or _NOTHING_TO_SETTLE)
        reveal(self.open_button, bool(state.conflicts or state.refused))

    @staticmethod
    def _say(label: Text, words: str) -> None:
        if label.text() != words:
            label.setText(words)

    def _contact_words(self, state: NetworkState) -> str:
        now, contact = self._now(), state.last_contact
        if self._asked is not None:
            at, before = self._asked
            if contact == before and (now - at).total_seconds() < _PATIENCE:
                return "Menghubungi server…"
            if contact != before or state.online:
                self._asked = None
            else:
                return "Server belum terjangkau. Desk mencoba lagi dengan sendirinya."
        if contact is None:
            return "Belum ada kontak dengan server sejak Desk dibuka."
        ago = lasting(contact, now)
        ago = ago if ago == "baru saja" else f"{ago} yang lalu"
        return f"Kontak terakhir {since(contact, now, self._zone)} · {ago}"

    def _waiting_words(self, rows: Sequence[Waiting]) -> str:
        if not rows:
            return _NOTHING_WAITS
        now = self._now()
        lines = [
            f"{row.count} × {deed(row.action)} · sejak {since(row.since, now, self._zone)}"
            for row in rows[:_MOST]
        ]
        rest = sum(row.count for row in rows[_MOST:])
        return "\n".join([*lines, *([f"{rest} perubahan lain"] if rest else [])])

    def _now(self) -> datetime:
        return self._ctx.ports.clock.now()
