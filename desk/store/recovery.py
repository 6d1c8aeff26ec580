"""The recovery code after the first day: a new one in place of the old, and the key brought back by it.

A new code is prepared beside the office and comes into force only when its sheet is kept: until then the old
one stands, whatever ends the program. The key itself stays, so backups made before still open with the code
of their day.
"""

import shutil
from pathlib import Path

from desk.files import put_in_place
from desk.store import keys as key_tools
from desk.store import layout, setup
from desk.store.errors import (
    KeyMissingError,
    NewerRecoveryCodeError,
    RecoveryCopyMissingError,
    StoreDamagedError,
    StoreMissingError,
    WrongKeyError,
    WrongRecoveryCodeError,
)
from desk.store.keys import KeyNote, MachineKeys, read_note, write_note
from desk.store.store import Store


def prepare_code(store: Store) -> str:
    """Make a recovery code that is not in force yet; one prepared before is forgotten."""
    code = key_tools.new_recovery_code()
    coming = layout.coming_recovery(store.folder)
    shutil.rmtree(coming.parent, ignore_errors=True)
    coming.parent.mkdir(mode=0o700)
    key_tools.lock(store.key, code, coming, read_note(store.folder).cost)
    return code


def put_in_force(store: Store, code: str) -> None:
    """Let a prepared code open the backups made from now on, instead of the one before; one rename.

    Raises:
        NewerRecoveryCodeError: another code was prepared since, or this one is in force already.
    """
    coming = layout.coming_recovery(store.folder)
    try:
        key_tools.open_locked(coming, code, read_note(store.folder).cost)
    except (FileNotFoundError, WrongRecoveryCodeError) as error:
        raise NewerRecoveryCodeError from error
    put_in_place(coming, layout.recovery(store.folder))
    shutil.rmtree(coming.parent, ignore_errors=True)


def bring_key_back(folder: Path, code: str, keys: MachineKeys | None = None) -> None:
    """Give this machine its key to the store in ``folder`` again, from the recovery code alone.

    Raises:
        StoreMissingError: there is no store.
        RecoveryCopyMissingError: the copy of the key that the code opens is gone.
        MalformedRecoveryCodeError, WrongRecoveryCodeError: the code.
        StoreDamagedError: the right key does not open the data either.
        SchemaTooNewError: the data was written by a newer Desk.
    """
    keys = keys or MachineKeys(folder)
    if not layout.office(folder).exists():
        raise StoreMissingError(str(folder))
    if not layout.recovery(folder).exists():
        raise RecoveryCopyMissingError(str(layout.recovery(folder)))
    cost = _cost(folder, keys)
    key = key_tools.open_locked(layout.recovery(folder), code, cost)
    try:
        setup.schema_version(layout.database(folder), key)
    except (WrongKeyError, StoreMissingError) as error:
        raise StoreDamagedError(layout.database(folder).name) from error
    write_note(folder, KeyNote(keys.save(key), cost))


def _cost(folder: Path, keys: MachineKeys) -> key_tools.Cost:
    """What a guess costs: as noted, or, where the note is gone too, as new stores have it."""
    try:
        return read_note(folder).cost
    except KeyMissingError:
        return keys.cost
