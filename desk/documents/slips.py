"""What fee receipt and ekspedisi slip share: one A5 slip, or two copies on one sheet."""

from collections.abc import Callable, Sequence
from functools import partial

from desk.documents.facts import OfficeFacts
from desk.documents.kit.block import Block, beside, gap
from desk.documents.kit.letterhead import letterhead
from desk.documents.kit.press import Job, on_halves, on_sheets
from desk.documents.kit.sheet import Sheet, SlipSize, form_sheet, half_sheet, slip_sheet
from desk.documents.kit.style import Type, typeset
from desk.documents.kit.text import paragraph

Content = Callable[[Type, float], Sequence[Block]]


def print_slip(
    title: str, office: OfficeFacts, content: Content, copies: Sequence[str], *, size: SlipSize, reprint: bool
) -> bytes:
    """The slip as PDF: A5 holds the first copy alone, A4 and F4 hold two, one above the other."""
    faces = typeset("sans", 9.6)
    if size == "a5":
        job = Job(paper=title, author=office.name, sheet=slip_sheet(), type=faces, reprint=reprint)
        return on_sheets(job, partial(_copy, title, office, content, ""))
    job = Job(paper=title, author=office.name, sheet=half_sheet(size), type=faces, reprint=reprint)
    return on_halves(job, form_sheet(size), [partial(_copy, title, office, content, name) for name in copies])


def _copy(
    title: str, office: OfficeFacts, content: Content, name: str, faces: Type, sheet: Sheet
) -> list[Block]:
    width = sheet.inner_width
    heading = beside(
        [
            (0, paragraph(title.upper(), faces.title, width)),
            (0, [gap(3), *paragraph(name, faces.small, width, "right")]),
        ]
    )
    return [letterhead(office, faces, width, compact=True), gap(5), heading, gap(6), *content(faces, width)]
