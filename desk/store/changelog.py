"""Closes each transaction into a chained bundle, verifies the chain, and empties values the law erases."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desk.models.base import Base, new_id
from desk.models.types import canonical_json, instant_text
from desk.store import tables
from desk.store.actor import Actor
from desk.store.engine import Capture, value_hash

GENESIS = bytes(32)
"""What the first bundle of a store follows."""

Scalar = str | int | float | None


@dataclass(frozen=True, slots=True)
class Identity:
    """Which replica writes: the device's id, its incarnation (new after each restore), the schema it runs."""

    device: str
    incarnation: str
    schema_version: str


@dataclass(frozen=True, slots=True)
class Changed:
    """What one action changed, told after its COMMIT: table -> ids of the rows touched."""

    action: str
    txn_id: str
    rows: Mapping[str, frozenset[str]]


@dataclass(slots=True)
class Bundle:
    """One open local transaction."""

    position: int
    seq: int
    prev_hash: bytes
    identity: Identity
    actor: Actor
    action: str
    at: datetime
    id: str = field(default_factory=new_id)
    commands: list[tuple[str, str, str | None, str, str]] = field(default_factory=list)


def open_bundle(
    connection: sa.Connection, identity: Identity, actor: Actor, action: str, at: datetime
) -> Bundle:
    """Begin a bundle after the last one of the chain; from here on the triggers accept writes.

    Foreign keys are checked at COMMIT, so the order in which an action adds rows does not matter.
    """
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    last = connection.exec_driver_sql(
        "SELECT position, incarnation, seq, chain_hash FROM txn ORDER BY position DESC LIMIT 1"
    ).first()
    position, seq, prev = 1, 1, GENESIS
    if last is not None:
        position, prev = last.position + 1, last.chain_hash
        seq = last.seq + 1 if last.incarnation == identity.incarnation else 1
    _capture(connection).position = position
    return Bundle(position, seq, prev, identity, actor, action, at)


def close_bundle(connection: sa.Connection, bundle: Bundle) -> Changed | None:
    """Hash what was written and add the bundle to the chain; ``None`` when nothing changed."""
    _capture(connection).position = None
    if bundle.commands:
        connection.exec_driver_sql(_INSERT_COMMAND, [(bundle.position, *one) for one in bundle.commands])
    changes, commands = _contents(connection, bundle.position)
    if not changes and not commands:
        return None
    row = _header(bundle)
    row["body_hash"] = body_hash(row, changes, commands)
    row["chain_hash"] = sha256(bundle.prev_hash + row["body_hash"]).digest()
    connection.exec_driver_sql(_INSERT_TXN, row)
    touched: dict[str, set[str]] = {}
    for table, row_id, *_ in changes:
        touched.setdefault(table, set()).add(row_id)
    return Changed(bundle.action, bundle.id, {table: frozenset(ids) for table, ids in touched.items()})


def abandon_bundle(connection: sa.Connection) -> None:
    """Stop accepting writes on a connection whose transaction is rolled back."""
    _capture(connection).position = None


def record_command(
    session: Session, *, row_id: str, from_step: str | None, verb: str, to_step: str, table: str = "cases"
) -> None:
    """Note a step change as the command the sync sends; the row itself is changed by the same action.

    Args:
        session: the session of ``Store.write``.
        row_id: id of the case (or other stepped row) in ``table``.
        from_step: step left, ``None`` where the case is opened.
        verb: verb of the move as the standard names it.
        to_step: step reached.
        table: the stepped row's table.
    """
    bundle: Bundle = session.info["bundle"]
    bundle.commands.append((table, row_id, from_step, verb, to_step))


def body_hash(header: Mapping[str, Any], changes: Iterable[Any], commands: Iterable[Any]) -> bytes:
    """sha256 over everything a bundle says; values enter as their salted hashes only."""
    said = {name: header[name] for name in _BODY}
    said["prev_hash"] = header["prev_hash"].hex()
    said["changes"] = [[table, row_id, op, digest.hex()] for table, row_id, op, digest in changes]
    said["commands"] = [list(command) for command in commands]
    return sha256(canonical_json(said).encode()).digest()


@dataclass(frozen=True, slots=True)
class ChainReport:
    """Outcome of a chain check: bundles and changes read, head of the chain, first break if any."""

    bundles: int
    changes: int
    head: str
    broken_at: int | None = None
    reason: str = ""

    @property
    def ok(self) -> bool:
        """Whether the chain is whole."""
        return self.broken_at is None


def verify_connection(connection: sa.Connection) -> ChainReport:
    """Walk the chain from its start, hashing every value still kept; stop at the first break."""
    prev, bundles, changes = GENESIS, 0, 0
    sequence = ("", "", 0)
    for row in connection.exec_driver_sql("SELECT * FROM txn ORDER BY position").mappings():
        reason = _break(connection, dict(row), bundles + 1, prev, sequence)
        if reason:
            return ChainReport(bundles, changes, prev.hex(), row["position"], reason)
        bundles += 1
        changes += len(_contents(connection, row["position"])[0])
        prev, sequence = row["chain_hash"], (row["device"], row["incarnation"], row["seq"])
    strays = connection.exec_driver_sql(
        "SELECT count(*) FROM change_value v LEFT JOIN change c ON c.id = v.id WHERE c.id IS NULL"
    ).scalar_one()
    if strays:
        return ChainReport(bundles, changes, prev.hex(), bundles + 1, f"{strays} values without a change")
    return ChainReport(bundles, changes, prev.hex())


