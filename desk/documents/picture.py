"""Kept scans as papers: a picture on one page, and the purpose written across a scan of an identity card."""

from functools import partial
from io import BytesIO

from desk.documents.facts import OfficeFacts, PaperSize
from desk.documents.kit.block import Canvas
from desk.documents.kit.errors import UnreadableScanError
from desk.documents.kit.fonts import width_of
from desk.documents.kit.letterhead import draw_picture
from desk.documents.kit.press import Job, one_drawing
from desk.documents.kit.sheet import Sheet, form_sheet
from desk.documents.kit.style import Type, typeset
from desk.documents.kit.text import clean, draw_runs

_SLANT = 35
_LARGEST = 24.0
_SPAN = 0.62


def render(
    picture: bytes, title: str, office: OfficeFacts, *, size: PaperSize | None = None, watermark: str = ""
) -> bytes:
    """A JPEG or PNG as one page, as large as the sheet allows; ``watermark`` says what the scan is kept for.

    Raises:
        UnreadableScanError: the bytes are no picture.
    """
    sheet = form_sheet(size or office.paper)
    faces = typeset("sans", 10)

    def draw(canvas: Canvas) -> None:
        draw_picture(canvas, picture, sheet.left, sheet.bottom, sheet.inner_width, sheet.inner_height)
        _write_across(sheet, faces, watermark, canvas)

    try:
        return one_drawing(Job(paper=title, author=office.name, sheet=sheet, type=faces), draw)
    except OSError as error:
        raise UnreadableScanError(title) from error


def watermarked(pdf: bytes, title: str, office: OfficeFacts, watermark: str) -> bytes:
    """The same PDF with the purpose written across each page.

    Raises:
        UnreadableScanError: the bytes are no PDF, or a locked one.
    """
    from pypdf import PdfReader, PdfWriter
    from pypdf.errors import PyPdfError

    faces = typeset("sans", 10)
    kept = BytesIO()
    try:
        writer = PdfWriter()
        writer.append(PdfReader(BytesIO(pdf)))
        for page in writer.pages:
            sheet = Sheet(float(page.mediabox.width), float(page.mediabox.height), 0, 0, 0, 0)
            job = Job(paper=title, author=office.name, sheet=sheet, type=faces)
            layer = one_drawing(job, partial(_write_across, sheet, faces, watermark))
            page.merge_page(PdfReader(BytesIO(layer)).pages[0])
        writer.write(kept)
    except PyPdfError as error:
        raise UnreadableScanError(title) from error
    return kept.getvalue()


def _write_across(sheet: Sheet, faces: Type, watermark: str, canvas: Canvas) -> None:
    """The text three times across the sheet, as large as one line allows."""
    text = clean(watermark)
    if not text:
        return
    font = faces.faces.bold
    across = (sheet.width**2 + sheet.height**2) ** 0.5 * _SPAN
    size = min(_LARGEST, across / width_of(text, font, 1.0))
    for part in (0.25, 0.5, 0.75):
        canvas.saveState()
        canvas.translate(sheet.width / 2, sheet.height * part)
        canvas.rotate(_SLANT)
        canvas.setFillAlpha(0.45)
        draw_runs(canvas, -width_of(text, font, size) / 2, 0, ((font, text),), size, grey=0.25)
        canvas.restoreState()
