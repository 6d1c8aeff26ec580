from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk.ui.fields import MoneyField, NikField, NumberField, PhoneField, TextField
from desk.ui.fields.identity import grouped_phone

Show = Callable[..., QWidget]
NIK = "5207014101900003"


def test_a_nik_is_masked_once_the_keyboard_leaves(qtbot: QtBot, show: Show) -> None:
    field, other = NikField(), TextField("Lain")
    show(field, other)
    field.line.setFocus()
    qtbot.keyClicks(field.line, "5207 0141 0190 0003")
    assert field.line.text() == NIK
    qtbot.keyClick(field.line, Qt.Key.Key_Tab)
    assert field.line.text() == "5207•••••••0003"
    assert field.value() == NIK
    assert field.warning() == ""
    field.line.setFocus()
    assert field.line.text() == NIK


def test_an_odd_nik_warns_and_does_not_block(qtbot: QtBot, show: Show) -> None:
    field, other = NikField(), TextField("Lain")
    show(field, other)
    field.line.setFocus()
    qtbot.keyClicks(field.line, "52070")
    qtbot.keyClick(field.line, Qt.Key.Key_Tab)
    assert field.problem() == ""
    assert field.warning() == "NIK biasanya 16 angka, ini 5. Periksa kembali."
    assert field.value() == "52070"


def test_a_set_nik_is_masked_at_once(show: Show) -> None:
    field = NikField()
    show(TextField("Lain"), field)
    field.set_value(NIK)
    assert NIK not in field.line.text()


def test_a_telephone_number_is_grouped_while_typing(qtbot: QtBot, show: Show) -> None:
    field = PhoneField()
    show(field)
    field.line.setFocus()
    qtbot.keyClicks(field.line, "081237001122")
    assert field.line.text() == "0812-3700-1122"
    assert field.value() == "081237001122"


def test_a_digit_put_in_the_middle_leaves_the_cursor_there(qtbot: QtBot, show: Show) -> None:
    field = PhoneField()
    show(field)
    field.set_value("081237001122")
    field.line.setFocus()
    field.line.setCursorPosition(2)
    qtbot.keyClicks(field.line, "99")
    assert field.value() == "08991237001122"
    assert field.line.cursorPosition() == 4


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("", ""),
        ("0812", "0812"),
        ("08123", "0812-3"),
        ("0812370", "0812-370"),
        ("0812370011223", "0812-3700-11223"),
        ("+6281237001122", "+62 812-3700-1122"),
    ],
)
def test_groups_of_a_telephone_number(number: str, shown: str) -> None:
    assert grouped_phone(number) == shown


def test_money_is_grouped_and_counted_in_whole_rupiah(qtbot: QtBot, show: Show) -> None:
    field = MoneyField("Biaya")
    show(field)
    field.line.setFocus()
    qtbot.keyClicks(field.line, "Rp1250000")
    assert field.line.text() == "1.250.000"
    assert field.value() == 1_250_000
    qtbot.keyClick(field.line, Qt.Key.Key_Backspace)
    assert field.value() == 125_000


def test_a_number_steps_inside_its_bounds_and_says_when_outside(qtbot: QtBot, show: Show) -> None:
    field, other = NumberField("Pendamping", least=1, most=20), TextField("Lain")
    show(field, other)
    field.line.setFocus()
    qtbot.keyClick(field.line, Qt.Key.Key_Down)
    assert field.value() == 1
    qtbot.keyClick(field.line, Qt.Key.Key_Down)
    assert field.value() == 1
    qtbot.keyClicks(field.line, "99")
    qtbot.keyClick(field.line, Qt.Key.Key_Tab)
    assert field.problem() == "Isi antara 1 dan 20."
    field.set_value(None)
    assert field.value() is None
