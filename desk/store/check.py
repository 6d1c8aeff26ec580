"""Looks a store over: key, files, chain, schema, triggers, search, files; each problem with its cure."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
import sqlcipher3.dbapi2 as sqlcipher

from desk.models.attachment import Attachment
from desk.store import layout, setup
from desk.store.backup import examine
from desk.store.engine import connect, make_engine
from desk.store.errors import (
    KeyMissingError,
    SchemaTooNewError,
    StoreBusyError,
    StoreDamagedError,
    StoreError,
    StoreMissingError,
    WrongKeyError,
)
from desk.store.keys import MachineKeys, read_note
from desk.store.migrations import HEAD
from desk.store.search_index import SOURCES

_BEGIN = "Start Desk once to set the office up, or restore a backup: desk restore FILE."
_BY_CODE = "desk recovery open: the recovery code brings the key back; if data is damaged: desk restore FILE."
_FROM_BACKUP = "desk restore FILE, the last backup; the damaged data is kept aside."
_NEWEST = "Install the newest Desk on this PC."
_CLOSE = "Close other programs that use the data, then try again."


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is wrong, in English: a stable code, one sentence, what cures it."""

    code: str
    message: str
    cure: str


def check_store(folder: Path, keys: MachineKeys | None = None) -> list[Problem]:
    """Every problem of the store in ``folder``; an empty list when it is sound. Changes nothing."""
    keys = keys or MachineKeys(folder)
    try:
        if not layout.database(folder).exists():
            raise StoreMissingError(str(folder))
        key = keys.load(read_note(folder).key)
        version = setup.schema_version(layout.database(folder), key)
        examine(layout.database(folder), layout.blobs(folder), key)
    except StoreError as error:
        return [Problem(error.code, error.english, _cure(folder, error))]
    return [*_key_place(folder, keys), *_contents(folder, key, version)]


def _cure(folder: Path, error: StoreError) -> str:
    if isinstance(error, (KeyMissingError, WrongKeyError)) and layout.recovery(folder).exists():
        return _BY_CODE
    if isinstance(error, SchemaTooNewError):
        return _NEWEST
    if isinstance(error, StoreBusyError):
        return _CLOSE
    return _FROM_BACKUP if layout.office(folder).exists() else _BEGIN


def key_place(folder: Path, keys: MachineKeys | None = None) -> str:
    """Where the key of the store lies, as a sentence for ``desk check``.

    Raises:
        KeyMissingError: it is not there.
    """
    keys = keys or MachineKeys(folder)
    keys.load(read_note(folder).key)
    path = keys.path(read_note(folder).key)
    sealed = "sealed to this machine" if os.name == "nt" else "readable by its owner alone"
    return f"key file {path}, {sealed}"


def _key_place(folder: Path, keys: MachineKeys) -> Iterator[Problem]:
    path = keys.path(read_note(folder).key)
    if os.name != "nt" and stat.S_IMODE(path.stat().st_mode) & 0o077:
        yield Problem("key_readable", f"Others on this PC can read the key file {path}.", f"chmod 600 {path}")
    if not layout.recovery(folder).exists():
        yield Problem(
            "recovery_missing",
            "The copy of the key that the recovery code opens is gone: no backup can be made.",
            "desk recovery new FILE --login L: the sheet of a new recovery code.",
        )


def _contents(folder: Path, key: bytes, version: str) -> Iterator[Problem]:
    if version != HEAD:
        yield Problem(
            "schema_old", f"The schema is {version}, not {HEAD}.", "Start Desk: it brings it up to date."
        )
        return
    engine = make_engine(layout.database(folder), key, writer=False)
    try:
        with engine.connect() as connection:
            yield from _triggers(connection)
            yield from _search(connection)
            yield from _attachments(connection, layout.blobs(folder), key)
    finally:
        engine.dispose()


def _triggers(connection: sa.Connection) -> Iterator[Problem]:
    from desk.store.migrations.run import stored_triggers
    from desk.store.triggers import all_triggers

    if stored_triggers(connection) != all_triggers():
        yield Problem(
            "triggers_differ",
            "The change log's triggers are not those of this program.",
            "Install Desk again.",
        )


def _search(connection: sa.Connection) -> Iterator[Problem]:
    for source in SOURCES.values():
        missing = connection.exec_driver_sql(
            f'SELECT count(*) FROM "{source.table}" WHERE id NOT IN (SELECT id FROM "{source.index}")'  # noqa: S608
        ).scalar_one()
        if missing:
            yield Problem(
                "search_gap",
                f"{missing} rows of {source.table} cannot be found by search.",
                "desk check --rebuild-search",
            )


def _attachments(connection: sa.Connection, blobs: Path, key: bytes) -> Iterator[Problem]:
    wanted = connection.execute(sa.select(Attachment.sha256).where(Attachment.removed_at.is_(None))).scalars()
    raw = connect(blobs, key, read_only=True)
    try:
        there = {row[0] for row in raw.execute("SELECT sha256 FROM blob").fetchall()}
    except sqlcipher.Error as error:
        yield Problem(StoreDamagedError.code, f"{blobs.name}: {error}.", _FROM_BACKUP)
        return
    finally:
        raw.close()
    missing = set(wanted) - there
    if missing:
        yield Problem(
            "attachments_missing", f"{len(missing)} attachments are gone.", "Restore them from a backup."
        )
