from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk.ui.fields import TextAreaField, TextField
from desk.ui.fields.text import GrowingEdit

Show = Callable[..., QWidget]


def test_typing_tells_and_setting_is_silent(qtbot: QtBot, show: Show) -> None:
    field = TextField("&Nama pemohon", required=True)
    show(field)
    told: list[str] = []
    field.changed.connect(lambda: told.append(field.value()))
    field.set_value("Lalu")
    assert told == []
    field.line.setFocus()
    qtbot.keyClick(field.line, Qt.Key.Key_End)
    qtbot.keyClicks(field.line, " A")
    assert told == ["Lalu", "Lalu A"]


def test_the_field_says_what_is_wrong_until_it_is_edited(qtbot: QtBot, show: Show) -> None:
    field = TextField("Tujuan", hint="Satu kalimat")
    show(field)
    assert field.note.text() == "Satu kalimat"
    field.mark("Isi tujuan penggunaan informasi.")
    assert field.note.text() == "Isi tujuan penggunaan informasi."
    assert field.note.isVisible()
    assert field.line.accessibleDescription() == "Isi tujuan penggunaan informasi."
    assert field.line.property("state") == "error"
    qtbot.keyClicks(field.line, "a")
    assert field.problem() == ""
    assert field.note.text() == "Satu kalimat"
    assert field.line.property("state") == ""


def test_a_warning_stands_back_behind_a_problem(show: Show) -> None:
    field = TextField("Nama")
    show(field)
    field.warn("Nama ini sudah ada hari ini.")
    field.mark("Isi nama.")
    assert field.note.text() == "Isi nama."
    field.mark(None)
    assert field.note.text() == "Nama ini sudah ada hari ini."
    assert field.line.property("state") == "warn"


def test_the_label_leads_the_keyboard_to_the_editor(qtbot: QtBot, show: Show) -> None:
    first, second = TextField("&Nama"), TextField("&Alamat", required=True)
    window = show(first, second)
    first.line.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    assert second.line.hasFocus()
    assert second.label() == "Alamat"
    assert second.line.accessibleName() == "Alamat (wajib)"


def test_a_read_only_field_takes_no_keys(qtbot: QtBot, show: Show) -> None:
    field = TextField("Nomor surat")
    show(field)
    field.set_read_only(True)
    qtbot.keyClicks(field.line, "9")
    assert field.value() == ""


def test_tab_leaves_the_text_area(qtbot: QtBot, show: Show) -> None:
    area, after = TextAreaField("Isi"), TextField("Nama")
    show(area, after)
    area.area.setFocus()
    with qtbot.waitSignal(area.left):
        qtbot.keyClick(area.area, Qt.Key.Key_Tab)
    assert after.line.hasFocus()


def test_ctrl_enter_belongs_to_the_screen(qtbot: QtBot, show: Show) -> None:
    area = TextAreaField("Isi")
    window = show(area)
    saved: list[bool] = []
    QShortcut(QKeySequence("Ctrl+Return"), window).activated.connect(lambda: saved.append(True))
    area.area.setFocus()
    qtbot.keyClicks(area.area, "abc")
    qtbot.keyClick(area.area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert saved == [True]
    assert area.value() == "abc"


def test_the_text_area_grows_with_its_words_up_to_a_bound(qtbot: QtBot, show: Show) -> None:
    area = TextAreaField("Isi", lines=2, most=5)
    show(area)
    low = area.area.height()
    area.set_value("satu\ndua\ntiga\nempat")
    middle = area.area.height()
    area.set_value("\n".join("baris" for _ in range(40)))
    high = area.area.height()
    assert low < middle < high < 200
    area.set_value("")
    assert area.area.height() == low
    assert isinstance(area.area, GrowingEdit)
