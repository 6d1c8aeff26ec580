"""Registering visitors at the gate by keyboard."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.actions.departures import check_out
from desk.actions.held import FixedRoles
from desk.actions.visits import VisitDraft, register_visit
from desk.queries import visits
from desk.queries.queue import today as tickets_today
from desk.ui.runtime.ports import PrinterChoice
from desk.ui.screens.gate.parts import Companions, read_companions, write_companions
from desk.ui.theme.clipping import clipped_texts
from tests.office import open_small_office
from tests.ui.drivers.fakes import FakePrinters
from tests.ui.drivers.gate import GateDriver, gate_window
from tests.ui.drivers.shell import CTRL


@pytest.fixture
def gate(tmp_path: Path, qtbot: QtBot) -> Iterator[GateDriver]:
    with gate_window(tmp_path, qtbot) as driver:
        yield driver


def former_visit(gate: GateDriver, **changes: str) -> None:
    """Somebody who was here yesterday, the day before the office's roles begin."""
    at = gate.office.clock.at
    place = replace(gate.office.at("bayu"), held=FixedRoles(frozenset({"pamdal"})))
    gate.office.clock.pass_(days=-1)
    words = {"name": "Lalu Ahmad Fauzi", "institution": "Universitas Samudra Biru"}
    words |= {"phone": "0812-3700-1122", "purpose": "Meminta data pemilu", "identity_kind": "ktp"}
    check_out(place, register_visit(place, VisitDraft(**(words | changes))).visit_id)  # type: ignore[arg-type]
    gate.office.clock.at = at


def test_a_new_visitor_is_typed_from_field_to_field_and_saved(gate: GateDriver) -> None:
    gate.type("Sari Utami")
    gate.tab()
    gate.type("Kelurahan Muara")
    gate.tab()
    gate.type("081299887766")
    gate.tab()
    gate.type("Bertamu")
    gate.save()

    assert gate.today() == ["Sari Utami"]
    row = gate.register.table.rows()[0]
    assert (row.institution, row.phone, row.purpose) == ("Kelurahan Muara", "081299887766", "Bertamu")
    assert gate.toasts() == ["Sari Utami terdaftar."]
    assert gate.register.form.draft() == VisitDraft()
    assert gate.register.form.name.line.hasFocus()


def test_the_guard_is_told_to_look_at_the_identity_where_the_standard_asks(
    tmp_path: Path, qtbot: QtBot
) -> None:
    office = open_small_office(tmp_path / "ntt", standard="ntt")
    with gate_window(tmp_path, qtbot, office) as gate:
        gate.type("Sari Utami")
        gate.type_into("purpose", "Konsultasi pencalonan")
        gate.type_into("service", "Konsultasi")
        gate.save()
        assert gate.problems() == {"identity_kind": "Lihat identitas tamu di sini untuk layanan Konsultasi."}
        assert gate.today() == []
        assert gate.register.form.identity.editor.hasFocus()
        gate.type_into("identity_kind", "Paspor")
        assert clipped_texts(gate.window) == []
        gate.save()
        assert gate.today() == ["Sari Utami"]
    office.store.close()


def test_a_known_visitor_takes_at_most_twelve_keys_beyond_the_name(gate: GateDriver) -> None:
    former_visit(gate)
    gate.type("ahmad f")
    assert gate.suggestions() == ["Lalu Ahmad Fauzi"]

    keys: list[Callable[[], None]] = [gate.down, gate.enter, gate.save]
    for press in keys:
        press()

    assert len(keys) <= 12
    assert gate.today() == ["Lalu Ahmad Fauzi"]
    row = gate.register.table.rows()[0]
    assert (row.institution, row.identity_kind, row.purpose) == (
        "Universitas Samudra Biru",
        "ktp",
        "Meminta data pemilu",
    )


def test_picking_a_known_visitor_leaves_what_was_typed_already(gate: GateDriver) -> None:
    former_visit(gate)
    gate.type_into("purpose", "Konsultasi")
    gate.type_into("name", "08123700")
    gate.down()
    gate.enter()
    draft = gate.register.form.draft()
    assert (draft.name, draft.purpose) == ("Lalu Ahmad Fauzi", "Konsultasi")
    assert gate.register.form.purpose.line.hasFocus()


def test_somebody_still_inside_is_said_and_not_forbidden(gate: GateDriver) -> None:
    register_visit(gate.office.at("bayu"), VisitDraft(name="Budi Santoso", purpose="Bertamu"))
    gate.type("budi")
    gate.down()
    gate.enter()
    assert "masih di dalam gedung" in gate.register.form.name.warning()
    gate.save()
    assert gate.today() == ["Budi Santoso", "Budi Santoso"]


def test_what_is_missing_is_said_beside_the_fields_and_typing_takes_the_mark_away(gate: GateDriver) -> None:
    gate.save()
    assert gate.problems() == {"name": "Isi nama tamu.", "purpose": "Isi keperluan tamu."}
    assert gate.register.form.name.line.hasFocus()
    gate.type("Sari")
    assert set(gate.problems()) == {"purpose"}
    assert gate.today() == []


def test_a_taken_card_is_said_beside_the_card(gate: GateDriver) -> None:
    register_visit(gate.office.at("bayu"), VisitDraft(name="Budi Santoso", purpose="Bertamu", card="7"))
    gate.type("Sari")
    gate.type_into("purpose", "Bertamu")
    gate.type_into("card", "7")
    gate.save()
    assert gate.problems() == {"card": "Kartu 07 masih dibawa Budi Santoso sejak 09.00."}
    assert gate.register.form.card.line.hasFocus()


