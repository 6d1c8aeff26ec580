"""“Pengaturan layanan”: set, validated, undone, told in the history (S5, R11)."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.queries.office import profile
from tests.office import SmallOffice
from tests.stories import take_in
from tests.ui.clipping import clipped_texts
from tests.ui.drivers.desks import CTRL, Desk
from tests.ui.screens.conftest import Seats

UNIT, HUKUM = "informasi.limits.umum.unit", "magang_kapasitas_hukum"


class SettingsDriver(Desk):
    """The page under a test's hands."""

    def __init__(self, office: SmallOffice, login: str, bot: QtBot) -> None:
        pages = {"service_settings": "desk.ui.screens.service_settings.page:ServiceSettingsPage"}
        super().__init__(office, login, bot, pages)
        self.settle()

    @property
    def page(self) -> Any:
        return self.shell.page

    def settle(self) -> None:
        for _ in range(4):
            super().settle()

    def number(self, key: str, digits: str) -> None:
        line = self.page.fields[key].line
        line.setFocus(Qt.FocusReason.TabFocusReason)
        line.selectAll()
        self.bot.keyClick(line, Qt.Key.Key_Backspace)
        self.bot.keyClicks(line, digits)

    def next_choice(self, key: str) -> None:
        combo = self.page.fields[key].combo
        combo.setFocus(Qt.FocusReason.TabFocusReason)
        self.bot.keyClick(combo, Qt.Key.Key_Down)

    def save(self) -> None:
        self.press(Qt.Key.Key_Return, CTRL)
        self.settle()

    def told(self) -> list[str]:
        return [row.title for row in self.page.history.rows()]


Sit = Callable[[], SettingsDriver]


@pytest.fixture
def sit(seats: Seats) -> Sit:
    """Seats the Kasubag Hukum & SDM."""
    return partial(seats(SettingsDriver), "syahrul")


def test_places_for_interns_are_set_and_the_history_says_by_whom(office: SmallOffice, sit: Sit) -> None:
    desk = sit()
    assert desk.told() == []
    assert not desk.page.save_button.isEnabled()
    assert clipped_texts(desk.window) == []
    desk.number(HUKUM, "2")
    desk.save()
    assert office.at("admin").ask(profile).settings[HUKUM] == 2
    assert "Magang · Bagian Hukum dan SDM: 4 peserta menjadi 2 peserta" in desk.told()
    assert "Syahrul Anwar" in desk.page.history.rows()[0].detail
    desk.shell.undo()
    desk.settle()
    assert desk.page.fields[HUKUM].value() == 4


def test_another_kind_of_day_lists_the_requests_that_moved(office: SmallOffice, sit: Sit) -> None:
    opened = take_in(office)
    desk = sit()
    desk.next_choice(UNIT)
    desk.save()
    assert [row.key for row in desk.page.moved.list.rows()] == [opened.case_id]
    assert desk.told()[0].endswith("Hari kerja menjadi Hari kalender")


def test_what_does_not_fit_is_said_beside_its_field(office: SmallOffice, sit: Sit) -> None:
    desk = sit()
    desk.number(HUKUM, "")
    desk.save()
    assert desk.page.fields[HUKUM].problem() == "Isi jumlah peserta antara 0 dan 50."
    desk.page.give_up()
    assert desk.page.fields[HUKUM].value() == 4
    assert not desk.page.undo_button.isEnabled()
    assert "magang_kapasitas_hukum" not in office.at("admin").ask(profile).settings


def test_what_a_colleague_sets_is_followed_unless_something_is_typed(office: SmallOffice, sit: Sit) -> None:
    from tests.actions.test_service_settings import set_

    desk = sit()
    set_(office, magang_kapasitas_hukum=3)
    desk.settle()
    assert desk.page.fields[HUKUM].value() == 3
    desk.number(HUKUM, "9")
    set_(office, magang_kapasitas_hukum=5)
    desk.settle()
    assert desk.page.fields[HUKUM].value() == 9
    desk.save()
    assert any("sudah diubah rekan" in words for words in desk.toasts())


@pytest.mark.parametrize(
    ("value", "words"), [(None, "tanpa batas waktu"), (0, "tanpa batas waktu"), (12, "12 hari kerja")]
)
def test_a_number_of_days_is_told_in_words(office: SmallOffice, value: int | None, words: str) -> None:
    from desk.standards.choices import options
    from desk.ui.screens.service_settings.words import value_words

    days = next(one for one in options(office.standards.get("ksb")) if one.key == "magang.limits.umum.days")
    assert value_words(days, value) == words
