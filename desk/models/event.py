"""Events of voter education, and what the office lends to them: rooms, speakers, equipment (S7, W4)."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Row
from desk.models.types import Ref


class EducationResource(Row):
    """A room, a speaker or a thing that one event has at a time; ``kind`` is of ``desk.rules.booking.Kind``.

    ``seats`` of a room, 0: not known. ``active`` False: it is no longer lent, its bookings stay.
    """

    __tablename__ = "education_resources"

    kind: Mapped[str]
    name: Mapped[str]
    seats: Mapped[int] = mapped_column(default=0)
    note: Mapped[str] = mapped_column(default="")
    active: Mapped[bool] = mapped_column(default=True)


class EducationEvent(Row):
    """An event, from ``starts`` to ``ends`` (UTC, whole minutes).

    ``case_id`` is the request it comes from, None for one of the office's own (no foreign key: a gate sees
    the event, never the case). ``inside``: at the office, else at ``address``. ``expected`` and ``attended``
    count people, ``targets`` are keys of ``desk.services.education_words.TARGETS``, ``state`` is of
    ``desk.rules.booking.EventState``, ``reason`` why it was cancelled.
    """

    __tablename__ = "education_events"
    __table_args__ = (sa.Index("ix_education_events_starts", "starts"),)

    title: Mapped[str]
    organiser: Mapped[str] = mapped_column(default="")
    case_id: Mapped[Ref | None] = mapped_column(index=True)
    inside: Mapped[bool] = mapped_column(default=True)
    address: Mapped[str] = mapped_column(default="")
    starts: Mapped[datetime]
    ends: Mapped[datetime]
    expected: Mapped[int] = mapped_column(default=0)
    attended: Mapped[int] = mapped_column(default=0)
    targets: Mapped[list[str]] = mapped_column(default=list)
    note: Mapped[str] = mapped_column(default="")
    state: Mapped[str] = mapped_column(default="planned")
    reason: Mapped[str] = mapped_column(default="")
    kept_by: Mapped[Ref]


class EventBooking(Row):
    """A resource that an event has for its whole time; taken back by deleting the row."""

    __tablename__ = "event_bookings"

    event_id: Mapped[Ref] = mapped_column(sa.ForeignKey("education_events.id"), index=True)
    resource_id: Mapped[Ref] = mapped_column(sa.ForeignKey("education_resources.id"), index=True)
