"""Certificates of servers: what one shows, by which of them it is trusted, and the name it answers to.

A PC trusts its office's server by one certificate, whose fingerprint the enrolment code carries: that of the
authority that signed the server's own, or the server's own where it signed itself. The authority stays when
the server's certificate is renewed.
"""

import hashlib
import ipaddress
import socket
import ssl
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from desk.sync.errors import CertificateError, NoTlsError, OfflineError
from desk.sync.link import CONNECT_SECONDS, resolved

_TLS_REQUEST = struct.pack("!ii", 8, 80877103)
"""What PostgreSQL wants to hear before TLS begins."""


def shown(host: str, port: int) -> list[str]:
    """The certificates a server shows, in PEM, its own first; nothing of them is proven.

    Raises:
        NoTlsError, OfflineError: it shows none.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE  # the caller compares fingerprints instead
    with _handshake(host, port, context) as secure:
        inner: Any = vars(secure)["_sslobj"]  # public from Python 3.13 on only
        chain = [one.public_bytes() for one in inner.get_unverified_chain() or ()]
    if not chain:
        raise NoTlsError
    return chain


def trusted(chain: list[str], wanted: str) -> str:
    """The certificate of a chain with the wanted fingerprint (hex, at least its first 128 bits).

    Raises:
        CertificateError: there is none.
    """
    for pem in chain:
        if len(wanted) >= 32 and fingerprint(pem).startswith(wanted):
            return pem
    raise CertificateError


def fingerprint(pem: str) -> str:
    """sha256 of a certificate in hex, as ``openssl x509 -fingerprint -sha256`` shows it without colons.

    Raises:
        CertificateError: it is none.
    """
    try:
        return hashlib.sha256(ssl.PEM_cert_to_DER_cert(pem)).hexdigest()
    except ValueError as error:
        raise CertificateError(f"({error})") from error


def name_of(host: str, port: int, certificate: str) -> str:
    """The name by which a server is to be known: ``host`` where its certificate names it, else the first
    name in it. ``certificate``: the one it is trusted by, in PEM.

    Raises:
        CertificateError: that one does not vouch for what the server shows, or no name is in it.
        NoTlsError, OfflineError: the server shows none.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    try:
        context.load_verify_locations(cadata=certificate)
        with _handshake(host, port, context) as secure:
            held: dict[str, Any] = secure.getpeercert() or {}
    except ssl.SSLError as error:
        raise CertificateError(f"({error})") from error
    names = [value for kind, value in held.get("subjectAltName", ()) if kind in ("DNS", "IP Address")]
    names += [value for part in held.get("subject", ()) for kind, value in part if kind == "commonName"]
    if any(_covers(name, host) for name in names):
        return host
    for name in names:
        if "*" not in name:
            return str(name)
    raise CertificateError("(there is no name in it)")


def _covers(name: str, host: str) -> bool:
    if name.startswith("*."):
        return host.partition(".")[2].lower() == name[2:].lower()
    try:
        return ipaddress.ip_address(name) == ipaddress.ip_address(host)
    except ValueError:
        return name.lower() == host.lower()


@contextmanager
def _handshake(host: str, port: int, context: ssl.SSLContext) -> Iterator[ssl.SSLSocket]:
    try:
        with socket.create_connection((resolved(host), port), CONNECT_SECONDS) as plain:
            plain.sendall(_TLS_REQUEST)
            if plain.recv(1) != b"S":
                raise NoTlsError
            with context.wrap_socket(plain) as secure:
                yield secure
    except ssl.SSLError:
        raise
    except OSError as error:
        raise OfflineError(f"({error})") from error
