"""The counter on the invented office."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.office import SmallOffice, open_small_office
from tests.ui.drivers.counter import CounterDriver


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SmallOffice]:
    made = open_small_office(tmp_path / "data")
    yield made
    made.store.close()


@pytest.fixture
def sit(office: SmallOffice, qtbot: QtBot) -> Iterator[Callable[..., CounterDriver]]:
    """Seats Rahma at the counter; a second time is the program started anew."""
    seated: list[CounterDriver] = []

    def seat(**ports: object) -> CounterDriver:
        seated.append(CounterDriver(office, qtbot, **ports))
        return seated[-1]

    yield seat
    for one in seated:
        one.close()


@pytest.fixture
def counter(sit: Callable[..., CounterDriver]) -> CounterDriver:
    return sit()
