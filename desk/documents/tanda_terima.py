"""Tanda terima: what the applicant takes home, two copies on one sheet or one slip of a roll."""

from functools import partial

from desk.documents.facts import OfficeFacts, PaperSize, RollWidth, SignerFacts, TandaTerimaFacts
from desk.documents.kit.block import Block, beside, framed, gap, rule
from desk.documents.kit.letterhead import letterhead
from desk.documents.kit.marks import copy_mark, qr, tick
from desk.documents.kit.press import Job, on_halves, on_roll
from desk.documents.kit.sheet import Sheet, form_sheet, half_sheet, roll_sheet
from desk.documents.kit.signature import signature
from desk.documents.kit.style import Style, Type, typeset
from desk.documents.kit.table import fields
from desk.documents.kit.text import one_line, paragraph
from desk.documents.kit.words import (
    NUMBER_FOLLOWS,
    counted_days,
    due_in_words,
    either,
    grouped,
    long_date,
    moment,
)

TITLE = "Tanda Terima Permohonan"
COPIES = ("Lembar untuk pemohon", "Lembar untuk kantor")
NO_LIMIT = "Layanan ini tidak dibatasi jumlah hari"


def render(
    facts: TandaTerimaFacts, office: OfficeFacts, *, size: PaperSize | None = None, reprint: bool = False
) -> bytes:
    """Two copies on one sheet (the office's paper by default); a sheet each where the list is very long.

    Raises:
        DoesNotFitError: a copy is higher than a sheet of its own (some 70 papers).
    """
    paper = size or office.paper
    job = Job(
        paper=TITLE,
        author=office.name,
        sheet=half_sheet(paper),
        type=typeset("sans", 10),
        reprint=reprint,
    )
    return on_halves(job, form_sheet(paper), [partial(_copy, facts, office, name) for name in COPIES])


def render_roll(
    facts: TandaTerimaFacts, office: OfficeFacts, *, roll: RollWidth = "roll80", reprint: bool = False
) -> bytes:
    """The applicant's copy as a slip."""
    sheet = roll_sheet(roll)
    faces = typeset("sans", 8.8 if roll == "roll80" else 8.0)
    blocks = [copy_mark(faces, sheet.inner_width)] if reprint else []
    blocks += _slip(facts, office, faces, sheet.inner_width)
    return on_roll(Job(paper=TITLE, author=office.name, sheet=sheet, type=faces), blocks)


def _copy(facts: TandaTerimaFacts, office: OfficeFacts, name: str, faces: Type, sheet: Sheet) -> list[Block]:
    width = sheet.inner_width
    side = 104.0
    main = width - side - 12
    left = [
        *fields(_rows(facts, office), faces.body, main),
        gap(6),
        *_papers(facts, faces, main),
        gap(7),
        _due(facts, faces.body, main),
    ]
    return [
        letterhead(office, faces, width, compact=True),
        gap(3),
        beside(
            [(0, paragraph(TITLE.upper(), faces.title, width)), (0, _right_note(name, faces.small, width))]
        ),
        gap(4),
        beside([(0, left), (main + 12, _code(facts, faces, side))]),
        gap(8),
        beside(
            [
                (0, _notes(facts, office, faces.small, main - 8)),
                (main - 4, [_officer(facts, faces, side + 16)]),
            ]
        ),
    ]


def _right_note(name: str, style: Style, width: float) -> list[Block]:
    return [gap(3), *paragraph(name, style, width, "right")]


def _slip(facts: TandaTerimaFacts, office: OfficeFacts, faces: Type, width: float) -> list[Block]:
    side = min(width * 0.62, 118)
    return [
        *paragraph(office.name, faces.body.strong(), width, "center"),
        *paragraph(office.address, faces.small, width, "center"),
        rule(width, room=7),
        *paragraph(TITLE.upper(), faces.style(1.1, bold=True), width, "center"),
        gap(4),
        *fields(_rows(facts, office), faces.body, width),
        gap(4),
        *_papers(facts, faces, width),
        gap(6),
        _due(facts, faces.body, width),
        rule(width, room=9),
        beside([((width - side) / 2, [qr(_plain(facts.code), side)])]),
        *paragraph("Kode telusur", faces.small, width, "center"),
        one_line(grouped(facts.code), faces.style(1.25, bold=True), width, "center", least=0.6),
        rule(width, room=9),
        *fields([("Petugas", f"{facts.officer}\n{facts.officer_position}")], faces.body, width),
        gap(4),
        *_notes(facts, office, faces.small, width),
    ]


