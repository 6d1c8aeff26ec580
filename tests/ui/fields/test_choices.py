from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.ui.fields import CheckItem, CheckList, ChipChoice, Choice, ChoiceField, TextField

Show = Callable[..., QWidget]
DECISIONS = (Choice("kabul", "Dikabulkan"), Choice("sebagian", "Sebagian"), Choice("tolak", "Ditolak"))
ITEMS = (CheckItem("id", "Identitas"), CheckItem("info", "Informasi dirinci"), CheckItem("tujuan", "Tujuan"))


def _wheel(widget: QWidget) -> None:
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(widget.rect().center())),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_nothing_is_chosen_at_first(show: Show) -> None:
    field = ChoiceField("Jenis", DECISIONS)
    show(field)
    assert field.value() is None
    assert field.combo.currentText() == ""


def test_typing_the_first_letters_chooses(qtbot: QtBot, show: Show) -> None:
    field = ChoiceField("Keputusan", DECISIONS)
    show(field)
    field.combo.setFocus()
    with qtbot.waitSignal(field.changed):
        qtbot.keyClicks(field.combo, "seb")
    assert field.value() == "sebagian"


def test_the_mouse_wheel_never_changes_a_choice(show: Show) -> None:
    field = ChoiceField("Keputusan", DECISIONS)
    show(field)
    field.set_value("kabul")
    field.combo.setFocus()
    _wheel(field.combo)
    assert field.value() == "kabul"


def test_another_list_keeps_the_value_it_still_offers(qtbot: QtBot, show: Show) -> None:
    field = ChoiceField("Keputusan", DECISIONS)
    show(field)
    field.set_value("sebagian")
    with qtbot.assertNotEmitted(field.changed):
        field.set_choices(DECISIONS[1:])
        assert field.value() == "sebagian"
        field.set_choices(DECISIONS[:1])
    assert field.value() is None


def test_arrows_walk_through_the_pills_and_take_one(qtbot: QtBot, show: Show) -> None:
    before, field, after = TextField("A"), ChipChoice("Keputusan", DECISIONS), TextField("B")
    window = show(before, field, after)
    before.line.setFocus()
    qtbot.keyClick(before.line, Qt.Key.Key_Tab)
    assert window.focusWidget() is field.group.chips[0]
    with qtbot.waitSignal(field.changed):
        qtbot.keyClick(field.group.chips[0], Qt.Key.Key_Right)
    assert field.value() == "sebagian"
    qtbot.keyClick(field.group.chips[1], Qt.Key.Key_Left)
    qtbot.keyClick(field.group.chips[0], Qt.Key.Key_Left)
    assert field.value() == "tolak"
    qtbot.keyClick(field.group.chips[2], Qt.Key.Key_Tab)
    assert after.line.hasFocus()


@pytest.mark.parametrize("how", ["space", "click"])
def test_a_pill_is_taken_by_space_or_click(how: str, qtbot: QtBot, show: Show) -> None:
    field = ChipChoice("Keputusan", DECISIONS)
    show(field)
    chip = field.group.chips[0]
    with qtbot.waitSignal(field.changed):
        if how == "space":
            chip.setFocus()
            qtbot.keyClick(chip, Qt.Key.Key_Space)
        else:
            qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert field.value() == "kabul"
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert field.value() == "kabul"


def test_pills_set_in_silence(qtbot: QtBot, show: Show) -> None:
    field = ChipChoice("Keputusan", DECISIONS)
    show(field)
    with qtbot.assertNotEmitted(field.changed):
        field.set_value("tolak")
    assert field.value() == "tolak"
    field.set_value(None)
    assert field.value() is None


def test_ticks_are_counted_in_the_heading(qtbot: QtBot, show: Show) -> None:
    field = CheckList("Kelengkapan", ITEMS)
    show(field)
    assert field.caption.text() == "Kelengkapan · 0 dari 3"
    first = field.boxes["id"]
    first.setFocus()
    with qtbot.waitSignal(field.changed):
        qtbot.keyClick(first, Qt.Key.Key_Space)
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert field.boxes["info"].hasFocus()
    qtbot.mouseClick(field.boxes["info"], Qt.MouseButton.LeftButton)
    assert field.caption.text() == "Kelengkapan · 2 dari 3"
    assert field.value() == {"id", "info"}
    assert not field.done()


def test_other_items_keep_the_ticks_that_still_apply(show: Show) -> None:
    field = CheckList("Kelengkapan", ITEMS)
    show(field)
    field.set_value(frozenset({"id", "tujuan"}))
    field.set_items((ITEMS[0], CheckItem("akta", "Akta pendirian", "Hanya badan hukum")))
    assert field.value() == {"id"}
    assert field.caption.text() == "Kelengkapan · 1 dari 2"


def test_a_long_tick_wraps_instead_of_being_cut(show: Show, large_text: None) -> None:
    words = "Akta pendirian badan hukum dengan pengesahan kementerian yang membidangi"
    field = CheckList("Kelengkapan", (CheckItem("a", words, "Salinan cukup"),))
    show(field, width=300)
    box = field.boxes["a"]
    assert box.height() >= box.heightForWidth(box.width()) > 60
