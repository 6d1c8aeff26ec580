"""Lines of text: wrapped at words, long words at their signs, numbers never cut; **bold** inside."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from desk.documents.kit.block import Block, Canvas, stack
from desk.documents.kit.fonts import drawable, width_of
from desk.documents.kit.style import Style

Align = Literal["left", "right", "center", "justify"]

_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
_PIECES = re.compile(r"[^/\\@_.,:;=&?–-]*[/\\@_.,:;=&?–-]+|[^/\\@_.,:;=&?–-]+")
_HALF_CAPITAL = 0.36
_SMALLEST = 0.55


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    font: str
    width: float
    glued: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One set line: runs of (font, text), its natural width, whether its paragraph ends here."""

    runs: tuple[tuple[str, str], ...]
    width: float
    blanks: int
    ends: bool


def clean(text: str) -> str:
    """The text composed (NFC), without control and direction signs, blanks made single."""
    composed = unicodedata.normalize("NFC", text) if not text.isascii() else text
    return _BLANKS.sub(" ", _UNSEEN.sub(" ", _BLANKS.sub(" ", composed))).strip(" ")


def fitting(text: str, style: Style, width: float) -> Style:
    """The style, made smaller where a number in the text is wider than the column.

    Only parts with digits that offer no place to break count; other long words are parted between letters.
    """
    widest = max(
        (width_of(piece, style.font, style.size) for piece in _PIECES.findall(text) if _is_number(piece)),
        default=0.0,
    )
    if widest <= width:
        return style
    return style.sized(style.size * max(_SMALLEST, width / widest * 0.995))


def _is_number(piece: str) -> bool:
    return sum(sign.isdigit() for sign in piece) * 2 > len(piece) and " " not in piece


def wrap(text: str, style: Style, width: float, *, markup: bool = False) -> list[Line]:
    """The text in lines no wider than ``width``; with ``markup`` ``**…**`` is bold."""
    plain = clean(text)
    if not plain:
        return []
    if not (markup and "**" in plain):
        shown = drawable(plain, style.font)
        whole = width_of(shown, style.font, style.size)
        if whole <= width:
            return [Line(((style.font, shown),), whole, shown.count(" "), True)]
    return _filled(_words(plain, style, width, markup), style, width)


def _words(text: str, style: Style, width: float, markup: bool) -> list[_Word]:
    parts = _BOLD.split(text) if markup else [text]
    words: list[_Word] = []
    for number, part in enumerate(parts):
        font = style.family.bold if number % 2 else style.font
        glue = bool(words) and not part.startswith(" ") and not parts[number - 1].endswith(" ")
        for position, word in enumerate(drawable(part, font).split(" ")):
            if word:
                words += _split(word, font, style.size, width, glue and position == 0)
    return words


def _split(word: str, font: str, size: float, width: float, glued: bool) -> Iterator[_Word]:
    """A word whole, or in pieces none of which is wider than the column."""
    whole = width_of(word, font, size)
    if whole <= width:
        yield _Word(word, font, whole, glued)
        return
    held = ""
    for piece in _small_pieces(word, font, size, width):
        if held and width_of(held + piece, font, size) > width:
            yield _Word(held, font, width_of(held, font, size), glued)
            held, glued = "", True
        held += piece
    yield _Word(held, font, width_of(held, font, size), glued)


def _small_pieces(word: str, font: str, size: float, width: float) -> Iterator[str]:
    for piece in _PIECES.findall(word):
        if width_of(piece, font, size) <= width:
            yield piece
        else:
            yield from piece


def _filled(words: Sequence[_Word], style: Style, width: float) -> list[Line]:
    lines: list[Line] = []
    held: list[_Word] = []
    used = 0.0
    for word in words:
        blank = 0.0 if word.glued or not held else width_of(" ", style.font, style.size)
        if held and used + blank + word.width > width + 0.01:
            lines.append(_line(held, used, ends=False))
            held, used, blank = [], 0.0, 0.0
        held.append(word)
        used += blank + word.width
    if held:
        lines.append(_line(held, used, ends=True))
    return lines


