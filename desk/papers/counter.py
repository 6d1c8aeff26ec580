"""Papers of the counter: queue ticket and tanda terima."""

from desk.documents import queue_ticket as ticket_paper
from desk.documents import tanda_terima as receipt_paper
from desk.documents.facts import QueueTicketFacts, ReceivedPaper, TandaTerimaFacts
from desk.papers.applicants import applicant_facts
from desk.papers.errors import SubjectMissingError
from desk.papers.office import ask_at, office_facts
from desk.papers.promises import limit_of_case, objection
from desk.papers.sources import Drawn, Sources, Wishes, short_number, two_numbers
from desk.queries import history, queue
from desk.queries.cases import CasePage
from desk.queries.office import working_calendar
from desk.rules.intake import CHANNEL_LABELS, Channel
from desk.services.catalog import service_kit
from desk.standards.serving import outside_hours


def queue_ticket(sources: Sources, ticket_id: str, wishes: Wishes) -> Drawn:
    """The ticket of a queue; never marked SALINAN, since each number is called once whoever holds it."""
    row = sources.ask(queue.ticket, ticket_id)
    if row is None:
        raise SubjectMissingError("Tiket antrean tidak ditemukan.")
    ahead = sources.ask(queue.ahead, ticket_id, sources.at)
    service = sources.standard.services.get(row.service)
    facts = QueueTicketFacts(
        number=row.label,
        service=service.name if service else row.service,
        issued_at=sources.local(row.issued_at),
        priority=row.priority is not None,
        waiting=None if ahead is None else ahead.count,
    )
    roll = wishes.roll(sources.office)
    return Drawn(ticket_paper.render(facts, office_facts(sources.office, wishes), roll=roll), row.label, roll)


def tanda_terima(sources: Sources, case_id: str, wishes: Wishes) -> Drawn:
    """The receipt on a sheet, two copies."""
    page = sources.case(case_id)
    size = wishes.size(sources.office)
    pdf = receipt_paper.render(
        receipt_facts(sources, page),
        office_facts(sources.office, wishes),
        size=size,
        reprint=sources.reprint("tanda_terima", case_id),
    )
    return Drawn(pdf, short_number(page.row.number), size.upper())


def tanda_terima_roll(sources: Sources, case_id: str, wishes: Wishes) -> Drawn:
    """The applicant's copy of the receipt as a slip."""
    page = sources.case(case_id)
    roll = wishes.roll(sources.office)
    pdf = receipt_paper.render_roll(
        receipt_facts(sources, page),
        office_facts(sources.office, wishes),
        roll=roll,
        reprint=sources.reprint("tanda_terima", case_id),
    )
    return Drawn(pdf, short_number(page.row.number), roll)


def receipt_facts(sources: Sources, page: CasePage) -> TandaTerimaFacts:
    """What a tanda terima says (facts.md, "Tanda terima")."""
    row = page.row
    number, alias = two_numbers(row.number)
    taken_in = sources.ask(history.steps, row.id)[0]
    days, kind = objection(sources, page)
    return TandaTerimaFacts(
        number=number,
        alias=alias,
        service=sources.service_of(page).name,
        applicant=applicant_facts(page),
        channel=CHANNEL_LABELS[Channel(row.channel)],
        received_at=sources.local(page.received_at),
        papers=tuple(
            ReceivedPaper(label=one.label, received=one.present)
            for one in page.checklist
            if one.required or one.present
        ),
        limit=limit_of_case(sources, page),
        officer=taken_in.by,
        officer_position=sources.standard_of(page).title(taken_in.role),
        code=page.code,
        ask_at=ask_at(sources.office),
        subject=row.subject,
        note=_note(sources, page),
        information_service=service_kit(row.service).objectionable,
        objection_days=days,
        objection_kind=kind,
    )


def _note(sources: Sources, page: CasePage) -> str:
    notes = []
    waits = sources.service_of(page).flow(page.row.flow).step(page.row.step).waits
    if waits and any(one.required and not one.present for one in page.checklist):
        notes.append("Hitungan jangka waktu berhenti sampai berkas dilengkapi.")
    if page.eppid_number:
        notes.append(f"Nomor e-PPID {page.eppid_number}.")
    notes.append(outside_hours(sources.service_of(page), sources.ask(working_calendar), page.received_at))
    return " ".join(filter(None, notes))
