from collections.abc import Callable

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desk.ui.theme.text import Text, breakable
from desk.ui.widgets import PrimaryButton
from tests.ui.clipping import clipped_texts

Show = Callable[..., QWidget]
LONG = "Permohonan informasi publik dengan judul yang panjang"


def _combo() -> QComboBox:
    combo = QComboBox()
    combo.addItem(LONG)
    return combo


@pytest.mark.parametrize(
    "make",
    [
        lambda: QLabel(LONG),
        lambda: QPushButton(LONG),
        lambda: QLineEdit(LONG),
        _combo,
        lambda: QCheckBox(LONG),
    ],
    ids=["label", "button", "line", "combo", "check"],
)
def test_a_text_wider_than_its_widget_is_found(
    make: Callable[[], QWidget], show: Callable[..., QWidget]
) -> None:
    part = make()
    part.setFixedWidth(80)
    other = QPushButton("Lain")
    window = show(other, part)
    assert clipped_texts(window) == [LONG]


def test_a_whole_window_has_nothing_to_tell(show: Show) -> None:
    assert clipped_texts(show(Text(LONG), PrimaryButton("Simpan", "F2"), QLineEdit("Lalu"))) == []


def test_a_wrapped_text_with_too_little_height_is_found(show: Show) -> None:
    label = QLabel(LONG)
    label.setWordWrap(True)
    label.setFixedSize(120, 18)
    assert clipped_texts(show(label)) == [LONG]


def test_a_word_too_long_for_its_line_is_found_unless_it_may_break(show: Show) -> None:
    name = "lembar_disposisi_sekretaris_kabupaten.pdf"
    stiff, soft = Text(name), Text(breakable(name))
    for label in (stiff, soft):
        label.setFixedWidth(140)
    assert clipped_texts(show(stiff, soft)) == [name]


def test_a_button_hanging_out_of_its_frame_is_found(show: Show) -> None:
    frame = QWidget()
    frame.setFixedSize(60, 40)
    button = PrimaryButton("Simpan draf", parent=frame)
    window = show(frame)
    button.show()
    assert clipped_texts(window) == ["Simpan draf"]


def test_hidden_texts_do_not_count(show: Show) -> None:
    label = QLabel(LONG)
    label.setFixedWidth(40)
    holder = QWidget()
    QHBoxLayout(holder).addWidget(label)
    window = show(holder)
    holder.hide()
    assert clipped_texts(window) == []


def test_a_crowded_layout_cannot_cut_a_wrapped_text(show: Show, large_text: None, qtbot: QtBot) -> None:
    label = Text(LONG)
    window = show(label, *(QLineEdit() for _ in range(6)), width=220, height=100)
    label.setText(f"{LONG} {LONG}")
    qtbot.waitUntil(lambda: clipped_texts(window) == [])


def test_fewer_words_take_less_room_again(show: Callable[..., QWidget]) -> None:
    text = Text(LONG)
    show(text, width=160)
    high = text.height()
    text.setText("Pendek")
    QApplication.processEvents()
    assert text.height() < high
    text.setText(LONG)
    QApplication.processEvents()
    assert text.height() == high
