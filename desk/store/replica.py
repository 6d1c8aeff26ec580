"""Writes rows of the office's server into the local store: past the change log, with the revision they
carry."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

import msgspec
import sqlalchemy as sa

from desk.models.base import Base
from desk.models.types import Json
from desk.store import search_index
from desk.store.triggers import captured_tables

Pending = dict[tuple[str, str], list[tuple[str, dict[str, Any], dict[str, Any]]]]
"""(table, id) -> own changes not yet answered: operation, old values, new values."""

Arrived = tuple[str, int, Mapping[str, Any]]
"""A row of the server: id, revision, values by column."""


INDEXED_KINDS = tuple(search_index.SOURCES)
"""What a load leaves to be indexed, in this order."""


class Replica:
    """One transaction of the server's rows. ``touched``: table -> ids written or dropped so far.

    ``loading``: a load, which leaves the search indexes for later.
    """

    def __init__(self, connection: sa.Connection, *, loading: bool = False) -> None:
        self.connection = connection
        self.loading = loading
        self.touched: dict[str, set[str]] = defaultdict(set)

    def write(self, table: str, rows: Sequence[Arrived]) -> None:
        """Put rows of one table in place.

        REPLACE, here alone: the log is not written anyway, and a stale row that holds a unique value which
        has passed on to another makes way, its own newer copy being on its way.
        """
        names, defaults = _columns(table)
        marks = ", ".join("?" * len(names))
        quoted = ", ".join(f'"{name}"' for name in names)
        self._cursor().executemany(
            f'INSERT OR REPLACE INTO "{table}" ({quoted}) VALUES ({marks})',  # noqa: S608 - from the metadata
            [
                [row_id if name == "id" else values.get(name, defaults[name]) for name in names]
                for row_id, _, values in rows
            ],
        )
        self.note(table, [(row_id, rev) for row_id, rev, _ in rows])

    def note(self, table: str, revisions: Sequence[tuple[str, int]]) -> None:
        """Keep which revision of the server each row stands on."""
        self._cursor().executemany(
            "INSERT INTO replica_row (tbl, row_id, rev) VALUES (?, ?, ?) "
            "ON CONFLICT (tbl, row_id) DO UPDATE SET rev = excluded.rev",
            [(table, row_id, rev) for row_id, rev in revisions],
        )
        self.touched[table].update(row_id for row_id, _ in revisions)

    def drop(self, table: str, ids: Iterable[str]) -> None:
        """Take rows away that this device does not see any more."""
        gone = list(ids)
        self.connection.exec_driver_sql(
            f'DELETE FROM "{table}" WHERE id IN (SELECT value FROM json_each(?))',  # noqa: S608
            (_json(gone),),
        )
        self.connection.exec_driver_sql(
            "DELETE FROM replica_row WHERE tbl = ? AND row_id IN (SELECT value FROM json_each(?))",
            (table, _json(gone)),
        )
        self.touched[table].update(gone)

    def copy(self, table: str, row_id: str) -> dict[str, Any] | None:
        """A row as it stands here, as stored."""
        names, _ = _columns(table)
        quoted = ", ".join(f'"{name}"' for name in names)
        row = self.connection.exec_driver_sql(
            f'SELECT {quoted} FROM "{table}" WHERE id = ?',  # noqa: S608 - names come from the metadata
            (row_id,),
        ).first()
        return None if row is None else dict(zip(names, row, strict=True))

    def doubt_all(self) -> None:
        """Begin to load everything anew: what does not come again by :meth:`drop_doubted` is gone."""
        self.connection.exec_driver_sql("UPDATE replica_row SET rev = -abs(rev)")

    def drop_doubted(self, kept: Collection[tuple[str, str]]) -> None:
        """Drop every row that was not written again since :meth:`doubt_all`, but for ``kept`` ones."""
        rows = self.connection.exec_driver_sql("SELECT tbl, row_id FROM replica_row WHERE rev < 0").all()
        gone: dict[str, list[str]] = defaultdict(list)
        for table, row_id in rows:
            if (table, row_id) not in kept:
                gone[table].append(row_id)
        for table, ids in gone.items():
            self.drop(table, ids)

    def forget_values(self, table: str, row_id: str) -> None:
        """A legal erasure made elsewhere: empty what this PC's own log keeps of the row."""
        self.connection.exec_driver_sql(
            "UPDATE change_value SET salt = NULL, old = NULL, new = NULL "
            "WHERE id IN (SELECT id FROM change WHERE row_id = ? AND tbl = ?)",
            (row_id, table),
        )

    def index(self) -> None:
        """Bring the search indexes up to date with everything written in this transaction."""
        if not self.loading:
            search_index.refresh_rows(self.connection, self.touched)

    def index_some(self, kind: str, after: str, limit: int) -> tuple[str, str] | None:
        """Index some rows of a load, from the row after ``after`` of a kind on; where to go on, None at
        the end."""
        last = search_index.renew_some(self.connection, kind, after, limit)
        if last is not None:
            return kind, last
        kinds = INDEXED_KINDS[INDEXED_KINDS.index(kind) + 1 :]
        return (kinds[0], "") if kinds else None

    def _cursor(self) -> Any:
        return self.connection.connection.cursor()


def tables() -> frozenset[str]:
    """Names of the tables that travel."""
    return frozenset(table.name for table in captured_tables())


@cache
def _columns(table: str) -> tuple[tuple[str, ...], dict[str, Any]]:
    """Column names of a table, and what stands in a column that the server's copy does not know."""
    columns = Base.metadata.tables[table].columns
    return tuple(column.name for column in columns), {column.name: _default(column) for column in columns}


def _default(column: "sa.Column[Any]") -> Any:
    if column.nullable:
        return None
    given = column.default
    if isinstance(given, sa.ColumnDefault) and given.is_scalar:
        return int(given.arg) if isinstance(given.arg, bool) else given.arg
    if isinstance(column.type, Json):
        return "[]" if isinstance(given, sa.ColumnDefault) and given.arg(None) == [] else "{}"
    return 0 if isinstance(column.type, sa.Integer | sa.Boolean) else ""


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()
