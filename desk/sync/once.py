"""One round of the sync for a command, and how this PC stands; where another program of this PC keeps it in
step, that one is asked."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

import filelock

from desk.sync import enrolment
from desk.sync.discovery import connect_device, found_again
from desk.sync.errors import OfflineError, SyncError
from desk.sync.exchange import Exchange, Progress
from desk.sync.greeting import Hello
from desk.sync.standing import Bell, SyncState, counted, hear, lock_of

if TYPE_CHECKING:
    from desk.store.store import Store

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Round:
    """What a round did: bundles the server answered, whether anything was read; ``elsewhere``: another
    program of this PC does it and was woken."""

    pushed: int = 0
    changed: bool = False
    elsewhere: bool = False


def once(store: "Store", clock: Clock, progress: Progress | None = None) -> Round:
    """Push and pull once.

    Raises:
        NotEnrolledError: the PC stands alone.
        SyncError: the server cannot be reached, or knows better.
    """
    enrolment.of_store(store)
    try:
        with lock_of(store).acquire(timeout=0), _talking(store, clock) as (exchange, _):
            pushed = exchange.push()
            return Round(pushed, exchange.pull(progress))
    except filelock.Timeout:
        return _by_the_other(store)


def glance(store: "Store", clock: Clock) -> SyncState:
    """How a PC of a network stands now, asking the server where nobody else keeps it in step.

    Raises:
        NotEnrolledError: the PC stands alone.
    """
    enrolment.of_store(store)
    state = counted(store, SyncState())
    try:
        with lock_of(store).acquire(timeout=0), _talking(store, clock) as (_, hello):
            return replace(state, online=True, last_contact=clock(), clock_offset=hello.behind)
    except filelock.Timeout:
        heard = hear(store.folder)
        return replace(state, elsewhere=True) if heard is None else heard.over(replace(state, elsewhere=True))
    except OfflineError:
        return state
    except SyncError as error:
        return replace(state, trouble=error)


@contextmanager
def _talking(store: "Store", clock: Clock) -> Iterator[tuple[Exchange, Hello]]:
    """A conversation that has begun, wherever the server is now."""
    kept = enrolment.of_store(store)
    try:
        connection = connect_device(store, kept)
    except SyncError:
        moved = found_again(store, kept)
        if moved is None:
            raise
        kept, connection = moved, connect_device(store, moved)
    with connection:
        exchange = Exchange(store, kept, connection)
        yield exchange, exchange.hello(clock())


def _by_the_other(store: "Store") -> Round:
    heard = hear(store.folder)
    if heard is None or not heard.online:
        raise OfflineError("(another program of this PC keeps it in step)")
    bell = Bell()
    bell.ring(heard.bell)
    bell.close()
    return Round(elsewhere=True)
