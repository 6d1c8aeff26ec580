"""Marks drawn as vectors: tick boxes, QR, emblem, KONSEP, SALINAN, page number, cut line."""

from functools import lru_cache

from desk.documents.kit.block import Block, Canvas, gap
from desk.documents.kit.fonts import width_of
from desk.documents.kit.sheet import MM, Sheet
from desk.documents.kit.style import Style, Type
from desk.documents.kit.text import draw_runs, paragraph


def draw_tick(canvas: Canvas, x: float, y: float, size: float, *, ticked: bool) -> None:
    """A square box with its lower left corner at (x, y), with a check mark if ticked."""
    canvas.saveState()
    canvas.setLineWidth(0.7)
    canvas.rect(x, y, size, size, stroke=1, fill=0)
    if ticked:
        canvas.setLineWidth(max(1.1, size * 0.15))
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        stroke = canvas.beginPath()
        stroke.moveTo(x + size * 0.2, y + size * 0.52)
        stroke.lineTo(x + size * 0.43, y + size * 0.24)
        stroke.lineTo(x + size * 0.84, y + size * 0.84)
        canvas.drawPath(stroke, stroke=1, fill=0)
    canvas.restoreState()


def tick(label: str, style: Style, width: float, *, ticked: bool, markup: bool = False) -> list[Block]:
    """A tick box with its label beside it."""
    size = style.size * 0.86
    offset = size + style.size * 0.55
    lines = paragraph(label, style, width - offset, markup=markup) or [gap(style.leading)]
    return [_ticked(line, offset, size, ticked, first=not number) for number, line in enumerate(lines)]


def _ticked(line: Block, offset: float, size: float, ticked: bool, *, first: bool) -> Block:
    def draw(canvas: Canvas, left: float, top: float) -> None:
        if first:
            draw_tick(canvas, left + 0.4, top - line.height + (line.height - size) / 2, size, ticked=ticked)
        line.draw(canvas, left + offset, top)

    return Block(line.height, draw, keep=line.keep)


@lru_cache(maxsize=64)
def _modules(content: str) -> tuple[tuple[bool, ...], ...]:
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(content)
    code.make()
    return tuple(tuple(bool(dark) for dark in row) for row in code.modules)


def qr(content: str, side: float) -> Block:
    """A QR code of ``side`` points, four modules of quiet zone included."""
    modules = _modules(content)
    step = side / (len(modules) + 8)

    def draw(canvas: Canvas, left: float, top: float) -> None:
        dark = canvas.beginPath()
        for row, line in enumerate(modules):
            for start, length in _dark_runs(line):
                dark.rect(left + (start + 4) * step, top - (row + 5) * step, length * step, step)
        canvas.drawPath(dark, stroke=0, fill=1)

    return Block(side, draw)


def _dark_runs(line: tuple[bool, ...]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for position, dark in enumerate(line):
        if not dark:
            continue
        if runs and sum(runs[-1]) == position:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((position, 1))
    return runs


def draw_emblem(canvas: Canvas, x: float, y: float, size: float) -> None:
    """A neutral office emblem, our own drawing: a ballot box with a marked paper inside a ring."""
    unit = size / 100
    centre = (x + 50 * unit, y + 50 * unit)
    canvas.saveState()
    canvas.setStrokeGray(0.15)
    canvas.setFillGray(0.15)
    canvas.setLineWidth(3.2 * unit)
    canvas.circle(*centre, 48 * unit, stroke=1, fill=0)
    canvas.setLineWidth(1.1 * unit)
    canvas.circle(*centre, 43 * unit, stroke=1, fill=0)
    canvas.setLineWidth(2.2 * unit)
    canvas.rect(x + 38 * unit, y + 50 * unit, 24 * unit, 28 * unit, stroke=1, fill=0)
    canvas.rect(x + 24 * unit, y + 22 * unit, 52 * unit, 27 * unit, stroke=0, fill=1)
    canvas.rect(x + 20 * unit, y + 47 * unit, 60 * unit, 6 * unit, stroke=0, fill=1)
    canvas.setLineJoin(1)
    canvas.setLineWidth(2.8 * unit)
    mark = canvas.beginPath()
    mark.moveTo(x + 43 * unit, y + 67 * unit)
    mark.lineTo(x + 48 * unit, y + 60 * unit)
    mark.lineTo(x + 57 * unit, y + 73 * unit)
    canvas.drawPath(mark, stroke=1, fill=0)
    canvas.setFillGray(1)
    canvas.rect(x + 37 * unit, y + 33 * unit, 26 * unit, 3.4 * unit, stroke=0, fill=1)
    canvas.restoreState()


def draw_draft_mark(canvas: Canvas, sheet: Sheet, faces: Type) -> None:
    """KONSEP across the sheet, light enough to read through."""
    size = sheet.width / 5.2
    font = faces.faces.bold
    canvas.saveState()
    canvas.translate(sheet.width / 2, sheet.height / 2)
    canvas.rotate(48)
    wide = width_of("KONSEP", font, size)
    draw_runs(canvas, -wide / 2, -size * 0.35, ((font, "KONSEP"),), size, grey=0.93)
    canvas.restoreState()


def draw_copy_mark(canvas: Canvas, faces: Type, right: float, top: float) -> None:
    """SALINAN in a frame whose upper right corner is given: this paper was printed before."""
    font, size = faces.faces.bold, 9.0
    wide = width_of("SALINAN", font, size) + 12
    canvas.saveState()
    canvas.setLineWidth(0.9)
    canvas.rect(right - wide, top - 15, wide, 15, stroke=1, fill=0)
    draw_runs(canvas, right - wide + 6, top - 10.8, ((font, "SALINAN"),), size)
    canvas.restoreState()


def copy_mark(faces: Type, width: float) -> Block:
    """SALINAN as a block of its own, right aligned: for rolls."""

    def draw(canvas: Canvas, left: float, top: float) -> None:
        draw_copy_mark(canvas, faces, left + width, top)

    return Block(19, draw)


def draw_page_number(canvas: Canvas, sheet: Sheet, faces: Type, number: int) -> None:
    """The page's number between dashes, centred in the top margin."""
    text = f"- {number} -"
    font, size = faces.faces.regular, 10.0
    x = (sheet.width - width_of(text, font, size)) / 2
    draw_runs(canvas, x, sheet.height - sheet.top + 10, ((font, text),), size)


def draw_cut_line(canvas: Canvas, half: Sheet) -> None:
    """A dashed line across the middle of a sheet."""
    canvas.saveState()
    canvas.setDash(3, 3)
    canvas.setLineWidth(0.5)
    canvas.setStrokeGray(0.55)
    canvas.line(6 * MM, half.height, half.width - 6 * MM, half.height)
    canvas.restoreState()
