"""How many pages a letter fills, in words."""

from desk.ui.screens.letter_editor.preview import pages_words
from desk.ui.theme.tokens import Tone


def test_pages_are_said_and_more_than_one_is_warned_about() -> None:
    assert pages_words(1) == ("Satu halaman", None)
    words, tone = pages_words(3)
    assert words.startswith("3 halaman")
    assert tone is Tone.WARN
