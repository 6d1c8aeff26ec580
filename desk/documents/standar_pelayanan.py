"""A service standard with all its components, to take home (requirement R10)."""

from desk.documents.facts import OfficeFacts, PaperSize, StandardFacts, StandardPart
from desk.documents.kit.block import Block, beside, gap, tied
from desk.documents.kit.letterhead import letterhead
from desk.documents.kit.press import Job, in_pages
from desk.documents.kit.sheet import form_sheet
from desk.documents.kit.style import Style, Type, typeset
from desk.documents.kit.text import balanced, paragraph

TITLE = "Standar Pelayanan"
ASSUMED = "Asumsi: "


def render(
    facts: StandardFacts, office: OfficeFacts, *, size: PaperSize | None = None, reprint: bool = False
) -> bytes:
    """The standard on as many sheets as it needs; a part's name never stands alone at the foot of a page."""
    sheet = form_sheet(size or office.paper)
    faces = typeset(office.typeface, 10)
    job = Job(paper=f"{TITLE} {facts.name}", author=office.name, sheet=sheet, type=faces, reprint=reprint)
    return in_pages(job, _blocks(facts, office, faces, sheet.inner_width))


def _blocks(facts: StandardFacts, office: OfficeFacts, faces: Type, width: float) -> list[Block]:
    blocks: list[Block] = [
        letterhead(office, faces, width),
        gap(8),
        *paragraph(TITLE.upper(), faces.title, width, "center"),
        *balanced(facts.name, faces.style(1.1, bold=True), width),
        *paragraph(f"menurut {facts.decree}", faces.small, width, "center"),
        gap(6),
        *paragraph(facts.description, faces.body, width, "justify"),
        *assumptions(facts.assumed, faces, width),
    ]
    for number, part in enumerate(facts.parts, start=1):
        blocks += [gap(faces.gap(0.55)), *_part(number, part, faces, width)]
    return blocks


def _part(number: int, part: StandardPart, faces: Type, width: float) -> list[Block]:
    hang = faces.body.size * 1.9
    head = [_hung(f"{number}.", part.title, faces.body.strong(), hang, width)]
    body: list[Block] = []
    for place, line in enumerate(part.lines):
        mark = f"{chr(ord('a') + place)}." if part.numbered else ""
        body += _lines(mark, line, faces.body, hang, width)
    body += [_moved(block, hang) for block in assumptions(part.assumed, faces, width - hang)]
    return [*tied([*head, body[0]]), *body[1:]]


def assumptions(lines: tuple[str, ...], faces: Type, width: float) -> list[Block]:
    """What stands in no decree, in italics and marked so."""
    style = faces.style(0.9, italic=True)
    return [block for line in lines for block in paragraph(f"{ASSUMED}{line}", style, width)]


def _lines(mark: str, line: str, style: Style, hang: float, width: float) -> list[Block]:
    """A line of a part, hanging beside its letter where it has one."""
    inner = hang if mark else 0.0
    made = paragraph(line, style, width - hang - inner)
    return [
        beside(
            [(hang, paragraph(mark, style, hang) if mark and not place else []), (hang + inner, [block])],
            keep=block.keep,
        )
        for place, block in enumerate(made)
    ]


def _hung(mark: str, text: str, style: Style, hang: float, width: float) -> Block:
    return beside([(0, paragraph(mark, style, hang)), (hang, paragraph(text, style, width - hang))])


def _moved(block: Block, offset: float) -> Block:
    return beside([(offset, [block])], keep=block.keep)
