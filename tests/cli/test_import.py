"""``desk import visits``: dry run, errors by line, whole or not at all."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import func, select

from desk.actions.accounts import hash_password
from desk.cli import main
from desk.models import Credential, Visit
from desk.store.actor import Actor
from desk.store.store import Store
from tests.office import open_small_office

PASSWORD = "rahasia-kantor"
GOOD = "nama;tanggal;NIK\nLestari Ayu;06/03/2026;x\nMade Wirawan;06-03-2026;y\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    office = open_small_office(tmp_path / "office")
    with office.store.write(Actor("system", "setup", "admin"), "set_password", office.clock()) as session:
        session.add(Credential(id=office.founded.staff["admin"], password_hash=hash_password(PASSWORD)))
    office.store.close()
    return tmp_path / "office"


def run(folder: Path, book: str, *options: str, password: str = PASSWORD) -> Result:
    file = folder.parent / "book.csv"
    file.write_text(book, "utf-8")
    command = ["import", "visits", str(file), "--login", "admin", "--data", str(folder), *options]
    return CliRunner().invoke(main, command, env={"DESK_PASSWORD": password})


def visits_in(folder: Path) -> int:
    store = Store.open(folder)
    with store.read() as session:
        count = session.scalar(select(func.count()).select_from(Visit)) or 0
    store.close()
    return count


def test_without_yes_it_only_says_what_it_would_do(folder: Path) -> None:
    done = run(folder, GOOD)
    assert done.exit_code == 0, done.output
    assert "new: 2, known already: 0, in error: 0" in done.output
    assert "columns passed over: NIK" in done.output
    assert "dry run" in done.output
    assert visits_in(folder) == 0


def test_with_yes_it_writes_and_a_second_run_finds_everything_known(folder: Path) -> None:
    assert "written: 2" in run(folder, GOOD, "--yes").output
    again = json.loads(run(folder, GOOD, "--yes", "--json").output)
    assert (again["written"], again["duplicates"]) == (0, [2, 3])
    assert visits_in(folder) == 2


def test_errors_come_by_line_and_nothing_is_written(folder: Path) -> None:
    done = run(folder, f"{GOOD}Nyoman;tgl 3;\n", "--yes")
    assert done.exit_code == 1
    assert "line 4: the date 'tgl 3' cannot be read" in done.stderr
    assert visits_in(folder) == 0


def test_json_carries_the_errors(folder: Path) -> None:
    done = run(folder, "nama;tanggal\n;06/03/2026\n", "--json")
    assert done.exit_code == 1
    answer = json.loads(done.stdout)
    assert answer["errors"] == [{"line": 2, "column": "name", "message": "the name is missing"}]
    assert answer["dry_run"]


def test_a_wrong_password_or_a_strange_file_is_one_line(folder: Path) -> None:
    assert run(folder, GOOD, password="salah").exit_code == 1
    strange = run(folder, "a;b\n1;2\n", "--yes")
    assert (strange.exit_code, strange.stderr.count("\n")) == (1, 1)
    assert "No column for the name" in strange.stderr
