"""What came in by remote channels, before it is a case, and the daily check of each channel (C1)."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Row
from desk.models.types import Ref


class InboxEntry(Row):
    """A message of a channel. ``state`` is ``new``, ``registered`` (``case_id`` says as what) or
    ``dismissed``."""

    __tablename__ = "inbox_entries"

    channel: Mapped[str]
    received_at: Mapped[datetime]
    sender: Mapped[str]
    contact: Mapped[str] = mapped_column(default="")
    subject: Mapped[str]
    body: Mapped[str] = mapped_column(default="")
    external_number: Mapped[str] = mapped_column(default="")
    state: Mapped[str] = mapped_column(default="new", index=True)
    case_id: Mapped[Ref | None]
    noted_by: Mapped[Ref]
    dismiss_reason: Mapped[str] = mapped_column(default="")


class InboxCheck(Row):
    """A channel was looked at on a day (L3/III.B.2.a)."""

    __tablename__ = "inbox_checks"
    __table_args__ = (sa.UniqueConstraint("day", "channel"),)

    day: Mapped[date]
    channel: Mapped[str]
    at: Mapped[datetime]
    staff_id: Mapped[Ref]
