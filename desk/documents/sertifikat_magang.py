"""Certificate of an internship: a lying sheet in a double frame, one for each intern (S5)."""

from functools import partial

from desk.documents.facts import InternFacts, OfficeFacts, PaperSize
from desk.documents.kit.block import Block, Canvas, beside, gap
from desk.documents.kit.letterhead import letterhead
from desk.documents.kit.press import Job, on_one_sheet
from desk.documents.kit.sheet import MM, Sheet, lying_sheet
from desk.documents.kit.signature import signature
from desk.documents.kit.style import Type, typeset
from desk.documents.kit.text import balanced, one_line
from desk.documents.kit.words import full_office_name, long_date, place_and_date

TITLE = "Sertifikat Magang"


def render(
    facts: InternFacts, office: OfficeFacts, *, size: PaperSize | None = None, reprint: bool = False
) -> bytes:
    """The certificate, always on one sheet."""
    job = Job(
        paper=f"{TITLE} {facts.number}",
        author=office.name,
        sheet=lying_sheet(size or office.paper),
        type=typeset(office.typeface, 13.5),
        reprint=reprint,
    )
    return on_one_sheet(job, partial(_compose, facts, office))


def _compose(facts: InternFacts, office: OfficeFacts, faces: Type, sheet: Sheet) -> list[Block]:
    width, body = sheet.inner_width, faces.body
    about = " · ".join(part for part in (_nim(facts), facts.study, facts.university) if part)
    done = (
        f"telah melaksanakan magang pada Bagian {facts.section} {full_office_name(office.name)} sejak "
        f"{long_date(facts.starts)} sampai dengan {long_date(facts.ends)} dan menyerahkan laporannya."
    )
    return [
        _frame(sheet),
        letterhead(office, faces, width),
        gap(faces.gap(1.6)),
        one_line("SERTIFIKAT", faces.style(2.2, bold=True), width, "center"),
        one_line(f"Nomor: {facts.number}", body, width, "center"),
        gap(faces.gap(1)),
        one_line("diberikan kepada", body, width, "center"),
        gap(faces.gap(0.4)),
        *balanced(facts.name, faces.style(1.8, bold=True), width),
        *balanced(about, body, width),
        gap(faces.gap(1.2)),
        *_centred(done, faces, width),
        gap(faces.gap(1.6)),
        _signed(facts, office, faces, width),
    ]


def _centred(words: str, faces: Type, width: float) -> list[Block]:
    room = width * 0.84
    return [beside([((width - room) / 2, balanced(words, faces.body, room))])]


def _nim(facts: InternFacts) -> str:
    return f"NIM {facts.student_number}" if facts.student_number else ""


def _signed(facts: InternFacts, office: OfficeFacts, faces: Type, width: float) -> Block:
    part = width * 0.34
    above = [place_and_date(office.city, facts.issued_on)]
    return beside([(width - part, [signature(facts.signer, faces.body, part, above=above, room=3.4)])])


def _frame(sheet: Sheet) -> Block:
    """Two lines round the whole sheet; takes no room."""

    def draw(canvas: Canvas, left: float, top: float) -> None:
        x, y = left - sheet.left, top + sheet.top - sheet.height
        for inset, weight in ((8 * MM, 1.6), (10 * MM, 0.5)):
            canvas.setLineWidth(weight)
            canvas.rect(x + inset, y + inset, sheet.width - 2 * inset, sheet.height - 2 * inset)

    return Block(0, draw)
