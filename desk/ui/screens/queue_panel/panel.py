"""The panel at the left of a counter's screen: now served, the keys of the queue, who waits."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from desk.actions import counters
from desk.actions import queue as actions
from desk.actions.queue import FinishedAndCalled, Moved
from desk.actions.workplace import Workplace
from desk.queries import queue as reads
from desk.queries.office import profile
from desk.queries.queue import CounterDesk, TicketRow
from desk.rules.queueing import PRIORITY_LABELS, TicketState
from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.ports import Changed
from desk.ui.screens.queue_panel.steps import LABELS, Next, Offers, offers
from desk.ui.screens.queue_panel.transfer import TransferForm
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import (
    Badge,
    Card,
    GhostButton,
    PrimaryButton,
    RowItem,
    RowList,
    ScrollPage,
    SecondaryButton,
    SectionTitle,
)
from desk.ui.words import clock, lasting

WATCHES = frozenset({"tickets", "counters", "visits", "offices"})
_MINUTE_MS = 60_000
_ASIDE_SHOWN = 2
_WAITING_LEAST = 58


class QueuePanel(Card):
    """The queue at this counter. It reads the store by itself; screens only listen.

    Signals:
        serving_changed: another ticket (or none) is in hand, or its state is another: ``TicketRow | None``.
    """

    serving_changed = Signal(object)

    def __init__(self, ctx: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.ctx = ctx
        self.desk: CounterDesk | None = None
        self._told: tuple[str, TicketState] | None = None
        services = ctx.workplace.standard.services
        self._names = {slug: one.short_name for slug, one in services.items()}
        self._zone = ctx.workplace.ask(profile).zone
        page = ScrollPage()
        self._column = QVBoxLayout(page.inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scaled(10))
        self.add(page)
        self._build_serving()
        self._build_buttons()
        self._build_lists()
        stop = ctx.hub.subscribe(WATCHES, self._changed)
        self.destroyed.connect(lambda *_: stop())
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self.refresh)
        self._minute.start()
        self.refresh()

    # building

    def _build_serving(self) -> None:
        self.heading = SectionTitle("Sedang dilayani")
        self.number = Text("", "display", wrap=False)
        self.badge = Badge(tone=Tone.WARN)
        self.person = Text("", "lead")
        self.detail = Text("", "small")
        block = QVBoxLayout()
        block.setSpacing(scaled(2))
        for part in (self.heading, self.number, self.badge, self.person, self.detail):
            block.addWidget(part)
        self._column.addLayout(block)

    def _build_buttons(self) -> None:
        self.next = PrimaryButton(LABELS[Next.CALL], "F2")
        self.recall = SecondaryButton("Panggil ulang", "F3")
        self.hold = SecondaryButton("Tunda", "F6")
        self.skip = SecondaryButton("Lewati", "F7")
        self.transfer = SecondaryButton("Alihkan", "F8")
        self.finish = SecondaryButton("Selesai", "F9")
        self.next.clicked.connect(self.go_on)
        self.recall.clicked.connect(lambda: self._do(actions.recall, "{} dipanggil ulang."))
        self.hold.clicked.connect(lambda: self._do(actions.hold, "{} ditunda."))
        self.skip.clicked.connect(lambda: self._do(actions.skip, "{} dilewati."))
        self.transfer.clicked.connect(self.ask_where)
        self.finish.clicked.connect(self._finish)
        self._column.addWidget(self.next)
        grid = QGridLayout()
        grid.setSpacing(scaled(8))
        grid.addWidget(self.recall, 0, 0, 1, 2)
        for place, button in enumerate((self.hold, self.skip, self.transfer, self.finish)):
            grid.addWidget(button, 1 + place // 2, place % 2)
        self._column.addLayout(grid)

    def _build_lists(self) -> None:
        self.waiting_title = SectionTitle("Menunggu")
        self.waiting = RowList()
        self.nobody = Text("Belum ada yang menunggu. Antrean baru muncul di sini.", "muted")
        self.waiting.activated.connect(self.call)
        self.aside_title = SectionTitle("Ditunda dan dilewati")
        self.aside = RowList()
        self.aside.activated.connect(self.call)
        self.back = GhostButton("Kembalikan ke antrean", icon="undo")
        self.back.clicked.connect(self._requeue)
        self.close_counter = GhostButton("Tutup loket", icon="pause")
        self.close_counter.clicked.connect(self._close_counter)
        self.waiting.setMinimumHeight(scaled(_WAITING_LEAST))
        self.waiting.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._column.addWidget(self.waiting_title)
        self.nobody.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(self.nobody, 1)
        self._column.addWidget(self.waiting, 1)
        for part in (self.aside_title, self.aside, self.back, self.close_counter):
            self._column.addWidget(part)

    # what the officer does

    def go_on(self) -> None:
        """F2: open the counter, call, serve, finish and call the next: whatever comes next."""
        if self.desk is None:
            return
        match offers(self.desk, self.ctx.workplace.actor.staff_id).next:
            case Next.OPEN:
                self._open_counter()
            case Next.CALL:
                self._do(actions.call_next)
            case Next.SERVE:
                self._do(actions.serve)
            case Next.FINISH:
                self._finish()
            case Next.FINISH_AND_CALL:
                self._finish_and_call()

    def call(self, ticket_id: str) -> None:
        """Call a ticket of choice (Enter on it)."""
        self.ctx.act(lambda: actions.call(self.ctx.workplace, ticket_id), self._after)

    def begin_serving(self) -> None:
        """The screen sees that the visitor is here (a form was begun); no matter when served already."""
        ticket = self.serving
        if ticket is not None and ticket.state is TicketState.CALLED:
            self._do(actions.serve)

    def ask_where(self) -> None:
        """F8: show the form of *Alihkan*."""
        ticket = self.serving
        if ticket is not None:
            form = TransferForm(self.ctx, ticket, self.refresh)
            self.ctx.ask(form, f"Alihkan {ticket.label}", (form.button,))

    @property
    def serving(self) -> TicketRow | None:
        """The ticket in hand at this counter."""
        return self.desk.serving if self.desk is not None else None

    def _do(self, action: Callable[[Workplace], Moved], words: str = "") -> None:
        done = words.format(self.serving.label) if words and self.serving is not None else ""
        self.ctx.act(lambda: action(self.ctx.workplace), self._after, done=done)

    def _finish(self) -> None:
        if self.serving is None:
            return
        self.ctx.act(
            lambda: actions.finish(self.ctx.workplace),
            self._after,
            done=f"{self.serving.label} selesai.",
            undo=self._undo_finish,
        )

    def _finish_and_call(self) -> None:
        if self.serving is None:
            return
        self.ctx.act(
            lambda: actions.finish_and_call_next(self.ctx.workplace),
            self._after,
            done=f"{self.serving.label} selesai.",
            undo=lambda step: self._undo_finish(step.finished),
        )

    def _undo_finish(self, moved: Moved) -> Moved:
        back = actions.undo_finish(self.ctx.workplace, moved.ticket_id)
        self.refresh()
        return back

    def _open_counter(self) -> None:
        taken = self.desk is not None and self.desk.open
        self.ctx.act(lambda: counters.open_counter(self.ctx.workplace, take_over=taken), self._after)

    def _close_counter(self) -> None:
        self.ctx.act(
            lambda: counters.close_counter(self.ctx.workplace),
            self._after,
            done="Loket ditutup.",
            undo=lambda _state: counters.open_counter(self.ctx.workplace),
        )

    def _requeue(self) -> None:
        ticket_id = self.aside.current()
        if ticket_id is not None:
            self.ctx.act(lambda: actions.requeue(self.ctx.workplace, ticket_id), self._after)

    def _after(self, _result: Moved | FinishedAndCalled | counters.CounterState) -> None:
        self.refresh()

    # showing

    def refresh(self) -> None:
        """Read the counter anew and show it."""
        workplace = self.ctx.workplace
        if workplace.counter_id is not None:
            now = workplace.now()
            desk = workplace.ask(reads.counter_desk, workplace.counter_id, now)
            if desk is not None:
                self.desk = desk
                self._show(desk, now)
                return
        self._show_no_counter()

    def _changed(self, _changed: Changed) -> None:
        self.ctx.guard(self.refresh)

    def _show_no_counter(self) -> None:
        self.desk = None
        self.heading.set_text("Belum memilih loket")
        self.person.setText("Keluar, lalu masuk lagi dan pilih loket untuk memanggil antrean.")
        for part in (self.number, self.badge, self.detail, self.aside_title, self.aside, self.back):
            part.hide()
        for button in (self.next, self.recall, self.hold, self.skip, self.transfer, self.finish):
            button.setEnabled(False)
        self.close_counter.hide()
        self.nobody.hide()
        self.waiting.set_rows([])

    def _show(self, desk: CounterDesk, now: datetime) -> None:
        offered = offers(desk, self.ctx.workplace.actor.staff_id)
        self._show_serving(desk, offered, now)
        self._show_buttons(offered)
        self.close_counter.setVisible(offered.next is Next.CALL)
        self.waiting_title.set_text(f"Menunggu · {len(desk.waiting)}" if desk.waiting else "Menunggu")
        self.waiting.set_rows([self._waiting_item(row, now) for row in desk.waiting])
        self.nobody.setVisible(not desk.waiting)
        self.waiting.setVisible(bool(desk.waiting))
        aside = [*desk.held, *desk.skipped]
        self.aside_title.set_text(f"Ditunda dan dilewati · {len(aside)}")
        self.aside.set_rows([self._aside_item(row, now) for row in aside])
        for part in (self.aside_title, self.aside, self.back):
            part.setVisible(bool(aside))
        self.aside.setFixedHeight(self.aside.height_of_rows(_ASIDE_SHOWN) + 2)
        self._tell(desk.serving)

    def _show_serving(self, desk: CounterDesk, offered: Offers, now: datetime) -> None:
        ticket = desk.serving if offered.next is not Next.OPEN else None
        headings = {Next.SERVE: "Dipanggil", Next.OPEN: f"{desk.label} tutup"}
        self.heading.set_text(headings.get(offered.next, "Sedang dilayani"))
        self.number.setVisible(ticket is not None)
        if ticket is not None:
            self.number.setText(ticket.label)
            self.badge.set(PRIORITY_LABELS[ticket.priority] if ticket.priority else "")
            self.person.setText(ticket.name or "Tamu tanpa nama di buku tamu")
            self.detail.setText(self._facts(ticket, now))
        else:
            self.badge.set("")
            self.person.setText(self._idle_words(desk, offered))
            self.detail.setText(f"{desk.done} antrean selesai di loket ini hari ini." if desk.done else "")
        self.detail.setVisible(bool(self.detail.text()))

    def _idle_words(self, desk: CounterDesk, offered: Offers) -> str:
        if offered.next is Next.OPEN:
            if desk.open:
                return f"{desk.label} masih dibuka petugas lain. F2 mengambil alih loket ini."
            return "Buka loket untuk mulai memanggil."
        return "Tekan F2 untuk memanggil." if desk.waiting else "Belum ada yang dipanggil."

    def _facts(self, ticket: TicketRow, now: datetime) -> str:
        arrived = clock(ticket.issued_at, self._zone)
        parts = [self._names.get(ticket.service, ticket.service), f"tiba {arrived}"]
        if ticket.state is TicketState.SERVING and ticket.serving_at is not None:
            parts.append(f"dilayani {lasting(ticket.serving_at, now)}")
        elif ticket.called_at is not None:
            parts.append(f"dipanggil {ticket.calls} kali")
        return " · ".join(parts)

    def _show_buttons(self, offered: Offers) -> None:
        self.next.setText(LABELS[offered.next])
        self.next.setEnabled(offered.next_enabled)
        self.next.updateGeometry()
        for button, enabled in (
            (self.recall, offered.recall),
            (self.hold, offered.hold),
            (self.skip, offered.skip),
            (self.transfer, offered.transfer),
            (self.finish, offered.finish),
        ):
            button.setEnabled(enabled)

    def _waiting_item(self, row: TicketRow, now: datetime) -> RowItem:
        badge = PRIORITY_LABELS[row.priority] if row.priority else ""
        return RowItem(row.ticket_id, row.label, row.name, lasting(row.issued_at, now), badge, Tone.WARN)

    def _aside_item(self, row: TicketRow, now: datetime) -> RowItem:
        badge = "ditunda" if row.state is TicketState.HELD else "dilewati"
        return RowItem(row.ticket_id, row.label, row.name, lasting(row.called_at or row.since, now), badge)

    def _tell(self, ticket: TicketRow | None) -> None:
        now = None if ticket is None else (ticket.ticket_id, ticket.state)
        if now != self._told:
            self._told = now
            self.serving_changed.emit(ticket)
