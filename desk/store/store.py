"""The encrypted local store: one writer, consistent readers, each write an action in the change log."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sa
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.orm import Session

from desk.models.types import instant_text
from desk.store import changelog, layout, search_index
from desk.store.actor import Actor
from desk.store.changelog import ChainReport, Changed, Identity
from desk.store.engine import REPLICA, make_engine, translated
from desk.store.errors import NestedWriteError, StoreExistsError, WriteOutsideActionError
from desk.store.keys import MachineKeys
from desk.store.replica import Replica
from desk.store.triggers import OUTSIDE

_log = logging.getLogger(__name__)

REPLICATED = "sync"
"""Name under which rows of the office's server are announced."""

Subscriber = Callable[[Changed], None]


@dataclass(frozen=True, slots=True)
class Comeback:
    """This PC was restored from a backup (``at``, UTC), or took the name of another (``at`` is None):
    ``series`` tells the numbers it puts on paper since from those given before, not all of which it knows."""

    series: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Network:
    """This PC's place in an office network: ``label`` stands in provisional numbers, ``point`` (from 0)
    tells its queue tickets from those of other PCs; ``comeback``: the last one, where there was any."""

    label: str
    point: int
    comeback: Comeback | None = None

    @property
    def on_paper(self) -> str:
        """What stands in provisional numbers: the label, after a comeback with its series."""
        return self.label if self.comeback is None else f"{self.label}-{self.comeback.series}"


class Store:
    """One office's data on this PC. Thread-safe: writes take turns, reads run beside them.

    ``recovery_code`` is set only by :meth:`create`, to be shown and printed once; ``commits`` counts the
    changes this process has announced.
    """

    def __init__(
        self, folder: Path, key: bytes, recovery_code: str | None = None, *, durable: bool = True
    ) -> None:
        self.folder = folder
        self.key = key
        self.recovery_code = recovery_code
        path = layout.database(folder)
        self._writer = make_engine(path, key, writer=True, durable=durable)
        self._reader = make_engine(path, key, writer=False)
        self._copier = make_engine(path, key, writer=True, foreign_keys=False, durable=False)
        self._turn = threading.Lock()
        self._owner: int | None = None
        self._subscribers: list[Subscriber] = []
        self.commits = 0
        try:
            self.identity = self._read_identity()
        except BaseException:
            self.close()  # nothing may hold a file that a restore is about to replace
            raise

    @classmethod
    def create(cls, folder: Path, keys: MachineKeys | None = None, *, durable: bool = True) -> "Store":
        """Make a new, empty store in ``folder`` with a new machine key and recovery code.

        ``durable=False``: a commit may be lost by a power cut; for an office that is thrown away.

        Raises:
            StoreExistsError: the folder already holds one.
        """
        from desk.store.setup import prepare  # alembic is wanted here alone

        if layout.database(folder).exists():
            raise StoreExistsError(str(folder))
        key, code = prepare(folder, keys or MachineKeys(folder))
        return cls(folder, key, code, durable=durable)

    @classmethod
    def open(cls, folder: Path, keys: MachineKeys | None = None) -> "Store":
        """Open the store in ``folder``, bringing an older schema up to date first.

        Raises:
            StoreMissingError, KeyMissingError, WrongKeyError, StoreDamagedError, SchemaTooNewError.
        """
        from desk.store.setup import unlock

        return cls(folder, unlock(folder, keys or MachineKeys(folder)))

    def close(self) -> None:
        """Close every connection."""
        self._reader.dispose()
        self._copier.dispose()
        self._writer.dispose()

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A read-only session on one consistent state; writing through it fails."""
        with ExitStack() as stack:
            try:
                connection = stack.enter_context(self._reader.connect())
                yield stack.enter_context(Session(connection, autoflush=False, expire_on_commit=False))
            except sa.exc.DBAPIError as error:
                _rename(error)
                raise

    @contextmanager
    def write(self, actor: Actor, action: str, at: datetime) -> Iterator[Session]:
        """One action: everything written in the block is committed as one bundle, or nothing is.

        Args:
            actor: who acts.
            action: name of the use case, e.g. ``"register_visit"``.
            at: when, with a time zone.

        Raises:
            NestedWriteError: this thread already writes.
            StoreBusyError: another process kept the store locked.
            NaiveInstantError: ``at`` has no time zone.
        """
        instant_text(at)
        with self._writing() as connection:
            bundle = changelog.open_bundle(connection, self.identity, actor, action, at)
            try:
                with Session(
                    connection,
                    expire_on_commit=False,
                    info={"bundle": bundle, "network": _network(connection)},
                ) as session:
                    yield session
                    session.flush()
                    changed = changelog.close_bundle(connection, bundle)
                    if changed is not None:
                        search_index.refresh(connection, bundle.position, changed.rows)
            finally:
                changelog.abandon_bundle(connection)
        if changed is not None:
            self._tell(changed)

    @contextmanager
    def local(self) -> Iterator[Session]:
        """A session for this PC's own tables (drafts, printers, window state): no action, no log.

        Raises:
            WriteOutsideActionError: a captured table was written.
        """
        with self._writing() as connection, Session(connection, expire_on_commit=False) as session:
            yield session
            session.flush()

    @contextmanager
    def replica(self, *, loading: bool = False) -> Iterator[Replica]:
        """Write rows of the office's server: one transaction, past the change log, foreign keys off (they
        may refer to rows this device does not see). What was written is announced like an action named
        ``sync``.

        ``loading``: the first load, which is announced and indexed only by its last transaction.
        """
        with self._writing(self._copier) as connection:
            capture = connection.info["capture"]
            capture.position = REPLICA
            try:
                replica = Replica(connection, loading=loading)
                yield replica
                replica.index()
            finally:
                capture.position = None
        touched = {table: frozenset(ids) for table, ids in replica.touched.items() if ids}
        if touched and not loading:
            self._tell(Changed(REPLICATED, "", touched))

    def announce_all(self) -> None:
        """Say that any row may have changed, after a load."""
        self._tell(Changed(REPLICATED, "", {"*": frozenset()}))

    def meta(self, name: str) -> Any:
        """A note this PC keeps about itself (plain JSON data); None where there is none."""
        with self.read() as session:
            text = session.connection().exec_driver_sql(_META, (name,)).scalar()
        return None if text is None else msgspec.json.decode(text)

    def note(self, name: str, value: Any) -> None:
        """Keep a note; None forgets it."""
        with self.local() as session:
            write_note(session.connection(), name, value)

    def subscribe(self, callback: Subscriber) -> Callable[[], None]:
        """Have ``callback`` told of each change after its COMMIT, in the writing thread.

        Returns:
            A function that ends the subscription.
        """
        self._subscribers.append(callback)
        return lambda: self._subscribers.remove(callback) if callback in self._subscribers else None

    def verify_chain(self) -> ChainReport:
        """Walk the whole change log and say where its chain first breaks."""
        with self.read() as session:
            return changelog.verify_connection(session.connection())

    @contextmanager
    def _writing(self, engine: sa.Engine | None = None) -> Iterator[sa.Connection]:
        """The writer's (or the copier's) connection inside one IMMEDIATE transaction; commits on success."""
        if self._owner == threading.get_ident():
            raise NestedWriteError
        with self._turn:
            self._owner = threading.get_ident()
            try:
                with (engine or self._writer).connect() as connection, connection.begin():
                    yield connection
            except (sa.exc.DBAPIError, sqlcipher.Error) as error:
                _rename(error)
                raise
            finally:
                self._owner = None

    def _tell(self, changed: Changed) -> None:
        self.commits += 1
        for subscriber in tuple(self._subscribers):
            try:
                subscriber(changed)
            except Exception:  # noqa: BLE001 - the write stands, whatever a listener does with the news
                _log.exception("a subscriber failed on %s", changed.action)

    def join_network(self, network: Network | None) -> None:
        """From now on numbers are provisional until the server gives them; None: the PC stands alone
        again."""
        self.note(_NETWORK, None if network is None else {"label": network.label, "point": network.point})

    @property
    def network(self) -> Network | None:
        """This PC's place in an office network; None: it stands alone."""
        with self.read() as session:
            return _network(session.connection())

    def _read_identity(self) -> Identity:
        with self.read() as session:
            rows = session.connection().exec_driver_sql("SELECT name, value FROM store_meta").all()
            version = (
                session.connection().exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one()
            )
        meta = {row.name: row.value for row in rows}
        return Identity(meta["device"], meta["incarnation"], version)


