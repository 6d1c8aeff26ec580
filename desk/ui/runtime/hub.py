"""Carries the store's announcements from any thread to the pages that watch those tables."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from desk.ui.runtime.ports import Changed, Changes, Unsubscribe

Listener = Callable[[Changed], None]


class ChangeHub(QObject):
    """One per process. Announcements of one turn of the event loop are delivered as one.

    Signals:
        changed(Changed): in the UI thread, after coalescing.
    """

    changed = Signal(object)
    _arrived = Signal(object)

    def __init__(self, changes: Changes | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting = Changed()
        self._listeners: list[tuple[frozenset[str], Listener]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._deliver)
        self._arrived.connect(self._collect, Qt.ConnectionType.QueuedConnection)
        self._stop: Unsubscribe | None = changes.subscribe(self.announce) if changes else None

    def announce(self, changed: Changed) -> None:
        """Say what changed; may be called from any thread."""
        self._arrived.emit(changed)

    def subscribe(self, tables: frozenset[str], listener: Listener) -> Unsubscribe:
        """Call ``listener`` in the UI thread whenever one of these tables changed (``"*"`` = any)."""
        entry = (tables, listener)
        self._listeners.append(entry)

        def unsubscribe() -> None:
            if entry in self._listeners:
                self._listeners.remove(entry)

        return unsubscribe

    def close(self) -> None:
        """Stop listening to the store and forget every listener."""
        if self._stop is not None:
            self._stop()
            self._stop = None
        self._timer.stop()
        self._listeners.clear()

    @Slot(object)
    def _collect(self, changed: Changed) -> None:
        self._waiting = self._waiting.merged(changed)
        self._timer.start()

    def _deliver(self) -> None:
        changed, self._waiting = self._waiting, Changed()
        self.changed.emit(changed)
        for tables, listener in tuple(self._listeners):
            if changed.touches(tables):
                listener(changed)
