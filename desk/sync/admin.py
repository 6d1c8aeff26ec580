"""What the administrator does with the shared database: enrol and revoke devices, move an office there,
see how all stand. Every function takes the administrator's own connection."""

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import unquote, urlsplit

from psycopg import Connection, sql

from desk.store.migrations import HEAD
from desk.sync import codes
from desk.sync.codes import Code
from desk.sync.enrolment import Address
from desk.sync.errors import (
    BadAddressError,
    NotAdoptedError,
    SyncError,
    WrongServerError,
)
from desk.sync.link import told
from desk.sync.scopes import CLASSES, Scope, names_of
from desk.sync.server import install

CODE_LASTS = timedelta(hours=24)
"""How long an enrolment code can be used."""

Progress = Callable[[int, int], None]


class UnknownDeviceError(SyncError):
    """There is no device of that name; see desk server status."""

    code = "unknown_device"
    sentence = "Perangkat itu tidak terdaftar."


class LabelTakenError(SyncError):
    """A device of that name is enrolled already; revoke it or choose another name."""

    code = "label_taken"
    sentence = "Nama perangkat itu sudah dipakai."


@dataclass(frozen=True, slots=True)
class DeviceState:
    """A device as the server knows it; ``lag`` revisions behind when it was there last (one that is
    ``connected`` now follows, and is behind by none), ``clock_offset`` seconds ahead of the server."""

    label: str
    kind: str
    scopes: tuple[str, ...]
    state: str
    seen_at: datetime | None
    schema: str
    lag: int
    clock_offset: float
    connected: bool


@dataclass(frozen=True, slots=True)
class ServerState:
    """The server at a glance; ``conflicts`` still open, ``refused`` bundles in all."""

    office: str
    server: str
    schema: str
    rev: int
    rows: int
    conflicts: int
    refused: int
    saved_at: datetime | None
    devices: tuple[DeviceState, ...]


def address_of(url: str) -> tuple[Address, str]:
    """Address and login of ``postgresql://login@host:port/database``; a password in it is refused.

    Raises:
        BadAddressError: it is no such address, or carries a password.
    """
    try:
        parts = urlsplit(url)
        port = parts.port or 5432
    except ValueError as error:
        raise BadAddressError(f"({error})") from error
    database = unquote(parts.path.removeprefix("/"))
    host = unquote(re.sub(r":\d*$", "", parts.netloc.rpartition("@")[2]).strip("[]"))
    if parts.password is not None:
        raise BadAddressError("The password is asked for, or taken from DESK_SERVER_PASSWORD; leave it out.")
    known = parts.scheme in ("postgresql", "postgres") and not parts.query and "/" not in database
    if not (known and host and parts.username and database):
        raise BadAddressError
    return Address(host, port, database), unquote(parts.username)


def enrol(
    connection: Connection[Any],
    address: Address,
    label: str,
    kind: str,
    scopes: Scope | None = None,
    lasts: timedelta = CODE_LASTS,
) -> str:
    """Make the login of a new device and its one-time code.

    Args:
        connection: the administrator's.
        address: how the device reaches the server, with the name and fingerprint of its certificate.
        label: name of the working place, e.g. ``LOKET-1``; stands in provisional numbers.
        kind: a class of ``desk.sync.scopes.CLASSES``.
        scopes: instead of those of the class.
        lasts: how long the code can be used.

    Raises:
        LabelTakenError, NotAdoptedError, WrongServerError.
    """
    with told(), connection.transaction():
        server = server_id(connection)
        if first_row(connection, "SELECT adopted_at FROM desk.head")[0] is None:
            raise NotAdoptedError
        return make_device(
            connection, server, address, label, kind, CLASSES[kind] if scopes is None else scopes, lasts
        )


