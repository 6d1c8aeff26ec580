"""The page on the invented office."""

from collections.abc import Callable

import pytest

from tests.ui.drivers.cases_list import CasesDriver
from tests.ui.screens.conftest import Seats

Sit = Callable[[], CasesDriver]


@pytest.fixture
def sit(seats: Seats) -> Sit:
    """Opens the page."""
    return seats(CasesDriver)
