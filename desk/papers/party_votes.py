"""What a party receives about its votes (S1): sheets by district, the authenticated copy of the decree."""

from dataclasses import dataclass
from datetime import date

import msgspec

from desk.documents import autentifikasi as sheet_paper
from desk.documents import salinan_keputusan as copy_paper
from desk.documents.facts import CandidateFacts, DecreeCopyFacts, DistrictFacts, PartyVotesFacts, SignerFacts
from desk.papers.errors import PaperRefusedError, SubjectMissingError
from desk.papers.office import office_facts
from desk.papers.sources import Drawn, Sources, Wishes, refuse_provisional, short_number
from desk.queries import entries, history, papers
from desk.queries.history import LetterRow
from desk.rules.votes import DistrictVotes
from desk.services.autentifikasi_sheets import Sheets

LEGALISE = "legalisasi"
"""The move by which the secretary legalises."""


@dataclass(frozen=True, slots=True)
class _Issued:
    """An issued letter with what was prepared for it."""

    row: LetterRow
    dated: date
    sheets: Sheets
    election_day: date
    signer: SignerFacts
    legaliser: SignerFacts | None
    legalised_on: date | None
    case_number: str


def sheet(sources: Sources, letter_id: str, wishes: Wishes) -> Drawn:
    """The sheet of one district.

    Raises:
        SubjectMissingError: no such paper.
        PaperRefusedError: it was declared void, or the server has not given its number yet.
    """
    issued = _issued(sources, letter_id)
    won = next((one for one in issued.sheets.districts if one.district == issued.row.part), None)
    if won is None:
        raise PaperRefusedError(f"Perolehan suara {issued.row.part} tidak tercatat.")
    facts = PartyVotesFacts(
        number=issued.row.number,
        issued_on=issued.dated,
        party=issued.sheets.party,
        election=issued.sheets.election,
        election_day=issued.election_day,
        won=_won(won),
        signer=issued.signer,
        legaliser=issued.legaliser,
        legalised_on=issued.legalised_on,
        decree_number=issued.sheets.decree_number,
        decree_date=issued.sheets.decree_date,
        case_number=issued.case_number,
    )
    size, reprint = wishes.size(sources.office), sources.reprint(issued.row.kind, letter_id)
    pdf = sheet_paper.render(facts, office_facts(sources.office, wishes), size=size, reprint=reprint)
    return Drawn(pdf, short_number(issued.row.number), size.upper(), issued.row.kind)


def decree_copy(sources: Sources, letter_id: str, wishes: Wishes) -> Drawn:
    """The sheet that authenticates the copy of the decree; raises as :func:`sheet`."""
    issued = _issued(sources, letter_id)
    if issued.sheets.decree_date is None:
        raise PaperRefusedError("Keputusan perolehan suara tidak tercatat.")
    facts = DecreeCopyFacts(
        number=issued.row.number,
        issued_on=issued.dated,
        party=issued.sheets.party,
        election=issued.sheets.election,
        election_day=issued.election_day,
        won=tuple(_won(one) for one in issued.sheets.districts),
        decree_number=issued.sheets.decree_number,
        decree_date=issued.sheets.decree_date,
        decree_title=issued.sheets.decree_title,
        signer=issued.signer,
        legaliser=issued.legaliser,
        legalised_on=issued.legalised_on,
        case_number=issued.case_number,
    )
    size, reprint = wishes.size(sources.office), sources.reprint(issued.row.kind, letter_id)
    pdf = copy_paper.render(facts, office_facts(sources.office, wishes), size=size, reprint=reprint)
    return Drawn(pdf, short_number(issued.row.number), size.upper(), issued.row.kind)


def _issued(sources: Sources, letter_id: str) -> _Issued:
    row = sources.ask(history.letter, letter_id)
    case_id = sources.ask(papers.case_of_letter, letter_id)
    if row is None or case_id is None or row.dated is None:
        raise SubjectMissingError("Naskah tidak ditemukan.")
    if row.state == "void":
        raise PaperRefusedError(f"Naskah nomor {row.number} sudah dibatalkan.")
    refuse_provisional(row.number)
    kept = msgspec.convert(sources.ask(entries.latest, case_id).get("perolehan", {}), Sheets)
    if kept.election_day is None:
        raise PaperRefusedError("Perolehan suara permohonan ini tidak tercatat.")
    page = sources.case(case_id)
    by = sources.ask(papers.last_mover, case_id, LEGALISE)
    legal = by is not None and row.signed_at is not None and by.at >= row.signed_at
    legaliser = None
    if by is not None and legal:
        acting = "Plh. " if by.acting else ""
        title = sources.standard_of(page).title(by.role)
        legaliser = SignerFacts(position=f"{acting}{title},", name=by.name, nip=by.nip or None)
    return _Issued(
        row=row,
        dated=row.dated,
        sheets=kept,
        election_day=kept.election_day,
        signer=SignerFacts(position=row.position, name=row.signer_name, nip=row.signer_nip or None),
        legaliser=legaliser,
        legalised_on=sources.day(by.at) if by is not None and legal else None,
        case_number=page.row.number,
    )


def _won(won: DistrictVotes) -> DistrictFacts:
    people = tuple(
        CandidateFacts(number=one.number, name=one.name, votes=one.votes) for one in won.candidates
    )
    return DistrictFacts(district=won.district, own=won.own, candidates=people, seats=won.seats)
