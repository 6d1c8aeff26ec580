"""The press: blocks become pages and pages become PDF bytes, the same bytes for the same blocks."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from threading import Lock

from reportlab.pdfgen.canvas import Canvas as PdfCanvas

from desk.documents.kit.block import Block, Canvas, height_of
from desk.documents.kit.errors import DoesNotFitError
from desk.documents.kit.marks import draw_copy_mark, draw_cut_line, draw_draft_mark, draw_page_number
from desk.documents.kit.sheet import MM, Sheet
from desk.documents.kit.style import Type

SCALES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75)
"""The steps a paper meant for one page is set smaller by, before it may run on."""

LETTER_SCALES = (1.0, 0.96, 0.92)
"""A letter shrinks only a little to stay on one page."""

Compose = Callable[[Type, Sheet], Sequence[Block]]

_saving = Lock()


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What goes to the press beside the blocks: sheet, type, marks, the PDF's own title and author."""

    paper: str
    author: str
    sheet: Sheet
    type: Type
    reprint: bool = False
    draft: bool = False


def in_pages(job: Job, blocks: Sequence[Block]) -> bytes:
    """Blocks on as many sheets as they need, numbered from the second one."""
    return _printed(job, paginate(blocks, job.sheet, job.paper))


def on_sheets(job: Job, compose: Compose, scales: Sequence[float] = SCALES) -> bytes:
    """One page if a step of ``scales`` allows it, otherwise pages at the first scale."""
    try:
        return on_one_sheet(job, compose, scales)
    except DoesNotFitError:
        return in_pages(job, compose(replace(job.type, scale=scales[0]), job.sheet))


def on_one_sheet(job: Job, compose: Compose, scales: Sequence[float] = SCALES) -> bytes:
    """One page, set smaller by steps where need be.

    Raises:
        DoesNotFitError: too much for one page even at the last step.
    """
    over = 0.0
    for scale in scales:
        blocks = compose(replace(job.type, scale=scale), job.sheet)
        over = height_of(blocks) - job.sheet.inner_height
        if over <= 0.01:
            return _printed(job, [list(blocks)])
    raise DoesNotFitError(job.paper, over)


def on_halves(job: Job, whole: Sheet, compose: Sequence[Compose], scales: Sequence[float] = SCALES) -> bytes:
    """Two copies on the halves of one sheet; on a sheet each where a half is too small.

    ``job.sheet`` is the half, ``whole`` the sheet a copy gets alone.
    """
    for scale in scales:
        copies = [one(replace(job.type, scale=scale), job.sheet) for one in compose]
        if all(height_of(blocks) <= job.sheet.inner_height + 0.01 for blocks in copies):
            return _printed_halves(job, copies)
    return as_copies(replace(job, sheet=whole), compose)


def as_copies(job: Job, compose: Sequence[Compose], scales: Sequence[float] = SCALES) -> bytes:
    """Each copy on sheets of its own, page numbers beginning anew."""
    canvas, buffer = _canvas(job, job.sheet.height)
    for one in compose:
        for number, page in enumerate(_one_or_more(job, one, scales), start=1):
            _draw_page(canvas, job, page, number)
    return _saved(canvas, buffer)


def on_roll(job: Job, blocks: Sequence[Block]) -> bytes:
    """One page as wide as the roll and as long as its blocks."""
    sheet = job.sheet
    height = height_of(blocks) + sheet.top + sheet.bottom
    canvas, buffer = _canvas(job, height)
    _draw(canvas, blocks, sheet.left, height - sheet.top)
    canvas.showPage()
    return _saved(canvas, buffer)


def one_drawing(job: Job, draw: Callable[[Canvas], None]) -> bytes:
    """One sheet with whatever ``draw`` puts on it."""
    canvas, buffer = _canvas(job, job.sheet.height)
    draw(canvas)
    canvas.showPage()
    return _saved(canvas, buffer)


