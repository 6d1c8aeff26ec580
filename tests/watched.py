"""Workers whose states can be waited for: no test sleeps."""

import threading
from collections.abc import Callable
from contextlib import ExitStack

from desk.store.changelog import Changed
from desk.sync.standing import SyncState
from desk.sync.worker import Worker
from tests.lan import Desk

LONG = 20.0


class Watched:
    """A worker whose states can be waited for."""

    def __init__(self, desk: Desk) -> None:
        self.worker = Worker(desk.store, desk.office.clock)
        self._news = threading.Condition()
        self.worker.subscribe(self._hear)

    def _hear(self, _state: SyncState) -> None:
        with self._news:
            self._news.notify_all()

    def until(self, wanted: Callable[[SyncState], bool]) -> SyncState:
        """The first state that is as wanted; fails after ``LONG`` seconds."""
        with self._news:
            assert self._news.wait_for(lambda: wanted(self.worker.state), LONG), self.worker.state
        return self.worker.state


def begin(desk: Desk, ends: ExitStack) -> Watched:
    """A worker that keeps a desk in step until the end."""
    desk.hang_up()
    watched = Watched(desk)
    watched.worker.start()
    ends.callback(watched.worker.stop)
    watched.until(lambda state: state.online)
    return watched


def told_of(desk: Desk, table: str) -> threading.Event:
    """Set when rows of a table arrive at a desk from the server."""
    event = threading.Event()

    def hear(changed: Changed) -> None:
        if changed.action == "sync" and table in changed.rows:
            event.set()

    desk.store.subscribe(hear)
    return event


def follow(desk: Desk, ends: ExitStack) -> Watched:
    """A second process of a PC whose first one keeps it in step."""
    watched = Watched(desk)
    watched.worker.start()
    ends.callback(watched.worker.stop)
    watched.until(lambda state: state.elsewhere)
    return watched
