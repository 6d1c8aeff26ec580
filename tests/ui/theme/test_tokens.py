import pytest

from desk.ui.theme import tokens
from desk.ui.theme.tokens import COLOURS, TONES, Tone, contrast

_TEXTS = [
    (COLOURS.ink, COLOURS.paper),
    (COLOURS.ink, COLOURS.card),
    (COLOURS.ink, COLOURS.selected),
    (COLOURS.ink_soft, COLOURS.card),
    (COLOURS.ink_mute, COLOURS.card),
    (COLOURS.ink_mute, COLOURS.paper),
    (COLOURS.ink_mute, COLOURS.selected),
    (COLOURS.ink_mute, COLOURS.focus_ground),
    (COLOURS.ink_mute, COLOURS.sunken),
    (COLOURS.placeholder, COLOURS.card),
    (COLOURS.placeholder, COLOURS.sunken),
    (COLOURS.disabled, COLOURS.sunken),
    (COLOURS.on_accent, COLOURS.accent),
    (COLOURS.on_accent_soft, COLOURS.accent),
    (COLOURS.on_accent, COLOURS.accent_hover),
    (COLOURS.on_sidebar, COLOURS.sidebar),
    (COLOURS.on_sidebar, COLOURS.sidebar_active),
    (COLOURS.on_sidebar_soft, COLOURS.sidebar),
    (COLOURS.sidebar_warn, COLOURS.sidebar),
    (COLOURS.on_sidebar, COLOURS.board),
    (COLOURS.board_dim, COLOURS.board_soft),
]


@pytest.mark.parametrize(("text", "ground"), _TEXTS)
def test_texts_stand_out_from_their_ground_as_wcag_aa_asks(text: str, ground: str) -> None:
    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize("tone", Tone)
def test_tones_can_be_read_on_their_ground_and_on_white(tone: Tone) -> None:
    assert contrast(TONES[tone].text, TONES[tone].ground) >= 4.5
    assert contrast(TONES[tone].text, COLOURS.card) >= 4.5


@pytest.mark.parametrize("line", [COLOURS.field_line, COLOURS.focus, TONES[Tone.BAD].mark])
def test_the_edges_of_fields_can_be_seen(line: str) -> None:
    assert contrast(line, COLOURS.card) >= 3


def test_contrast_has_the_ends_wcag_names() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#b6482b", "#b6482b") == 1


def test_tokens_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        tokens.COLOURS.accent = "#000000"  # type: ignore[misc]
