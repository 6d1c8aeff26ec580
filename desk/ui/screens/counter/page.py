"""Page `counter`: the queue panel, the form, and what joins them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.actions.delivery import Delivered
from desk.actions.steps import MoveOrder, Stepped, move_case
from desk.queries import inbox as inbox_reads
from desk.queries import queue as queue_reads
from desk.queries.numbers import standing_for
from desk.queries.queue import TicketRow
from desk.rules.permissions import Capability, may
from desk.rules.workflow import Move, MoveKind, Sheet, allowed
from desk.services.catalog import service_kit
from desk.services.informasi import Path
from desk.ui.forms.form_shell import FormShell, Saved
from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.page import Page, Shortcut
from desk.ui.runtime.ports import Changed
from desk.ui.screens.appointments.booking import book_for
from desk.ui.screens.collisions.items import note
from desk.ui.screens.counter.drafts import DraftList
from desk.ui.screens.counter.prefill import (
    from_letter,
    from_message,
    from_refused,
    from_request,
    from_ticket,
    refused_service,
)
from desk.ui.screens.counter.sheets import ServiceList, ServiceSheets
from desk.ui.screens.counter.spoken import SpokenAnswer
from desk.ui.screens.counter.strip import SavedStrip, asks
from desk.ui.screens.handover.giving import ask_to_give
from desk.ui.screens.queue_panel.panel import QueuePanel
from desk.ui.theme.style import eased, reveal, scaled
from desk.ui.theme.tokens import Tone
from desk.ui.words import named_short_day

OBJECTION = "keberatan"
"""The service that takes objections in (S3k)."""

PANEL_WIDTH, LOW = 268, 560
"""Pixels at text scale 1.0: width of the queue panel, height below which there is little room."""


class CounterPage(Page):
    """Serve a ticket or take a request in without one."""

    page_id = "counter"
    title = "Loket"
    icon = "desk"
    help_topic = "loket"
    watches = frozenset({"tickets", "calendar_days", "election_stages", "offices", "issued_numbers"})

    def __init__(self, ctx: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.queue = QueuePanel(ctx, self)
        self.queue.setFixedWidth(eased(PANEL_WIDTH, 0.85))
        reveal(self.queue, may(ctx.workplace.roles, Capability.CALL_TICKET))
        self.sheets = ServiceSheets(ctx, self)
        self.strip = SavedStrip()
        right = QVBoxLayout()
        right.setSpacing(scaled(12))
        right.addWidget(self.strip)
        right.addWidget(self.sheets, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(16))
        row.setSpacing(scaled(16))
        row.addWidget(self.queue)
        row.addLayout(right, 1)
        self._prefilled = ""
        self._connect()
        self.sheets.recover()
        self._prefilled = self.sheet.filled().around.ticket_id
        self._count_drafts()
        self._serve(self.queue.serving)

    def _connect(self) -> None:
        self.queue.serving_changed.connect(lambda ticket: self.ctx.guard(lambda: self._serve(ticket)))
        self.sheets.saved.connect(self._saved)
        self.sheets.edited.connect(self._typed)
        self.sheets.drafts_changed.connect(self._count_drafts)
        self.sheets.listing.connect(self.show_drafts)
        self.sheets.spoken.connect(self.ask_spoken)
        self.sheets.choosing.connect(self.choose_service)
        self.strip.moved.connect(self._move)
        self.strip.opened.connect(self.ctx.open_case)

    @property
    def sheet(self) -> FormShell:
        """The form in front."""
        return self.sheets.current

    # what the window asks

    def activate(self, **params: object) -> None:
        """``inbox_id``: begin the form of a message, as that ``service``; ``path="letter"``: that of a letter
        to the Ketua; ``refused``: take up again what the server did not take; ``objection``: object to that
        request."""
        inbox_id, refused = params.get("inbox_id"), params.get("refused")
        request = params.get("objection")
        if isinstance(inbox_id, str):
            self.begin_message(inbox_id, str(params.get("service") or ""))
        elif isinstance(request, str):
            self.begin_objection(request)
        elif isinstance(refused, int):
            self.begin_refused(refused)
        elif params.get("path") == Path.LETTER.value:
            self.begin_letter()

    def refresh(self, changed: Changed) -> None:
        """Count anew when the calendar or the office changed; the queue panel reads by itself."""
        if changed.touches(self.watches - {"tickets", "issued_numbers"}):
            self.sheets.reread()
        if changed.touches(frozenset({"issued_numbers"})):
            self.strip.renumber(lambda number: self.ctx.workplace.ask(standing_for, number))

    def badge(self) -> int | None:
        """How many wait today."""
        return self.ctx.workplace.ask(queue_reads.waiting_count, self.ctx.workplace.now())

    def service(self) -> str:
        """The service whose form is in front."""
        return self.sheet.form.slug

    def focus_first(self) -> None:
        """The cursor to the first field to fill in."""
        self.sheet.focus_start()

    def shortcuts(self) -> Sequence[Shortcut]:
        """Keys that belong to no button of this page."""
        return (
            Shortcut("Ctrl+L", "Ke daftar kelengkapan", self._to_checklist),
            Shortcut("Ctrl+D", "Daftar draf", self.show_drafts),
            Shortcut("Ctrl+B", "Buat janji temu", lambda: book_for(self.ctx, self.queue.serving)),
        )

    # what the officer does

    def begin_letter(self) -> None:
        """Begin the form of a letter; what was typed before is put aside."""
        self._make_room()
        self.sheet.start(from_letter(self.sheet.form))
        self.sheet.focus_start()

    def begin_message(self, inbox_id: str, service: str = "") -> None:
        """Begin the form of a message of the channel inbox, as a service or as that in front."""
        message = self.ctx.workplace.ask(inbox_reads.message, inbox_id)
        if message is None or message.state != "new":
            self.ctx.toast("Pesan ini sudah ditangani.", tone="problem")
            return
        self._make_room()
        if service in self.sheets.offered():
            self.sheets.use(service)
        self.sheet.start(from_message(self.sheet.form, message, self.sheet.ground.calendar))
        self.sheet.focus_start()

    def begin_objection(self, case_id: str) -> None:
        """Begin form F from a request that is objected to (S3k)."""
        filled = from_request(self.ctx.workplace, case_id)
        if filled is None or OBJECTION not in self.sheets.offered():
            self.ctx.toast("Keberatan tidak dilayani menurut standar kantor ini.", tone="problem")
            return
        self._make_room()
        self.sheets.use(OBJECTION).go_on_with(filled)
        self.sheet.focus_start()

    def begin_refused(self, position: int) -> None:
        """Take up a form whose case the server refused; what was typed before is put aside."""
        place = self.ctx.workplace
        service = refused_service(place, position)
        filled = None
        if service in self.sheets.offered():
            self._make_room()
            filled = from_refused(place, self.sheets.use(service).form, position)
        if filled is None:
            self.ctx.toast("Isian itu tidak dapat dibuka lagi; catat dari daftarnya.", tone="problem")
            return
        self.sheet.go_on_with(filled)
        self.ctx.act(lambda: note(self.ctx, position))

    def ask_spoken(self) -> None:
        """The small form of a spoken answer."""
        form = SpokenAnswer(self.ctx, self.queue.serving, lambda _opened: None)
        self.ctx.ask(form, "Jawaban lisan", (form.button,))

    def choose_service(self) -> None:
        """The services to choose from; the form of the chosen one comes to the front."""
        listed = ServiceList(self.sheets, self.ctx)
        listed.list.activated.connect(self._use)
        self.ctx.ask(listed, "Layanan", ())

    def show_drafts(self) -> None:
        """Forms put aside."""
        listed = DraftList(
            self.sheets.aside, self.sheet.ground.calendar.zone, self._take_up, self._drop_draft
        )
        self.ctx.ask(listed, "Draf permohonan", (listed.take_button, listed.drop_button))

    # inside

    def _serve(self, ticket: TicketRow | None) -> None:
        if ticket is None:
            self._let_go()
            return
        if ticket.ticket_id == self._prefilled:
            return
        if ticket.service not in self.sheets.offered():
            self._say_no_form(ticket)
            return
        self._prefilled = ticket.ticket_id
        self._make_room()
        self.sheets.use(ticket.service)
        self.sheet.start(from_ticket(self.sheet.form, ticket, self.sheet.ground.calendar))
        if self.isVisible():
            self.sheet.focus_start()

    def _use(self, slug: str) -> None:
        """Another service for whoever stands here: what was typed is put aside, the visitor goes along."""
        self.ctx.close_drawer()
        if slug == self.sheet.form.slug:
            return
        ticket = self.queue.serving
        theirs = ticket is not None and ticket.ticket_id == self.sheet.filled().around.ticket_id
        self._make_room()
        sheet = self.sheets.use(slug)
        if ticket is not None and theirs:
            sheet.start(from_ticket(sheet.form, ticket, sheet.ground.calendar))
        self._count_drafts()
        sheet.focus_start()

    def _make_room(self) -> None:
        """What is being typed is put aside, and the case saved last leaves the page."""
        self.sheet.make_room()
        self.strip.hide()

    def _to_checklist(self) -> None:
        self.sheet.side.checklist.list.setFocus()

    def _say_no_form(self, ticket: TicketRow) -> None:
        service = self.sheet.ground.standard.services.get(ticket.service)
        name = service.short_name if service is not None else ticket.service
        words = f"{ticket.label} untuk layanan {name}. Formulirnya belum ada di sini; pakai formulir kertas."
        self.sheet.tell(words, Tone.WARN)

    def _typed(self) -> None:
        self.strip.hide()
        if self.sheet.filled().around.ticket_id:
            self.queue.begin_serving()

    def _let_go(self) -> None:
        """The visitor did not come or was passed on: a form nobody wrote in goes with them."""
        if self.sheet.banner.tone() is Tone.WARN:
            self.sheet.tell("", Tone.WARN)
        if self.sheet.filled().around.ticket_id and not self.sheet.dirty():
            self.sheet.clear()

    def _saved(self, saved: Saved) -> None:
        opened, ticket = saved.opened, self.queue.serving
        due = saved.judged.due.due if saved.judged.due and not opened.missing else None
        lacking = f"Berkas kurang: {'; '.join(opened.missing)}."
        detail = f"Batas waktu {named_short_day(due)}." if due else lacking
        moves = () if opened.missing else self._moves(saved)
        next_key = f" F2 menyelesaikan {ticket.label} dan memanggil berikutnya." if ticket else ""
        self.strip.tell(opened.case_id, opened.number, detail + next_key, moves)
        self.strip.compact(self.height() < scaled(LOW))
        self.ctx.toast(f"Permohonan terdaftar: {opened.number}.", tone="done")
        self._count_drafts()
        if saved.give:
            self._give(opened.case_id)
        else:
            receipt = service_kit(self.sheet.form.slug).receipt
            self.ctx.print_paper("berkas_kurang" if opened.missing else receipt, opened.case_id)

    def _moves(self, saved: Saved) -> tuple[Move, ...]:
        flow = self.sheet.ground.service.flows[saved.judged.intake.flow]
        roles, facts = self.ctx.workplace.roles, saved.judged.intake.facts
        offered = allowed(flow, flow.start, roles, None, facts)
        return tuple(one for one in offered if one.kind is MoveKind.FORWARD and one not in flow.anywhere)

    def _give(self, case_id: str) -> None:
        """Ask who receives it; the receipt is printed once it is given."""

        def given(_delivered: Delivered) -> None:
            self.strip.offer(())
            self.ctx.print_paper("tanda_terima", case_id)

        ask_to_give(self.ctx, case_id, given)

    def _move(self, case_id: str, move: Move) -> None:
        if move.sheet is Sheet.GIVE:
            self._give(case_id)
            return
        if asks(move):
            self.ctx.navigate("case", case_id=case_id, move=move.verb)
            return
        self.ctx.act(lambda: move_case(self.ctx.workplace, MoveOrder(case_id, move.verb)), self._moved)

    def _moved(self, stepped: Stepped) -> None:
        self.strip.offer(())
        where = "selesai dan diarsipkan" if stepped.closed else f"diteruskan: {stepped.step_label}"
        self.ctx.toast(f"Permohonan {where}.", tone="done")

    def _take_up(self, key: str) -> None:
        self.ctx.close_drawer()
        self.strip.hide()
        self.sheets.take_up(key)
        self._count_drafts()

    def _drop_draft(self, key: str) -> None:
        self.ctx.act(lambda: self.sheets.discard(key), lambda _none: self._count_drafts())

    def _count_drafts(self) -> None:
        count = len(self.sheets.aside())
        self.sheet.drafts.setText(f"Draf · {count}" if count else "Draf")
        self.sheet.drafts.updateGeometry()
        self.sheet.head.turn()
