"""Keeps one PC in step with its office: a thread that pushes when something was saved, pulls when the
server hints or every 15 seconds, and goes on trying when the cable is out.

Only one process of a PC does it; a lock file in the data folder says which.
"""

import logging
import os
import selectors
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, LiteralString

import filelock
import psycopg
from psycopg import Connection
from sqlalchemy import func, select

from desk.models import Conflict
from desk.rules.errors import DeskError
from desk.store import outbox
from desk.store.store import REPLICATED
from desk.sync import enrolment
from desk.sync.enrolment import Enrolment
from desk.sync.errors import HeldError, OfflineError, SyncError
from desk.sync.exchange import Exchange
from desk.sync.link import connect, told

if TYPE_CHECKING:
    from desk.store.changelog import Changed
    from desk.store.store import Store

log = logging.getLogger(__name__)

POLL_SECONDS = 15.0
"""How often the server is asked although it gave no hint."""

RETRY_SECONDS = (0.5, 1.0, 2.0, 4.0, 8.0, 15.0)
"""Pauses between tries while the server cannot be reached."""

OWNER_SECONDS = 2.0
"""How often a process looks whether the one that does the sync has ended."""

CLAIM_SECONDS = 10
"""How long a claimed key is held at most."""

CLOCK_TOLERANCE = 120.0
"""Seconds this PC's clock may differ from the server's before somebody is told."""


@dataclass(frozen=True, slots=True)
class SyncState:
    """How this PC stands with its office.

    ``elsewhere``: another process of this PC does it. ``online``: the last word with the server went well.
    ``pending``: bundles not yet answered. ``conflicts`` and ``refused`` wait for somebody.
    ``clock_offset``: seconds this PC is ahead of the server. ``loading``: rows loaded and in all during a
    first load. ``trouble``: what is wrong, None while all is well or merely offline.
    """

    elsewhere: bool = False
    online: bool = False
    pending: int = 0
    conflicts: int = 0
    refused: int = 0
    last_contact: datetime | None = None
    clock_offset: float = 0.0
    loading: tuple[int, int] | None = None
    trouble: SyncError | None = None


Listener = Callable[[SyncState], None]


