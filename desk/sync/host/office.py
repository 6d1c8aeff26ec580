"""What of a hosted server lies in its database: the administrator's account, the database, Desk's schema; and
the identity that its devices know it by."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg
from psycopg import Connection, sql

from desk.standards.model import Standard
from desk.sync.codes import office_name
from desk.sync.errors import SyncError
from desk.sync.host import authority
from desk.sync.host.authority import Pair
from desk.sync.host.machine import Machine
from desk.sync.link import told
from desk.sync.server import install, saving

ADMINISTRATOR = "desk_admin"
DATABASE = "desk"
PASSWORD_LETTERS = 12


class WeakPasswordError(SyncError):
    """The administrator's password must have at least 12 letters."""

    code = "weak_password"
    sentence = "Kata sandi administrator server paling sedikit 12 huruf."


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the server is to be: the office's name, its port (0: the first that is free), the networks it
    answers (CIDR, or ``samenet``: those the PC is in), where daily backups go, a backup to begin with."""

    office: str
    port: int = 0
    networks: tuple[str, ...] = ("samenet",)
    backups: Path = Path("/var/backups/desk")
    restore: Path | None = None


class Identity:
    """By what devices know a server, whatever PC and address it has: its id, and the authority behind its
    certificate. Kept in files; a restored server takes those beside its backup over."""

    FILES = ("server-id", "ca.pem", "ca.key")

    def __init__(self, machine: Machine, folder: Path, backup: Path | None = None) -> None:
        self.machine = machine
        self.folder = folder
        self.backup = backup

    @property
    def server(self) -> str:
        """The server's id; empty while there is none."""
        return (self.machine.read(self.folder / "server-id") or b"").decode("ascii").strip()

    @property
    def name(self) -> str:
        """The name in its certificate."""
        return office_name(self.server)

    @property
    def authority(self) -> bytes:
        """The certificate that devices trust it by, in PEM."""
        return self.machine.read(self.folder / "ca.pem") or b""

    @property
    def signer(self) -> Pair:
        """The authority with its key."""
        return Pair(self.authority, self.machine.read(self.folder / "ca.key") or b"")

    def missing(self) -> bool:
        """Whether it is still to be made."""
        return any(not self.machine.exists(self.folder / one) for one in self.FILES)

    def make(self, now: datetime) -> None:
        """Take the one beside the backup over, or make another; with a backup, for the same server."""
        contents = self._beside()
        if contents is None:
            server = str(uuid.uuid4()) if self.backup is None else saving.server_of(self.backup)
            pair = authority.new_authority(f"Desk {server[:8]}", now)
            contents = dict(zip(self.FILES, (f"{server}\n".encode("ascii"), *pair), strict=True))
        for name, content in contents.items():
            self.machine.write(self.folder / name, content, 0o600 if name == "ca.key" else 0o644)

    def _beside(self) -> dict[str, bytes] | None:
        if self.backup is None:
            return None
        folder = self.backup.parent / "identity"
        if not all((folder / one).is_file() for one in self.FILES):
            return None
        return {one: (folder / one).read_bytes() for one in self.FILES}


@dataclass(frozen=True, slots=True)
class Holder:
    """The cluster as its own superuser reaches it: ``way`` without a database, in the driver's words."""

    way: Mapping[str, Any]

    def connect(self, database: str = "postgres") -> Connection[Any]:
        """A connection of the superuser, in autocommit."""
        with told():
            return psycopg.connect(**self.way, dbname=database, autocommit=True, connect_timeout=5)

    def finds(self, query: str, name: str, database: str = "postgres") -> bool:
        """Whether a query finds anything; nothing is found while the server does not run."""
        try:
            with self.connect(database) as connection, told():
                return connection.execute(query.encode(), (name,)).fetchone() is not None
        except SyncError:
            return False

    def administrator_missing(self) -> bool:
        """Whether the administrator's account is still to be made."""
        return not self.finds("SELECT 1 FROM pg_roles WHERE rolname = %s", ADMINISTRATOR)

    def make_administrator(self, password: str) -> None:
        """An account that makes schemas and roles in the office's database and is no superuser.

        Raises:
            WeakPasswordError: it would be guessed.
        """
        if len(password) < PASSWORD_LETTERS:
            raise WeakPasswordError
        with self.connect() as connection, told():
            proof = connection.pgconn.encrypt_password(
                password.encode(), ADMINISTRATOR.encode(), b"scram-sha-256"
            ).decode()
            connection.execute(
                sql.SQL("CREATE ROLE {} LOGIN CREATEROLE PASSWORD {}").format(
                    sql.Identifier(ADMINISTRATOR), sql.Literal(proof)
                )
            )

    def database_missing(self) -> bool:
        """Whether the office's database is still to be made."""
        return not self.finds("SELECT 1 FROM pg_database WHERE datname = %s", DATABASE)

    def make_database(self) -> None:
        """The office's database, in UTF-8; nobody else enters the others."""
        with self.connect() as connection, told():
            connection.execute(
                sql.SQL("CREATE DATABASE {} OWNER {} ENCODING 'UTF8' TEMPLATE template0").format(
                    sql.Identifier(DATABASE), sql.Identifier(ADMINISTRATOR)
                )
            )
            connection.execute("REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC")
        with self.connect(DATABASE) as connection, told():
            install.close_large_objects(connection)

    def schema_missing(self, head: str) -> bool:
        """Whether Desk's schema is still to be made or renewed to version ``head``."""
        return not self.finds("SELECT 1 FROM desk.head WHERE schema = %s", head, DATABASE)

    def make_schema(self, standards: Iterable[Standard], office: str, server: str) -> None:
        """Desk's schema, owned as if the administrator had made it."""
        with self.connect(DATABASE) as connection, told():
            connection.execute(sql.SQL("SET SESSION AUTHORIZATION {}").format(sql.Identifier(ADMINISTRATOR)))
            install.install(connection, standards, office, server)
