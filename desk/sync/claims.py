"""Server first: keys that one device holds on the server while it does what two desks could collide in."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, LiteralString

from psycopg import Connection

from desk.sync.errors import HeldError, OfflineError, SyncError
from desk.sync.link import told

CLAIM_SECONDS = 10
"""How long a claimed key is held at most."""

PATIENCE = 3.0
"""Seconds that somebody who is about to call the next number waits for a server that says nothing."""


class Claims:
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
        except SyncError as error:
            if self._connection is not None and self._connection.closed:
                self._connection = None
            if again and isinstance(error, OfflineError):
                return self._ask(query, values)
            raise
