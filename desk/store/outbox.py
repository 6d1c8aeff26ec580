"""What of the change log still has to reach the office's server: bundles as they were captured, in their
order."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec
import sqlalchemy as sa

from desk.models.types import instant_text
from desk.store.replica import Pending

Bundle = Mapping[str, Any]
"""A bundle as the server takes it: header, ``changes``, ``commands``, ``erasures``, ``numbers``; hashes in
hex."""

Rows = set[tuple[str, str]]
"""Table and id."""

_HEADERS = (
    "SELECT id, device, incarnation, seq, prev_hash, body_hash, chain_hash, schema_version, actor, place, "
    "role, action, at, position FROM txn WHERE position > ? ORDER BY position LIMIT ?"
)
_CHANGES = (
    "SELECT c.txn, c.tbl, c.row_id, c.op, c.value_hash, v.salt, v.old, v.new, c.base_rev "
    "FROM change AS c JOIN change_value AS v ON v.id = c.id WHERE c.txn > ? AND c.txn <= ? ORDER BY c.id"
)
_COMMANDS = (
    "SELECT txn, tbl, row_id, from_step, verb, to_step FROM command WHERE txn > ? AND txn <= ? ORDER BY id"
)
_LAST = "SELECT device, incarnation, seq FROM txn WHERE position <= ? ORDER BY position DESC LIMIT 1"
_FIRST = "SELECT position FROM txn WHERE device = ? AND incarnation = ? ORDER BY seq LIMIT 1"
_NUMBERED = "SELECT position, id FROM txn WHERE incarnation = ? AND seq = ?"
_ERASURES = "SELECT txn, tbl, row_id, blanks FROM erasure WHERE txn > ? AND txn <= ? ORDER BY id"


def acknowledged(connection: sa.Connection) -> int:
    """Position up to which the server has answered."""
    return int(connection.exec_driver_sql("SELECT acknowledged FROM outbox").scalar_one())


def acknowledge(connection: sa.Connection, position: int) -> None:
    """The server has answered every bundle up to this position."""
    connection.exec_driver_sql("UPDATE outbox SET acknowledged = ?", (position,))


def answered(connection: sa.Connection) -> dict[str, int]:
    """Incarnation of this store -> number of its last bundle that the server has answered."""
    found: dict[str, int] = {}
    position = acknowledged(connection)
    while row := connection.exec_driver_sql(_LAST, (position,)).first():
        found[row.incarnation] = row.seq
        first = connection.exec_driver_sql(_FIRST, (row.device, row.incarnation)).scalar_one()
        position = first - 1
    return found


def first_lost(connection: sa.Connection, kept: Mapping[str, int]) -> tuple[int, str] | None:
    """Position and id of the first answered bundle that the server has not any more, whose newest number of
    each incarnation is ``kept``; None: it has all."""
    lost = [
        tuple(connection.exec_driver_sql(_NUMBERED, (incarnation, kept.get(incarnation, 0) + 1)).one())
        for incarnation, seq in answered(connection).items()
        if kept.get(incarnation, 0) < seq
    ]
    return min(lost, default=None)


def send_again(connection: sa.Connection, position: int) -> None:
    """Everything from this position on waits for the server's answer again."""
    acknowledge(connection, position - 1)
    connection.exec_driver_sql("DELETE FROM refusal WHERE txn >= ?", (position,))


def waiting(connection: sa.Connection) -> int:
    """How many bundles the server has not answered."""
    return int(
        connection.exec_driver_sql(
            "SELECT count(*) FROM txn WHERE position > (SELECT acknowledged FROM outbox)"
        ).scalar_one()
    )


def refused(connection: sa.Connection) -> int:
    """How many refusals nobody has taken note of."""
    return int(
        connection.exec_driver_sql("SELECT count(*) FROM refusal WHERE settled_at IS NULL").scalar_one()
    )


def bundles(connection: sa.Connection, after: int, limit: int) -> list[tuple[int, Bundle]]:
    """Up to ``limit`` bundles after a position, each with its own position."""
    found: dict[int, dict[str, Any]] = {}
    for one in connection.exec_driver_sql(_HEADERS, (after, limit)).mappings():
        header = {name: _plain(value) for name, value in one.items() if name != "position"}
        found[one["position"]] = header | {"changes": [], "commands": [], "erasures": [], "numbers": {}}
    if not found:
        return []
    last = max(found)
    for txn, table, row_id, op, digest, salt, old, new, base in connection.exec_driver_sql(
        _CHANGES, (after, last)
    ):
        said = {"t": table, "id": row_id, "op": op, "old": old, "new": new, "base": base}
        found[txn]["changes"].append(said | {"h": digest.hex(), "salt": _plain(salt)})
    for row in connection.exec_driver_sql(_COMMANDS, (after, last)):
        found[row.txn]["commands"].append(
            {"t": row.tbl, "id": row.row_id, "from": row.from_step, "verb": row.verb, "to": row.to_step}
        )
    for row in connection.exec_driver_sql(_ERASURES, (after, last)):
        found[row.txn]["erasures"].append({"t": row.tbl, "id": row.row_id, "blanks": row.blanks})
    for bundle in found.values():
        bundle["numbers"] = _given_before(connection, bundle["changes"])
    return list(found.items())


def _given_before(connection: sa.Connection, changes: list[dict[str, Any]]) -> dict[str, Any]:
    """Official numbers that an earlier server gave to what these changes make, and those before them: they
    stand on paper already."""
    made = [one["id"] for one in changes if one["t"] == "issued_numbers" and one["op"] == "I"]
    if not made:
        return {}
    rows = connection.exec_driver_sql(
        "SELECT id, seq, suffix, printed FROM issued_numbers WHERE alias <> '' AND seq > 0 "
        "AND id IN (SELECT value FROM json_each(?))",
        (msgspec.json.encode(made).decode(),),
    )
    return {row.id: {"seq": row.seq, "suffix": row.suffix, "printed": row.printed} for row in rows}


def pending(connection: sa.Connection, after: int) -> Pending:
    """Own changes after a position: (table, id) -> operations with old and new values, oldest first."""
    found: Pending = {}
    rows = connection.exec_driver_sql(
        "SELECT c.tbl, c.row_id, c.op, v.old, v.new FROM change AS c JOIN change_value AS v ON v.id = c.id "
        "WHERE c.txn > ? ORDER BY c.id",
        (after,),
    )
    for row in rows:
        old = msgspec.json.decode(row.old) if row.old else {}
        new = msgspec.json.decode(row.new) if row.new else {}
        found.setdefault((row.tbl, row.row_id), []).append((row.op, old, new))
    return found


def touched(bundle: Bundle) -> Rows:
    """The rows a bundle changes."""
    return {(one["t"], one["id"]) for one in bundle["changes"]}


def refuse(connection: sa.Connection, position: int, code: str, detail: str, at: datetime) -> None:
    """Keep that the server refused a bundle, and why (``detail``: JSON)."""
    connection.exec_driver_sql(
        "INSERT INTO refusal (txn, code, detail, at) VALUES (?, ?, ?, ?) ON CONFLICT (txn) DO NOTHING",
        (position, code, detail, instant_text(at)),
    )


def _plain(value: Any) -> Any:
    return value.hex() if isinstance(value, bytes) else value
