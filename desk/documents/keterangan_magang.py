"""Statement of an internship, for an intern who gets no certificate (S5)."""

from functools import partial

from desk.documents.facts import InternFacts, OfficeFacts, PaperSize
from desk.documents.kit.block import Block, gap
from desk.documents.kit.press import on_sheets
from desk.documents.kit.sheet import Sheet
from desk.documents.kit.style import Type
from desk.documents.kit.table import fields
from desk.documents.kit.text import paragraph
from desk.documents.kit.words import full_office_name, long_date
from desk.documents.letters import ending, headed, letter_job

TITLE = "Surat Keterangan Magang"


def render(
    facts: InternFacts, office: OfficeFacts, *, size: PaperSize | None = None, reprint: bool = False
) -> bytes:
    """The statement, on one sheet if it can be."""
    job = letter_job(f"{TITLE} {facts.number}", office, size=size, reprint=reprint, draft=False)
    return on_sheets(job, partial(_compose, facts, office))


def _compose(facts: InternFacts, office: OfficeFacts, faces: Type, sheet: Sheet) -> list[Block]:
    width, style = sheet.inner_width, faces.body
    person = (
        ("Nama", facts.name),
        ("NIM", facts.student_number),
        ("Program studi", facts.study),
        ("Perguruan tinggi", facts.university),
        ("Bagian", facts.section),
        ("Waktu", f"{long_date(facts.starts)} sampai dengan {long_date(facts.ends)}"),
        ("Laporan", "Diterima" if facts.reported else "Belum diserahkan"),
    )
    return [
        *headed(office, TITLE, facts.number, faces, width),
        *paragraph(f"{full_office_name(office.name)} menerangkan bahwa:", style, width),
        gap(faces.gap(0.4)),
        *fields([(label, words) for label, words in person if words], style, width),
        gap(faces.gap(0.6)),
        *paragraph(
            "telah melaksanakan magang di kantor kami. Surat keterangan ini dibuat untuk dipergunakan "
            "sebagaimana mestinya.",
            style,
            width,
            "justify",
        ),
        *ending(office, facts.signer, facts.issued_on, (), faces, width),
    ]
