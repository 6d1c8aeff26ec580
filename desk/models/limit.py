"""What moves a case's due date: extensions, stopped clocks, and the log of every change of it (R11)."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Row
from desk.models.types import Ref


class LimitExtension(Row):
    """Days granted on top of a limit, in the limit's unit, with who and why; the original stays."""

    __tablename__ = "limit_extensions"

    case_id: Mapped[Ref] = mapped_column(sa.ForeignKey("cases.id"), index=True)
    days: Mapped[int]
    reason: Mapped[str]
    granted_at: Mapped[datetime]
    granted_by: Mapped[Ref]


class ClockStop(Row):
    """The clock stood while the applicant was awaited; ``until`` empty: it still stands."""

    __tablename__ = "clock_stops"

    case_id: Mapped[Ref] = mapped_column(sa.ForeignKey("cases.id"), index=True)
    since: Mapped[datetime]
    until: Mapped[datetime | None]
    reason: Mapped[str]


class DueChange(Row):
    """A due date that moved, from which day to which and why."""

    __tablename__ = "due_changes"

    case_id: Mapped[Ref] = mapped_column(sa.ForeignKey("cases.id"), index=True)
    at: Mapped[datetime]
    before: Mapped[date | None]
    after: Mapped[date | None]
    reason: Mapped[str]
