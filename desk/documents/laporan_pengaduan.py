"""The documentation report of complaints, made every six months (requirements S4, R6, R7)."""

from collections.abc import Sequence

from desk.documents.facts import ComplaintReportFacts, CountTable, OfficeFacts, PaperSize
from desk.documents.kit.block import Block, beside, gap, tied
from desk.documents.kit.letterhead import letterhead
from desk.documents.kit.press import Job, in_pages
from desk.documents.kit.sheet import form_sheet
from desk.documents.kit.signature import signature, signed_pair
from desk.documents.kit.style import Type, typeset
from desk.documents.kit.table import Column, fields, table
from desk.documents.kit.text import paragraph
from desk.documents.kit.words import long_date, moment, place_and_date

TITLE = "Laporan Dokumentasi Pengaduan Masyarakat"
_SHARES = (1.9, 1.3, 1.1, 1.1, 1.4, 1.5, 1.3, 1.5, 1.1)
_MEASURES = (
    Column("Nomor pengaduan", 2),
    Column("Tentang layanan", 2),
    Column("Tindakan", 3),
    Column("Dasar", 1.6),
    Column("Tanggal", 1.4),
)


def render(
    facts: ComplaintReportFacts, office: OfficeFacts, *, size: PaperSize | None = None, reprint: bool = False
) -> bytes:
    """The report on as many sheets as it needs, heads of tables repeated, the signatures never alone."""
    sheet = form_sheet(size or office.paper)
    faces = typeset(office.typeface, 10)
    job = Job(paper=TITLE, author=office.name, sheet=sheet, type=faces, reprint=reprint)
    return in_pages(job, _blocks(facts, office, faces, sheet.inner_width))


def _blocks(facts: ComplaintReportFacts, office: OfficeFacts, faces: Type, width: float) -> list[Block]:
    span = f"{long_date(facts.first)} sampai dengan {long_date(facts.last)}"
    rows = [
        ("Masa laporan", f"{facts.period} ({span})"),
        ("Disampaikan paling lambat", long_date(facts.due)),
        ("Keadaan pada", moment(facts.as_of, office.zone)),
        ("Diterima", f"{facts.received} pengaduan, saran, dan pujian"),
        ("Dari masa sebelumnya", f"{facts.carried} masih ditangani saat masa ini mulai"),
        ("Selesai", f"{facts.in_time} tepat waktu, {facts.late} lewat batas waktu"),
        ("Masih ditangani", f"{facts.still_open}, di antaranya {facts.overdue} lewat batas waktu"),
        ("Dicabut pelapor", str(facts.withdrawn)),
    ]
    *ahead, last = _list(facts, faces, width)
    return [
        letterhead(office, faces, width),
        gap(8),
        *paragraph(TITLE.upper(), faces.title, width, "center"),
        *paragraph(facts.period, faces.body.strong(), width, "center"),
        gap(8),
        *fields(rows, faces.body, width),
        *_tables(facts.tables, faces, width),
        *_discipline(facts, faces, width),
        *ahead,
        *tied([last, gap(14), _signed(facts, office, faces, width)]),
    ]


def _tables(tables: Sequence[CountTable], faces: Type, width: float) -> list[Block]:
    """The counts, two beside each other."""
    half = (width - 14) / 2
    made = [_count(one, faces, half) for one in tables]
    blocks: list[Block] = []
    for left, right in zip(made[::2], [*made[1::2], []], strict=False):
        blocks += [gap(8), beside([(0, left), (half + 14, right)] if right else [(0, left)])]
    return blocks


def _count(one: CountTable, faces: Type, width: float) -> list[Block]:
    columns = (Column(one.title, 4), Column("Jumlah", 1, "right"))
    return table(columns, [(words, str(count)) for words, count in one.rows], faces.style(0.92), width)


def _discipline(facts: ComplaintReportFacts, faces: Type, width: float) -> list[Block]:
    head = _heading("Tindak lanjut disiplin", faces, width)
    if not facts.measures:
        return tied([*head, *paragraph("Tidak ada tindakan disiplin.", faces.body, width)])
    return [*head, *table(_MEASURES, facts.measures, faces.style(0.88), width)]


def _list(facts: ComplaintReportFacts, faces: Type, width: float) -> list[Block]:
    head = _heading("Daftar pengaduan", faces, width)
    if not facts.lines:
        return tied([*head, *paragraph("Tidak ada pengaduan yang diterima.", faces.body, width)])
    columns = [Column(words, share) for words, share in zip(facts.columns, _SHARES, strict=True)]
    note = paragraph("Pelapor dirahasiakan dan tidak disebut dalam laporan ini.", faces.small, width)
    return [
        *head,
        *tied([*note, gap(3), gap(0)])[:-1],
        *table(columns, facts.lines, faces.style(0.74), width),
    ]


def _heading(words: str, faces: Type, width: float) -> list[Block]:
    made = [gap(10), *paragraph(words, faces.body.strong(), width), gap(3)]
    return tied([*made, gap(0)])[:-1]


def _signed(facts: ComplaintReportFacts, office: OfficeFacts, faces: Type, width: float) -> Block:
    part = width * 0.47
    known = signature(facts.approver, faces.body, part, above=("Mengetahui,",))
    place = place_and_date(office.city, facts.as_of.date())
    return signed_pair(known, signature(facts.author, faces.body, part, above=(place,)), width)
