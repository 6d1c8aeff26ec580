"""Report of an event of voter education: when and where, who came by group, what was given out (S7)."""

from functools import partial

from desk.documents.facts import EventReportFacts, OfficeFacts, PaperSize
from desk.documents.kit.block import Block, ended, gap
from desk.documents.kit.body import body
from desk.documents.kit.press import LETTER_SCALES, on_sheets
from desk.documents.kit.sheet import Sheet
from desk.documents.kit.signature import signature, signed_pair
from desk.documents.kit.style import Type
from desk.documents.kit.table import Column, fields, table
from desk.documents.kit.text import paragraph
from desk.documents.kit.words import (
    NUMBER_FOLLOWS,
    either,
    full_office_name,
    place_and_date,
    weekday_date,
)
from desk.documents.letters import headed, letter_job, section

TITLE = "Laporan Kegiatan Pendidikan Pemilih"
_PEOPLE = (
    Column("No.", 0.7, "center"),
    Column("Kelompok peserta", 4.5),
    Column("Laki-laki", 1.4, "right"),
    Column("Perempuan", 1.4, "right"),
    Column("Jumlah", 1.2, "right"),
)
_MATERIAL = (Column("No.", 0.7, "center"), Column("Bahan", 6), Column("Jumlah", 1.4, "right"))


def render(
    facts: EventReportFacts, office: OfficeFacts, *, size: PaperSize | None = None, reprint: bool = False
) -> bytes:
    """The report, on one page if it can be."""
    job = letter_job(f"{TITLE} {facts.number or ''}".strip(), office, size=size, reprint=reprint, draft=False)
    return on_sheets(job, partial(_compose, facts, office), LETTER_SCALES)


def _compose(facts: EventReportFacts, office: OfficeFacts, faces: Type, sheet: Sheet) -> list[Block]:
    width, style = sheet.inner_width, faces.body
    day = weekday_date(facts.held_on).replace(", ", " tanggal ")
    opening = (
        f"Pada hari {day} bertempat di {facts.place}, "
        f"{full_office_name(office.name)} melaksanakan kegiatan pendidikan pemilih sebagai berikut:"
    )
    about = [("Nomor register", either(facts.number, facts.alias)), *facts.about]
    blocks = [
        *headed(office, TITLE, "", faces, width),
        *paragraph(opening, style, width, "justify"),
        gap(faces.gap(0.5)),
        *fields([pair for pair in about if pair[1]], style, width),
        *([] if facts.number else paragraph(NUMBER_FOLLOWS, faces.small, width)),
        *section("Peserta", faces, width),
        *table(_PEOPLE, _people(facts), style, width, bold_last=True),
    ]
    if facts.given:
        rows = [[str(place), what, str(count)] for place, (what, count) in enumerate(facts.given, start=1)]
        blocks += [*section("Bahan yang dibagikan", faces, width), *table(_MATERIAL, rows, style, width)]
    told = [*blocks, *section("Jalannya kegiatan", faces, width), *body(facts.outcome, style, width)]
    return ended(told, [gap(faces.gap(1)), _signed(facts, office, faces, width)])


def _people(facts: EventReportFacts) -> list[list[str]]:
    rows = [
        [str(place), one.group, str(one.men), str(one.women), str(one.men + one.women)]
        for place, one in enumerate(facts.attended, start=1)
    ]
    men, women = sum(one.men for one in facts.attended), sum(one.women for one in facts.attended)
    return [*rows, ["", "Jumlah", str(men), str(women), str(men + women)]]


def _signed(facts: EventReportFacts, office: OfficeFacts, faces: Type, width: float) -> Block:
    part = width * 0.47
    here = place_and_date(office.city, facts.issued_on)
    head = signature(facts.head, faces.body, part, above=["Mengetahui,"], room=3.2)
    reporter = signature(facts.reporter, faces.body, part, above=[here, "Yang melaporkan,"], room=3.2)
    return signed_pair(head, reporter, width)
