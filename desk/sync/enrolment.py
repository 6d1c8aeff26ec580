"""What a PC keeps of its place in the office network."""

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from desk.store.store import Network
from desk.sync.errors import NotEnrolledError
from desk.sync.scopes import Scope

if TYPE_CHECKING:
    from desk.store.store import Store

NOTE = "lan"
"""Name of the note in the store."""


class Address(msgspec.Struct, frozen=True):
    """Where a server is: ``host`` a name or number, ``tls`` the stable name in its certificate (empty: no
    TLS, only on loopback), ``fingerprint`` the first 128 bits of the sha256 of the certificate it is
    trusted by, in hex."""

    host: str
    port: int
    database: str
    tls: str = ""
    fingerprint: str = ""


class Enrolment(msgspec.Struct, frozen=True):
    """A device of an office network: the server, the login of its own, what it may see.

    ``point`` counts the devices of an office from 0; tickets and provisional numbers are told apart by it
    and by ``label``. ``known`` are earlier addresses of the server PC, newest first.
    """

    address: Address
    login: str
    password: str
    server: str
    label: str
    kind: str
    point: int
    mask: int
    certificate: str = ""
    known: tuple[str, ...] = ()

    @property
    def scopes(self) -> Scope:
        """What the device is let see."""
        return Scope(self.mask)


def of_store(store: "Store") -> Enrolment:
    """The enrolment of a store.

    Raises:
        NotEnrolledError: it stands alone.
    """
    kept = store.meta(NOTE)
    if kept is None:
        raise NotEnrolledError
    return msgspec.convert(kept, Enrolment)


def is_enrolled(store: "Store") -> bool:
    """Whether a store belongs to an office network."""
    return store.meta(NOTE) is not None


def keep(store: "Store", enrolment: Enrolment | None) -> None:
    """Write (or with None forget) the enrolment of a store."""
    store.note(NOTE, None if enrolment is None else msgspec.to_builtins(enrolment))
    store.join_network(None if enrolment is None else Network(enrolment.label, enrolment.point))


def certificate_file(store: "Store", enrolment: Enrolment) -> Path:
    """The server's certificate as a file, as the driver wants it; it is public."""
    path = store.folder / "server.pem"
    if not path.exists() or path.read_text(encoding="ascii") != enrolment.certificate:
        path.write_text(enrolment.certificate, encoding="ascii")
    return path
