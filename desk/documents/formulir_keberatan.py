"""Form F filled: the objection, in two copies, its copy is the receipt (Keputusan KPU 156/Kpts/KPU/2015)."""

from functools import partial

from desk.documents.facts import FormFFacts, OfficeFacts, PaperSize, SignerFacts
from desk.documents.kit.block import Block, beside, gap
from desk.documents.kit.letterhead import letterhead
from desk.documents.kit.marks import qr, tick
from desk.documents.kit.press import Job, as_copies
from desk.documents.kit.sheet import Sheet, form_sheet
from desk.documents.kit.signature import signature, signed_pair
from desk.documents.kit.style import Style, Type, typeset
from desk.documents.kit.table import Cell, Column, table
from desk.documents.kit.text import paragraph
from desk.documents.kit.words import (
    NUMBER_FOLLOWS,
    due_in_words,
    either,
    grouped,
    long_date,
    moment,
    place_and_date,
)
from desk.documents.letters import proxy_words

TITLE = "Formulir Keberatan"
COPIES = (
    "Formulir F · Lembar untuk pemohon, berlaku sebagai tanda terima",
    "Formulir F · Lembar untuk PPID",
)
PRIVACY = (
    "Data pribadi pada formulir ini dipakai hanya untuk menangani keberatan ini dan disimpan selama jangka "
    "waktu retensi arsip kantor."
)
NO_LIMIT = "Layanan ini tidak dibatasi jumlah hari"
_COLUMNS = (Column("", 2.5), Column("", 6.2))


def render(
    facts: FormFFacts, office: OfficeFacts, *, size: PaperSize | None = None, reprint: bool = False
) -> bytes:
    """Two copies, a sheet each (more where the case is told at length)."""
    job = Job(
        paper=TITLE,
        author=office.name,
        sheet=form_sheet(size or office.paper),
        type=typeset(office.typeface, 10),
        reprint=reprint,
    )
    return as_copies(job, [partial(_copy, facts, office, name) for name in COPIES])


def _copy(facts: FormFFacts, office: OfficeFacts, name: str, faces: Type, sheet: Sheet) -> list[Block]:
    width, style = sheet.inner_width, faces.body
    return [
        letterhead(office, faces, width),
        gap(2),
        *paragraph(name, faces.small, width, "right"),
        *paragraph(TITLE.upper(), faces.title, width, "center"),
        gap(faces.gap(0.5)),
        *table(_COLUMNS, _rows(facts, office, style), style, width),
        gap(faces.gap(0.5)),
        _foot(facts, faces, width),
        gap(faces.gap(0.6)),
        _signatures(facts, office, style, width),
    ]


def _rows(facts: FormFFacts, office: OfficeFacts, style: Style) -> list[list[Cell]]:
    who = facts.applicant
    number = either(facts.number, facts.alias and f"{facts.alias}\n({NUMBER_FOLLOWS})")
    if facts.number and facts.alias:
        number = f"{number}\n({facts.alias})"
    rows: list[list[Cell]] = [
        ["Nomor registrasi keberatan", number],
        ["Diterima pada", moment(facts.received_at, office.zone)],
        ["Nomor pendaftaran permohonan informasi", facts.request_number or "-"],
        ["Informasi yang diminta", facts.information],
        ["Tujuan penggunaan informasi", facts.purpose or "-"],
        ["Nama pemohon", who.name],
        [who.identity_kind, who.identity_number or "-"],
    ]
    if who.institution:
        rows.append(["Lembaga", who.institution])
    rows += [
        ["Alamat", who.address or "-"],
        ["Pekerjaan", who.occupation or "-"],
        ["Telepon / surel", " / ".join(part for part in (who.phone, who.email) if part) or "-"],
        ["Kuasa pemohon", proxy_words(who.proxy) or "-"],
        ["Alasan keberatan", partial(_reasons, facts, style)],
        ["Alasan diketahui pada", long_date(facts.cause_on) if facts.cause_on else "-"],
        ["Kasus posisi", facts.story],
        ["Tanggapan diberikan paling lambat", due_in_words(facts.limit) if facts.limit else NO_LIMIT],
    ]
    return rows


def _reasons(facts: FormFFacts, style: Style, width: float) -> list[Block]:
    """All reasons of the form, the chosen ones ticked."""
    return [
        block
        for key, words in facts.choices
        for block in tick(f"{key}. {words}", style, width, ticked=key in facts.reasons)
    ]


def _foot(facts: FormFFacts, faces: Type, width: float) -> Block:
    side = 46.0
    code = grouped(facts.code)
    words = paragraph(f"Kode telusur {code}. {PRIVACY}", faces.small, width - side - 12)
    return beside([(0, words), (width - side, [qr(code.replace("-", ""), side)])])


def _signatures(facts: FormFFacts, office: OfficeFacts, style: Style, width: float) -> Block:
    part = width * 0.46
    officer = SignerFacts(position=f"{facts.officer_position},", name=facts.officer)
    who = facts.applicant.proxy.name if facts.applicant.proxy else facts.applicant.name
    asking = SignerFacts(position="Pengaju keberatan,", name=who)
    place = place_and_date(office.city, facts.received_at.date())
    return signed_pair(
        signature(officer, style, part, room=3.0),
        signature(asking, style, part, above=[place], room=3.0),
        width,
    )
