"""Receipt of copying and postage costs of public information (KSB L3/III.D)."""

from functools import partial

from desk.documents.facts import FeeReceiptFacts, OfficeFacts, SignerFacts
from desk.documents.kit.block import Block, beside, gap
from desk.documents.kit.sheet import SlipSize
from desk.documents.kit.signature import signature
from desk.documents.kit.style import Type
from desk.documents.kit.table import Column, fields, table
from desk.documents.kit.text import paragraph
from desk.documents.kit.words import NUMBER_FOLLOWS, either, long_date, rupiah, rupiah_in_words
from desk.documents.slips import print_slip

TITLE = "Kuitansi Biaya Penggandaan dan Pengiriman"
COPIES = ("Lembar untuk pembayar", "Lembar untuk kantor")
_COLUMNS = (
    Column("No.", 0.7, "center"),
    Column("Uraian", 4.6),
    Column("Jumlah", 1.6, "right"),
    Column("Harga satuan", 1.9, "right"),
    Column("Biaya", 2, "right"),
)


def render(
    facts: FeeReceiptFacts, office: OfficeFacts, *, size: SlipSize | None = None, reprint: bool = False
) -> bytes:
    """The receipt: A5 alone, or two copies on one sheet (the default, on the office's paper)."""
    return print_slip(
        TITLE, office, partial(_content, facts, office), COPIES, size=size or office.paper, reprint=reprint
    )


def total(facts: FeeReceiptFacts) -> int:
    """Everything charged, rupiah."""
    return sum(line.quantity * line.unit_price for line in facts.lines)


def _content(facts: FeeReceiptFacts, office: OfficeFacts, faces: Type, width: float) -> list[Block]:
    rows = [
        ("Nomor" if facts.number else "Nomor sementara", either(facts.number, facts.alias)),
        ("Telah diterima dari", facts.received_from),
        ("Permohonan", f"{facts.service}, nomor {facts.case_number}"),
        ("Cara membayar", facts.way_of_paying),
    ]
    told = [part for part in (facts.note, "" if facts.number else NUMBER_FOLLOWS) if part]
    if told:
        rows.append(("Catatan", " ".join(told)))
    note = "Pelayanan tidak dipungut biaya; yang dibayar hanya biaya penggandaan dan pengiriman."
    officer = SignerFacts(position=facts.officer_position, name=facts.officer)
    place = f"{office.city}, {long_date(facts.paid_on)}"
    return [
        *fields(rows, faces.body, width),
        gap(5),
        *table(_COLUMNS, _lines(facts), faces.body, width, bold_last=True),
        gap(4),
        *fields([("Terbilang", rupiah_in_words(total(facts)))], faces.style(italic=True), width),
        gap(6),
        beside(
            [
                (0, paragraph(note, faces.small, width * 0.5)),
                (width * 0.6, [signature(officer, faces.body, width * 0.4, above=[place], room=2.6)]),
            ]
        ),
    ]


def _lines(facts: FeeReceiptFacts) -> list[list[str]]:
    rows = [
        [
            str(number),
            line.label,
            f"{line.quantity} {line.unit}".strip(),
            rupiah(line.unit_price),
            rupiah(line.quantity * line.unit_price),
        ]
        for number, line in enumerate(facts.lines, start=1)
    ]
    return [*rows, ["", "Jumlah", "", "", rupiah(total(facts))]]