def _plain(code: str) -> str:
    return grouped(code).replace("-", "")


def _rows(facts: TandaTerimaFacts, office: OfficeFacts) -> list[tuple[str, str]]:
    who = facts.applicant
    rows = [("Nomor" if facts.number else "Nomor sementara", either(facts.number, facts.alias))]
    if facts.number and facts.alias:
        rows.append(("Nomor sementara", facts.alias))
    rows += [("Layanan", facts.service), ("Pemohon", who.name)]
    if who.institution:
        rows.append(("Lembaga", who.institution))
    if who.identity_number:
        rows.append((who.identity_kind, who.identity_number))
    if who.proxy:
        rows.append(("Kuasa", f"{who.proxy.name} ({who.proxy.power_of_attorney})"))
    if facts.subject:
        rows.append(("Perihal", facts.subject))
    rows += [("Diterima melalui", facts.channel), ("Diterima pada", moment(facts.received_at, office.zone))]
    if facts.note:
        rows.append(("Catatan", facts.note))
    return rows


def _papers(facts: TandaTerimaFacts, faces: Type, width: float) -> list[Block]:
    if not facts.papers:
        return paragraph("Berkas: tidak ada berkas yang dipersyaratkan.", faces.body, width)
    blocks = paragraph("Berkas yang diterima", faces.body.strong(), width)
    for paper in facts.papers:
        label = f"{paper.label} ({paper.note})" if paper.note else paper.label
        if not paper.received:
            label = f"{label} – belum ada"
        blocks += tick(label, faces.body, width, ticked=paper.received)
    return blocks


def _due(facts: TandaTerimaFacts, style: Style, width: float) -> Block:
    inner = width - 10
    if facts.limit is None:
        return framed(paragraph(f"{NO_LIMIT}.", style.strong(), inner), width)
    blocks = [
        *paragraph("Paling lambat selesai" if facts.limit.due else "Jangka waktu", style, inner),
        *paragraph(due_in_words(facts.limit), style.strong(), inner),
    ]
    if facts.limit.original_due:
        blocks += paragraph(f"Semula {long_date(facts.limit.original_due)}", style, inner)
    return framed(blocks, width)


def _code(facts: TandaTerimaFacts, faces: Type, width: float) -> list[Block]:
    return [
        qr(_plain(facts.code), width),
        *paragraph("Kode telusur", faces.small, width, "center"),
        one_line(grouped(facts.code), faces.style(1.1, bold=True), width, "center", least=0.6),
    ]


def _officer(facts: TandaTerimaFacts, faces: Type, width: float) -> Block:
    signer = SignerFacts(position=facts.officer_position, name=facts.officer)
    return signature(signer, faces.body, width, room=2.6, align="center")


def _notes(facts: TandaTerimaFacts, office: OfficeFacts, style: Style, width: float) -> list[Block]:
    blocks = [] if facts.number else paragraph(NUMBER_FOLLOWS, style.strong(), width)
    blocks += paragraph(f"Tempat bertanya: {ask_at(facts.ask_at, office)}", style, width)
    if facts.information_service:
        blocks += paragraph(
            "Pemohon berhak mengajukan keberatan kepada Atasan PPID dalam waktu "
            f"{counted_days(facts.objection_days, facts.objection_kind)} apabila permohonan ditolak, "
            "tidak ditanggapi, atau ditanggapi melewati jangka waktu.",
            style,
            width,
        )
    return blocks


def ask_at(given: str, office: OfficeFacts) -> str:
    """Where to ask: as given, else the office's own phone, chat, e-mail and hours."""
    if given:
        return given
    known = (
        ("telepon ", office.phone),
        ("WhatsApp ", office.whatsapp),
        ("surel ", office.email),
        ("", office.ppid_site),
        ("", office.service_hours),
    )
    parts = [f"{label}{value}" for label, value in known if value]
    return ", ".join(parts) if parts else f"loket pelayanan, {office.address}"
