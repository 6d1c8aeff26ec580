"""Papers of voter education (S7): the list to sign for an event, the report of one that was held."""

import msgspec

from desk.documents import daftar_hadir as list_paper
from desk.documents import laporan_kegiatan as report_paper
from desk.documents.facts import AttendanceFacts, AttendedLine, EventReportFacts
from desk.papers.errors import PaperRefusedError, SubjectMissingError
from desk.papers.office import coming_signer, office_facts, written_by
from desk.papers.sources import Drawn, Sources, Wishes, short_number, two_numbers
from desk.queries import entries, events
from desk.queries.cases import CasePage
from desk.queries.entries import EntryRow
from desk.rules.booking import EventState, Kind
from desk.services.education_entries import HELD, PLENARY, REPORT_PAPER, HeldEvent, Meeting
from desk.services.education_words import TARGETS, moment_span, named
from desk.services.pendidikan_pemilih import KIT, PendidikanPemilihDraft

_LEAST_LINES = 20
_MOST_LINES = 400


def attendance(sources: Sources, event_id: str, wishes: Wishes) -> Drawn:
    """A list with room for everybody expected.

    Raises:
        SubjectMissingError: there is no such event.
        PaperRefusedError: it was cancelled.
    """
    row = sources.ask(events.event, event_id)
    if row is None:
        raise SubjectMissingError("Kegiatan tidak ditemukan.")
    if row.state is EventState.CANCELLED:
        raise PaperRefusedError("Kegiatan ini dibatalkan; tidak ada daftar hadirnya.")
    facts = AttendanceFacts(
        about=(
            ("Kegiatan", row.title),
            ("Waktu", moment_span(sources.local(row.starts), sources.local(row.ends))),
            ("Tempat", row.place),
            ("Penyelenggara", row.organiser),
            ("Narasumber", row.named(Kind.SPEAKER)),
        ),
        lines=min(max(row.expected, _LEAST_LINES), _MOST_LINES),
    )
    size = wishes.size(sources.office)
    pdf = list_paper.render(facts, office_facts(sources.office, wishes), size=size)
    return Drawn(pdf, f"{sources.local(row.starts):%Y-%m-%d}", size.upper())


def report(sources: Sources, case_id: str, wishes: Wishes) -> Drawn:
    """The report of a request's event.

    Raises:
        SubjectMissingError: no such case.
        PaperRefusedError: the event has not been reported.
    """
    page = sources.case(case_id)
    written = [one for one in sources.ask(entries.of_case, case_id) if one.kind == HELD]
    if page.row.service != KIT.slug or not written:
        raise PaperRefusedError("Pelaksanaan kegiatan belum dicatat.")
    size, reprint = wishes.size(sources.office), sources.reprint(REPORT_PAPER, case_id, written[-1].at)
    facts = _facts(sources, page, written[-1])
    pdf = report_paper.render(facts, office_facts(sources.office, wishes), size=size, reprint=reprint)
    return Drawn(pdf, short_number(page.row.number), size.upper())


def _facts(sources: Sources, page: CasePage, row: EntryRow) -> EventReportFacts:
    held, draft = msgspec.convert(row.data, HeldEvent), msgspec.convert(page.detail, PendidikanPemilihDraft)
    if held.held_on is None:
        raise PaperRefusedError("Laporan ini tidak memuat tanggal kegiatan.")
    number, alias = two_numbers(page.row.number)
    standard = sources.standard_of(page)
    meeting = msgspec.convert(sources.ask(entries.latest, page.row.id).get(PLENARY, {}), Meeting)
    return EventReportFacts(
        number=number,
        alias=alias,
        held_on=held.held_on,
        place=held.place,
        about=(
            ("Kegiatan", draft.title),
            ("Penyelenggara", page.applicant.body_name or page.applicant.name),
            ("Narasumber", held.speakers),
            ("Sasaran", named(TARGETS, draft.targets)),
            ("Dasar", meeting.words()),
        ),
        attended=tuple(AttendedLine(group=one.group, men=one.men, women=one.women) for one in held.attended),
        given=tuple((one.what, one.count) for one in held.given),
        outcome=held.outcome,
        issued_on=sources.day(row.at),
        reporter=written_by(sources, standard, row),
        head=coming_signer(sources, standard, "sekretaris"),
    )
