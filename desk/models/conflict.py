"""Changes of two desks that could not both stand: what the server kept and what it did not."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Row
from desk.models.types import Ref


class Conflict(Row):
    """One row that two officers changed at once; made by the server, settled by an ordinary action.

    ``base``, ``mine`` and ``theirs`` hold the same columns of row ``row_id`` in ``tbl`` as stored: before
    both changes, as the later bundle wanted them, as the server kept them. ``case_id`` names the case
    concerned, where there is one. ``choice`` is ``theirs`` or ``mine`` once ``settled_at`` is set.

    In ``issued_numbers`` it is a number on paper that a restored server had given to another meanwhile:
    ``base`` the provisional number, ``mine`` the paper's, ``theirs`` the register's, their officer who got
    the paper's number.
    """

    __tablename__ = "conflicts"
    __table_args__ = (
        sa.Index("ix_conflicts_open", "settled_at", sqlite_where=sa.text("settled_at IS NULL")),
    )

    tbl: Mapped[str]
    row_id: Mapped[Ref]
    case_id: Mapped[Ref | None]
    base: Mapped[dict[str, Any]]
    mine: Mapped[dict[str, Any]]
    theirs: Mapped[dict[str, Any]]
    my_staff: Mapped[Ref]
    my_place: Mapped[str]
    my_at: Mapped[datetime]
    their_staff: Mapped[str]
    their_place: Mapped[str]
    their_at: Mapped[datetime | None]
    action: Mapped[str]
    txn: Mapped[Ref]
    settled_at: Mapped[datetime | None]
    settled_by: Mapped[Ref | None]
    choice: Mapped[str] = mapped_column(default="")
