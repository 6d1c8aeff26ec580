"""The page on the invented office."""

from collections.abc import Callable

import pytest

from tests.ui.drivers.ekspedisi import EkspedisiDriver
from tests.ui.screens.conftest import Seats

Sit = Callable[[], EkspedisiDriver]


@pytest.fixture
def sit(seats: Seats) -> Sit:
    """Opens the page."""
    return seats(EkspedisiDriver)
