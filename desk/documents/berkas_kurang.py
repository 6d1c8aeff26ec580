"""Notice that papers are missing: what, until when, and that the clock stands still meanwhile."""

from functools import partial

from desk.documents.facts import BerkasKurangFacts, OfficeFacts, PaperSize
from desk.documents.kit.block import Block, beside, gap, stack
from desk.documents.kit.marks import qr, tick
from desk.documents.kit.press import on_sheets
from desk.documents.kit.sheet import Sheet
from desk.documents.kit.signature import signature
from desk.documents.kit.style import Type
from desk.documents.kit.table import Column, fields, table
from desk.documents.kit.text import one_line, paragraph
from desk.documents.kit.words import due_in_words, grouped, moment, place_and_date
from desk.documents.letters import applicant_rows, headed, letter_job, section
from desk.documents.tanda_terima import ask_at

TITLE = "Pemberitahuan Kekurangan Berkas"
_COLUMNS = (Column("No.", 0.6, "center"), Column("Berkas yang belum lengkap", 4), Column("Keterangan", 3.4))


def render(
    facts: BerkasKurangFacts, office: OfficeFacts, *, size: PaperSize | None = None, reprint: bool = False
) -> bytes:
    """The notice, on one sheet if it can be."""
    job = letter_job(TITLE, office, size=size, reprint=reprint, draft=facts.draft, base=10.5)
    return on_sheets(job, partial(_compose, facts, office))


def _compose(facts: BerkasKurangFacts, office: OfficeFacts, faces: Type, sheet: Sheet) -> list[Block]:
    width, style = sheet.inner_width, faces.body
    rows = [
        ("Nomor permohonan", facts.case_number),
        ("Layanan", facts.service),
        *applicant_rows(facts.applicant),
        ("Diterima pada", moment(facts.received_at, office.zone)),
    ]
    missing = [
        [str(number), paper.label, paper.remark or "-"] for number, paper in enumerate(facts.missing, start=1)
    ]
    blocks = [
        *headed(office, TITLE, facts.number, faces, width),
        *fields(rows, style, width),
        gap(faces.gap(0.6)),
        *paragraph("Setelah diperiksa, berkas berikut belum lengkap:", style, width),
        gap(3, keep=True),
        *table(_COLUMNS, missing, style, width),
    ]
    if facts.received:
        blocks += section("Berkas yang sudah diterima", faces, width)
        blocks += [line for name in facts.received for line in tick(name, style, width, ticked=True)]
    blocks.append(gap(faces.gap(0.7)))
    for text in _terms(facts, office):
        blocks += [*paragraph(text, style, width, markup=True), gap(faces.gap(0.3))]
    return [*blocks, gap(faces.gap(0.6)), _end(facts, office, faces, width)]


def _terms(facts: BerkasKurangFacts, office: OfficeFacts) -> list[str]:
    terms = ["Mohon melengkapi berkas tersebut agar permohonan dapat diproses."]
    if facts.complete_by is not None:
        terms = [f"Mohon melengkapi berkas tersebut paling lambat **{due_in_words(facts.complete_by)}**."]
    if facts.clock_stopped:
        terms.append(
            "Selama menunggu kelengkapan berkas, penghitungan jangka waktu permohonan dihentikan sementara."
        )
    return [*terms, f"Tempat bertanya: {ask_at(facts.ask_at, office)}."]


def _end(facts: BerkasKurangFacts, office: OfficeFacts, faces: Type, width: float) -> Block:
    part = width * 0.47
    place = place_and_date(office.city, facts.told_on)
    signed = signature(facts.signer, faces.body, part, above=[place])
    if not facts.code:
        return beside([(width - part, [signed])])
    side = 82.0
    code = [
        qr(grouped(facts.code).replace("-", ""), side),
        *paragraph("Kode telusur", faces.small, side, "center"),
        one_line(grouped(facts.code), faces.small.strong(), side, "center"),
    ]
    return stack([beside([(0, code), (width - part, [signed])])])
