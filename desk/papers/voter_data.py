"""Papers of voter data (S6): proof of service from a hand-over, and the recap enclosed to a letter."""

from typing import cast

import msgspec

from desk.documents import bukti_layanan as proof_paper
from desk.documents.facts import DistrictLine, ProofFacts, RecapFacts
from desk.documents.kit.sheet import SlipSize
from desk.papers.applicants import applicant_facts
from desk.papers.errors import PaperRefusedError, SubjectMissingError
from desk.papers.office import office_facts
from desk.papers.sources import Drawn, Sources, Wishes, short_number, two_numbers
from desk.queries import deliveries, entries, history, papers
from desk.queries.cases import CasePage
from desk.queries.deliveries import DeliveryRow
from desk.services.catalog import Pairs, service_kit
from desk.services.data_pemilih import check_summary
from desk.services.handover import WAYS
from desk.services.voter_promises import PROMISE
from desk.services.voter_recap import Recap


def proof(sources: Sources, delivery_id: str, wishes: Wishes) -> Drawn:
    """The proof of service that goes along with what was given.

    Raises:
        SubjectMissingError: no such hand-over.
        PaperRefusedError: nothing was given: the request was refused, or it is of another service.
    """
    case_id = sources.ask(papers.case_of_delivery, delivery_id) or ""
    row = next((one for one in sources.ask(deliveries.of_case, case_id) if one.id == delivery_id), None)
    if row is None:
        raise SubjectMissingError("Catatan penyerahan tidak ditemukan.")
    page = sources.case(case_id)
    if service_kit(page.row.service).slip_of(page.row.decision) != "bukti_layanan":
        raise PaperRefusedError("Tanda bukti layanan hanya untuk data pemilih yang diberikan.")
    size = wishes.slip_size() or wishes.size(sources.office)
    reprint = sources.reprint("bukti_layanan", delivery_id)
    pdf = proof_paper.render(
        _facts(sources, page, row), office_facts(sources.office), size=cast("SlipSize", size), reprint=reprint
    )
    return Drawn(pdf, short_number(page.row.number), size.upper())


def _facts(sources: Sources, page: CasePage, row: DeliveryRow) -> ProofFacts:
    number, alias = two_numbers(page.row.number)
    kept = sources.ask(entries.latest, page.row.id)
    asked = service_kit(page.row.service).summary(page.detail)
    return ProofFacts(
        number=number,
        alias=alias,
        applicant=applicant_facts(page),
        asked=tuple((label, words) for label, words in asked if words and label != "Catatan"),
        result=_result(sources, page, row, kept.get("pengecekan")),
        received_at=sources.local(page.received_at),
        given_at=sources.local(row.at),
        way=WAYS.get(row.way, row.way),
        delivery_number=row.number,
        receiver=row.receiver,
        receiver_position="Kuasa pemohon" if row.proxy else "",
        officer=row.by,
        officer_position=sources.standard_of(page).title("front_office"),
        code=page.code,
        promise=PROMISE.summary(kept["janji"]) if "janji" in kept else (),
        signature_png=sources.blob(row.signature) if row.signature else None,
    )


def _result(sources: Sources, page: CasePage, row: DeliveryRow, check: dict[str, object] | None) -> Pairs:
    """What was found on the public page, or the letter by which data was given."""
    letter = sources.ask(history.letter, row.letter_id) if row.letter_id else None
    if letter is None and check is not None:
        link = next((one.link for one in sources.service_of(page).products if one.key == "cek"), "")
        return (("Diperiksa di", link.partition("://")[2]), *check_summary(check))
    given = ("Yang diberikan", row.content)
    return (given,) if letter is None else (given, ("Nomor surat", letter.number))


def recap_facts(sources: Sources, page: CasePage) -> RecapFacts:
    """The recap imported last.

    Raises:
        PaperRefusedError: none was imported.
    """
    recap = msgspec.convert(sources.ask(entries.latest, page.row.id).get("rekapitulasi", {}), Recap)
    if recap.as_of is None or not recap.districts:
        raise PaperRefusedError("Rekapitulasi data pemilih belum diimpor.")
    districts = tuple(DistrictLine(name=one.name, men=one.men, women=one.women) for one in recap.districts)
    return RecapFacts(source=recap.source, as_of=recap.as_of, districts=districts)