def test_a_service_gives_a_ticket_that_is_printed_at_once(gate: GateDriver) -> None:
    printers = gate.window.ctx.ports.printers
    assert isinstance(printers, FakePrinters)
    printers.choose("queue_ticket", PrinterChoice("Struk Loket", silent=True))
    gate.type("Sari")
    gate.type_into("purpose", "Minta data")
    gate.register.form.service.setFocus()
    gate.type("Permohonan")
    gate.tab()
    gate.type("Lansia")
    gate.save()

    gate.bot.waitUntil(lambda: bool(printers.jobs))
    tickets = gate.office.at("bayu").ask(tickets_today, gate.office.clock())
    assert [(one.label, one.priority) for one in tickets] == [("B-001", "elderly")]
    assert gate.printed() == [("queue_ticket", tickets[0].ticket_id)]
    assert gate.toasts()[0] == "Sari terdaftar · antrean B-001."


def test_a_registration_is_taken_back_from_its_toast_and_the_words_return(gate: GateDriver) -> None:
    gate.type("Sari Utami")
    gate.type_into("purpose", "Bertamu")
    gate.save()
    assert gate.today() == ["Sari Utami"]
    gate.undo()
    assert gate.today() == []
    assert gate.register.form.draft().name == "Sari Utami"


def test_a_courier_leaves_only_the_letter(gate: GateDriver) -> None:
    gate.type("Kurir Cepat")
    gate.register.form.errand.setFocus()
    gate.press(Qt.Key.Key_Right)
    assert gate.register.form.purpose.value() == "Mengantar surat"
    gate.save()
    assert gate.today() == ["Kurir Cepat"]
    assert gate.register.table.rows()[0].left_at is not None


def test_enter_on_todays_list_corrects_that_visitor_and_the_draft_comes_back(gate: GateDriver) -> None:
    register_visit(gate.office.at("bayu"), VisitDraft(name="Budi Santosa", purpose="Bertamu", card="4"))
    gate.settle()
    gate.type("Sari yang belum selesai")
    gate.register.table.setFocus()
    gate.down()
    gate.enter()
    assert gate.register.heading.text() == "Perbaiki data Budi Santosa"
    assert not gate.register.form.service.isEnabled()

    gate.register.form.name.line.selectAll()
    gate.type("Budi Santoso")
    gate.save()

    assert gate.today() == ["Budi Santoso"]
    assert gate.register.table.rows()[0].card == "04"
    assert gate.register.form.draft().name == "Sari yang belum selesai"
    assert gate.register.form.service.isEnabled()


def test_unfinished_words_survive_and_are_offered_again(tmp_path: Path, qtbot: QtBot) -> None:
    with gate_window(tmp_path, qtbot) as first:
        first.type("Nyoman Belum Selesai")
        first.register.autosave.flush()
        kept = first.drafts().kept
        again = type(first.register)(first.window.ctx)
        qtbot.addWidget(again)
        assert again.form.draft().name == "Nyoman Belum Selesai"
        qtbot.waitUntil(lambda: "Draf dipulihkan" in again.banner.text.text())
        again.clear()
        assert kept == {}


def test_the_search_narrows_todays_list(gate: GateDriver) -> None:
    place = gate.office.at("bayu")
    register_visit(place, VisitDraft(name="Budi Santoso", purpose="Rapat"))
    register_visit(place, VisitDraft(name="Sari Utami", purpose="Bertamu"))
    gate.press(Qt.Key.Key_F, CTRL)
    gate.type("rapat")
    gate.bot.waitUntil(lambda: gate.today() == ["Budi Santoso"])
    gate.type("xx")
    gate.bot.waitUntil(lambda: gate.today() == [])
    assert gate.register.table.empty.title.text() == "Tidak ditemukan"


def test_a_search_hit_opens_the_visit_for_correction(gate: GateDriver) -> None:
    done = register_visit(gate.office.at("bayu"), VisitDraft(name="Budi Santoso", purpose="Rapat"))
    gate.window.navigate("gate_register", visit_id=done.visit_id)
    assert gate.register.heading.text() == "Perbaiki data Budi Santoso"
    gate.press(Qt.Key.Key_N, CTRL)
    assert gate.register.heading.text() == "Daftarkan tamu"


@pytest.mark.parametrize(
    ("text", "companions"),
    [
        ("", Companions(0)),
        ("3", Companions(3)),
        ("Ayu, Made", Companions(2, ("Ayu", "Made"))),
        ("4: Ayu , Made", Companions(4, ("Ayu", "Made"))),
        ("1 Ayu; Made", Companions(2, ("Ayu", "Made"))),
    ],
)
def test_companions_are_read_as_number_names_or_both(text: str, companions: Companions) -> None:
    assert read_companions(text) == companions
    assert read_companions(write_companions(companions.count, companions.names)) == companions


def test_purposes_written_before_are_offered(gate: GateDriver) -> None:
    former_visit(gate)
    gate.register.form.read_habits()
    gate.type_into("purpose", "data")
    assert gate.register.form.purpose.line.is_open()
    gate.down()
    gate.enter()
    assert gate.register.form.purpose.value() == "Meminta data pemilu"


@pytest.mark.usefixtures("large_text")
def test_nothing_is_cut_with_large_text(gate: GateDriver) -> None:
    gate.settle()
    assert clipped_texts(gate.register) == []


def test_nothing_is_cut_and_the_office_is_told_nothing_it_need_not_know(gate: GateDriver) -> None:
    former_visit(gate)
    gate.type("lalu")
    shown = gate.register.form.name.line.list.rows()[0]
    assert "0812-••••-1122" in shown.detail
    assert clipped_texts(gate.register) == []
    assert gate.office.at("bayu").ask(visits.counts, gate.office.clock().date()).today == 0
