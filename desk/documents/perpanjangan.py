"""Notice that a limit was extended: the day promised first, the days granted, why, and the new day."""

from functools import partial

from desk.documents.facts import OfficeFacts, PaperSize, PerpanjanganFacts
from desk.documents.kit.block import Block, gap
from desk.documents.kit.press import on_sheets
from desk.documents.kit.sheet import Sheet
from desk.documents.kit.style import Type
from desk.documents.kit.table import fields
from desk.documents.kit.text import paragraph
from desk.documents.kit.words import counted_days, due_in_words, long_date, sentence, weekday_date
from desk.documents.letters import applicant_rows, ending, headed, letter_job, section

TITLE = "Pemberitahuan Perpanjangan Waktu"


def render(
    facts: PerpanjanganFacts, office: OfficeFacts, *, size: PaperSize | None = None, reprint: bool = False
) -> bytes:
    """The notice, on one sheet if it can be."""
    job = letter_job(TITLE, office, size=size, reprint=reprint, draft=facts.draft, base=10.5)
    return on_sheets(job, partial(_compose, facts, office))


def _compose(facts: PerpanjanganFacts, office: OfficeFacts, faces: Type, sheet: Sheet) -> list[Block]:
    width, style = sheet.inner_width, faces.body
    opening = (
        f"Menindaklanjuti permohonan informasi publik tanggal {long_date(facts.requested_on)} dengan nomor "
        f"pendaftaran **{facts.case_number}**, kami beri tahukan bahwa jangka waktu untuk menanggapinya "
        "diperpanjang."
    )
    rows = [*applicant_rows(facts.applicant), ("Informasi yang diminta", facts.information)]
    return [
        *headed(office, TITLE, facts.number, faces, width),
        *paragraph(opening, style, width, "justify", markup=True),
        gap(faces.gap(0.4)),
        *fields(rows, style, width),
        *section("Jangka waktu", faces, width),
        *fields(_limit(facts), style, width),
        *section("Alasan perpanjangan", faces, width),
        *paragraph(sentence(facts.reason), style, width, "justify"),
        gap(faces.gap(0.6)),
        *paragraph(_right(facts), style, width, "justify"),
        *ending(office, facts.signer, facts.issued_on, (), faces, width),
    ]


def _limit(facts: PerpanjanganFacts) -> list[tuple[str, str]]:
    first = facts.limit.original_due
    rows = [
        ("Batas waktu awal", weekday_date(first) if first and first != facts.before else ""),
        ("Batas waktu semula", weekday_date(facts.before)),
        ("Diperpanjang", counted_days(facts.days, facts.kind)),
        ("Batas waktu baru", due_in_words(facts.limit)),
    ]
    return [(label, words) for label, words in rows if words]


def _right(facts: PerpanjanganFacts) -> str:
    return (
        "Apabila sampai batas waktu baru itu permohonan belum ditanggapi, pemohon berhak mengajukan "
        "keberatan secara tertulis kepada Atasan PPID dalam waktu "
        f"{counted_days(facts.objection_days, facts.objection_kind)} sejak batas waktu tersebut."
    )
