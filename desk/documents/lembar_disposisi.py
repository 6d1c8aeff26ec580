"""The lembar disposisi: the letter's particulars, advice of the Sekretaris, instruction with ticks."""

from collections.abc import Sequence
from functools import partial

from desk.documents.facts import (
    DispositionEntry,
    DispositionSheetFacts,
    LetterNature,
    OfficeFacts,
    PaperSize,
    SignerFacts,
)
from desk.documents.form_b import choice
from desk.documents.kit.block import Block, beside, gap, rule, tied
from desk.documents.kit.letterhead import letterhead
from desk.documents.kit.marks import qr, tick
from desk.documents.kit.press import Job, on_sheets
from desk.documents.kit.sheet import Sheet, form_sheet
from desk.documents.kit.signature import signature
from desk.documents.kit.style import Style, Type, typeset
from desk.documents.kit.table import Cell, Column, fields, table
from desk.documents.kit.text import one_line, paragraph
from desk.documents.kit.words import date_or_dash, grouped, moment

TITLE, SPOKEN_TITLE = "Lembar Disposisi", "Lembar Disposisi Lisan"
NATURES: dict[LetterNature, str] = {
    "biasa": "Biasa",
    "segera": "Segera",
    "sangat segera": "Sangat segera",
    "rahasia": "Rahasia",
}
_DOTS = "." * 34
_BOX = (Column("", 1),)
_BOXES = (Column("Diteruskan kepada", 1), Column("Isi disposisi", 1))
_SIGNING = (Column("", 1), Column("", 1))


def render(
    facts: DispositionSheetFacts,
    office: OfficeFacts,
    *,
    size: PaperSize | None = None,
    reprint: bool = False,
) -> bytes:
    """The sheet with the chain so far; without entries, with empty boxes and lines to write on.

    Raises:
        DoesNotFitError: one instruction alone is higher than a sheet.
    """
    job = Job(
        paper=TITLE,
        author=office.name,
        sheet=form_sheet(size or office.paper),
        type=typeset(office.typeface, 10),
        reprint=reprint,
    )
    return on_sheets(job, partial(_compose, facts, office))


def _compose(facts: DispositionSheetFacts, office: OfficeFacts, faces: Type, sheet: Sheet) -> list[Block]:
    width = sheet.inner_width
    blocks: list[Block] = [
        letterhead(office, faces, width),
        gap(faces.gap(0.5)),
        *paragraph((SPOKEN_TITLE if facts.spoken else TITLE).upper(), faces.title, width, "center"),
        gap(faces.gap(0.4)),
        _particulars(facts, faces, width),
        gap(3),
        rule(width),
        gap(4),
    ]
    advice = [entry for entry in facts.entries if entry.kind == "usul"]
    orders = [entry for entry in facts.entries if entry.kind == "disposisi"]
    for usul in advice or (() if facts.spoken else (None,)):
        blocks += [_advice(usul, office, faces, width), gap(faces.gap(0.5))]
    for order in orders or (None,):
        blocks += [*_order(facts, order, office, faces, width), gap(faces.gap(0.6))]
    return blocks[:-1]


def _particulars(facts: DispositionSheetFacts, faces: Type, width: float) -> Block:
    style = faces.body
    side = 74.0 if facts.code else 0.0
    main = width - side - (8 if side else 0)
    rows = [
        ("Indeks", facts.index or "-"),
        ("Nomor register" if facts.spoken else "Nomor agenda", facts.agenda_number),
        ("Pemohon" if facts.spoken else "Asal surat", facts.sender),
    ]
    if not facts.spoken:
        letter = (
            ("Nomor surat", facts.letter_number or "-"),
            ("Tanggal surat", date_or_dash(facts.letter_date)),
        )
        rows += letter
    rows += [("Diterima tanggal", date_or_dash(facts.received_on)), ("Perihal", facts.subject)]
    optional = (
        ("Lampiran", facts.attachments),
        ("Nomor permohonan", facts.case_number),
        ("Batas waktu layanan", date_or_dash(facts.deadline) if facts.deadline else ""),
    )
    rows += [(label, value) for label, value in optional if value]
    left = [
        *fields(rows, style, main),
        gap(3),
        *choice(NATURES, {facts.nature}, style, 4, main),
    ]
    parts: list[tuple[float, Sequence[Block]]] = [(0, left)]
    if facts.code:
        code = [one_line(grouped(facts.code), faces.style(0.75), side, "center")]
        parts.append((main + 8, [qr(grouped(facts.code).replace("-", ""), side), *code]))
    return beside(parts)


