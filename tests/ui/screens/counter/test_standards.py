"""The counter of an office that runs under another standard than KSB."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.services.catalog import served
from desk.ui.screens.counter.sheets import ServiceList
from tests.office import open_small_office
from tests.ui.clipping import clipped_texts
from tests.ui.drivers.counter import CounterDriver
from tests.ui.drivers.desks import CTRL


@pytest.mark.parametrize("standard", ["ntt", "kpg"])
def test_the_counter_offers_the_services_of_its_standard(tmp_path: Path, qtbot: QtBot, standard: str) -> None:
    office = open_small_office(tmp_path, standard=standard)
    counter = CounterDriver(office, qtbot)
    services = office.standards.get(standard).services
    first, *_ = served(services)
    assert counter.sheet.form.slug == first
    assert counter.sheet.heading.text() == services[first].name
    counter.press(Qt.Key.Key_G, CTRL)
    listed = counter.window.findChild(ServiceList)
    assert {row.key for row in listed.list.rows()} <= services.keys()
    assert clipped_texts(counter.window) == []
    counter.close()
    office.store.close()
