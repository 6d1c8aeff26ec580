"""Reports on paper: the documentation report of complaints (S4, R7)."""

from desk.documents import laporan_pengaduan
from desk.documents.facts import ComplaintReportFacts, CountTable, SignerFacts
from desk.papers.errors import PaperRefusedError, SubjectMissingError
from desk.papers.office import coming_signer, office_facts
from desk.papers.sources import Drawn, Sources, Wishes
from desk.queries import complaints, staff
from desk.queries.office import working_calendar
from desk.rules.complaints import Outcome
from desk.rules.days import full_day
from desk.rules.periods import Period, PeriodError, named
from desk.services.complaint_report import (
    COLUMNS,
    ComplaintReport,
    about_words,
    due_day,
    report_months,
)
from desk.standards.model import Service

TEAM, HEAD = "tim_pengaduan", "sekretaris"
"""Who writes the report, and who takes note of it."""


def complaint_report(sources: Sources, key: str, wishes: Wishes) -> Drawn:
    """The report of a half-year (``2026-1``), for the complaints team and the Sekretaris.

    Raises:
        PaperRefusedError: it is not for these eyes.
        SubjectMissingError: no such half-year, or the office takes no complaints in.
    """
    service = sources.standard.services.get(complaints.SERVICE)
    if service is None:
        raise SubjectMissingError("Layanan pengaduan tidak ditemukan.")
    period = _period(key, service)
    if not sources.sees_complainants():
        raise PaperRefusedError("Laporan ini disusun Tim Pengelola Pengaduan dan Sekretaris.")
    report = _report(sources, service, period)
    size = wishes.size(sources.office)
    pdf = laporan_pengaduan.render(
        _facts(sources, report),
        office_facts(sources.office, wishes),
        size=size,
        reprint=sources.reprint("laporan_pengaduan", key),
    )
    return Drawn(pdf, report.period.label, size.upper())


def _period(key: str, service: Service) -> Period:
    try:
        return named(key, report_months(service))
    except PeriodError as error:
        raise SubjectMissingError("Masa laporan tidak ditemukan.") from error


def _report(sources: Sources, service: Service, period: Period) -> ComplaintReport:
    return ComplaintReport(
        period,
        due_day(service, period, sources.ask(working_calendar)),
        sources.day(sources.at),
        sources.ask(complaints.received_between, period.first, period.last),
        sources.ask(complaints.carried, period.first),
    )


def _facts(sources: Sources, report: ComplaintReport) -> ComplaintReportFacts:
    return ComplaintReportFacts(
        period=report.period.label,
        first=report.period.first,
        last=report.period.last,
        due=report.due,
        as_of=sources.local(sources.at),
        received=report.received,
        carried=report.carried,
        in_time=report.count(Outcome.IN_TIME),
        late=report.count(Outcome.LATE),
        still_open=report.count(Outcome.OPEN, Outcome.OVERDUE),
        overdue=report.count(Outcome.OVERDUE),
        withdrawn=report.count(Outcome.WITHDRAWN),
        tables=tuple(CountTable(title=one.title, rows=one.rows) for one in report.tables()),
        columns=COLUMNS,
        lines=tuple(report.lines()),
        measures=tuple(
            (
                one.number,
                about_words(one.about),
                one.measure,
                one.decree or "-",
                "-" if one.dated is None else full_day(one.dated),
            )
            for one in report.measures()
        ),
        author=_author(sources),
        approver=coming_signer(sources, sources.standard, HEAD),
    )


def _author(sources: Sources) -> SignerFacts:
    """Who prints it where they are of the team, else room for who is."""
    held = sources.ask(staff.roles_held, sources.actor.staff_id, sources.at)
    title = f"{sources.standard.title(TEAM)},"
    return SignerFacts(position=title, name=sources.own_name() if TEAM in held else "")
