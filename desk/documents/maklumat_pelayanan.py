"""The office's promise to keep its service standards, signed by its head (requirement R10)."""

from desk.documents.facts import OfficeFacts, PaperSize, PledgeFacts
from desk.documents.kit.block import Block, ended, gap
from desk.documents.kit.body import body
from desk.documents.kit.letterhead import letterhead
from desk.documents.kit.press import Job, on_sheets
from desk.documents.kit.sheet import Sheet, form_sheet
from desk.documents.kit.signature import signed_right
from desk.documents.kit.style import Type, typeset
from desk.documents.kit.text import paragraph
from desk.documents.kit.words import full_office_name, place_and_date

TITLE = "Maklumat Pelayanan"


def render(
    facts: PledgeFacts, office: OfficeFacts, *, size: PaperSize | None = None, reprint: bool = False
) -> bytes:
    """The maklumat, on one sheet where it can be; its date is left open for who signs."""
    faces = typeset(office.typeface, 13)
    sheet = form_sheet(size or office.paper)
    job = Job(paper=TITLE, author=office.name, sheet=sheet, type=faces, reprint=reprint)

    def compose(scaled: Type, on: Sheet) -> list[Block]:
        return _blocks(facts, office, scaled, on.inner_width)

    return on_sheets(job, compose)


def _blocks(facts: PledgeFacts, office: OfficeFacts, faces: Type, width: float) -> list[Block]:
    lead = f"Dengan ini {full_office_name(office.name)} menyatakan:"
    promised = "\n".join(f"{number}. {line}" for number, line in enumerate(facts.promises, start=1))
    named = "\n".join(f"{number}. {line}" for number, line in enumerate(facts.services, start=1))
    signed = signed_right(facts.signer, faces.body, width, above=(place_and_date(office.city, None),))
    tail = paragraph(
        f"Standar pelayanan itu ditetapkan dengan {facts.decree} dan meliputi:", faces.body, width, "justify"
    )
    return [
        letterhead(office, typeset(office.typeface, 11, faces.scale), width),
        gap(faces.gap(2)),
        *paragraph(TITLE.upper(), faces.style(1.5, bold=True), width, "center"),
        gap(faces.gap(1.5)),
        *paragraph(lead, faces.body, width, "justify"),
        gap(faces.gap(0.6)),
        *body(promised, faces.body, width),
        gap(faces.gap(0.8)),
        *tail,
        gap(faces.gap(0.3)),
        *ended(body(named, faces.style(0.92), width), [gap(faces.gap(2)), signed]),
    ]
