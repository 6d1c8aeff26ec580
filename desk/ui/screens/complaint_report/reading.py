"""The report of a period as it stands now, and whether it was made."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from desk.queries import complaints
from desk.queries.office import profile, working_calendar
from desk.queries.papers import printed_before
from desk.rules.days import full_day
from desk.rules.periods import Period
from desk.services.complaint_report import ComplaintReport, about_words, due_day, periods
from desk.standards.model import Service
from desk.ui.runtime.context import ScreenContext

PAPER = "laporan_pengaduan"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: the question, the answer, how many; ``key`` tells lines apart."""

    key: int
    about: str
    words: str
    count: str


def service_of(ctx: ScreenContext) -> Service | None:
    """The office's service of complaints; None where it takes none in."""
    return ctx.workplace.standard.services.get(complaints.SERVICE)


def offered(ctx: ScreenContext, service: Service) -> tuple[Period, ...]:
    """Periods that may be reported, newest first."""
    return periods(service, ctx.workplace.ask(complaints.earliest), ctx.today())


def report_of(ctx: ScreenContext, service: Service, period: Period) -> ComplaintReport:
    """The report of a period as it stands now."""
    place = ctx.workplace
    return ComplaintReport(
        period,
        due_day(service, period, place.ask(working_calendar)),
        ctx.today(),
        place.ask(complaints.received_between, period.first, period.last),
        place.ask(complaints.carried, period.first),
    )


def was_printed(ctx: ScreenContext, period: Period) -> bool:
    """Whether the report of a period was printed after it ended."""
    zone = ctx.workplace.ask(profile).zone
    ended = datetime.combine(period.last + timedelta(days=1), time.min, zone)
    return ctx.workplace.ask(printed_before, PAPER, period.key, ended)


def missing_reports(ctx: ScreenContext) -> int:
    """How many periods are over and have no printed report."""
    service = service_of(ctx)
    if service is None or ctx.workplace.ask(complaints.earliest) is None:
        return 0
    over = (one for one in offered(ctx, service) if one.last < ctx.today())
    return sum(1 for one in over if not was_printed(ctx, one))


def lines(report: ComplaintReport) -> tuple[Line, ...]:
    """Every count and every disciplinary measure, as the table shows them."""
    found = _counted(report)
    return tuple(Line(number, *parts) for number, parts in enumerate(found))


def _counted(report: ComplaintReport) -> Iterator[tuple[str, str, str]]:
    for table in report.tables():
        for words, count in table.rows:
            yield table.title, words, str(count)
    for one in report.measures():
        when = f" · {full_day(one.dated)}" if one.dated is not None else ""
        yield "Tindak lanjut disiplin", f"{one.measure} · {about_words(one.about)}{when} · {one.number}", "1"


def due_words(report: ComplaintReport, today: date, *, printed: bool) -> str:
    """When the report is due, or that it was made: ``Paling lambat 14 Juli 2026 · belum dicetak``."""
    day = full_day(report.due)
    if printed:
        return f"Paling lambat {day} · sudah dicetak."
    if today <= report.period.last:
        return f"Paling lambat {day} · masa ini masih berjalan."
    return f"Paling lambat {day} · {'lewat, ' if today > report.due else ''}belum dicetak."
