"""The design tokens: colours, tones, spacing, radii and type sizes, in pixels at text scale 1.0."""

from enum import StrEnum
from typing import NamedTuple


class Tone(StrEnum):
    """What a badge, banner or cell says beside its words."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


class ToneColours(NamedTuple):
    """Colours of one tone as ``#rrggbb``: text on its ground, a line round it, a strong mark (dot, bar)."""

    text: str
    ground: str
    line: str
    mark: str


class Colours(NamedTuple):
    """Every colour in use, as ``#rrggbb``; `tests/ui/theme` checks the contrasts (WCAG AA)."""

    accent: str = "#b6482b"
    accent_hover: str = "#a33f25"
    accent_pressed: str = "#8c351e"
    on_accent: str = "#ffffff"
    on_accent_soft: str = "#fff0ea"
    sidebar: str = "#1f2630"
    sidebar_active: str = "#343c48"
    sidebar_hover: str = "#2a323d"
    on_sidebar: str = "#f4f2ee"
    on_sidebar_soft: str = "#a9b1bd"
    sidebar_warn: str = "#e2a94b"
    board: str = "#14181f"
    board_tile: str = "#232a34"
    board_soft: str = "#1b2129"
    board_dim: str = "#8a94a3"
    ink: str = "#1f2630"
    ink_soft: str = "#4a5463"
    ink_mute: str = "#606976"
    placeholder: str = "#666d7a"
    disabled: str = "#666d7a"
    paper: str = "#f6f5f1"
    card: str = "#ffffff"
    sunken: str = "#f1f0ec"
    hover: str = "#f7f6f2"
    selected: str = "#fbefea"
    line: str = "#e3e1da"
    line_strong: str = "#c9c7c0"
    field_line: str = "#8c9098"
    focus: str = "#245a7c"
    focus_ground: str = "#e6eff5"
    scrim: str = "#1f2630"


COLOURS = Colours()

TONES: dict[Tone, ToneColours] = {
    Tone.NEUTRAL: ToneColours("#3d4654", "#eceef2", "#d3d7de", "#7a8494"),
    Tone.ACCENT: ToneColours("#963717", "#fbebe5", "#e8b9a8", "#b6482b"),
    Tone.GOOD: ToneColours("#1f6a42", "#e2f2e8", "#a9d3b9", "#3d8b5f"),
    Tone.WARN: ToneColours("#845000", "#fdeed3", "#ebcb8d", "#c98514"),
    Tone.BAD: ToneColours("#a3211a", "#fdeae8", "#efb7b2", "#b3261e"),
}


class Space(NamedTuple):
    """Spacing scale in pixels."""

    xxs: int = 2
    xs: int = 4
    s: int = 8
    m: int = 12
    l: int = 16  # noqa: E741 (a size name)
    xl: int = 20
    xxl: int = 32


class Radius(NamedTuple):
    """Corner radii in pixels."""

    field: int = 8
    card: int = 12
    chip: int = 6


class TypeSize(NamedTuple):
    """Text sizes in pixels at scale 1.0."""

    tiny: int = 11
    small: int = 12
    label: int = 13
    body: int = 14
    lead: int = 15
    heading: int = 17
    title: int = 20
    number: int = 32
    display: int = 56


SPACE = Space()
RADIUS = Radius()
TYPE = TypeSize()

SCALES: tuple[float, ...] = (1.0, 1.25, 1.5)
"""The text sizes an officer may choose."""


def luminance(colour: str) -> float:
    """Relative luminance (0–1) of an ``#rrggbb`` colour as WCAG 2 defines it."""

    def channel(part: str) -> float:
        value = int(part, 16) / 255
        return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)

    red, green, blue = (channel(colour[i : i + 2]) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio (1–21) between two ``#rrggbb`` colours (WCAG 2)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)
