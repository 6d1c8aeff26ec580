"""A new office waits beside its place until its recovery sheet is kept.

Nobody can work in it meanwhile, so a first start that is cut off loses nothing: the next one finds the office
waiting, gives it a new code, and shows the sheet again; or it finds less than an office and begins anew.
"""

import shutil
from pathlib import Path

from desk.files import put_in_place
from desk.store import layout
from desk.store.errors import (
    KeyMissingError,
    NewerRecoveryCodeError,
    StoreError,
    StoreExistsError,
    WrongRecoveryCodeError,
)
from desk.store.keys import MachineKeys, open_locked, read_note
from desk.store.store import Store


def begin(folder: Path) -> Store:
    """An empty store that waits; what an earlier start left waiting is dropped.

    Raises:
        StoreExistsError: the folder has an office already.
    """
    if layout.office(folder).exists():
        raise StoreExistsError(str(folder))
    abandon(folder)
    return Store.create(layout.founding(folder))


def waiting(folder: Path) -> Store | None:
    """The store that an earlier start left waiting, if it can be opened."""
    if layout.office(folder).exists():
        return None
    try:
        return Store.open(layout.founding(folder))
    except StoreError:
        return None


def lies(folder: Path) -> bool:
    """Whether anything waits, openable or not."""
    return layout.founding(folder).exists()


def settle(folder: Path, code: str) -> None:
    """Put the waiting store in its place; ``code`` is the one on the sheet that was kept. One rename.

    The store must be closed.

    Raises:
        StoreExistsError: the folder has an office already.
        NewerRecoveryCodeError: another start made another code since.
    """
    if layout.office(folder).exists():
        raise StoreExistsError(str(folder))
    place = layout.founding(folder)
    try:
        key = open_locked(layout.recovery(place), code, read_note(place).cost)
    except (FileNotFoundError, KeyMissingError, WrongRecoveryCodeError) as error:
        raise NewerRecoveryCodeError from error
    MachineKeys(folder).save(key)
    put_in_place(layout.office(place), layout.office(folder))
    abandon(folder)


def abandon(folder: Path) -> None:
    """Drop whatever waits."""
    shutil.rmtree(layout.founding(folder), ignore_errors=True)
