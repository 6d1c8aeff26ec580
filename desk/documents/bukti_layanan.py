"""Proof of service of voter data: who asked, what was looked up or given, by whom, with the tracking code
(S6)."""

from functools import partial

from desk.documents.facts import OfficeFacts, ProofFacts, SignerFacts
from desk.documents.kit.block import Block, beside, gap
from desk.documents.kit.marks import qr
from desk.documents.kit.sheet import SlipSize
from desk.documents.kit.signature import signature, signed_pair
from desk.documents.kit.style import Type
from desk.documents.kit.table import fields
from desk.documents.kit.text import one_line, paragraph
from desk.documents.kit.words import NUMBER_FOLLOWS, either, grouped, moment
from desk.documents.slips import print_slip

TITLE = "Tanda Bukti Layanan Data Pemilih"
COPIES = ("Lembar untuk pemohon", "Lembar untuk kantor")
_SIDE = 84.0


def render(
    facts: ProofFacts, office: OfficeFacts, *, size: SlipSize | None = None, reprint: bool = False
) -> bytes:
    """The proof: A5 alone, or two copies on one sheet (the default, on the office's paper)."""
    return print_slip(
        TITLE, office, partial(_content, facts, office), COPIES, size=size or office.paper, reprint=reprint
    )


def _content(facts: ProofFacts, office: OfficeFacts, faces: Type, width: float) -> list[Block]:
    main, part = width - _SIDE - 12, width * 0.47
    officer = SignerFacts(position=f"Yang memberi layanan,\n{facts.officer_position}", name=facts.officer)
    position = "\n".join(one for one in ("Yang menerima,", facts.receiver_position) if one)
    receiver = SignerFacts(position=position, name=facts.receiver)
    return [
        beside([(0, fields(_rows(facts, office), faces.body, main)), (main + 12, _code(facts, faces))]),
        *_promise(facts, faces, width),
        *([] if facts.number else paragraph(NUMBER_FOLLOWS, faces.small, width)),
        gap(8),
        signed_pair(
            signature(officer, faces.body, part, room=2.8),
            signature(receiver, faces.body, part, png=facts.signature_png, room=2.8),
            width,
        ),
    ]


def _rows(facts: ProofFacts, office: OfficeFacts) -> list[tuple[str, str]]:
    who = facts.applicant
    rows = [
        ("Nomor" if facts.number else "Nomor sementara", either(facts.number, facts.alias)),
        ("Pemohon", who.name),
        ("Lembaga", who.institution),
        (who.identity_kind, who.identity_number),
        *facts.asked,
        *facts.result,
        ("Diterima kantor", moment(facts.received_at, office.zone)),
        ("Diberikan", f"{moment(facts.given_at, office.zone)}, {facts.way[:1].lower()}{facts.way[1:]}"),
        ("Nomor ekspedisi", facts.delivery_number),
    ]
    return [(label, words) for label, words in rows if words]


def _code(facts: ProofFacts, faces: Type) -> list[Block]:
    code = grouped(facts.code)
    return [
        qr(code.replace("-", ""), _SIDE),
        *paragraph("Kode telusur", faces.small, _SIDE, "center"),
        one_line(code, faces.style(1.1, bold=True), _SIDE, "center", least=0.6),
    ]


def _promise(facts: ProofFacts, faces: Type, width: float) -> list[Block]:
    if not facts.promise:
        return []
    return [
        gap(5),
        *paragraph("Yang masih akan diberitahukan", faces.body.strong(), width),
        *fields(list(facts.promise), faces.body, width),
    ]
