"""Makes a new store and unlocks an existing one, bringing its schema up to date."""

from pathlib import Path

import sqlalchemy as sa

import desk.models
from desk.models.base import Base, new_id
from desk.store import keys as key_tools
from desk.store import layout
from desk.store.engine import connect, make_engine
from desk.store.errors import KeyMissingError, StoreMissingError
from desk.store.keys import MachineKeys
from desk.store.triggers import all_triggers


def prepare(folder: Path, keys: MachineKeys) -> tuple[bytes, str]:
    """Write the key, the locked copy of it, and an empty database; the machine key and the recovery code."""
    layout.office(folder).mkdir(parents=True, exist_ok=True)
    key, code = key_tools.new_key(), key_tools.new_recovery_code()
    layout.key_id(folder).write_text(keys.save(key), encoding="ascii")
    layout.recovery(folder).unlink(missing_ok=True)
    key_tools.lock(key, code, layout.recovery(folder), keys.cost)
    connect(layout.database(folder), key, create=True).close()
    engine = make_engine(layout.database(folder), key, writer=True)
    try:
        with engine.begin() as connection:
            Base.metadata.create_all(connection)
            for sql in all_triggers().values():
                connection.exec_driver_sql(sql)
            connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
            connection.exec_driver_sql("INSERT INTO alembic_version VALUES ('0001')")
            _identify(connection)
    finally:
        engine.dispose()
    return key, code


def unlock(folder: Path, keys: MachineKeys) -> bytes:
    """The key of the store in ``folder``."""
    if not layout.database(folder).exists():
        raise StoreMissingError(str(folder))
    try:
        key_id = layout.key_id(folder).read_text(encoding="ascii").strip()
    except FileNotFoundError as error:
        raise KeyMissingError(str(folder)) from error
    return keys.load(key_id)


def _identify(connection: sa.Connection) -> None:
    for name in ("device", "incarnation"):
        connection.exec_driver_sql("INSERT INTO store_meta (name, value) VALUES (?, ?)", (name, new_id()))
    connection.exec_driver_sql("INSERT INTO outbox (id, acknowledged) VALUES (1, 0)")


MODELS = desk.models
"""Imported so that every mapped table is known before the schema is made."""
