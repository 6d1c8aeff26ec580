"""Named points of intake at which a process can be killed, armed from outside: the program holds no hook."""

import ctypes
import os
import resource
import signal
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

import sqlalchemy as sa

from desk.store import blobs, changelog, layout, search_index
from desk.store.store import Store

_FRAME = 4096 + 24  # a page of the write-ahead log with its header


@dataclass
class Fuse:
    """Kills this process the ``nth`` time a point is reached."""

    nth: int

    def burn(self) -> None:
        """One pass over the point."""
        self.nth -= 1
        if self.nth == 0:
            die()


Arm = Callable[[Fuse, Any], None]
"""Arms a point with a fuse; takes the open store too, where there is one yet."""


@dataclass(frozen=True)
class Point:
    """One place to die at. ``whole``: what was being done stands, although nobody was told so."""

    arm: Arm
    whole: bool = False
    nth: tuple[int, int] = (1, 2)


def die(*_: object) -> None:
    """SIGKILL: no handler runs, no buffer is flushed, no file is closed."""
    os.kill(os.getpid(), signal.SIGKILL)


def _statement(event: str, begins: str) -> Arm:
    def arm(fuse: Fuse, _store: Store) -> None:
        @sa.event.listens_for(sa.Engine, event)
        def look(_conn: Any, _cursor: Any, statement: str, *_: Any) -> None:
            if statement.startswith(begins):
                fuse.burn()

    return arm


def after(begins: str) -> Arm:
    """When the database has done a statement that begins so."""
    return _statement("after_cursor_execute", begins)


def after_rows_of(table: str) -> Arm:
    """When rows of a table are written, not committed."""
    return after(f"INSERT INTO {table} ")


def on_commit(_point: Callable[[Fuse, Store, sa.Connection], None]) -> Arm:
    """When a transaction is about to be committed."""

    def arm(fuse: Fuse, store: Store) -> None:
        sa.event.listen(sa.Engine, "commit", lambda connection: _point(fuse, store, connection))

    return arm


def call(owner: Any, name: str, *, after: bool = False) -> Arm:
    """When a function is called, or has done its work."""

    def arm(fuse: Fuse, _store: Store) -> None:
        real = getattr(owner, name)

        @wraps(real)
        def wrapped(*args: Any, **named: Any) -> Any:
            if not after:
                fuse.burn()
            answer = real(*args, **named)
            if after:
                fuse.burn()
            return answer

        setattr(owner, name, wrapped)

    return arm


def _in_the_canvas(fuse: Fuse, _store: Store) -> None:
    from reportlab.pdfgen.canvas import Canvas

    call(Canvas, "showPage")(fuse, _store)


def torn_commit(fuse: Fuse, store: Store, _connection: sa.Connection) -> None:
    """COMMIT may write one frame and a half of its pages."""
    log = layout.database(store.folder).with_name("desk.db-wal")
    _die_beyond(fuse, log.stat().st_size + _FRAME * 3 // 2)


def _torn_checkpoint(fuse: Fuse, store: Store, connection: sa.Connection) -> None:
    """The log flows back into the file after COMMIT, but the file may not grow by more than half a page."""
    connection.exec_driver_sql("PRAGMA wal_autocheckpoint = 1")
    _die_beyond(fuse, layout.database(store.folder).stat().st_size + 2048)


def _die_beyond(fuse: Fuse, size: int) -> None:
    fuse.nth -= 1
    if fuse.nth == 0:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
        ctypes.CDLL(None).signal(signal.SIGXFSZ, _DIE_AT_ONCE)


_DIE_AT_ONCE = ctypes.CFUNCTYPE(None, ctypes.c_int)(die)  # from inside the write: Python's own handlers wait

ANYWHERE = Point(_statement("before_cursor_execute", ""))

POINTS = {
    "before the transaction": Point(_statement("before_cursor_execute", "BEGIN IMMEDIATE")),
    "after the visit row": Point(after_rows_of("visits")),
    "after the visitor card": Point(after("UPDATE visitor_cards")),
    "after the ticket row": Point(after_rows_of("tickets")),
    "after the number counter": Point(after("UPDATE number_counters")),
    "after the case row": Point(after_rows_of("cases")),
    "after the blob, before its row": Point(call(blobs.Blobs, "add", after=True)),
    "before the chain is closed": Point(call(changelog, "close_bundle"), nth=(5, 11)),
    "after the chain, before the index": Point(call(search_index, "refresh"), nth=(1, 8)),
    "before COMMIT": Point(on_commit(lambda fuse, _store, _connection: fuse.burn()), nth=(6, 12)),
    "in the middle of COMMIT": Point(on_commit(torn_commit), nth=(6, 13)),
    "after COMMIT, before anybody is told": Point(call(Store, "_tell"), whole=True, nth=(4, 9)),
    "while the log flows back": Point(on_commit(_torn_checkpoint), whole=True, nth=(6, 11)),
    "while the draft is saved": Point(after_rows_of("draft"), nth=(2, 3)),
    "while the paper is made": Point(_in_the_canvas),
}
