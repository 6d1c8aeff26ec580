"""The queue: counters (loket) and tickets (antrean) (Q1, Q2, G3)."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Row
from desk.models.types import Ref


class Counter(Row):
    """A counter (loket); open while somebody sits at it."""

    __tablename__ = "counters"

    number: Mapped[int] = mapped_column(unique=True)
    label: Mapped[str]
    open: Mapped[bool] = mapped_column(default=False)
    staff_id: Mapped[Ref | None]
    prefixes: Mapped[list[str]] = mapped_column(default=list)


class Ticket(Row):
    """A queue ticket of one day; ``label`` such as ``B-014`` is unique within the day.

    ``state`` is a ``desk.rules.queueing.TicketState`` value, ``priority`` a ``Priority`` value or empty.
    ``since`` is when it joined the queue it waits in (UTC), ``calls`` how often it was called.
    """

    __tablename__ = "tickets"
    __table_args__ = (
        sa.UniqueConstraint("day", "prefix", "number"),
        sa.Index("ix_tickets_day_state", "day", "state"),
    )

    day: Mapped[date]
    prefix: Mapped[str]
    number: Mapped[int]
    label: Mapped[str]
    service: Mapped[str]
    visit_id: Mapped[Ref | None]
    priority: Mapped[str] = mapped_column(default="")
    state: Mapped[str] = mapped_column(default="waiting")
    issued_at: Mapped[datetime]
    since: Mapped[datetime]
    counter_id: Mapped[Ref | None]
    called_at: Mapped[datetime | None]
    calls: Mapped[int] = mapped_column(default=0)
    serving_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
    note: Mapped[str] = mapped_column(default="")
