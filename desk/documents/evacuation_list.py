"""Who is in the building, as a list to tick at the assembly point (requirement G2)."""

from functools import partial

from desk.documents.facts import EvacuationFacts, OfficeFacts, PaperSize, PersonInside
from desk.documents.kit.block import Block, beside, gap, tied
from desk.documents.kit.letterhead import letterhead
from desk.documents.kit.marks import tick
from desk.documents.kit.press import Job, in_pages
from desk.documents.kit.sheet import form_sheet
from desk.documents.kit.style import Type, typeset
from desk.documents.kit.table import Cell, Column, fields, table
from desk.documents.kit.text import paragraph
from desk.documents.kit.words import moment

TITLE = "Daftar Tamu di Dalam Gedung"
_COLUMNS = (
    Column("No.", 0.7, "center"),
    Column("Nama", 3.4),
    Column("Lembaga", 2.6),
    Column("Menemui / tempat", 2.8),
    Column("Kartu", 1, "center"),
    Column("Masuk", 1.15, "center"),
    Column("Orang", 1, "center"),
    Column("Sudah di luar", 1.1, "center"),
)


def render(
    facts: EvacuationFacts, office: OfficeFacts, *, size: PaperSize | None = None, reprint: bool = False
) -> bytes:
    """The list on as many sheets as needed, its head repeated."""
    sheet = form_sheet(size or office.paper)
    faces = typeset("sans", 9.6)
    job = Job(paper=TITLE, author=office.name, sheet=sheet, type=faces, reprint=reprint)
    return in_pages(job, _blocks(facts, office, faces, sheet.inner_width))


def head_count(facts: EvacuationFacts) -> int:
    """Guests and their companions."""
    return sum(1 + person.companions for person in facts.people)


def _blocks(facts: EvacuationFacts, office: OfficeFacts, faces: Type, width: float) -> list[Block]:
    rows = [("Keadaan pada", moment(facts.as_of, office.zone)), ("Jumlah orang", _count(facts))]
    if facts.assembly_point:
        rows.append(("Titik kumpul", facts.assembly_point))
    rows.append(("Dicetak oleh", facts.printed_by))
    blocks: list[Block] = [
        letterhead(office, faces, width),
        gap(6),
        *paragraph(TITLE.upper(), faces.title, width, "center"),
        gap(6),
        *fields(rows, faces.body, width),
        gap(8),
    ]
    if not facts.people:
        return [*blocks, *paragraph("Tidak ada tamu di dalam gedung.", faces.body, width)]
    lines = [_row(number, person, faces) for number, person in enumerate(facts.people, start=1)]
    *ahead, last = table(_COLUMNS, lines, faces.style(0.94), width)
    checked = paragraph("Diperiksa oleh: " + "." * 48, faces.body, width)
    return [*blocks, *ahead, *tied([last, gap(10), *checked])]


def _count(facts: EvacuationFacts) -> str:
    return (
        f"{head_count(facts)} ({len(facts.people)} tamu dan {head_count(facts) - len(facts.people)} pengikut)"
    )


def _row(number: int, person: PersonInside, faces: Type) -> list[Cell]:
    name = f"{person.name} (perlu bantuan)" if person.needs_help else person.name
    whom = "\n".join(part for part in (person.whom, person.place) if part)
    return [
        str(number),
        name,
        person.institution or "-",
        whom or "-",
        person.card or "-",
        f"{person.since:%H.%M}",
        str(1 + person.companions),
        partial(_box, faces),
    ]


def _box(faces: Type, width: float) -> list[Block]:
    style = faces.body
    return [beside([((width - style.size) / 2, tick("", style, style.size * 2, ticked=False))])]
