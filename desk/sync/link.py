"""Connections to the office's server: encrypted and pinned to its certificate, or plain on loopback only;
with time-outs that notice a pulled cable, and named errors."""

import ipaddress
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from psycopg import Connection

from desk.sync.enrolment import Address
from desk.sync.errors import NoTlsError, OfflineError, named

CONNECT_SECONDS = 4
"""How long a server may take to answer a knock."""

STATEMENT_SECONDS = 120


def connect(
    address: Address,
    login: str,
    password: str,
    certificate: Path | None = None,
    *,
    methods: str = "scram-sha-256",
    statement_seconds: int = STATEMENT_SECONDS,
) -> Connection[Any]:
    """A connection in autocommit.

    Args:
        address: of the server; ``tls`` is the name its certificate must bear, wherever it is found.
        login: of a device or the administrator.
        password: empty where the system's account is enough, on a socket of this machine.
        certificate: file of the one that the server is trusted by.
        methods: how the server may ask for the password; never by having it sent in clear.
        statement_seconds: how long one statement may take; 0: as long as it wants.

    Raises:
        SyncError: a subclass that says what is wrong.
    """
    secure: dict[str, Any] = {"sslmode": "disable"}
    if address.tls:
        secure = {"sslmode": "verify-full", "sslrootcert": str(certificate), "host": address.tls}
    elif not is_loopback(address.host):
        raise NoTlsError
    try:
        return psycopg.connect(
            **{"host": address.host, "hostaddr": resolved(address.host)} | secure,
            port=address.port,
            dbname=address.database,
            user=login,
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
