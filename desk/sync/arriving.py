"""A new PC arrives in the office network: its store is made beside its place, joined, loaded, and put in
place when there is something to work with.

A start that is cut off is taken up by the next one: with the same code where the server's answer was not
heard, without any once it was.
"""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from desk.store import founding, recovery
from desk.store.store import Store
from desk.sync import codes, enrolment, joining
from desk.sync.enrolment import Enrolment
from desk.sync.exchange import Progress
from desk.sync.once import Clock, once


@dataclass(frozen=True, slots=True)
class Arrived:
    """A PC that is ready: its place in the network, and how many rows it was given."""

    enrolment: Enrolment
    rows: int


def is_arriving(folder: Path) -> bool:
    """Whether an earlier start joined a network and was cut off while loading."""
    waiting = founding.waiting(folder)
    if waiting is None:
        return False
    with closing(waiting):
        return enrolment.is_enrolled(waiting)


def arrive(folder: Path, code: str, clock: Clock, progress: Progress | None = None) -> Arrived:
    """Make this PC, which holds no office yet, a device of the network behind a one-time code, and load what
    it may see. Where :func:`is_arriving` the code is not looked at.

    Nobody has seen the recovery code of such a store: the administrator makes one when the PC is ready.

    Raises:
        StoreExistsError: the PC holds an office already; see :func:`desk.sync.joining.join`.
        SyncError: the code, or the server.
    """
    store = founding.waiting(folder)
    if store is None:
        codes.read_code(code)
        store = founding.begin(folder)
    with closing(store):
        if not enrolment.is_enrolled(store):
            joining.join(store, code)
        once(store, clock, progress)
        secret = recovery.prepare_code(store)
        recovery.put_in_force(store, secret)
        done = Arrived(enrolment.of_store(store), _rows(store))
    founding.settle(folder, secret)
    return done


def _rows(store: Store) -> int:
    with store.read() as session:
        return int(session.connection().exec_driver_sql("SELECT count(*) FROM replica_row").scalar_one())
