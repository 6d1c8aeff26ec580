"""The small office and its shelf of papers."""

from collections.abc import Callable

import pytest

from desk.papers.shelf import PaperShelf
from tests.office import SmallOffice

Shelf = Callable[[str], PaperShelf]


@pytest.fixture
def shelf(office: SmallOffice) -> Shelf:
    """The shelf as somebody of the office uses it."""
    return lambda login: PaperShelf(office.store, office.standards, office.clock, office.at(login).actor)
