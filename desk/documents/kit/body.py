"""The body of a letter: plain text with paragraphs, lists, simple tables and **bold**."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from desk.documents.kit.block import Block, beside, gap
from desk.documents.kit.style import Style
from desk.documents.kit.table import Column, table
from desk.documents.kit.text import paragraph

_ITEM = re.compile(r"^\s*(?P<mark>\d{1,3}[.)]|[a-z][.)]|[-•])\s+(?P<text>\S.*)$")
_FIGURE = re.compile(r"^-?(Rp)?[\d.,]+%?$")
_MOST_LETTERS = 40


def body(text: str, style: Style, width: float) -> list[Block]:
    """The text as blocks: justified paragraphs a little apart, list items hanging, tables ruled."""
    blocks: list[Block] = []
    for kind, lines in _parts(text):
        if kind == "table":
            made = _table(lines, style, width)
            made[0:0] = [gap(style.leading * 0.2, keep=True)]
        elif kind == "list":
            made = [block for line in lines for block in _item(line, style, width)]
        else:
            made = _paragraphs(lines, style, width)
        if blocks:
            blocks.append(gap(style.leading * 0.45))
        blocks += made
    return blocks


def _parts(text: str) -> Iterator[tuple[str, list[str]]]:
    """Neighbouring lines of one kind; blank lines part them."""
    for kind, lines in groupby(text.splitlines(), _kind):
        if kind:
            yield kind, list(lines)


def _kind(line: str) -> str:
    if not line.strip():
        return ""
    if " | " in line:
        return "table"
    return "list" if _ITEM.match(line) else "text"


def _paragraphs(lines: Sequence[str], style: Style, width: float) -> list[Block]:
    blocks: list[Block] = []
    for line in lines:
        if blocks:
            blocks.append(gap(style.leading * 0.25))
        blocks += paragraph(line, style, width, "justify", markup=True)
    return blocks


def _item(line: str, style: Style, width: float) -> list[Block]:
    """A list item hanging beside its mark; lettered items stand further in."""
    found = _ITEM.match(line)
    if found is None:
        return paragraph(line, style, width, "justify", markup=True)
    mark = found["mark"]
    hang = style.size * 1.9
    indent = hang if mark[0].isalpha() else 0.0
    lines = paragraph(found["text"], style, width - indent - hang, "justify", markup=True)
    return [
        _hung(block, paragraph(mark, style, hang) if not number else [], indent, hang)
        for number, block in enumerate(lines)
    ]


def _hung(line: Block, mark: Sequence[Block], indent: float, hang: float) -> Block:
    return beside([(indent, mark), (indent + hang, [line])], keep=line.keep)


def _table(lines: Sequence[str], style: Style, width: float) -> list[Block]:
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
    count = max(len(row) for row in rows)
    filled = [row + [""] * (count - len(row)) for row in rows]
    head, *rest = filled
    columns = [
        Column(head[number], _share(filled, number), "right" if _figures(rest, number) else "left")
        for number in range(count)
    ]
    return table(columns, rest, style.sized(style.size * 0.92), width)


def _share(rows: Sequence[Sequence[str]], number: int) -> float:
    return float(min(_MOST_LETTERS, max(6, *(len(row[number]) for row in rows))))


def _figures(rows: Sequence[Sequence[str]], number: int) -> bool:
    return bool(rows) and all(_FIGURE.match(row[number]) for row in rows)
