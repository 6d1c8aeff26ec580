"""The command line on a server of its own: an administrator who is no superuser, PCs with folders."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from click.testing import CliRunner, Result

from desk.cli import main
from tests.servers import Cluster
from tests.ui.drivers.building import PASSWORD

AT = ("--host", "127.0.0.1")
"""Where other PCs find these servers, which have no TLS."""

ADMIN = "pengelola"
ADMIN_PASSWORD = "kunci-server-17"


@dataclass(frozen=True)
class Commands:
    """``desk`` as typed on one PC after another of an office."""

    cluster: Cluster
    database: str
    folder: Path
    host: str = "127.0.0.1"

    @property
    def url(self) -> str:
        return f"postgresql://{ADMIN}@{self.host}:{self.cluster.port}/{self.database}"

    def pc(self, name: str) -> Path:
        """The data folder of a PC."""
        return self.folder / name

    def desk(self, pc: str, *words: object, typed: str = "", **env: str | None) -> Result:
        """One command on a PC; the administrator's password and the people's come by the environment."""
        given = {"DESK_SERVER_PASSWORD": ADMIN_PASSWORD, "DESK_PASSWORD": PASSWORD, "DESK_JOIN_CODE": None}
        arguments = [*(str(one) for one in words), "--data", str(self.pc(pc))]
        return CliRunner().invoke(main, arguments, env=given | env, input=typed or None, prog_name="desk")

    def answer(self, pc: str, *words: object, **env: str | None) -> Any:
        """What a command that must succeed answers in JSON."""
        done = self.desk(pc, *words, "--json", **env)
        assert done.exit_code == 0, done.output
        return json.loads(done.stdout)

    def refused(self, pc: str, *words: object, typed: str = "", **env: str | None) -> str:
        """The one line on stderr of a command that could not."""
        done = self.desk(pc, *words, typed=typed, **env)
        assert done.exit_code == 1, done.output
        assert done.stderr.count("\n") == 1, done.stderr
        assert done.stdout == ""
        return done.stderr.removeprefix("desk: ").rstrip()

    def server(self, pc: str, *words: object, **env: str | None) -> Any:
        """``desk server ...``, naming the server."""
        return self.answer(pc, "server", *words, "--server", self.url, **env)

    def enrol(self, label: str, kind: str = "front_office", *words: object) -> str:
        """A code for another PC, as it is printed."""
        return str(self.server("SERVER", "enrol", label, "--class", kind, *AT, *words)["code"])

    def join(self, label: str, kind: str = "front_office") -> Any:
        """Another PC that is ready."""
        return self.answer(label, "join", DESK_JOIN_CODE=self.enrol(label, kind))


def administrator(cluster: Cluster) -> None:
    """An account that may make databases' schemas and roles, and no more."""
    with cluster.connect() as connection:
        known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (ADMIN,)).fetchone()
        if known is None:
            connection.execute(
                psycopg.sql.SQL("CREATE ROLE {} LOGIN CREATEROLE PASSWORD {}").format(
                    psycopg.sql.Identifier(ADMIN), psycopg.sql.Literal(ADMIN_PASSWORD)
                )
            )


def empty_database(cluster: Cluster) -> str:
    """A database of the administrator's with nothing in it."""
    administrator(cluster)
    name = cluster.database()
    with cluster.connect() as connection:
        connection.execute(f"ALTER DATABASE {name} OWNER TO {ADMIN}")
    return name
