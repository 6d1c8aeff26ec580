"""Votes of an election by keyboard: kept, typed, imported, sought, corrected with their history (S1)."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel

from desk.actions.votes import keep_election, keep_figures
from desk.queries import votes
from desk.rules.votes import VoteLine
from tests.actions.test_votes import ELECTION, FILE
from tests.office import SmallOffice
from tests.rules.test_votes import LINES
from tests.ui.clipping import clipped_texts
from tests.ui.drivers.desks import Desk
from tests.ui.drivers.keyboard import Keyboard
from tests.ui.screens.conftest import Seats

PAGE = {"votes": "desk.ui.screens.votes.page:VotesPage"}


class VotesDesk(Desk):
    """Somebody before the page, with only a keyboard."""

    def __init__(self, *args: Any, **ports: Any) -> None:
        super().__init__(*args, pages=PAGE, **ports)
        self.page: Any = self.shell.page
        self.keys = Keyboard(self.bot, lambda: not self.ctx.tasks.busy)
        self.settle()

    def kept(self) -> tuple[VoteLine, ...]:
        """Figures of the election held last."""
        last = self.place.ask(votes.last_election)
        return () if last is None else last.lines

    def cells(self, *rows: str) -> None:
        """Into the grid, from the cell with the keyboard: cells parted by ``|``; an empty one is passed."""
        for row in rows:
            *ahead, last = row.split("|")
            for words in ahead:
                self._cell(words, "Right")
            self._cell(last, "Down")
            self.keys.press("Home")

    def _cell(self, words: str, way: str) -> None:
        for part in (words[:1], words[1:]):
            if part:
                self.keys.write(part)
        self.keys.press("Tab" if words else way)

    def drawer_words(self) -> str:
        labels = self.window.drawer.findChildren(QLabel)
        return "\n".join(one.text() for one in labels if one.isVisible())


Sit = Callable[..., VotesDesk]


@pytest.fixture
def sit(seats: Seats) -> Sit:
    return seats(partial(VotesDesk))


@pytest.fixture
def kept(office: SmallOffice) -> SmallOffice:
    """An office that keeps an election with its figures."""
    place = office.at("mira")
    keep_figures(place, keep_election(place, ELECTION), LINES, ())
    return office


def test_an_empty_page_says_what_to_do(sit: Sit) -> None:
    desk = sit("mira")
    assert desk.page.districts.empty.title.text() == "Belum ada perolehan suara"
    assert not desk.page.load.isEnabled()


def test_an_election_and_a_district_are_typed(sit: Sit) -> None:
    desk = sit("mira")
    desk.keys.press("F7")
    desk.keys.fill("Nama pemilu", "Pemilu Anggota DPRD 2024")
    desk.keys.fill("Hari pemungutan suara", "14/2/2024")
    desk.keys.press("Ctrl+Return")
    assert desk.toasts() == ["Pemilu Anggota DPRD 2024 dicatat."]
    desk.keys.press("F6")
    desk.keys.write("Dapil 1")
    desk.keys.to_field("Perolehan suara")
    desk.cells("Partai Lestari|||1200|2", "Partai Lestari|1|Ayu Pratiwi|850|", "||Jumlah|2050|")
    desk.keys.press("Ctrl+Return")
    assert desk.kept() == (
        VoteLine("Dapil 1", "Partai Lestari", votes=1200, seats=2),
        VoteLine("Dapil 1", "Partai Lestari", 1, "Ayu Pratiwi", 850),
        VoteLine("Dapil 1", votes=2050, total=True),
    )
    assert "Angka disimpan: 3 baru, 0 berubah, 0 dihapus." in desk.toasts()
    assert not desk.page.editing


def test_a_sum_that_differs_is_said_beside_the_grid_and_nothing_is_lost(kept: SmallOffice, sit: Sit) -> None:
    desk = sit("mira")
    desk.keys.press("F4")
    desk.keys.press("Right", 3)
    desk.keys.write("1")
    desk.keys.write("21")
    desk.keys.press("Tab")
    desk.keys.press("Ctrl+Return")
    assert "Baris 4: Dapil 1 · Partai Lestari · jumlah: tertulis 200, dihitung 201." in (
        desk.page.editor.rows.problem()
    )
    assert desk.kept() == LINES
    desk.page.autosave.flush()
    desk.page.end_editing()
    desk.keys.press("F4")
    assert desk.page.editor.rows.value()[0][3] == "121"
    assert "Draf dipulihkan" in desk.page.editor.draft_banner.text.text()


def test_hundreds_of_rows_are_pasted_as_one_change(kept: SmallOffice, sit: Sit) -> None:
    desk = sit("mira")
    desk.keys.press("F6")
    desk.keys.write("Dapil 3")
    desk.keys.to_field("Perolehan suara")
    rows = [f"Partai {p}\t{n}\tCalon {n}\t{n + p}\t" for p in range(60) for n in range(1, 10)]
    told: list[None] = []
    desk.page.editor.rows.changed.connect(lambda: told.append(None))
    QGuiApplication.clipboard().setText("\n".join(rows))
    widget = QApplication.focusWidget()
    desk.bot.keySequence(widget, QKeySequence.StandardKey.Paste)
    assert len(told) == 1
    desk.save()
    assert len(desk.kept()) == len(LINES) + 540
    assert desk.page.districts.current().district == "Dapil 3"


def test_a_file_with_errors_is_told_by_line_and_not_taken(
    kept: SmallOffice, sit: Sit, tmp_path: Path
) -> None:
    bad = tmp_path / "suara.csv"
    bad.write_text(FILE.replace(";50;", ";lima puluh;"), encoding="utf-8")
    desk = sit("mira")
    desk.page.doing.chooser = lambda _parent: [bad]
    desk.keys.press("F8")
    desk.keys.push("Pilih berkas")
    desk.keys.press("Ctrl+Return")
    assert "Baris 4: Jumlah suara “lima puluh” bukan bilangan bulat." in desk.drawer_words()
    assert desk.kept() == LINES


def test_a_file_replaces_the_figures(kept: SmallOffice, sit: Sit, tmp_path: Path) -> None:
    good = tmp_path / "suara.csv"
    good.write_text(
        FILE.replace("Dapil 2;Partai Lestari;;;7;", "Dapil 2;Partai Lestari;;;8;"), encoding="utf-8"
    )
    desk = sit("mira")
    desk.page.doing.chooser = lambda _parent: [good]
    desk.keys.press("F8")
    desk.keys.push("Pilih berkas")
    desk.keys.press("Ctrl+Return")
    assert desk.toasts() == ["Angka disimpan: 0 baru, 1 berubah, 0 dihapus."]
    assert desk.kept()[-1].votes == 8


def test_a_candidate_is_sought_in_every_district(kept: SmallOffice, sit: Sit) -> None:
    desk = sit("dewi")
    desk.keys.press("Ctrl+F")
    desk.keys.write("citra")
    assert [one.line.candidate for one in desk.page.lines.rows()] == ["Citra Dewi"]
    desk.keys.write("x")
    assert desk.page.lines.empty.title.text() == "Tidak ditemukan"


def test_a_correction_is_told_with_who_made_it(kept: SmallOffice, sit: Sit) -> None:
    desk = sit("mira")
    desk.page.districts.select("Dapil 2")
    desk.settle()
    desk.keys.press("F4")
    desk.keys.press("Right", 3)
    desk.keys.write("9")
    desk.keys.press("Tab")
    desk.keys.press("Ctrl+Return")
    desk.page.lines.view.setFocus()
    desk.keys.press("Home")
    desk.page.lines.select(desk.page.lines.rows()[0].id)
    desk.keys.press("F9")
    assert "7 suara menjadi 9 suara" in desk.drawer_words()
    assert "Mira Anggraini" in desk.drawer_words()


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut(kept: SmallOffice, sit: Sit, scale: float) -> None:
    desk = sit("mira")
    desk.window.resize(1366, 768)
    desk.window.set_text_scale(scale)
    desk.settle()
    assert clipped_texts(desk.window) == []
    desk.press(Qt.Key.Key_F4)
    desk.settle()
    assert clipped_texts(desk.window) == []
