"""The page on the invented office."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.office import SmallOffice, open_small_office
from tests.ui.drivers.ppid import TrayDriver


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SmallOffice]:
    made = open_small_office(tmp_path)
    yield made
    made.store.close()


@pytest.fixture
def sit(office: SmallOffice, qtbot: QtBot) -> Iterator[Callable[[str], TrayDriver]]:
    """Seats an officer before the page."""
    seated: list[TrayDriver] = []

    def seat(login: str) -> TrayDriver:
        seated.append(TrayDriver(office, login, qtbot, "liaison"))
        return seated[-1]

    yield seat
    for one in seated:
        one.close()
