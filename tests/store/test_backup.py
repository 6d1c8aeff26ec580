"""A backup holds everything and opens with the code alone; a restore replaces nothing it has not verified."""

import errno
import shutil
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
import sqlalchemy as sa
import uuid_utils

from desk.models import Visit
from desk.store import backup as backup_module
from desk.store import layout, setup
from desk.store.backup import backup
from desk.store.blobs import Blobs
from desk.store.changelog import erase
from desk.store.check import check_store
from desk.store.errors import (
    BackupUnverifiedError,
    DamagedBackupError,
    FolderUnusableError,
    MalformedRecoveryCodeError,
    NotABackupError,
    SchemaTooNewError,
    StoreBusyError,
    StoreError,
    StoreFullError,
    WrongRecoveryCodeError,
)
from desk.store.keys import new_recovery_code
from desk.store.restore import read_manifest, restore
from desk.store.store import Store
from tests.store.support import ACTOR, NOW, add, visit

PDF = b"%PDF-1.7 invented"


def names(store: Store) -> list[str]:
    with store.read() as session:
        return list(session.scalars(sa.select(Visit.name).order_by(Visit.name)))


@pytest.fixture
def saved(store: Store, tmp_path: Path) -> Path:
    """A backup of a store with one visit and one attachment."""
    Blobs(store).add(PDF)
    add(store, visit(name="Melati"))
    file = tmp_path / "kantor.desk"
    backup(store, file, NOW)
    return file


def test_a_backup_opens_on_another_pc_with_the_code_alone(
    store: Store, saved: Path, code: str, tmp_path: Path
) -> None:
    other = tmp_path / "other-pc"
    done = restore(saved, other, code.lower().replace("-", " "), NOW)
    assert done.bundles == 1
    assert done.kept is None
    moved = Store.open(other)
    assert names(moved) == ["Melati"]
    assert len(Blobs(moved).get(sha256(PDF).hexdigest())) == len(PDF)
    assert moved.verify_chain().head == store.verify_chain().head
    assert moved.identity.device == store.identity.device
    assert moved.identity.incarnation != store.identity.incarnation
    moved.close()
    assert check_store(other) == []


def test_a_restored_store_goes_on_with_a_chain_of_its_own_incarnation(
    saved: Path, code: str, tmp_path: Path
) -> None:
    restore(saved, tmp_path / "pc", code, NOW)
    moved = Store.open(tmp_path / "pc")
    add(moved, visit(name="Seruni"))
    with moved.read() as session:
        rows = session.execute(sa.text("SELECT position, seq FROM txn ORDER BY position")).all()
    assert [tuple(row) for row in rows] == [(1, 1), (2, 1)]
    assert moved.verify_chain().ok
    moved.close()


def test_a_restored_store_is_a_later_life_even_where_the_clock_stands_before_its_backup(store: Store) -> None:
    ahead = str(uuid_utils.uuid7(nanoseconds=4_000_000_000_000_000_000))
    with store.local() as session:
        session.connection().exec_driver_sql(
            "UPDATE store_meta SET value = ? WHERE name = 'incarnation'", (ahead,)
        )
        setup.begin_again(session.connection(), NOW)
    found = Store(store.folder, store.key)
    assert found.identity.incarnation > ahead
    assert found.identity.device == store.identity.device
    found.close()


def test_the_data_replaced_is_kept_aside(store: Store, saved: Path, code: str) -> None:
    add(store, visit(name="Sesudah cadangan"))
    store.close()
    done = restore(saved, store.folder, code, NOW)
    again = Store.open(store.folder)
    assert names(again) == ["Melati"]
    again.close()
    assert done.kept is not None
    assert (done.kept / "desk.db").exists()
    assert not (store.folder / ".ready").exists()
    assert not (store.folder / ".restore").exists()


def test_the_first_page_names_no_person(saved: Path) -> None:
    manifest = read_manifest(saved)
    assert manifest.facts.counts["visits"] == 1
    assert b"Melati" not in saved.read_bytes()


def test_a_newer_backup_takes_the_place_of_an_older_one(store: Store, saved: Path) -> None:
    add(store, visit(name="Seruni"))
    backup(store, saved, NOW)
    assert read_manifest(saved).facts.counts["visits"] == 2
    assert [path.name for path in saved.parent.glob(".backup-*")] == []


def test_erasures_are_applied_again(store: Store, code: str, tmp_path: Path) -> None:
    row = visit(name="Minta dihapus", phone="+6280000000")
    add(store, row)
    old = tmp_path / "lama.desk"
    backup(store, old, NOW)
    with store.write(ACTOR, "erase", NOW) as session:
        erase(session, table="visits", row_id=row.id, blanks={"name": "(dihapus)", "phone": ""})
    store.close()
    done = restore(old, store.folder, code, NOW)
    assert done.erasures == 1
    again = Store.open(store.folder)
    assert names(again) == ["(dihapus)"]
    assert again.verify_chain().ok
    with again.read() as session:
        kept = session.execute(sa.text("SELECT count(*) FROM change_value WHERE new LIKE '%Minta%'"))
        assert kept.scalar_one() == 0
    again.close()


