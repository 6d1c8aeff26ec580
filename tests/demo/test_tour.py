"""The tour as a smoke test: every act plays in the real windows, nothing is cut, no picture is empty."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.long, pytest.mark.timeout(1500)]


@pytest.fixture(scope="module")
def toured(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """The tour in a process of its own, as the command runs it."""
    out = tmp_path_factory.mktemp("tour") / "pictures"
    done = subprocess.run(
        [sys.executable, "-m", "desk", "tour", "--out", str(out), "--json"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return out, json.loads(done.stdout)


def test_there_are_enough_screens_and_papers(toured: tuple[Path, dict[str, Any]]) -> None:
    _out, index = toured
    assert len(index["screens"]) >= 28
    assert len(index["papers"]) >= 11


def test_no_text_is_cut(toured: tuple[Path, dict[str, Any]]) -> None:
    _out, index = toured
    assert {screen["file"]: screen["clipped"] for screen in index["screens"] if screen["clipped"]} == {}


def test_every_file_is_there_and_none_is_empty(toured: tuple[Path, dict[str, Any]]) -> None:
    out, index = toured
    named = {entry["file"] for entry in (*index["screens"], *index["papers"])}
    assert named | {"tour.json"} == {path.name for path in out.iterdir()}
    assert all((out / name).stat().st_size > 2_000 for name in named)
    assert all((out / paper["file"]).read_bytes().startswith(b"%PDF-") for paper in index["papers"])


def test_pictures_are_as_large_as_the_smallest_screen(toured: tuple[Path, dict[str, Any]]) -> None:
    out, index = toured
    for screen in index["screens"]:
        head = (out / screen["file"]).read_bytes()[16:24]
        assert (int.from_bytes(head[:4]), int.from_bytes(head[4:])) == (1366, 768), screen["file"]


def test_every_entry_names_requirements(toured: tuple[Path, dict[str, Any]]) -> None:
    _out, index = toured
    assert all(entry["name"] and entry["requirement"] for entry in (*index["screens"], *index["papers"]))


def test_the_acting_chair_is_on_the_tour(toured: tuple[Path, dict[str, Any]]) -> None:
    _out, index = toured
    slugs = {entry["file"].split("-", 1)[1] for entry in index["screens"]}
    acts = {"disposisi-dari-kertas.png", "disposisi-sekaligus.png", "tanda-tangan-plh.png"}
    assert acts <= slugs


def test_the_cable_that_is_out_is_on_the_tour(toured: tuple[Path, dict[str, Any]]) -> None:
    _out, index = toured
    names = {screen["file"].split("-", 1)[1] for screen in index["screens"]}
    assert {
        "luring.png",
        "hubungan-kantor.png",
        "perlu-dipilih.png",
        "perangkat-kantor.png",
        "bergabung.png",
    } <= names
