"""While somebody works at the gate, changes of other desks arrive: nothing typed or chosen moves."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
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


def keys(gate: GateDriver, text: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    gate.bot.keyClicks(focus, text)


def test_a_name_half_typed_is_finished_after_a_visitor_of_another_desk_came(
    gate: GateDriver, qtbot: QtBot
) -> None:
    visit_id = registered(gate, "Baiq Nurul")
    keys(gate, "Sari ")
    arrive(gate.office, "visits", visit_id, name="Baiq Nurul Aini")
    qtbot.waitUntil(lambda: any("Aini" in one for one in gate.today()))
    keys(gate, "Utami")
    assert gate.register.form.draft().name == "Sari Utami"


def test_the_chosen_row_and_the_scroll_stay(gate: GateDriver, qtbot: QtBot) -> None:
    ids = [registered(gate, f"Tamu {number:02}") for number in range(40)]
    qtbot.waitUntil(lambda: len(gate.today()) == 40)
    view = gate.register.table.view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(25):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    chosen, place = gate.register.table.current(), view.verticalScrollBar().value()
    assert chosen is not None
    assert place > 0
    arrive(gate.office, "visits", ids[0], institution="Kantor Camat", name="Tamu Lain")
    qtbot.waitUntil(lambda: any("Tamu Lain" in one for one in gate.today()))
    now = gate.register.table.current()
    assert now is not None
    assert now.visit_id == chosen.visit_id
    assert view.verticalScrollBar().value() == place
    assert view.hasFocus()


def test_a_correction_changes_only_what_was_edited(gate: GateDriver, qtbot: QtBot) -> None:
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
