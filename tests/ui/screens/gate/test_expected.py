"""Guests the gate expects: Enter registers who came, F6 takes them into the form (G1)."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.actions.events import cancel_event, keep_event
from desk.actions.resources import ResourceDraft, keep_resource
from desk.queries import visits
from desk.ui.screens.gate.expected import ExpectedPage
from tests.actions.test_appointments import TODAY, booked
from tests.services.test_education_events import EVENT
from tests.ui.clipping import clipped_texts
from tests.ui.drivers.gate import GateDriver, gate_window

LINE = 6


@pytest.fixture
def gate(tmp_path: Path, qtbot: QtBot) -> Iterator[GateDriver]:
    with gate_window(tmp_path, qtbot) as driver:
        yield driver


def page(gate: GateDriver) -> ExpectedPage:
    gate.settle()
    return gate._page(ExpectedPage)


def states(gate: GateDriver) -> list[str]:
    model = page(gate).table.model
    return [str(model.index(row, model.columnCount() - 1).data()) for row in range(model.rowCount())]


def test_nobody_expected_says_what_will_stand_here(gate: GateDriver) -> None:
    gate.go(LINE)
    assert page(gate).table.empty.isVisible()
    assert not page(gate).came.isEnabled()


def test_enter_registers_who_came_and_undo_takes_it_back(gate: GateDriver) -> None:
    booked(gate.office)
    gate.go(LINE)
    assert states(gate) == ["ditunggu"]
    assert gate.count("Tamu ditunggu") == 1
    gate.enter()
    assert states(gate) == ["datang 09.00"]
    (row,) = gate.office.at("bayu").ask(visits.of_day, TODAY)
    assert (row.name, row.errand, row.meets) == ("Maria Ndun", "appointment", "Hendra Kusuma, Sekretaris")
    assert gate.count("Tamu ditunggu") == 0
    gate.enter()
    assert len(gate.office.at("bayu").ask(visits.of_day, TODAY)) == 1
    gate.undo()
    assert states(gate) == ["ditunggu"]
    assert clipped_texts(gate.window) == []


def test_with_card_and_identity_the_guest_goes_through_the_form(gate: GateDriver) -> None:
    kept = booked(gate.office)
    gate.go(LINE)
    states(gate)
    gate.press(Qt.Key.Key_F6)
    assert gate.register.form.name.value() == "Maria Ndun"
    gate.type_into("card", "7")
    gate.save()
    (row,) = gate.office.at("bayu").ask(visits.of_day, TODAY)
    assert (row.card, row.expected_id) == ("07", kept.appointment_id)
    gate.go(LINE)
    assert states(gate) == ["datang 09.00"]


def test_an_event_at_the_office_brings_its_people_as_one_group(gate: GateDriver) -> None:
    place = gate.office.at("syahrul")
    hall = keep_resource(place, ResourceDraft("ruang", "Aula"))
    today = replace(EVENT, day=TODAY, resources=(hall,))
    keep_event(place, today)
    keep_event(place, replace(EVENT, day=TODAY, title="Di desa", inside=False, address="Balai Desa"))
    own = keep_event(place, replace(EVENT, day=TODAY, title="Podcast", organiser="", expected=None)).event_id
    keep_event(place, EVENT)
    gate.go(LINE)
    shown = [(one.name, one.meets, one.room, one.people) for one in page(gate).table.rows()]
    assert shown == [
        ("Peserta Podcast", "Podcast", "", 1),
        ("Rombongan Forum Pemuda Tanjung Lestari", "Kelas Demokrasi", "Aula", 60),
    ]
    cancel_event(place, own, "Ditunda")
    assert states(gate) == ["ditunggu"]
    gate.enter()
    assert states(gate) == ["datang 09.00"]
    (row,) = gate.office.at("bayu").ask(visits.of_day, TODAY)
    assert (row.name, row.companions) == ("Rombongan Forum Pemuda Tanjung Lestari", 59)
    assert clipped_texts(gate.window) == []


def test_what_is_being_typed_is_not_lost_to_a_guest_who_was_expected(gate: GateDriver) -> None:
    booked(gate.office)
    gate.type_into("name", "Yosef")
    gate.go(LINE)
    states(gate)
    gate.press(Qt.Key.Key_F6)
    assert gate.register.form.name.value() == "Yosef"
    assert "Simpan atau kosongkan" in gate.toasts()[-1]
