"""The ekspedisi slip: a letter handed over, with the receiver's name and signature."""

from functools import partial

from desk.documents.facts import EkspedisiFacts, OfficeFacts, SignerFacts
from desk.documents.kit.block import Block, gap
from desk.documents.kit.sheet import SlipSize
from desk.documents.kit.signature import signature, signed_pair
from desk.documents.kit.style import Type
from desk.documents.kit.table import fields
from desk.documents.kit.words import date_or_dash, long_date, moment
from desk.documents.slips import print_slip

TITLE = "Tanda Terima Penyerahan Surat"
COPIES = ("Lembar untuk penerima", "Lembar untuk buku ekspedisi")


def render(
    facts: EkspedisiFacts, office: OfficeFacts, *, size: SlipSize | None = None, reprint: bool = False
) -> bytes:
    """The slip: A5 alone, or two copies on one sheet (the default, on the office's paper)."""
    return print_slip(
        TITLE, office, partial(_content, facts, office), COPIES, size=size or office.paper, reprint=reprint
    )


def _content(facts: EkspedisiFacts, office: OfficeFacts, faces: Type, width: float) -> list[Block]:
    officer = SignerFacts(position=f"Yang menyerahkan,\n{facts.officer_position}", name=facts.officer)
    position = "Yang menerima,"
    if facts.receiver_position:
        position = f"{position}\n{facts.receiver_position}"
    receiver = SignerFacts(position=position, name=facts.receiver)
    part = width * 0.47
    return [
        *fields(_rows(facts, office), faces.body, width),
        gap(10),
        signed_pair(
            signature(officer, faces.body, part, room=3.2),
            signature(receiver, faces.body, part, png=facts.signature_png, room=3.2),
            width,
        ),
    ]


def _rows(facts: EkspedisiFacts, office: OfficeFacts) -> list[tuple[str, str]]:
    recipient = "\n".join(part for part in (facts.recipient, facts.recipient_address) if part)
    received = "........................................"
    if facts.received_at is not None:
        received = moment(facts.received_at, office.zone)
    rows = [
        ("Nomor ekspedisi", facts.number),
        ("Tanggal kirim", long_date(facts.sent_on)),
        ("Nomor surat", facts.letter_number),
        ("Tanggal surat", date_or_dash(facts.letter_date)),
        ("Isi ringkas", facts.summary),
        ("Lampiran", facts.attachments),
        ("Kepada", recipient),
        ("Nomor permohonan", facts.case_number),
        ("Cara penyerahan", facts.way),
        ("Surat kuasa", facts.power_of_attorney),
        ("Keterangan", facts.remark),
        ("Diterima pada", received),
    ]
    return [(label, value) for label, value in rows if value]
