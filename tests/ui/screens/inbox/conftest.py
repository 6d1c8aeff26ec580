"""The page on the invented office."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.office import SmallOffice, open_small_office
from tests.ui.drivers.inbox import InboxDriver


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SmallOffice]:
    made = open_small_office(tmp_path / "data")
    yield made
    made.store.close()


@pytest.fixture
def sit(office: SmallOffice, qtbot: QtBot) -> Iterator[Callable[[], InboxDriver]]:
    """Opens the page."""
    seated: list[InboxDriver] = []

    def seat() -> InboxDriver:
        seated.append(InboxDriver(office, qtbot))
        return seated[-1]

    yield seat
    for one in seated:
        one.close()
