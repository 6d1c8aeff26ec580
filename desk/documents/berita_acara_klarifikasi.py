"""Minutes of a clarification in a replacement: what was clarified with whom, its result (S2, L2/III.B.4)."""

from collections.abc import Sequence
from functools import partial

from desk.documents.facts import ClarificationFacts, OfficeFacts, PaperSize, SignerFacts
from desk.documents.kit.block import Block, ended, gap
from desk.documents.kit.body import body
from desk.documents.kit.press import LETTER_SCALES, as_copies
from desk.documents.kit.sheet import Sheet
from desk.documents.kit.signature import signature, signed_pair
from desk.documents.kit.style import Type
from desk.documents.kit.table import fields
from desk.documents.kit.text import paragraph
from desk.documents.kit.words import day_in_words, full_office_name, place_and_date
from desk.documents.letters import headed, letter_job, section

TITLE = "Berita Acara Klarifikasi"


def render(
    facts: Sequence[ClarificationFacts],
    office: OfficeFacts,
    *,
    size: PaperSize | None = None,
    reprint: bool = False,
) -> bytes:
    """The minutes of every clarification of a case, each on a sheet of its own."""
    job = letter_job(TITLE, office, size=size, reprint=reprint, draft=False)
    return as_copies(job, [partial(_compose, one, office) for one in facts], LETTER_SCALES)


def _compose(facts: ClarificationFacts, office: OfficeFacts, faces: Type, sheet: Sheet) -> list[Block]:
    width, style = sheet.inner_width, faces.body
    part = width * 0.47
    asked = SignerFacts(position="Yang memberi klarifikasi,", name=facts.people)
    rows = [
        *facts.about,
        ("Yang diklarifikasi", facts.subject),
        ("Pihak yang memberi klarifikasi", facts.people),
        ("Cara klarifikasi", facts.manner),
    ]
    signed = signed_pair(
        signature(asked, style, part),
        signature(facts.officer, style, part, above=[place_and_date(office.city, facts.held_on)]),
        width,
    )
    return [
        *headed(office, TITLE, "", faces, width),
        *paragraph(_opening(facts, office), style, width, "justify"),
        gap(faces.gap(0.6)),
        *fields(rows, style, width),
        *section("Hasil klarifikasi", faces, width),
        *ended(
            body(facts.result, style, width),
            [
                gap(faces.gap(0.6)),
                *paragraph("Demikian berita acara ini dibuat dengan sebenarnya.", style, width),
                gap(faces.gap(1)),
                signed,
            ],
        ),
    ]


def _opening(facts: ClarificationFacts, office: OfficeFacts) -> str:
    return (
        f"Pada hari ini, {day_in_words(facts.held_on)}, {full_office_name(office.name)} melakukan "
        "klarifikasi atas penggantian antarwaktu anggota Dewan Perwakilan Rakyat Daerah sebagai berikut."
    )
