"""A counter's process killed at named points of intake: nothing told is lost, no number doubled, the chain
whole, and the next process goes on from there."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

if os.name == "nt":
    pytest.skip("SIGKILL and fork", allow_module_level=True)

from tests.faults.inspection import Told, inspect, spare_blobs
from tests.faults.points import POINTS
from tests.faults.reopening import found

Life = Callable[..., int]


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("office")
    found(folder / "data")
    return folder


@pytest.fixture
def folder(pattern: Path, tmp_path: Path) -> Path:
    shutil.copytree(pattern, tmp_path / "office")
    return tmp_path / "office"


@pytest.fixture(scope="module")
def live() -> Iterator[Life]:
    """Runs one process over a folder and answers by which status it ended."""
    nursery = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.morning"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    with nursery:
        assert nursery.stdin is not None

        def run(folder: Path, round_: int, point: str = "", nth: int = 0, guests: int = 3) -> int:
            order = {"folder": str(folder), "round_": round_, "point": point, "nth": nth, "guests": guests}
            print(json.dumps(order), file=nursery.stdin, flush=True)
            assert nursery.stdout is not None
            return int(nursery.stdout.readline())

        yield run
        nursery.stdin.close()


@pytest.mark.parametrize("point", POINTS)
def test_a_killed_counter_loses_nothing_it_told(folder: Path, live: Life, point: str) -> None:
    extra: list[str] = []
    for round_, nth in enumerate(POINTS[point].nth):
        assert live(folder, round_, point, nth) == -signal.SIGKILL
        told = Told.of(folder / "diary.jsonl")
        assert told.doing is not None
        if POINTS[point].whole:
            extra.append(told.doing)
        inspect(folder, told, extra)
    assert live(folder, 2, guests=1) == 0
    inspect(folder, Told.of(folder / "diary.jsonl"), extra)
    assert spare_blobs(folder) <= 2


def test_a_morning_in_peace_is_the_same_work(folder: Path, live: Life) -> None:
    assert live(folder, 0) == 0
    told = Told.of(folder / "diary.jsonl")
    inspect(folder, told, [])
    assert {"register_visit", "open_case", "update_checklist", "sign_letter", "hand_over"} <= set(
        told.actions()
    )
    assert told.drafts() == {}
    assert spare_blobs(folder) == 0
