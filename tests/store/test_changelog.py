"""The log holds every change, cannot be edited, and tells where its chain was broken."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.models import Base, Visit
from desk.store import layout, triggers
from desk.store.changelog import erase, record_command
from desk.store.engine import connect, value_hash
from desk.store.history import history
from desk.store.store import Store
from tests.store.support import ACTOR, NOW, add, case, visit


def log(store: Store) -> list[tuple[str, str, str | None, str | None]]:
    with store.read() as session:
        rows = session.execute(
            sa.text("SELECT tbl, op, old, new FROM change JOIN change_value USING (id) ORDER BY change.id")
        )
        return [tuple(row) for row in rows]  # type: ignore[misc]


def test_every_table_is_captured_or_listed_as_local() -> None:
    captured = {table.name for table in triggers.captured_tables()}
    assert captured | triggers.LOCAL_ONLY == set(Base.metadata.tables)
    assert not captured & triggers.LOCAL_ONLY


def test_insert_update_and_delete_are_logged_with_who_and_what(store: Store) -> None:
    row = visit(name="Melati")
    add(store, row)
    with store.write(ACTOR, "leave", NOW) as session:
        found = session.get(Visit, row.id)
        assert found is not None
        found.left_at = NOW
        found.card = "12"
    with store.write(ACTOR, "remove", NOW) as session:
        session.execute(sa.delete(Visit))
    with store.read() as session:
        made, left, gone = history(session, "visits", row.id)
    assert (made.op, made.new["name"], made.old) == ("I", "Melati", {})
    assert (left.op, left.old, left.new) == (
        "U",
        {"left_at": None, "card": ""},
        {"left_at": "2026-03-13T01:00:00.000000Z", "card": "12"},
    )
    assert (gone.op, gone.old["card"], gone.new) == ("D", "12", {})
    assert {(e.staff_id, e.role, e.place) for e in (made, left, gone)} == {
        (ACTOR.staff_id, ACTOR.role, ACTOR.device)
    }
    assert [e.action for e in (made, left, gone)] == ["register", "leave", "remove"]


def test_bulk_and_raw_statements_are_logged_row_by_row(store: Store) -> None:
    add(store, visit(), visit(), visit())
    with store.write(ACTOR, "bulk", NOW) as session:
        session.execute(sa.update(Visit).values(note="a"))
        session.execute(sa.text("UPDATE visits SET note = 'b' WHERE name = name"))
    assert [op for _, op, _, _ in log(store)] == ["I"] * 3 + ["U"] * 6


def test_an_update_that_changes_nothing_logs_nothing(store: Store) -> None:
    add(store, visit())
    with store.write(ACTOR, "noop", NOW) as session:
        session.execute(sa.text("UPDATE visits SET name = name"))
    assert len(log(store)) == 1
    assert store.verify_chain().bundles == 1


def test_what_a_savepoint_took_back_is_not_logged(store: Store) -> None:
    with store.write(ACTOR, "half", NOW) as session:
        session.add(visit(name="kept"))
        session.flush()
        savepoint = session.begin_nested()
        session.add(visit(name="dropped"))
        session.flush()
        savepoint.rollback()
    assert [new is not None and "kept" in new for _, _, _, new in log(store)] == [True]
    assert store.verify_chain().ok


def test_replacing_a_row_logs_the_row_it_removes(store: Store) -> None:
    row = visit()
    add(store, row)
    with store.write(ACTOR, "replace", NOW) as session:
        again = sa.insert(Visit).prefix_with("OR REPLACE")
        columns = list(Visit.__table__.columns)
        session.execute(again.from_select(columns, sa.select(*columns)))
    assert [op for _, op, _, _ in log(store)] == ["I", "D", "I"]


def test_an_id_never_changes(store: Store) -> None:
    add(store, visit())
    refused = pytest.raises(sa.exc.IntegrityError, match="id never changes")
    with refused, store.write(ACTOR, "x", NOW) as session:
        session.execute(sa.text("UPDATE visits SET id = 'other'"))


def test_commands_are_part_of_the_bundle(store: Store) -> None:
    row = case()
    with store.write(ACTOR, "open_case", NOW) as session:
        session.add(row)
        session.flush()
        record_command(session, row_id=row.id, from_step=None, verb="open", to_step="received")
    with store.read() as session:
        found = session.execute(sa.text("SELECT txn, tbl, from_step, verb, to_step FROM command")).one()
    assert tuple(found) == (1, "cases", None, "open", "received")
    tamper(store, "command", "UPDATE command SET verb = 'close'")
    assert store.verify_chain().reason == "its contents were altered"


def tamper(store: Store, table: str, sql: str) -> None:
    """Change the file as somebody with the key could, past the guards."""
    raw = connect(layout.database(store.folder), store.key, foreign_keys=False)
    for name, on in raw.execute("SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        if on == table:
            raw.execute(f'DROP TRIGGER "{name}"')
    raw.execute(sql)
    raw.close()


@pytest.mark.parametrize(
    ("table", "sql", "at", "reason"),
    [
        ("txn", "UPDATE txn SET actor = 'other' WHERE position = 2", 2, "contents were altered"),
        ("txn", "DELETE FROM txn WHERE position = 2", 3, "missing"),
        ("txn", "UPDATE txn SET chain_hash = zeroblob(32) WHERE position = 2", 2, "chain hash is wrong"),
        ("txn", "UPDATE txn SET prev_hash = zeroblob(32) WHERE position = 2", 2, "does not follow"),
        ("txn", "UPDATE txn SET seq = 7 WHERE position = 2", 2, "gap"),
        ("change", "UPDATE change SET op = 'D' WHERE txn = 2", 2, "contents were altered"),
        ("change", "DELETE FROM change WHERE txn = 2", 2, "contents were altered"),
        ("change_value", "UPDATE change_value SET new = '{}' WHERE id = 2", 2, "were altered"),
        ("change_value", "DELETE FROM change_value WHERE id = 2", 2, "are missing"),
        ("change_value", "INSERT INTO change_value (id) VALUES (99)", 4, "without a change"),
    ],
)
def test_tampering_is_found_where_it_happened(
    store: Store, table: str, sql: str, at: int, reason: str
) -> None:
    for _ in range(3):
        add(store, visit())
    assert store.verify_chain().ok
    tamper(store, table, sql)
    report = store.verify_chain()
    assert report.broken_at == at
    assert reason in report.reason


@pytest.mark.parametrize("table", ["txn", "change", "change_value", "command", "erasure"])
@pytest.mark.parametrize("verb", ["DELETE FROM {}", "UPDATE {} SET id = id + 100"])
def test_the_log_is_insert_only(store: Store, table: str, verb: str) -> None:
    row = case()
    with store.write(ACTOR, "open_case", NOW) as session:
        session.add(row)
        session.flush()
        record_command(session, row_id=row.id, from_step=None, verb="open", to_step="received")
        erase(session, table="cases", row_id=row.id, blanks={})
    with (
        pytest.raises(sa.exc.IntegrityError, match=r"insert-only|only ever emptied"),
        store.local() as session,
    ):
        session.execute(sa.text(verb.format(table)))


def test_a_transaction_that_closed_no_bundle_cannot_commit(store: Store) -> None:
    with store._writer.connect() as connection:
        transaction = connection.begin()
        connection.info["capture"].position = 1
        connection.execute(sa.insert(Visit).values(_values(visit())))
        connection.info["capture"].position = None
        with pytest.raises(sa.exc.IntegrityError, match="FOREIGN KEY"):
            transaction.commit()


def _values(row: Visit) -> dict[str, object]:
    given = {
        c.name: getattr(row, c.name) for c in Visit.__table__.columns if getattr(row, c.name) is not None
    }
    return {"id": "x", **given}


def test_erasure_empties_row_and_history_and_keeps_the_chain(store: Store) -> None:
    row, other = visit(name="Dilupakan", phone="+6281111"), visit(name="Tetap")
    add(store, row, other)
    head = store.verify_chain().head
    with store.write(ACTOR, "erase", NOW) as session:
        erase(session, table="visits", row_id=row.id, blanks={"name": "(dihapus)", "phone": ""})
    report = store.verify_chain()
    assert report.ok
    assert report.head != head
    assert not any("Dilupakan" in (old or "") + (new or "") for _, _, old, new in log(store))
    with store.read() as session:
        assert [entry.erased for entry in history(session, "visits", row.id)] == [True, True]
        assert [entry.erased for entry in history(session, "visits", other.id)] == [False]
        assert set(session.scalars(sa.select(Visit.name))) == {"(dihapus)", "Tetap"}


@given(
    one=st.tuples(st.binary(max_size=4), st.none() | st.text(max_size=4), st.none() | st.text(max_size=4)),
    two=st.tuples(st.binary(max_size=4), st.none() | st.text(max_size=4), st.none() | st.text(max_size=4)),
)
def test_no_two_changes_share_a_hash(
    one: tuple[bytes, str | None, str | None], two: tuple[bytes, str | None, str | None]
) -> None:
    padded = [(salt.ljust(16, b"\0"), old, new) for salt, old, new in (one, two)]
    assert (value_hash(*padded[0]) == value_hash(*padded[1])) == (padded[0] == padded[1])


STEPS = st.lists(st.tuples(st.sampled_from("IUDX"), st.integers(0, 3), st.text(max_size=8)), max_size=12)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(bundles=st.lists(STEPS, min_size=1, max_size=5))
def test_replaying_the_log_gives_the_table(store: Store, bundles: list[list[tuple[str, int, str]]]) -> None:
    for steps in bundles:
        try:
            with store.write(ACTOR, "random", NOW) as session:
                for op, slot, text in steps:
                    _apply(session.connection(), op, f"row-{slot}", text)
        except ZeroDivisionError:
            continue
    with store.read() as session:
        rows = session.execute(sa.text("SELECT id, note FROM visits")).all()
    assert dict(_replayed(store)) == {row.id: row.note for row in rows}
    assert store.verify_chain().ok


def _apply(connection: sa.Connection, op: str, row_id: str, text: str) -> None:
    """Insert or overwrite, update, delete, or fail (X)."""
    there = connection.execute(sa.select(Visit.id).where(Visit.id == row_id)).first() is not None
    if op == "I" and not there:
        connection.execute(
            sa.insert(Visit).values(
                id=row_id, day=NOW.date(), arrived_at=NOW, name="n", purpose="p", registered_by="s", note=text
            )
        )
    elif op in "IU":
        connection.execute(sa.update(Visit).where(Visit.id == row_id).values(note=text))
    elif op == "D":
        connection.execute(sa.delete(Visit).where(Visit.id == row_id))
    elif len(text) > 6:
        raise ZeroDivisionError


def _replayed(store: Store) -> Iterator[tuple[str, str]]:
    notes: dict[str, str] = {}
    with store.read() as session:
        for row in session.execute(sa.text("SELECT DISTINCT row_id FROM change")):
            for entry in history(session, "visits", row.row_id):
                if entry.op == "D":
                    notes.pop(row.row_id)
                elif "note" in entry.new:
                    notes[row.row_id] = entry.new["note"]
    yield from notes.items()
