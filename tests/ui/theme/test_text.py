"""Long words break where they may; official numbers never do."""

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


def test_a_long_word_may_break(qtbot: QtBot) -> None:
    name = "suratpermohonanrekapitulasisuara.pdf"
    label, whole_word = Text(breakable(name)), Text(name)
    for one in (label, whole_word):
        qtbot.addWidget(one)
    narrow = label.fontMetrics().horizontalAdvance(name) - 20
    assert label.heightForWidth(narrow) > whole_word.heightForWidth(narrow)