def make_device(
    connection: Connection[Any],
    server: str,
    address: Address,
    label: str,
    kind: str,
    scopes: Scope,
    lasts: timedelta,
) -> str:
    """The login of a new device and its code, within the administrator's transaction; see :func:`enrol`."""
    if connection.execute("SELECT id FROM desk.device WHERE label = %s", (label,)).fetchone():
        raise LabelTakenError(label)
    login, secret = codes.login_of(server, secrets.token_hex(4)), secrets.token_hex(codes.SECRET_BYTES)
    hashed = connection.pgconn.encrypt_password(secret.encode(), login.encode(), b"scram-sha-256").decode()
    install.make_login(connection, login, hashed, install.device_group(server))
    connection.execute(
        "INSERT INTO desk.device (login, label, class, point, mask, expires_at) "
        "SELECT %s, %s, %s, coalesce(max(point), -1) + 1, %s, %s FROM desk.device",
        (login, label, kind, int(scopes), datetime.now(UTC) + lasts),
    )
    return codes.write_code(Code(address, install.short(server), login, secret))


def revoke(connection: Connection[Any], label: str) -> None:
    """End a device at once: it may not sign in any more and its connections are cut.

    Raises:
        UnknownDeviceError: there is none of that name.
    """
    with told(), connection.transaction():
        server_id(connection)
        row = connection.execute(
            "UPDATE desk.device SET revoked_at = now(), label = label || ' (' || point || ')' "
            "WHERE label = %s AND revoked_at IS NULL RETURNING login",
            (label,),
        ).fetchone()
        if row is None:
            raise UnknownDeviceError(label)
        connection.execute(sql.SQL("ALTER ROLE {} NOLOGIN").format(sql.Identifier(row[0])))
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s", (row[0],)
        )


def status(connection: Connection[Any]) -> ServerState:
    """How the server and its devices stand."""
    with told():
        server = server_id(connection)
        head = first_row(connection, "SELECT office_name, schema, rev, saved_at FROM desk.head")
        devices = connection.execute(
            "SELECT label, class, mask, revoked_at, claimed_at, expires_at < now(), seen_at, schema, cursor, "
            "clock_offset, EXISTS (SELECT FROM pg_stat_activity WHERE usename = login "
            "AND datname = current_database()) FROM desk.device ORDER BY point"
        ).fetchall()
        counts = first_row(
            connection,
            "SELECT (SELECT count(*) FROM desk.office_row WHERE face = ''), "
            "(SELECT count(*) FROM desk.conflicts WHERE settled_at IS NULL), "
            "(SELECT count(*) FROM desk.bundle WHERE outcome = 'refused')",
        )
    office, schema, rev, saved_at = head
    rows, conflicts, refused = counts
    known = tuple(_device(row, rev) for row in devices)
    return ServerState(office, server, schema, rev, rows, conflicts, refused, saved_at, known)


def _device(row: tuple[Any, ...], rev: int) -> DeviceState:
    label, kind, mask, revoked, claimed, expired, seen, schema, cursor, offset, connected = row
    state = "revoked" if revoked else "active" if claimed else "expired" if expired else "waiting"
    lag = rev - cursor if state == "active" and not connected else 0
    return DeviceState(label, kind, names_of(Scope(mask)), state, seen, schema, lag, offset, connected)


def server_id(connection: Connection[Any]) -> str:
    """The server's id.

    Raises:
        WrongServerError: the database is none of ours.
        ServerTooOldError: its schema is older than this program.
    """
    from desk.sync.errors import ServerTooOldError

    row = connection.execute("SELECT to_regclass('desk.head')").fetchone()
    if row is None or row[0] is None:
        raise WrongServerError
    server, schema = first_row(connection, "SELECT server::text, schema FROM desk.head")
    if schema < HEAD:
        raise ServerTooOldError(f"({schema}, this program: {HEAD})")
    return str(server)


def first_row(connection: Connection[Any], query: Any) -> tuple[Any, ...]:
    """The first row of a query that always has one."""
    row = connection.execute(query).fetchone()
    if row is None:
        raise WrongServerError
    return tuple(row)
