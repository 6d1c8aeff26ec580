"""Papers of the hand-over: fee receipt and ekspedisi slip."""

from typing import cast

from desk.documents import ekspedisi_slip as slip_paper
from desk.documents import fee_receipt as fee_paper
from desk.documents.facts import EkspedisiFacts, FeeLine, FeeReceiptFacts
from desk.documents.kit.sheet import SlipSize
from desk.papers.errors import SubjectMissingError
from desk.papers.office import office_facts
from desk.papers.sources import Drawn, Sources, Wishes, short_number, two_numbers
from desk.queries import deliveries, history, papers
from desk.queries.cases import CasePage
from desk.queries.deliveries import DeliveryRow
from desk.queries.history import FeeRow, LetterRow
from desk.services.handover import WAYS


def fee_receipt(sources: Sources, receipt_id: str, wishes: Wishes) -> Drawn:
    """The receipt of copying and sending costs."""
    case_id = sources.ask(papers.case_of_fee, receipt_id) or ""
    row = next((one for one in sources.ask(history.fees, case_id) if one.id == receipt_id), None)
    if row is None:
        raise SubjectMissingError("Kuitansi tidak ditemukan.")
    page = sources.case(case_id)
    number, alias = two_numbers(row.number)
    facts = FeeReceiptFacts(
        number=number,
        alias=alias,
        case_number=page.row.number,
        service=sources.service_of(page).name,
        received_from=row.payer,
        paid_on=sources.day(row.at),
        lines=_fee_lines(row),
        officer=row.by,
        officer_position="Petugas penerima",
    )
    size = _slip_size(sources, wishes)
    pdf = fee_paper.render(
        facts, office_facts(sources.office), size=size, reprint=sources.reprint("fee_receipt", receipt_id)
    )
    return Drawn(pdf, short_number(row.number), size.upper())


def ekspedisi_slip(sources: Sources, delivery_id: str, wishes: Wishes) -> Drawn:
    """The slip of a hand-over with the receiver's signature, where one was drawn on the pad."""
    case_id = sources.ask(papers.case_of_delivery, delivery_id) or ""
    row = next((one for one in sources.ask(deliveries.of_case, case_id) if one.id == delivery_id), None)
    if not case_id or row is None:
        raise SubjectMissingError("Catatan penyerahan tidak ditemukan.")
    page = sources.case(case_id)
    letter = sources.ask(history.letter, row.letter_id) if row.letter_id else None
    size = _slip_size(sources, wishes)
    pdf = slip_paper.render(
        _slip(sources, page, row, letter),
        office_facts(sources.office),
        size=size,
        reprint=sources.reprint("ekspedisi_slip", delivery_id),
    )
    return Drawn(pdf, short_number(row.number), size.upper())


def _slip(sources: Sources, page: CasePage, row: DeliveryRow, letter: LetterRow | None) -> EkspedisiFacts:
    return EkspedisiFacts(
        number=row.number,
        sent_on=sources.day(row.at),
        letter_number=letter.number if letter else "-",
        letter_date=letter.dated if letter else None,
        summary=row.content,
        recipient=row.to,
        recipient_address=page.applicant.address if row.way in ("post", "courier") else "",
        attachments=letter.enclosures if letter else "",
        case_number=page.row.number,
        remark=row.remark,
        way=WAYS.get(row.way, row.way),
        power_of_attorney="Diserahkan" if row.proxy else "",
        receiver=row.receiver,
        receiver_position="Kuasa pemohon" if row.proxy else "",
        received_at=sources.local(row.at),
        officer=row.by,
        officer_position="",
        signature_png=sources.blob(row.signature) if row.signature else None,
    )


def _fee_lines(row: FeeRow) -> tuple[FeeLine, ...]:
    lines = (
        FeeLine(label="Penggandaan dokumen", quantity=row.pages, unit_price=row.page_price),
        FeeLine(label="Pengiriman", quantity=1, unit_price=row.sending_cost, unit="kali"),
        FeeLine(label="Biaya lain", quantity=1, unit_price=row.other_cost, unit=""),
    )
    return tuple(line for line in lines if line.quantity * line.unit_price)


def _slip_size(sources: Sources, wishes: Wishes) -> SlipSize:
    asked = wishes.slip_size()
    return cast("SlipSize", asked) if asked else wishes.size(sources.office)
