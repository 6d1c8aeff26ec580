"""The revisions make exactly what the models say, and fail whole or not at all."""

import ast
import re
from pathlib import Path

import pytest
import sqlalchemy as sa

from desk.models import Base
from desk.store import layout, migrations, search_index, setup, triggers
from desk.store.engine import connect, make_engine
from desk.store.errors import StoreDamagedError
from desk.store.keys import MachineKeys
from desk.store.migrations import make, run
from desk.store.store import Store
from tests.store.support import CHEAP, add, visit

ROOT = Path(migrations.__file__).parents[2]


def engine_of(store: Store, *, foreign_keys: bool = False) -> sa.Engine:
    return make_engine(store.folder / "office" / "desk.db", store.key, writer=True, foreign_keys=foreign_keys)


def test_migrations_equal_the_models(store: Store) -> None:
    with engine_of(store).begin() as connection:
        assert run.differences(connection) == []


def test_each_index_of_the_models_is_in_the_file_and_no_other(store: Store) -> None:
    wanted = {index.name for table in Base.metadata.tables.values() for index in table.indexes}
    with store.read() as session:
        query = "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        assert set(session.scalars(sa.text(query))) == wanted


def test_triggers_in_the_file_are_those_of_the_models(store: Store) -> None:
    with engine_of(store).begin() as connection:
        assert run.stored_triggers(connection) == triggers.all_triggers()


def test_derived_objects_belong_to_the_newest_revision() -> None:
    assert run.derived_fingerprint() == migrations.DERIVED, (
        "triggers or search indexes changed: make a new revision (an empty one will do) and set DERIVED"
    )


def test_revisions_form_one_line_up_to_head() -> None:
    files = sorted((Path(migrations.__file__).parent / "versions").glob("0*.py"))
    seen = []
    for file in files:
        names = dict(re.findall(r"^(revision|down_revision) = (.+)$", file.read_text(), re.MULTILINE))
        seen.append((ast.literal_eval(names["revision"]), ast.literal_eval(names["down_revision"])))
        assert file.name.startswith(seen[-1][0])
    assert [revision for revision, _ in seen] == [f"{n:04d}" for n in range(1, len(seen) + 1)]
    assert [down for _, down in seen] == [None, *(revision for revision, _ in seen[:-1])]
    assert seen[-1][0] == migrations.HEAD


def test_nothing_is_left_to_make() -> None:
    assert "create_table" not in make.body()


def test_making_a_revision_needs_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    assert make.main([]) == 2
    assert "usage" in capsys.readouterr().err


def test_renewing_keeps_rows_log_and_search(store: Store) -> None:
    add(store, visit())
    with engine_of(store).begin() as connection:
        run.upgrade(connection)
    assert store.verify_chain().bundles == 1
    with store.read() as session:
        assert session.execute(sa.text("SELECT count(*) FROM search_visit")).scalar_one() == 1


def test_search_is_made_anew_only_where_it_changed(store: Store) -> None:
    add(store, visit())
    with engine_of(store).begin() as connection:
        connection.exec_driver_sql("DELETE FROM search_visit")
        run.renew_derived(connection)
        assert connection.execute(sa.text("SELECT count(*) FROM search_visit")).scalar_one() == 0
        connection.exec_driver_sql("DROP TABLE search_visit")
        run.renew_derived(connection)
        assert connection.execute(sa.text("SELECT count(*) FROM search_visit")).scalar_one() == 1


def test_an_older_store_is_brought_up_to_date_when_opened(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = store.folder / "older"
    with monkeypatch.context() as patched:
        patched.setattr(setup, "HEAD", "0001")
        patched.setattr(setup, "identify", lambda *_, **__: None)
        key, _ = _prepared_at("0001", folder, patched)
    raw = connect(layout.database(folder), key)
    names = {row[0] for row in raw.execute("SELECT name FROM sqlite_master").fetchall()}
    assert "visits" in names
    assert "cases" not in names
    raw.execute("INSERT INTO store_meta VALUES ('device', 'd'), ('incarnation', 'i')")
    raw.close()
    opened = Store.open(folder)
    assert opened.identity.schema_version == migrations.HEAD
    add(opened, visit())
    opened.close()


def _prepared_at(revision: str, folder: Path, patched: pytest.MonkeyPatch) -> tuple[bytes, str]:
    """A store as an older program would have made it."""
    upgrade = run.upgrade
    patched.setattr(run, "upgrade", lambda connection: upgrade(connection, revision))
    return setup.prepare(folder, MachineKeys(folder, CHEAP))


def test_revisions_refuse_to_run_with_foreign_keys_on(store: Store) -> None:
    engine = engine_of(store, foreign_keys=True)
    with engine.begin() as connection, pytest.raises(ValueError, match="foreign keys off"):
        run.upgrade(connection)


def test_a_revision_that_leaves_strays_changes_nothing(store: Store) -> None:
    engine = engine_of(store)
    with pytest.raises(StoreDamagedError), engine.begin() as connection:
        _break_and_upgrade(connection)
    with engine.begin() as connection:
        assert run.stored_triggers(connection) == triggers.all_triggers()
        assert connection.execute(sa.text("SELECT count(*) FROM applicants")).scalar_one() == 0


def _break_and_upgrade(connection: sa.Connection) -> None:
    """A child row without its parent, as a careless rebuild leaves it."""
    for name in run.stored_triggers(connection):
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    table = Base.metadata.tables["applicants"]
    connection.execute(
        table.insert().values(
            {c.name: "x" for c in table.columns if not c.nullable} | {"id": "a", "case_id": "no case"}
        )
    )
    run.upgrade(connection)


def test_no_statement_of_the_program_replaces_rows() -> None:
    """``INSERT OR REPLACE`` skips delete triggers unless recursive triggers are on: nobody relies on that.

    Rows of the office's server are written past the log anyway.
    """
    banned = re.compile(r"\b(insert\s+or\s+replace|replace\s+into)\b", re.IGNORECASE)
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in ROOT.rglob("*.py")
        if path != ROOT / "store" / "replica.py"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and banned.search(node.value)
    ]
    assert found == []


def test_search_tables_are_all_named_so_that_comparison_passes_over_them() -> None:
    assert all(name.startswith("search_") for name in search_index.tables_sql())
