"""The order in which things came to be written, which is the server's and not that of any PC's clock
(design.md, "Sync" 2)."""

from typing import Any

import sqlalchemy as sa

from desk.models import Row
from desk.store.tables import replica_row

_NOT_YET = 2**62
"""Stands for the revision of what the server has not seen: it comes after all that it has."""


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


def last_written(record: type[Row]) -> tuple[sa.ColumnElement[Any], ...]:
    """:func:`as_written`, newest first."""
    return tuple(one.desc() for one in as_written(record))
