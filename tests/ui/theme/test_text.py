"""Long words break where they may; official numbers never do."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk.ui.theme.text import Text, breakable, whole

NUMBER = "049/PI/KPU-TL/XI/2026"


def test_a_number_is_never_parted(qtbot: QtBot) -> None:
    parted, kept = Text(NUMBER), Text(whole(NUMBER))
    for label in (parted, kept):
        qtbot.addWidget(label)
    measure = kept.fontMetrics().horizontalAdvance
    assert measure(whole(NUMBER)) <= measure(NUMBER) + 2, "the joiners are not seen"
    narrow = measure(NUMBER) - 20
    line = kept.fontMetrics().lineSpacing()
    assert parted.heightForWidth(narrow) >= 2 * line
    assert kept.heightForWidth(narrow) < 2 * line


def test_a_text_gives_lines_back_when_it_gets_wider(show: Callable[..., QWidget], qtbot: QtBot) -> None:
    label = Text("Rancangan jadwal tahapan Pemilihan dan rencana kebutuhan badan ad hoc")
    window = show(label, width=900, height=300)
    one_line = label.height()
    window.resize(240, 300)
    qtbot.waitUntil(lambda: label.height() >= 2 * one_line)
    window.resize(900, 300)
    qtbot.waitUntil(lambda: label.height() == one_line)


def test_a_long_word_may_break(qtbot: QtBot) -> None:
    name = "suratpermohonanrekapitulasisuara.pdf"
    label, whole_word = Text(breakable(name)), Text(name)
    for one in (label, whole_word):
        qtbot.addWidget(one)
    narrow = label.fontMetrics().horizontalAdvance(name) - 20
    assert label.heightForWidth(narrow) > whole_word.heightForWidth(narrow)
