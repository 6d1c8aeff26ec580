"""The queue as counters see it: what is in hand, who waits in which order, what was put aside (Q1).

Only tickets of one office day are ever read, so yesterday's never come back.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, func, select
from sqlalchemy.orm import Session

from desk.models import Counter, Ticket, Visit
from desk.queries.office import OfficeProfile, profile
from desk.rules import queueing
from desk.rules.queueing import Priority, QueueRule, TicketState

MINUTES_EACH = 10
"""Minutes per ticket until today's own tickets say better; the office's setting is ``minutes_per_ticket``."""

_ENOUGH = 3
_LATEST = 20


@dataclass(frozen=True, slots=True)
class TicketRow:
    """A ticket with the visitor it belongs to (empty texts where there is none); instants UTC.

    ``state`` is a ``TicketState``, ``priority`` a ``Priority`` or None, ``counter`` its label or empty.
    """

    ticket_id: str
    label: str
    service: str
    priority: Priority | None
    state: TicketState
    day: date
    issued_at: datetime
    since: datetime
    called_at: datetime | None
    serving_at: datetime | None
    finished_at: datetime | None
    calls: int
    counter_id: str | None
    counter: str
    visit_id: str | None
    name: str
    institution: str
    phone: str
    purpose: str
    identity_kind: str
    note: str


@dataclass(frozen=True, slots=True)
class CounterDesk:
    """One counter's view of the queue.

    ``serving`` is the ticket called or served here; ``waiting`` those this counter may call, in the order
    they will be called; ``held`` and ``skipped`` of all counters; ``done`` how many were finished here today.
    """

    counter_id: str
    label: str
    open: bool
    staff_id: str | None
    serving: TicketRow | None
    waiting: tuple[TicketRow, ...]
    held: tuple[TicketRow, ...]
    skipped: tuple[TicketRow, ...]
    done: int


@dataclass(frozen=True, slots=True)
class Ahead:
    """What a waiting visitor wants to know: tickets in front, and minutes until called (None: no counter)."""

    count: int
    minutes: int | None


def ticket(session: Session, ticket_id: str) -> TicketRow | None:
    """One ticket, of whatever day."""
    return next(iter(_rows(session, Ticket.id == ticket_id)), None)


def today(session: Session, now: datetime, states: Sequence[TicketState] = ()) -> tuple[TicketRow, ...]:
    """Tickets of the office's present day in order of issue, of some states or of all."""
    wanted: list[ColumnElement[bool]] = [Ticket.day == profile(session).day_of(now)]
    if states:
        wanted.append(Ticket.state.in_([state.value for state in states]))
    return tuple(sorted(_rows(session, *wanted), key=lambda row: row.issued_at))


def waiting_count(session: Session, now: datetime) -> int:
    """How many wait today, for a badge."""
    day = profile(session).day_of(now)
    waiting = Ticket.state == TicketState.WAITING.value
    return session.scalar(select(func.count()).select_from(Ticket).where(Ticket.day == day, waiting)) or 0


def counter_desk(session: Session, counter_id: str, now: datetime) -> CounterDesk | None:
    """What a counter needs to see now; None when there is no such counter."""
    counter = session.get(Counter, counter_id)
    if counter is None:
        return None
    office = profile(session)
    day = office.day_of(now)
    found = session.execute(_LIVE, {"day": day}).all()
    live = [_row(one, visit, label or "") for one, visit, label in found]
    rows = {row.ticket_id: row for row in live}
    waiting = [one for one, _, _ in found if one.state == TicketState.WAITING.value]
    in_hand = (TicketState.CALLED, TicketState.SERVING)
    return CounterDesk(
        counter_id=counter.id,
        label=counter.label,
        open=counter.open,
        staff_id=counter.staff_id,
        serving=next((row for row in live if row.counter_id == counter_id and row.state in in_hand), None),
        waiting=tuple(rows[one.id] for one in _in_turn(session, office, day, waiting, counter)),
        held=_aside(live, TicketState.HELD),
        skipped=_aside(live, TicketState.SKIPPED),
        done=session.scalar(_SERVED, {"day": day, "counter": counter_id}) or 0,
    )


def waiting_order(session: Session, day: date, counter_id: str | None = None) -> tuple[queueing.Waiting, ...]:
    """Waiting tickets of a day in the order they will be called: by one counter, or by the office as a whole.

    A counter calls the prefixes it is set to (none: all); a ticket transferred to a counter is called by that
    one alone.
    """
    counter = session.get(Counter, counter_id) if counter_id else None
    found = session.execute(
        select(
            Ticket.id, Ticket.prefix, Ticket.number, Ticket.since, Ticket.priority, Ticket.counter_id
        ).where(Ticket.day == day, Ticket.state == TicketState.WAITING.value)
    ).all()
    return _in_turn(session, profile(session), day, found, counter)


