"""Moving an office from the PC it began on to an empty server: rows, history, and the PC as first device.

The revisions of the server begin with the positions of the PC's log: each row has that of its last change.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import msgspec
from psycopg import Connection

from desk.store import outbox
from desk.store.replica import tables
from desk.store.store import write_note
from desk.sync import enrolment
from desk.sync.admin import CODE_LASTS, first_row, make_device, server_id
from desk.sync.enrolment import Address
from desk.sync.errors import AlreadyEnrolledError, NotEmptyError
from desk.sync.joining import claim
from desk.sync.link import told
from desk.sync.place import NOTE, Place
from desk.sync.scopes import CLASSES

if TYPE_CHECKING:
    from desk.store.store import Store

Progress = Callable[[int, int], None]
"""Hears rows sent so far and rows in all."""


def adopt(
    connection: Connection[Any],
    store: "Store",
    address: Address,
    label: str,
    certificate: str = "",
    progress: Progress | None = None,
) -> None:
    """Move the office of a PC that began alone to an empty server, rows and history, and make the PC its
    first device.

    All or nothing: the server takes everything in one transaction; the PC changes over after it.

    Raises:
        AlreadyEnrolledError: the PC belongs to a network.
        NotEmptyError: the server holds an office already.
    """
    if enrolment.is_enrolled(store):
        raise AlreadyEnrolledError
    with told(), connection.transaction():
        server = server_id(connection)
        head = first_row(connection, "SELECT adopted_at, rev FROM desk.head FOR UPDATE")
        if head[0] is not None or head[1]:
            raise NotEmptyError("It holds an office already.")
        code = make_device(connection, server, address, label, "office", CLASSES["office"], CODE_LASTS)
        with store.read() as session:
            local = session.connection()
            position = int(local.exec_driver_sql("SELECT coalesce(max(position), 1) FROM txn").scalar_one())
            _send_rows(connection, local, progress)
            _send_history(connection, local, store)
        connection.execute("UPDATE desk.head SET rev = %s, adopted_at = now()", (position,))
    place = Place(rev=position, loading=False, epoch="")
    with store.replica() as replica:
        for table in sorted(tables()):
            replica.connection.exec_driver_sql(
                "INSERT INTO replica_row (tbl, row_id, rev) "  # noqa: S608
                f"SELECT '{table}', id, {_changed(table)} FROM \"{table}\" AS r"
            )
        outbox.acknowledge(replica.connection, position)
        write_note(replica.connection, NOTE, msgspec.to_builtins(place))
    claim(store, code, certificate)


_AUDIENCE = """
INSERT INTO desk.office_row (tbl, id, rev, audience, data)
SELECT tbl, id, rev, 0, data FROM arriving;
UPDATE desk.office_row SET audience = desk.audience_of(tbl, data);
SELECT desk.put_faces(o.tbl, o.id, o.rev, o.data)
FROM desk.office_row o JOIN desk.audience_rule r ON r.tbl = o.tbl AND (r.board <> '{}' OR r.gate <> '{}')
"""


def _changed(table: str) -> str:
    """The position in the log of what changed a row ``r`` last."""
    return (
        "coalesce((SELECT max(c.txn) FROM change AS c "  # noqa: S608
        f"WHERE c.row_id = r.id AND c.tbl = '{table}'), 1)"
    )


def _send_rows(connection: Connection[Any], local: Any, progress: Progress | None) -> None:
    connection.execute(
        "CREATE TEMP TABLE arriving (tbl text, id text, rev bigint, data jsonb) ON COMMIT DROP"
    )
    names = sorted(tables())
    total = sum(local.exec_driver_sql(f'SELECT count(*) FROM "{one}"').scalar_one() for one in names)  # noqa: S608
    done = 0
    with connection.cursor() as cursor, cursor.copy("COPY arriving FROM STDIN") as copy:
        for table in names:
            query = f'SELECT {_changed(table)} AS "rev of it", r.* FROM "{table}" AS r'  # noqa: S608
            for row in local.exec_driver_sql(query).mappings():
                data = dict(row)
                rev = data.pop("rev of it")
                copy.write_row((table, row["id"], rev, msgspec.json.encode(data).decode()))
                done += 1
                if progress is not None and done % 1000 == 0:
                    progress(done, total)
    if progress is not None:
        progress(total, total)
    connection.execute(_AUDIENCE)


def _send_history(connection: Connection[Any], local: Any, store: "Store") -> None:
    """Bundles as they were captured, changes with their values, and where each chain ends."""
    device = first_row(connection, "SELECT id FROM desk.device")[0]
    incarnations = [
        (device, store.identity.device, one.incarnation, one.seq, one.chain_hash) for one in _strands(local)
    ]
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO desk.strand (device, store, incarnation, seq, chain) VALUES (%s, %s, %s, %s, %s)",
            incarnations,
        )
        with cursor.copy(
            "COPY desk.bundle (id, device, store, incarnation, seq, prev_hash, body_hash, chain_hash, "
            "schema, actor, place, role, action, at, rev, outcome, answer) FROM STDIN"
        ) as copy:
            for row in _bundles(local, device, store.identity.device):
                copy.write_row(row)
        with cursor.copy(
            "COPY desk.history (rev, ord, bundle, tbl, id, op, value_hash, salt, old, new) FROM STDIN"
        ) as copy:
            for row in _changes(local):
                copy.write_row(row)
        with cursor.copy(
            "COPY desk.move_made (bundle, ord, tbl, id, from_step, verb, to_step) FROM STDIN"
        ) as copy:
            for row in local.exec_driver_sql(_MOVES):
                copy.write_row(tuple(row))


_MOVES = (
    "SELECT t.id, row_number() OVER (PARTITION BY c.txn ORDER BY c.id), c.tbl, c.row_id, "
    "coalesce(c.from_step, ''), c.verb, c.to_step FROM command c JOIN txn t ON t.position = c.txn"
)
_STRANDS = (
    "SELECT incarnation, seq, chain_hash FROM txn "
    "WHERE position IN (SELECT max(position) FROM txn GROUP BY incarnation)"
)


def _strands(local: Any) -> list[Any]:
    return list(local.exec_driver_sql(_STRANDS))


def _bundles(local: Any, device: Any, of_store: str) -> Iterator[tuple[Any, ...]]:
    for row in local.exec_driver_sql("SELECT * FROM txn ORDER BY position").mappings():
        answer = msgspec.json.encode(
            {"id": row["id"], "outcome": "applied", "rev": row["position"], "conflicts": 0}
        ).decode()
        yield (
            *(row["id"], device, of_store, row["incarnation"], row["seq"]),
            *(row["prev_hash"], row["body_hash"], row["chain_hash"], row["schema_version"]),
            *(row["actor"], row["place"], row["role"], row["action"], row["at"]),
            *(row["position"], "applied", answer),
        )


def _changes(local: Any) -> Iterator[tuple[Any, ...]]:
    rows = local.exec_driver_sql(
        "SELECT c.txn, row_number() OVER (PARTITION BY c.txn ORDER BY c.id) AS ord, t.id AS bundle, c.tbl, "
        "c.row_id, c.op, c.value_hash, v.salt, v.old, v.new FROM change c JOIN txn t ON t.position = c.txn "
        "JOIN change_value v ON v.id = c.id ORDER BY c.id"
    )
    for row in rows:
        yield tuple(row)
