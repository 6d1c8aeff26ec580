"""Who is in the office: one digit says it, every desk sees it (G4)."""

from collections.abc import Callable
from datetime import time
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desk.actions.presence import PresenceDraft, say_presence
from desk.queries.availability import availability
from desk.rules.presence import Presence
from desk.ui.screens.presence.words import role_choices
from tests.office import SmallOffice
from tests.ui.clipping import clipped_texts
from tests.ui.drivers.desks import ALT, Desk
from tests.ui.screens.conftest import Seats

Sit = Callable[[str], Desk]


@pytest.fixture
def sit(seats: Seats) -> Sit:
    """Seats an officer before the list."""
    pages = {
        "start": "desk.ui.screens.gate.notes:NotesPage",
        "presence": "desk.ui.screens.presence.page:PresencePage",
    }
    seat = seats(partial(Desk, pages=pages))

    def sat(login: str) -> Desk:
        desk: Desk = seat(login)
        desk.press(Qt.Key.Key_2, ALT)
        return desk

    return sat


def shown(desk: Desk, name: str) -> list[str]:
    """The cells of somebody's line."""
    for _ in range(4):
        desk.settle()
    model = desk.shell.page.table.model  # type: ignore[union-attr]
    row = next(at for at, one in enumerate(model.rows) if one.name == name)
    return [str(model.index(row, at).data() or "") for at in range(model.columnCount())]


def test_a_digit_says_where_the_lit_person_is(office: SmallOffice, sit: Sit) -> None:
    desk = sit("bayu")
    assert shown(desk, "Ratna Maharani")[1:4] == ["Ketua", "belum diketahui", ""]
    desk.press(Qt.Key.Key_1)
    assert desk.toasts() == ["Ratna Maharani: ada."]
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_3)
    assert shown(desk, "Ratna Maharani")[2] == "ada"
    assert shown(desk, "Dewi Lestari")[1:3] == ["Ketua Divisi Teknis", "rapat"]
    assert shown(desk, "Dewi Lestari")[5] == "09.00 · Bayu Prakoso"
    assert [one.state for one in desk.place.ask(availability, office.clock())[:2]] == ["present", "meeting"]


def test_enter_adds_the_time_and_the_room(sit: Sit) -> None:
    desk = sit("rahma")
    page: Any = desk.shell.page
    desk.press(Qt.Key.Key_Return)
    sheet: Any = desk.window.drawer.body()
    sheet.state.combo.setFocus()
    desk.bot.keyClicks(sheet.state.combo, "Rapat")
    desk.type_into(sheet.until, "8")
    desk.save()
    assert sheet.until.problem() == "Jam itu sudah lewat. Isi jam yang akan datang, atau kosongkan."
    sheet.until.line.clear()
    desk.type_into(sheet.until, "11")
    desk.type_into(sheet.room, "Ruang Pleno")
    desk.save()
    assert shown(desk, "Ratna Maharani")[2:5] == ["rapat", "11.00", "Ruang Pleno"]
    assert page.figures.text() == ""


def test_another_desks_word_arrives_and_nothing_is_shown_cut(
    office: SmallOffice, sit: Sit, large_text: None
) -> None:
    desk = sit("rahma")
    ratna = office.founded.staff["ratna"]
    say_presence(office.at("bayu"), PresenceDraft(ratna, Presence.RECEIVING, time(10), "Ruang Ketua"))
    assert shown(desk, "Ratna Maharani")[2:4] == ["sedang menerima tamu", "10.00"]
    office.clock.pass_(hours=2)
    desk.shell.page.refresh_soon()  # type: ignore[union-attr]
    assert shown(desk, "Ratna Maharani")[3] == "10.00 · lewat"
    office.clock.pass_(days=1)
    desk.shell.page.refresh_soon()  # type: ignore[union-attr]
    assert shown(desk, "Ratna Maharani")[2] == "belum diketahui"
    assert clipped_texts(desk.window) == []


def test_who_a_guest_may_be_led_to_says_who_is_there(office: SmallOffice, sit: Sit) -> None:
    desk = sit("rahma")
    ratna, dewi = office.founded.staff["ratna"], office.founded.staff["dewi"]
    say_presence(office.at("bayu"), PresenceDraft(ratna, Presence.AWAY))
    say_presence(office.at("bayu"), PresenceDraft(dewi, Presence.PRESENT, room="Ruang Teknis"))
    choices = role_choices(desk.ctx, desk.place.standard, ["ketua", "anggota", "sekretaris"])
    assert [one.text for one in choices] == [
        "Ketua · tidak di tempat",
        "Anggota · ada · Ruang Teknis",
        "Sekretaris",
    ]
