"""Generates the triggers that feed the change log and keep it insert-only, from the models' metadata."""

from collections.abc import Iterable

import sqlalchemy as sa

from desk.models.base import Base
from desk.store.engine import REPLICA
from desk.store.tables import INSERT_ONLY, STORE_TABLES

LOCAL_ONLY = frozenset(table.name for table in STORE_TABLES)
"""Tables of this PC alone, listed by name: they are written without an action and never synced."""

OUTSIDE = "write outside an action"
"""What the triggers say when no action is open."""

_GUARD = f"SELECT RAISE(ABORT, '{OUTSIDE}') WHERE desk_position() IS NULL;"
_OURS = f"desk_position() IS NOT {REPLICA}"


def captured_tables() -> list[sa.Table]:
    """The mapped tables the log captures, by name."""
    tables = {
        mapper.local_table.name: mapper.local_table
        for mapper in Base.registry.mappers
        if isinstance(mapper.local_table, sa.Table) and mapper.class_.__captured__
    }
    return [tables[name] for name in sorted(tables)]


def all_triggers(tables: Iterable[sa.Table] | None = None) -> dict[str, str]:
    """Name -> SQL of every log trigger, for the given or for all captured tables."""
    found: dict[str, str] = {}
    for table in captured_tables() if tables is None else tables:
        found |= table_triggers(table)
    return found | _guard_triggers()


def table_triggers(table: sa.Table) -> dict[str, str]:
    """The three triggers of one captured table.

    Raises:
        ValueError: the table is not keyed by ``id`` alone.
    """
    if [column.name for column in table.primary_key] != ["id"]:
        raise ValueError(f"{table.name}: a captured table is keyed by id alone")
    name = table.name
    made = {
        f"log_{name}_insert": _trigger(
            name, "INSERT", "", _log(name, "NEW", "I", "NULL", _object(table, "NEW"))
        ),
        f"log_{name}_update": _trigger(name, "UPDATE", _changed(table), _update(table)),
        f"log_{name}_delete": _trigger(
            name, "DELETE", "", _log(name, "OLD", "D", _object(table, "OLD"), "NULL")
        ),
    }
    return {key: f'CREATE TRIGGER "{key}" {body}' for key, body in made.items()}


def _trigger(table: str, event: str, when: str, body: str) -> str:
    condition = f"{_OURS} AND ({when})" if when else _OURS
    return f'AFTER {event} ON "{table}" WHEN {condition} BEGIN {_GUARD} {body} END'


def _log(table: str, row: str, op: str, old: str, new: str) -> str:
    values = f"INSERT INTO change_value (salt, old, new) VALUES (randomblob(16), {old}, {new});"  # noqa: S608
    return f"{values} {_change(table, row, op)}"


def _update(table: sa.Table) -> str:
    rows = " UNION ALL ".join(
        f"SELECT '{c.name}' AS k, {_value(c, 'OLD')} AS o, {_value(c, 'NEW')} AS n" for c in table.columns
    )
    values = (
        "INSERT INTO change_value (salt, old, new) SELECT randomblob(16), json_group_object(k, o), "  # noqa: S608
        f"json_group_object(k, n) FROM ({rows}) WHERE o IS NOT n;"
    )
    moved = "SELECT RAISE(ABORT, 'an id never changes') WHERE OLD.id IS NOT NEW.id;"
    return f"{moved} {values} {_change(table.name, 'NEW', 'U')}"


def _change(table: str, row: str, op: str) -> str:
    return (
        "INSERT INTO change (id, txn, tbl, row_id, op, value_hash, base_rev) "  # noqa: S608
        f"SELECT id, desk_position(), '{table}', {row}.id, '{op}', desk_value_hash(salt, old, new), "
        f"(SELECT rev FROM replica_row WHERE tbl = '{table}' AND row_id = {row}.id) "
        "FROM change_value WHERE id = last_insert_rowid();"
    )


def _changed(table: sa.Table) -> str:
    return " OR ".join(f'OLD."{c.name}" IS NOT NEW."{c.name}"' for c in table.columns)


def _object(table: sa.Table, row: str) -> str:
    pairs = ", ".join(f"'{c.name}', {_value(c, row)}" for c in table.columns)
    return f"json_object({pairs})"


def _value(column: sa.Column[object], row: str) -> str:
    value = f'{row}."{column.name}"'
    return f"hex({value})" if isinstance(column.type, sa.LargeBinary) else value


def _guard_triggers() -> dict[str, str]:
    found = {}
    for table in INSERT_ONLY:
        for event in ("UPDATE", "DELETE"):
            name = f"keep_{table.name}_{event.lower()}"
            found[name] = (
                f'CREATE TRIGGER "{name}" BEFORE {event} ON "{table.name}" '
                f"BEGIN SELECT RAISE(ABORT, 'the log is insert-only'); END"
            )
    found["keep_change_value_delete"] = (
        'CREATE TRIGGER "keep_change_value_delete" BEFORE DELETE ON "change_value" '
        "BEGIN SELECT RAISE(ABORT, 'the log is insert-only'); END"
    )
    found["keep_change_value_update"] = (
        'CREATE TRIGGER "keep_change_value_update" BEFORE UPDATE ON "change_value" '
        "WHEN NEW.id IS NOT OLD.id OR NEW.salt IS NOT NULL OR NEW.old IS NOT NULL OR NEW.new IS NOT NULL "
        "BEGIN SELECT RAISE(ABORT, 'values are only ever emptied'); END"
    )
    return found
