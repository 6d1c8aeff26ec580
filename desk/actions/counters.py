"""Counters (loket): who sits at which, open or closed (Q1)."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select, update

from desk.actions.errors import NotFoundError
from desk.models import Counter, Staff, Ticket
from desk.queries.office import profile
from desk.rules.errors import DeskError
from desk.rules.permissions import Capability
from desk.rules.queueing import TicketState

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk.actions.workplace import Workplace


class NoCounterError(DeskError):
    """The person sits at no counter."""

    code = "no_counter"


class CounterClosedError(DeskError):
    """The counter is not open."""

    code = "counter_closed"


class CounterTakenError(DeskError):
    """Somebody else sits at the counter."""

    code = "counter_taken"


class CounterBusyError(DeskError):
    """The counter has a ticket in hand that must be finished, held, skipped or transferred first."""

    code = "counter_busy"


@dataclass(frozen=True, slots=True)
class CounterState:
    """A counter after it was opened or closed."""

    counter_id: str
    label: str
    open: bool


def open_counter(workplace: "Workplace", take_over: bool = False) -> CounterState:
    """Open the counter of this workplace for the person working there.

    With ``take_over`` a counter that somebody else left open changes hands.

    Raises:
        NoCounterError: no counter was chosen.
        CounterTakenError: somebody else has it open.
    """
    workplace.require(Capability.CALL_TICKET)
    with workplace.write("open_counter") as session:
        counter = own_counter(session, workplace)
        if counter.open and counter.staff_id != workplace.actor.staff_id and not take_over:
            holder = session.get(Staff, counter.staff_id) if counter.staff_id else None
            name = holder.name if holder is not None else "petugas lain"
            raise CounterTakenError(f"{counter.label} sedang dipakai {name}.")
        counter.open, counter.staff_id = True, workplace.actor.staff_id
        return CounterState(counter.id, counter.label, open=True)


def close_counter(workplace: "Workplace") -> CounterState:
    """Close the counter of this workplace; tickets held or passed on to it go to the other counters.

    Raises:
        NoCounterError: no counter was chosen.
        CounterBusyError: a ticket is still called or served here.
    """
    workplace.require(Capability.CALL_TICKET)
    with workplace.write("close_counter") as session:
        counter = own_counter(session, workplace)
        ticket = ticket_in_hand(session, counter.id, profile(session).day_of(workplace.now()))
        if ticket is not None:
            raise CounterBusyError(f"Selesaikan atau tunda {ticket.label} sebelum menutup {counter.label}.")
        counter.open, counter.staff_id = False, None
        reserved = (Ticket.counter_id == counter.id, Ticket.state == TicketState.WAITING.value)
        session.execute(update(Ticket).where(*reserved).values(counter_id=None))
        return CounterState(counter.id, counter.label, open=False)


def own_counter(session: "Session", workplace: "Workplace") -> Counter:
    """The counter of this workplace.

    Raises:
        NoCounterError: none was chosen.
        NotFoundError: it is no longer there.
    """
    if workplace.counter_id is None:
        raise NoCounterError("Pilih loket dahulu sebelum memanggil antrean.")
    counter = session.get(Counter, workplace.counter_id)
    if counter is None:
        raise NotFoundError("Loket ini tidak ada lagi.")
    return counter


def open_own_counter(session: "Session", workplace: "Workplace") -> Counter:
    """The counter of this workplace, open.

    Raises:
        NoCounterError, NotFoundError: as :func:`own_counter`.
        CounterClosedError: it is closed.
    """
    counter = own_counter(session, workplace)
    if not counter.open:
        raise CounterClosedError(f"{counter.label} masih tutup. Buka loket dahulu.")
    return counter


def ticket_in_hand(session: "Session", counter_id: str, day: date) -> Ticket | None:
    """The ticket called or served at a counter on a day; one left over from yesterday no longer counts."""
    in_hand = (TicketState.CALLED.value, TicketState.SERVING.value)
    return session.scalar(
        select(Ticket)
        .where(Ticket.day == day, Ticket.counter_id == counter_id, Ticket.state.in_(in_hand))
        .limit(1)
    )
