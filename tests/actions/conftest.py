"""Two counters of the invented office, open."""

import pytest

from desk.actions.counters import open_counter
from desk.actions.workplace import Workplace
from tests.office import SmallOffice


@pytest.fixture
def counter(office: SmallOffice) -> Workplace:
    place = office.at("rahma", 1)
    open_counter(place)
    return place


@pytest.fixture
def other(office: SmallOffice) -> Workplace:
    place = office.at("yudi", 2)
    open_counter(place)
    return place
