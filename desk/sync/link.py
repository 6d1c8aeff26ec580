"""Connections to the office's server: encrypted and pinned to its certificate, or plain on loopback only;
with time-outs that notice a pulled cable, and named errors."""

import ipaddress
import os
import socket
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psycopg
from psycopg import Connection

from desk.sync.enrolment import Address
from desk.sync.errors import NoTlsError, OfflineError, named

CONNECT_SECONDS = 4
"""How long a server may take to answer a knock."""

STATEMENT_SECONDS = 120

SILENT_SECONDS = 40.0
"""How long a server may say nothing before it counts as gone: a machine that sleeps breaks no connection."""


class _Patient(Connection[Any]):
    """A connection that is given up when the server says nothing for ``patience`` seconds; 0: never."""

    patience = 0.0

    def wait(self, gen: Any, *args: Any, **named: Any) -> Any:
        """See :class:`psycopg.Connection`; the driver looks ten times a second whether something came."""
        return super().wait(self._unless_silent(gen) if self.patience else gen, *args, **named)

    def _unless_silent(self, gen: Generator[Any, Any, Any]) -> Generator[Any, Any, Any]:
        heard = time.monotonic()
        try:
            wanted = next(gen)
            while True:
                ready = yield wanted
                if ready:
                    heard = time.monotonic()
                elif time.monotonic() - heard > self.patience:
                    self.pgconn.finish()
                    raise psycopg.errors.QueryCanceled("the server says nothing")
                wanted = gen.send(ready)
        except StopIteration as end:
            return end.value


def connect(
    address: Address,
    login: str,
    password: str,
    certificate: Path | None = None,
    *,
    methods: str = "scram-sha-256",
    statement_seconds: int = STATEMENT_SECONDS,
    patience: float = SILENT_SECONDS,
) -> Connection[Any]:
    """A connection in autocommit.

    Args:
        address: of the server; ``tls`` is the name its certificate must bear, wherever it is found.
        login: of a device or the administrator.
        password: empty where the system's account is enough, on a socket of this machine.
        certificate: file of the one that the server is trusted by.
        methods: how the server may ask for the password; never by having it sent in clear.
        statement_seconds: how long one statement may take; 0: as long as it wants.
        patience: seconds that the server may say nothing, where a statement has an end.

    Raises:
        SyncError: a subclass that says what is wrong.
    """
    try:
        connection = _Patient.connect(
            **way(address, login, certificate),
            password=password,
            require_auth=methods,
            gssencmode="disable",
            sslcertmode="disable",
            application_name="desk",
            autocommit=True,
            connect_timeout=CONNECT_SECONDS,
            keepalives=1,
            keepalives_idle=10,
            keepalives_interval=3,
            keepalives_count=3,
            tcp_user_timeout=15_000,
            options=f"-c statement_timeout={statement_seconds}s -c lock_timeout=20s -c TimeZone=UTC",
        )
    except psycopg.Error as error:
        raise named(error) from error
    connection.patience = patience if statement_seconds else 0.0
    return connection


def way(address: Address, login: str, certificate: Path | None = None) -> dict[str, Any]:
    """How a server is reached, in the driver's words: encrypted and pinned, or plain on loopback.

    Raises:
        NoTlsError: it would be plain over the network.
        OfflineError: the name of the server is not known.
    """
    secure: dict[str, Any] = {"sslmode": "disable"}
    if address.tls:
        secure = {"sslmode": "verify-full", "sslrootcert": str(certificate), "host": address.tls}
    elif not is_loopback(address.host):
        raise NoTlsError
    found = {"host": address.host, "hostaddr": resolved(address.host), "port": address.port}
    return found | {"dbname": address.database, "user": login} | secure


def is_loopback(host: str) -> bool:
    """Whether a host is this machine itself."""
    if host == "localhost" or host.startswith("/"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def resolved(host: str) -> str:
    """The number behind a name; the driver compares the certificate with the name, never with this.

    Raises:
        OfflineError: no such name.
    """
    if not host or host.startswith("/"):
        return ""
    try:
        return str(socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0][4][0])
    except OSError as error:
        raise OfflineError(f"({host}: {error})") from error


@contextmanager
def told() -> Iterator[None]:
    """Give the driver's errors their names.

    Raises:
        SyncError: instead of any psycopg error in the block.
    """
    try:
        yield
    except psycopg.Error as error:
        raise named(error) from error


def first_value(connection: Connection[Any], query: Any, *values: Any) -> Any:
    """The first column of a statement's first row; None where there is none."""
    row = connection.execute(query, values or None).fetchone()
    return None if row is None else row[0]


def hang_up(connection: Connection[Any]) -> None:
    """Make whatever waits for the other side come back with an error, from any thread."""
    with suppress(OSError, psycopg.Error), socket.socket(fileno=os.dup(connection.fileno())) as line:
        line.shutdown(socket.SHUT_RDWR)
