"""Blocks: pieces of a page that know their height and draw themselves."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

Canvas = Any
"""reportlab's canvas; the library ships no types."""

Draw = Callable[[Canvas, float, float], None]
"""Draws at a left edge and a top edge, in points from the page's lower left corner."""


@dataclass(frozen=True, slots=True)
class Block:
    """A piece that is never broken.

    ``keep`` ties it to the block after it, ``space`` marks mere distance (dropped where a page begins),
    ``head`` is drawn again when this block begins a page (a table's head), ``foot`` is how much of it hangs
    below the line that neighbours share (a NIP below the name).
    """

    height: float
    draw: Draw
    keep: bool = False
    space: bool = False
    head: "Block | None" = None
    foot: float = 0.0


def _nothing(canvas: Canvas, left: float, top: float) -> None:
    """Draw nothing."""


def gap(height: float, *, keep: bool = False) -> Block:
    """Distance between blocks."""
    return Block(height, _nothing, keep=keep, space=True)


def height_of(blocks: Sequence[Block]) -> float:
    """Height of blocks set one under another."""
    return sum(block.height for block in blocks)


def stack(blocks: Sequence[Block], *, keep: bool = False) -> Block:
    """Blocks one under another as a single unbreakable block."""
    fixed = tuple(blocks)

    def draw(canvas: Canvas, left: float, top: float) -> None:
        for block in fixed:
            block.draw(canvas, left, top)
            top -= block.height

    return Block(height_of(fixed), draw, keep=keep)


def beside(parts: Sequence[tuple[float, Sequence[Block]]], *, keep: bool = False) -> Block:
    """Columns side by side; each part is its offset from the left edge and its blocks."""
    columns = [(offset, stack(blocks)) for offset, blocks in parts]

    def draw(canvas: Canvas, left: float, top: float) -> None:
        for offset, column in columns:
            column.draw(canvas, left + offset, top)

    return Block(max(column.height for _, column in columns), draw, keep=keep)


def indented(blocks: Sequence[Block], offset: float) -> list[Block]:
    """The same blocks moved to the right."""
    return [_moved(block, offset) for block in blocks]


def _moved(block: Block, offset: float) -> Block:
    def draw(canvas: Canvas, left: float, top: float) -> None:
        block.draw(canvas, left + offset, top)

    return Block(block.height, draw, block.keep, block.space, block.head)


def tied(blocks: Sequence[Block]) -> list[Block]:
    """The same blocks, each kept with the one after it; the last as it was."""
    return [
        *(Block(block.height, block.draw, True, block.space, block.head) for block in blocks[:-1]),
        *blocks[-1:],
    ]


def ended(text: Sequence[Block], end: Sequence[Block]) -> list[Block]:
    """A text and what must not stand alone on a page after it: its last lines go along."""
    return [*text[:-2], *tied([*text[-2:], *end])]


def framed(blocks: Sequence[Block], width: float, *, pad: float = 5) -> Block:
    """Blocks in a thin frame; they must be set ``2 * pad`` narrower than ``width``."""
    inner = stack(blocks)
    height = inner.height + 2 * pad

    def draw(canvas: Canvas, left: float, top: float) -> None:
        canvas.saveState()
        canvas.setLineWidth(0.7)
        canvas.rect(left, top - height, width, height, stroke=1, fill=0)
        canvas.restoreState()
        inner.draw(canvas, left + pad, top - pad)

    return Block(height, draw)


def rule(width: float, *, weight: float = 0.6, grey: float = 0.0, room: float = 4) -> Block:
    """A thin line across, with ``room`` points split above and below it."""

    def draw(canvas: Canvas, left: float, top: float) -> None:
        canvas.saveState()
        canvas.setLineWidth(weight)
        canvas.setStrokeGray(grey)
        canvas.line(left, top - room / 2, left + width, top - room / 2)
        canvas.restoreState()

    return Block(room, draw)
