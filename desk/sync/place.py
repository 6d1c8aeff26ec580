"""How far a PC has read of its office, kept with its store."""

from typing import TYPE_CHECKING, Any

import msgspec

from desk.store.migrations import HEAD
from desk.store.store import write_note

if TYPE_CHECKING:
    from desk.store.store import Store

NOTE = "sync"


class Place(msgspec.Struct, frozen=True):
    """How far this PC has read: up to ``rev`` whole; while ``loading``, page by page up to ``(rev, id,
    tbl)`` of what stood at ``goal``. ``unindexed``: kind and last row that search knows, while a load is not
    searchable yet. ``schema`` is the program's when it was read, ``epoch`` the server's; ``mark`` is the id
    of the newest bundle in what was read, by which a server put back to an older copy is known."""

    rev: int = 0
    id: str = ""
    tbl: str = ""
    loading: bool = True
    goal: int = 0
    done: int = 0
    total: int = 0
    epoch: str = ""
    mark: str = ""
    unindexed: tuple[str, str] | None = None
    schema: str = HEAD


def place_of(store: "Store") -> Place:
    """How far a PC has read."""
    kept = store.meta(NOTE)
    return Place() if kept is None else msgspec.convert(kept, Place)


def read_anew(store: "Store", epoch: str = "") -> None:
    """Have everything read again; what does not come again leaves, own unsent changes stay.

    ``epoch``: the server's, where it is known.
    """
    with store.replica() as replica:
        replica.doubt_all()
        write_note(replica.connection, NOTE, msgspec.to_builtins(Place(epoch=epoch)))


def reached(place: Place, state: dict[str, Any], **more: Any) -> Place:
    """A place in the state that the server is in."""
    return msgspec.structs.replace(place, epoch=state["epoch"], mark=state["mark"], **more)


def keep(store: "Store", place: Place) -> None:
    """Note how far a PC has read."""
    store.note(NOTE, msgspec.to_builtins(place))
