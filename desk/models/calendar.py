"""The working calendar of the office: closed days and election stages (R11)."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Row


class CalendarDay(Row):
    """A day without service. ``kind`` is a ``desk.rules.calendar.DayKind`` value, ``source`` the decree or
    ``library`` for national holidays and cuti bersama filled in by the program."""

    __tablename__ = "calendar_days"
    __table_args__ = (sa.UniqueConstraint("day", "kind"),)

    day: Mapped[date] = mapped_column(index=True)
    kind: Mapped[str]
    name: Mapped[str]
    source: Mapped[str] = mapped_column(default="")


class ElectionStage(Row):
    """An election stage (tahapan), first and last day included."""

    __tablename__ = "election_stages"

    name: Mapped[str]
    first: Mapped[date]
    last: Mapped[date]