def paginate(blocks: Sequence[Block], sheet: Sheet, paper: str) -> list[list[Block]]:
    """Blocks parted into pages: kept ones together, distances dropped and heads repeated at a page's top.

    Raises:
        DoesNotFitError: a single block is higher than a page.
    """
    pages: list[list[Block]] = [[]]
    room = sheet.inner_height
    for group in _groups(blocks, sheet.inner_height):
        needed = height_of(group)
        if needed > room + 0.01 and pages[-1]:
            pages.append([])
            room = sheet.inner_height
        for block in group:
            for placed in _placed(block, fresh=not pages[-1], continued=len(pages) > 1):
                room -= placed.height
                pages[-1].append(placed)
        if room < -0.01:
            raise DoesNotFitError(paper, -room)
    return pages


def _placed(block: Block, *, fresh: bool, continued: bool) -> Iterator[Block]:
    if fresh and block.space and continued:
        return
    if fresh and continued and block.head is not None:
        yield block.head
    yield block


def _groups(blocks: Sequence[Block], most: float) -> Iterator[list[Block]]:
    """Runs of blocks tied together; a run higher than a page is let go block by block."""
    held: list[Block] = []
    for block in blocks:
        held.append(block)
        if not block.keep:
            yield from [held] if height_of(held) <= most else [[one] for one in held]
            held = []
    if held:
        yield held


def _one_or_more(job: Job, compose: Compose, scales: Sequence[float]) -> list[list[Block]]:
    for scale in scales:
        blocks = list(compose(replace(job.type, scale=scale), job.sheet))
        if height_of(blocks) <= job.sheet.inner_height + 0.01:
            return [blocks]
    return paginate(compose(replace(job.type, scale=scales[0]), job.sheet), job.sheet, job.paper)


def _printed(job: Job, pages: Sequence[Sequence[Block]]) -> bytes:
    canvas, buffer = _canvas(job, job.sheet.height)
    for number, page in enumerate(pages, start=1):
        _draw_page(canvas, job, page, number)
    return _saved(canvas, buffer)


def _draw_page(canvas: Canvas, job: Job, page: Sequence[Block], number: int) -> None:
    sheet = job.sheet
    if job.draft:
        draw_draft_mark(canvas, sheet, job.type)
    if number > 1:
        draw_page_number(canvas, sheet, job.type, number)
    if job.reprint:
        draw_copy_mark(canvas, job.type, sheet.width - sheet.right, sheet.height - 4 * MM)
    _draw(canvas, page, sheet.left, sheet.height - sheet.top)
    canvas.showPage()


def _printed_halves(job: Job, copies: Sequence[Sequence[Block]]) -> bytes:
    half = job.sheet
    canvas, buffer = _canvas(job, half.height * 2)
    for number, blocks in enumerate(copies):
        edge = half.height * (2 - number)
        if job.reprint:
            draw_copy_mark(canvas, job.type, half.width - half.right, edge - 2.5 * MM)
        _draw(canvas, blocks, half.left, edge - half.top)
    draw_cut_line(canvas, half)
    canvas.showPage()
    return _saved(canvas, buffer)


def _draw(canvas: Canvas, blocks: Sequence[Block], left: float, top: float) -> None:
    for block in blocks:
        block.draw(canvas, left, top)
        top -= block.height


def _canvas(job: Job, height: float) -> tuple[Canvas, BytesIO]:
    buffer = BytesIO()
    canvas = PdfCanvas(
        buffer,
        pagesize=(job.sheet.width, height),
        invariant=1,
        pageCompression=1,
        initialFontName=job.type.faces.regular,
        lang="id",
    )
    canvas.setTitle(job.paper)
    canvas.setAuthor(job.author)
    canvas.setCreator("Desk")
    return canvas, buffer


def _saved(canvas: Canvas, buffer: BytesIO) -> bytes:
    """The finished PDF; one at a time, since cutting a font down moves a pointer inside the shared font."""
    with _saving:
        canvas.save()
    return buffer.getvalue()
