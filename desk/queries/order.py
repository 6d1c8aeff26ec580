"""The order in which things came to be written, which is the server's and not that of any PC's clock
(design.md, "Sync" 2)."""

from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desk.models import Row
from desk.store.tables import replica_row

R = TypeVar("R", bound=Row)

_NOT_YET = 2**62
"""Stands for the revision of what the server has not seen: it comes after all that it has."""


@cache
def as_written(record: type[Row]) -> tuple[sa.ColumnElement[Any], ...]:
    """How rows are ordered by when they were last written: by the revision the server gave them, then what
    waits to be sent, as it was written on this PC; on a PC that stands alone that is everything."""
    table = record.__tablename__
    revision = sa.select(sa.func.nullif(sa.func.abs(replica_row.c.rev), 0)).where(
        replica_row.c.tbl == table, replica_row.c.row_id == record.id
    )
    place = sa.func.coalesce(revision.correlate(record).scalar_subquery(), _NOT_YET)
    here: sa.ColumnElement[int] = sa.literal_column(f'"{table}".rowid', sa.Integer)
    return place, here


@cache
def last_written(record: type[Row]) -> tuple[sa.ColumnElement[Any], ...]:
    """:func:`as_written`, newest first."""
    return tuple(one.desc() for one in as_written(record))


def of_case(session: Session, record: type[R], case_id: str, *, newest_first: bool = False) -> Sequence[R]:
    """Rows of a case in the order they were written."""
    return session.scalars(_of_case(record, newest_first), {"case": case_id}).all()


@cache
def _of_case(record: type[R], newest_first: bool) -> sa.Select[R]:
    """Made once for each kind of row: a case page asks for a dozen of them."""
    order = last_written if newest_first else as_written
    return (
        sa.select(record).where(record.__table__.c.case_id == sa.bindparam("case")).order_by(*order(record))
    )
