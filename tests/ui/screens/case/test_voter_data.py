"""Sheets of voter data on the case page: the public page opens, a recap is taken whole or not at all (S6)."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices

from desk.ui.screens.case.entry_sheet import EntrySheet
from desk.ui.sections import voter_recap
from tests.actions.test_voter_data import SUMS, asked
from tests.services.test_data_pemilih import RECAP

GOOD = b"kecamatan,laki_laki,perempuan,jumlah\nMuara Indah,10250,10310,20560\nTanjung Baru,9800,9750,19550\n"


def sheet_of(driver) -> EntrySheet:
    sheet = driver.shell.drawer
    assert isinstance(sheet, EntrySheet)
    return sheet


@pytest.fixture
def recap(office, sit):
    """The Kasubag with the sheet of a recap open."""
    lina = sit("lina").open(asked(office, RECAP))
    lina.go("Impor rekapitulasi…")
    return lina


@pytest.fixture
def take(recap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Chooses a file with these bytes (None: the file is gone) on the sheet."""

    def chosen(data: bytes | None) -> None:
        file = tmp_path / "rekap.csv"
        file.unlink(missing_ok=True)
        if data is not None:
            file.write_bytes(data)
        monkeypatch.setattr(voter_recap, "ask_files", lambda _parent: [file])
        button = sheet_of(recap).form.part.button
        button.setFocus()
        recap.bot.keyClick(button, Qt.Key.Key_Space)
        recap.settle()

    return chosen


def test_the_public_page_is_opened_from_the_sheet_of_the_result(office, sit, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or True)
    lina = sit("lina").open(asked(office))
    lina.go("Catat hasil pengecekan…")
    link = sheet_of(lina).link
    assert link.text() == "Buka cekdptonline.kpu.go.id"
    lina.bot.keyClick(link, Qt.Key.Key_Space)
    assert opened == ["https://cekdptonline.kpu.go.id"]


def test_a_sheet_about_no_product_has_no_link(recap):
    assert sheet_of(recap).link is None


def test_a_sound_file_fills_the_table_with_its_totals(recap, take):
    take(GOOD)
    assert sheet_of(recap).form.part.table.value() == (
        ("Muara Indah", "10.250", "10.310", "20.560"),
        ("Tanjung Baru", "9.800", "9.750", "19.550"),
        ("Jumlah", "20.050", "20.060", "40.110"),
    )
    assert sheet_of(recap).entry().districts == SUMS.districts


def test_every_district_is_in_sight_with_large_text(recap, take):
    recap.window.set_text_scale(1.5)
    recap.press(Qt.Key.Key_Escape)
    recap.go("Impor rekapitulasi…")
    take(GOOD)
    sheet = sheet_of(recap)
    grid = sheet.form.part.table.grid
    assert grid.height() >= grid.sizeHint().height()
    assert sheet.grid.height() >= sheet.grid.inner.minimumSizeHint().height()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (GOOD.replace(b"20560", b"20561"), "Baris 2: Muara Indah: 10.250 + 10.310 bukan 20.561."),
        (b"kecamatan\nMuara\n", "Kolom belum ada: laki_laki, perempuan, jumlah."),
        (None, "Berkas itu tidak dapat dibaca."),
        (b"x" * 1_000_001, "Berkas itu terlalu besar untuk sebuah rekapitulasi."),
    ],
)
def test_a_file_in_error_is_explained_and_what_was_taken_before_stays(recap, take, data, words):
    take(GOOD)
    take(data)
    assert sheet_of(recap).form.part.table.problem() == words
    assert sheet_of(recap).entry().districts == SUMS.districts


def test_of_very_many_errors_the_first_ones_are_said(recap, take):
    take(b"kecamatan,laki_laki,perempuan,jumlah\n" + b"".join(b"K%d,1,1,3\n" % n for n in range(40)))
    said = sheet_of(recap).form.part.table.problem().splitlines()
    assert (len(said), said[-1]) == (13, "… dan 28 lagi.")
