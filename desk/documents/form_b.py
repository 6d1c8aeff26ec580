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
)
from desk.documents.filled_form import FilledForm, number_words, render_form
from desk.documents.kit.block import Block, beside
from desk.documents.kit.marks import tick
from desk.documents.kit.style import Style
from desk.documents.kit.table import Cell
from desk.documents.kit.text import paragraph
from desk.documents.kit.words import moment
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


def render(
    facts: FormBFacts, office: OfficeFacts, *, size: PaperSize | None = None, reprint: bool = False
) -> bytes:
    """Two copies, a sheet each (more where the request is very long)."""
    form = FilledForm(
        TITLE,
        COPIES,
        partial(_rows, facts, office),
        lambda faces, width: paragraph(PRIVACY, faces.small, width),
        asks="Pemohon informasi,",
        after_foot=0.8,
        signing_lines=3.4,
        png=facts.applicant_signature_png,
    )
    return render_form(form, facts, office, size, reprint=reprint)


def choice(
    options: Mapping[_Key, str], chosen: Set[_Key], style: Style, per_line: int, width: float
) -> list[Block]:
    """All options with tick boxes, ``per_line`` beside each other, the chosen ones ticked."""
    part = width / per_line
    boxes = [tick(label, style, part - 4, ticked=key in chosen) for key, label in options.items()]
    lines = [boxes[start : start + per_line] for start in range(0, len(boxes), per_line)]
    return [beside([(number * part, box) for number, box in enumerate(line)]) for line in lines]


def _rows(facts: FormBFacts, office: OfficeFacts, style: Style) -> list[list[Cell]]:
    who = facts.applicant
    rows: list[list[Cell]] = [
        ["Nomor pendaftaran", number_words(facts)],
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
