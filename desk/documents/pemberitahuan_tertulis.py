"""Notice D, pemberitahuan tertulis: held or not, form, cost, when and how, what is blacked out."""

from functools import partial

from desk.documents.facts import CostFacts, OfficeFacts, PaperSize, PemberitahuanFacts
from desk.documents.form_b import FORMS, choice
from desk.documents.kit.block import Block, gap
from desk.documents.kit.body import body
from desk.documents.kit.marks import tick
from desk.documents.kit.press import on_sheets
from desk.documents.kit.sheet import Sheet
from desk.documents.kit.style import Style, Type
from desk.documents.kit.table import Cell, Column, fields, table
from desk.documents.kit.text import paragraph
from desk.documents.kit.words import long_date, rupiah
from desk.documents.letters import applicant_rows, ending, headed, letter_job, objection_right, section

TITLE = "Pemberitahuan Tertulis"
_COLUMNS = (Column("Hal", 2.2), Column("Keterangan", 5.6))


def render(
    facts: PemberitahuanFacts, office: OfficeFacts, *, size: PaperSize | None = None, reprint: bool = False
) -> bytes:
    """The notice, on one sheet if it can be."""
    job = letter_job(TITLE, office, size=size, reprint=reprint, draft=facts.draft, base=10.5)
    return on_sheets(job, partial(_compose, facts, office))


def _compose(facts: PemberitahuanFacts, office: OfficeFacts, faces: Type, sheet: Sheet) -> list[Block]:
    width, style = sheet.inner_width, faces.body
    given = facts.held and facts.documented
    rows = [*applicant_rows(facts.applicant), ("Informasi yang diminta", facts.information)]
    opening = (
        f"Menanggapi permohonan informasi publik tanggal {long_date(facts.requested_on)} dengan nomor "
        f"pendaftaran **{facts.case_number}**, kami beri tahukan kepada:"
    )
    return [
        *headed(office, TITLE, facts.number, faces, width),
        *paragraph(opening, style, width, "justify", markup=True),
        gap(faces.gap(0.4)),
        *fields(rows, style, width),
        *(_given(facts, faces, width) if given else _not_given(facts, faces, width)),
        gap(faces.gap(0.6)),
        *_closing(facts, style, width),
        *ending(office, facts.signer, facts.issued_on, facts.copies_to, faces, width),
    ]


def _given(facts: PemberitahuanFacts, faces: Type, width: float) -> list[Block]:
    style = faces.body
    rows: list[list[Cell]] = [
        ["Penguasaan", "Informasi dikuasai oleh kantor ini"],
        ["Bentuk fisik", partial(choice, FORMS, facts.forms, style, 1)],
        ["Biaya", _cost(facts.cost)],
        ["Waktu penyampaian", _when(facts)],
        ["Cara penyampaian", facts.how or "-"],
        ["Bagian yang dihitamkan", _redactions(facts)],
    ]
    return [
        *section("A. Informasi dapat diberikan", faces, width),
        *table(_COLUMNS, rows, style, width),
    ]


def _not_given(facts: PemberitahuanFacts, faces: Type, width: float) -> list[Block]:
    style = faces.body
    until = "Informasi belum didokumentasikan"
    if facts.documented_by:
        until = f"{until}; akan tersedia pada {long_date(facts.documented_by)}"
    holder = "Informasi tidak dikuasai oleh kantor ini"
    if facts.holder:
        holder = f"{holder}; dikuasai oleh {facts.holder}"
    return [
        *section("B. Informasi tidak dapat diberikan karena:", faces, width),
        *tick(holder, style, width, ticked=not facts.held),
        gap(2),
        *tick(until, style, width, ticked=not facts.documented),
    ]


def _cost(cost: CostFacts | None) -> str:
    if cost is None or not cost.total:
        return "Tanpa biaya"
    lines = []
    if cost.copying:
        lines.append(f"Penyalinan {cost.pages} lembar × {rupiah(cost.page_price)} = {rupiah(cost.copying)}")
    if cost.sending:
        lines.append(f"Pengiriman {rupiah(cost.sending)}")
    if cost.other:
        lines.append(f"{cost.other_label or 'Lain-lain'} {rupiah(cost.other)}")
    return "\n".join([*lines, f"Jumlah {rupiah(cost.total)}"])


def _when(facts: PemberitahuanFacts) -> str:
    day = long_date(facts.given_on) if facts.given_on else ""
    return ", ".join(part for part in (day, facts.within) if part) or "-"


def _redactions(facts: PemberitahuanFacts) -> str:
    if not facts.redactions:
        return "Tidak ada"
    return "\n".join(
        f"{part.what}, karena {part.why}" if part.why else part.what for part in facts.redactions
    )


def _closing(facts: PemberitahuanFacts, style: Style, width: float) -> list[Block]:
    note = [*body(facts.note, style, width), gap(style.leading * 0.4)] if facts.note else []
    return [
        *note,
        *paragraph(objection_right(facts.objection_days, facts.objection_kind), style, width, "justify"),
    ]
