from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk.ui.fields import TextField
from desk.ui.theme.clipping import clipped_texts
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import Drawer, PrimaryButton, SecondaryButton, ToastLayer

Show = Callable[..., QWidget]


class Form(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.first, self.second = TextField("Loket"), TextField("Alasan")
        column = QVBoxLayout(self)
        column.addWidget(self.first)
        column.addWidget(self.second)


@pytest.fixture
def below(show: Show) -> TextField:
    field = TextField("Nama pemohon")
    show(field, PrimaryButton("Simpan", "Ctrl+Return"), width=900, height=600)
    field.line.setFocus()
    return field


@pytest.fixture
def drawer(below: TextField) -> Drawer:
    return Drawer(below.window())


def test_the_first_field_takes_the_keyboard_and_esc_gives_it_back(
    drawer: Drawer, below: TextField, qtbot: QtBot
) -> None:
    form = Form()
    drawer.open_with("Alihkan antrean", form)
    assert form.first.line.hasFocus()
    with qtbot.waitSignal(drawer.closed):
        qtbot.keyClick(form.first.line, Qt.Key.Key_Escape)
    assert drawer.isHidden()
    assert below.line.hasFocus()


def test_a_form_may_say_where_the_keyboard_begins(drawer: Drawer, below: TextField) -> None:
    form = Form()
    form.setFocusProxy(form.second)
    drawer.open_with("Alihkan antrean", form)
    assert form.second.line.hasFocus()


def test_tab_goes_round_inside(drawer: Drawer, below: TextField, qtbot: QtBot) -> None:
    form, action = Form(), PrimaryButton("Alihkan")
    drawer.open_with("Alihkan antrean", form, [action])
    seen = []
    for _ in range(5):
        focused = drawer.window().focusWidget()
        assert focused is not None
        seen.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert seen[:3] == [form.first.line, form.second.line, action]
    assert below.line not in seen
    assert seen[4] is form.first.line
    assert form.second.line.hasFocus()
    qtbot.keyClick(form.second.line, Qt.Key.Key_Backtab)
    assert form.first.line.hasFocus()


def test_the_keys_of_the_window_below_rest(drawer: Drawer, below: TextField, qtbot: QtBot) -> None:
    save = below.window().findChild(PrimaryButton)
    assert save is not None
    form, action = Form(), PrimaryButton("Alihkan", "Ctrl+Return")
    drawer.open_with("Alihkan antrean", form, [action])
    with qtbot.assertNotEmitted(save.clicked), qtbot.waitSignal(action.clicked):
        qtbot.keyClick(form.first.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    drawer.dismiss()
    with qtbot.waitSignal(save.clicked):
        qtbot.keyClick(below.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_click_beside_closes_and_one_inside_does_not(drawer: Drawer, qtbot: QtBot) -> None:
    drawer.open_with("Alihkan antrean", Form())
    qtbot.mouseClick(drawer.sheet, Qt.MouseButton.LeftButton)
    assert drawer.isVisible()
    qtbot.mouseClick(drawer, Qt.MouseButton.LeftButton, pos=drawer.rect().topLeft())
    assert drawer.isHidden()


def test_it_follows_the_window_and_cuts_nothing(drawer: Drawer, qtbot: QtBot) -> None:
    drawer.open_with(
        "Alihkan antrean ke loket lain", Form(), [PrimaryButton("Alihkan"), SecondaryButton("Batal")]
    )
    drawer.window().resize(1100, 500)
    qtbot.waitUntil(lambda: drawer.size() == drawer.window().size())
    assert clipped_texts(drawer) == []


def test_opening_another_replaces_the_first(drawer: Drawer, below: TextField) -> None:
    drawer.open_with("Satu", Form())
    second = Form()
    drawer.open_with("Dua", second)
    assert drawer.body() is second
    drawer.dismiss()
    assert below.isEnabled()
    assert below.line.hasFocus()


@pytest.fixture
def toasts(below: TextField) -> ToastLayer:
    return ToastLayer(below.window())


def test_alt_z_takes_back_the_newest(toasts: ToastLayer, below: TextField, qtbot: QtBot) -> None:
    taken: list[str] = []
    toasts.toast("A-007 dipanggil.", undo=lambda: taken.append("A"))
    toasts.toast("B-014 selesai dilayani.", undo=lambda: taken.append("B"))
    toasts.toast("Tanda terima dicetak.", tone=Tone.GOOD)
    with qtbot.waitSignal(toasts.undone) as told:
        qtbot.keyClick(below.line, Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    assert taken == ["B"]
    assert told.args == ["B-014 selesai dilayani."]
    qtbot.keyClick(below.line, Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(below.line, Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    assert taken == ["B", "A"]
    assert [shown.text.text() for shown in toasts.toasts()] == ["Tanda terima dicetak."]


def test_the_button_undoes_and_the_keyboard_stays_where_it_was(
    toasts: ToastLayer, below: TextField, qtbot: QtBot
) -> None:
    taken: list[bool] = []
    shown = toasts.toast("Selesai.", undo=lambda: taken.append(True))
    assert below.line.hasFocus()
    assert shown.button is not None
    qtbot.mouseClick(shown.button, Qt.MouseButton.LeftButton)
    assert taken == [True]
    assert toasts.isHidden()


def test_it_goes_by_itself(toasts: ToastLayer, qtbot: QtBot) -> None:
    shown = toasts.toast("Tersimpan.", seconds=0.01)
    qtbot.waitUntil(lambda: shown not in toasts.toasts())
    assert toasts.isHidden()


def test_it_stays_while_the_keyboard_is_on_its_button(toasts: ToastLayer, qtbot: QtBot) -> None:
    shown = toasts.toast("Selesai.", undo=lambda: None, seconds=0.01)
    assert shown.button is not None
    shown.button.setFocus()
    with qtbot.waitSignals([shown.timer.timeout, shown.timer.timeout]):
        pass
    assert shown in toasts.toasts()
    qtbot.keyClick(shown.button, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: shown not in toasts.toasts())


def test_undoing_stays_longer(toasts: ToastLayer) -> None:
    short, long = toasts.toast("Satu."), toasts.toast("Dua.", undo=lambda: None)
    assert long.timer.interval() > short.timer.interval()


def test_old_news_makes_room(toasts: ToastLayer) -> None:
    for number in range(5):
        toasts.toast(f"Berita {number}")
    assert [shown.text.text() for shown in toasts.toasts()] == ["Berita 2", "Berita 3", "Berita 4"]


def test_covered_news_comes_back(toasts: ToastLayer, qtbot: QtBot) -> None:
    first = toasts.toast("B-014 selesai dilayani.", undo=lambda: None)
    second = toasts.toast("Tanda terima dicetak.", seconds=0.01)
    assert not first.isVisible()
    assert not first.timer.isActive()
    qtbot.waitUntil(lambda: second not in toasts.toasts())
    assert first.isVisible()
    assert first.timer.isActive()


def test_a_long_sentence_goes_on_to_more_lines(toasts: ToastLayer) -> None:
    short = toasts.toast("Tersimpan.").height()
    toasts.toast(f"{'Lalu Muhammad Zainuddin ' * 4}terdaftar · antrean B-001.", undo=lambda: None)
    assert toasts.height() > short
    assert toasts.geometry().right() < toasts.host.width()
    assert clipped_texts(toasts) == []
