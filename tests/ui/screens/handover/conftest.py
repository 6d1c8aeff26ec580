"""The page on the invented office."""

from collections.abc import Callable

import pytest

from tests.ui.drivers.handover import HandoverDriver
from tests.ui.screens.conftest import Seats

Sit = Callable[[], HandoverDriver]


@pytest.fixture
def sit(seats: Seats) -> Sit:
    """Opens the page."""
    return seats(HandoverDriver)
