"""An office of each test's own, and processes that work in it until they are killed."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

import pytest


class Live(Protocol):
    """Runs one process over a folder and answers by which status it ended."""

    def __call__(self, folder: Path, life: str = "morning", **order: Any) -> int: ...


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tests.faults.reopening import found

    folder = tmp_path_factory.mktemp("office")
    found(folder / "data")
    return folder


@pytest.fixture
def folder(pattern: Path, tmp_path: Path) -> Path:
    shutil.copytree(pattern, tmp_path / "office")
    return tmp_path / "office"


@pytest.fixture(scope="session")
def live() -> Iterator[Live]:
    nursery = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.nursery"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    with nursery:

        def run(folder: Path, life: str = "morning", **order: Any) -> int:
            assert nursery.stdin is not None
            assert nursery.stdout is not None
            print(json.dumps({"life": life, "folder": str(folder), **order}), file=nursery.stdin, flush=True)
            return int(nursery.stdout.readline())

        yield run
        assert nursery.stdin is not None
        nursery.stdin.close()
