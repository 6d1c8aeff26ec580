"""Seats officers before a page of the invented office."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.office import SmallOffice
from tests.ui.drivers.desks import Desk

Seats = Callable[[Callable[..., Any]], Callable[..., Any]]


@pytest.fixture
def seats(office: SmallOffice, qtbot: QtBot) -> Iterator[Seats]:
    """Turns a page object into the act of sitting down before its page: ``sit(login)``.

    Who sat there before gets up; at the end the last one does.
    """
    seated: list[Desk] = []

    def of(driver: Callable[..., Any]) -> Callable[..., Any]:
        def sit(*who: str, **ports: object) -> Any:
            while seated:
                seated.pop().close()
            seated.append(driver(office, *who, qtbot, **ports))
            return seated[-1]

        return sit

    yield of
    for one in seated:
        one.close()