def untouched(folder: Path) -> None:
    again = Store.open(folder)
    assert names(again) == ["Melati"]
    again.close()
    assert not list(folder.glob("kept-*"))
    assert not (folder / ".restore").exists()


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (lambda data: data[: len(data) // 2], DamagedBackupError),
        (lambda data: data[:-10], DamagedBackupError),
        (lambda data: data[:20000] + b"\0" * 64 + data[20064:], DamagedBackupError),
        (lambda _: b"bukan cadangan", NotABackupError),
        (lambda _: b"", NotABackupError),
    ],
    ids=["half", "tail", "flipped", "other", "empty"],
)
def test_a_spoilt_file_changes_nothing(
    store: Store, saved: Path, code: str, spoil: Callable[[bytes], bytes], expected: type[StoreError]
) -> None:
    store.close()
    saved.write_bytes(spoil(saved.read_bytes()))
    with pytest.raises(expected):
        restore(saved, store.folder, code, NOW)
    untouched(store.folder)


def test_a_foreign_archive_is_no_backup(store: Store, code: str, tmp_path: Path) -> None:
    file = tmp_path / "x.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "halo")
    with pytest.raises(NotABackupError):
        restore(file, tmp_path / "pc", code, NOW)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [(new_recovery_code(), WrongRecoveryCodeError), ("ABCD-EFGH", MalformedRecoveryCodeError)],
    ids=["other", "short"],
)
def test_a_wrong_code_changes_nothing(
    store: Store, saved: Path, typed: str, expected: type[StoreError]
) -> None:
    store.close()
    with pytest.raises(expected):
        restore(saved, store.folder, typed, NOW)
    untouched(store.folder)


def test_a_store_in_use_is_not_replaced(store: Store, saved: Path, code: str) -> None:
    with store.read() as session:
        session.execute(sa.text("SELECT 1")).all()
        with pytest.raises(StoreBusyError):
            restore(saved, store.folder, code, NOW)
    store.close()
    untouched(store.folder)


def test_a_backup_of_a_newer_desk_is_refused(
    store: Store, saved: Path, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desk.store.restore.HEAD", "0000")
    with pytest.raises(SchemaTooNewError):
        restore(saved, tmp_path / "pc", code, NOW)


def test_a_full_disk_is_said_before_anything_is_written(
    store: Store, saved: Path, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    with monkeypatch.context() as patched:
        usage = shutil.disk_usage(store.folder)._replace(free=10)
        patched.setattr(shutil, "disk_usage", lambda _: usage)
        with pytest.raises(StoreFullError):
            restore(saved, store.folder, code, NOW)
    untouched(store.folder)


def test_a_disk_that_fills_up_leaves_the_old_backup(
    store: Store, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = saved.read_bytes()

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("desk.store.backup.os.fsync", full)
    with pytest.raises(StoreFullError):
        backup(store, saved, NOW)
    assert saved.read_bytes() == before
    assert list(saved.parent.glob(".backup-*")) == []


def test_a_backup_that_reads_back_wrong_is_not_kept(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = backup_module._pack

    def careless(folder: Path, target: Path, manifest: backup_module.Manifest) -> None:
        pack(folder, target, manifest)
        data = bytearray(target.read_bytes())
        data[len(data) // 2] ^= 1
        target.write_bytes(data)

    monkeypatch.setattr("desk.store.backup._pack", careless)
    with pytest.raises(BackupUnverifiedError):
        backup(store, tmp_path / "x.desk", NOW)
    assert not (tmp_path / "x.desk").exists()


def test_a_folder_that_is_not_there_is_named(store: Store, tmp_path: Path) -> None:
    with pytest.raises(FolderUnusableError) as caught:
        backup(store, tmp_path / "none" / "x.desk", NOW)
    assert "none" in caught.value.english


@pytest.mark.parametrize("moment", ["before the first rename", "between the renames"])
def test_a_crash_while_swapping_is_made_good_at_the_next_start(
    store: Store, saved: Path, code: str, moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store, visit(name="Sesudah cadangan"))
    store.close()
    with monkeypatch.context() as patched:
        patched.setattr(setup, "complete_restore", lambda _: None)
        restore(saved, store.folder, code, NOW)
    if moment == "between the renames":
        name = (layout.ready(store.folder) / "kept").read_text()
        layout.office(store.folder).replace(store.folder / name)
    again = Store.open(store.folder)
    assert names(again) == ["Melati"]
    again.close()
    assert len(list(store.folder.glob("kept-*"))) == 1
