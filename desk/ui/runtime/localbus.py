"""Tells the other Desk processes of this PC what changed: table names and ids, nothing else."""

import hashlib
import json
import logging
from collections import deque
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Qt, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from desk.ui.runtime.ports import EVERYTHING, Changed

log = logging.getLogger(__name__)

RETRY_MS = 150
LONGEST_LINE = 1 << 20
KEPT = 200


def bus_name(folder: Path) -> str:
    """Name of the local socket of one data folder."""
    return "desk-" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:20]


def encode(changed: Changed) -> bytes:
    """One line of the bus."""
    rows = {table: sorted(ids) for table, ids in changed.rows.items()}
    return json.dumps(rows, separators=(",", ":")).encode() + b"\n"


def decode(line: bytes) -> Changed:
    """Read a line of the bus. Raises ValueError when it is none."""
    rows = json.loads(line)
    if not isinstance(rows, dict):
        raise ValueError("a line of the bus is an object of tables")
    return Changed({str(table): frozenset(map(str, ids)) for table, ids in rows.items()})


class LocalBus(QObject):
    """One member of the bus of a data folder: the first owns the socket, the others connect to it.

    When the owner ends, however it ends, another member takes the socket over; since lines may have been
    lost meanwhile, every member then receives ``EVERYTHING`` once.

    Signals:
        received(Changed): another process changed something.
        joined(): this process owns the socket or is connected to its owner.
    """

    received = Signal(object)
    joined = Signal()
    _shared = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = bus_name(folder)
        self._lock = QLockFile(str(folder / "bus.lock"))
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None
        self._socket: QLocalSocket | None = None
        self._peers: list[QLocalSocket] = []
        self._unsent: deque[bytes] = deque(maxlen=KEPT)
        self._was_joined = False
        self._closed = False
        self._shared.connect(self.send, Qt.ConnectionType.QueuedConnection)
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(RETRY_MS)
        self._retry.timeout.connect(self.start)

    @property
    def owner(self) -> bool:
        """Whether this process owns the socket."""
        return self._server is not None

    @property
    def connected(self) -> bool:
        """Whether what is sent now reaches the others."""
        return self.owner or (
            self._socket is not None and self._socket.state() == QLocalSocket.LocalSocketState.ConnectedState
        )

    def start(self) -> None:
        """Join: own the socket when nobody does, else connect to the owner."""
        if self._closed or self.connected:
            return
        if self._lock.tryLock(0):
            self._own()
        else:
            self._connect()

    def share(self, changed: Changed) -> None:
        """As ``send``, from any thread: what to subscribe to the store's announcements."""
        self._shared.emit(changed)

    def send(self, changed: Changed) -> None:
        """Tell the other processes, from the UI thread; kept (the last 200) while the bus is being joined."""
        line = encode(changed)
        if self._server is not None:
            self._relay(line, None)
        elif self.connected and self._socket is not None:
            self._socket.write(line)
            self._socket.flush()
        else:
            self._unsent.append(line)

    def close(self) -> None:
        """Leave the bus."""
        self._closed = True
        self._retry.stop()
        for peer in (*self._peers, *([self._socket] if self._socket else [])):
            peer.disconnected.disconnect()
            peer.flush()
            peer.close()
        self._peers.clear()
        self._socket = None
        if self._server is not None:
            self._server.close()
            self._server = None
            self._lock.unlock()

    # owning

    def _own(self) -> None:
        QLocalServer.removeServer(self._name)
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not server.listen(self._name):
            log.warning("local bus: cannot listen: %s", server.errorString())
            self._lock.unlock()
            self._retry.start()
            return
        server.newConnection.connect(self._welcome)
        self._server = server
        self._unsent.clear()
        self._arrive()

    def _welcome(self) -> None:
        while self._server is not None and (peer := self._server.nextPendingConnection()) is not None:
            peer.setParent(self)
            peer.readyRead.connect(lambda peer=peer: self._read(peer))
            peer.disconnected.connect(lambda peer=peer: self._farewell(peer))
            self._peers.append(peer)
            self._read(peer)

    def _farewell(self, peer: QLocalSocket) -> None:
        self._read(peer)
        if peer in self._peers:
            self._peers.remove(peer)
        peer.deleteLater()

    def _relay(self, line: bytes, source: QLocalSocket | None) -> None:
        for peer in self._peers:
            if peer is not source:
                peer.write(line)
                peer.flush()

    # connecting

    def _connect(self) -> None:
        socket = QLocalSocket(self)
        self._socket = socket
        socket.connected.connect(self._connected)
        socket.disconnected.connect(self._lost)
        socket.errorOccurred.connect(lambda _error: self._retry_unless_connected())
        socket.readyRead.connect(lambda: self._read(socket))
        socket.connectToServer(self._name)

    def _connected(self) -> None:
        while self._socket is not None and self._unsent:
            self._socket.write(self._unsent.popleft())
        self._arrive()

    def _lost(self) -> None:
        if self._socket is not None:
            self._socket.deleteLater()
            self._socket = None
        self._retry_unless_connected()

    def _retry_unless_connected(self) -> None:
        if not self._closed and not self.connected:
            self._retry.start()

    def _arrive(self) -> None:
        again, self._was_joined = self._was_joined, True
        self.joined.emit()
        if again:
            self.received.emit(EVERYTHING)

    # reading

    def _read(self, peer: QLocalSocket) -> None:
        while peer.canReadLine():
            line = bytes(peer.readLine(LONGEST_LINE).data())
            try:
                changed = decode(line)
            except (ValueError, TypeError):
                log.warning("local bus: dropped a line that is none of ours")
                peer.abort()
                return
            if self.owner:
                self._relay(line, peer)
            self.received.emit(changed)


def announce(folder: Path, changed: Changed, wait_ms: int = 300) -> bool:
    """Send one announcement from a process without an event loop (the command line). False: nobody heard."""
    socket = QLocalSocket()
    socket.connectToServer(bus_name(folder))
    if not socket.waitForConnected(wait_ms):
        return False
    socket.write(encode(changed))
    sent = socket.waitForBytesWritten(wait_ms)
    socket.disconnectFromServer()
    return sent
