"""The official letter: letterhead, date right, Nomor to Hal left, Yth., body, signature, tembusan."""

from functools import partial

from desk.documents.facts import LetterFacts, OfficeFacts, PaperSize
from desk.documents.kit.block import Block, beside, ended, gap
from desk.documents.kit.body import body
from desk.documents.kit.letterhead import letterhead
from desk.documents.kit.press import LETTER_SCALES, on_sheets
from desk.documents.kit.sheet import Sheet
from desk.documents.kit.signature import copies_to, signed_right
from desk.documents.kit.style import Type
from desk.documents.kit.table import fields
from desk.documents.kit.text import lines_of, paragraph
from desk.documents.kit.words import PENDING, place_and_date
from desk.documents.letters import letter_job

TITLE = "Surat"


def render(
    facts: LetterFacts, office: OfficeFacts, *, size: PaperSize | None = None, reprint: bool = False
) -> bytes:
    """The letter: on one sheet, a little smaller if that is enough, else on numbered sheets."""
    job = letter_job(
        f"{TITLE} {facts.number or PENDING}", office, size=size, reprint=reprint, draft=facts.draft
    )
    return on_sheets(job, partial(compose, facts, office), LETTER_SCALES)


def compose(facts: LetterFacts, office: OfficeFacts, faces: Type, sheet: Sheet) -> list[Block]:
    """The blocks of a letter, for the papers that begin with one."""
    width = sheet.inner_width
    style = faces.body
    text = body("\n\n".join((facts.body, *facts.rights)), style, width)
    return [
        letterhead(office, faces, width),
        gap(faces.gap(0.5)),
        _reference(facts, office, faces, width),
        gap(faces.gap(1)),
        *_addressee(facts, faces, width),
        gap(faces.gap(1)),
        *ended(text, [gap(faces.gap(1.2)), signed_right(facts.signer, style, width)]),
        *copies_to(facts.copies_to, faces.small, width),
    ]


def _reference(facts: LetterFacts, office: OfficeFacts, faces: Type, width: float) -> Block:
    style = faces.body
    dated = paragraph(place_and_date(office.city, facts.issued_on), style, width * 0.42, "right")
    left = width * 0.57
    rows = [
        ("Nomor", facts.number or PENDING),
        ("Sifat", facts.nature),
        ("Lampiran", facts.attachments or "-"),
        ("Hal", facts.subject),
    ]
    return beside([(0, fields(rows, style, left)), (width * 0.58, dated)])


def _addressee(facts: LetterFacts, faces: Type, width: float) -> list[Block]:
    style = faces.body
    part = width * 0.7
    mark = style.size * 2.3
    blocks: list[Block] = [
        beside([(0, paragraph("Yth.", style, mark)), (mark, lines_of(facts.addressee, style, part - mark))])
    ]
    if facts.addressee_place:
        blocks.append(beside([(mark, paragraph(f"di {facts.addressee_place}", style, part - mark))]))
    return blocks
