"""How a PC stands with its office: known by the process that keeps it in step, told to the PC's other
processes in a small file beside the store."""

import socket
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import filelock
import msgspec

from desk.store import outbox
from desk.store.errors import StoreError
from desk.sync.errors import SyncError, by_code

if TYPE_CHECKING:
    from desk.store.store import Store

FILE = "sync.json"
LOOK_SECONDS = 0.01
"""How often a waiting process looks whether the one in charge has ended its round."""

_CONFLICTS = "SELECT count(*) FROM conflicts WHERE settled_at IS NULL"
_HERE = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class SyncState:
    """How this PC stands with its office.

    ``elsewhere``: another process of this PC does it. ``rounds`` of push and pull it has ended. ``online``:
    the last word with the server went well. ``pending``: bundles not yet answered. ``conflicts`` and
    ``refused`` wait for somebody. ``clock_offset``: seconds this PC is ahead of the server. ``loading``:
    rows loaded and in all during a first load. ``trouble``: what is wrong, None while all is well or merely
    offline.
    """

    elsewhere: bool = False
    rounds: int = 0
    online: bool = False
    pending: int = 0
    conflicts: int = 0
    refused: int = 0
    last_contact: datetime | None = None
    clock_offset: float = 0.0
    loading: tuple[int, int] | None = None
    trouble: SyncError | None = None


def lock_of(store: "Store") -> filelock.FileLock:
    """Held by the one process of this PC that keeps it in step."""
    return filelock.FileLock(str(store.folder / "sync.lock"), thread_local=False)


def counted(store: "Store", state: SyncState) -> SyncState:
    """A state with what waits in the store counted anew; as it is where somebody holds the file just now."""
    try:
        with store.read() as session:
            connection = session.connection()
            pending, refused = outbox.waiting(connection), outbox.refused(connection)
            conflicts = connection.exec_driver_sql(_CONFLICTS).scalar_one()
    except StoreError:
        return state
    return replace(state, pending=pending, refused=refused, conflicts=conflicts)


class Told(msgspec.Struct, frozen=True):
    """What the file says: the port of the :class:`Bell` that wakes the process in charge, and what only that
    process knows of the state."""

    bell: int
    rounds: int = 0
    online: bool = False
    last_contact: datetime | None = None
    clock_offset: float = 0.0
    loading: tuple[int, int] | None = None
    trouble: str = ""

    def over(self, state: SyncState) -> SyncState:
        """A state with what the file says in it."""
        return replace(
            state,
            rounds=self.rounds,
            online=self.online,
            last_contact=self.last_contact,
            clock_offset=self.clock_offset,
            loading=self.loading,
            trouble=by_code(self.trouble),
        )


def told_by(state: SyncState, bell: int) -> Told:
    """What the process in charge has to tell."""
    trouble = state.trouble.code if state.trouble is not None else ""
    return Told(
        bell, state.rounds, state.online, state.last_contact, state.clock_offset, state.loading, trouble
    )


def tell(folder: Path, told: Told) -> None:
    """Write the file as a whole.

    Raises:
        OSError: somebody holds it at this moment, or the disk is full.
    """
    fresh = folder / f"{FILE}.new"
    fresh.write_bytes(msgspec.json.encode(told))
    fresh.replace(folder / FILE)


def hear(folder: Path) -> Told | None:
    """What the file says; None where nobody has told anything that can be read."""
    try:
        return msgspec.json.decode((folder / FILE).read_bytes(), type=Told)
    except (OSError, msgspec.MsgspecError):
        return None


def forget(folder: Path) -> None:
    """Nobody keeps the PC in step any more."""
    with suppress(OSError):
        (folder / FILE).unlink(missing_ok=True)


class Bell:
    """Wakes a thread that waits in a selector, from any thread and any process of this PC: a datagram on
    loopback (a pipe cannot be waited for on Windows)."""

    def __init__(self) -> None:
        self._ear = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._ear.bind((_HERE, 0))
        self._ear.setblocking(False)
        self.port: int = self._ear.getsockname()[1]

    def fileno(self) -> int:
        """What a selector waits for."""
        return self._ear.fileno()

    def ring(self, port: int = 0) -> None:
        """Wake who waits for this bell, or for the one at ``port``."""
        with suppress(OSError):  # closed, or rung more often than the system remembers
            self._ear.sendto(b".", (_HERE, port or self.port))

    def answer(self) -> None:
        """It was heard, however often it rang."""
        with suppress(OSError):
            while True:
                self._ear.recv(16)

    def close(self) -> None:
        """No bell any more."""
        self._ear.close()


def rounds_ended(folder: Path, bell: Bell, ends: float, ended: Callable[[], bool]) -> bool:
    """Wait until the process in charge has ended two rounds, the first of which may have begun before; False
    when it is out of reach, another took its place, or the moment ``ends`` (monotonic seconds) came first."""
    before = hear(folder)
    while before is not None and before.online and time.monotonic() < ends and not ended():
        bell.ring(before.bell)
        time.sleep(LOOK_SECONDS)
        now = hear(folder)
        if now is not None and (now.rounds >= before.rounds + 2 or now.bell != before.bell):
            return now.bell == before.bell
    return False
