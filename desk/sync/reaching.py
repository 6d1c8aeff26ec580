"""How the administrator reaches a server from any PC: its address, the certificate that is trusted once and
then kept, the password.

What was trusted lies in ``servers/`` of the data folder, one certificate per server; the server used last is
the one meant where none is named.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
from psycopg import Connection

from desk.files import write_whole
from desk.sync import certificates
from desk.sync.admin import address_of
from desk.sync.codes import FINGERPRINT_BYTES
from desk.sync.discovery import own_addresses
from desk.sync.enrolment import Address
from desk.sync.errors import BadAddressError, CertificateError, NoTlsError, UnknownServerError
from desk.sync.link import connect, is_loopback, way

_HERE = "127.0.0.1"
ANY_METHOD, NEVER_IN_CLEAR = "none,password,md5,scram-sha-256", "!password"


@dataclass(frozen=True, slots=True)
class Trust:
    """By what a server seen for the first time is trusted: the PEM of its authority, or the sha256 of that
    in hex, or somebody who looks at it (``ask`` is given the sha256)."""

    pem: str = ""
    fingerprint: str = ""
    ask: Callable[[str], bool] = lambda _: False


@dataclass(frozen=True, slots=True)
class Reached:
    """The administrator's connection, how the server is reached from here, and what it is trusted by (PEM;
    empty where it was reached without TLS on this machine), and the way and password for other programs."""

    connection: Connection[Any]
    address: Address
    certificate: str
    way: dict[str, Any]
    password: str = field(repr=False)

    def address_for(self, host: str = "") -> Address:
        """How other PCs reach it: at ``host``, or where it was reached from here, or, when that is this
        machine itself, at this PC's own address in the office's network.

        Raises:
            NoTlsError: other PCs would speak with it in clear.
        """
        chosen = host or self.address.host
        if not host and is_loopback(chosen):
            chosen = next(iter(own_addresses()), _HERE)
        if not is_loopback(chosen) and not self.address.tls:
            raise NoTlsError
        return msgspec.structs.replace(self.address, host=chosen)

    def address_here(self) -> Address:
        """How this PC reaches it."""
        host = _HERE if self.address.host.startswith("/") else self.address.host
        return msgspec.structs.replace(self.address, host=host)


def reach(url: str, folder: Path, password: Callable[[], str], trust: Trust) -> Reached:
    """Connect as the administrator.

    Args:
        url: ``postgresql://login@host:port/database``, no password in it; a host that begins with ``/`` is a
            socket folder of this machine, which needs no password.
        folder: data folder, where certificates are kept.
        password: asked when everything else is settled.
        trust: for a server not seen before.

    Raises:
        BadAddressError, CertificateError, NoTlsError, OfflineError, LoginRefusedError.
    """
    address, login = address_of(url)
    certificate, path = "", None
    here = is_loopback(address.host)
    try:
        certificate, name = _trusted(address, folder, trust)
        address = msgspec.structs.replace(address, tls=name, fingerprint=_mark(certificate))
        path = _keep(folder, address, certificate)
    except (NoTlsError, CertificateError):
        if not here:
            raise
    socket = address.host.startswith("/")
    over = msgspec.structs.replace(address, tls="") if socket else address
    methods = ANY_METHOD if over.tls else NEVER_IN_CLEAR
    given = password()
    connection = connect(over, login, given, path, methods=methods, statement_seconds=0)
    remember(folder, url)
    return Reached(connection, address, certificate, way(over, login, path), given)


def remember(folder: Path, url: str) -> None:
    """This is the server meant where none is named."""
    _last(folder).parent.mkdir(parents=True, exist_ok=True)
    write_whole(_last(folder), url.encode())


def last_server(folder: Path) -> str:
    """The server that was administered last from this PC.

    Raises:
        BadAddressError: none was.
    """
    try:
        return _last(folder).read_text(encoding="utf-8")
    except OSError as error:
        raise BadAddressError("Name the server once: --server postgresql://admin@host/desk.") from error


def _trusted(address: Address, folder: Path, trust: Trust) -> tuple[str, str]:
    """What vouches for the server, and the name it answers to."""
    here = is_loopback(address.host)
    host = _HERE if address.host.startswith("/") else address.host
    chain = certificates.shown(host, address.port)
    pinned = _pin(folder, address)
    if trust.pem:
        certificate = trust.pem
    elif trust.fingerprint:
        certificate = certificates.trusted(chain, trust.fingerprint.replace(":", "").lower())
    elif here:
        certificate = chain[-1]
    elif pinned.exists():
        certificate = pinned.read_text(encoding="ascii")
    elif trust.ask(seen := certificates.fingerprint(chain[-1])):
        certificate = chain[-1]
    else:
        raise UnknownServerError(f"(sha256 {seen})")
    return certificate, certificates.name_of(host, address.port, certificate)


def _mark(certificate: str) -> str:
    return certificates.fingerprint(certificate)[: FINGERPRINT_BYTES * 2]


def _keep(folder: Path, address: Address, certificate: str) -> Path:
    path = _pin(folder, address)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, certificate.encode("ascii"))
    return path


def _pin(folder: Path, address: Address) -> Path:
    return folder / "servers" / f"{re.sub(r'[^A-Za-z0-9.-]', '_', address.host)}-{address.port}.pem"


def _last(folder: Path) -> Path:
    return folder / "servers" / "last"
