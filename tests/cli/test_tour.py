"""``desk tour``: what it prints, and that a cut text fails it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from desk.cli import main
from desk.demo.album import Album, Picture, Sheet

SCREEN = Picture("Masuk", "01-masuk.png", ("P1",))
PAPER = Sheet("Tanda terima", "kertas-01-tanda-terima.pdf", ("S3", "R4"))


def run(monkeypatch: pytest.MonkeyPatch, out: Path, screen: Picture, *options: str) -> Result:
    def pretend(folder: Path, _say: Callable[[str], object]) -> Album:
        return Album(folder, [screen], [PAPER])

    monkeypatch.setattr("desk.demo.tour.run_tour", pretend)
    return CliRunner().invoke(main, ["tour", "--out", str(out), *options], prog_name="desk")


def test_json_names_screens_and_papers_with_their_requirements(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    done = run(monkeypatch, tmp_path, SCREEN, "--json")
    assert done.exit_code == 0, done.output
    answer = json.loads(done.stdout)
    assert answer["screens"] == [
        {"name": "Masuk", "file": "01-masuk.png", "requirement": ["P1"], "clipped": []}
    ]
    assert answer["papers"][0]["requirement"] == ["S3", "R4"]


def test_a_cut_text_is_one_line_and_status_1(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    done = run(monkeypatch, tmp_path, Picture("Masuk", "01-masuk.png", ("P1",), ("Nama peng…",)))
    assert done.exit_code == 1
    assert "01-masuk.png" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_folder_is_needed() -> None:
    assert CliRunner().invoke(main, ["tour"], prog_name="desk").exit_code == 2
