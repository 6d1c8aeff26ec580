"""What a counter does with the queue: call, recall, serve, hold, skip, requeue, transfer, finish (Q1).

Every move is one transaction of the store's single writer, so two counters never get the same ticket. Only
tickets of the office's present day are touched: nothing carries over midnight.

One key leads through a day (F2): call, serve, finish and call the next. ``call_next`` itself refuses while
a ticket is in hand; ``finish_and_call_next`` is the deliberate double step and ``undo_finish`` takes it back.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import select

from desk.actions.counters import CounterBusyError, open_own_counter, ticket_in_hand
from desk.actions.errors import NotFoundError, ProblemsError, StaleError
from desk.models import Counter, Ticket
from desk.queries import queue as reads
from desk.queries.office import profile, standard_now
from desk.rules import queueing
from desk.rules.errors import DeskError
from desk.rules.permissions import Capability
from desk.rules.queueing import TicketState, TicketVerb
from desk.services.common import Problem

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk.actions.workplace import Workplace

_IN_HAND = (TicketState.CALLED, TicketState.SERVING)


class NobodyWaitingError(DeskError):
    """No ticket waits for this counter."""

    code = "nobody_waiting"


class OnlyByHandError(DeskError):
    """Without the server the next ticket could be called by two counters at once."""

    code = "only_by_hand"

    def __init__(self) -> None:
        super().__init__(
            "Luring: loket lain mungkin memanggil antrean yang sama. "
            "Sepakati dengan loket lain, lalu panggil dari daftar."
        )


QUEUE = "queue"
"""Key that a counter holds while it calls."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A ticket after a move: its state now and the counter's label."""

    ticket_id: str
    label: str
    state: TicketState
    counter: str


@dataclass(frozen=True, slots=True)
class FinishedAndCalled:
    """A ticket that was finished, and the one called after it (None: nobody waits)."""

    finished: Moved
    called: Moved | None


def call_next(workplace: "Workplace") -> Moved:
    """Call the next ticket to this counter, the priority lane first in its fair share (Q1).

    Raises:
        NoCounterError, CounterClosedError: no open counter.
        CounterBusyError: a ticket is still in hand.
        NobodyWaitingError: nobody waits for this counter.
    """
    workplace.require(Capability.CALL_TICKET)
    with workplace.lan.first(QUEUE) as sure, workplace.write("call_next") as session:
        desk = _desk(session, workplace)
        return _moved(_call_first(session, desk, sure=sure), desk.counter)


def call(workplace: "Workplace", ticket_id: str) -> Moved:
    """Call a ticket of choice: one that waits, was held or skipped.

    Raises:
        NoCounterError, CounterClosedError, CounterBusyError: as :func:`call_next`.
        NotFoundError: not a ticket of today.
        TicketMoveError: somebody called it first.
    """
    workplace.require(Capability.CALL_TICKET)
    with workplace.lan.first(QUEUE), workplace.write("call") as session:
        desk = _desk(session, workplace)
        ticket = _of_today(session, ticket_id, desk.day)
        _free_hands(session, desk)
        _mark_called(ticket, desk)
        return _moved(ticket, desk.counter)


def recall(workplace: "Workplace") -> Moved:
    """Call the ticket in hand once more; the board shows it again as the latest call.

    Raises:
        NoCounterError, CounterClosedError, NotFoundError: nothing in hand.
    """
    workplace.require(Capability.CALL_TICKET)
    with workplace.write("recall") as session:
        desk = _desk(session, workplace)
        ticket = _in_hand(session, desk)
        _move(ticket, TicketVerb.RECALL)
        ticket.called_at, ticket.calls = desk.at, ticket.calls + 1
        return _moved(ticket, desk.counter)


def serve(workplace: "Workplace") -> Moved:
    """The called visitor is here: serving begins."""
    return _step(workplace, "serve", TicketVerb.SERVE)


def hold(workplace: "Workplace") -> Moved:
    """Put the ticket in hand aside (papers to fetch, a copy to make); any counter may call it again."""
    return _step(workplace, "hold", TicketVerb.HOLD)


def skip(workplace: "Workplace") -> Moved:
    """Pass over the called ticket: nobody came."""
    return _step(workplace, "skip", TicketVerb.SKIP)


def finish(workplace: "Workplace") -> Moved:
    """The service is done; a ticket still only called counts as served from the call on."""
    return _step(workplace, "finish", TicketVerb.FINISH)


