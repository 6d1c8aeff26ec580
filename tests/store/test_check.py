"""``check_store`` names what is wrong and how to cure it, and changes nothing."""

import os

import pytest

from desk.models import Attachment
from desk.store import layout
from desk.store.blobs import Blobs
from desk.store.check import check_store, key_place
from desk.store.engine import connect
from desk.store.errors import StoreDamagedError
from desk.store.store import Store
from tests.store.support import NOW, add, visit


@pytest.fixture
def sound(store: Store) -> Store:
    """A closed store with rows and an attachment."""
    name, kind, size = Blobs(store).add(b"%PDF-1")
    add(store, visit())
    kept = Attachment(
        kind="form", name="a.pdf", media_type=kind, size=size, sha256=name, at=NOW, staff_id="s", case_id=None
    )
    add(store, kept)
    store.close()
    assert check_store(store.folder) == []
    return store


def codes(store: Store) -> list[str]:
    problems = check_store(store.folder)
    assert all(problem.message and problem.cure for problem in problems)
    return [problem.code for problem in problems]


def raw(store: Store, sql: str) -> None:
    connection = connect(layout.database(store.folder), store.key)
    connection.execute(sql)
    connection.close()


@pytest.mark.skipif(os.name == "nt", reason="rights are Windows' own there")
def test_a_key_file_others_can_read(sound: Store) -> None:
    (path,) = layout.keys(sound.folder).iterdir()
    path.chmod(0o644)
    assert codes(sound) == ["key_readable"]
    assert str(path) in key_place(sound.folder)


def test_files_that_are_gone(sound: Store) -> None:
    layout.recovery(sound.folder).unlink()
    assert codes(sound) == ["recovery_missing"]
    layout.key_note(sound.folder).unlink()
    assert codes(sound) == ["key_missing"]
    layout.database(sound.folder).unlink()
    assert codes(sound) == ["store_missing"]


def test_a_broken_page(sound: Store) -> None:
    path = layout.database(sound.folder)
    data = bytearray(path.read_bytes())
    data[4096 * 3 + 100] ^= 1
    path.write_bytes(data)
    assert codes(sound) == ["store_damaged"]


def test_missing_triggers_a_gap_in_search_and_lost_attachments(sound: Store) -> None:
    raw(sound, "DROP TRIGGER log_visits_update")
    raw(sound, "DELETE FROM search_visit")
    blobs = connect(layout.blobs(sound.folder), sound.key)
    blobs.execute("DELETE FROM blob")
    blobs.close()
    assert codes(sound) == ["triggers_differ", "search_gap", "attachments_missing"]


def test_other_schemas(sound: Store) -> None:
    raw(sound, "UPDATE alembic_version SET version_num = '0001'")
    assert codes(sound) == ["schema_old"]
    raw(sound, "UPDATE alembic_version SET version_num = '9999'")
    assert codes(sound) == ["schema_too_new"]


def test_files_that_are_none_of_ours(sound: Store) -> None:
    layout.blobs(sound.folder).write_bytes(b"")
    assert codes(sound) == ["store_damaged"]
    layout.blobs(sound.folder).unlink()
    (problem,) = check_store(sound.folder)
    assert (problem.code, problem.cure.split(",")[0]) == ("store_missing", "desk restore FILE")
    layout.key_note(sound.folder).unlink()
    layout.key_note(sound.folder).mkdir()
    assert codes(sound) == ["key_missing"]
    layout.database(sound.folder).unlink()
    layout.database(sound.folder).mkdir()
    assert codes(sound) == ["key_missing"]


def test_attachments_of_a_store_without_its_second_file(sound: Store) -> None:
    layout.blobs(sound.folder).unlink()
    with pytest.raises(StoreDamagedError):
        Blobs(sound).get("0" * 64)
