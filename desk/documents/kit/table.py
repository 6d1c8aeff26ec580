"""Label-and-value lists and ruled tables, both able to run over pages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from desk.documents.kit.block import Block, Canvas, gap, height_of, indented, stack
from desk.documents.kit.fonts import width_of
from desk.documents.kit.style import Style
from desk.documents.kit.text import Align, line_block, lines_of, paragraph, wrap

Cell = str | Callable[[float], Sequence[Block]]
"""Text, or a maker of blocks for a given width (ticks inside a cell)."""

_PAD = 3.2
_TALL = 320.0
_NARROW = 150.0


def fields(rows: Sequence[tuple[str, str]], style: Style, width: float) -> list[Block]:
    """ "Label : value" rows; a value runs over as many lines as it needs.

    The labels' column is as wide as the widest label, at most 38 % of the width. In a very narrow column
    (58 mm roll) labels stand above their values, so numbers keep a size that can be read.
    """
    if width < _NARROW:
        return [block for label, value in rows for block in _above(label, value, style, width)]
    blocks: list[Block] = []
    widest = max((width_of(label, style.font, style.size) for label, _ in rows), default=0.0)
    label_width = min(widest + style.size * 0.8, width * 0.38)
    room = width - label_width - style.size * 0.8
    for label, value in rows:
        labels = [
            line_block(line, style, label_width)
            for line in wrap(label, style, label_width - style.size * 0.4)
        ]
        values = lines_of(value, style, room) or lines_of("-", style, room)
        for number, (name, content) in enumerate(zip_longest(labels, values)):
            blocks.append(_field(name, content, style, label_width, colon=not number))
    return blocks


def _above(label: str, value: str, style: Style, width: float) -> list[Block]:
    """The label before its value if one line holds both, else above it."""
    whole = f"{label}: {value or '-'}"
    if "\n" not in value and width_of(whole, style.font, style.size) <= width:
        return paragraph(whole, style, width)
    indent = style.size * 0.6
    return [
        *paragraph(f"{label}:", style, width),
        *indented(lines_of(value or "-", style, width - indent), indent),
    ]


def _field(
    label: Block | None, value: Block | None, style: Style, label_width: float, *, colon: bool
) -> Block:
    sign = line_block(wrap(":", style, style.size)[0], style, style.size) if colon else None

    def draw(canvas: Canvas, left: float, top: float) -> None:
        if label is not None:
            label.draw(canvas, left, top)
        if sign is not None:
            sign.draw(canvas, left + label_width, top)
        if value is not None:
            value.draw(canvas, left + label_width + style.size * 0.8, top)

    height = max(part.height for part in (label, value) if part is not None)
    return Block(height, draw, keep=value is not None and value.keep)


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column: head, width as a share of the table, how its cells are set."""

    head: str
    share: float
    align: Align = "left"


def table(
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    style: Style,
    width: float,
    *,
    bold_last: bool = False,
) -> list[Block]:
    """A ruled table; its head is drawn again on each page, rows are not broken unless very tall."""
    whole = sum(column.share for column in columns)
    widths = [width * column.share / whole for column in columns]
    aligns = [column.align for column in columns]
    blocks: list[Block] = []
    head: Block | None = None
    if any(column.head for column in columns):
        titles = [column.head for column in columns]
        centred: list[Align] = ["center"] * len(columns)
        head = _row(_cells(titles, widths, centred, style.strong()), widths, shade=0.93)
        blocks.append(replace(head, keep=True))
    for number, row in enumerate(rows, start=1):
        look = style.strong() if bold_last and number == len(rows) else style
        blocks += _rows(_cells(row, widths, aligns, look), widths, head)
    return blocks


def _cells(
    row: Sequence[Cell], widths: Sequence[float], aligns: Sequence[Align], style: Style
) -> list[list[Block]]:
    cells: list[list[Block]] = []
    for cell, width, align in zip(row, widths, aligns, strict=True):
        inner = width - 2 * _PAD
        made = _set(cell, style, inner, align) if isinstance(cell, str) else list(cell(inner))
        cells.append(made or [gap(style.leading)])
    return cells


def _set(text: str, style: Style, width: float, align: Align) -> list[Block]:
    return [line for part in text.splitlines() for line in paragraph(part, style, width, align)]


def _rows(cells: list[list[Block]], widths: Sequence[float], head: Block | None) -> list[Block]:
    if max(height_of(cell) for cell in cells) <= _TALL:
        return [_row(cells, widths, head=head)]
    parts: list[Block] = []
    while any(cells):
        now: list[list[Block]] = []
        later: list[list[Block]] = []
        for cell in cells:
            count = _that_fit(cell, _TALL / 2)
            now.append(cell[:count] or [gap(0)])
            later.append(cell[count:])
        parts.append(_row(now, widths, head=head))
        cells = later
    return parts


def _that_fit(cell: Sequence[Block], most: float) -> int:
    used = 0.0
    for number, block in enumerate(cell):
        used += block.height
        if used > most and number:
            return number
    return len(cell)


def _row(
    cells: Sequence[Sequence[Block]],
    widths: Sequence[float],
    *,
    head: Block | None = None,
    shade: float | None = None,
) -> Block:
    stacks = [stack(cell) for cell in cells]
    height = max(cell.height for cell in stacks) + 2 * _PAD

    def draw(canvas: Canvas, left: float, top: float) -> None:
        canvas.saveState()
        canvas.setLineWidth(0.5)
        x = left
        for cell, width in zip(stacks, widths, strict=True):
            if shade is not None:
                canvas.setFillGray(shade)
            canvas.rect(x, top - height, width, height, stroke=1, fill=int(shade is not None))
            canvas.setFillGray(0)
            cell.draw(canvas, x + _PAD, top - _PAD)
            x += width
        canvas.restoreState()

    return Block(height, draw, head=head)
