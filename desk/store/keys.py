"""The machine key and the recovery code that unlocks a copy of it on any other PC."""

import secrets
from hashlib import sha256
from pathlib import Path

import msgspec

from desk.files import write_whole
from desk.store import layout
from desk.store.engine import connect
from desk.store.errors import (
    KeyMissingError,
    MalformedRecoveryCodeError,
    NotABackupError,
    WrongKeyError,
    WrongRecoveryCodeError,
)

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O, U
_SECRET_LETTERS = 26  # 130 bits
_CHECK_LETTERS = 2
_GROUP = 4
_SALT_BYTES = 16


class Cost(msgspec.Struct, frozen=True):
    """What one guess of a recovery code costs: argon2id passes, memory in KiB, lanes."""

    passes: int = 3
    memory_kib: int = 65_536
    lanes: int = 1


class KeyNote(msgspec.Struct, frozen=True):
    """Which machine key opens a store (see :func:`key_name`), and what its recovery code was locked with."""

    key: str
    cost: Cost


class MachineKeys:
    """The keys of this machine for one data folder: a file each, readable by the owner alone.

    OS keyrings belong to a user's profile on every supported system, the key belongs to the machine: so it
    lies in the machine's data folder, under Windows additionally sealed to the machine (DPAPI).
    """

    def __init__(self, folder: Path, cost: Cost | None = None) -> None:
        self.folder = folder
        self.cost = cost or Cost()

    def load(self, key_id: str) -> bytes:
        """The key of that id.

        Raises:
            KeyMissingError: this machine does not hold it, or cannot read it.
        """
        from desk.store.sealing import unseal

        try:
            return unseal(self.path(key_id).read_bytes())
        except (OSError, ValueError) as error:
            raise KeyMissingError(str(self.path(key_id))) from error

    def save(self, key: bytes) -> str:
        """Keep a key durably for this machine and give back its id."""
        from desk.store.sealing import seal

        path = self.path(key_name(key))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.parent.chmod(0o700)
        write_whole(path, seal(key), 0o600)
        return key_name(key)

    def path(self, key_id: str) -> Path:
        """The file of a key."""
        return layout.keys(self.folder) / f"{key_id}.key"


def read_note(folder: Path) -> KeyNote:
    """The key note of the store in ``folder``.

    Raises:
        KeyMissingError: it is gone or unreadable.
    """
    try:
        return msgspec.json.decode(layout.key_note(folder).read_bytes(), type=KeyNote)
    except (OSError, msgspec.MsgspecError) as error:
        raise KeyMissingError(str(layout.key_note(folder))) from error


def write_note(folder: Path, note: KeyNote) -> None:
    """Keep the key note of the store in ``folder``."""
    write_whole(layout.key_note(folder), msgspec.json.encode(note))


def new_key() -> bytes:
    """256 random bits."""
    return secrets.token_bytes(32)


def key_name(key: bytes) -> str:
    """A name that tells keys apart and gives nothing away."""
    return sha256(b"desk key name" + key).hexdigest()[:16]


def new_recovery_code() -> str:
    """130 random bits and 10 check bits as seven groups of four letters, made to be read aloud."""
    secret = "".join(secrets.choice(_ALPHABET) for _ in range(_SECRET_LETTERS))
    return _grouped(secret + _check(secret))


def read_recovery_code(typed: str) -> str:
    """The code in its canonical form; case, spaces, dashes, and O/0, I/L/1 mix-ups are forgiven.

    Raises:
        MalformedRecoveryCodeError: letters are missing, foreign, or do not fit the check.
    """
    letters = "".join(c for c in typed.upper() if c.isalnum()).translate(str.maketrans("OIL", "011"))
    secret, check = letters[:_SECRET_LETTERS], letters[_SECRET_LETTERS:]
    if len(letters) != _SECRET_LETTERS + _CHECK_LETTERS or check != _check(secret):
        raise MalformedRecoveryCodeError
    return _grouped(letters)


def lock(key: bytes, code: str, path: Path, cost: Cost) -> None:
    """Write the small encrypted file that gives ``key`` back to whoever knows ``code``.

    The file is a SQLCipher database whose key is argon2id(code); its salt is the file's first 16 bytes.
    """
    salt = secrets.token_bytes(_SALT_BYTES)
    connection = connect(path, _derive(code, salt, cost) + salt, create=True)
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("CREATE TABLE machine_key (value BLOB NOT NULL)")
        connection.execute("INSERT INTO machine_key VALUES (?)", (key,))
    finally:
        connection.close()


def open_locked(path: Path, code: str, cost: Cost) -> bytes:
    """The key out of :func:`lock`'s file.

    Raises:
        MalformedRecoveryCodeError: the code is mistyped.
        WrongRecoveryCodeError: it belongs to other data.
        NotABackupError: the file is none of ours.
    """
    code = read_recovery_code(code)
    with path.open("rb") as file:
        salt = file.read(_SALT_BYTES)
    if len(salt) < _SALT_BYTES:
        raise NotABackupError(path.name)
    try:
        connection = connect(path, _derive(code, salt, cost) + salt, read_only=True)
    except WrongKeyError as error:
        raise WrongRecoveryCodeError from error
    try:
        return bytes(connection.execute("SELECT value FROM machine_key").fetchone()[0])
    finally:
        connection.close()


def _derive(code: str, salt: bytes, cost: Cost) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        code.encode(), salt, cost.passes, cost.memory_kib, cost.lanes, hash_len=32, type=Type.ID
    )


def _check(secret: str) -> str:
    number = int.from_bytes(sha256(f"desk recovery {secret}".encode()).digest()[:2], "big")
    return _ALPHABET[number >> 5 & 31] + _ALPHABET[number & 31]


def _grouped(letters: str) -> str:
    return "-".join(letters[i : i + _GROUP] for i in range(0, len(letters), _GROUP))
