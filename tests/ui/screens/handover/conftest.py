"""The page on the invented office."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.office import SmallOffice, open_small_office
from tests.ui.drivers.handover import HandoverDriver


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SmallOffice]:
    made = open_small_office(tmp_path / "data")
    yield made
    made.store.close()


@pytest.fixture
def sit(office: SmallOffice, qtbot: QtBot) -> Iterator[Callable[[], HandoverDriver]]:
    """Opens the page."""
    seated: list[HandoverDriver] = []

    def seat() -> HandoverDriver:
        seated.append(HandoverDriver(office, qtbot))
        return seated[-1]

    yield seat
    for one in seated:
        one.close()
