"""Backups of the shared database by PostgreSQL's own programs, and the way back into an empty database.

A backup holds the schema ``desk`` whole, blobs too, in pg_dump's custom format. It is not encrypted: it is
as confidential as the server's disk. Roles belong to the cluster and are not in it; what proves each device's
password is, so a restored server lets its devices in again. Devices whose code was not used yet need another.
"""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from psycopg import Connection, sql
from psycopg.conninfo import make_conninfo

from desk.files import put_in_place
from desk.standards.model import Standard
from desk.sync.admin import first_row, server_id
from desk.sync.errors import NotEmptyError, SyncError
from desk.sync.link import told
from desk.sync.server import install

_PACKAGED = Path("/usr/lib/postgresql")
_JUMP = 1_000_000
"""How far the revisions of a restored server leap: past all that anybody may have seen of the lost ones."""


class ProgramMissingError(SyncError):
    """PostgreSQL's own programs are not on this PC; install the package postgresql-client."""

    code = "program_missing"
    sentence = "Program PostgreSQL tidak ada di komputer ini."


class NotSavedError(SyncError):
    """The backup could not be made; what was saved before is untouched."""

    code = "not_saved"
    sentence = "Cadangan server tidak dapat dibuat. Cadangan sebelumnya tetap ada."


class NotRestoredError(SyncError):
    """The backup could not be read back; the database is as empty as before."""

    code = "not_restored"
    sentence = "Cadangan itu tidak dapat dipulihkan. Basis data tetap kosong."


@dataclass(frozen=True, slots=True)
class Saved:
    """A backup that was written and read through: the revision it stands at, when, how many rows."""

    rev: int
    at: datetime
    rows: int


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back: the server's id, its new revision, devices let in again, and those that need a code."""

    server: str
    rev: int
    devices: tuple[str, ...]
    waiting: tuple[str, ...]


def save(connection: Connection[Any], way: Mapping[str, Any], password: str, file: Path) -> Saved:
    """Write a backup of one consistent state, read it through, put it in its place, note it on the server.

    Args:
        connection: the administrator's.
        way: how the server is reached (:func:`desk.sync.link.way`), for the programs.
        password: the administrator's, for the programs.
        file: where it goes; one of that name is replaced.

    Raises:
        ProgramMissingError, NotSavedError, WrongServerError.
    """
    fresh = file.with_name(f"{file.name}.new")
    try:
        with told(), connection.transaction():
            connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            server_id(connection)
            rev, rows, at, snapshot = first_row(
                connection,
                "SELECT rev, (SELECT count(*) FROM desk.office_row WHERE face = ''), now(), "
                "pg_export_snapshot() FROM desk.head",
            )
            _prepare(fresh)
            _run(
                "pg_dump",
                "-Fc",
                "--schema=desk",
                f"--snapshot={snapshot}",
                "-f",
                fresh,
                way=way,
                password=password,
            )
        _run("pg_restore", "-f", os.devnull, fresh)
        _flush(fresh)
        put_in_place(fresh, file)
    except (OSError, _ProgramError) as error:
        raise NotSavedError(f"({error})") from error
    finally:
        fresh.unlink(missing_ok=True)
    with told():
        connection.execute("UPDATE desk.head SET saved_rev = %s, saved_at = %s", (rev, at))
    return Saved(rev, at.astimezone(UTC), rows)


def restore(
    connection: Connection[Any],
    way: Mapping[str, Any],
    password: str,
    file: Path,
    standards: Iterable[Standard],
) -> Restored:
    """Bring a backup back into an empty database, as a new epoch that every device notices.

    Raises:
        NotEmptyError: something is in the database.
        ProgramMissingError, NotRestoredError, UnfitServerError.
    """
    with told():
        if install.holds_something(connection):
            raise NotEmptyError
    try:
        _read_back(way, password, file)
    except (OSError, _ProgramError) as error:
        raise NotRestoredError(f"({error})") from error
    server = install.install(connection, standards, "")
    with told(), connection.transaction():
        (rev,) = first_row(
            connection,
            sql.SQL(
                "UPDATE desk.head SET epoch = gen_random_uuid(), restored_at = now(), "
                "rev = rev + {}, saved_rev = 0 RETURNING rev"
            ).format(sql.Literal(_JUMP)),
        )
        connection.execute(
            "UPDATE desk.device SET expires_at = now() WHERE claimed_at IS NULL AND expires_at > now()"
        )
        devices, waiting = _let_in_again(connection, server)
    return Restored(server, rev, tuple(devices), tuple(waiting))


def server_of(file: Path) -> str:
    """The id of the server that a backup is of.

    Raises:
        ProgramMissingError, NotRestoredError.
    """
    try:
        text = _run("pg_restore", "--data-only", "-n", "desk", "-t", "head", "-f", "-", file)
    except _ProgramError as error:
        raise NotRestoredError(f"({error})") from error
    found = re.search(r"^COPY desk\.head \((.*?)\) FROM stdin;\n(.*)$", text, re.MULTILINE)
    if found is None:
        raise NotRestoredError("(it holds no server of Desk)")
    return str(dict(zip(found[1].split(", "), found[2].split("\t"), strict=True))["server"])


def _read_back(way: Mapping[str, Any], password: str, file: Path) -> None:
    """Everything but the policies, which name roles that are not there yet; ``install`` makes those."""
    if not file.is_file():
        raise FileNotFoundError(2, "no such file", str(file))
    listed = _run("pg_restore", "-l", file)
    lines = [line for line in listed.splitlines() if " POLICY " not in line]
    with tempfile.TemporaryDirectory(prefix="desk-restore-") as folder:
        chosen = Path(folder, "list")
        chosen.write_text("\n".join(lines), encoding="utf-8")
        options = ("--no-owner", "--no-acl", "--single-transaction", "--exit-on-error")
        _run("pg_restore", *options, "-L", chosen, file, way=way, password=password)


def _let_in_again(connection: Connection[Any], server: str) -> tuple[list[str], list[str]]:
    """Logins of the devices, with the passwords they gave themselves."""
    rows = connection.execute(
        "SELECT label, login, verifier FROM desk.device WHERE revoked_at IS NULL ORDER BY point"
    ).fetchall()
    group = install.device_group(server)
    for _, login, verifier in rows:
        if verifier:
            install.make_login(connection, login, verifier, group)
    return [label for label, _, proof in rows if proof], [label for label, _, proof in rows if not proof]


class _ProgramError(Exception):
    """What a program said on stderr."""


def _run(name: str, *arguments: object, way: Mapping[str, Any] | None = None, password: str = "") -> str:
    """Run one of PostgreSQL's programs; the password goes by its environment, never as an argument."""
    words = [str(_program(name)), *(str(one) for one in arguments)]
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PG")}
    if way is not None:
        words += ["-d", make_conninfo(**way)]
        environment |= {"PGPASSWORD": password} if password else {}
    done = subprocess.run(  # noqa: S603 - a program of PostgreSQL's, words of our own
        words, env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False
    )
    if done.returncode:
        raise _ProgramError(" ".join((done.stderr.strip() or name).split()))
    return done.stdout


def _program(name: str) -> Path:
    """The newest of that name: a backup can only be made by a program at least as new as the server.

    Raises:
        ProgramMissingError: there is none.
    """
    packaged = sorted(_PACKAGED.glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]))
    if packaged:
        return packaged[-1]
    found = shutil.which(name)
    if found is None:
        raise ProgramMissingError(f"({name})")
    return Path(found)


def _prepare(path: Path) -> None:
    """An empty file that nobody else may read."""
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
