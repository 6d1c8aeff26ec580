"""The queue: labels, order with a fair priority lane, estimated wait, states of a ticket (Q1)."""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from desk.rules.errors import DeskError


class Priority(StrEnum):
    """Who is served first."""

    ELDERLY = "elderly"
    DISABLED = "disabled"
    PREGNANT = "pregnant"


PRIORITY_LABELS = {
    Priority.ELDERLY: "lansia",
    Priority.DISABLED: "disabilitas",
    Priority.PREGNANT: "ibu hamil",
}


class TicketState(StrEnum):
    """Where a ticket stands."""

    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    HELD = "held"
    SKIPPED = "skipped"
    DONE = "done"


STATE_LABELS = {
    TicketState.WAITING: "menunggu",
    TicketState.CALLED: "dipanggil",
    TicketState.SERVING: "dilayani",
    TicketState.HELD: "ditunda",
    TicketState.SKIPPED: "dilewati",
    TicketState.DONE: "selesai",
}


class TicketVerb(StrEnum):
    """What a counter does with a ticket."""

    CALL = "call"
    RECALL = "recall"
    SERVE = "serve"
    HOLD = "hold"
    SKIP = "skip"
    REQUEUE = "requeue"
    TRANSFER = "transfer"
    FINISH = "finish"
    UNDO_FINISH = "undo_finish"


VERB_LABELS = {
    TicketVerb.CALL: "Panggil",
    TicketVerb.RECALL: "Panggil ulang",
    TicketVerb.SERVE: "Layani",
    TicketVerb.HOLD: "Tunda",
    TicketVerb.SKIP: "Lewati",
    TicketVerb.REQUEUE: "Kembalikan ke antrean",
    TicketVerb.TRANSFER: "Alihkan",
    TicketVerb.FINISH: "Selesai",
    TicketVerb.UNDO_FINISH: "Batalkan selesai",
}

_W, _C, _S = TicketState.WAITING, TicketState.CALLED, TicketState.SERVING
_H, _X, _D = TicketState.HELD, TicketState.SKIPPED, TicketState.DONE

TICKET_MOVES: dict[TicketState, dict[TicketVerb, TicketState]] = {
    _W: {TicketVerb.CALL: _C, TicketVerb.TRANSFER: _W},
    _C: {
        TicketVerb.RECALL: _C,
        TicketVerb.SERVE: _S,
        TicketVerb.HOLD: _H,
        TicketVerb.SKIP: _X,
        TicketVerb.TRANSFER: _W,
        TicketVerb.REQUEUE: _W,
    },
    _S: {TicketVerb.FINISH: _D, TicketVerb.HOLD: _H, TicketVerb.TRANSFER: _W, TicketVerb.RECALL: _S},
    _H: {TicketVerb.CALL: _C, TicketVerb.REQUEUE: _W, TicketVerb.SKIP: _X},
    _X: {TicketVerb.CALL: _C, TicketVerb.REQUEUE: _W},
    _D: {TicketVerb.UNDO_FINISH: _S},
}
"""Every move a ticket knows: state, verb, state afterwards."""


class TicketMoveError(DeskError):
    """A ticket in this state does not know the move."""

    code = "ticket_move_refused"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A ticket waiting to be called; ``since`` is the instant it joined, aware."""

    id: str
    prefix: str
    number: int
    since: datetime
    priority: Priority | None = None


@dataclass(frozen=True, slots=True)
class QueueRule:
    """Fairness of the priority lane: after ``priority_run`` priority calls in a row one ordinary ticket is
    called."""

    priority_run: int = 2


def ticket_after(state: TicketState, verb: TicketVerb) -> TicketState:
    """State of a ticket after a verb.

    Raises:
        TicketMoveError: the state does not know the verb.
    """
    after = TICKET_MOVES[state].get(verb)
    if after is None:
        raise TicketMoveError(f"Antrean yang {STATE_LABELS[state]} tidak dapat di-“{VERB_LABELS[verb]}”.")
    return after


def label(prefix: str, number: int) -> str:
    """Ticket label as printed and called: ``B-014``."""
    return f"{prefix}-{number:03d}"


_BLOCK = 100
_POINTS = 100


_QUARTER = 15


def block_after(local: time) -> int:
    """Block of numbers for the rest of the day on which a PC was restored (at ``local``, the office's time):
    each quarter of an hour has its own, and none is the block that a day begins with."""
    return 1 + (local.hour * 60 + local.minute) // _QUARTER


def next_number(last: int | None, point: int | None = None, block: int = 0) -> int:
    """Number of the next ticket of a prefix: one after ``last``, the highest given today; 1 on a new day.

    On an office network each issuing point has numbers of its own, so that two papers never bear the same:
    point 0 gives 1 to 99, point 1 gives 101 to 199; who needs more goes on 10,000 higher. ``last`` is then
    the highest of that point. ``block``: begin that many times 10,000 higher, see :func:`block_after`.
    """
    if last is None or last < block * _BLOCK * _POINTS:
        return block * _BLOCK * _POINTS + (point or 0) * _BLOCK + 1
    if point is None or (last + 1) % _BLOCK:
        return last + 1
    return (last // (_BLOCK * _POINTS) + 1) * _BLOCK * _POINTS + point * _BLOCK + 1


def is_of_point(number: int, point: int) -> bool:
    """Whether a ticket number belongs to an issuing point."""
    return number // _BLOCK % _POINTS == point


def priority_streak(calls: Sequence[bool]) -> int:
    """Priority calls in a row at the end of today's calls (True: a priority ticket)."""
    streak = 0
    for was_priority in reversed(calls):
        if not was_priority:
            break
        streak += 1
    return streak


def order(
    waiting: Collection[Waiting], streak: int = 0, rule: QueueRule | None = None
) -> tuple[Waiting, ...]:
    """Waiting tickets in the order they will be called.

    Each lane is first come, first served. Priority goes first, but after ``rule.priority_run`` priority
    calls in a row (``streak`` of them already made) one ordinary ticket is called, so nobody starves.
    """
    run = (rule or QueueRule()).priority_run
    arrived = sorted(waiting, key=lambda ticket: (ticket.since, ticket.prefix, ticket.number))
    first = [ticket for ticket in arrived if ticket.priority is not None]
    ordinary = [ticket for ticket in arrived if ticket.priority is None]
    ordered: list[Waiting] = []
    while first and ordinary:
        if streak < run:
            ordered.append(first.pop(0))
            streak += 1
        else:
            ordered.append(ordinary.pop(0))
            streak = 0
    return (*ordered, *first, *ordinary)


def next_ticket(
    waiting: Collection[Waiting], streak: int = 0, rule: QueueRule | None = None
) -> Waiting | None:
    """The ticket to call now; None when nobody waits."""
    return next(iter(order(waiting, streak, rule)), None)


def estimated_wait(ahead: int, minutes_each: float, counters: int) -> int | None:
    """Minutes until called with ``ahead`` tickets in front and that many open counters; None while none is
    open."""
    if counters < 1:
        return None
    return math.ceil(ahead * minutes_each / counters)