def requeue(workplace: "Workplace", ticket_id: str) -> Moved:
    """Put a called, held or skipped ticket back into the queue.

    A skipped one joins at the end; the others keep the place their time of arrival gives them.

    Raises:
        NoCounterError, CounterClosedError: no open counter.
        NotFoundError: not a ticket of today.
        StaleError: another counter has it in hand.
        TicketMoveError: it waits already or is done.
    """
    workplace.require(Capability.CALL_TICKET)
    with workplace.write("requeue") as session:
        desk = _desk(session, workplace)
        ticket = _of_today(session, ticket_id, desk.day)
        _refuse_others(session, ticket, desk)
        if ticket.state == TicketState.SKIPPED:
            ticket.since = desk.at
        _move(ticket, TicketVerb.REQUEUE)
        ticket.counter_id = None
        return _moved(ticket, desk.counter)


def transfer(
    workplace: "Workplace",
    ticket_id: str | None = None,
    *,
    service: str = "",
    counter_id: str | None = None,
) -> Moved:
    """Pass a ticket (default: the one in hand) on to another service's queue, another counter, or both.

    It keeps its label and its time of arrival, so the visitor does not wait from the start again.

    Raises:
        ProblemsError: neither a service nor a counter, or unknown ones (fields ``service``, ``counter``).
        NoCounterError, CounterClosedError, NotFoundError, StaleError, TicketMoveError.
    """
    workplace.require(Capability.CALL_TICKET)
    with workplace.write("transfer") as session:
        desk = _desk(session, workplace)
        ticket = _of_today(session, ticket_id, desk.day) if ticket_id else _in_hand(session, desk)
        _refuse_others(session, ticket, desk)
        target = _target(session, workplace, service, counter_id)
        _move(ticket, TicketVerb.TRANSFER)
        ticket.counter_id = target.id if target is not None else None
        ticket.serving_at = None
        if service:
            ticket.service = service
        return _moved(ticket, target or desk.counter)


def finish_and_call_next(workplace: "Workplace") -> FinishedAndCalled:
    """Finish the ticket in hand and call the next in one step; with nobody waiting it only finishes.

    Raises:
        NoCounterError, CounterClosedError, NotFoundError: nothing in hand.
    """
    workplace.require(Capability.CALL_TICKET)
    with workplace.lan.first(QUEUE) as sure, workplace.write("finish_and_call_next") as session:
        desk = _desk(session, workplace)
        done = _in_hand(session, desk)
        _finish(done, desk.at)
        session.flush()
        try:
            called = _moved(_call_first(session, desk, sure=sure), desk.counter)
        except NobodyWaitingError:
            called = None
        return FinishedAndCalled(_moved(done, desk.counter), called)


def undo_finish(workplace: "Workplace", ticket_id: str) -> Moved:
    """Serve a finished ticket again at this counter; one only called meanwhile goes back to its place.

    Raises:
        NoCounterError, CounterClosedError, NotFoundError, TicketMoveError: nothing to take back.
        CounterBusyError: this counter already serves somebody else.
    """
    workplace.require(Capability.CALL_TICKET)
    with workplace.write("undo_finish") as session:
        desk = _desk(session, workplace)
        ticket = _of_today(session, ticket_id, desk.day)
        other = ticket_in_hand(session, desk.counter.id, desk.day)
        if other is not None and other.state == TicketState.SERVING:
            raise CounterBusyError(f"{desk.counter.label} sudah melayani {other.label}.")
        if other is not None:
            _move(other, TicketVerb.REQUEUE)
            other.counter_id, other.called_at, other.calls = None, None, max(0, other.calls - 1)
        _move(ticket, TicketVerb.UNDO_FINISH)
        ticket.finished_at, ticket.counter_id = None, desk.counter.id
        return _moved(ticket, desk.counter)


@dataclass(frozen=True, slots=True)
class _Desk:
    """Where and when a move happens."""

    counter: Counter
    day: date
    at: datetime


def _desk(session: "Session", workplace: "Workplace") -> _Desk:
    at = workplace.now()
    return _Desk(open_own_counter(session, workplace), profile(session).day_of(at), at)