def _in_turn(
    session: Session, office: OfficeProfile, day: date, found: Iterable[Any], counter: Counter | None
) -> tuple[queueing.Waiting, ...]:
    """Waiting tickets in their turn; ``found``: anything with the columns of :class:`Ticket`."""
    waiting = [
        queueing.Waiting(
            row.id, row.prefix, row.number, row.since, Priority(row.priority) if row.priority else None
        )
        for row in found
        if counter is None or _callable(row.counter_id, row.prefix, counter)
    ]
    run = QueueRule(office.number("priority_run", QueueRule().priority_run))
    return queueing.order(waiting, _streak(session, day), run)


def ahead(session: Session, ticket_id: str, now: datetime) -> Ahead | None:
    """Tickets in front of a waiting one and the estimated wait; None when it does not wait today."""
    office = profile(session)
    day = office.day_of(now)
    order = [one.id for one in waiting_order(session, day)]
    if ticket_id not in order:
        return None
    counters = session.scalar(select(func.count()).select_from(Counter).where(Counter.open)) or 0
    each = _minutes_each(session, day, office.number("minutes_per_ticket", MINUTES_EACH))
    count = order.index(ticket_id)
    return Ahead(count, queueing.estimated_wait(count, each, counters))


def _callable(reserved: str | None, prefix: str, counter: Counter) -> bool:
    if reserved is not None:
        return reserved == counter.id
    return not counter.prefixes or prefix in counter.prefixes


def _streak(session: Session, day: date) -> int:
    """Priority calls in a row at the end of the day's calls; further back than 20 calls does not matter."""
    latest = session.scalars(_LATEST_CALLS, {"day": day})
    return queueing.priority_streak([bool(priority) for priority in reversed(latest.all())])


def _minutes_each(session: Session, day: date, default: int) -> float:
    served = session.execute(
        select(Ticket.serving_at, Ticket.finished_at)
        .where(Ticket.day == day, Ticket.serving_at.is_not(None), Ticket.finished_at.is_not(None))
        .order_by(Ticket.finished_at.desc())
        .limit(_LATEST)
    ).all()
    if len(served) < _ENOUGH:
        return default
    seconds = [(end - begin).total_seconds() for begin, end in served if begin and end]
    return max(1.0, sum(seconds) / len(seconds) / 60)


def _aside(rows: Iterable[TicketRow], state: TicketState) -> tuple[TicketRow, ...]:
    found = [row for row in rows if row.state is state]
    return tuple(sorted(found, key=lambda row: row.called_at or row.since))


def _rows(session: Session, *wanted: ColumnElement[bool]) -> list[TicketRow]:
    return [_row(one, visit, label or "") for one, visit, label in session.execute(_TICKETS.where(*wanted))]


_TICKETS = (
    select(Ticket, Visit, Counter.label)
    .outerjoin(Visit, Visit.id == Ticket.visit_id)
    .outerjoin(Counter, Counter.id == Ticket.counter_id)
)
_DAY = Ticket.day == bindparam("day")
_DONE = Ticket.state == TicketState.DONE.value
_LIVE = _TICKETS.where(_DAY, ~_DONE)
_SERVED = select(func.count()).where(
    _DAY, _DONE, Ticket.counter_id == bindparam("counter"), Ticket.serving_at.is_not(None)
)
_LATEST_CALLS = (
    select(Ticket.priority)
    .where(_DAY, Ticket.called_at.is_not(None))
    .order_by(Ticket.called_at.desc(), Ticket.id.desc())
    .limit(_LATEST)
)


def _row(one: Ticket, visit: Visit | None, counter: str) -> TicketRow:
    return TicketRow(
        ticket_id=one.id,
        label=one.label,
        service=one.service,
        priority=Priority(one.priority) if one.priority else None,
        state=TicketState(one.state),
        day=one.day,
        issued_at=one.issued_at,
        since=one.since,
        called_at=one.called_at,
        serving_at=one.serving_at,
        finished_at=one.finished_at,
        calls=one.calls,
        counter_id=one.counter_id,
        counter=counter,
        visit_id=one.visit_id,
        name=visit.name if visit else "",
        institution=visit.institution if visit else "",
        phone=visit.phone if visit else "",
        purpose=visit.purpose if visit else "",
        identity_kind=visit.identity_kind if visit else "",
        note=one.note,
    )
