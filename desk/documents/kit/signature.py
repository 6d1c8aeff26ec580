"""Where people sign: the block with office held, room for the pen, name."""

from collections.abc import Sequence
from dataclasses import replace

from desk.documents.facts import SignerFacts
from desk.documents.kit.block import Block, Canvas, beside, gap, height_of, stack
from desk.documents.kit.letterhead import draw_picture
from desk.documents.kit.style import Style
from desk.documents.kit.text import Align, lines_of, paragraph


def signature(
    signer: SignerFacts,
    style: Style,
    width: float,
    *,
    above: Sequence[str] = (),
    png: bytes | None = None,
    room: float = 4.2,
    align: Align = "left",
) -> Block:
    """One signature, never parted: lines ``above`` (place and date), position, room, name, NIP.

    ``room`` is the space for the pen in lines; ``png`` is drawn there.
    """
    blocks: list[Block] = []
    for line in above:
        blocks += paragraph(line, style, width, align)
    blocks += lines_of(signer.position, style, width, align)
    blocks.append(_pen(style.leading * room, png, width))
    blocks += _name(signer.name, style, width, align)
    below = paragraph(f"NIP {signer.nip}", style, width, align) if signer.nip else []
    return replace(stack([*blocks, *below]), foot=height_of(below))


def _name(name: str, style: Style, width: float, align: Align) -> list[Block]:
    if name.strip():
        return paragraph(name, style.strong(), width, align)
    return paragraph("(" + "." * 40 + ")", style, width, align)


def _pen(height: float, png: bytes | None, width: float) -> Block:
    if png is None:
        return gap(height)

    def draw(canvas: Canvas, left: float, top: float) -> None:
        draw_picture(canvas, png, left, top - height + 1, min(width, height * 2.6), height - 2)

    return Block(height, draw)


def signed_right(
    signer: SignerFacts, style: Style, width: float, *, above: Sequence[str] = (), png: bytes | None = None
) -> Block:
    """The signature block of a letter: in the right half, kept whole."""
    part = width * 0.47
    return beside([(width - part, [signature(signer, style, part, above=above, png=png)])])


def signed_pair(left: Block, right: Block, width: float) -> Block:
    """Two signatures side by side, the names on one line."""
    height = max(one.height - one.foot for one in (left, right))
    return beside([(0, _lowered(left, height)), (width * 0.53, _lowered(right, height))])


def _lowered(one: Block, height: float) -> list[Block]:
    return [gap(height - one.height + one.foot), one]


def copies_to(names: Sequence[str], style: Style, width: float) -> list[Block]:
    """Tembusan, kept together; nothing where there is nobody."""
    if not names:
        return []
    blocks = paragraph("Tembusan:", style, width)
    for number, name in enumerate(names, start=1):
        mark = style.size * 1.6
        blocks.append(
            beside([(0, paragraph(f"{number}.", style, mark)), (mark, paragraph(name, style, width - mark))])
        )
    return [gap(style.leading), stack(blocks)]