def _step(workplace: "Workplace", action: str, verb: TicketVerb) -> Moved:
    """One verb on the ticket in hand.

    Raises:
        NoCounterError, CounterClosedError, NotFoundError: no open counter or nothing in hand.
        TicketMoveError: the ticket is not in a state for it.
    """
    workplace.require(Capability.CALL_TICKET)
    with workplace.write(action) as session:
        desk = _desk(session, workplace)
        ticket = _in_hand(session, desk)
        if verb is TicketVerb.FINISH:
            _finish(ticket, desk.at)
        else:
            _move(ticket, verb)
        if verb is TicketVerb.SERVE:
            ticket.serving_at = desk.at
        return _moved(ticket, desk.counter)


def _call_first(session: "Session", desk: _Desk, *, sure: bool) -> Ticket:
    """Call the first in order; without the server (not ``sure``) only one that no other open counter
    serves."""
    _free_hands(session, desk)
    order = reads.waiting_order(session, desk.day, desk.counter.id)
    if order and not sure:
        order = tuple(one for one in order if _only_here(session, one.id, desk.counter))
        if not order:
            raise OnlyByHandError
    ticket = session.get(Ticket, order[0].id) if order else None
    if ticket is None:
        raise NobodyWaitingError(f"Belum ada antrean yang menunggu untuk {desk.counter.label}.")
    _mark_called(ticket, desk)
    return ticket


def _only_here(session: "Session", ticket_id: str, counter: Counter) -> bool:
    """Whether no other open counter would call this ticket: it was passed on to this one, or they serve
    others."""
    ticket = session.get(Ticket, ticket_id)
    if ticket is None or ticket.counter_id == counter.id:
        return ticket is not None
    others = session.scalars(select(Counter).where(Counter.open, Counter.id != counter.id))
    return all(one.prefixes and ticket.prefix not in one.prefixes for one in others)


def _mark_called(ticket: Ticket, desk: _Desk) -> None:
    _move(ticket, TicketVerb.CALL)
    ticket.counter_id, ticket.called_at = desk.counter.id, desk.at
    ticket.calls += 1
    ticket.serving_at = None


def _finish(ticket: Ticket, at: datetime) -> None:
    if ticket.state == TicketState.CALLED:
        _move(ticket, TicketVerb.SERVE)
        ticket.serving_at = ticket.called_at
    _move(ticket, TicketVerb.FINISH)
    ticket.finished_at = at


def _move(ticket: Ticket, verb: TicketVerb) -> None:
    ticket.state = queueing.ticket_after(TicketState(ticket.state), verb).value


def _moved(ticket: Ticket, counter: Counter) -> Moved:
    return Moved(ticket.id, ticket.label, TicketState(ticket.state), counter.label)


def _free_hands(session: "Session", desk: _Desk) -> None:
    ticket = ticket_in_hand(session, desk.counter.id, desk.day)
    if ticket is not None:
        words = queueing.STATE_LABELS[TicketState(ticket.state)]
        raise CounterBusyError(
            f"{ticket.label} masih {words} di {desk.counter.label}. Selesaikan atau tunda dahulu."
        )


def _in_hand(session: "Session", desk: _Desk) -> Ticket:
    ticket = ticket_in_hand(session, desk.counter.id, desk.day)
    if ticket is None:
        raise NotFoundError(f"Tidak ada antrean yang sedang dipanggil di {desk.counter.label}.")
    return ticket


def _of_today(session: "Session", ticket_id: str, day: date) -> Ticket:
    ticket = session.get(Ticket, ticket_id)
    if ticket is None or ticket.day != day:
        raise NotFoundError("Antrean itu bukan antrean hari ini.")
    return ticket


def _refuse_others(session: "Session", ticket: Ticket, desk: _Desk) -> None:
    if TicketState(ticket.state) in _IN_HAND and ticket.counter_id != desk.counter.id:
        other = session.get(Counter, ticket.counter_id)
        place = other.label if other is not None else "loket lain"
        raise StaleError(f"{ticket.label} sedang ditangani {place}.")


def _target(
    session: "Session", workplace: "Workplace", service: str, counter_id: str | None
) -> Counter | None:
    problems = []
    if not service and counter_id is None:
        problems.append(Problem("service", "Pilih layanan atau loket tujuan."))
    if service and service not in standard_now(session, workplace.standards, workplace.now()).services:
        problems.append(Problem("service", "Layanan ini tidak ada dalam standar kantor."))
    target = session.get(Counter, counter_id) if counter_id is not None else None
    if counter_id is not None and target is None:
        problems.append(Problem("counter", "Loket tujuan tidak ada."))
    if target is not None and not target.open:
        problems.append(Problem("counter", f"{target.label} masih tutup."))
    if problems:
        raise ProblemsError(problems)
    return target
