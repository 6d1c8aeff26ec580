"""The page on the invented office."""

from collections.abc import Callable

import pytest

from tests.ui.drivers.disposition import DispositionDriver
from tests.ui.screens.conftest import Seats

Sit = Callable[[str], DispositionDriver]


@pytest.fixture
def sit(seats: Seats) -> Sit:
    """Seats an officer before the inbox."""
    return seats(DispositionDriver)
