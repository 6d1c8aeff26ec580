"""Minutes of the plenary on a replacement in the council: documents, clarifications, candidates by votes, the
ruling, who signs (S2, L2/III.B.4-5)."""

from collections.abc import Sequence
from functools import partial

from desk.documents.facts import OfficeFacts, PaperSize, PlenaryFacts
from desk.documents.kit.block import Block, ended, gap
from desk.documents.kit.body import body
from desk.documents.kit.press import LETTER_SCALES, on_sheets
from desk.documents.kit.sheet import Sheet
from desk.documents.kit.style import Type
from desk.documents.kit.table import Cell, Column, fields, table
from desk.documents.kit.text import paragraph
from desk.documents.kit.words import day_in_words, full_office_name, place_and_date
from desk.documents.letters import headed, letter_job, section
from desk.rules.votes import grouped

TITLE = "Berita Acara Rapat Pleno"
_ABOUT = "Penggantian Antarwaktu Anggota Dewan Perwakilan Rakyat Daerah"
_DOCUMENTS = (
    Column("No.", 0.6, "center"),
    Column("Dokumen", 4),
    Column("Lengkap", 1.3, "center"),
    Column("Benar", 1, "center"),
    Column("Sah", 1, "center"),
    Column("Catatan", 2.6),
)
_CANDIDATES = (
    Column("Peringkat", 1.4, "center"),
    Column("No. urut", 1.2, "center"),
    Column("Nama calon", 3.9),
    Column("Suara sah", 1.3, "right"),
    Column("Keadaan", 3.8),
)
_SIGNERS = (
    Column("No.", 0.6, "center"),
    Column("Nama", 3.6),
    Column("Jabatan", 2.8),
    Column("Tanda tangan", 2.6),
)


def render(
    facts: PlenaryFacts, office: OfficeFacts, *, size: PaperSize | None = None, reprint: bool = False
) -> bytes:
    """The minutes, on one page if they can be; tables that run on repeat their head."""
    job = letter_job(f"{TITLE} {facts.number}".strip(), office, size=size, reprint=reprint, draft=False)
    return on_sheets(job, partial(_compose, facts, office), LETTER_SCALES)


def _compose(facts: PlenaryFacts, office: OfficeFacts, faces: Type, sheet: Sheet) -> list[Block]:
    width, style = sheet.inner_width, faces.body
    parts: list[tuple[str, Sequence[Block]]] = [
        ("Permohonan", fields(facts.about, style, width)),
        ("Verifikasi dokumen", _documents(facts, faces, width)),
        ("Klarifikasi", body("\n".join(f"- {one}" for one in facts.clarifications), style, width)),
        ("Urutan calon", _candidates(facts, faces, width)),
        ("Keputusan rapat pleno", body(facts.ruling, style, width)),
    ]
    shown = [(title, blocks) for title, blocks in parts if blocks]
    *others, ruling = [
        [*section(f"{letter}. {title}", faces, width), *blocks]
        for letter, (title, blocks) in zip("ABCDE", shown, strict=False)
    ]
    return [
        *headed(office, TITLE, facts.number, faces, width),
        *paragraph(f"tentang {_ABOUT}", style, width, "center"),
        gap(faces.gap(0.8)),
        *paragraph(_opening(facts, office), style, width, "justify"),
        *(block for blocks in others for block in blocks),
        *ended(ruling, [gap(faces.gap(0.6)), *_signed(facts, office, faces, width)]),
    ]


def _opening(facts: PlenaryFacts, office: OfficeFacts) -> str:
    place = f", bertempat di {facts.place}" if facts.place else ""
    return (
        f"Pada hari ini, {day_in_words(facts.held_on)}{place}, {full_office_name(office.name)} mengadakan "
        "rapat pleno untuk membahas hasil verifikasi dan klarifikasi penggantian antarwaktu, dengan hasil "
        "sebagai berikut."
    )


def _documents(facts: PlenaryFacts, faces: Type, width: float) -> list[Block]:
    rows = [
        [str(place), one.label, one.complete, one.correct, one.valid, one.note]
        for place, one in enumerate(facts.documents, start=1)
    ]
    return table(_DOCUMENTS, rows, faces.style(0.92), width) if rows else []


def _candidates(facts: PlenaryFacts, faces: Type, width: float) -> list[Block]:
    if not facts.candidates:
        return []
    rows = [
        [str(place), str(one.number), one.name, grouped(one.votes), one.standing]
        for place, one in enumerate(facts.candidates, start=1)
    ]
    return [
        *paragraph(facts.source, faces.body, width),
        gap(2, keep=True),
        *table(_CANDIDATES, rows, faces.style(0.92), width),
        gap(faces.gap(0.3)),
        *paragraph(facts.ranking, faces.body, width, "justify"),
    ]


def _signed(facts: PlenaryFacts, office: OfficeFacts, faces: Type, width: float) -> list[Block]:
    """Who attended signs, each in a row of the table."""
    closing = "Demikian berita acara ini dibuat dan ditandatangani oleh yang hadir."
    rows: list[list[Cell]] = [
        [str(place), name, title, _room] for place, (name, title) in enumerate(facts.attendees, start=1)
    ]
    return [
        *paragraph(closing, faces.body, width),
        gap(faces.gap(0.3)),
        *paragraph(place_and_date(office.city, facts.held_on), faces.body, width),
        gap(faces.gap(0.2)),
        *table(_SIGNERS, rows, faces.body, width),
    ]


def _room(_width: float) -> list[Block]:
    """Room for a pen."""
    return [gap(26)]