class Worker:
    """The sync of one process. :meth:`start` it, :meth:`stop` it; every other method may be called from any
    thread."""

    def __init__(self, store: "Store", clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock
        self._enrolment = enrolment.of_store(store)
        self._listeners: list[Listener] = []
        self._state = SyncState()
        self._lock = filelock.FileLock(str(store.folder / "sync.lock"), thread_local=False)
        self._turn = threading.Condition()
        self._asked = self._served = 0
        self._ending = False
        self._open: list[Connection[Any]] = []
        self._claims = _Claims(self._connect)
        self._reader, self._waker = os.pipe()
        os.set_blocking(self._reader, False)
        os.set_blocking(self._waker, False)
        self._thread = threading.Thread(target=self._run, name="sync", daemon=True)
        self._unsubscribe: Callable[[], None] = lambda: None

    @property
    def state(self) -> SyncState:
        """How this PC stands now."""
        return self._state

    @property
    def enrolment(self) -> Enrolment:
        """The place in the office network."""
        return self._enrolment

    def start(self) -> None:
        """Begin; returns at once."""
        self._unsubscribe = self._store.subscribe(self._changed)
        self._thread.start()

    def stop(self) -> None:
        """End at once, whatever the network does: what was not answered is sent again at the next start."""
        self._ending = True
        self._unsubscribe()
        self.wake()
        for connection in tuple(self._open):
            _hang_up(connection)
        if self._thread.is_alive():
            self._thread.join()
        self._claims.close()
        os.close(self._reader)
        os.close(self._waker)

    def wake(self) -> None:
        """Something was saved, maybe by another process: push soon."""
        with suppress(BlockingIOError, OSError):
            os.write(self._waker, b".")

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Hear of each new state, in the sync's thread; returns how to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def flush(self, seconds: float) -> bool:
        """Wait until what is saved so far has been answered and everybody's newest is read; False when that
        took longer, or the server is out of reach."""
        ends = time.monotonic() + seconds
        with self._turn:
            self._asked += 1
            mine = self._asked
            self.wake()
            while self._served < mine:
                left = ends - time.monotonic()
                if not self._state.online or self._ending or left <= 0:
                    return False
                self._turn.wait(left)
            return True

    @contextmanager
    def exclusive(self, key: str) -> Iterator[None]:
        """Do something two desks could collide in, server first: hold its key, see everybody's newest
        state, do it, and send it before letting go.

        Raises:
            OfflineError: the server cannot be reached.
            HeldError: another device holds the key.
        """
        if not self._state.online:
            raise OfflineError
        with self._claims.hold(key):
            if not self.flush(CLAIM_SECONDS / 2):
                raise OfflineError
            yield
            self.flush(CLAIM_SECONDS / 2)

    # the thread

    def _run(self) -> None:
        while not self._ending:
            try:
                with self._lock.acquire(timeout=0):
                    self._say(elsewhere=False)
                    self._keep_in_step()
            except filelock.Timeout:
                self._say(elsewhere=True)
                self._pause(OWNER_SECONDS)

    def _keep_in_step(self) -> None:
        """Stay in touch; after a lost connection try again, ever less often."""
        tries = 0
        while not self._ending:
            try:
                with self._connect() as connection, self._connect() as ear:
                    self._open = [connection, ear]
                    tries = 0
                    self._stay(connection, ear)
            except DeskError as error:
                self._failed(error)
            except Exception as error:  # the desk goes on without the network, whatever this was
                log.exception("sync")
                self._failed(SyncError(f"({error})"))
            finally:
                self._open = []
            lasting = self._state.trouble is not None and self._state.trouble.lasting
            self._pause(POLL_SECONDS if lasting else RETRY_SECONDS[min(tries, len(RETRY_SECONDS) - 1)])
            tries += 1

    def _stay(self, connection: Connection[Any], ear: Connection[Any]) -> None:
        """Talk until the connection breaks or the program ends."""
        exchange = Exchange(self._store, self._enrolment, connection)
        with told():
            ear.execute("LISTEN desk")
        hello = exchange.hello(self._clock())
        self._say(clock_offset=hello.behind)
        with selectors.DefaultSelector() as waiting:
            waiting.register(ear.fileno(), selectors.EVENT_READ)
            waiting.register(self._reader, selectors.EVENT_READ)
            while not self._ending:
                serving = self._asked
                self._say()
                exchange.push()
                exchange.pull(self._loading)
                self._in_step(serving)
                waiting.select(POLL_SECONDS)
                self._drain()
                with told():
                    for _ in ear.notifies(timeout=0):
                        pass  # a hint that something changed, nothing more

    def _connect(self) -> Connection[Any]:
        kept = self._enrolment
        path = enrolment.certificate_file(self._store, kept) if kept.certificate else None
        return connect(kept.address, kept.login, kept.password, path)

    def _in_step(self, serving: int) -> None:
        self._say(online=True, trouble=None, loading=None, last_contact=self._clock())
        with self._turn:
            self._served = serving
            self._turn.notify_all()

    def _loading(self, done: int, total: int) -> None:
        if self._ending:
            raise OfflineError
        self._say(online=True, loading=(done, total))

    def _failed(self, error: DeskError) -> None:
        trouble = error if isinstance(error, SyncError) and not isinstance(error, OfflineError) else None
        if not self._ending and (self._state.online or type(trouble) is not type(self._state.trouble)):
            level = logging.WARNING if trouble is not None and trouble.lasting else logging.INFO
            log.log(level, "sync: %s", getattr(error, "english", error.message))
        self._say(online=False, loading=None, trouble=trouble)
        with self._turn:
            self._turn.notify_all()

    def _pause(self, seconds: float) -> None:
        """Wait, or less when somebody saves or the program ends."""
        if self._ending:
            return
        with selectors.DefaultSelector() as waiting:
            waiting.register(self._reader, selectors.EVENT_READ)
            waiting.select(seconds)
        self._drain()

    def _drain(self) -> None:
        with suppress(BlockingIOError):
            os.read(self._reader, 4096)

    def _changed(self, changed: "Changed") -> None:
        if changed.action != REPLICATED:
            self.wake()

    def _say(self, **news: Any) -> None:
        """Tell the listeners where it stands, counting anew what waits."""
        with self._store.read() as session:
            connection = session.connection()
            pending, refused = outbox.waiting(connection), outbox.refused(connection)
            conflicts = session.scalar(select(func.count()).where(Conflict.settled_at.is_(None))) or 0
        state = replace(self._state, pending=pending, refused=refused, conflicts=conflicts, **news)
        if state == self._state:
            return
        self._state = state
        for listener in tuple(self._listeners):
            listener(state)


class _Claims:
    """Keys held on the server, over a connection of their own that stays open; one at a time."""

    def __init__(self, connect: Callable[[], Connection[Any]]) -> None:
        self._connect = connect
        self._turn = threading.Lock()
        self._connection: Connection[Any] | None = None

    @contextmanager
    def hold(self, key: str) -> Iterator[None]:
        """Hold a key during the block.

        Raises:
            HeldError: another device holds it.
            SyncError: the server cannot be asked.
        """
        with self._turn:
            holder = self._ask("SELECT desk.claim(%s, %s)", (key, CLAIM_SECONDS))
            if holder:
                raise HeldError(holder)
            try:
                yield
            finally:
                with suppress(SyncError):  # it ends by itself after CLAIM_SECONDS
                    self._ask("SELECT desk.release(%s)", (key,))

    def close(self) -> None:
        """Close the connection."""
        with self._turn:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _ask(self, query: LiteralString, values: tuple[object, ...]) -> str:
        again = self._connection is not None  # it may have been lost unnoticed: then once more over a new one
        try:
            if self._connection is None:
                self._connection = self._connect()
            with told():
                row = self._connection.execute(query, values).fetchone()
            return str(row[0] or "") if row else ""
        except OfflineError:
            self._connection = None
            if again:
                return self._ask(query, values)
            raise


def _hang_up(connection: Connection[Any]) -> None:
    """Make whatever waits for the other side come back with an error, from any thread."""
    with suppress(OSError, psycopg.Error), socket.socket(fileno=os.dup(connection.fileno())) as line:
        line.shutdown(socket.SHUT_RDWR)
