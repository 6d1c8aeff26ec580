"""Opens SQLCipher files: raw key, WAL, full sync, explicit BEGIN, and what the triggers call back."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import sqlalchemy as sa
import sqlcipher3.dbapi2 as sqlcipher

from desk.store.errors import (
    FolderUnusableError,
    StoreBusyError,
    StoreDamagedError,
    StoreFullError,
    StoreMissingError,
    WrongKeyError,
)

BUSY_TIMEOUT_MS = 10_000
"""How long a writer waits for another process before it gives up."""

_PRAGMAS = (
    "PRAGMA synchronous = FULL",
    "PRAGMA recursive_triggers = ON",  # even REPLACE fires delete triggers then
    "PRAGMA secure_delete = FAST",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -64000",
    "PRAGMA wal_autocheckpoint = 4000",  # what changes again and again goes to the file once
)


REPLICA = -1
"""The log position under which rows of the server are written: the triggers let them pass unlogged."""


@dataclass(slots=True)
class Capture:
    """The log position a connection writes under; ``None`` outside an action."""

    position: int | None = None

    def current(self) -> int | None:
        """What the triggers ask for."""
        return self.position


def value_hash(salt: bytes, old: str | None, new: str | None) -> bytes:
    """sha256 over salt, old and new value, each with its length so that no two splits collide."""
    digest = sha256(salt)
    for text in (old, new):
        data = b"" if text is None else text.encode()
        digest.update((-1 if text is None else len(data)).to_bytes(8, "big", signed=True))
        digest.update(data)
    return digest.digest()


def connect(
    path: Path, key: bytes, *, create: bool = False, read_only: bool = False, foreign_keys: bool = True
) -> Any:
    """A raw SQLCipher connection in driver autocommit, usable from any one thread at a time.

    Raises:
        StoreMissingError: no such file and ``create`` is false.
        WrongKeyError: the key does not open it.
        StoreDamagedError: it cannot be read at all.
        FolderUnusableError: the system does not let it be opened.
    """
    if not create and not path.exists():
        raise StoreMissingError(str(path))
    try:
        connection = sqlcipher.connect(
            str(path), isolation_level=None, check_same_thread=False, timeout=BUSY_TIMEOUT_MS / 1000
        )
    except sqlcipher.Error as error:
        raise FolderUnusableError(f"{path}: {error}") from error
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlcipher.DatabaseError as error:
        connection.close()
        raise translated(error) or StoreDamagedError(str(error)) from error
    for pragma in _PRAGMAS:
        connection.execute(pragma)
    if not read_only:
        connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
    connection.execute(f"PRAGMA query_only = {'ON' if read_only else 'OFF'}")
    return connection


def translated(error: BaseException) -> Exception | None:
    """The named error behind a driver's error, or ``None`` where it has no name of its own."""
    text = str(error).lower()
    if "not a database" in text:
        return WrongKeyError()
    if "locked" in text:
        return StoreBusyError()
    if "disk is full" in text:
        return StoreFullError()
    if "malformed" in text or "disk i/o" in text:
        return StoreDamagedError(text)
    return None


def make_engine(
    path: Path, key: bytes, *, writer: bool, foreign_keys: bool = True, durable: bool = True
) -> sa.Engine:
    """An engine on one file: one IMMEDIATE connection for the writer, up to eight deferred ones for readers.

    ``durable=False``: a commit may be lost by a power cut, never torn; for what can be fetched again.

    ``connection.info["capture"]`` of a writer's connection is its :class:`Capture`.
    """
    engine = sa.create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=lambda: connect(path, key, read_only=not writer, foreign_keys=foreign_keys),
        poolclass=sa.QueuePool,
        pool_size=1 if writer else 4,
        max_overflow=0 if writer else 4,
        pool_use_lifo=True,  # the connection used last has the warm cache
    )

    @sa.event.listens_for(engine, "connect")
    def _prepare(raw: Any, record: Any) -> None:
        capture = record.info["capture"] = Capture()
        raw.create_function("desk_position", 0, capture.current)
        raw.create_function("desk_value_hash", 3, value_hash, deterministic=True)
        if not durable:
            raw.execute("PRAGMA synchronous = NORMAL")

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writer else "BEGIN")

    return engine
