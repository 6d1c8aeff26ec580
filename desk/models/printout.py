"""What was printed: a second print of a paper is marked SALINAN."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Row
from desk.models.types import Ref


class Printout(Row):
    """A paper of a subject (case, letter, ticket …) that left the printer or was saved."""

    __tablename__ = "printouts"
    __table_args__ = (sa.Index("ix_printouts_subject", "subject_id", "paper"),)

    paper: Mapped[str]
    subject_id: Mapped[Ref]
    at: Mapped[datetime]
    staff_id: Mapped[Ref]
    copies: Mapped[int] = mapped_column(default=1)