def erase(session: Session, *, table: str, row_id: str, blanks: Mapping[str, Scalar]) -> None:
    """Legal erasure: put ``blanks`` into the row and empty every value the history keeps of it.

    The chain stays whole. The erasure is listed, so that a restored older backup loses the values again.

    Raises:
        KeyError: ``table`` or a column of ``blanks`` does not exist.
    """
    bundle: Bundle = session.info["bundle"]
    session.flush()
    connection = session.connection()
    _blank(connection, table, row_id, blanks)
    connection.execute(
        tables.erasure.insert().values(
            tbl=table,
            row_id=row_id,
            blanks=canonical_json(dict(blanks)),
            at=bundle.at,
            txn=bundle.position,
        )
    )
    session.expire_all()


def _blank(connection: sa.Connection, table: str, row_id: str, blanks: Mapping[str, Scalar]) -> None:
    target = Base.metadata.tables[table]
    if blanks:
        columns = ", ".join(f'"{target.c[name].name}" = ?' for name in blanks)
        connection.exec_driver_sql(
            f'UPDATE "{table}" SET {columns} WHERE id = ?',  # noqa: S608 - names come from the metadata
            (*blanks.values(), row_id),
        )
    connection.exec_driver_sql(
        "UPDATE change_value SET salt = NULL, old = NULL, new = NULL "
        "WHERE id IN (SELECT id FROM change WHERE row_id = ? AND tbl = ?)",
        (row_id, table),
    )


def _capture(connection: sa.Connection) -> Capture:
    capture: Capture = connection.info["capture"]
    return capture


def _header(bundle: Bundle) -> dict[str, Any]:
    who, replica = bundle.actor, bundle.identity
    return {
        "position": bundle.position,
        "id": bundle.id,
        "device": replica.device,
        "incarnation": replica.incarnation,
        "seq": bundle.seq,
        "prev_hash": bundle.prev_hash,
        "schema_version": replica.schema_version,
        "actor": who.staff_id,
        "place": who.device,
        "role": who.role,
        "action": bundle.action,
        "at": instant_text(bundle.at),
    }


_BODY = ("id", "device", "incarnation", "seq", "schema_version", "actor", "place", "role", "action", "at")
_INSERT_COMMAND = "INSERT INTO command (txn, tbl, row_id, from_step, verb, to_step) VALUES (?, ?, ?, ?, ?, ?)"
_INSERT_TXN = (
    "INSERT INTO txn (position, id, device, incarnation, seq, prev_hash, body_hash, chain_hash, "
    "schema_version, actor, place, role, action, at) VALUES (:position, :id, :device, :incarnation, :seq, "
    ":prev_hash, :body_hash, :chain_hash, :schema_version, :actor, :place, :role, :action, :at)"
)


def _contents(connection: sa.Connection, position: int) -> tuple[list[Any], list[Any]]:
    changes = connection.exec_driver_sql(
        "SELECT tbl, row_id, op, value_hash FROM change WHERE txn = ? ORDER BY id", (position,)
    ).all()
    commands = connection.exec_driver_sql(
        "SELECT tbl, row_id, from_step, verb, to_step FROM command WHERE txn = ? ORDER BY id", (position,)
    ).all()
    return list(changes), list(commands)


def _break(
    connection: sa.Connection, row: dict[str, Any], expected: int, prev: bytes, last: tuple[str, str, int]
) -> str:
    """Why this bundle does not continue the chain, or the empty string."""
    changes, commands = _contents(connection, row["position"])
    same = last[:2] == (row["device"], row["incarnation"])
    checks = (
        (row["position"] == expected, "a bundle is missing before this one"),
        (row["prev_hash"] == prev, "does not follow the bundle before it"),
        (row["seq"] == (last[2] + 1 if same else 1), "its sequence number leaves a gap"),
        (row["body_hash"] == body_hash(row, changes, commands), "its contents were altered"),
        (row["chain_hash"] == sha256(prev + row["body_hash"]).digest(), "its chain hash is wrong"),
    )
    for good, reason in checks:
        if not good:
            return reason
    return next(_altered_values(connection, row["position"]), "")


def _altered_values(connection: sa.Connection, position: int) -> Iterator[str]:
    values = connection.exec_driver_sql(
        "SELECT c.id, c.value_hash, v.id AS kept, v.salt, v.old, v.new FROM change c "
        "LEFT JOIN change_value v ON v.id = c.id WHERE c.txn = ?",
        (position,),
    )
    for row in values:
        if row.kept is None:
            yield f"the values of change {row.id} are missing"
        elif row.salt is not None and value_hash(row.salt, row.old, row.new) != row.value_hash:
            yield f"the values of change {row.id} were altered"
