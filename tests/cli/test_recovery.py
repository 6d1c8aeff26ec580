"""``desk recovery``: a new code on a sheet, and a lost key brought back by a code."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from desk.cli import main
from desk.store import layout
from tests.ui.drivers.building import PASSWORD, found, words_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found(tmp_path / "data")
    return tmp_path / "data"


def desk(folder: Path, *arguments: str, code: str = "", password: str = PASSWORD) -> Result:
    env = {"DESK_PASSWORD": password, "DESK_RECOVERY_CODE": code or None}
    return CliRunner().invoke(main, [*arguments, "--data", str(folder)], env=env, prog_name="desk")


def new_code(folder: Path, sheet: Path) -> str:
    done = desk(folder, "recovery", "new", str(sheet), "--login", "admin", "--json")
    assert done.exit_code == 0, done.output
    assert json.loads(done.output)["file"] == str(sheet)
    words = words_of(sheet.read_bytes())
    code = next(word for word in words.split() if word.count("-") == 6)
    assert code not in done.output
    assert "Akun pertama" not in words
    return code


def test_a_lost_key_is_told_and_brought_back(folder: Path, tmp_path: Path) -> None:
    code = new_code(folder, tmp_path / "lembar.pdf")
    for path in layout.keys(folder).iterdir():
        path.unlink()
    looked = desk(folder, "check")
    assert looked.exit_code == 1
    assert "PROBLEM key_missing" in looked.output
    assert "cure: desk recovery open" in looked.output
    assert "key   " not in looked.output
    back = desk(folder, "recovery", "open", code=code)
    assert back.exit_code == 0, back.output
    assert "the key is back" in back.output
    assert desk(folder, "check").exit_code == 0


def test_without_the_right_code_nothing_comes_back(folder: Path, tmp_path: Path) -> None:
    code = new_code(folder, tmp_path / "lembar.pdf")
    new_code(folder, tmp_path / "lembar-2.pdf")
    (path,) = layout.keys(folder).iterdir()
    path.unlink()
    for wrong, sentence in (
        (code, "The recovery code belongs to other data."),
        ("AB", "The recovery code is"),
    ):
        done = desk(folder, "recovery", "open", code=wrong)
        assert done.exit_code == 1
        assert done.stderr.startswith(f"desk: {sentence}")
        assert done.stderr.count("\n") == 1
    assert not path.exists()


def test_a_sheet_that_cannot_be_written_leaves_the_old_code(folder: Path, tmp_path: Path) -> None:
    code = new_code(folder, tmp_path / "lembar.pdf")
    done = desk(folder, "recovery", "new", str(tmp_path / "no" / "lembar.pdf"), "--login", "admin")
    assert done.exit_code == 1
    assert "the old code stays" in done.stderr
    assert desk(folder, "recovery", "open", code=code).exit_code == 0


@pytest.mark.parametrize(("login", "password"), [("rahma", PASSWORD), ("admin", "salah-semua")])
def test_nobody_else_makes_a_code(folder: Path, tmp_path: Path, login: str, password: str) -> None:
    done = desk(folder, "recovery", "new", str(tmp_path / "x.pdf"), "--login", login, password=password)
    assert done.exit_code == 1
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "x.pdf").exists()
