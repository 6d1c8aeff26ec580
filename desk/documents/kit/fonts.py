"""The embedded fonts of paper: loaded once, on first use, by whichever thread comes first."""

from dataclasses import dataclass
from functools import cache
from threading import Lock

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from desk.assets import resource
from desk.documents.facts import Typeface

_FILES: dict[Typeface, str] = {"sans": "LiberationSans", "serif": "DeskBuku"}
_guard = Lock()


@dataclass(frozen=True, slots=True)
class Family:
    """The registered names of the three cuts of a typeface."""

    regular: str
    bold: str
    italic: str


def family(typeface: Typeface) -> Family:
    """The family of a typeface setting, registered with reportlab on first use."""
    with _guard:
        return _registered(typeface)


@cache
def _registered(typeface: Typeface) -> Family:
    names = [f"{_FILES[typeface]}-{cut}" for cut in ("Regular", "Bold", "Italic")]
    for name in names:
        pdfmetrics.registerFont(TTFont(name, str(resource("fonts", f"{name}.ttf"))))
    return Family(*names)


@cache
def _glyphs(font: str) -> frozenset[int]:
    return frozenset(pdfmetrics.getFont(font).face.charToGlyph)


def drawable(text: str, font: str) -> str:
    """The text with "?" for every character the font has no shape for: a gap would go unnoticed."""
    if text.isascii():
        return text
    known = _glyphs(font)
    return "".join(sign if ord(sign) in known else "?" for sign in text)


def width_of(text: str, font: str, size: float) -> float:
    """How wide the text runs, in points."""
    return float(pdfmetrics.stringWidth(text, font, size))
