"""The education calendar by keyboard: walked, events kept with what they book, cancelled and taken
back, saved as a file."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from PySide6.QtWidgets import QLabel

from desk.actions.events import keep_event
from desk.actions.resources import ResourceDraft, keep_resource
from desk.queries import events
from desk.queries.events import EventRow
from desk.rules.booking import EventState
from desk.services.pendidikan_pemilih import APPROVAL
from tests.actions.test_events import SPRING
from tests.actions.test_voter_education import answered
from tests.office import SmallOffice
from tests.services.test_education_events import EVENT
from tests.services.test_pendidikan_pemilih import AGREED
from tests.ui.clipping import clipped_texts
from tests.ui.drivers.desks import Desk
from tests.ui.drivers.keyboard import Keyboard
from tests.ui.screens.conftest import Seats

PAGES = {
    "events": "desk.ui.screens.events.page:EventsPage",
    "resources": "desk.ui.screens.resources.page:ResourcesPage",
}
TODAY = date(2026, 3, 13)


class EventsDesk(Desk):
    """Somebody before the calendar, with only a keyboard."""

    def __init__(self, *args: Any, **ports: Any) -> None:
        super().__init__(*args, pages=PAGES, **ports)
        self.keys = Keyboard(self.bot, lambda: not self.ctx.tasks.busy)
        self.settle()

    @property
    def page(self) -> Any:
        return self.shell.page

    def settle(self) -> None:
        for _ in range(4):
            super().settle()

    def press(self, keys: str, times: int = 1) -> None:  # type: ignore[override]
        self.keys.press(keys, times)
        self.settle()

    def fill(self, label: str, words: str) -> None:
        self.keys.fill(label, words)
        self.settle()

    def kept(self) -> tuple[EventRow, ...]:
        return self.place.ask(events.between, *SPRING, cancelled=True)

    def listed(self) -> list[str]:
        return [one.title for one in self.page.events.rows()]

    def drawer_words(self) -> str:
        labels = self.window.drawer.findChildren(QLabel)
        return "\n".join(one.text() for one in labels if one.isVisible())


Sit = Callable[..., EventsDesk]


@pytest.fixture
def sit(seats: Seats) -> Sit:
    return seats(partial(EventsDesk))


@pytest.fixture
def hall(office: SmallOffice) -> str:
    return keep_resource(office.at("syahrul"), ResourceDraft("ruang", "Aula", 80))


def planned(office: SmallOffice, **changes: Any) -> str:
    draft = replace(EVENT, **{"day": TODAY, **changes})
    return keep_event(office.at("syahrul"), draft).event_id


def test_the_day_in_hand_is_walked_by_keys_and_said(sit: Sit) -> None:
    desk = sit("syahrul")
    grid = desk.page.grid
    assert grid.hasFocus()
    assert desk.page.range_title.text() == "Maret 2026"
    desk.press("Right")
    desk.press("Down")
    assert grid.day == date(2026, 3, 21)
    desk.press("PgDown")
    assert (grid.day, desk.page.range_title.text()) == (date(2026, 4, 21), "April 2026")
    desk.press("P")
    assert desk.page.range_title.text() == "20 Apr – 26 Apr 2026"
    desk.press("PgUp")
    assert grid.day == date(2026, 4, 14)
    desk.press("Up")
    desk.press("Left")
    assert grid.day == date(2026, 4, 6)
    desk.press("M")
    desk.press("Home")
    assert grid.day == TODAY
    assert grid.accessibleDescription() == "Jumat, 13 Maret 2026"
    assert "Tidak ada kegiatan" in [one.text() for one in desk.page.findChildren(QLabel) if one.isVisible()]


def test_an_event_is_filled_in_from_its_day_and_can_be_taken_back(sit: Sit, hall: str) -> None:
    desk = sit("syahrul")
    desk.press("Down")
    desk.press("N")
    desk.fill("Nama kegiatan", "Kelas Demokrasi")
    desk.press("Ctrl+Return")
    assert "Isi jam mulai." in desk.drawer_words()
    desk.fill("Jam mulai", "9")
    desk.fill("Jam selesai", "11.30")
    desk.keys.tick("Aula")
    desk.press("Ctrl+Return")
    (row,) = desk.kept()
    assert (row.title, row.place) == ("Kelas Demokrasi", "Aula")
    assert desk.listed() == ["Kelas Demokrasi"]
    assert (
        desk.page.grid.accessibleDescription()
        == "Jumat, 20 Maret 2026, Hari Raya Idul Fitri, 09.00 Kelas Demokrasi"
    )
    desk.shell.undo()
    desk.settle()
    assert desk.kept() == ()
    assert desk.listed() == []


def test_who_has_a_room_is_said_before_and_when_it_is_booked(
    office: SmallOffice, sit: Sit, hall: str
) -> None:
    planned(office, resources=(hall,))
    desk = sit("syahrul")
    desk.press("F7")
    desk.fill("Nama kegiatan", "Rapat")
    desk.fill("Jam mulai", "10")
    desk.fill("Jam selesai", "12")
    boxes = desk.page.window().drawer.body().section.resources.boxes
    assert boxes[hall].detail.startswith("Dipakai “Kelas Demokrasi”, 13 Maret 2026, 09.00–11.30")
    desk.keys.tick("Aula")
    desk.press("Ctrl+Return")
    assert "Aula dipakai “Kelas Demokrasi” (Forum Pemuda Tanjung Lestari)" in desk.drawer_words()
    assert len(desk.kept()) == 1
    assert all(one.height() >= one.heightForWidth(one.width()) for one in boxes.values())
    assert boxes[hall].geometry().bottom() < desk.page.window().drawer.body().section.resources.height()
    desk.fill("Jam mulai", "11.30")
    assert boxes[hall].detail == "Ruang · 80 kursi"
    desk.press("Ctrl+Return")
    assert len(desk.kept()) == 2


def test_a_request_that_waits_fills_its_event_in(office: SmallOffice, sit: Sit) -> None:
    answered(office, "setujui", AGREED, APPROVAL)
    desk = sit("syahrul")
    desk.keys.go_to(lambda one: one is desk.page.waiting.view, "the requests that wait")
    desk.press("Down")
    desk.press("Return")
    assert "Dari permohonan 001/PP/" in desk.drawer_words()
    desk.press("Ctrl+Return")
    (row,) = desk.kept()
    assert (row.title, row.organiser) == ("Kelas Demokrasi Pemilih Pemula", "Forum Pemuda Tanjung Lestari")
    assert desk.page.grid.day == date(2026, 4, 20)
    assert desk.page.waiting.rows() == ()


def test_a_cancelled_event_stays_on_its_day_and_comes_back(office: SmallOffice, sit: Sit, hall: str) -> None:
    planned(office, resources=(hall,))
    desk = sit("syahrul")
    desk.press("Return")
    desk.keys.push("Batalkan kegiatan…")
    desk.fill("Alasan", "Organisasi menunda.")
    desk.press("Ctrl+Return")
    assert desk.kept()[0].state is EventState.CANCELLED
    assert [one.badge for one in desk.page.events.rows()] == ["dibatalkan"]
    assert desk.page.grid.accessibleDescription() == "Jumat, 13 Maret 2026"
    desk.press("Return")
    assert "Organisasi menunda." in desk.drawer_words()
    desk.keys.push("Rencanakan lagi")
    assert desk.kept()[0].state is EventState.PLANNED
    desk.shell.undo()
    assert desk.kept()[0].state is EventState.CANCELLED


def test_an_event_of_ones_own_is_changed_and_noted_as_held(office: SmallOffice, sit: Sit) -> None:
    planned(office)
    desk = sit("syahrul")
    desk.press("Return")
    desk.press("Ctrl+Return")
    desk.fill("Perkiraan peserta (orang)", "45")
    desk.press("Ctrl+Return")
    assert desk.kept()[0].expected == 45
    desk.press("Return")
    desk.keys.push("Catat terlaksana…")
    desk.press("Ctrl+Return")
    assert (desk.kept()[0].state, desk.kept()[0].attended) == (EventState.HELD, 45)
    assert [one.badge for one in desk.page.events.rows()] == ["terlaksana"]


def test_events_of_one_room_and_of_other_desks_are_shown(office: SmallOffice, sit: Sit, hall: str) -> None:
    desk = sit("syahrul")
    planned(office, resources=(hall,))
    planned(office, title="Di desa", inside=False, address="Balai Desa", starts=time(14), ends=time(15))
    desk.settle()
    assert desk.listed() == ["Kelas Demokrasi", "Di desa"]
    desk.keys.choose("Ruang", "Aula")
    desk.settle()
    assert desk.listed() == ["Kelas Demokrasi"]


def test_the_front_office_looks_and_changes_nothing(office: SmallOffice, sit: Sit) -> None:
    planned(office)
    desk = sit("rahma")
    assert not desk.page.new.isVisible()
    desk.press("N")
    assert not desk.window.drawer.isVisible()
    desk.press("Return")
    assert "Forum Pemuda Tanjung Lestari" in desk.drawer_words()
    assert [one.text() for one in desk.window.drawer.body().buttons()] == ["Tutup"]


def test_what_is_shown_is_saved_as_a_file(office: SmallOffice, sit: Sit, tmp_path: Path) -> None:
    planned(office)
    planned(office, title="Mei", day=date(2026, 5, 20))
    desk = sit("syahrul")
    names = []

    def answer(_parent: object, name: str) -> Path:
        names.append(name)
        return tmp_path / name

    desk.page._ask = answer
    desk.press("Ctrl+S")
    assert names == ["kalender-pendidikan-20260223-20260405.ics"]
    read = Calendar.from_ical((tmp_path / names[0]).read_bytes()).walk("VEVENT")
    assert [str(one["summary"]) for one in read] == ["Kelas Demokrasi"]
    desk.page._ask = lambda *_args: None
    desk.press("Ctrl+S")
    assert any("1 kegiatan disimpan" in one for one in desk.toasts())


def test_an_event_begun_is_there_again_after_the_drawer_was_closed(sit: Sit) -> None:
    desk = sit("syahrul")
    desk.press("N")
    desk.fill("Nama kegiatan", "Simulasi")
    desk.window.drawer.body().autosave.flush()
    desk.press("Escape")
    desk.press("N")
    assert "Draf dipulihkan" in desk.drawer_words()
    assert desk.window.drawer.body().section.name.value() == "Simulasi"


@pytest.mark.parametrize("view", ["B", "P"])
def test_no_text_is_cut_and_both_faces_are_painted(
    office: SmallOffice, sit: Sit, hall: str, view: str
) -> None:
    planned(office, resources=(hall,))
    planned(office, title="Rapat persiapan dengan seluruh panitia", starts=time(10), ends=time(12))
    desk = sit("syahrul")
    desk.window.resize(1366, 768)
    desk.press(view)
    before = desk.page.grid.grab().toImage()
    desk.press("Right")
    assert desk.page.grid.grab().toImage() != before
    assert clipped_texts(desk.page) == []


# what is lent


def test_the_list_begins_from_the_standard_and_is_corrected_line_by_line(
    office: SmallOffice, sit: Sit
) -> None:
    desk = sit("syahrul")
    desk.press("F9")
    desk.press("F8")
    assert any("10 ditambahkan" in one for one in desk.toasts())
    desk.press("F7")
    desk.fill("Nama", "proyektor")
    desk.press("Ctrl+Return")
    assert "sudah ada dalam daftar" in desk.page.name.note.text()
    desk.fill("Nama", "Aula")
    desk.fill("Kapasitas (kursi)", "80")
    desk.press("Ctrl+Return")
    assert desk.page.table.current().name == "Aula"
    desk.fill("Nama", "Aula Utama")
    desk.press("Ctrl+Return")
    names = {one.name: one.seats for one in office.at("rahma").ask(events.resources)}
    assert names["Aula Utama"] == 80
    assert "Aula" not in names
    desk.shell.undo()
    desk.settle()
    assert "Aula" in {one.name for one in office.at("rahma").ask(events.resources)}


def test_what_is_lent_no_longer_is_not_offered(office: SmallOffice, sit: Sit, hall: str) -> None:
    desk = sit("syahrul")
    desk.press("F9")
    desk.keys.choose("Dipinjamkan", "Tidak lagi")
    desk.press("Ctrl+Return")
    assert office.at("rahma").ask(events.resources) == ()
    desk.press("F9")
    desk.press("N")
    assert "Daftar ruang dan alat masih kosong" in desk.drawer_words()