_NETWORK = "network"
COMEBACK = "comeback"
"""Note of the last time the PC was restored, or took another's name."""

_META = "SELECT value FROM store_meta WHERE name = ?"


def _network(connection: sa.Connection) -> Network | None:
    """Read with each action: another process of this PC may have joined a network meanwhile."""
    rows = connection.exec_driver_sql(
        "SELECT name, value FROM store_meta WHERE name IN (?, ?)", (_NETWORK, COMEBACK)
    )
    notes = {row.name: row.value for row in rows}
    if _NETWORK not in notes:
        return None
    network = msgspec.json.decode(notes[_NETWORK], type=Network)
    if COMEBACK not in notes:
        return network
    return replace(network, comeback=msgspec.json.decode(notes[COMEBACK], type=Comeback))


def write_note(connection: sa.Connection, name: str, value: Any) -> None:
    """Keep a note of this PC within a running transaction; None forgets it."""
    connection.exec_driver_sql("DELETE FROM store_meta WHERE name = ?", (name,))
    if value is not None:
        connection.exec_driver_sql(
            "INSERT INTO store_meta (name, value) VALUES (?, ?)", (name, msgspec.json.encode(value).decode())
        )


def _rename(error: BaseException) -> None:
    """Raise the store's own error for a driver's error, where there is one."""
    cause = getattr(error, "orig", None) or error
    named = WriteOutsideActionError() if OUTSIDE in str(cause) else translated(cause)
    if named is not None:
        raise named from error
