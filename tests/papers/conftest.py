"""The small office and its shelf of papers."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desk.papers.shelf import PaperShelf
from tests.office import SmallOffice, open_small_office

Shelf = Callable[[str], PaperShelf]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SmallOffice]:
    opened = open_small_office(tmp_path / "office")
    yield opened
    opened.store.close()


@pytest.fixture
def shelf(office: SmallOffice) -> Shelf:
    """The shelf as somebody of the office uses it."""
    return lambda login: PaperShelf(office.store, office.standards, office.clock, office.at(login).actor)
