"""A fresh store for each test, copied from one made once per process."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.store.store import Store
from tests.store.support import copy_store, new_store


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A closed empty store and its recovery code."""
    folder = tmp_path_factory.mktemp("pattern")
    store = new_store(folder)
    store.close()
    assert store.recovery_code
    return folder, store.recovery_code


@pytest.fixture
def store(pattern: tuple[Path, str], tmp_path: Path) -> Iterator[Store]:
    """An empty store of this test alone."""
    opened = copy_store(pattern[0], tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture
def code(pattern: tuple[Path, str]) -> str:
    """The recovery code of ``store``."""
    return pattern[1]
