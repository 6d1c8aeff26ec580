"""Puts a backup in the office's place: everything is verified beside the old data before it is set aside."""

import shutil
import struct
import zipfile
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import sqlalchemy as sa
import sqlcipher3.dbapi2 as sqlcipher

from desk.files import put_in_place
from desk.store import layout, setup, tables
from desk.store.actor import Actor
from desk.store.backup import (
    BLOBS,
    DATABASE,
    FORMAT,
    MANIFEST,
    PARTS,
    RECOVERY,
    Manifest,
    examine,
    measure,
    told,
)
from desk.store.changelog import erase
from desk.store.engine import connect, make_engine, translated
from desk.store.errors import (
    DamagedBackupError,
    NotABackupError,
    SchemaTooNewError,
    StoreBusyError,
    StoreDamagedError,
    StoreError,
    StoreFullError,
    WrongKeyError,
)
from desk.store.keys import KeyNote, MachineKeys, open_locked, read_note, write_note
from desk.store.migrations import HEAD
from desk.store.store import Store

SYSTEM = Actor("system", "", "system")
"""Who applies erasures again after a restore."""

_BROKEN_ZIP = (zipfile.BadZipFile, EOFError, RuntimeError, ValueError, struct.error, zlib.error)
"""What reading a damaged archive may raise."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back: when it was saved, its bundles, erasures applied again, where the old data lies."""

    made_at: str
    bundles: int
    erasures: int
    kept: Path | None


def restore(
    file: Path, folder: Path, recovery_code: str, at: datetime, keys: MachineKeys | None = None
) -> Restored:
    """Verify a backup and put it in the place of whatever ``folder`` holds, which is kept aside.

    Works on any PC: the recovery code gives back the key, which becomes a key of this machine. Erasures known
    to the data replaced are applied again. The store in ``folder`` must be closed. On any error nothing has
    changed.

    Raises:
        NotABackupError, DamagedBackupError: the file.
        MalformedRecoveryCodeError, WrongRecoveryCodeError: the code.
        SchemaTooNewError: it was made by a newer Desk.
        StoreBusyError: Desk is open on this folder.
        StoreFullError, FolderUnusableError: the disk.
    """
    keys = keys or MachineKeys(folder)
    staging = folder / ".restore"
    with told(file):
        manifest = read_manifest(file)
    with told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        if layout.ready(folder).exists():
            setup.complete_restore(folder)
        shutil.rmtree(staging, ignore_errors=True)
        try:
            _unpack(file, staging, manifest)
            key = open_locked(layout.recovery(staging), recovery_code, manifest.cost)
            _verify(staging, manifest, key)
            done = _prepare(staging, folder, keys, key, at)
            kept = _kept_name(folder, at)
            (staging / "kept").write_text(kept, encoding="ascii")
            had = layout.office(folder).exists()
            write_note(staging, KeyNote(keys.save(key), manifest.cost))
            put_in_place(staging, layout.ready(folder))
            setup.complete_restore(folder)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    return Restored(manifest.made_at, manifest.facts.bundles, done, folder / kept if had else None)


def read_manifest(file: Path) -> Manifest:
    """The open first page of a backup.

    Raises:
        NotABackupError, DamagedBackupError, SchemaTooNewError.
    """
    with file.open("rb") as opened:
        if opened.read(4) != b"PK\x03\x04":
            raise NotABackupError(file.name)
    try:
        with zipfile.ZipFile(file) as archive:
            if MANIFEST not in archive.namelist():
                raise NotABackupError(file.name)
            manifest = msgspec.json.decode(archive.read(MANIFEST), type=Manifest)
    except (*_BROKEN_ZIP, msgspec.MsgspecError) as error:
        raise DamagedBackupError(str(error)) from error
    if manifest.format > FORMAT or manifest.facts.schema > HEAD:
        raise SchemaTooNewError(file.name)
    if set(manifest.parts) != set(PARTS):
        raise DamagedBackupError("parts are missing")
    return manifest


