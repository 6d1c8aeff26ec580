"""Minutes of a replacement in the council (S2), of its plenary and its clarifications, as entered."""

from typing import Any

import msgspec

from desk.documents import berita_acara_klarifikasi as clarification_paper
from desk.documents import berita_acara_pleno as plenary_paper
from desk.documents.facts import (
    CandidateLine,
    ClarificationFacts,
    DocumentLine,
    PlenaryFacts,
)
from desk.papers.errors import PaperRefusedError
from desk.papers.office import office_facts, written_by
from desk.papers.sources import Drawn, Sources, Wishes, short_number
from desk.queries import entries
from desk.queries.cases import CasePage
from desk.queries.entries import EntryRow
from desk.rules.days import full_day
from desk.services.common import labelled
from desk.services.paw import PawDraft, reason_words
from desk.services.paw_candidates import known_ranking
from desk.services.paw_plenary import PAPER as PLENARY_PAPER
from desk.services.paw_plenary import Plenary
from desk.services.paw_ranks import STANDING_WORDS, Candidate, Standing, ranked, words_of
from desk.services.paw_verification import (
    MANNERS,
    Clarification,
    Document,
    Verification,
)
from desk.services.paw_verification import (
    PAPER as CLARIFICATION_PAPER,
)

_JUDGED = {"ya": "Ya", "tidak": "Tidak"}


def plenary(sources: Sources, case_id: str, wishes: Wishes) -> Drawn:
    """The minutes of the plenary held last.

    Raises:
        SubjectMissingError: no such case.
        PaperRefusedError: no plenary was held.
    """
    page, rows = sources.case(case_id), sources.ask(entries.of_case, case_id)
    held = next((one for one in reversed(rows) if one.kind == "pleno"), None)
    if held is None:
        raise PaperRefusedError("Rapat pleno belum dicatat.")
    facts = _plenary_facts(page, rows, msgspec.convert(held.data, Plenary))
    size, reprint = wishes.size(sources.office), sources.reprint(PLENARY_PAPER, case_id, held.at)
    pdf = plenary_paper.render(facts, office_facts(sources.office, wishes), size=size, reprint=reprint)
    return Drawn(pdf, short_number(facts.number or page.row.number), size.upper())


def clarification(sources: Sources, case_id: str, wishes: Wishes) -> Drawn:
    """The minutes of every clarification of a case; raises as :func:`plenary`."""
    page = sources.case(case_id)
    rows = [one for one in sources.ask(entries.of_case, case_id) if one.kind == "klarifikasi"]
    if not rows:
        raise PaperRefusedError("Klarifikasi belum dicatat.")
    facts = [_clarification_facts(sources, page, row) for row in rows]
    size, reprint = wishes.size(sources.office), sources.reprint(CLARIFICATION_PAPER, case_id, rows[-1].at)
    pdf = clarification_paper.render(facts, office_facts(sources.office, wishes), size=size, reprint=reprint)
    return Drawn(pdf, short_number(page.row.number), size.upper())


def _about(page: CasePage) -> tuple[tuple[str, str], ...]:
    draft = msgspec.convert(page.detail, PawDraft)
    return (
        ("Nomor register", page.row.number),
        ("Anggota yang berhenti", draft.member),
        ("Partai politik", draft.party),
        ("Daerah pemilihan", draft.district),
        ("Alasan berhenti", reason_words(draft)),
    )


def _asked_by(page: CasePage) -> tuple[tuple[str, str], ...]:
    """Who asked, by which letter."""
    draft = msgspec.convert(page.detail, PawDraft)
    letter = draft.letter
    dated = f"tanggal {full_day(letter.dated)}" if letter is not None and letter.dated else ""
    number = f"Nomor {letter.number}" if letter is not None and letter.number else ""
    return (
        ("Pemohon", draft.applicant.body_name or draft.applicant.name),
        ("Surat", " ".join(part for part in (number, dated) if part) or "-"),
    )


def _plenary_facts(page: CasePage, rows: tuple[EntryRow, ...], minutes: Plenary) -> PlenaryFacts:
    kept: dict[str, dict[str, Any]] = {one.kind: one.data for one in rows}
    ranking = known_ranking(kept)
    if minutes.held_on is None:
        raise PaperRefusedError("Rapat pleno belum dicatat.")
    documents = msgspec.convert(kept.get("verifikasi", {}), Verification).documents
    said = [msgspec.convert(one.data, Clarification) for one in rows if one.kind == "klarifikasi"]
    votes = "" if ranking is None else ranking.election or "data yang diketik kantor"
    return PlenaryFacts(
        number=minutes.number,
        held_on=minutes.held_on,
        place=minutes.place,
        about=(*_asked_by(page), *_about(page)),
        documents=tuple(_document(one) for one in documents),
        clarifications=tuple(_clarified(one) for one in said),
        candidates=() if ranking is None else tuple(_candidate(one) for one in ranked(ranking.candidates)),
        source=f"Menurut perolehan suara sah {votes}:",
        ranking="" if ranking is None else _outcome_words(ranking.why, words_of(ranking.outcome)),
        ruling=minutes.ruling,
        attendees=tuple((one.name, one.title) for one in minutes.attendees),
    )


def _outcome_words(why: str, words: str) -> str:
    return f"{words} Dasar urutan suara yang sama: {why.rstrip('.')}." if why else words


def _document(one: Document) -> DocumentLine:
    return DocumentLine(
        label=one.label,
        complete=labelled(_JUDGED, one.complete),
        correct=labelled(_JUDGED, one.correct),
        valid=labelled(_JUDGED, one.valid),
        note=one.note,
    )


def _candidate(one: Candidate) -> CandidateLine:
    state = STANDING_WORDS[Standing(one.standing)]
    words = f"{state}: {one.reason}" if one.reason else state
    return CandidateLine(number=one.number, name=one.name, votes=one.votes, standing=words)


def _clarified(one: Clarification) -> str:
    day = f"{full_day(one.held_on)}, " if one.held_on else ""
    return f"{day}{one.people}: {one.subject.rstrip('.')}. Hasil: {one.result.rstrip('.')}."


def _clarification_facts(sources: Sources, page: CasePage, row: EntryRow) -> ClarificationFacts:
    entry = msgspec.convert(row.data, Clarification)
    return ClarificationFacts(
        held_on=entry.held_on or sources.day(row.at),
        about=_about(page),
        subject=entry.subject,
        people=entry.people,
        manner=labelled(MANNERS, entry.manner),
        result=entry.result,
        officer=written_by(sources, sources.standard_of(page), row),
    )
