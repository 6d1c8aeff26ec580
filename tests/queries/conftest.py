"""The small office for tests of reads."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.office import SmallOffice, open_small_office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SmallOffice]:
    opened = open_small_office(tmp_path / "office")
    yield opened
    opened.store.close()
