"""``desk check`` beside the store: each thing broken on purpose is found, with its cure."""

from pathlib import Path

import pytest

from desk.bootstrap import checks
from desk.bootstrap.memory import FileMemory
from tests.office import SmallOffice, open_small_office


@pytest.fixture
def office(tmp_path: Path) -> SmallOffice:
    return open_small_office(tmp_path / "data")


def test_what_ships_is_sound(tmp_path: Path) -> None:
    assert checks.check_standards(tmp_path) == []
    assert checks.check_fonts(tmp_path) == []


def test_a_broken_standard_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ksb.toml").write_text("name = 3", encoding="utf-8")
    monkeypatch.setattr(checks, "resource", lambda *_parts: tmp_path)
    (problem,) = checks.check_standards(tmp_path)
    assert problem.code == "standards"
    assert "ksb" in problem.message


OWN = """
base = "ksb"
series = "ksb"
valid_from = 2026-01-05
[services.informasi.limits.umum]
days = 7
"""


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("kantor", OWN, ""),
        ("kantor", "name = 3", "kantor.toml"),
        ("kantor", OWN + 'colour = "red"', "kantor.toml: informasi: "),
        ("kantor", 'office_roles = ["tukang_kebun"]' + OWN, "kantor: unknown role tukang_kebun"),
        ("ksb", OWN, "ksb.toml: a standard of this name ships with Desk"),
    ],
)
def test_an_offices_own_standard_is_looked_through_too(
    tmp_path: Path, name: str, text: str, says: str
) -> None:
    (tmp_path / "standards").mkdir()
    (tmp_path / "standards" / f"{name}.toml").write_text(text, encoding="utf-8")
    problems = checks.check_standards(tmp_path)
    assert [problem.code for problem in problems] == (["standards"] if says else [])
    assert all(says in problem.message for problem in problems)


def test_a_missing_font_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "FONTS", ("fonts/none.ttf",))
    (problem,) = checks.check_fonts(tmp_path)
    assert problem.code == "fonts"
    assert "none.ttf" in problem.message


def test_a_chosen_printer_that_is_gone_is_named(tmp_path: Path, qapp: object) -> None:
    memory = FileMemory(tmp_path / "window.json")
    memory.remember("text.scale", "1.0")
    memory.remember("printer.tanda_terima", '{"printer": "Epson Depan", "silent": true, "copies": 1}')
    (problem,) = checks.check_printers(tmp_path)
    assert "Epson Depan" in problem.message
    assert "tanda_terima" in problem.message


def test_without_a_chosen_printer_there_is_nothing_to_say(tmp_path: Path) -> None:
    assert checks.check_printers(tmp_path) == []


def test_a_clock_behind_the_newest_entry_is_a_problem(
    office: SmallOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = office.store.folder
    office.store.close()
    assert checks.check_clock(folder) == []
    monkeypatch.setattr(checks, "utc_now", lambda: office.clock().replace(year=2020))
    assert [problem.code for problem in checks.check_clock(folder)] == ["clock"]


def test_no_office_has_no_clock_problem(tmp_path: Path) -> None:
    assert checks.check_clock(tmp_path) == []
