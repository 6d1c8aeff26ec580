"""A PC takes its place in the office network: certificate checked against the code, the code ended, a
password of its own set."""

import secrets
from typing import TYPE_CHECKING, Any

import msgspec
from psycopg import Connection, sql

from desk.store.setup import begin_series
from desk.sync import certificates, codes, enrolment
from desk.sync.codes import Code
from desk.sync.enrolment import Enrolment
from desk.sync.errors import (
    AlreadyEnrolledError,
    CodeUsedError,
    LoginRefusedError,
    OtherOfficeError,
    TwinError,
)
from desk.sync.link import connect, told
from desk.sync.place import read_anew

if TYPE_CHECKING:
    from desk.store.store import Store

_COMING = "lan_coming"
"""Note of a place asked for whose answer was not heard yet."""


def join(store: "Store", text: str) -> Enrolment:
    """Make this PC a device of the network that a one-time code leads to.

    The PC is still empty, or was a device of that same server whose place was revoked, lost with an older
    copy of the database, or taken by a later restore of it: then what it holds stays, its unsent work is
    sent, and it reads everything anew.

    Raises:
        BadCodeError, CodeUsedError, CodeExpiredError: the code.
        CertificateError, NoTlsError, OfflineError, WrongServerError: the server.
        AlreadyEnrolledError: the PC has its place there already.
        OtherOfficeError: the PC holds an office of its own, or of another server.
    """
    code = codes.read_code(text)
    if not enrolment.is_enrolled(store):
        with store.read() as session:
            if session.connection().exec_driver_sql("SELECT count(*) FROM offices").scalar_one():
                raise OtherOfficeError
        return _claim(store, code)
    if not enrolment.of_store(store).server.startswith(code.server):
        raise OtherOfficeError
    try:
        done = _claim(store, code)
    except TwinError as error:
        raise AlreadyEnrolledError from error
    read_anew(store)
    return done


def claim(store: "Store", text: str, certificate: str = "") -> Enrolment:
    """End a one-time code for a store, whatever it holds; see :func:`join`.

    ``certificate``: the one the server is trusted by, in PEM, where it is known; else it is fetched and
    compared with the code.
    """
    return _claim(store, codes.read_code(text), certificate)


def _claim(store: "Store", code: Code, certificate: str = "") -> Enrolment:
    address = code.address
    if address.tls and not certificate:
        chain = certificates.shown(address.host, address.port)
        certificate = certificates.trusted(chain, address.fingerprint)
    coming = Enrolment(address, code.login, secrets.token_urlsafe(32), code.server, "", "", 0, 0, certificate)
    earlier = store.meta(_COMING)
    passwords = [code.secret]
    if earlier is not None and earlier["login"] == code.login:
        coming = msgspec.structs.replace(coming, password=earlier["password"])
        passwords.append(coming.password)
    store.note(_COMING, {"login": coming.login, "password": coming.password})
    with _connection(store, coming, passwords) as connection, told(), connection.transaction():
        said = _ask(connection, store, coming)
    done = msgspec.structs.replace(
        coming,
        server=said["server"],
        label=said["label"],
        kind=said["class"],
        point=said["point"],
        mask=said["mask"],
    )
    enrolment.keep(store, done)
    if said["follows"]:
        with store.local() as session:
            begin_series(session.connection())
    store.note(_COMING, None)
    return done


def _connection(store: "Store", coming: Enrolment, passwords: list[str]) -> Connection[Any]:
    """With the secret of the code or, where an earlier try was answered unheard, with the own password."""
    path = enrolment.certificate_file(store, coming) if coming.certificate else None
    refused: LoginRefusedError | None = None
    for password in passwords:
        try:
            return connect(coming.address, coming.login, password, path)
        except LoginRefusedError as error:
            refused = error
    raise CodeUsedError from refused  # the secret is exchanged at the first use


def _ask(connection: Connection[Any], store: "Store", coming: Enrolment) -> dict[str, Any]:
    """Claim the place and set the own password, both or neither."""
    proof = connection.pgconn.encrypt_password(
        coming.password.encode(), coming.login.encode(), b"scram-sha-256"
    ).decode()
    identity = store.identity
    row = connection.execute(
        "SELECT desk.claim_device(%s, %s, %s)", (identity.device, identity.incarnation, proof)
    ).fetchone()
    connection.execute(
        sql.SQL("ALTER ROLE {} PASSWORD {}").format(sql.Identifier(coming.login), sql.Literal(proof))
    )
    said: dict[str, Any] = row[0] if row else {}
    return said
