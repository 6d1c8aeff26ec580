"""The page on the invented office."""

from collections.abc import Callable

import pytest

from tests.ui.drivers.counter import CounterDriver
from tests.ui.screens.conftest import Seats

Sit = Callable[..., CounterDriver]


@pytest.fixture
def sit(seats: Seats) -> Sit:
    """Seats Rahma at the counter; a second time is the program started anew."""
    return seats(CounterDriver)


@pytest.fixture
def counter(sit: Sit) -> CounterDriver:
    return sit()
