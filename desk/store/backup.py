"""One encrypted backup file of a store: written, verified, and only then given its name."""

import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from errno import ENOSPC
from hashlib import sha256
from pathlib import Path

import msgspec
import sqlalchemy as sa
import sqlcipher3.dbapi2 as sqlcipher

from desk.files import put_in_place
from desk.models.types import instant_text
from desk.store import changelog, layout
from desk.store.engine import connect, make_engine
from desk.store.errors import (
    BackupUnverifiedError,
    FolderUnusableError,
    StoreDamagedError,
    StoreError,
    StoreFullError,
)
from desk.store.keys import Cost, read_note
from desk.store.store import Store

FORMAT = 1
MANIFEST = "manifest.json"
DATABASE, BLOBS, RECOVERY = "desk.db", "blobs.db", "recovery.db"
PARTS = (RECOVERY, DATABASE, BLOBS)
_CHUNK = 1 << 20


class Part(msgspec.Struct, frozen=True):
    """Size in bytes and sha256 of one file inside a backup."""

    size: int
    sha256: str


class Facts(msgspec.Struct, frozen=True):
    """What a database says of itself: schema, head of the chain, bundles, rows per table."""

    schema: str
    head: str
    bundles: int
    counts: dict[str, int]


class Manifest(msgspec.Struct, frozen=True):
    """The open first page of a backup; it names no person and no office."""

    format: int
    made_at: str
    key: str
    cost: Cost
    facts: Facts
    parts: dict[str, Part]


def backup(store: Store, file: Path, at: datetime) -> Manifest:
    """Write everything the office has into ``file``, while others go on working.

    The file opens on any PC with the recovery code. A file of that name is replaced only by a verified one.

    Raises:
        StoreDamagedError: the store itself does not pass the checks.
        StoreFullError, FolderUnusableError, BackupUnverifiedError: nothing was kept.
    """
    with told(file), tempfile.TemporaryDirectory(prefix=".backup-", dir=file.resolve().parent) as name:
        folder = Path(name)
        note = read_note(store.folder)
        shutil.copyfile(layout.recovery(store.folder), folder / RECOVERY)
        copy_database(layout.database(store.folder), folder / DATABASE, store.key)
        copy_database(layout.blobs(store.folder), folder / BLOBS, store.key)
        facts = examine(folder / DATABASE, folder / BLOBS, store.key)
        parts = {part: measure(folder / part) for part in PARTS}
        manifest = Manifest(FORMAT, instant_text(at), note.key, note.cost, facts, parts)
        packed = folder / "packed"
        _pack(folder, packed, manifest)
        verify_packed(packed, manifest)
        put_in_place(packed, file)
        return manifest


def copy_database(source: Path, target: Path, key: bytes) -> None:
    """A consistent copy under the same key, taken beside running readers and writers."""
    origin, copy = connect(source, key, read_only=True), connect(target, key, create=True)
    try:
        copy.execute("PRAGMA journal_mode = DELETE")
        origin.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
    finally:
        copy.close()
        origin.close()


def examine(database: Path, blobs: Path, key: bytes) -> Facts:
    """Check both files page by page, the references and the chain; what the database holds.

    Raises:
        StoreDamagedError: something does not fit.
        WrongKeyError: the key opens neither.
    """
    try:
        _check_pages(database, blobs, key=key)
        return _facts(database, key)
    except (sqlcipher.Error, sa.exc.DBAPIError) as error:
        raise StoreDamagedError(str(error)) from error


def _check_pages(*paths: Path, key: bytes) -> None:
    for path in paths:
        connection = connect(path, key, read_only=True)
        try:
            for check in ("cipher_integrity_check", "integrity_check", "foreign_key_check"):
                bad = [row for row in connection.execute(f"PRAGMA {check}").fetchall() if row[0] != "ok"]
                if bad:
                    raise StoreDamagedError(f"{path.name}: {check} found {bad[0]}")
        finally:
            connection.close()


def _facts(database: Path, key: bytes) -> Facts:
    engine = make_engine(database, key, writer=False)
    try:
        with engine.connect() as reader:
            report = changelog.verify_connection(reader)
            if not report.ok:
                raise StoreDamagedError(f"The chain breaks at {report.broken_at}: {report.reason}.")
            schema = reader.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one()
            names = reader.exec_driver_sql(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' "
                "AND name NOT LIKE 'search~_%' ESCAPE '~' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'"
            ).scalars()
            counts = {
                name: int(reader.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one())  # noqa: S608
                for name in sorted(names)
            }
    finally:
        engine.dispose()
    return Facts(schema, report.head, report.bundles, counts)


def measure(path: Path) -> Part:
    """Size and sha256 of a file."""
    digest, size = sha256(), 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
    return Part(size, digest.hexdigest())


def verify_packed(path: Path, manifest: Manifest) -> None:
    """Read a packed backup back from the disk and compare every byte's digest.

    Raises:
        BackupUnverifiedError: it is not what was meant to be written.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            for name, part in manifest.parts.items():
                digest = sha256()
                with archive.open(name) as file:
                    while chunk := file.read(_CHUNK):
                        digest.update(chunk)
                if digest.hexdigest() != part.sha256:
                    raise BackupUnverifiedError(name)
    except zipfile.BadZipFile as error:
        raise BackupUnverifiedError(str(error)) from error


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Say an operating system's error about ``path`` by its name."""
    try:
        yield
    except StoreError:
        raise
    except OSError as error:
        if error.errno == ENOSPC:
            raise StoreFullError(str(path)) from error
        raise FolderUnusableError(f"{path}: {error.strerror or error}") from error


def _pack(folder: Path, target: Path, manifest: Manifest) -> None:
    """Put the parts into one file without compressing them (they are encrypted), safe on the disk."""
    with target.open("wb") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr(MANIFEST, msgspec.json.format(msgspec.json.encode(manifest)))
            for name in PARTS:
                archive.write(folder / name, name)
        file.flush()
        os.fsync(file.fileno())
