"""The recap of steps of a month: planned against actual minutes, service by service (KPG, R7)."""

from desk.documents.facts import OfficeFacts, PaperSize
from desk.documents.facts.step_times import StepTimeGroup, StepTimesFacts
from desk.documents.kit.block import Block, beside, ended, gap, tied
from desk.documents.kit.letterhead import letterhead
from desk.documents.kit.press import Job, in_pages
from desk.documents.kit.sheet import form_sheet
from desk.documents.kit.signature import signature
from desk.documents.kit.style import Type, typeset
from desk.documents.kit.table import Cell, Column, fields, table
from desk.documents.kit.text import paragraph
from desk.documents.kit.words import moment

TITLE = "Rekap Waktu Langkah"
NOTE = (
    "Waktu dihitung sejak langkah dimulai sampai diteruskan, juga di luar jam kerja; waktu menunggu pemohon "
    "tidak dihitung. Persentil 90: sembilan dari sepuluh selesai dalam waktu itu."
)
_COLUMNS = (
    Column("No.", 0.6, "center"),
    Column("Langkah", 3.2),
    Column("Selesai", 0.95, "center"),
    Column("Rencana", 1.3, "center"),
    Column("Median", 1.3, "center"),
    Column("Persentil 90", 1.4, "center"),
    Column("Tepat waktu", 1.7, "center"),
)


def render(
    facts: StepTimesFacts, office: OfficeFacts, *, size: PaperSize | None = None, reprint: bool = False
) -> bytes:
    """The recap on as many sheets as needed, signed at the end."""
    sheet = form_sheet(size or office.paper)
    faces = typeset(office.typeface, 10)
    job = Job(paper=TITLE, author=office.name, sheet=sheet, type=faces, reprint=reprint)
    return in_pages(job, _blocks(facts, office, faces, sheet.inner_width))


def _blocks(facts: StepTimesFacts, office: OfficeFacts, faces: Type, width: float) -> list[Block]:
    rows = [("Bulan", facts.month), ("Dicetak", f"{moment(facts.as_of, office.zone)}, {facts.printed_by}")]
    blocks: list[Block] = [
        letterhead(office, faces, width),
        gap(6),
        *paragraph(TITLE.upper(), faces.title, width, "center"),
        gap(6),
        *fields(rows, faces.body, width),
    ]
    for group in facts.groups:
        blocks += [gap(8), *_group(group, faces, width)]
    if not facts.groups:
        blocks += [gap(8), *paragraph("Tidak ada langkah yang selesai pada bulan ini.", faces.body, width)]
    signed = signature(facts.signer, faces.body, width * 0.42, above=(f"{office.city}, {'.' * 28}",))
    end = [
        gap(8),
        *paragraph(NOTE, faces.small, width),
        gap(12),
        beside([(width * 0.58, [signed])]),
    ]
    return ended(blocks, end)


def _group(group: StepTimeGroup, faces: Type, width: float) -> list[Block]:
    lines: list[list[Cell]] = [
        [str(number), one.step, one.count, one.planned, one.median, one.ninth_tenth, one.in_time]
        for number, one in enumerate(group.lines, start=1)
    ]
    first, *rest = table(_COLUMNS, lines, faces.body, width)
    return [*tied([*paragraph(group.title, faces.body.strong(), width), gap(3, keep=True), first]), *rest]
