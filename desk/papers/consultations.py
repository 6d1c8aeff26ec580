"""Minutes of a consultation (S9), from the entry written when it ended."""

import msgspec

from desk.documents import berita_acara_konsultasi as minutes_paper
from desk.documents.facts import ConsultationFacts
from desk.documents.kit.words import long_date
from desk.papers.applicants import applicant_facts
from desk.papers.errors import PaperRefusedError
from desk.papers.office import office_facts, written_by
from desk.papers.sources import Drawn, Sources, Wishes, draft_of, short_number, two_numbers
from desk.queries import entries
from desk.queries.cases import CasePage
from desk.queries.entries import EntryRow
from desk.services.common import LetterDraft
from desk.services.konsultasi import KonsultasiDraft
from desk.services.konsultasi_entries import (
    DELEGATION,
    MINUTES,
    Delegation,
    Minutes,
    approved_words,
    clock_span,
)

KIND = "berita_acara_konsultasi"


def minutes(sources: Sources, case_id: str, wishes: Wishes) -> Drawn:
    """The minutes that hold.

    Raises:
        SubjectMissingError: no such case.
        PaperRefusedError: the consultation has not been held, or the case is of another service.
    """
    page = sources.case(case_id)
    written = [one for one in sources.ask(entries.of_case, case_id) if one.kind == MINUTES]
    if page.row.service != "konsultasi" or not written:
        raise PaperRefusedError("Konsultasi belum dicatat selesai, jadi belum ada berita acaranya.")
    size = wishes.size(sources.office)
    pdf = minutes_paper.render(
        _facts(sources, page, written[-1]),
        office_facts(sources.office, wishes),
        size=size,
        reprint=sources.reprint(KIND, case_id),
    )
    return Drawn(pdf, short_number(page.row.number), size.upper())


def _facts(sources: Sources, page: CasePage, row: EntryRow) -> ConsultationFacts:
    held, draft = msgspec.convert(row.data, Minutes), draft_of(page)
    if not isinstance(draft, KonsultasiDraft) or held.held_on is None:
        raise PaperRefusedError("Berita acara ini tidak memuat tanggal konsultasi.")
    number, alias = two_numbers(page.row.number)
    standard = sources.standard_of(page)
    kept = sources.ask(entries.latest, page.row.id)
    approval = msgspec.convert(kept.get(DELEGATION, {}), Delegation)
    return ConsultationFacts(
        number=number,
        alias=alias,
        held_on=held.held_on,
        hours=clock_span(held.started, held.ended),
        applicant=applicant_facts(page),
        consulted=written_by(sources, standard, row),
        subject=held.subject,
        advice=held.advice,
        room=held.room,
        guests=held.guests,
        accompanied_by=tuple(standard.title(role) for role in held.accompanied_by),
        approved=approved_words(approval, standard.title(approval.by_role) if approval.by_role else ""),
        purpose=draft.purpose,
        source=draft.source,
        letter=_letter(draft.letter),
        follow_up=held.follow_up,
    )


def _letter(letter: LetterDraft | None) -> str:
    if letter is None:
        return ""
    number = f"Nomor {letter.number.strip()}" if letter.number.strip() else "Tanpa nomor"
    return f"{number} tanggal {long_date(letter.dated)}" if letter.dated is not None else number
