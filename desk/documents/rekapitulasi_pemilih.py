"""Letter with a recap of voters by district as its enclosure, both signed (S6)."""

from functools import partial

from desk.documents import surat_jawaban
from desk.documents.facts import LetterFacts, OfficeFacts, PaperSize, RecapFacts
from desk.documents.kit.block import Block, beside, gap
from desk.documents.kit.press import LETTER_SCALES, as_copies
from desk.documents.kit.sheet import Sheet
from desk.documents.kit.style import Type
from desk.documents.kit.table import Column, fields, table
from desk.documents.kit.text import paragraph
from desk.documents.kit.words import PENDING, date_or_dash, full_office_name, long_date
from desk.documents.letters import ending, letter_job

TITLE = "Rekapitulasi Data Pemilih"
_COLUMNS = (
    Column("No.", 0.09, "center"),
    Column("Kecamatan", 0.4),
    Column("Laki-laki", 0.17, "right"),
    Column("Perempuan", 0.17, "right"),
    Column("Jumlah", 0.17, "right"),
)


def render(
    letter: LetterFacts,
    recap: RecapFacts,
    office: OfficeFacts,
    *,
    size: PaperSize | None = None,
    reprint: bool = False,
) -> bytes:
    """The letter, then its enclosure from a new sheet on."""
    job = letter_job(
        f"{TITLE} {letter.number or PENDING}", office, size=size, reprint=reprint, draft=letter.draft
    )
    parts = (partial(surat_jawaban.compose, letter, office), partial(_enclosure, letter, recap, office))
    return as_copies(job, parts, LETTER_SCALES)


def _enclosure(
    letter: LetterFacts, recap: RecapFacts, office: OfficeFacts, faces: Type, sheet: Sheet
) -> list[Block]:
    width, style = sheet.inner_width, faces.body
    place = width * 0.5
    rows = [("Nomor", letter.number or PENDING), ("Tanggal", date_or_dash(letter.issued_on))]
    head = [*paragraph("LAMPIRAN SURAT", style.strong(), width - place), *fields(rows, style, width - place)]
    return [
        beside([(place, head)]),
        gap(faces.gap(1.2)),
        *paragraph(TITLE.upper(), faces.title, width, "center"),
        *paragraph(full_office_name(office.name), style, width, "center"),
        *paragraph(f"{recap.source}, keadaan {long_date(recap.as_of)}", style, width, "center"),
        gap(faces.gap(0.8)),
        *table(_COLUMNS, _lines(recap), style, width, bold_last=True),
        *ending(office, letter.signer, letter.issued_on, (), faces, width),
    ]


def _lines(recap: RecapFacts) -> list[list[str]]:
    men, women = sum(one.men for one in recap.districts), sum(one.women for one in recap.districts)
    rows = [
        [f"{place}", one.name, *map(_figures, (one.men, one.women, one.men + one.women))]
        for place, one in enumerate(recap.districts, start=1)
    ]
    return [*rows, ["", "Jumlah", *map(_figures, (men, women, men + women))]]


def _figures(count: int) -> str:
    return f"{count:,}".replace(",", ".")
