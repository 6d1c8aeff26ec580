from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk.ui.fields import SuggestField, Suggestion, TextField

Show = Callable[..., QWidget]
PEOPLE = (
    Suggestion("Lalu Ahmad Fauzi", "Warga · 0812-••••-1122", payload=1),
    Suggestion("Lalu Gede Putra", "Yayasan Pemilih Muda", payload=2),
)


@pytest.fixture
def field(show: Show) -> SuggestField:
    made = SuggestField("Nama tamu")
    show(made, TextField("Lain"))
    made.line.setFocus()
    return made


def test_typing_asks_and_an_answer_opens_the_list(field: SuggestField, qtbot: QtBot) -> None:
    asked: list[str] = []
    field.query_changed.connect(asked.append)
    qtbot.keyClicks(field.line, "lal")
    assert asked == ["la", "lal"]
    field.offer(PEOPLE, query="lal")
    assert field.line.is_open()
    assert [row.title for row in field.line.list.rows()] == ["Lalu Ahmad Fauzi", "Lalu Gede Putra"]


def test_a_late_answer_is_dropped(field: SuggestField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field.line, "lalu")
    field.offer(PEOPLE, query="la")
    assert not field.line.is_open()


def test_down_and_enter_take_a_suggestion(field: SuggestField, qtbot: QtBot) -> None:
    picked: list[object] = []
    field.picked.connect(picked.append)
    qtbot.keyClicks(field.line, "la")
    field.offer(PEOPLE)
    qtbot.keyClick(field.line, Qt.Key.Key_Down)
    qtbot.keyClick(field.line, Qt.Key.Key_Down)
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert picked == [2]
    assert field.value() == "Lalu Gede Putra"
    assert not field.line.is_open()


def test_a_click_takes_a_suggestion(field: SuggestField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field.line, "la")
    field.offer(PEOPLE)
    view = field.line.list.view
    spot = view.visualRect(field.line.list.model.index(0)).center()
    with qtbot.waitSignal(field.picked) as taken:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert taken.args == [1]


def test_esc_closes_the_list_only_and_enter_then_submits(field: SuggestField, qtbot: QtBot) -> None:
    window = field.window()
    escaped: list[bool] = []
    QShortcut(QKeySequence("Escape"), window).activated.connect(lambda: escaped.append(True))
    qtbot.keyClicks(field.line, "la")
    field.offer(PEOPLE)
    qtbot.keyClick(field.line, Qt.Key.Key_Escape)
    assert not field.line.is_open()
    assert escaped == []
    qtbot.keyClick(field.line, Qt.Key.Key_Escape)
    assert escaped == [True]
    with qtbot.waitSignal(field.submitted) as sent:
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert sent.args == ["la"]


def test_leaving_closes_the_list(field: SuggestField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field.line, "la")
    field.offer(PEOPLE)
    qtbot.keyClick(field.line, Qt.Key.Key_Tab)
    assert not field.line.is_open()


def test_a_provider_answers_at_once(qtbot: QtBot, show: Show) -> None:
    field = SuggestField("Nama", provider=lambda query: [one for one in PEOPLE if query in one.title.lower()])
    show(field)
    field.line.setFocus()
    qtbot.keyClicks(field.line, "gede")
    assert [row.title for row in field.line.list.rows()] == ["Lalu Gede Putra"]


def test_setting_the_value_asks_nobody(field: SuggestField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.query_changed):
        field.set_value("Lalu")
