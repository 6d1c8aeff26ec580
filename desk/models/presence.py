"""What was said of where leaders and section heads are (G4)."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Row
from desk.models.types import Ref


class PresenceWord(Row):
    """One word about one person, of one day; the latest of the day holds, nothing is ever changed.

    ``state`` is a ``desk.rules.presence.Presence``; ``until`` the moment it is thought to last to (None:
    nobody said).
    """

    __tablename__ = "presence_words"
    __table_args__ = (sa.Index("ix_presence_words_day", "day"),)

    day: Mapped[date]
    staff_id: Mapped[Ref]
    state: Mapped[str]
    until: Mapped[datetime | None]
    room: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    since: Mapped[datetime]
    said_by: Mapped[Ref]
