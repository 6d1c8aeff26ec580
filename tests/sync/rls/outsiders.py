"""Somebody at a device of the office who speaks with the server past Desk: with its login and password,
``psql``, and bundles made by hand."""

import hashlib
import json
import os
import subprocess
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import psycopg

from desk.models.types import instant_text
from desk.store.migrations import HEAD
from desk.store.store import Store
from desk.sync.enrolment import Enrolment, of_store
from tests.servers import Cluster

Rows = list[tuple[Any, ...]]


@dataclass
class Outsider:
    """One device's own login."""

    cluster: Cluster
    database: str
    store: Store
    notices: list[str] = field(default_factory=list)

    @property
    def enrolment(self) -> Enrolment:
        return of_store(self.store)

    def connect(self) -> "psycopg.Connection[Any]":
        """A connection of the device's login, in autocommit; what the server says beside is kept."""
        connection = psycopg.connect(
            host="127.0.0.1",
            port=self.cluster.port,
            dbname=self.database,
            user=self.enrolment.login,
            password=self.enrolment.password,
            autocommit=True,
        )
        connection.add_notice_handler(lambda notice: self.notices.append(str(notice.message_primary)))
        return connection

    def ask(self, query: str, *values: Any) -> Rows:
        """Rows of one statement."""
        with self.connect() as connection:
            cursor = connection.execute(query, values or None)
            return cursor.fetchall() if cursor.description else []

    def refused(self, statement: str) -> psycopg.Error:
        """The error of a statement that must fail."""
        try:
            self.ask(statement)
        except psycopg.Error as error:
            return error
        raise AssertionError(f"went through: {statement}")

    def psql(self, command: str) -> str:
        """What ``psql`` prints, on both its ways."""
        where = ["-h", "127.0.0.1", "-p", str(self.cluster.port), "-d", self.database]
        done = subprocess.run(
            [str(self.cluster.bin / "psql"), "-XAt", *where, "-U", self.enrolment.login, "-c", command],
            env={**os.environ, "PGPASSWORD": self.enrolment.password},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout + done.stderr

    def readable(self) -> list[str]:
        """Every table and view outside the system's own that the login may read."""
        rows = self.ask(
            "SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
            "WHERE c.relkind IN ('r', 'v', 'm', 'p', 'f') AND n.nspname !~ '^(pg_|information_schema)' "
            "AND has_schema_privilege(n.oid, 'USAGE') AND has_any_column_privilege(c.oid, 'SELECT')"
        )
        return sorted(name for (name,) in rows)

    def everything(self) -> str:
        """Every column of every row the login sees, and what the functions without arguments say."""
        found = []
        for name in self.readable():
            found += [row for (row,) in self.ask(f"SELECT t::text FROM {name} AS t")]  # noqa: S608
        found += [str(self.ask("SELECT desk.state(), desk.mask()"))]
        return "\n".join(found)

    def push(self, actor: str, role: str, **said: Any) -> dict[str, Any]:
        """The answer to one bundle made by hand: ``changes``, ``commands``, ``erasures``."""
        own = self.ask("SELECT desk.hello(%s, %s, %s, %s, 0, 0, now())", *self._names(), HEAD, "")[0][0]
        bundle = self._bundle(own["seq"] + 1, actor, role) | said
        return dict(self.ask("SELECT desk.push(%s)", json.dumps([bundle]))[0][0][0])

    def _names(self) -> tuple[str, str]:
        return self.store.identity.device, self.store.identity.incarnation

    def _bundle(self, seq: int, actor: str, role: str) -> dict[str, Any]:
        with self.cluster.connect(self.database) as admin:
            row = admin.execute(
                "SELECT chain FROM desk.strand WHERE incarnation = %s", (self._names()[1],)
            ).fetchone()
        before = row[0] if row else bytes(32)
        body = os.urandom(32)
        return {
            "id": str(uuid.uuid4()),
            "device": self._names()[0],
            "incarnation": self._names()[1],
            "seq": seq,
            "prev_hash": before.hex(),
            "body_hash": body.hex(),
            "chain_hash": hashlib.sha256(before + body).hexdigest(),
            "schema_version": HEAD,
            "actor": actor,
            "place": "LUAR",
            "role": role,
            "action": "forged",
            "at": instant_text(datetime.now(UTC)),  # after any restore that another test pretended
            "changes": [],
            "commands": [],
            "erasures": [],
            "numbers": {},
        }


def change(
    op: str, table: str, row_id: str, new: dict[str, Any] | None, old: dict[str, Any] | None = None
) -> Any:
    """One change as a bundle carries it."""
    return {
        "t": table,
        "id": row_id,
        "op": op,
        "h": "00" * 32,
        "salt": "00" * 16,
        "old": None if old is None else json.dumps(old),
        "new": None if new is None else json.dumps(new),
        "base": None,
    }
