"""A new recovery code takes the old one's place only when it is kept; a lost key comes back by the code."""

from pathlib import Path

import pytest

from desk.store import layout
from desk.store.backup import backup
from desk.store.check import check_store
from desk.store.errors import (
    KeyMissingError,
    MalformedRecoveryCodeError,
    NewerRecoveryCodeError,
    RecoveryCopyMissingError,
    StoreDamagedError,
    StoreMissingError,
    WrongKeyError,
    WrongRecoveryCodeError,
)
from desk.store.keys import MachineKeys, new_key, new_recovery_code, read_note
from desk.store.recovery import bring_key_back, prepare_code, put_in_force
from desk.store.restore import restore
from desk.store.store import Store
from tests.store.support import CHEAP, NOW, add, visit


@pytest.fixture
def office(store: Store) -> Store:
    """A store with one row."""
    add(store, visit())
    return store


def opens(file: Path, code: str, folder: Path) -> bool:
    try:
        return restore(file, folder, code, NOW).bundles == 1
    except WrongRecoveryCodeError:
        return False


def test_a_prepared_code_opens_nothing_yet(office: Store, code: str, tmp_path: Path) -> None:
    coming = prepare_code(office)
    backup(office, tmp_path / "b.desk", NOW)
    assert opens(tmp_path / "b.desk", code, tmp_path / "one")
    assert not opens(tmp_path / "b.desk", coming, tmp_path / "two")


def test_the_code_in_force_opens_new_backups_and_the_old_one_old_backups(
    office: Store, code: str, tmp_path: Path
) -> None:
    backup(office, tmp_path / "before.desk", NOW)
    coming = prepare_code(office)
    put_in_force(office, coming)
    backup(office, tmp_path / "after.desk", NOW)
    assert opens(tmp_path / "after.desk", coming, tmp_path / "one")
    assert not opens(tmp_path / "after.desk", code, tmp_path / "two")
    assert opens(tmp_path / "before.desk", code, tmp_path / "three")
    assert not opens(tmp_path / "before.desk", coming, tmp_path / "four")
    assert not layout.coming_recovery(office.folder).parent.exists()


def test_only_the_code_prepared_last_comes_into_force(office: Store) -> None:
    first, second = prepare_code(office), prepare_code(office)
    with pytest.raises(NewerRecoveryCodeError):
        put_in_force(office, first)
    put_in_force(office, second)
    with pytest.raises(NewerRecoveryCodeError):
        put_in_force(office, second)


def test_a_lost_key_comes_back_by_the_code(office: Store, code: str) -> None:
    folder = office.folder
    office.close()
    (path,) = layout.keys(folder).iterdir()
    path.unlink()
    with pytest.raises(KeyMissingError):
        Store.open(folder)
    (problem,) = check_store(folder)
    assert (problem.code, problem.cure.split(":")[0]) == ("key_missing", "desk recovery open")
    bring_key_back(folder, code)
    assert check_store(folder) == []
    Store.open(folder).close()


def test_a_key_of_another_store_is_replaced_by_the_right_one(office: Store, code: str) -> None:
    folder = office.folder
    office.close()
    (path,) = layout.keys(folder).iterdir()
    path.write_text(new_key().hex())
    with pytest.raises(WrongKeyError):
        Store.open(folder)
    assert [one.code for one in check_store(folder)] == ["wrong_key"]
    bring_key_back(folder, code)
    assert check_store(folder) == []


def test_the_note_beside_the_data_is_written_anew_where_it_is_gone(office: Store, code: str) -> None:
    folder = office.folder
    note = read_note(folder)
    office.close()
    layout.key_note(folder).unlink()
    bring_key_back(folder, code, MachineKeys(folder, CHEAP))
    assert read_note(folder) == note
    Store.open(folder).close()


def test_what_cannot_bring_the_key_back_is_named(office: Store, code: str, tmp_path: Path) -> None:
    folder = office.folder
    office.close()
    with pytest.raises(StoreMissingError):
        bring_key_back(tmp_path / "empty", code)
    with pytest.raises(MalformedRecoveryCodeError):
        bring_key_back(folder, "ABCD")
    with pytest.raises(WrongRecoveryCodeError):
        bring_key_back(folder, new_recovery_code())
    data = layout.database(folder).read_bytes()
    layout.database(folder).write_bytes(b"x" * len(data))
    with pytest.raises(StoreDamagedError):
        bring_key_back(folder, code)
    layout.database(folder).unlink()
    with pytest.raises(StoreDamagedError):
        bring_key_back(folder, code)
    layout.recovery(folder).unlink()
    with pytest.raises(RecoveryCopyMissingError):
        bring_key_back(folder, code)


def test_a_lost_copy_is_made_good_by_a_new_code(office: Store) -> None:
    layout.recovery(office.folder).unlink()
    (problem,) = check_store(office.folder)
    assert problem.cure.startswith("desk recovery new")
    put_in_force(office, prepare_code(office))
    assert check_store(office.folder) == []
