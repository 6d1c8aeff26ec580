"""Appointments by keyboard: booked, moved, delegated with approval, cancelled (G4)."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.actions.cases import IntakeOrder, open_case
from desk.queries import appointments
from desk.queries.appointments import AppointmentRow
from tests.actions.test_appointments import TODAY, booked
from tests.office import PROVINCE, SmallOffice, open_small_office
from tests.services.test_konsultasi import COMES
from tests.ui.clipping import clipped_texts
from tests.ui.drivers.desks import CTRL, Desk
from tests.ui.drivers.front import FrontDriver
from tests.ui.screens.conftest import Seats

Sit = Callable[[str], Desk]


@pytest.fixture
def sit(seats: Seats) -> Sit:
    """Seats an officer before the list."""
    return seats(partial(Desk, pages={"appointments": "desk.ui.screens.appointments.page:AppointmentsPage"}))


def kept(desk: Desk) -> tuple[AppointmentRow, ...]:
    """What is booked."""
    return desk.place.ask(appointments.to_come, TODAY)


def choose(desk: Desk, field: Any, words: str) -> None:
    """Pick by typing the beginning of a line of the list."""
    field.combo.setFocus()
    desk.bot.keyClicks(field.combo, words)
    assert field.combo.currentText().startswith(words)


def states(desk: Desk) -> list[str]:
    """The last cell of each line."""
    for _ in range(4):
        desk.settle()
    model = desk.shell.page.table.model  # type: ignore[union-attr]
    return [str(model.index(row, model.columnCount() - 1).data()) for row in range(model.rowCount())]


def test_one_is_booked_from_an_empty_page(sit: Sit) -> None:
    desk = sit("rahma")
    desk.press(Qt.Key.Key_N, CTRL)
    sheet: Any = desk.window.drawer.body()
    desk.save()
    assert sheet.host.problem() == "Pilih siapa yang ditemui."
    assert sheet.name.problem() == "Isi nama tamu."
    choose(desk, sheet.host, "Hendra")
    desk.type_into(sheet.name, "Maria Ndun")
    desk.type_into(sheet.subject, "Konsultasi")
    assert (sheet.day.value(), f"{sheet.at.value():%H.%M}", sheet.minutes.value()) == (TODAY, "09.15", 30)
    desk.save()
    (row,) = kept(desk)
    assert (row.role, row.host, row.name) == ("sekretaris", "Hendra Kusuma", "Maria Ndun")
    assert states(desk) == ["ditunggu"]
    assert desk.toasts()[-1] == "Janji temu Maria Ndun dicatat: Jumat, 13 Mar 2026 pukul 09.15."
    desk.shell.undo()
    assert kept(desk) == ()


def test_a_taken_hour_is_said_beside_the_hour(office: SmallOffice, sit: Sit) -> None:
    booked(office)
    desk = sit("wulan")
    desk.press(Qt.Key.Key_N, CTRL)
    sheet: Any = desk.window.drawer.body()
    choose(desk, sheet.host, "Hendra")
    desk.type_into(sheet.name, "Yosef")
    desk.type_into(sheet.subject, "Data")
    sheet.at.line.clear()
    desk.type_into(sheet.at, "10.15")
    desk.save()
    assert "Sudah ada janji dengan Maria Ndun" in sheet.at.problem()
    sheet.at.line.clear()
    desk.type_into(sheet.at, "10.30")
    desk.save()
    assert [one.name for one in kept(desk)] == ["Maria Ndun", "Yosef"]


def test_the_lit_one_is_moved_delegated_and_cancelled(
    office: SmallOffice, sit: Sit, large_text: None
) -> None:
    booked(office)
    desk = sit("rahma")
    page: Any = desk.shell.page
    states(desk)
    page.focus_first()
    desk.press(Qt.Key.Key_Return)
    sheet: Any = desk.window.drawer.body()
    desk.type_into(sheet.room, "Ruang Rapat")
    desk.save()
    desk.press(Qt.Key.Key_F6)
    passing: Any = desk.window.drawer.body()
    choose(desk, passing.officer, "Lina")
    choose(desk, passing.by_role, "Sekretaris")
    assert passing.by_name.value() == "Hendra Kusuma"
    desk.save()
    (row,) = kept(desk)
    assert (row.room, row.delegate, row.approved_by) == (
        "Ruang Rapat",
        "Lina Marlina",
        "Sekretaris (Hendra Kusuma)",
    )
    states(desk)
    assert not page.pass_on.isEnabled()
    assert clipped_texts(desk.window) == []
    desk.press(Qt.Key.Key_F8)
    reason: Any = desk.window.drawer.body()
    desk.type_into(reason.words, "Tamu berhalangan")
    desk.save()
    assert states(desk) == ["dibatalkan"]
    assert not page.change.isEnabled()
    desk.shell.undo()
    assert states(desk) == ["ditunggu"]


def test_the_counter_books_for_who_is_served(seats: Seats) -> None:
    front = seats(FrontDriver)()
    front.visitor("Maria Ndun", institution="Yayasan", purpose="Bertemu Sekretaris")
    for _ in range(2):
        front.press(Qt.Key.Key_F2)
        front.settle()
    front.press(Qt.Key.Key_B, CTRL)
    sheet: Any = front.window.drawer.body()
    assert (sheet.name.value(), sheet.institution.value()) == ("Maria Ndun", "Yayasan")
    assert sheet.subject.value() == "Bertemu Sekretaris"
    choose(front, sheet.host, "Hendra")
    front.save()
    assert [one.name for one in kept(front)] == ["Maria Ndun"]


def test_a_case_books_for_its_applicant_with_whom_they_asked_for(tmp_path: Path, qtbot: QtBot) -> None:
    office = open_small_office(tmp_path / "ntt", standard="ntt", people=PROVINCE)
    case_id = open_case(office.at("rahma"), IntakeOrder("konsultasi", COMES)).case_id
    desk = Desk(office, "rahma", qtbot, {"case": "desk.ui.screens.case.page:CasePage"})
    desk.ctx.navigate("case", case_id=case_id)
    desk.settle()
    page: Any = desk.shell.page
    assert "Buat janji temu…" in page.bar.labels()
    page.bar.booking.emit()
    sheet: Any = desk.window.drawer.body()
    assert sheet.host.combo.currentText().startswith("Hendra Kusuma, Sekretaris")
    assert (sheet.name.value(), sheet.subject.value()) == ("Maria Ndun", "Syarat pindah memilih")
    desk.save()
    (row,) = office.at("rahma").ask(appointments.of_case, case_id)
    assert (row.role, row.case_id) == ("sekretaris", case_id)
    desk.close()
    office.store.close()
