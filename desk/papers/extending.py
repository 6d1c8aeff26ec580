"""The notice of an extension: as granted, and once signed with its number, date and signer (S3)."""

from dataclasses import replace
from datetime import date

from desk.documents import perpanjangan as notice_paper
from desk.documents.facts import LimitFacts, PerpanjanganFacts, SignerFacts
from desk.papers.applicants import applicant_facts
from desk.papers.errors import PaperRefusedError, SubjectMissingError
from desk.papers.office import coming_signer, office_facts
from desk.papers.promises import KINDS, limit_of_case, objection
from desk.papers.requests import information_draft
from desk.papers.sources import Drawn, Sources, Wishes, refuse_provisional, short_number
from desk.queries import extensions
from desk.queries.cases import CasePage
from desk.queries.extensions import ExtensionRow


def perpanjangan(sources: Sources, extension_id: str, wishes: Wishes) -> Drawn:
    """The notice; before its signature it bears KONSEP and no number.

    Raises:
        SubjectMissingError: no such extension.
        PaperRefusedError: the case has no limit in days, its due date did not move, or the server has not
            given the notice's number yet.
    """
    case_id = sources.ask(extensions.case_of, extension_id)
    if case_id is None:
        raise SubjectMissingError("Perpanjangan tidak ditemukan.")
    page, granted = sources.case(case_id), sources.ask(extensions.of_case, case_id)
    row = next(one for one in granted if one.id == extension_id)
    refuse_provisional(row.notice.number if row.notice else "")
    facts = _facts(sources, page, row)
    size = wishes.size(sources.office)
    reprint = not facts.draft and sources.reprint("perpanjangan", extension_id)
    pdf = notice_paper.render(facts, office_facts(sources.office, wishes), size=size, reprint=reprint)
    about = short_number(facts.number) if facts.number else f"konsep {short_number(page.row.number)}"
    return Drawn(pdf, about, size.upper(), draft=facts.draft)


def _facts(sources: Sources, page: CasePage, row: ExtensionRow) -> PerpanjanganFacts:
    if row.before is None or row.after is None:
        raise PaperRefusedError("Perpanjangan ini tidak memindahkan batas waktu.")
    days, kind = objection(sources, page)
    return PerpanjanganFacts(
        number=row.notice.number if row.notice else None,
        issued_on=row.notice.dated if row.notice else None,
        case_number=page.row.number,
        requested_on=sources.day(page.received_at),
        applicant=applicant_facts(page),
        information=information_draft(page).information,
        before=row.before,
        days=row.days,
        reason=row.reason,
        limit=_limit(sources, page, row, row.after),
        signer=_signer(sources, page, row),
        kind=KINDS[sources.service_of(page).limits[page.category].extension_unit],
        objection_days=days,
        objection_kind=kind,
        draft=row.notice is None,
    )


def _limit(sources: Sources, page: CasePage, row: ExtensionRow, after: date) -> LimitFacts:
    limit = limit_of_case(sources, page)
    if limit is None:
        raise PaperRefusedError("Permohonan ini tidak mempunyai jangka waktu dalam hari.")
    return replace(limit, due=after, extended_by=row.granted)


def _signer(sources: Sources, page: CasePage, row: ExtensionRow) -> SignerFacts:
    if row.notice is not None:
        notice = row.notice
        return SignerFacts(position=notice.position, name=notice.signer_name, nip=notice.signer_nip or None)
    standard = sources.standard_of(page)
    role = extensions.signer(standard, sources.office, page.row.service)
    return coming_signer(sources, standard, role)
