"""The page on the invented office."""

from collections.abc import Callable

import pytest

from tests.ui.drivers.inbox import InboxDriver
from tests.ui.screens.conftest import Seats

Sit = Callable[[], InboxDriver]


@pytest.fixture
def sit(seats: Seats) -> Sit:
    """Opens the page."""
    return seats(InboxDriver)
