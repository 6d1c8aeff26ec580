"""Makes a new store and unlocks an existing one, bringing its schema up to date."""

import secrets
import shutil
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa
import sqlcipher3.dbapi2 as sqlcipher

from desk.files import put_in_place
from desk.models.base import id_after, new_id
from desk.models.types import instant_text
from desk.store import keys as key_tools
from desk.store import layout
from desk.store.blobs import create_blobs
from desk.store.engine import connect, make_engine
from desk.store.errors import SchemaTooNewError, StoreDamagedError, StoreMissingError
from desk.store.keys import MachineKeys
from desk.store.migrations import HEAD
from desk.store.store import COMEBACK, write_note

_LETTERS = "BCDFGHJKMNPQRSTVWXYZ23456789"
"""None is taken for another on paper, and no word comes of them."""

_SERIES = 4


def prepare(folder: Path, keys: MachineKeys) -> tuple[bytes, str]:
    """Write the key, the locked copy of it, and empty databases; give back the key and the recovery code.

    Everything is made in a folder beside ``office/`` and moved into place last: a set-up that is cut off
    leaves no half store.
    """
    key, code = key_tools.new_key(), key_tools.new_recovery_code()
    fresh = folder / ".new"
    shutil.rmtree(fresh, ignore_errors=True)
    layout.office(fresh).mkdir(parents=True)
    key_tools.write_note(fresh, key_tools.KeyNote(keys.save(key), keys.cost))
    key_tools.lock(key, code, layout.recovery(fresh), keys.cost)
    connect(layout.database(fresh), key, create=True).close()
    migrate(layout.database(fresh), key)
    create_blobs(layout.blobs(fresh), key)
    put_in_place(layout.office(fresh), layout.office(folder))
    fresh.rmdir()
    return key, code


def unlock(folder: Path, keys: MachineKeys) -> bytes:
    """The key of the store in ``folder``, whose schema is up to date afterwards.

    Raises:
        StoreMissingError, KeyMissingError, WrongKeyError, StoreDamagedError, SchemaTooNewError.
    """
    if layout.ready(folder).exists():
        complete_restore(folder)
    if layout.founding(folder).exists() and layout.office(folder).exists():
        shutil.rmtree(layout.founding(folder), ignore_errors=True)  # a founding cut off after its last step
    path = layout.database(folder)
    if not path.exists():
        raise StoreMissingError(str(folder))
    key = keys.load(key_tools.read_note(folder).key)
    if schema_version(path, key) != HEAD:
        migrate(path, key)
    return key


def complete_restore(folder: Path) -> None:
    """Put a verified restore in the office's place; the old data has been, or is now, set aside.

    Two renames; a crash before or between them is made good at the next start.
    """
    ready = layout.ready(folder)
    fresh = layout.office(ready)
    if fresh.exists():
        if layout.office(folder).exists():
            kept = folder / (ready / "kept").read_text(encoding="ascii")
            put_in_place(layout.office(folder), kept)
        put_in_place(fresh, layout.office(folder))
    shutil.rmtree(ready)


def schema_version(path: Path, key: bytes) -> str:
    """The revision of a database.

    Raises:
        SchemaTooNewError: it is newer than this program.
        StoreDamagedError: it names none.
    """
    connection = connect(path, key, read_only=True)
    try:
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlcipher.Error as error:
        raise StoreDamagedError(str(error)) from error
    finally:
        connection.close()
    version = str(row[0]) if row else ""
    if version > HEAD:
        raise SchemaTooNewError(f"Its schema is {version}, this program knows {HEAD}.")
    return version


def migrate(path: Path, key: bytes) -> None:
    """Run the missing revisions on a database; a new one also gets its identity.

    When two programs start at once the second waits, then finds nothing left to do.
    """
    from desk.store.migrations import run  # alembic is wanted here alone

    engine = make_engine(path, key, writer=True, foreign_keys=False)
    try:
        with engine.begin() as connection:
            if run.current(connection) != HEAD:
                run.upgrade(connection)
            if connection.exec_driver_sql("SELECT count(*) FROM store_meta").scalar_one() == 0:
                connection.exec_driver_sql("INSERT INTO outbox (id, acknowledged) VALUES (1, 0)")
                identify(connection)
    finally:
        engine.dispose()


def identify(connection: sa.Connection) -> None:
    """Name the device of a new store, and its first incarnation."""
    _name(connection, device=new_id(), incarnation=new_id())


def begin_again(connection: sa.Connection, at: datetime) -> None:
    """Begin a new incarnation of a store that comes back from a backup at that moment.

    It is later than the one before, whatever the clock says: the server lets the latest go on. What its
    former life gave on paper after the backup is not known here, so it begins a series.
    """
    former = connection.exec_driver_sql(
        "SELECT value FROM store_meta WHERE name = 'incarnation'"
    ).scalar_one()
    _name(connection, incarnation=max(new_id(), id_after(former)))
    begin_series(connection, at)


def begin_series(connection: sa.Connection, at: datetime | None = None) -> None:
    """Tell what this PC puts on paper from now on from what another life, or another PC of its name, gave.

    ``at``: when it was restored, where that is why.
    """
    series = "".join(secrets.choice(_LETTERS) for _ in range(_SERIES))
    write_note(connection, COMEBACK, {"series": series, "at": None if at is None else instant_text(at)})


def _name(connection: sa.Connection, **names: str) -> None:
    for name, value in names.items():
        connection.exec_driver_sql(
            "INSERT INTO store_meta (name, value) VALUES (?, ?) "
            "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, value),
        )
