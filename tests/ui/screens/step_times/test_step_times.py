"""Waktu langkah: the table of a month, another month, the file, the paper (R7)."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.ui.screens.step_times import page as module
from tests.kupang import LETTER, disposed, kupang, moved, registered
from tests.office import SmallOffice
from tests.ui.clipping import clipped_texts
from tests.ui.drivers.desks import Desk
from tests.ui.screens.conftest import Seats

KEY = Qt.Key


class StepTimesDriver(Desk):
    """An officer before the recap."""

    def __init__(self, office: SmallOffice, login: str, bot: QtBot) -> None:
        super().__init__(office, login, bot, {"step_times": "desk.ui.screens.step_times.page:StepTimesPage"})
        self.window.resize(1366, 768)
        self.settle()

    @property
    def page(self) -> Any:
        return self.window.pages.current

    def lines(self) -> list[list[str]]:
        """Step, how many, plan, median and those in time of each row."""
        model = self.page.table.model
        wanted = (2, 3, 4, 5, 7)
        return [[str(model.index(row, one).data()) for one in wanted] for row in range(model.rowCount())]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SmallOffice]:
    with kupang(tmp_path) as founded:
        yield founded


@pytest.fixture
def sit(seats: Seats) -> Callable[..., Any]:
    return seats(StepTimesDriver)


def read_until_april(office: SmallOffice) -> None:
    """Received in time in March, disposed of in April."""
    case_id = registered(office, LETTER)
    moved(office, case_id, "rahma", "teruskan", 2)
    disposed(office, case_id, 60 * 24 * 25)


def test_a_month_is_shown_and_another_one_chosen(office: SmallOffice, sit: Callable[..., Any]) -> None:
    read_until_april(office)
    lina = sit("lina")
    assert lina.lines() == [["Disposisi surat", "1", "5 menit", "25 hari", "0 dari 1 (0 %)"]]
    assert clipped_texts(lina.window) == []
    lina.page.month.combo.setFocus()
    lina.press(KEY.Key_Down)
    lina.settle()
    assert lina.page.month.combo.currentText() == "Maret 2026"
    assert lina.lines() == [["Penerimaan surat", "1", "3 menit", "2 menit", "1 dari 1 (100 %)"]]


def test_it_goes_into_a_file_and_onto_paper(
    office: SmallOffice, sit: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_until_april(office)
    rahma = sit("rahma")
    asked: list[str] = []
    places: list[Path | None] = [None, tmp_path / "tidak" / "ada.csv", tmp_path / "rekap.csv"]

    def ask(_parent: Any, name: str) -> Path | None:
        asked.append(name)
        return places.pop(0)

    monkeypatch.setattr(module, "ask_where", ask)
    rahma.press(KEY.Key_F6)
    assert rahma.toasts() == []
    rahma.press(KEY.Key_F6)
    assert "tidak dapat disimpan" in rahma.toasts()[-1]
    rahma.press(KEY.Key_F6)
    assert rahma.toasts()[-1] == "rekap.csv disimpan."
    assert asked == ["waktu-langkah-2026-04.csv"] * 3
    assert "Disposisi surat;1;5;36000;36000;0;0" in (tmp_path / "rekap.csv").read_text("utf-8-sig")


def test_before_anything_was_finished_there_is_nothing_to_print(
    office: SmallOffice, sit: Callable[..., Any]
) -> None:
    registered(office)
    page = sit("hendra").page
    assert page.table.empty.isVisible()
    assert not page.print.isEnabled()
    assert not page.export.isEnabled()
