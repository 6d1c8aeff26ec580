"""Appointments with leaders and section heads, and guests announced to the gate (G1, G4)."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Row
from desk.models.types import Ref


class Appointment(Row):
    """A visitor who is received from ``starts`` to ``ends`` (UTC, whole minutes).

    ``role`` and ``staff_id`` are whom the visitor asked for, ``delegate_role`` and ``delegate_id`` who
    receives in their place (None: nobody), with ``approved_by`` (who approved, in words), ``approved_at`` and
    ``approval_way``. ``accompanied_by`` is the role of the section that goes along. ``case_id`` has no
    foreign key: the gate sees the appointment, never the case. ``state`` is ``planned`` or ``cancelled``.
    """

    __tablename__ = "appointments"
    __table_args__ = (sa.Index("ix_appointments_starts", "starts"),)

    role: Mapped[str]
    staff_id: Mapped[Ref]
    name: Mapped[str]
    institution: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    subject: Mapped[str]
    case_id: Mapped[Ref | None] = mapped_column(index=True)
    starts: Mapped[datetime]
    ends: Mapped[datetime]
    room: Mapped[str] = mapped_column(default="")
    accompanied_by: Mapped[str] = mapped_column(default="")
    delegate_role: Mapped[str] = mapped_column(default="")
    delegate_id: Mapped[Ref | None]
    approved_by: Mapped[str] = mapped_column(default="")
    approved_at: Mapped[datetime | None]
    approval_way: Mapped[str] = mapped_column(default="")
    state: Mapped[str] = mapped_column(default="planned")
    reason: Mapped[str] = mapped_column(default="")
    kept_by: Mapped[Ref]


class AnnouncedGuest(Row):
    """Somebody a case brings into the building on each day from ``first`` to ``last``: an intern (S5).

    The name alone travels to the gate, which sees nothing else of the case.
    """

    __tablename__ = "announced_guests"

    case_id: Mapped[Ref] = mapped_column(index=True)
    kind: Mapped[str]
    name: Mapped[str]
    institution: Mapped[str] = mapped_column(default="")
    meets: Mapped[str] = mapped_column(default="")
    first: Mapped[date]
    last: Mapped[date]
