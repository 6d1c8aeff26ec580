"""What interns receive at the end (S5): certificate and statement, from the letter issued for each."""

import msgspec

from desk.documents import keterangan_magang as statement_paper
from desk.documents import sertifikat_magang as certificate_paper
from desk.documents.facts import InternFacts, SignerFacts
from desk.papers.errors import PaperRefusedError, SubjectMissingError
from desk.papers.office import office_facts
from desk.papers.sources import Drawn, Sources, Wishes, refuse_provisional, short_number
from desk.queries import entries, history, papers
from desk.queries.history import LetterRow
from desk.services.magang_places import SECTIONS, Asked, Placement, Report


def certificate(sources: Sources, letter_id: str, wishes: Wishes) -> Drawn:
    """The certificate of one intern.

    Raises:
        SubjectMissingError: no such paper.
        PaperRefusedError: it was declared void, or the server has not given its number yet.
    """
    row, facts = _facts(sources, letter_id)
    size = wishes.size(sources.office)
    reprint = sources.reprint(row.kind, letter_id)
    pdf = certificate_paper.render(facts, office_facts(sources.office, wishes), size=size, reprint=reprint)
    return Drawn(pdf, short_number(row.number), size.upper(), row.kind)


def statement(sources: Sources, letter_id: str, wishes: Wishes) -> Drawn:
    """The statement of one intern; raises as :func:`certificate`."""
    row, facts = _facts(sources, letter_id)
    size = wishes.size(sources.office)
    reprint = sources.reprint(row.kind, letter_id)
    pdf = statement_paper.render(facts, office_facts(sources.office, wishes), size=size, reprint=reprint)
    return Drawn(pdf, short_number(row.number), size.upper(), row.kind)


def _facts(sources: Sources, letter_id: str) -> tuple[LetterRow, InternFacts]:
    row = sources.ask(history.letter, letter_id)
    case_id = sources.ask(papers.case_of_letter, letter_id)
    if row is None or case_id is None or row.dated is None:
        raise SubjectMissingError("Naskah tidak ditemukan.")
    if row.state == "void":
        raise PaperRefusedError(f"Naskah nomor {row.number} sudah dibatalkan.")
    refuse_provisional(row.number)
    page, kept = sources.case(case_id), sources.ask(entries.latest, case_id)
    places = msgspec.convert(kept.get("penempatan", {}), Placement).places
    place = next((one for one in places if one.name == row.part), None)
    if place is None or place.starts is None or place.ends is None:
        raise PaperRefusedError(f"Penempatan {row.part} tidak tercatat.")
    results = msgspec.convert(kept.get("laporan", {}), Report).results
    asked = msgspec.convert(page.detail, Asked)
    return row, InternFacts(
        number=row.number,
        issued_on=row.dated,
        name=row.part,
        university=asked.applicant.body_name,
        section=SECTIONS.get(place.section, place.section),
        starts=place.starts,
        ends=place.ends,
        signer=SignerFacts(position=row.position, name=row.signer_name, nip=row.signer_nip or None),
        student_number=place.number,
        study=place.study,
        reported=any(one.reported for one in results if one.name == row.part),
        case_number=page.row.number,
    )
