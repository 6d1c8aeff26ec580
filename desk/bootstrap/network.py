"""The office network of one process: the port of the screens and the ``Lan`` of the use cases, over the
worker that keeps the PC in step.

The worker, and with it the driver of PostgreSQL, comes only with :meth:`OfficeNetwork.start`, after the first
paint; until then the PC is offline.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from desk.actions.lan import HeldElsewhereError
from desk.bootstrap.clock import OfficeClock
from desk.ui.runtime.network import STATUS, NetworkState
from desk.ui.runtime.ports import Changed

if TYPE_CHECKING:
    from desk.store.store import Store
    from desk.sync.standing import SyncState
    from desk.sync.worker import Worker

_BACK = timedelta(minutes=2)
_NEWS = Changed({STATUS: frozenset()})


class OfficeNetwork:
    """A store that belongs to an office network; ``clock`` is told what the server says of the time,
    ``local`` turns a moment into the office's."""

    def __init__(self, store: "Store", clock: OfficeClock, local: Callable[[datetime], datetime]) -> None:
        self._store, self._clock, self._local = store, clock, local
        self._turn = threading.Lock()
        self._worker: Worker | None = None
        self._ended = False
        self._shown: SyncState | None = None
        self._ahead = 0.0

    # its life

    def start(self, announce: Callable[[Changed], None]) -> None:
        """Begin to keep the PC in step; ``announce`` hears, in any thread, that the state is another."""
        from desk.sync.worker import Worker

        with self._turn:
            if self._ended or self._worker is not None:
                return
            self._worker = worker = Worker(self._store, self._clock.pc)

        def hear(state: "SyncState") -> None:
            if state.clock_offset != self._ahead:
                self._ahead = state.clock_offset
                self._clock.hear(state.clock_offset)
            shown = replace(state, rounds=0, last_contact=None)
            if shown != self._shown:
                self._shown = shown
                announce(_NEWS)

        worker.subscribe(hear)
        worker.start()

    def stop(self) -> None:
        """End; what was not sent is sent at the next start."""
        with self._turn:
            self._ended = True
            worker, self._worker = self._worker, None
        if worker is not None:
            worker.stop()

    def heard(self, changed: Changed) -> None:
        """Another process of this PC changed something: where this one does the sync, it sends it."""
        worker = self._worker
        if worker is not None and not worker.state.elsewhere and changed.rows:
            worker.wake()

    # as the screens see it

    def state(self) -> NetworkState | None:
        """See :class:`desk.ui.runtime.network.Network`."""
        if self._worker is None:
            return NetworkState()
        state = self._worker.state
        contact, trouble = state.last_contact, state.trouble
        return NetworkState(
            online=state.online,
            pending=state.pending,
            conflicts=state.conflicts,
            refused=state.refused,
            last_contact=None if contact is None else self._local(self._clock.of_pc(contact)),
            clock_offset=state.clock_offset,
            clock_back=self._runs_behind(),
            loading=state.loading,
            trouble=trouble.code if trouble is not None else "",
            trouble_sentence=trouble.sentence if trouble is not None else "",
            lasting=trouble is not None and trouble.lasting,
        )

    def sync_now(self) -> None:
        """See :class:`desk.ui.runtime.network.Network`."""
        if self._worker is not None:
            self._worker.wake()

    def _runs_behind(self) -> bool:
        from desk.store.history import newest

        with self._store.read() as session:
            saved = newest(session)
        return saved is not None and saved > self._clock.pc() + _BACK

    # as the use cases see it

    @contextmanager
    def first(self, key: str) -> Iterator[bool]:
        """See :class:`desk.actions.lan.Lan`."""
        worker = self._worker
        if worker is None:
            yield False
            return
        from desk.sync.errors import HeldError, SyncError

        with ExitStack() as held:
            try:
                held.enter_context(worker.exclusive(key))
                sure = True
            except HeldError as error:
                raise HeldElsewhereError(error.message) from error
            except SyncError:
                sure = False
            yield sure

    def settle(self, seconds: float) -> bool:
        """See :class:`desk.actions.lan.Lan`."""
        worker = self._worker
        return worker is not None and worker.flush(seconds)


class Standalone:
    """The port of a PC that stands alone."""

    def state(self) -> None:
        """It has no network."""

    def sync_now(self) -> None:
        """There is nowhere to send to."""
