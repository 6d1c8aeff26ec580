"""A small office on a network: a real server, several desks with stores of their own, each with its
scopes."""

import shutil
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, LiteralString

from msgspec import structs
from psycopg import Connection

from desk.actions.workplace import Workplace
from desk.models import new_id
from desk.store import recovery
from desk.store.backup import backup as save
from desk.store.keys import MachineKeys
from desk.store.restore import restore
from desk.store.setup import identify
from desk.store.store import Store
from desk.sync import admin, adoption, joining
from desk.sync.discovery import connect_device
from desk.sync.enrolment import Address, keep, of_store
from desk.sync.errors import RestoredError
from desk.sync.exchange import Exchange
from desk.sync.scopes import Scope
from desk.sync.server.install import install
from tests.office import CHEAP, SmallOffice, StillClock, open_small_office
from tests.servers import Cluster

Admin = Connection[Any]


@dataclass
class Desk:
    """One workstation: its store as an office, and its conversation with the server."""

    label: str
    office: SmallOffice
    _open: Callable[[Store], Exchange]
    _exchange: Exchange | None = None

    @property
    def store(self) -> Store:
        """Its store."""
        return self.office.store

    @property
    def exchange(self) -> Exchange:
        """The conversation, begun with a hello."""
        if self._exchange is None:
            self._exchange = self._open(self.store)
            self._exchange.hello(self.office.clock())
        return self._exchange

    def sync(self) -> None:
        """Push and pull once; where another desk found the server restored meanwhile, over again, as the
        worker does."""
        try:
            self._sync()
        except RestoredError:
            self.hang_up()
            self._sync()

    def _sync(self) -> None:
        self.exchange.push()
        self.exchange.pull()
        while self.exchange.index_some():
            pass

    def hang_up(self) -> None:
        """Close the connection; the next sync opens another."""
        if self._exchange is not None:
            self._exchange.connection.close()
            self._exchange = None

    def leave(self) -> None:
        """The program ends."""
        self.hang_up()
        self.store.close()

    def restart(self) -> None:
        """The program ends and starts again."""
        self.leave()
        self.office.store = _opened(self.store.folder)

    def backup(self, file: Path) -> tuple[Path, str]:
        """A backup of this desk, and the code that opens it."""
        code = recovery.prepare_code(self.store)
        recovery.put_in_force(self.store, code)
        save(self.store, file, self.office.clock())
        return file, code

    def restore(self, backup: tuple[Path, str]) -> Path:
        """The program ends, a backup takes the place of the data, and it starts again; where its former data
        lies."""
        former = self._set_aside()
        folder = self.store.folder
        restore(backup[0], folder, backup[1], self.office.clock(), MachineKeys(folder, CHEAP))
        self.office.store = _opened(folder)
        return former

    def put_in_place(self, folder: Path) -> Path:
        """The program ends, another data folder takes the place of its own, and it starts again; where its
        former data lies."""
        former = self._set_aside()
        folder.rename(self.store.folder)
        self.office.store = _opened(self.store.folder)
        return former

    def _set_aside(self) -> Path:
        self.leave()
        folder = self.store.folder
        return folder.rename(folder.with_name(f"{folder.name}-{new_id()}"))

    def at(self, login: str, counter: int | None = None) -> Workplace:
        """The workplace of a person at this desk."""
        place = self.office.at(login, counter)
        return replace(place, actor=replace(place.actor, device=self.label))

    def ask(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """Rows of the local store."""
        with self.store.read() as session:
            return [tuple(row) for row in session.connection().exec_driver_sql(sql, values)]

    def rows(self, table: str) -> dict[str, dict[str, Any]]:
        """Every row of a table as stored, by id."""
        with self.store.read() as session:
            found = session.connection().exec_driver_sql(f'SELECT * FROM "{table}"').mappings()  # noqa: S608
            return {row["id"]: dict(row) for row in found}


@dataclass
class OfficeLan:
    """The whole network; ``server`` is the PC the office began on."""

    cluster: Cluster
    database: str
    folder: Path
    ends: ExitStack
    admin: Admin
    desks: dict[str, Desk] = field(default_factory=dict)

    @property
    def address(self) -> Address:
        """Where the server is."""
        return Address("127.0.0.1", self.cluster.port, self.database)

    @property
    def server(self) -> Desk:
        """The desk the office began on."""
        return self.desks["SERVER"]

    def desk(
        self, label: str, kind: str = "front_office", scopes: Scope | None = None, port: int = 0
    ) -> Desk:
        """Enrol another desk and let it load."""
        desk = self.enrolled(label, kind, scopes, port)
        desk.sync()
        return desk

    def enrolled(
        self, label: str, kind: str = "front_office", scopes: Scope | None = None, port: int = 0
    ) -> Desk:
        """Enrol another desk, which reaches the server at its own or another ``port``; it has loaded nothing
        yet."""
        address = structs.replace(self.address, port=port or self.address.port)
        code = admin.enrol(self.admin, address, label, kind, scopes)
        store = self.new_store(label)
        joining.join(store, code)
        return self._add(label, store)

    def joined(self, label: str, folder: Path, kind: str = "front_office") -> Desk:
        """A PC with data of its own becomes a device, by a code."""
        store = _opened(folder)
        joining.join(store, admin.enrol(self.admin, self.address, label, kind))
        return self._add(label, store)

    def leave(self, label: str) -> None:
        """Close a desk here: its folder is used by another process from now on."""
        self.desks.pop(label).leave()

    def new_store(self, label: str) -> Store:
        """A new, empty store of a PC."""
        folder = self.folder / label
        shutil.copytree(_empty_store(), folder)
        store = _opened(folder)
        with store.local() as session:
            identify(session.connection())
        store.close()
        return _opened(folder)

    def sync_all(self, rounds: int = 2) -> None:
        """Everybody pushes and pulls until it is quiet."""
        for _ in range(rounds):
            for desk in self.desks.values():
                desk.sync()

    def bundles(self, outcome: str = "refused") -> list[tuple[Any, ...]]:
        """Action, code and detail of the bundles that ended so on the server."""
        return self.admin.execute(
            "SELECT action, answer ->> 'code', answer -> 'detail' FROM desk.bundle WHERE outcome = %s "
            "ORDER BY rev, seq",
            (outcome,),
        ).fetchall()

    def ask(self, sql: LiteralString, *values: Any) -> list[tuple[Any, ...]]:
        """Rows of the shared database, as the administrator sees them."""
        return self.admin.execute(sql, values).fetchall()

    def keep_copy(self) -> None:
        """A copy of the server's database as it stands now."""
        self._everybody_out()
        self.cluster.copy(self.database, f"{self.database}_kept")
        self.admin = self.ends.enter_context(self.cluster.connect(self.database))

    def put_copy_back(self) -> None:
        """Somebody restores the server from the copy."""
        self._everybody_out()
        self.cluster.drop(self.database)
        self.cluster.copy(f"{self.database}_kept", self.database)
        self.cluster.drop(f"{self.database}_kept")
        self.admin = self.ends.enter_context(self.cluster.connect(self.database))

    def begin_again(self) -> None:
        """Every connection was lost: the next word opens another."""
        self._everybody_out()
        self.admin = self.ends.enter_context(self.cluster.connect(self.database))

    def _everybody_out(self) -> None:
        for desk in self.desks.values():
            desk.hang_up()
        self.admin.close()

    def unplug(self) -> None:
        """Nobody reaches the office's database any more, and who was in it is thrown out."""
        with self.cluster.connect() as connection:
            connection.execute(f"ALTER DATABASE {self.database} ALLOW_CONNECTIONS false")
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = %s AND usename <> 'postgres'",
                (self.database,),
            )

    def plug_in(self) -> None:
        """The database is reached again."""
        with self.cluster.connect() as connection:
            connection.execute(f"ALTER DATABASE {self.database} ALLOW_CONNECTIONS true")

    def found(self, office: SmallOffice, label: str = "SERVER") -> Desk:
        """Move a PC's office to the server."""
        adoption.adopt(self.admin, office.store, self.address, label)
        return self._add(label, office.store, office)

    def _add(self, label: str, store: Store, office: SmallOffice | None = None) -> Desk:
        if office is None:
            first = self.server.office
            office = SmallOffice(store, first.standards, first.clock, first.founded)
        desk = self.desks[label] = Desk(label, office, self._exchange)
        self.ends.callback(desk.leave)
        return desk

    def _exchange(self, store: Store) -> Exchange:
        kept = of_store(store)
        return Exchange(store, kept, connect_device(store, kept))


