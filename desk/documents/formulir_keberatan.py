"""Form F filled: the objection, in two copies, its copy is the receipt (Keputusan KPU 156/Kpts/KPU/2015)."""

from functools import partial

from desk.documents.facts import FormFFacts, OfficeFacts, PaperSize
from desk.documents.filled_form import FilledForm, number_words, render_form
from desk.documents.kit.block import Block, beside
from desk.documents.kit.marks import qr, tick
from desk.documents.kit.style import Style, Type
from desk.documents.kit.table import Cell
from desk.documents.kit.text import paragraph
from desk.documents.kit.words import due_in_words, grouped, long_date, moment
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


def render(
    facts: FormFFacts, office: OfficeFacts, *, size: PaperSize | None = None, reprint: bool = False
) -> bytes:
    """Two copies, a sheet each (more where the case is told at length)."""
    form = FilledForm(
        TITLE,
        COPIES,
        partial(_rows, facts, office),
        partial(_foot, facts),
        asks="Pengaju keberatan,",
        after_foot=0.6,
        signing_lines=3.0,
    )
    return render_form(form, facts, office, size, reprint=reprint)


def _rows(facts: FormFFacts, office: OfficeFacts, style: Style) -> list[list[Cell]]:
    who = facts.applicant
    rows: list[list[Cell]] = [
        ["Nomor registrasi keberatan", number_words(facts)],
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


def _foot(facts: FormFFacts, faces: Type, width: float) -> list[Block]:
    side = 46.0
    code = grouped(facts.code)
    words = paragraph(f"Kode telusur {code}. {PRIVACY}", faces.small, width - side - 12)
    return [beside([(0, words), (width - side, [qr(code.replace("-", ""), side)])])]
