"""Keeps one PC in step with its office: a thread that pushes when something was saved, pulls when the
server hints or every 15 seconds, and goes on trying when the cable is out.

Only one process of a PC does it; a lock file in the data folder says which.
"""

import logging
import os
import selectors
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

import filelock
from psycopg import Connection
from sqlalchemy import func, select

from desk.models import Conflict
from desk.rules.errors import DeskError
from desk.store import outbox
from desk.sync import enrolment
from desk.sync.enrolment import Enrolment
from desk.sync.errors import HeldError, OfflineError, SyncError
from desk.sync.exchange import Exchange
from desk.sync.link import connect, told

if TYPE_CHECKING:
    from desk.store.store import Store

log = logging.getLogger(__name__)

POLL_SECONDS = 15.0
"""How often the server is asked although it gave no hint."""

RETRY_SECONDS = (0.5, 1.0, 2.0, 4.0, 8.0, 15.0)
"""Pauses between tries while the server cannot be reached."""

CLAIM_SECONDS = 10
"""How long a claimed key is held at most."""

CLOCK_TOLERANCE = 120.0
"""Seconds this PC's clock may differ from the server's before somebody is told."""


@dataclass(frozen=True, slots=True)
class SyncState:
    """How this PC stands with its office.

    ``online``: the last word with the server went well. ``pending``: bundles not yet answered.
    ``conflicts`` and ``refused`` wait for somebody. ``clock_offset``: seconds this PC is ahead of the
    server. ``loading``: rows loaded and in all during a first load. ``trouble``: what is wrong, None while
    all is well or merely offline.
    """

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
    """The sync of one process. :meth:`start` it, :meth:`stop` it; every other method may be called from
    any thread."""

    def __init__(self, store: "Store", clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock
        self._enrolment = enrolment.of_store(store)
        self._listeners: list[Listener] = []
        self._state = SyncState()
        self._lock = filelock.FileLock(str(store.folder / "sync.lock"), thread_local=False)
        self._turn = threading.Condition()
        self._rounds = 0
        self._ending = False
        self._reader, self._waker = os.pipe()
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
        """End after the step in hand."""
        self._ending = True
        self._unsubscribe()
        self.wake()
        if self._thread.is_alive():
            self._thread.join()
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
        """Wait until what is saved so far has been answered and read back; False when it took longer, or
        is offline."""
        ends = time.monotonic() + seconds
        with self._turn:
            wanted = self._rounds + 2  # the round in hand may have begun before
            self.wake()
            while self._rounds < wanted and self._state.online and not self._ending:
                left = ends - time.monotonic()
                if left <= 0 or not self._turn.wait(left):
                    return False
            return self._state.online and self._rounds >= wanted

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
        with self._connect() as connection, told():
            holder = connection.execute("SELECT desk.claim(%s, %s)", (key, CLAIM_SECONDS)).fetchone()
            if holder is None or holder[0]:
                raise HeldError(holder[0] if holder else "")
            try:
                if not self.flush(CLAIM_SECONDS / 2):
                    raise OfflineError
                yield
                self.flush(CLAIM_SECONDS / 2)
            finally:
                connection.execute("SELECT desk.release(%s)", (key,))

    # the thread

    def _run(self) -> None:
        tries = 0
        with self._lock:
            while not self._ending:
                try:
                    with self._connect() as connection, self._connect() as ear:
                        tries = 0
                        self._stay(connection, ear)
                except DeskError as error:
                    self._failed(error)
                except Exception as error:  # the desk goes on without the network, whatever this was
                    log.exception("sync")
                    self._failed(SyncError(f"({error})"))
                self._pause(RETRY_SECONDS[min(tries, len(RETRY_SECONDS) - 1)])
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
                exchange.push()
                exchange.pull(self._loading)
                self._in_step()
                waiting.select(POLL_SECONDS)
                with told():
                    for _ in ear.notifies(timeout=0):
                        pass
                self._drain()

    def _connect(self) -> Connection[Any]:
        kept = self._enrolment
        path = enrolment.certificate_file(self._store, kept) if kept.certificate else None
        return connect(kept.address, kept.login, kept.password, path)

    def _in_step(self) -> None:
        self._say(online=True, trouble=None, loading=None, last_contact=self._clock())
        with self._turn:
            self._rounds += 1
            self._turn.notify_all()

    def _loading(self, done: int, total: int) -> None:
        if self._ending:
            raise OfflineError
        self._say(online=True, loading=(done, total))

    def _failed(self, error: DeskError) -> None:
        lasting = isinstance(error, SyncError) and not isinstance(error, OfflineError)
        log.log(
            logging.WARNING if lasting else logging.INFO, "sync: %s", getattr(error, "english", error.message)
        )
        self._say(
            online=False, loading=None, trouble=error if isinstance(error, SyncError) and lasting else None
        )
        with self._turn:
            self._turn.notify_all()

    def _pause(self, seconds: float) -> None:
        """Wait, or less when somebody saves or ends."""
        with selectors.DefaultSelector() as waiting:
            waiting.register(self._reader, selectors.EVENT_READ)
            waiting.select(seconds)
        self._drain()

    def _drain(self) -> None:
        with selectors.DefaultSelector() as waiting:
            waiting.register(self._reader, selectors.EVENT_READ)
            while waiting.select(0):
                os.read(self._reader, 4096)

    def _changed(self, changed: Any) -> None:
        if changed.action != "sync":
            self._say()
            self.wake()

    def _say(self, **news: Any) -> None:
        """Tell the listeners where it stands, counting anew what waits."""
        with self._store.read() as session:
            connection = session.connection()
            pending = outbox.waiting(connection)
            refused = connection.exec_driver_sql(
                "SELECT count(*) FROM refusal WHERE settled_at IS NULL"
            ).scalar_one()
            conflicts = session.scalar(select(func.count()).where(Conflict.settled_at.is_(None)))
        state = replace(self._state, pending=pending, refused=refused, conflicts=conflicts or 0, **news)
        if state == self._state:
            return
        self._state = state
        for listener in tuple(self._listeners):
            listener(state)
