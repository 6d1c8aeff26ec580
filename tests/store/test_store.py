"""A write is one action or nothing; readers see one state; this PC's own tables need no action."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from desk.models import Applicant, NumberCounter, Visit
from desk.models.types import NaiveInstantError
from desk.store import layout
from desk.store.changelog import Changed
from desk.store.engine import connect
from desk.store.errors import (
    KeyMissingError,
    NestedWriteError,
    SchemaTooNewError,
    StoreBusyError,
    StoreDamagedError,
    StoreExistsError,
    StoreMissingError,
    WriteOutsideActionError,
    WrongKeyError,
)
from desk.store.store import Store
from tests.store.support import ACTOR, NOW, add, case, new_store, visit


def count(store: Store, table: str = "visits") -> int:
    with store.read() as session:
        return session.execute(sa.select(sa.func.count()).select_from(sa.table(table))).scalar_one()


def test_what_is_written_is_there_after_opening_again(store: Store) -> None:
    add(store, visit())
    store.close()
    again = Store.open(store.folder)
    with again.read() as session:
        row = session.scalars(sa.select(Visit)).one()
    assert (row.name, row.arrived_at, row.companion_names) == ("Sariwangi Melati", NOW, [])
    again.close()


def test_the_files_hold_no_readable_word(store: Store) -> None:
    add(store, visit(name="Kemuning Jingga"))
    for path in layout.office(store.folder).iterdir():
        data = path.read_bytes()
        assert b"Kemuning" not in data
        assert not data.startswith(b"SQLite format")


def _flushed(session: Session) -> int:
    """Write a row, then give back nought for the caller to fail on."""
    session.add(visit())
    session.flush()
    return 0


def test_an_error_rolls_everything_back_and_tells_nobody(store: Store) -> None:
    told: list[Changed] = []
    store.subscribe(told.append)
    with pytest.raises(ZeroDivisionError), store.write(ACTOR, "register", NOW) as session:
        session.add(visit(companions=1 // _flushed(session)))
    assert count(store) == count(store, "txn") == count(store, "change") == 0
    assert told == []
    add(store, visit())
    assert store.verify_chain().bundles == 1


def test_a_broken_constraint_keeps_its_own_error(store: Store) -> None:
    add(store, NumberCounter(scope="a"))
    with pytest.raises(sa.exc.IntegrityError):
        add(store, NumberCounter(scope="a"))
    assert store.verify_chain().ok


def test_rows_may_be_added_in_any_order_and_references_are_checked_at_the_end(store: Store) -> None:
    row = case()
    row.id = "01900000-0000-7000-8000-00000000000c"
    add(store, Applicant(case_id=row.id, name="Melati"), row)
    with pytest.raises(sa.exc.IntegrityError, match="FOREIGN KEY"):
        add(store, Applicant(case_id="nowhere", name="Seruni"))
    assert count(store, "applicants") == 1
    assert store.verify_chain().ok


def test_subscribers_hear_the_rows_after_commit(store: Store) -> None:
    seen: list[tuple[Changed, int]] = []
    end = store.subscribe(lambda changed: seen.append((changed, count(store))))
    first, second = visit(), visit()
    add(store, first, second)
    (changed, rows), *rest = seen
    assert changed.action == "register"
    assert changed.rows == {"visits": frozenset({first.id, second.id})}
    assert (rows, rest) == (2, [])
    end()
    end()
    add(store, visit())
    assert len(seen) == 1


def test_a_failing_subscriber_fails_neither_the_write_nor_the_others(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    seen: list[str] = []

    def broken(_: Changed) -> None:
        raise RuntimeError("listener")

    store.subscribe(broken)
    store.subscribe(lambda changed: seen.append(changed.action))
    add(store, visit())
    assert (count(store), seen) == (1, ["register"])
    assert "a subscriber failed on register" in caplog.text
    caplog.clear()


def test_a_write_in_a_write_is_refused_and_the_outer_one_stands(store: Store) -> None:
    with store.write(ACTOR, "outer", NOW) as session:
        session.add(visit())
        with pytest.raises(NestedWriteError), store.write(ACTOR, "inner", NOW):
            pass
        with pytest.raises(NestedWriteError), store.local():
            pass
    assert count(store) == 1


def test_reading_never_writes(store: Store) -> None:
    with pytest.raises(sa.exc.OperationalError, match="readonly"), store.read() as session:
        session.execute(sa.text("DELETE FROM draft"))


def test_a_reader_keeps_its_state_while_others_write(store: Store) -> None:
    add(store, visit())
    with store.read() as session:
        query = sa.select(sa.func.count()).select_from(Visit)
        assert session.scalar(query) == 1
        add(store, visit())
        assert session.scalar(query) == 1
    assert count(store) == 2


def test_captured_tables_need_an_action(store: Store) -> None:
    with pytest.raises(WriteOutsideActionError), store.local() as session:
        session.add(visit())
    assert count(store) == 0


def test_a_raw_connection_cannot_slip_past_the_log(store: Store) -> None:
    raw = connect(layout.database(store.folder), store.key)
    with pytest.raises(Exception, match="desk_position"):
        raw.execute("DELETE FROM visits")
    raw.close()


def test_a_moment_without_zone_is_refused_before_anything_happens(store: Store) -> None:
    with pytest.raises(NaiveInstantError), store.write(ACTOR, "x", datetime(2026, 1, 1)):  # noqa: DTZ001
        pass
    with pytest.raises(sa.exc.StatementError, match="time zone"):
        add(store, visit(arrived_at=datetime(2026, 1, 1)))  # noqa: DTZ001


def test_moments_come_back_in_utc_whatever_zone_they_had(store: Store) -> None:
    add(store, visit(arrived_at=datetime.fromisoformat("2026-03-13T09:00:00+08:00")))
    with store.read() as session:
        at = session.scalars(sa.select(Visit.arrived_at)).one()
    assert at == datetime(2026, 3, 13, 1, 0, tzinfo=UTC)
    assert at.tzinfo is UTC


def test_writers_of_several_threads_take_turns(store: Store) -> None:
    def bump(_: int) -> None:
        with store.write(ACTOR, "number", NOW) as session:
            counter = session.scalars(sa.select(NumberCounter)).one()
            counter.count += 1

    add(store, NumberCounter(scope="a"))
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(bump, range(40)))
    with store.read() as session:
        assert session.scalars(sa.select(NumberCounter.count)).one() == 40
    assert store.verify_chain().bundles == 41


def test_a_second_process_waits_for_the_lock(store: Store) -> None:
    other = Store.open(store.folder)
    inside, begun = threading.Event(), threading.Event()

    def hold() -> None:
        with store.write(ACTOR, "first", NOW) as session:
            session.add(visit())
            session.flush()
            inside.set()
            begun.wait(10)

    holder = threading.Thread(target=hold)
    holder.start()
    inside.wait(10)
    threading.Timer(0.05, begun.set).start()
    add(other, visit(), action="second")
    holder.join()
    assert count(store) == 2
    assert [row.seq for row in _txns(store)] == [1, 2]
    other.close()


def _txns(store: Store) -> list[sa.Row[tuple[object, ...]]]:
    with store.read() as session:
        return list(session.execute(sa.text("SELECT seq, action FROM txn ORDER BY position")).all())


def test_a_lock_that_never_ends_is_named(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = connect(layout.database(store.folder), store.key)
    monkeypatch.setattr("desk.store.engine.BUSY_TIMEOUT_MS", 20)
    other = Store.open(store.folder)
    raw.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreBusyError) as caught:
        add(other, visit())
    assert "program lain" in caught.value.message
    raw.execute("ROLLBACK")
    raw.close()
    add(other, visit())
    other.close()


def test_folders_without_or_with_a_store_are_named(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreExistsError):
        new_store(store.folder)
    with pytest.raises(StoreMissingError):
        Store.open(tmp_path / "nowhere")


def test_a_missing_and_a_foreign_key_are_named(store: Store, tmp_path: Path) -> None:
    store.close()
    other = new_store(tmp_path / "other")
    other.close()
    (own,) = layout.keys(store.folder).iterdir()
    (foreign,) = layout.keys(other.folder).iterdir()
    own.write_bytes(foreign.read_bytes())
    with pytest.raises(WrongKeyError):
        Store.open(store.folder)
    own.write_bytes(b"no key at all")
    with pytest.raises(KeyMissingError):
        Store.open(store.folder)
    own.unlink()
    with pytest.raises(KeyMissingError):
        Store.open(store.folder)


def test_a_file_that_is_no_database_is_named(store: Store) -> None:
    store.close()
    layout.database(store.folder).write_bytes(b"")
    with pytest.raises(StoreDamagedError):
        Store.open(store.folder)


def test_a_newer_schema_is_refused_with_a_clear_sentence(store: Store) -> None:
    store.close()
    raw = connect(layout.database(store.folder), store.key)
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    with pytest.raises(SchemaTooNewError) as caught:
        Store.open(store.folder)
    assert "versi terbaru" in caught.value.message
    assert "9999" in caught.value.english


def test_a_set_up_that_is_cut_off_leaves_no_half_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("desk.store.setup.create_blobs", lambda *_: (_ for _ in ()).throw(OSError("power")))
        with pytest.raises(OSError, match="power"):
            new_store(tmp_path)
    with pytest.raises(StoreMissingError):
        Store.open(tmp_path)
    new_store(tmp_path).close()
