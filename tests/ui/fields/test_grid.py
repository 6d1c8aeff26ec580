"""The grid: typed, walked, pasted and emptied by keyboard; choices kept as values; nothing said silently."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk.ui.fields import Choice, GridColumn, GridField, TextField

Show = Callable[..., QWidget]
CTRL = Qt.KeyboardModifier.ControlModifier
NAMES = (GridColumn("Nama"), GridColumn("NIM", 90), GridColumn("Prodi", 90))
CHOSEN = (
    GridColumn("Nama", fixed=True),
    GridColumn("Laporan", 90, choices=(Choice("ya", "Ada"), Choice("tidak", "Belum"))),
)


@pytest.fixture
def typed(qtbot: QtBot) -> Callable[[str], None]:
    """Types into whatever has the keyboard, the first letter before the others: it opens the cell."""

    def type_words(words: str) -> None:
        for part in (words[:1], words[1:]):
            if part:
                qtbot.keyClicks(QApplication.focusWidget(), part)

    return type_words


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    qtbot.keyClick(widget, key, modifier)
    QApplication.processEvents()


def test_rows_are_typed_with_tab_from_cell_to_cell_and_a_new_row_waits(
    qtbot: QtBot, show: Show, typed: Callable[[str], None]
) -> None:
    field = GridField("Peserta", NAMES)
    show(field)
    told: list[object] = []
    field.changed.connect(lambda: told.append(field.value()))
    field.setFocus()
    for words in ("Ayu Pratiwi", "E1", "Hukum", "Bagus", "E2", "Politik"):
        typed(words)
        press(qtbot, Qt.Key.Key_Tab)
    assert field.value() == (("Ayu Pratiwi", "E1", "Hukum"), ("Bagus", "E2", "Politik"))
    assert told[-1] == field.value()
    assert field.grid.rowCount() == 3


def test_tab_leaves_a_cell_that_is_not_being_typed_into(qtbot: QtBot, show: Show) -> None:
    field, after = GridField("Peserta", NAMES), TextField("Catatan")
    both = QWidget()
    column = QVBoxLayout(both)
    column.addWidget(field)
    column.addWidget(after)
    show(both)
    left: list[bool] = []
    field.left.connect(lambda: left.append(True))
    field.setFocus()
    press(qtbot, Qt.Key.Key_Tab)
    assert after.line.hasFocus()
    assert left == [True]


def test_setting_is_silent_and_empty_rows_do_not_count(show: Show) -> None:
    field = GridField("Peserta", NAMES)
    show(field)
    told: list[bool] = []
    field.changed.connect(lambda: told.append(True))
    field.set_value((("Ayu", "", ""), ("", "", ""), ("Bagus", "2", "")))
    assert field.value() == (("Ayu", "", ""), ("Bagus", "2", ""))
    assert told == []


def test_a_choice_is_picked_by_its_first_letter_and_enter_goes_down(
    qtbot: QtBot, show: Show, typed: Callable[[str], None]
) -> None:
    field = GridField("Laporan", CHOSEN, grows=False)
    show(field)
    field.set_value((("Ayu", ""), ("Bagus", "")))
    field.setFocus()
    for letter in "AB":
        typed(letter)
        press(qtbot, Qt.Key.Key_Return)
    assert field.value() == (("Ayu", "ya"), ("Bagus", "tidak"))
    assert field.grid.rowCount() == 2


def test_cells_of_a_spreadsheet_are_pasted_and_fixed_ones_stay(qtbot: QtBot, show: Show) -> None:
    QGuiApplication.clipboard().setText("Ayu\tE1\tHukum\nBagus\tE2\tPolitik\tlebih\n")
    field = GridField("Peserta", NAMES)
    show(field)
    field.setFocus()
    press(qtbot, Qt.Key.Key_V, CTRL)
    assert field.value() == (("Ayu", "E1", "Hukum"), ("Bagus", "E2", "Politik"))
    fixed = GridField("Laporan", CHOSEN, grows=False)
    show(fixed)
    fixed.set_value((("Ayu", ""),))
    fixed.grid.setCurrentCell(0, 0)
    fixed.grid.setFocus()
    fixed.grid.paste("Orang lain\tAda\nSiapa\tAda")
    assert fixed.value() == (("Ayu", "ya"),)


def test_delete_empties_a_cell_and_with_control_takes_the_row_out(qtbot: QtBot, show: Show) -> None:
    field = GridField("Peserta", NAMES)
    show(field)
    field.set_value((("Ayu", "E1", "x"), ("Bagus", "E2", "y")))
    field.grid.setFocus()
    field.grid.setCurrentCell(0, 1)
    press(qtbot, Qt.Key.Key_Delete)
    assert field.value()[0] == ("Ayu", "", "x")
    press(qtbot, Qt.Key.Key_Delete, CTRL)
    assert field.value() == (("Bagus", "E2", "y"),)


def test_control_enter_belongs_to_the_screen(qtbot: QtBot, show: Show) -> None:
    field = GridField("Peserta", NAMES)
    show(field)
    saved: list[bool] = []
    QShortcut(QKeySequence("Ctrl+Return"), field.window(), lambda: saved.append(True))
    field.set_value((("Ayu", "E1", "x"),))
    field.setFocus()
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert saved == [True]
    assert field.grid.currentRow() == 0
