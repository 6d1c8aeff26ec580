"""“Perbaiki isian” on the invented office."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.office import SmallOffice, open_small_office
from tests.ui.drivers.correction import CorrectionDriver

Sit = Callable[[str], CorrectionDriver]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SmallOffice]:
    made = open_small_office(tmp_path)
    yield made
    made.store.close()


@pytest.fixture
def sit(office: SmallOffice, qtbot: QtBot) -> Iterator[Sit]:
    """Seats an officer before the program; who sat there before gets up."""
    seated: list[CorrectionDriver] = []

    def seat(login: str) -> CorrectionDriver:
        while seated:
            seated.pop().close()
        seated.append(CorrectionDriver(office, login, qtbot))
        return seated[-1]

    yield seat
    for one in seated:
        one.close()
