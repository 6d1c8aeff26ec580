"""The sheet that carries a one-time code to a new PC, in large letters."""

from dataclasses import dataclass
from datetime import datetime

from desk.documents.facts import OfficeFacts, PaperSize
from desk.documents.kit.block import Block, framed, gap
from desk.documents.kit.letterhead import letterhead
from desk.documents.kit.press import Job, in_pages
from desk.documents.kit.sheet import form_sheet
from desk.documents.kit.style import Type, typeset
from desk.documents.kit.table import fields
from desk.documents.kit.text import one_line, paragraph
from desk.documents.kit.words import moment

TITLE = "Lembar Kode Pendaftaran Komputer"
_STEPS = (
    "Pasang dan buka Desk di komputer baru.",
    "Pada jendela pertama pilih “Bergabung dengan kantor yang sudah ada” (Ctrl+J), lalu ketik kode di atas. "
    "Huruf besar, spasi, dan tanda hubung tidak berpengaruh.",
    "Sesudah data kantor dimuat, musnahkan lembar ini.",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class EnrolmentFacts:
    """What the sheet says; ``code`` line by line, both moments aware."""

    code: tuple[str, ...]
    device: str
    used_for: str
    made_at: datetime
    ends_at: datetime


def render(facts: EnrolmentFacts, office: OfficeFacts, *, size: PaperSize | None = None) -> bytes:
    """The sheet as PDF, one page."""
    sheet = form_sheet(size or office.paper)
    faces = typeset("sans", 10)
    job = Job(paper=TITLE, author=office.name, sheet=sheet, type=faces)
    return in_pages(job, _blocks(facts, office, faces, sheet.inner_width))


def _blocks(facts: EnrolmentFacts, office: OfficeFacts, faces: Type, width: float) -> list[Block]:
    large = faces.style(1.7, bold=True)
    rows = [
        ("Komputer", facts.device),
        ("Dipakai untuk", facts.used_for),
        ("Dibuat", moment(facts.made_at, office.zone)),
        ("Berlaku sampai", moment(facts.ends_at, office.zone)),
    ]
    steps = [paragraph(f"{at}. {words}", faces.body, width) for at, words in enumerate(_STEPS, start=1)]
    return [
        letterhead(office, faces, width),
        gap(8),
        *paragraph(TITLE.upper(), faces.title, width, "center"),
        gap(8),
        *fields(rows, faces.body, width),
        gap(8),
        framed([one_line(line, large, width - 16, "center") for line in facts.code], width, pad=10),
        gap(8),
        *(block for step in steps for block in step),
        gap(4),
        *paragraph(
            "Kode berlaku sekali, untuk komputer ini saja. Siapa pun yang memegang lembar ini dapat membuka "
            "data kantor: serahkan langsung, jangan difoto atau dikirim.",
            faces.body.strong(),
            width,
        ),
    ]
