from collections.abc import Callable
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView, QWidget
from pytestqt.qtbot import QtBot

from desk.ui.fields import DateField, TextField, TimeField

Show = Callable[..., QWidget]
TODAY = date(2026, 11, 20)


@pytest.fixture
def field(show: Show) -> DateField:
    made = DateField("Tanggal", today=lambda: TODAY, earliest=date(2026, 1, 1))
    other = TextField("Lain")
    show(made, other, height=420)
    made.line.setFocus()
    return made


def test_a_typed_day_is_written_out_when_the_field_is_left(field: DateField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field.line, "04122026")
    assert field.value() == date(2026, 12, 4)
    qtbot.keyClick(field.line, Qt.Key.Key_Tab)
    assert field.line.text() == "Jumat, 4 Desember 2026"
    field.line.setFocus()
    assert field.line.text() == "04/12/2026"


def test_what_is_no_date_is_said_beside_the_field(field: DateField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field.line, "32/1")
    assert field.problem() == ""
    qtbot.keyClick(field.line, Qt.Key.Key_Tab)
    assert field.value() is None
    assert field.problem().startswith("Tanggal “32/1” tidak dikenali")
    assert field.line.text() == "32/1"


def test_a_day_out_of_bounds_is_said(field: DateField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field.line, "31/12/2025")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.problem() == "Paling awal Kamis, 1 Januari 2026."


def test_up_and_down_move_by_days(field: DateField, qtbot: QtBot) -> None:
    qtbot.keyClick(field.line, Qt.Key.Key_Up)
    assert field.value() == TODAY
    qtbot.keyClick(field.line, Qt.Key.Key_Up)
    qtbot.keyClick(field.line, Qt.Key.Key_Down)
    qtbot.keyClick(field.line, Qt.Key.Key_Down)
    assert field.value() == date(2026, 11, 19)
    assert field.line.text() == "19/11/2026"


@pytest.mark.parametrize(
    "key",
    [(Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)],
)
def test_the_calendar_opens_and_takes_by_keyboard(
    key: tuple[Qt.Key, Qt.KeyboardModifier], field: DateField, qtbot: QtBot
) -> None:
    qtbot.keyClick(field.line, key[0], key[1])
    popup = field.popup()
    assert popup is not None
    assert popup.isVisible()
    days = field.month.findChild(QTableView)
    assert days is not None
    qtbot.keyClick(days, Qt.Key.Key_Right)
    with qtbot.waitSignal(field.changed):
        qtbot.keyClick(days, Qt.Key.Key_Return)
    assert field.value() == date(2026, 11, 21)
    assert not popup.isVisible()
    assert field.line.hasFocus()


def test_esc_closes_the_calendar_and_changes_nothing(field: DateField, qtbot: QtBot) -> None:
    qtbot.mouseClick(field.calendar_button, Qt.MouseButton.LeftButton)
    popup = field.popup()
    assert popup is not None
    qtbot.keyClick(field.month, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert field.value() is None


def test_an_empty_day_is_none(field: DateField, qtbot: QtBot) -> None:
    field.set_value(TODAY)
    field.line.selectAll()
    qtbot.keyClick(field.line, Qt.Key.Key_Delete)
    assert field.value() is None
    qtbot.keyClick(field.line, Qt.Key.Key_Tab)
    assert field.problem() == ""


def test_a_time_is_written_out_and_stepped(qtbot: QtBot, show: Show) -> None:
    field, other = TimeField("Jam"), TextField("Lain")
    show(field, other)
    field.line.setFocus()
    qtbot.keyClicks(field.line, "912")
    qtbot.keyClick(field.line, Qt.Key.Key_Up)
    assert field.value() == time(9, 17)
    qtbot.keyClick(field.line, Qt.Key.Key_Tab)
    assert field.line.text() == "09.17"


def test_what_is_no_time_is_said(qtbot: QtBot, show: Show) -> None:
    field, other = TimeField("Jam"), TextField("Lain")
    show(field, other)
    field.line.setFocus()
    qtbot.keyClicks(field.line, "25")
    qtbot.keyClick(field.line, Qt.Key.Key_Tab)
    assert field.value() is None
    assert "tidak dikenali" in field.problem()
