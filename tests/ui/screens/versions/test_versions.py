"""Standar baru: what goes over and what stays, the action, the dates that moved (KPG, Pengesahan)."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.assets import resource
from desk.standards.loader import load_standards
from tests.actions.test_versions import KPG2026, three_letters
from tests.kupang import kupang
from tests.office import MORNING, SmallOffice
from tests.ui.clipping import clipped_texts
from tests.ui.drivers.desks import CTRL, Desk
from tests.ui.screens.conftest import Seats
from tests.walks import standing

KEY = Qt.Key


class VersionsDriver(Desk):
    """An officer before the page."""

    def __init__(self, office: SmallOffice, login: str, bot: QtBot) -> None:
        super().__init__(office, login, bot, {"versions": "desk.ui.screens.versions.page:VersionsPage"})
        self.window.resize(1366, 768)
        self.settle()

    @property
    def page(self) -> Any:
        return self.window.pages.current


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SmallOffice]:
    own = tmp_path / "own"
    (own / "standards").mkdir(parents=True)
    (own / "standards" / "kpg2026.toml").write_text(KPG2026, encoding="utf-8")
    with kupang(tmp_path / "kota") as founded:
        yield replace(founded, standards=load_standards(resource("standards"), own))


@pytest.fixture
def sit(seats: Seats) -> Callable[..., Any]:
    return seats(VersionsDriver)


def test_what_is_reached_is_shown_and_taken_over(office: SmallOffice, sit: Callable[..., Any]) -> None:
    waiting, read, identified = three_letters(office)
    office.clock.at = MORNING + timedelta(days=4)
    hendra = sit("hendra")
    page = hendra.page
    assert page.count.text() == "2 permohonan mengikuti standar baru, 1 tetap pada standar lama."
    fates = [str(page.table.model.index(row, 3).data()) for row in range(3)]
    assert sorted(fates) == [
        "Langkah Identifikasi tidak ada pada standar baru.",
        "mengikuti standar baru",
        "mengikuti standar baru",
    ]
    assert str(page.table.model.index(0, 4).data()) == "21 Tahun 2025 → 5 Tahun 2026"
    assert clipped_texts(hendra.window) == []
    hendra.press(KEY.Key_Return, CTRL)
    assert "tidak dapat dibatalkan" in "\n".join(hendra.shell.drawer_texts())
    hendra.press(KEY.Key_Return, CTRL)
    hendra.settle()
    assert hendra.toasts() == ["2 permohonan mengikuti standar baru."]
    assert [standing(office, one).standard for one in (waiting, read, identified)] == [
        "kpg2026",
        "kpg2026",
        "kpg",
    ]
    assert page.moved.heading.text().endswith("2")
    assert page.count.text().startswith("0 permohonan")
    assert not page.button.isEnabled()


def test_without_a_newer_version_there_is_nothing_to_do(office: SmallOffice, sit: Callable[..., Any]) -> None:
    three_letters(office)
    page = sit("admin").page
    assert page.table.empty.isVisible()
    assert not page.button.isEnabled()
