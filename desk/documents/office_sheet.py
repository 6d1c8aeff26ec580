"""The sheet to lock away: the recovery code and, when the office is founded, the first passwords."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desk.documents.facts import OfficeFacts, PaperSize
from desk.documents.kit.block import Block, framed, gap
from desk.documents.kit.letterhead import letterhead
from desk.documents.kit.press import Job, in_pages
from desk.documents.kit.sheet import form_sheet
from desk.documents.kit.style import Type, typeset
from desk.documents.kit.table import Column, fields, table
from desk.documents.kit.text import one_line, paragraph
from desk.documents.kit.words import moment

TITLE = "Lembar Pemulihan Data Kantor"
_COLUMNS = (
    Column("Nama", 3),
    Column("Jabatan", 4),
    Column("Nama pengguna", 2),
    Column("Kata sandi awal", 2.4),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class OfficeSheetFacts:
    """What the sheet says; ``passwords`` are rows of name, title, login and first password, ``replaces``: an
    earlier code was in force before."""

    recovery_code: str
    made_at: datetime
    device: str
    passwords: Sequence[tuple[str, str, str, str]] = ()
    replaces: bool = False


def render(facts: OfficeSheetFacts, office: OfficeFacts, *, size: PaperSize | None = None) -> bytes:
    """The sheet as PDF, one page and as many more as there are people."""
    sheet = form_sheet(size or office.paper)
    faces = typeset("sans", 10)
    job = Job(paper=TITLE, author=office.name, sheet=sheet, type=faces)
    return in_pages(job, _blocks(facts, office, faces, sheet.inner_width))


def _blocks(facts: OfficeSheetFacts, office: OfficeFacts, faces: Type, width: float) -> list[Block]:
    code = one_line(facts.recovery_code, faces.style(1.5, bold=True), width - 16, "center")
    rows = [("Dibuat", moment(facts.made_at, office.zone)), ("Komputer", facts.device)]
    return [
        letterhead(office, faces, width),
        gap(8),
        *paragraph(TITLE.upper(), faces.title, width, "center"),
        gap(8),
        *fields(rows, faces.body, width),
        gap(8),
        *paragraph("Kode pemulihan", faces.body.strong(), width),
        gap(3),
        framed([code], width, pad=8),
        gap(4),
        *paragraph(
            "Kode ini membuka cadangan data kantor di komputer mana pun. Tanpa kode ini data tidak dapat "
            "dipulihkan bila komputer rusak. Simpan lembar ini di lemari terkunci; jangan difoto.",
            faces.body,
            width,
        ),
        *(_replaces(faces, width) if facts.replaces else ()),
        *(_accounts(facts, faces, width) if facts.passwords else ()),
    ]


def _replaces(faces: Type, width: float) -> list[Block]:
    return [
        gap(4),
        *paragraph(
            "Kode ini berlaku bagi cadangan yang dibuat sesudah lembar ini. Cadangan yang lebih lama tetap "
            "dibuka dengan kode pada lembar sebelumnya: simpan kedua lembar selama cadangan lama dipakai.",
            faces.body,
            width,
        ),
    ]


def _accounts(facts: OfficeSheetFacts, faces: Type, width: float) -> list[Block]:
    return [
        gap(10),
        *paragraph("Akun pertama", faces.body.strong(), width),
        *paragraph("Setiap orang mengganti kata sandi awal saat pertama kali masuk.", faces.body, width),
        gap(4),
        *table(_COLUMNS, [list(row) for row in facts.passwords], faces.style(0.95), width),
    ]
