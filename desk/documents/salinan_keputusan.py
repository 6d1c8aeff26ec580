"""Authentication of a copy of the decree on votes and seats: the sheet bound before it (KSB KETIGA a)."""

from functools import partial

from desk.documents.facts import DecreeCopyFacts, OfficeFacts, PaperSize
from desk.documents.kit.block import Block, gap, tied
from desk.documents.kit.press import LETTER_SCALES, on_sheets
from desk.documents.kit.sheet import Sheet
from desk.documents.kit.style import Type
from desk.documents.kit.table import Column, fields, table
from desk.documents.kit.text import paragraph
from desk.documents.kit.words import full_office_name, long_date
from desk.documents.legalisation import signed_and_legalised
from desk.documents.letters import headed, letter_job
from desk.rules.votes import grouped

TITLE = "Autentifikasi Salinan Keputusan"
_COLUMNS = (Column("Daerah pemilihan", 5), Column("Suara sah", 2, "right"), Column("Kursi", 1.2, "right"))
_SAME = (
    "Salinan keputusan yang dijilid bersama lembar ini telah dicocokkan dengan aslinya dan dinyatakan "
    "sesuai. Perolehan suara sah dan kursi partai politik tersebut menurut keputusan itu:"
)


def render(
    facts: DecreeCopyFacts, office: OfficeFacts, *, size: PaperSize | None = None, reprint: bool = False
) -> bytes:
    """The sheet, on one page if it can be."""
    job = letter_job(f"{TITLE} {facts.number}", office, size=size, reprint=reprint, draft=False)
    return on_sheets(job, partial(_compose, facts, office), LETTER_SCALES)


def _compose(facts: DecreeCopyFacts, office: OfficeFacts, faces: Type, sheet: Sheet) -> list[Block]:
    width, style = sheet.inner_width, faces.body
    about = [
        ("Keputusan", f"{full_office_name(office.name)} Nomor {facts.decree_number}"),
        ("Tanggal", long_date(facts.decree_date)),
        ("Tentang", facts.decree_title),
        ("Pemilihan", f"{facts.election}, {long_date(facts.election_day)}"),
        ("Partai politik", facts.party),
        ("Nomor register", facts.case_number),
    ]
    ends = signed_and_legalised(
        office, facts.signer, facts.issued_on, facts.legaliser, facts.legalised_on, faces, width
    )
    rows = [[one.district, grouped(one.whole), str(one.seats)] for one in facts.won]
    votes, seats = sum(one.whole for one in facts.won), sum(one.seats for one in facts.won)
    *ahead, last = table(
        _COLUMNS, [*rows, ["Jumlah", grouped(votes), str(seats)]], style, width, bold_last=True
    )
    return [
        *headed(office, TITLE, facts.number, faces, width),
        *fields([(label, words) for label, words in about if words], style, width),
        gap(faces.gap(0.7)),
        *paragraph(_SAME, style, width, "justify"),
        gap(faces.gap(0.4)),
        *ahead,
        *tied([last, *ends]),
    ]
