"""Form B filled: the request for public information, in two copies (Keputusan KPU 156/Kpts/KPU/2015)."""

from collections.abc import Mapping, Set
from functools import partial
from typing import TypeVar

from desk.documents.facts import (
    AccessWay,
    CopyForm,
    FetchWay,
    FormBFacts,
    InformationCategory,
    OfficeFacts,
    PaperSize,
    SignerFacts,
)
from desk.documents.kit.block import Block, beside, gap
from desk.documents.kit.letterhead import letterhead
from desk.documents.kit.marks import tick
from desk.documents.kit.press import Job, as_copies
from desk.documents.kit.sheet import Sheet, form_sheet
from desk.documents.kit.signature import signature, signed_pair
from desk.documents.kit.style import Style, Type, typeset
from desk.documents.kit.table import Cell, Column, table
from desk.documents.kit.text import paragraph
from desk.documents.kit.words import NUMBER_FOLLOWS, either, moment, place_and_date
from desk.documents.letters import proxy_words

TITLE = "Formulir Permohonan Informasi Publik"
COPIES = ("Formulir B · Lembar untuk pemohon", "Formulir B · Lembar untuk PPID")
PRIVACY = (
    "Data pribadi pada formulir ini dipakai hanya untuk melayani permohonan ini dan disimpan selama jangka "
    "waktu retensi arsip kantor."
)
CATEGORIES: Mapping[InformationCategory, str] = {
    "tahapan": "Informasi tahapan pemilu atau pemilihan",
    "umum": "Informasi KPU sebagai badan publik",
}
ACCESS: Mapping[AccessWay, str] = {
    "melihat": "Melihat",
    "membaca": "Membaca",
    "mendengarkan": "Mendengarkan",
    "mencatat": "Mencatat",
    "salinan": "Mendapatkan salinan",
}
FORMS: Mapping[CopyForm, str] = {"lunak": "Salinan lunak (softcopy)", "keras": "Salinan keras (hardcopy)"}
FETCH: Mapping[FetchWay, str] = {
    "diambil": "Mengambil langsung",
    "kurir": "Kurir",
    "pos": "Pos",
    "faksimile": "Faksimile",
    "surel": "Surel (e-mail)",
    "whatsapp": "WhatsApp",
}
_Key = TypeVar("_Key", bound=str)
_COLUMNS = (Column("", 2.5), Column("", 6.2))


def render(
    facts: FormBFacts, office: OfficeFacts, *, size: PaperSize | None = None, reprint: bool = False
) -> bytes:
    """Two copies, a sheet each (more where the request is very long)."""
    job = Job(
        paper=TITLE,
        author=office.name,
        sheet=form_sheet(size or office.paper),
        type=typeset(office.typeface, 10),
        reprint=reprint,
    )
    return as_copies(job, [partial(_copy, facts, office, name) for name in COPIES])


def choice(
    options: Mapping[_Key, str], chosen: Set[_Key], style: Style, per_line: int, width: float
) -> list[Block]:
    """All options with tick boxes, ``per_line`` beside each other, the chosen ones ticked."""
    part = width / per_line
    boxes = [tick(label, style, part - 4, ticked=key in chosen) for key, label in options.items()]
    lines = [boxes[start : start + per_line] for start in range(0, len(boxes), per_line)]
    return [beside([(number * part, box) for number, box in enumerate(line)]) for line in lines]


def _copy(facts: FormBFacts, office: OfficeFacts, name: str, faces: Type, sheet: Sheet) -> list[Block]:
    width, style = sheet.inner_width, faces.body
    return [
        letterhead(office, faces, width),
        gap(2),
        *paragraph(name, faces.small, width, "right"),
        *paragraph(TITLE.upper(), faces.title, width, "center"),
        gap(faces.gap(0.5)),
        *table(_COLUMNS, _rows(facts, office, style), style, width),
        gap(faces.gap(0.5)),
        *paragraph(PRIVACY, faces.small, width),
        gap(faces.gap(0.8)),
        _signatures(facts, office, style, width),
    ]


def _rows(facts: FormBFacts, office: OfficeFacts, style: Style) -> list[list[Cell]]:
    who = facts.applicant
    number = either(facts.number, facts.alias and f"{facts.alias}\n({NUMBER_FOLLOWS})")
    if facts.number and facts.alias:
        number = f"{number}\n({facts.alias})"
    rows: list[list[Cell]] = [
        ["Nomor pendaftaran", number],
        ["Diterima pada", moment(facts.received_at, office.zone)],
        ["Nama pemohon", who.name],
        [who.identity_kind, who.identity_number or "-"],
        ["Lembaga", who.institution or "-"],
        ["Nomor badan hukum", who.legal_entity_number or "-"],
        ["Alamat", who.address or "-"],
        ["Pekerjaan", who.occupation or "-"],
        ["Telepon", who.phone or "-"],
        ["Surel (e-mail)", who.email or "-"],
        ["Kuasa pemohon", proxy_words(facts.applicant.proxy) or "-"],
        ["Informasi yang dibutuhkan", facts.information],
        ["Kategori informasi", partial(choice, CATEGORIES, {facts.category}, style, 1)],
        ["Tujuan penggunaan informasi", facts.purpose],
        ["Cara memperoleh informasi", partial(choice, ACCESS, facts.access, style, 3)],
        ["Bentuk salinan", partial(choice, FORMS, facts.copies, style, 2)],
        ["Cara mendapatkan salinan", partial(choice, FETCH, facts.fetch, style, 3)],
    ]
    if facts.source:
        rows.append(["Sumber data / mengetahui dari", facts.source])
    return rows


def _signatures(facts: FormBFacts, office: OfficeFacts, style: Style, width: float) -> Block:
    part = width * 0.46
    officer = SignerFacts(position=f"{facts.officer_position},", name=facts.officer)
    who = facts.applicant.proxy.name if facts.applicant.proxy else facts.applicant.name
    asking = SignerFacts(position="Pemohon informasi,", name=who)
    place = place_and_date(office.city, facts.received_at.date())
    return signed_pair(
        signature(officer, style, part, room=3.4),
        signature(asking, style, part, above=[place], png=facts.applicant_signature_png, room=3.4),
        width,
    )
