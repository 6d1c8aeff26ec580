from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk.ui.fields import TextField
from desk.ui.widgets import (
    Badge,
    DangerButton,
    GhostButton,
    IconButton,
    LinkButton,
    PrimaryButton,
    SecondaryButton,
)
from desk.ui.widgets.buttons import key_words

Show = Callable[..., QWidget]


@pytest.mark.parametrize(
    ("keys", "words"), [("F2", "F2"), ("Ctrl+Return", "Ctrl Enter"), ("Ctrl+K", "Ctrl K"), ("Escape", "Esc")]
)
def test_keys_are_shown_as_people_call_them(keys: str, words: str) -> None:
    assert key_words(keys) == words


def test_the_shown_key_presses_the_button_from_anywhere(qtbot: QtBot, show: Show) -> None:
    button, field = PrimaryButton("Panggil berikut", "F2"), TextField("Nama")
    show(button, field)
    field.line.setFocus()
    assert button.key_text() == "F2"
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(field.line, Qt.Key.Key_F2)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_works_on_both_enter_keys(key: Qt.Key, qtbot: QtBot, show: Show) -> None:
    button, field = PrimaryButton("Simpan", "Ctrl+Return"), TextField("Nama")
    show(button, field)
    field.line.setFocus()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(field.line, key, Qt.KeyboardModifier.ControlModifier)


def test_a_disabled_button_does_not_listen(qtbot: QtBot, show: Show) -> None:
    button = PrimaryButton("Simpan", "F9")
    window = show(button, TextField("Nama"))
    button.setEnabled(False)
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.keyClick(window, Qt.Key.Key_F9)


def test_a_changed_key_forgets_the_old_one(qtbot: QtBot, show: Show) -> None:
    button = SecondaryButton("Tunda", "F4")
    window = show(button)
    button.set_shortcut("F6")
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    qtbot.keyClick(window, Qt.Key.Key_F4)
    assert pressed == []
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert pressed == [True]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_focused_button_is_pressed_by_space_and_enter(key: Qt.Key, qtbot: QtBot, show: Show) -> None:
    button = GhostButton("Mengapa")
    show(button)
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_buttons_ask_for_room_for_words_and_key(show: Show, large_text: None) -> None:
    plain, keyed = SecondaryButton("Simpan"), SecondaryButton("Simpan", "Ctrl+Return")
    assert keyed.minimumSizeHint().width() > plain.minimumSizeHint().width()
    assert LinkButton("Simpan").sizeHint().height() < plain.sizeHint().height()


def test_an_icon_has_words_for_ear_and_tooltip() -> None:
    button = IconButton("trash", "Hapus", "Del")
    assert button.accessibleName() == "Hapus"
    assert button.toolTip() == "Hapus (Delete)"


def test_focus_can_be_seen(show: Show) -> None:
    for kind in (PrimaryButton, SecondaryButton, GhostButton, DangerButton):
        button, other = kind("Simpan"), TextField("Nama")
        show(button, other)
        other.line.setFocus()
        calm = button.grab().toImage()
        button.setFocus()
        assert button.grab().toImage() != calm


def test_a_badge_speaks_and_hides_when_it_has_nothing_to_say(show: Show) -> None:
    badge = Badge("lansia")
    show(badge)
    badge.set("disabilitas")
    assert (badge.text(), badge.accessibleName()) == ("disabilitas", "disabilitas")
    badge.set("")
    assert badge.isHidden()
