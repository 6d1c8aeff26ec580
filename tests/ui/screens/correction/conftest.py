"""The page on the invented office."""

from collections.abc import Callable

import pytest

from tests.ui.drivers.correction import CorrectionDriver
from tests.ui.screens.conftest import Seats

Sit = Callable[[str], CorrectionDriver]


@pytest.fixture
def sit(seats: Seats) -> Sit:
    """Seats an officer before the program."""
    return seats(CorrectionDriver)
