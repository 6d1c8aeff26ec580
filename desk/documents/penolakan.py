"""Refusal E: exempt information, with its legal ground, the consequence of opening, the right to object."""

from functools import partial

from desk.documents.facts import OfficeFacts, PaperSize, PenolakanFacts
from desk.documents.kit.block import Block, gap
from desk.documents.kit.body import body
from desk.documents.kit.errors import IncompleteFactsError
from desk.documents.kit.marks import tick
from desk.documents.kit.press import on_sheets
from desk.documents.kit.sheet import Sheet
from desk.documents.kit.style import Type
from desk.documents.kit.table import fields
from desk.documents.kit.text import paragraph
from desk.documents.kit.words import long_date, sentence
from desk.documents.letters import applicant_rows, ending, headed, letter_job, objection_right, section

TITLE = "Surat Keputusan tentang Penolakan Permohonan Informasi Publik"


def render(
    facts: PenolakanFacts, office: OfficeFacts, *, size: PaperSize | None = None, reprint: bool = False
) -> bytes:
    """The refusal, on one sheet if it can be.

    Raises:
        IncompleteFactsError: no legal ground is given.
    """
    if not facts.article_17 and not facts.other_law:
        raise IncompleteFactsError(TITLE, "legal ground")
    job = letter_job(TITLE, office, size=size, reprint=reprint, draft=facts.draft, base=10.5)
    return on_sheets(job, partial(_compose, facts, office))


def _compose(facts: PenolakanFacts, office: OfficeFacts, faces: Type, sheet: Sheet) -> list[Block]:
    width, style = sheet.inner_width, faces.body
    rows = [
        ("Nomor pendaftaran", facts.case_number),
        ("Tanggal permohonan", long_date(facts.requested_on)),
        *applicant_rows(facts.applicant, identity=True),
        ("Informasi yang diminta", facts.information),
        ("Tujuan penggunaan", facts.purpose),
    ]
    blocks = [
        *headed(office, TITLE, facts.number, faces, width),
        *fields(rows, style, width),
        gap(faces.gap(0.6)),
        *paragraph(
            "Pejabat Pengelola Informasi dan Dokumentasi memutuskan bahwa informasi tersebut adalah "
            "**informasi yang dikecualikan**, sehingga permohonan **ditolak**.",
            style,
            width,
            "justify",
            markup=True,
        ),
        *section("Dasar hukum pengecualian", faces, width),
        *_grounds(facts, faces, width),
        *section("Akibat apabila informasi dibuka", faces, width),
        *paragraph(sentence(facts.consequence), style, width, "justify"),
    ]
    if facts.note:
        blocks += [gap(faces.gap(0.4)), *body(facts.note, style, width)]
    return [
        *blocks,
        *section("Hak pemohon", faces, width),
        *paragraph(objection_right(facts.objection_days, facts.objection_kind), style, width, "justify"),
        *ending(office, facts.signer, facts.issued_on, facts.copies_to, faces, width),
    ]


def _grounds(facts: PenolakanFacts, faces: Type, width: float) -> list[Block]:
    article = f"Pasal 17 huruf {facts.article_17 or '…'} Undang-Undang Nomor 14 Tahun 2008"
    other = facts.other_law or "ketentuan peraturan perundang-undangan lain: …"
    lines = [
        *tick(
            f"{article} tentang Keterbukaan Informasi Publik",
            faces.body,
            width,
            ticked=bool(facts.article_17),
        ),
        gap(2),
        *tick(other, faces.body, width, ticked=bool(facts.other_law)),
    ]
    if facts.kpu_decision:
        lines += [gap(2), *tick(f"ditetapkan dengan {facts.kpu_decision}", faces.body, width, ticked=True)]
    return lines
