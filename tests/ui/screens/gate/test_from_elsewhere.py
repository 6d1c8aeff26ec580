"""A visit that is being corrected at the gate, and at another desk meanwhile."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.actions.visits import VisitDraft, register_visit
from desk.queries import visits
from tests.ui.drivers.collisions import arrive
from tests.ui.drivers.gate import GateDriver, gate_window


@pytest.fixture
def gate(tmp_path: Path, qtbot: QtBot) -> Iterator[GateDriver]:
    with gate_window(tmp_path, qtbot) as driver:
        yield driver


def registered(gate: GateDriver, name: str) -> str:
    return register_visit(gate.office.at("rahma"), VisitDraft(name, purpose="Konsultasi")).visit_id


def test_a_correction_changes_only_what_was_edited(gate: GateDriver) -> None:
    visit_id = registered(gate, "Baiq Nurul")
    row = gate.office.at("bayu").ask(visits.visit, visit_id)
    assert row is not None
    gate.register.correct(row)
    gate.type_into("purpose", "Lagi: ")
    arrive(gate.office, "visits", visit_id, institution="Kantor Camat")
    gate.save()
    found = gate.office.at("bayu").ask(visits.visit, visit_id)
    assert found is not None
    assert (found.institution, found.purpose) == ("Kantor Camat", "Lagi: Konsultasi")
