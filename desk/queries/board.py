"""What the public board shows: labels, counters and counts, never a person (Q2, P10)."""

from collections import Counter as Tally
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk.models import Counter, Ticket
from desk.queries.office import profile, standard_now
from desk.rules.queueing import TicketState
from desk.standards.loader import Standards
from desk.standards.model import Standard

RUNNING_TEXT = (
    "Semua layanan tidak dipungut biaya. Lansia, penyandang disabilitas, dan ibu hamil didahulukan."
)
"""What runs below the board until the office sets ``board_text``."""

_RECENT = 6


@dataclass(frozen=True, slots=True)
class Call:
    """A call: ticket label and counter. ``at`` (UTC) and ``times`` tell a repeated call from the first."""

    label: str
    counter: str
    counter_number: int
    at: datetime
    times: int


@dataclass(frozen=True, slots=True)
class CounterTile:
    """A counter on the board; ``ticket`` is empty while nobody is called there."""

    number: int
    label: str
    open: bool
    ticket: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many wait for a service."""

    service: str
    count: int


@dataclass(frozen=True, slots=True)
class BoardState:
    """Everything on the board. ``latest`` is the newest call still in hand, ``recent`` those before."""

    office: str
    day: date
    latest: Call | None
    recent: tuple[Call, ...]
    counters: tuple[CounterTile, ...]
    waiting: tuple[Waiting, ...]
    running_text: str


def board(session: Session, standards: Standards, now: datetime) -> BoardState:
    """The board of the office's present day; personal data is not even read."""
    office = profile(session)
    day = office.day_of(now)
    calls = _calls(session, day)
    in_hand = _in_hand(session, day)
    latest = next((call for call in calls if in_hand.get(call.counter_number) == call.label), None)
    return BoardState(
        office=office.name,
        day=day,
        latest=latest,
        recent=tuple(call for call in calls if call is not latest)[:_RECENT],
        counters=tuple(
            CounterTile(row.number, row.label, row.open, in_hand.get(row.number, ""))
            for row in session.execute(
                select(Counter.number, Counter.label, Counter.open).order_by(Counter.number)
            )
        ),
        waiting=_waiting(session, standard_now(session, standards, now), day),
        running_text=office.text("board_text", RUNNING_TEXT),
    )


def _calls(session: Session, day: date) -> list[Call]:
    """The newest calls of the day, newest first."""
    found = session.execute(
        select(Ticket.label, Counter.label, Counter.number, Ticket.called_at, Ticket.calls)
        .join(Counter, Counter.id == Ticket.counter_id)
        .where(Ticket.day == day, Ticket.called_at.is_not(None), Ticket.state != TicketState.WAITING.value)
        .order_by(Ticket.called_at.desc(), Ticket.id.desc())
        .limit(_RECENT + 10)
    )
    return [Call(label, place, number, at, times) for label, place, number, at, times in found if at]


def _in_hand(session: Session, day: date) -> dict[int, str]:
    """Ticket label by counter number."""
    states = (TicketState.CALLED.value, TicketState.SERVING.value)
    found = session.execute(
        select(Counter.number, Ticket.label)
        .join(Counter, Counter.id == Ticket.counter_id)
        .where(Ticket.day == day, Ticket.state.in_(states))
    )
    return dict(iter(found))


def _waiting(session: Session, standard: Standard, day: date) -> tuple[Waiting, ...]:
    found = session.execute(
        select(Ticket.service, func.count())
        .where(Ticket.day == day, Ticket.state == TicketState.WAITING.value)
        .group_by(Ticket.service)
    )
    tally = Tally(dict(iter(found)))
    known = standard.services.items()
    return tuple(Waiting(one.short_name, tally[slug]) for slug, one in known if tally[slug])
