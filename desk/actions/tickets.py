"""Queue tickets: given out at the gate, the counter or the kiosk (G3, Q1)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from desk.actions.errors import NotFoundError, ProblemsError
from desk.models import Ticket, new_id
from desk.queries.office import profile
from desk.rules import queueing
from desk.rules.permissions import Capability
from desk.rules.queueing import Priority, TicketState
from desk.services.common import Problem

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk.actions.workplace import Workplace
    from desk.store.store import Network

CANCELLED = "dibatalkan"
"""Note of a ticket that was withdrawn: its number is on paper, so it is never given out again that day."""


@dataclass(frozen=True, slots=True)
class Issued:
    """A ticket that was given out."""

    ticket_id: str
    label: str


def issue_ticket(
    workplace: "Workplace", service: str, priority: str = "", visit_id: str | None = None
) -> Issued:
    """Give out a queue ticket of today for a service (G3).

    Args:
        workplace: where.
        service: slug of a service of the office's standard.
        priority: a ``Priority`` value, empty for the ordinary lane.
        visit_id: the visit it belongs to, where there is one.

    Raises:
        ProblemsError: unknown service or priority.
    """
    workplace.require(Capability.ISSUE_TICKET)
    at = workplace.now()
    with workplace.write("issue_ticket") as session:
        ticket = add_ticket(session, workplace, service, priority, visit_id, at)
        return Issued(ticket.id, ticket.label)


def add_ticket(
    session: "Session",
    workplace: "Workplace",
    service: str,
    priority: str,
    visit_id: str | None,
    at: datetime,
) -> Ticket:
    """A new waiting ticket, within an action; its number follows the last of its prefix today, but on a PC of
    a network that was restored today: what it gave after the backup is on paper, and not known here.

    Raises:
        ProblemsError: unknown service or priority.
    """
    office = profile(session)
    known = workplace.standards.current(office.standard, office.day_of(at)).services
    if service not in known:
        raise ProblemsError([Problem("service", "Layanan ini tidak ada dalam standar kantor.")])
    if priority and priority not in set(Priority):
        raise ProblemsError([Problem("priority", "Jalur prioritas ini tidak dikenal.")])
    prefix, day = known[service].queue_prefix, office.day_of(at)
    network: Network | None = session.info.get("network")
    point = None if network is None else network.point
    restored_at = None if network is None or network.comeback is None else network.comeback.at
    block = 0
    if restored_at is not None and office.day_of(restored_at) == day:
        block = queueing.block_after(office.local(restored_at).time())
    number = queueing.next_number(_last(session, prefix, day, point), point, block)
    ticket = Ticket(
        id=new_id(),
        day=day,
        prefix=prefix,
        number=number,
        label=queueing.label(prefix, number),
        service=service,
        visit_id=visit_id,
        priority=priority,
        state=TicketState.WAITING.value,
        issued_at=at,
        since=at,
    )
    session.add(ticket)
    session.flush()
    return ticket


def cancel_ticket(workplace: "Workplace", ticket_id: str) -> Issued:
    """Withdraw a ticket that still waits; its number stays used.

    Raises:
        NotFoundError: no such ticket.
        TicketMoveError: it was called already.
    """
    workplace.require(Capability.ISSUE_TICKET)
    with workplace.write("cancel_ticket") as session:
        ticket = session.get(Ticket, ticket_id)
        if ticket is None:
            raise NotFoundError("Antrean itu tidak ada.")
        withdraw(ticket, workplace.now())
        return Issued(ticket.id, ticket.label)


def withdraw(ticket: Ticket, at: datetime) -> None:
    """Close a waiting ticket unserved, within an action.

    Raises:
        TicketMoveError: it was called already.
    """
    if ticket.state != TicketState.WAITING:
        words = queueing.STATE_LABELS[TicketState(ticket.state)]
        raise queueing.TicketMoveError(f"Antrean {ticket.label} sudah {words}; tidak dapat dibatalkan lagi.")
    ticket.state, ticket.finished_at, ticket.note = TicketState.DONE.value, at, CANCELLED


def _last(session: "Session", prefix: str, day: date, point: int | None) -> int | None:
    """The highest number of a prefix today, of one issuing point where the office has a network."""
    given = select(Ticket.number).where(Ticket.day == day, Ticket.prefix == prefix)
    if point is None:
        return session.scalar(
            select(func.max(Ticket.number)).where(Ticket.day == day, Ticket.prefix == prefix)
        )
    return max((one for one in session.scalars(given) if queueing.is_of_point(one, point)), default=None)