def _unpack(file: Path, staging: Path, manifest: Manifest) -> None:
    target = layout.office(staging)
    target.mkdir(parents=True)
    needed = sum(part.size for part in manifest.parts.values())
    if shutil.disk_usage(target).free < needed:
        raise StoreFullError(f"{needed} bytes are needed")
    try:
        with zipfile.ZipFile(file) as archive:
            for name in (RECOVERY, DATABASE, BLOBS):
                with archive.open(name) as packed, (target / name).open("wb") as unpacked:
                    shutil.copyfileobj(packed, unpacked)
    except (*_BROKEN_ZIP, KeyError) as error:
        raise DamagedBackupError(str(error)) from error
    for name, part in manifest.parts.items():
        if measure(target / name) != part:
            raise DamagedBackupError(name)


def _verify(staging: Path, manifest: Manifest, key: bytes) -> None:
    try:
        facts = examine(layout.database(staging), layout.blobs(staging), key)
    except (StoreDamagedError, WrongKeyError) as error:
        raise DamagedBackupError(error.english) from error
    if facts != manifest.facts:
        raise DamagedBackupError("its contents are not those its first page names")


def _prepare(staging: Path, folder: Path, keys: MachineKeys, key: bytes, at: datetime) -> int:
    """Bring the copy up to date: schema, new incarnation, erasures known here; how many those were."""
    path = layout.database(staging)
    erasures = _erasures_here(folder, keys)
    if setup.schema_version(path, key) != HEAD:
        setup.migrate(path, key)
    engine = make_engine(path, key, writer=True)
    try:
        with engine.begin() as connection:
            setup.begin_again(connection, at)
    finally:
        engine.dispose()
    store = Store(staging, key)
    try:
        return _apply_again(store, erasures, at)
    finally:
        store.close()
        _settle(path, key)


def _apply_again(store: Store, erasures: list[tuple[str, str, str]], at: datetime) -> int:
    with store.read() as session:
        known = {tuple(row) for row in session.execute(_LISTED).all()}
    missing = [row for row in erasures if row not in known]
    if missing:
        with store.write(SYSTEM, "erase_again", at) as session:
            for table, row_id, blanks in missing:
                erase(session, table=table, row_id=row_id, blanks=msgspec.json.decode(blanks))
    return len(missing)


def _erasures_here(folder: Path, keys: MachineKeys) -> list[tuple[str, str, str]]:
    """The erasures listed in the data about to be replaced; none where it cannot be read any more.

    Raises:
        StoreBusyError: a program still works on it.
    """
    path = layout.database(folder)
    if not path.exists():
        return []
    try:
        key = keys.load(read_note(folder).key)
        _settle(path, key)
        engine = make_engine(path, key, writer=False)
        try:
            with engine.connect() as connection:
                return [(row.tbl, row.row_id, row.blanks) for row in connection.execute(_LISTED)]
        finally:
            engine.dispose()
    except StoreBusyError:
        raise
    except (StoreError, sa.exc.DatabaseError):
        return []


def _settle(path: Path, key: bytes) -> None:
    """Fold the write-ahead log into the file, which works only when nobody else has it open.

    Raises:
        StoreBusyError: somebody has.
    """
    connection = connect(path, key)
    try:
        mode = connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
    except sqlcipher.Error as error:
        raise translated(error) or error from error
    finally:
        connection.close()
    if mode != "delete":
        raise StoreBusyError(path.name)


def _kept_name(folder: Path, at: datetime) -> str:
    stem = f"kept-{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    taken = sum(1 for path in folder.iterdir() if path.name.startswith(stem))
    return f"{stem}-{taken + 1}" if taken else stem


_LISTED = sa.select(tables.erasure.c.tbl, tables.erasure.c.row_id, tables.erasure.c.blanks)
