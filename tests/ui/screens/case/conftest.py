"""The page on the invented office."""

from collections.abc import Callable

import pytest

from tests.ui.drivers.case import CaseDriver
from tests.ui.screens.conftest import Seats

Sit = Callable[[str], CaseDriver]


@pytest.fixture
def sit(seats: Seats) -> Sit:
    """Seats an officer before the program."""
    return seats(CaseDriver)
