"""What the office's server last said of the time, kept on this PC."""

import time
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from desk.store.store import Store

NOTE = "server_clock"


class ServerClock(msgspec.Struct, frozen=True):
    """The server's moment, and how many seconds this PC's clock was ahead of it then."""

    said: datetime
    ahead: float


def elapsed() -> float:
    """Seconds that pass, asleep or awake, whatever becomes of the clock."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot is None else time.clock_gettime(boot)


def keep(store: "Store", word: ServerClock) -> None:
    """Keep the server's last word."""
    store.note(NOTE, msgspec.to_builtins(word))


def kept(store: "Store") -> ServerClock | None:
    """The server's last word; None where it never said any."""
    found = store.meta(NOTE)
    return None if found is None else msgspec.convert(found, ServerClock)
