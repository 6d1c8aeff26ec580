"""Rows of the buku tamu, the visitor cards, and the note from one guard shift to the next (G1–G3)."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Row
from desk.models.types import Ref


class Visit(Row):
    """A visitor of one day.

    ``day`` is the office's day of ``arrived_at`` (UTC). ``identity_kind`` says what was looked at and given
    back (``ktp``, ``passport``, ``other``, empty: not asked); no number is kept (facts.md, "look, record,
    return"). ``companions`` counts the people who came along, ``companion_names`` lists those named.
    ``errand`` is ``visit``, ``courier`` (a letter left at the gate) or ``appointment``. ``source`` is
    ``gate``, ``front_office`` or ``import``. ``expected_id`` is the row by which the visitor was expected (an
    appointment, an intern's announcement), empty for all others.
    """

    __tablename__ = "visits"
    __table_args__ = (
        sa.Index("ix_visits_day_arrived", "day", "arrived_at"),
        sa.Index("ix_visits_inside", "left_at", sqlite_where=sa.text("left_at IS NULL")),
    )

    day: Mapped[date]
    arrived_at: Mapped[datetime]
    left_at: Mapped[datetime | None]
    name: Mapped[str]
    institution: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    identity_kind: Mapped[str] = mapped_column(default="")
    purpose: Mapped[str]
    meets: Mapped[str] = mapped_column(default="")
    service: Mapped[str] = mapped_column(default="")
    companions: Mapped[int] = mapped_column(default=0)
    companion_names: Mapped[list[str]] = mapped_column(default=list)
    errand: Mapped[str] = mapped_column(default="visit")
    card: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="gate")
    expected_id: Mapped[str] = mapped_column(sa.String(36), default="", server_default="")
    registered_by: Mapped[Ref]


class VisitorCard(Row):
    """A numbered visitor card; ``visit_id`` names the one visitor who wears it now (G2)."""

    __tablename__ = "visitor_cards"

    number: Mapped[str] = mapped_column(unique=True)
    visit_id: Mapped[Ref | None] = mapped_column(unique=True)
    lost: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(default="")


class ShiftNote(Row):
    """A handover note of the guards (G2)."""

    __tablename__ = "shift_notes"

    at: Mapped[datetime]
    staff_id: Mapped[Ref]
    text: Mapped[str]
    read_at: Mapped[datetime | None]
    read_by: Mapped[Ref | None]
