"""Entries of the lembar disposisi (R3)."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Row
from desk.models.types import Ref


class Disposition(Row):
    """One entry of a case's disposition sheet.

    ``from_role`` passes to ``to_roles``; ``advice`` is the Sekretaris's usul saran, ``phrases`` the ticked
    instructions, ``instruction`` the words. ``nature`` is ``biasa``, ``segera``, ``sangat_segera`` or
    ``rahasia``. ``by_staff_id`` is who signed; ``recorded_by`` who wrote it down when it was done on paper.
    """

    __tablename__ = "dispositions"

    case_id: Mapped[Ref] = mapped_column(sa.ForeignKey("cases.id"), index=True)
    position: Mapped[int]
    from_role: Mapped[str]
    to_roles: Mapped[list[str]]
    by_staff_id: Mapped[Ref]
    recorded_by: Mapped[Ref]
    from_paper: Mapped[bool] = mapped_column(default=False)
    mandate_id: Mapped[Ref | None]
    at: Mapped[datetime]
    nature: Mapped[str] = mapped_column(default="biasa")
    phrases: Mapped[list[str]] = mapped_column(default=list)
    instruction: Mapped[str] = mapped_column(default="")
    advice: Mapped[str] = mapped_column(default="")
    deadline: Mapped[date | None]