def open_lan(cluster: Cluster, database: str, folder: Path, ends: ExitStack) -> OfficeLan:
    """The small office moved to a fresh server; ``database`` has the schema already."""
    connection = ends.enter_context(cluster.connect(database))
    lan = OfficeLan(cluster, database, folder, ends, connection)
    lan.found(open_small_office(folder / "SERVER"))
    return lan


def go_on_from(pattern: OfficeLan, folder: Path, ends: ExitStack) -> OfficeLan:
    """A network as another stood when it was closed: its database and its stores copied, each desk with a
    clock of its own."""
    database = pattern.cluster.database(pattern.database)
    ends.callback(pattern.cluster.drop, database)
    connection = ends.enter_context(pattern.cluster.connect(database))
    lan = OfficeLan(pattern.cluster, database, folder, ends, connection)
    for label, desk in pattern.desks.items():
        shutil.copytree(desk.store.folder, folder / label)
        store = _opened(folder / label)
        kept = of_store(store)
        keep(store, structs.replace(kept, address=structs.replace(kept.address, database=database)))
        lan._add(label, store, replace(desk.office, store=store, clock=StillClock(desk.office.clock.at)))
    return lan


def _opened(folder: Path) -> Store:
    return Store.open(folder, MachineKeys(folder, CHEAP))


def prepare_template(cluster: Cluster, name: str = "desk_template") -> str:
    """A database with the schema, to copy for each test."""
    from tests.office import standards

    with cluster.connect() as connection:
        connection.execute(f"CREATE DATABASE {name}")
    with cluster.connect(name) as connection:
        install(connection, standards().by_id.values(), "KPU Kabupaten Tanjung Lestari")
    return name


_EMPTY: list[Path] = []


def _empty_store() -> Path:
    """A store with nothing in it, made once per process and copied."""
    if not _EMPTY:
        folder = Path(tempfile.mkdtemp(prefix="desk-empty-"))
        Store.create(folder, MachineKeys(folder, CHEAP)).close()
        _EMPTY.append(folder)
    return _EMPTY[0]
