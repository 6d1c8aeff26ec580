"""Keeps one PC in step with its office: a thread that pushes when something was saved, pulls when the
server hints or every 15 seconds, and goes on trying when the cable is out.

Only one process of a PC does it; a lock file in the data folder says which.
"""

import logging
import selectors
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import filelock
from psycopg import Connection

from desk.rules.errors import DeskError
from desk.store import server_clock
from desk.store.errors import StoreFullError
from desk.store.store import REPLICATED
from desk.sync import claims, enrolment, link, standing
from desk.sync.claims import CLAIM_SECONDS, Claims
from desk.sync.discovery import connect_device, found_again
from desk.sync.enrolment import Enrolment
from desk.sync.errors import HeldError, NoRoomError, OfflineError, SyncError
from desk.sync.exchange import Exchange
from desk.sync.link import told
from desk.sync.standing import Bell, SyncState, Told, counted, lock_of, rounds_ended

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

LOOK_AROUND = 4
"""After the first, every how many failed tries the server is looked for at other addresses."""

CLOCK_TOLERANCE = 120.0
"""Seconds this PC's clock may differ from the server's before somebody is told."""


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
        self._lock = lock_of(store)
        self._turn = threading.Condition()
        self._asked = self._served = 0
        self._ending = False
        self._greeted = (clock(), server_clock.elapsed())
        self._open: list[Connection[Any]] = []
        self._claims = Claims(lambda: self._connect(claims.PATIENCE))
        self._bell = Bell()
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
        self._hang_up()
        if self._thread.is_alive():
            self._thread.join()
        self._claims.close()
        self._bell.close()

    def wake(self) -> None:
        """Something was saved, maybe by another process: push soon."""
        heard = standing.hear(self._store.folder) if self._state.elsewhere else None
        self._bell.ring(heard.bell if heard is not None else 0)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Hear of each new state, in the sync's thread; returns how to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def flush(self, seconds: float) -> bool:
        """Wait until what is saved so far has been answered and everybody's newest is read; False when that
        took longer, or the server is out of reach."""
        ends = time.monotonic() + seconds
        if self._state.elsewhere:
            return rounds_ended(self._store.folder, self._bell, ends, lambda: self._ending)
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
        with ExitStack() as held:
            try:
                held.enter_context(self._claims.hold(key))
            except HeldError:
                raise
            except SyncError:
                self._hang_up()  # so that the next one does not wait for a server that says nothing
                raise
            if not self.flush(CLAIM_SECONDS / 2):
                raise OfflineError
            yield
            self.flush(CLAIM_SECONDS / 2)

    # the thread

    def _run(self) -> None:
        while not self._ending:
            try:
                with self._lock.acquire(timeout=0):
                    self._say(elsewhere=False, online=False)
                    self._keep_in_step()
                    standing.forget(self._store.folder)
            except filelock.Timeout:
                self._follow()
                self._pause(OWNER_SECONDS)
            except OSError:  # somebody holds the lock file itself for a moment
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
                self._look_around(tries)
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
        self._greet(exchange)
        with selectors.DefaultSelector() as waiting:
            waiting.register(ear.fileno(), selectors.EVENT_READ)
            waiting.register(self._bell, selectors.EVENT_READ)
            saved = True
            while not self._ending:
                serving = self._asked
                if abs(self._clock_moved()) > CLOCK_TOLERANCE:
                    self._greet(exchange)
                if saved or self._state.pending:
                    self._say()
                    exchange.push()
                exchange.pull(self._loading)
                self._in_step(serving)
                saved = self._wait(waiting, ear, exchange)

    def _wait(self, waiting: selectors.BaseSelector, ear: Connection[Any], exchange: Exchange) -> bool:
        """Until something was saved here, the server hints at what has not been read (its own echo to a push
        mostly has), or it is time to ask; whether something may be there to send."""
        while not self._ending:
            ready = waiting.select(0 if exchange.index_some() else POLL_SECONDS)
            saved = not ready or any(key.fileobj is self._bell for key, _ in ready)
            self._bell.answer()
            with told():
                hints = [hint.payload for hint in ear.notifies(timeout=0)]
            if saved or not all(exchange.knows(hint) for hint in hints):
                return saved
        return False

    def _greet(self, exchange: Exchange) -> None:
        """Say hello, and keep what the server says of the time."""
        now = self._clock()
        hello = exchange.hello(now)
        self._greeted = now, server_clock.elapsed()
        said = now - timedelta(seconds=hello.behind)
        server_clock.keep(self._store, server_clock.ServerClock(said, hello.behind))
        self._say(clock_offset=hello.behind)

    def _clock_moved(self) -> float:
        """Seconds by which somebody has put this PC's clock forward since the hello, or back."""
        then, at = self._greeted
        return (self._clock() - then).total_seconds() - (server_clock.elapsed() - at)

    def _connect(self, patience: float = 0.0) -> Connection[Any]:
        return connect_device(self._store, self._enrolment, patience or link.SILENT_SECONDS)

    def _look_around(self, tries: int) -> None:
        """The server may have got another address."""
        if tries % LOOK_AROUND == 0 and not self._ending:
            moved = found_again(self._store, self._enrolment, lambda: self._ending)
            self._enrolment = moved or self._enrolment

    def _hang_up(self) -> None:
        for connection in tuple(self._open):
            link.hang_up(connection)

    def _in_step(self, serving: int) -> None:
        self._say(
            rounds=self._state.rounds + 1, online=True, trouble=None, loading=None, last_contact=self._clock()
        )
        with self._turn:
            self._served = serving
            self._turn.notify_all()

    def _loading(self, done: int, total: int) -> None:
        if self._ending:
            raise OfflineError
        self._say(online=True, loading=(done, total))

    def _failed(self, error: DeskError) -> None:
        if isinstance(error, StoreFullError):
            error = NoRoomError()
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
            waiting.register(self._bell, selectors.EVENT_READ)
            waiting.select(seconds)
        self._bell.answer()

    def _follow(self) -> None:
        """Say what the process in charge has told."""
        self._say(standing.hear(self._store.folder), elsewhere=True)

    def _changed(self, changed: "Changed") -> None:
        if changed.action != REPLICATED:
            self.wake()

    def _say(self, heard: Told | None = None, **news: Any) -> None:
        """Tell the listeners and the PC's other processes where it stands, counting anew what waits."""
        state = replace(counted(self._store, self._state), **news)
        if heard is not None:
            state = heard.over(state)
        if state == self._state:
            return
        self._state = state
        if not state.elsewhere:
            with suppress(OSError):  # held by somebody for a moment: the next word says it as well
                standing.tell(self._store.folder, standing.told_by(state, self._bell.port))
        for listener in tuple(self._listeners):
            listener(state)
