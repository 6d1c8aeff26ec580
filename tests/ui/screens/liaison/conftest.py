"""The page on the invented office."""

from collections.abc import Callable
from functools import partial

import pytest

from tests.ui.drivers.ppid import TrayDriver
from tests.ui.screens.conftest import Seats

Sit = Callable[[str], TrayDriver]


@pytest.fixture
def sit(seats: Seats) -> Sit:
    """Seats an officer before the page."""
    return seats(partial(TrayDriver, page_id="liaison"))
