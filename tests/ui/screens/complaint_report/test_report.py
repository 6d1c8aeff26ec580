"""“Laporan pengaduan”: counted, printed, saved, and told when it is missing (S4)."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.papers.shelf import PaperShelf
from desk.ui.screens.complaint_report.page import ComplaintReportPage
from tests.actions.test_complaints import registered
from tests.office import SmallOffice
from tests.papers.test_reports import disciplined
from tests.ui.clipping import clipped_texts
from tests.ui.drivers.complaint_report import ComplaintReportDriver
from tests.ui.drivers.desks import CTRL
from tests.ui.screens.conftest import Seats

Sit = Callable[[], ComplaintReportDriver]


@pytest.fixture
def sit(seats: Seats) -> Sit:
    """Seats the complaints team."""
    return partial(seats(ComplaintReportDriver), "laras")


def test_the_half_year_is_counted_and_follows_what_comes_in(office: SmallOffice, sit: Sit) -> None:
    disciplined(office)
    desk = sit()
    assert desk.page.due.text() == "Paling lambat 14 Juli 2026 · masa ini masih berjalan."
    assert desk.stat("received") == ("1", "0 dari masa sebelumnya")
    assert desk.stat("in_time") == ("1", "")
    assert ("Tentang layanan", "Magang", "1") in desk.lines()
    assert desk.lines()[-1][0] == "Tindak lanjut disiplin"
    assert desk.lines()[-1][1].startswith("Teguran tertulis · Magang · 13 Maret 2026 · 001/PM/")
    assert clipped_texts(desk.window) == []
    registered(office)
    desk.settle()
    assert desk.stat("received")[0] == "2"
    assert desk.stat("open") == ("1", "")


def test_a_half_year_that_is_over_is_asked_for_until_it_is_printed(office: SmallOffice, sit: Sit) -> None:
    registered(office)
    office.clock.pass_(days=130)
    desk = sit()
    assert desk.page.badge() == 1
    assert desk.page.period.combo.currentText() == "Semester II 2026"
    assert desk.lines() == []
    desk.choose("Semester I 2026")
    assert desk.page.due.text() == "Paling lambat 14 Juli 2026 · lewat, belum dicetak."
    assert desk.stat("open") == ("1", "1 lewat batas waktu")
    desk.press(Qt.Key.Key_P, CTRL)
    desk.bot.waitUntil(lambda: desk.papers.asked == [("laporan_pengaduan", "2026-1")])
    shelf = PaperShelf(office.store, office.standards, office.clock, office.at("laras").actor)
    shelf.printed(shelf.paper("laporan_pengaduan", "2026-1"), "2026-1")
    desk.settle()
    assert desk.page.due.text() == "Paling lambat 14 Juli 2026 · sudah dicetak."
    assert desk.page.badge() == 0


def test_the_list_is_saved_as_csv_where_the_officer_says(
    office: SmallOffice, sit: Sit, tmp_path: Path
) -> None:
    opened = registered(office)
    desk = sit()
    desk.save_list()
    assert desk.toasts() == []
    desk.save_to = tmp_path
    desk.save_list()
    assert desk.toasts() == ["Disimpan: pengaduan-2026-1.csv"]
    assert opened.number in (tmp_path / "pengaduan-2026-1.csv").read_text("utf-8-sig")


def test_an_office_that_takes_no_complaints_in_has_nothing_to_count(
    office: SmallOffice, sit: Sit, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("desk.ui.screens.complaint_report.page.service_of", lambda _ctx: None)
    monkeypatch.setattr("desk.ui.screens.complaint_report.reading.service_of", lambda _ctx: None)
    desk = sit()
    assert isinstance(desk.page, ComplaintReportPage)
    assert desk.page.badge() == 0
    desk.press(Qt.Key.Key_P, CTRL)
    desk.save_list()
    assert desk.papers.asked == []
