"""The cable between a desk and its server, in one thread: it can be cut before a request has passed, after it
has but before its answer, fall asleep and wake, or be pulled out."""

import selectors
import socket
import threading
from dataclasses import dataclass, field
from enum import Enum, auto

_READY = (b"Z\x00\x00\x00\x05I", b"Z\x00\x00\x00\x05T")
"""What PostgreSQL says last: the answer is whole, and outside a transaction what it did is committed."""


class Trap(Enum):
    """What happens when certain words pass."""

    CUT_REQUEST = auto()
    CUT_ANSWER = auto()
    SLEEP = auto()


@dataclass(eq=False)
class _Line:
    """One connection: both its ends, and what is kept back while asleep."""

    client: socket.socket
    server: socket.socket
    swallow: bool = False
    answer: bytearray = field(default_factory=bytearray)

    def other(self, end: socket.socket) -> socket.socket:
        return self.server if end is self.client else self.client


class Wire:
    """A way to the server at ``port`` of this machine; clients connect to :attr:`port`.

    ``sprung`` is set once a trap has done its work.
    """

    def __init__(self, target: int) -> None:
        self._target = target
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.sprung = threading.Event()
        self._trap: tuple[Trap, bytes] | None = None
        self._asleep = self._out = self._ended = False
        self._lines: list[_Line] = []
        self._turn = threading.RLock()
        self._woken, self._waker = socket.socketpair()
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._listener, selectors.EVENT_READ)
        self._selector.register(self._woken, selectors.EVENT_READ)
        self._thread = threading.Thread(target=self._run, name="wire", daemon=True)
        self._thread.start()

    def set_trap(self, trap: Trap, words: bytes = b"desk.push") -> None:
        """The next request with these words springs it, once."""
        self.sprung.clear()
        self._trap = (trap, words)

    def sleep(self) -> None:
        """Nothing passes any more, and nobody is told."""
        self._asleep = True

    def wake(self) -> None:
        """What was kept back passes."""
        self._asleep = False
        self._waker.send(b".")

    def pull_out(self) -> None:
        """Every connection breaks, and none can be made."""
        with self._turn:
            self._out = True
            for line in tuple(self._lines):
                self._cut(line)

    def plug_in(self) -> None:
        """Connections can be made again."""
        self._out = False

    def close(self) -> None:
        """No wire any more."""
        self._ended = True
        self._waker.send(b".")
        self._thread.join()
        for line in tuple(self._lines):
            self._cut(line)
        for end in (self._listener, self._woken, self._waker):
            end.close()
        self._selector.close()

    def _run(self) -> None:
        while not self._ended:
            ready = self._selector.select()
            with self._turn:
                for key, _ in ready:
                    self._serve(key.fileobj, key.data)

    def _serve(self, end: object, line: _Line | None) -> None:
        if end is self._listener:
            self._accept()
        elif end is self._woken:
            self._woken.recv(4096)
            for one in self._lines:
                self._listen_to(one)
        elif line in self._lines and isinstance(end, socket.socket):
            self._pass(end, line)

    def _accept(self) -> None:
        client, _ = self._listener.accept()
        if self._out:
            client.close()
            return
        line = _Line(client, socket.create_connection(("127.0.0.1", self._target)))
        self._lines.append(line)
        self._listen_to(line)

    def _listen_to(self, line: _Line) -> None:
        for end in (line.client, line.server):
            if end not in self._selector.get_map():
                self._selector.register(end, selectors.EVENT_READ, line)

    def _pass(self, end: socket.socket, line: _Line) -> None:
        if self._asleep:
            self._selector.unregister(end)  # it fills up, as on a machine that sleeps
            return
        try:
            said = end.recv(1 << 16)
            if not said:
                self._cut(line)
            elif end is line.client:
                self._request(said, line)
            elif line.swallow:
                self._swallow(said, line)
            else:
                line.client.sendall(said)
        except OSError:
            self._cut(line)

    def _request(self, said: bytes, line: _Line) -> None:
        trap, words = self._trap or (None, b"")
        if trap is None or words not in said:
            line.server.sendall(said)
            return
        self._trap = None
        if trap is Trap.CUT_REQUEST:
            line.server.sendall(said[: len(said) // 2])
            self._cut(line)
        elif trap is Trap.CUT_ANSWER:
            line.swallow = True
            line.server.sendall(said)
            return
        else:
            line.server.sendall(said)
            self._asleep = True
        self.sprung.set()

    def _swallow(self, said: bytes, line: _Line) -> None:
        line.answer += said
        if line.answer.endswith(_READY):
            self._cut(line)
            self.sprung.set()

    def _cut(self, line: _Line) -> None:
        self._lines.remove(line)
        for end in (line.client, line.server):
            if end in self._selector.get_map():
                self._selector.unregister(end)
            end.close()
