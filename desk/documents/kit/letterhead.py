"""The letterhead: emblem left, commission and region in bold capitals, address, double rule."""

from io import BytesIO

from desk.documents.facts import OfficeFacts
from desk.documents.kit.block import Block, Canvas, gap, stack
from desk.documents.kit.marks import draw_emblem
from desk.documents.kit.style import Type
from desk.documents.kit.text import balanced
from desk.documents.kit.words import office_heading


def letterhead(office: OfficeFacts, faces: Type, width: float, *, compact: bool = False) -> Block:
    """The office's letterhead across ``width``; a long name wraps beside the emblem.

    ``compact`` is for half sheets.
    """
    emblem = 36.0 if compact else 58.0
    margin = emblem + (10 if compact else 14)
    lines = stack(_lines(office, faces, width - margin, compact=compact))
    body = max(lines.height, emblem)
    foot = 9.0

    def draw(canvas: Canvas, left: float, top: float) -> None:
        _draw_logo(canvas, office, left, top - (body + emblem) / 2, emblem)
        lines.draw(canvas, left + margin, top - (body - lines.height) / 2)
        _double_rule(canvas, left, top - body - 4, width)

    return Block(body + foot, draw)


def _lines(office: OfficeFacts, faces: Type, width: float, *, compact: bool) -> list[Block]:
    commission, region = office_heading(office.name)
    size = 1.05 if compact else 1.3
    blocks: list[Block] = []
    for part in (commission, region):
        if part:
            blocks += balanced(part, faces.style(size, bold=True), width)
    blocks.append(gap(1.5))
    note = faces.style(0.78 if compact else 0.82)
    blocks += balanced(office.address, note, width)
    blocks += balanced(contact_line(office), note, width)
    return blocks


def contact_line(office: OfficeFacts) -> str:
    """Phone, e-mail and site on one line, those that are known."""
    parts = (
        ("Telepon", office.phone),
        ("Surel", office.email),
        ("Laman", office.website),
    )
    return " · ".join(f"{label} {value}" for label, value in parts if value)


def _draw_logo(canvas: Canvas, office: OfficeFacts, x: float, y: float, size: float) -> None:
    if office.logo_png is None:
        draw_emblem(canvas, x, y, size)
        return
    draw_picture(canvas, office.logo_png, x, y, size, size)


def draw_picture(canvas: Canvas, png: bytes, x: float, y: float, width: float, height: float) -> None:
    """A picture as large as the box allows, its proportions kept, centred."""
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(
        ImageReader(BytesIO(png)), x, y, width, height, mask="auto", preserveAspectRatio=True, anchor="c"
    )


def _double_rule(canvas: Canvas, left: float, y: float, width: float) -> None:
    canvas.saveState()
    canvas.setLineWidth(1.8)
    canvas.line(left, y, left + width, y)
    canvas.setLineWidth(0.5)
    canvas.line(left, y - 2.4, left + width, y - 2.4)
    canvas.restoreState()