def _advice(entry: DispositionEntry | None, office: OfficeFacts, faces: Type, width: float) -> Block:
    title = f"Usul dan saran {entry.position if entry else 'Sekretaris'}"
    cell = partial(_written, title, entry, office, faces)
    return beside([(0, table(_BOX, [[cell]], faces.body, width))])


def _written(
    title: str, entry: DispositionEntry | None, office: OfficeFacts, faces: Type, width: float
) -> list[Block]:
    style = faces.body
    blocks = paragraph(title, style.strong(), width)
    if entry is None:
        return [*blocks, *_lines(style, width, 3), *_paraf(style, width)]
    blocks += paragraph(entry.text or "-", style, width, markup=True)
    when = moment(entry.at, office.zone) if entry.at else "tanpa tanggal"
    return [*blocks, gap(3), *paragraph(f"{entry.name}, {when}{_from_paper(entry)}", faces.small, width)]


def _from_paper(entry: DispositionEntry) -> str:
    return " (dicatat dari lembar yang ditandatangani)" if entry.recorded_from_paper else ""


def _lines(style: Style, width: float, count: int) -> list[Block]:
    """Lines to write on by hand."""
    return [
        block for _ in range(count) for block in (gap(style.leading * 1.1), rule(width, weight=0.4, grey=0.5))
    ]


def _paraf(style: Style, width: float) -> list[Block]:
    return [gap(5), *paragraph(f"Tanggal {_DOTS}   Paraf {_DOTS}", style, width)]


def _order(
    facts: DispositionSheetFacts,
    entry: DispositionEntry | None,
    office: OfficeFacts,
    faces: Type,
    width: float,
) -> list[Block]:
    style = faces.body
    position = entry.position if entry else "Ketua"
    to = partial(_ticks, facts.recipient_choices, entry.recipients if entry else (), style)
    what = partial(_instruction, facts, entry, style)
    boxes: list[list[Cell]] = [[to, what]]
    end: list[list[Cell]] = [[partial(_deadline, entry, style), partial(_signed, entry, office, faces)]]
    return [
        *tied([*paragraph(f"Disposisi {position}", style.strong(), width), gap(2, keep=True)]),
        beside([(0, [*table(_BOXES, boxes, style, width), *table(_SIGNING, end, style, width)])]),
    ]


def _ticks(choices: Sequence[str], chosen: Sequence[str], style: Style, width: float) -> list[Block]:
    names = [*choices, *(name for name in chosen if name not in choices)]
    blocks: list[Block] = []
    for name in names:
        blocks += [*tick(name, style, width, ticked=name in chosen), gap(1.5)]
    if not chosen:
        blocks += tick(_DOTS, style, width, ticked=False)
    return blocks


def _instruction(
    facts: DispositionSheetFacts, entry: DispositionEntry | None, style: Style, width: float
) -> list[Block]:
    blocks = _ticks(facts.instruction_choices, entry.instructions if entry else (), style, width)
    if entry is None:
        return [*blocks, *_lines(style, width, 3), gap(4)]
    return [*blocks, gap(4), *paragraph(entry.text, style, width, markup=True)]


def _deadline(entry: DispositionEntry | None, style: Style, width: float) -> list[Block]:
    day = _DOTS if entry is None else date_or_dash(entry.deadline)
    return [*paragraph("Diselesaikan paling lambat", style, width), *paragraph(day, style.strong(), width)]


def _signed(entry: DispositionEntry | None, office: OfficeFacts, faces: Type, width: float) -> list[Block]:
    style = faces.body
    if entry is None:
        signer = SignerFacts(position="Ketua,", name="")
        return [signature(signer, style, width, above=[f"Tanggal {_DOTS}"], room=3)]
    signer = SignerFacts(position=f"{entry.position},", name=entry.name)
    above = [moment(entry.at, office.zone)] if entry.at else []
    blocks = [signature(signer, style, width, above=above, room=2.4)]
    if entry.recorded_by:
        blocks += paragraph(f"Dicatat oleh {entry.recorded_by}", faces.small, width)
    if entry.recorded_from_paper:
        blocks += paragraph("Dicatat dari lembar yang ditandatangani", faces.small, width)
    return blocks
