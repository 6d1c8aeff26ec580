"""The first words with the server over a connection."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import msgspec
from psycopg import Connection

from desk.store import outbox
from desk.store.migrations import HEAD
from desk.sync.enrolment import Enrolment
from desk.sync.errors import OtherOfficeError
from desk.sync.link import first_value, told
from desk.sync.place import Place, keep, place_of, read_anew

if TYPE_CHECKING:
    from desk.store.store import Store


@dataclass(frozen=True, slots=True)
class Hello:
    """What the server said first: its newest revision, the seconds its clock is behind ours, what it has
    saved."""

    rev: int
    behind: float
    saved_rev: int


def hello(store: "Store", enrolment: Enrolment, connection: Connection[Any], now: datetime) -> Hello:
    """Introduce this PC; where the server was restored from an older copy, begin to send and read again.

    Raises:
        SyncError: the server knows better (revoked, twin, versions), or is another office's.
    """
    place = place_of(store)
    said = _introduce(store, connection, place, now)
    if said["server"] != enrolment.server:
        raise OtherOfficeError
    with store.read() as session:
        lost = outbox.first_lost(session.connection(), said["strands"])
    seen = lost[1] if lost is not None else place.mark
    if seen and place.epoch == said["epoch"] and not _knows(connection, seen, place):
        said = _introduce(store, connection, place, now)
    if lost is not None:
        with store.replica() as replica:
            outbox.send_again(replica.connection, lost[0])
    if (place.epoch and place.epoch != said["epoch"]) or place.schema != HEAD:
        read_anew(store, said["epoch"])
    elif not place.epoch:
        keep(store, msgspec.structs.replace(place, epoch=said["epoch"]))
    server_now = datetime.fromisoformat(said["now"])
    return Hello(said["rev"], (now - server_now).total_seconds(), said["saved_rev"])


def _introduce(store: "Store", connection: Connection[Any], place: Place, now: datetime) -> dict[str, Any]:
    identity = store.identity
    with store.read() as session:
        answered = outbox.answered(session.connection()).get(identity.incarnation, 0)
    with told():
        said: dict[str, Any] = first_value(
            connection,
            "SELECT desk.hello(%s, %s, %s, %s, %s, %s, %s)",
            *(identity.device, identity.incarnation, HEAD, place.epoch, place.rev, answered, now),
        )
    return said


def _knows(connection: Connection[Any], bundle: str, place: Place) -> bool:
    """Whether the server still has an applied bundle; where it has not, it begins a new epoch."""
    with told():
        return bool(first_value(connection, "SELECT desk.knows(%s, %s, %s)", bundle, place.epoch, place.rev))
