"""Tab goes through what is seen, whenever it was built."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk.ui.fields import CheckItem, CheckList, TextField
from desk.ui.widgets.taborder import in_reading_order, step_focus

Show = Callable[..., QWidget]


class Form(QWidget):
    """A list to tick, whose boxes come late, beside two fields."""

    def __init__(self) -> None:
        super().__init__()
        self.late = QHBoxLayout()
        self.papers, self.name, self.phone = CheckList("Berkas"), TextField("Nama"), TextField("Telepon")
        column = QVBoxLayout(self)
        for part in (self.papers, self.name):
            column.addWidget(part)
        column.addLayout(self.late)
        column.addWidget(self.phone)
        self.papers.set_items([CheckItem("a", "Surat kuasa"), CheckItem("b", "Identitas")])

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        return step_focus(self, forward=forward)

    def parts(self) -> list[QWidget]:
        return [*self.papers.boxes.values(), self.name.line, self.phone.line]


def here() -> QWidget | None:
    return QApplication.focusWidget()


def test_boxes_that_came_late_stand_where_they_are_seen(show: Show) -> None:
    form = Form()
    show(form)
    assert in_reading_order(form) == form.parts()


def test_tab_and_back_go_round_the_whole_form(show: Show, qtbot: QtBot) -> None:
    form = Form()
    show(form)
    form.name.setFocus()
    seen = []
    for _ in range(4):
        qtbot.keyClick(here(), Qt.Key.Key_Tab)
        seen.append(here())
    first, second, name, phone = form.parts()
    assert seen == [phone, first, second, name]
    qtbot.keyClick(here(), Qt.Key.Key_Backtab)
    assert here() is second


def test_what_is_hidden_or_switched_off_is_passed_over(show: Show) -> None:
    form = Form()
    show(form)
    form.name.hide()
    form.papers.boxes["a"].setEnabled(False)
    assert in_reading_order(form) == [form.papers.boxes["b"], form.phone.line]


def test_a_field_added_later_comes_in_its_place(show: Show) -> None:
    form = Form()
    show(form)
    added = QLineEdit()
    form.late.addWidget(added)
    added.show()
    assert in_reading_order(form) == [*form.parts()[:3], added, form.phone.line]


def test_from_a_place_that_tab_does_not_reach_it_goes_on_from_there(show: Show, qtbot: QtBot) -> None:
    form = Form()
    odd = QCheckBox("Lewat")
    odd.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    form.late.addWidget(odd)
    show(form)
    odd.setFocus()
    qtbot.keyClick(odd, Qt.Key.Key_Tab)
    assert here() is form.phone.line


def test_nothing_to_reach_is_said(show: Show) -> None:
    empty = QWidget()
    show(empty)
    assert not step_focus(empty, forward=True)
