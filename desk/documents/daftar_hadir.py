"""List of participants of an event of voter education, to be signed by who comes (S7)."""

from functools import partial

from desk.documents.facts import AttendanceFacts, OfficeFacts, PaperSize
from desk.documents.kit.block import Block, gap, tied
from desk.documents.kit.letterhead import letterhead
from desk.documents.kit.press import Job, in_pages
from desk.documents.kit.sheet import form_sheet
from desk.documents.kit.style import Type, typeset
from desk.documents.kit.table import Cell, Column, fields, table
from desk.documents.kit.text import paragraph

TITLE = "Daftar Hadir Peserta"
_GROUPS = "Kelompok: 1 pemilih pemula, 2 pemilih disabilitas, 3 peserta lainnya."
_COLUMNS = (
    Column("No.", 0.7, "center"),
    Column("Nama", 3.6),
    Column("Alamat / lembaga", 2.9),
    Column("L / P", 0.8, "center"),
    Column("Kelompok", 1.5, "center"),
    Column("Tanda tangan", 2),
)


def render(
    facts: AttendanceFacts, office: OfficeFacts, *, size: PaperSize | None = None, reprint: bool = False
) -> bytes:
    """The list on as many sheets as it needs, its head repeated."""
    sheet = form_sheet(size or office.paper)
    faces = typeset("sans", 10)
    job = Job(paper=TITLE, author=office.name, sheet=sheet, type=faces, reprint=reprint)
    return in_pages(job, _blocks(facts, office, faces, sheet.inner_width))


def _blocks(facts: AttendanceFacts, office: OfficeFacts, faces: Type, width: float) -> list[Block]:
    rows = [_row(number, faces) for number in range(1, facts.lines + 1)]
    *ahead, last = table(_COLUMNS, rows, faces.body, width)
    signed = "Penanggung jawab kegiatan: " + "." * 56
    return [
        letterhead(office, faces, width),
        gap(6),
        *paragraph(TITLE.upper(), faces.title, width, "center"),
        gap(6),
        *fields([pair for pair in facts.about if pair[1]], faces.body, width),
        gap(4),
        *paragraph(_GROUPS, faces.small, width),
        gap(6),
        *ahead,
        *tied([last, gap(12), *paragraph(signed, faces.body, width)]),
    ]


def _row(number: int, faces: Type) -> list[Cell]:
    room = partial(_room, faces)
    return [str(number), room, room, room, room, room]


def _room(faces: Type, _width: float) -> list[Block]:
    """Room for a pen."""
    return [gap(faces.gap(1.3))]
