"""Seeing visitors off, cards, and the guards' notes, by keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.actions.departures import check_out
from desk.actions.shift import leave_shift_note
from desk.actions.visits import VisitDraft, register_visit
from desk.queries import visits
from desk.ui.runtime.ports import PrinterChoice
from desk.ui.screens.gate.leaving import LeavingForm
from desk.ui.theme.clipping import clipped_texts
from tests.ui.drivers.fakes import FakePrinters
from tests.ui.drivers.gate import GateDriver, gate_window
from tests.ui.drivers.shell import CTRL

REGISTER, INSIDE, CARDS, NOTES = 1, 2, 3, 4


@pytest.fixture
def gate(tmp_path: Path, qtbot: QtBot) -> Iterator[GateDriver]:
    with gate_window(tmp_path, qtbot) as driver:
        yield driver


def come(gate: GateDriver, *names: str, card: str = "") -> list[str]:
    place = gate.office.at("bayu")
    return [
        register_visit(place, VisitDraft(name=name, purpose="Bertamu", card=card)).visit_id for name in names
    ]


def form(gate: GateDriver) -> LeavingForm:
    assert isinstance(gate.drawer, LeavingForm)
    return gate.drawer


def test_a_name_and_enter_see_a_visitor_off_and_undo_brings_them_back(gate: GateDriver) -> None:
    come(gate, "Ayu Lestari", "Made Wirawan")
    gate.go(INSIDE)
    gate.type("made")
    assert gate.inside_names() == ["Made Wirawan"]
    gate.enter()
    assert gate.inside_names() == ["Ayu Lestari"]
    assert gate.toasts() == ["Made Wirawan pulang."]
    gate.undo()
    assert gate.inside_names() == ["Ayu Lestari", "Made Wirawan"]


def test_a_card_number_and_enter_see_its_visitor_off(gate: GateDriver) -> None:
    come(gate, "Ayu Lestari", card="3")
    come(gate, "Made Wirawan", card="4")
    gate.go(INSIDE)
    gate.type("4")
    gate.enter()
    assert gate.toasts() == ["Made Wirawan pulang · kartu 04 kembali."]
    assert gate.inside_names() == ["Ayu Lestari"]


def test_enter_in_the_list_sees_off_the_lit_visitor(gate: GateDriver) -> None:
    come(gate, "Ayu Lestari", "Made Wirawan")
    gate.go(INSIDE)
    gate.inside.table.setFocus()
    gate.down()
    gate.enter()
    assert gate.inside_names() == ["Ayu Lestari"]


def test_the_sidebar_counts_who_is_inside(gate: GateDriver) -> None:
    come(gate, "Ayu Lestari", "Made Wirawan")
    gate.bot.waitUntil(lambda: gate.count("Di dalam gedung") == 2)


def test_the_evacuation_list_is_one_key(gate: GateDriver) -> None:
    printers = gate.window.ctx.ports.printers
    assert isinstance(printers, FakePrinters)
    printers.choose("evacuation_list", PrinterChoice(silent=True))
    come(gate, "Ayu Lestari")
    gate.go(INSIDE)
    gate.settle()
    gate.press(Qt.Key.Key_P, CTRL)
    gate.bot.waitUntil(lambda: bool(printers.jobs))
    assert gate.printed() == [("evacuation_list", "2026-03-13")]


def test_everybody_leaves_at_closing_time_but_those_unticked(gate: GateDriver) -> None:
    ids = come(gate, "Ayu Lestari", "Made Wirawan")
    gate.go(INSIDE)
    gate.settle()
    gate.inside.everybody.click()
    assert list(form(gate).ticks.boxes) == ids
    gate.press(Qt.Key.Key_Space)
    assert form(gate).button.text() == "Catat 1 tamu pulang"
    gate.save()
    assert gate.inside_names() == ["Ayu Lestari"]
    gate.undo()
    assert gate.inside_names() == ["Ayu Lestari", "Made Wirawan"]


def test_visitors_forgotten_yesterday_are_shown_and_closed_with_a_note(gate: GateDriver) -> None:
    (forgotten,) = come(gate, "Nyoman Darmayasa")
    gate.office.clock.pass_(days=1)
    gate.go(INSIDE)
    gate.settle()
    assert gate.inside.banner.text.text() == "1 tamu dari hari sebelumnya belum tercatat keluar."
    assert gate.inside_names() == []
    gate.inside.banner.button.click()
    form(gate).note.setFocus()
    gate.type("Ditanyakan lewat telepon.")
    gate.save()
    gate.settle()
    row = gate.office.at("bayu").ask(visits.visit, forgotten)
    assert row is not None
    assert row.left_at is not None
    assert row.note == "Ditanyakan lewat telepon."
    assert gate.inside.banner.isHidden()


def test_a_card_number_typed_at_the_cards_page_comes_back(gate: GateDriver) -> None:
    come(gate, "Ayu Lestari", card="3")
    (kept,) = come(gate, "Made Wirawan", card="5")
    check_out(gate.office.at("bayu"), kept, card_returned=False)
    gate.go(CARDS)
    gate.settle()
    assert [(row.number, row.out) for row in gate.cards.table.rows()][:3] == [
        ("05", True),
        ("03", True),
        ("01", False),
    ]
    assert gate.cards.kept.text() == "1 belum kembali"
    gate.type("5")
    gate.enter()
    gate.settle()
    assert gate.cards.kept.text() == ""
    assert [row.number for row in gate.cards.table.rows() if row.out] == ["03"]
    gate.undo()
    gate.settle()
    assert gate.cards.kept.text() == "1 belum kembali"


def test_a_card_is_noted_as_lost_and_found(gate: GateDriver) -> None:
    gate.go(CARDS)
    gate.settle()
    gate.cards.table.select("08")
    gate.cards.lost.click()
    gate.settle()
    assert [row.number for row in gate.cards.table.rows() if row.lost] == ["08"]
    gate.cards.table.select("08")
    gate.cards.table.setFocus()
    gate.enter()
    gate.settle()
    assert not any(row.lost for row in gate.cards.table.rows())


def test_an_unknown_card_is_said_in_passing(gate: GateDriver) -> None:
    gate.go(CARDS)
    gate.type("77")
    gate.enter()
    assert gate.toasts() == ["Kartu 77 tidak terdaftar."]


def test_a_note_is_left_for_the_next_shift_and_read_by_it(gate: GateDriver) -> None:
    leave_shift_note(gate.office.at("rahma"), "Kunci aula di laci kiri.")
    gate.bot.waitUntil(lambda: gate.count("Catatan jaga") == 1)
    gate.go(NOTES)
    gate.settle()
    gate.type("Tamu kembali pukul 14.00.")
    gate.save()
    gate.settle()
    assert [view.row.text for view in gate.notes.views] == [
        "Tamu kembali pukul 14.00.",
        "Kunci aula di laci kiri.",
    ]
    own, other = gate.notes.views
    assert own.button.isHidden()
    other.button.click()
    gate.bot.waitUntil(lambda: gate.count("Catatan jaga") == 0)
    gate.bot.waitUntil(lambda: gate.notes.views[1].read_by.text() == "Dibaca Bayu Prakoso 09.00")


def test_an_unfinished_note_comes_back_and_can_be_given_up(gate: GateDriver, qtbot: QtBot) -> None:
    gate.go(NOTES)
    gate.type("Kunci aula")
    gate.notes.autosave.flush()
    again = type(gate.notes)(gate.window.ctx)
    qtbot.addWidget(again)
    again.show()
    assert again.text.value() == "Kunci aula"
    assert again.restored.text.text().startswith("Draf dipulihkan")
    qtbot.mouseClick(again.restored.button, Qt.MouseButton.LeftButton)
    assert again.text.value() == ""
    assert gate.drafts().kept == {}


def test_an_empty_note_is_said_beside_the_field(gate: GateDriver) -> None:
    gate.go(NOTES)
    gate.save()
    assert gate.notes.text.problem() == "Isi catatan untuk regu berikutnya."


@pytest.mark.parametrize("page", [INSIDE, CARDS, NOTES])
@pytest.mark.parametrize("large", [False, True])
def test_nothing_is_cut(gate: GateDriver, page: int, large: bool, request: pytest.FixtureRequest) -> None:
    come(gate, "Ni Made Ayu Lestari Widyaningrum", card="3")
    leave_shift_note(gate.office.at("rahma"), "Kunci aula di laci kiri. " * 6)
    if large:
        gate.window.set_text_scale(1.5)
    gate.go(page)
    gate.settle()
    assert clipped_texts(gate.page) == []
