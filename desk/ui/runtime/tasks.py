"""Long work off the UI thread: progress, cancel, answers back in the UI thread, nothing left at the end."""

import logging
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

log = logging.getLogger(__name__)

T = TypeVar("T")


class TaskCancelledError(Exception):
    """Raised inside long work by ``Task.check()`` once somebody pressed Batal."""


class Task(QObject):
    """One piece of long work: the work calls ``check`` and ``progress``, the screen ``cancel``.

    Signals:
        progressed(float, str): share done 0..1 and a word about it.
        ended(): after done, failed or cancelled, in the UI thread.
    """

    progressed = Signal(float, str)
    ended = Signal()
    _outcome = Signal(object, object)

    def __init__(
        self,
        on_done: Callable[[Any], None] | None,
        on_error: Callable[[BaseException], None] | None,
        progress: Callable[[float, str], None] | None,
    ) -> None:
        super().__init__()
        self._on_done, self._on_error = on_done, on_error
        self._cancelled = threading.Event()
        self.running = True
        queued = Qt.ConnectionType.QueuedConnection
        self._outcome.connect(self._finish, queued)
        if progress is not None:
            self._progress = progress
            self.progressed.connect(self._tell, queued)

    @property
    def cancelled(self) -> bool:
        """Whether the work should stop."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the work to stop; its answer will not be delivered."""
        self._cancelled.set()

    def check(self) -> None:
        """Raise TaskCancelledError when the work should stop; called by the work between its steps."""
        if self.cancelled:
            raise TaskCancelledError

    def progress(self, share: float, text: str = "") -> None:
        """Report progress from inside the work (share 0..1)."""
        self.progressed.emit(share, text)

    def settle(self, result: object, error: BaseException | None) -> None:
        """Hand over the outcome, from the worker thread."""
        self._outcome.emit(result, error)

    @Slot(float, str)
    def _tell(self, share: float, text: str) -> None:
        if self.running and not self.cancelled:
            self._progress(share, text)

    @Slot(object, object)
    def _finish(self, result: object, error: BaseException | None) -> None:
        self.running = False
        try:
            if self.cancelled or isinstance(error, TaskCancelledError):
                return
            if error is None:
                if self._on_done is not None:
                    self._on_done(result)
            elif self._on_error is not None:
                self._on_error(error)
            else:
                log.error("background work failed", exc_info=error)
        finally:
            self.ended.emit()


class _Job(QRunnable):
    def __init__(self, task: Task, work: Callable[[Task], object]) -> None:
        super().__init__()
        self._task, self._work = task, work

    def run(self) -> None:
        """Do the work in a thread of the pool; every outcome is handed to the task."""
        try:
            self._task.check()
            result = self._work(self._task)
        except BaseException as error:  # noqa: BLE001 - handed to the screen, never swallowed
            self._task.settle(None, error)
        else:
            self._task.settle(result, None)


class TaskRunner(QObject):
    """Runs long work in a pool of its own; ``shutdown`` cancels all and waits.

    Signals:
        busy_changed(bool): whether anything is under way.
    """

    busy_changed = Signal(bool)

    def __init__(self, threads: int = 2, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._tasks: set[Task] = set()

    @property
    def busy(self) -> bool:
        """Whether any work is under way."""
        return bool(self._tasks)

    def run(
        self,
        work: Callable[[Task], T],
        on_done: Callable[[T], None] | None = None,
        on_error: Callable[[BaseException], None] | None = None,
        progress: Callable[[float, str], None] | None = None,
    ) -> Task:
        """Start ``work(task)`` in a thread; the callbacks come in the UI thread.

        Without ``on_error`` a failure is logged. A cancelled task calls nobody back.
        """
        task = Task(on_done, on_error, progress)
        self._tasks.add(task)
        task.ended.connect(lambda: self._forget(task))
        if len(self._tasks) == 1:
            self.busy_changed.emit(True)
        self._pool.start(_Job(task, work))
        return task

    def shutdown(self, wait_ms: int = 5000) -> bool:
        """Cancel everything and wait for the threads; False when one did not stop in time."""
        for task in tuple(self._tasks):
            task.cancel()
        self._pool.clear()
        done = self._pool.waitForDone(wait_ms)
        self._tasks.clear()
        return done

    def _forget(self, task: Task) -> None:
        self._tasks.discard(task)
        if not self._tasks:
            self.busy_changed.emit(False)
