"""``desk backup``, ``restore`` and ``check``: exit status, one line for an error, JSON for scripts."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from desk.cli import main
from tests.store.support import add, new_store, visit

CODE = "DESK_RECOVERY_CODE"


@pytest.fixture
def office(tmp_path: Path) -> tuple[Path, str]:
    """A closed store with one visit, and its recovery code."""
    folder = tmp_path / "data"
    store = new_store(folder)
    add(store, visit())
    store.close()
    assert store.recovery_code
    return folder, store.recovery_code


def desk(*arguments: object, code: str = "", typed: str = "") -> Result:
    return CliRunner().invoke(
        main, [str(a) for a in arguments], env={CODE: code or None}, input=typed or None
    )


def test_backup_restore_and_check_go_together(office: tuple[Path, str], tmp_path: Path) -> None:
    folder, code = office
    saved = desk("backup", tmp_path / "b.desk", "--data", folder, "--json")
    assert saved.exit_code == 0, saved.output
    assert json.loads(saved.output)["counts"]["visits"] == 1
    other = tmp_path / "other"
    back = desk("restore", tmp_path / "b.desk", "--data", other, "--json", code=code)
    assert back.exit_code == 0, back.output
    assert json.loads(back.output)["bundles"] == 1
    looked = desk("check", "--data", other, "--json")
    answer = json.loads(looked.output)
    assert (looked.exit_code, answer["ok"], answer["problems"]) == (0, True, [])
    assert "owner alone" in answer["key"]


def test_the_folder_may_stand_before_the_command(office: tuple[Path, str], tmp_path: Path) -> None:
    done = desk("--data", office[0], "backup", tmp_path / "b.desk")
    assert done.exit_code == 0
    assert "1 bundles, verified" in done.output


def test_the_code_is_asked_for_without_showing_it(office: tuple[Path, str], tmp_path: Path) -> None:
    folder, code = office
    desk("backup", tmp_path / "b.desk", "--data", folder)
    done = desk("restore", tmp_path / "b.desk", "--data", folder, typed=f"{code}\n")
    assert done.exit_code == 0, done.output
    assert code not in done.output
    assert "kept in" in done.output


def test_a_wrong_code_is_one_english_line(office: tuple[Path, str], tmp_path: Path) -> None:
    desk("backup", tmp_path / "b.desk", "--data", office[0])
    done = desk("restore", tmp_path / "b.desk", "--data", tmp_path / "other", code="ABCD")
    assert done.exit_code == 1
    assert done.stderr.startswith("desk: The recovery code is incomplete")
    assert done.stderr.count("\n") == 1


def test_an_empty_folder_has_a_problem_with_a_cure(tmp_path: Path) -> None:
    done = desk("check", "--data", tmp_path)
    assert done.exit_code == 1
    assert "PROBLEM store_missing" in done.output
    assert "cure: Start Desk once" in done.output


def test_search_is_rebuilt_on_demand(office: tuple[Path, str]) -> None:
    done = desk("check", "--rebuild-search", "--data", office[0])
    assert done.exit_code == 0, done.output
    assert "all well" in done.output


def test_a_missing_argument_is_wrong_use() -> None:
    assert desk("backup").exit_code == 2
