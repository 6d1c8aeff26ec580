"""A PC takes its place in the office network: certificate checked against the code, the code ended, a
password of its own set."""

import hashlib
import secrets
import socket
import ssl
import struct
from typing import TYPE_CHECKING

from psycopg import sql

from desk.sync import enrolment
from desk.sync.enrolment import Address, Enrolment
from desk.sync.errors import (
    AlreadyEnrolledError,
    CertificateError,
    CodeUsedError,
    LoginRefusedError,
    NoTlsError,
    OfflineError,
    OtherOfficeError,
)
from desk.sync.link import CONNECT_SECONDS, connect, resolved, told

if TYPE_CHECKING:
    from desk.store.store import Store

_TLS_REQUEST = struct.pack("!ii", 8, 80877103)
"""What PostgreSQL wants to hear before TLS begins."""


def join(store: "Store", code: str) -> Enrolment:
    """Make this still empty PC a device of the network that a one-time code leads to.

    Raises:
        BadCodeError, CodeUsedError, CodeExpiredError: the code.
        CertificateError, NoTlsError, OfflineError, WrongServerError: the server.
        AlreadyEnrolledError: the PC belongs to a network.
        OtherOfficeError: the PC holds an office of its own.
    """
    if enrolment.is_enrolled(store):
        raise AlreadyEnrolledError
    with store.read() as session:
        if session.connection().exec_driver_sql("SELECT count(*) FROM offices").scalar_one():
            raise OtherOfficeError
    return claim(store, code)


def claim(store: "Store", text: str, certificate: str = "") -> Enrolment:
    """End a one-time code for a store, whatever it holds; see :func:`join`.

    ``certificate``: the server's in PEM, where it is known; else it is fetched and compared with the code.
    """
    code = enrolment.read_code(text)
    address = code.address
    if address.tls and not certificate:
        certificate = fetch_certificate(address)
    kept = Enrolment(address, code.login, "", code.server, "", "", 0, 0, certificate)
    own = secrets.token_urlsafe(32)
    path = enrolment.certificate_file(store, kept) if certificate else None
    try:
        connection = connect(address, code.login, code.secret, path)
    except LoginRefusedError as error:
        raise CodeUsedError from error  # the secret is exchanged at the first use
    with connection, told():
        identity = store.identity
        row = connection.execute(
            "SELECT desk.claim_device(%s, %s)", (identity.device, identity.incarnation)
        ).fetchone()
        said = row[0] if row else {}
        hashed = connection.pgconn.encrypt_password(
            own.encode(), code.login.encode(), b"scram-sha-256"
        ).decode()
        connection.execute(
            sql.SQL("ALTER ROLE {} PASSWORD {}").format(sql.Identifier(code.login), sql.Literal(hashed))
        )
    done = Enrolment(
        address=address,
        login=code.login,
        password=own,
        server=code.server,
        label=said["label"],
        kind=said["class"],
        point=said["point"],
        mask=said["mask"],
        certificate=certificate,
    )
    enrolment.keep(store, done)
    return done


def fetch_certificate(address: Address) -> str:
    """The certificate a server shows, in PEM, when it is the one the code names.

    Raises:
        CertificateError: it is another.
        NoTlsError, OfflineError: the server shows none.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE  # it is compared with the fingerprint instead
    try:
        with socket.create_connection((resolved(address.host), address.port), CONNECT_SECONDS) as plain:
            plain.sendall(_TLS_REQUEST)
            if plain.recv(1) != b"S":
                raise NoTlsError
            with context.wrap_socket(plain, server_hostname=address.tls) as secure:
                shown = secure.getpeercert(binary_form=True) or b""
    except OSError as error:
        raise OfflineError(f"({error})") from error
    if hashlib.sha256(shown).hexdigest() != address.fingerprint:
        raise CertificateError
    return ssl.DER_cert_to_PEM_cert(shown)