def _line(words: Sequence[_Word], width: float, *, ends: bool) -> Line:
    runs: list[tuple[str, str]] = []
    blanks = 0
    for number, word in enumerate(words):
        blank = "" if word.glued or not number else " "
        blanks += len(blank)
        if runs and runs[-1][0] == word.font:
            runs[-1] = (word.font, runs[-1][1] + blank + word.text)
        else:
            runs.append((word.font, blank + word.text))
    return Line(tuple(runs), width, blanks, ends)


def line_block(line: Line, style: Style, width: float, align: Align = "left", grey: float = 0.0) -> Block:
    """One line as a block of one line distance."""
    slack = width - line.width
    stretch = slack / line.blanks if align == "justify" and line.blanks and not line.ends else 0.0
    shift = {"right": slack, "center": slack / 2}.get(align, 0.0)
    drop = style.leading / 2 + style.size * _HALF_CAPITAL

    def draw(canvas: Canvas, left: float, top: float) -> None:
        draw_runs(canvas, left + shift, top - drop, line.runs, style.size, stretch=stretch, grey=grey)

    return Block(style.leading, draw)


def draw_runs(
    canvas: Canvas,
    x: float,
    baseline: float,
    runs: Sequence[tuple[str, str]],
    size: float,
    *,
    stretch: float = 0.0,
    grey: float = 0.0,
) -> None:
    """Draw runs of (font, text) along a baseline; ``stretch`` widens each blank, ``grey`` 0 is black."""
    written = canvas.beginText(x, baseline)
    if grey:
        written.setFillGray(grey)
    if stretch:
        written.setWordSpace(stretch)
    for font, text in runs:
        written.setFont(font, size)
        written.textOut(text)
    if stretch:
        written.setWordSpace(0)
    if grey:
        written.setFillGray(0)
    canvas.drawText(written)


def paragraph(
    text: str,
    style: Style,
    width: float,
    align: Align = "left",
    *,
    markup: bool = False,
    grey: float = 0.0,
) -> list[Block]:
    """A paragraph as one block a line; its first two and last two lines stay together on a page."""
    fitted = fitting(text, style, width)
    lines = wrap(text, fitted, width, markup=markup)
    blocks = [line_block(line, fitted, width, align, grey) for line in lines]
    for number in {0, len(blocks) - 2} & set(range(len(blocks) - 1)):
        block = blocks[number]
        blocks[number] = Block(block.height, block.draw, keep=True)
    return blocks


def balanced(text: str, style: Style, width: float, align: Align = "center") -> list[Block]:
    """A heading in as few lines as fit, their lengths alike: no single word left below."""
    fitted = fitting(text, style, width)
    lines = wrap(text, fitted, width)
    if len(lines) > 1:
        narrow = sum(line.width for line in lines) / len(lines)
        while narrow < width and len(better := wrap(text, fitted, narrow)) > len(lines):
            narrow += fitted.size
        if narrow < width:
            lines = better
    return [line_block(line, fitted, width, align) for line in lines]


def lines_of(text: str, style: Style, width: float, align: Align = "left") -> list[Block]:
    """Text whose line breaks are meant: each of its lines a paragraph."""
    return [block for part in text.splitlines() for block in paragraph(part, style, width, align)]


def one_line(text: str, style: Style, width: float, align: Align = "left", *, least: float = 0.5) -> Block:
    """One line, set smaller until it fits (down to ``least`` of the size), else wrapped."""
    plain = drawable(clean(text), style.font)
    wide = width_of(plain, style.font, style.size)
    if wide > width:
        factor = width / wide * 0.995
        if factor < least:
            return stack(paragraph(plain, style.sized(style.size * least), width, align))
        style = style.sized(style.size * factor)
        wide = width_of(plain, style.font, style.size)
    return line_block(Line(((style.font, plain),), wide, 0, True), style, width, align)
