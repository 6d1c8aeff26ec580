"""The six-monthly documentation report of complaints (S4, L4; R6, R7): its tables, its lines, its due day."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from desk.rules.calendar import WorkingCalendar
from desk.rules.complaints import OUTCOME_LABELS, Complaint, Measure, Outcome, outcome, tally
from desk.rules.days import full_day
from desk.rules.intake import CHANNEL_LABELS
from desk.rules.periods import HALF, Period, period_of
from desk.services.pengaduan import ABOUT, KIND_LABELS
from desk.services.pengaduan_entries import INSPECTIONS, RESULTS, WAYS
from desk.standards.model import Service

DUE_DAYS = 10
"""Working days after its period within which a report is due, where the standard says nothing else."""

NO_SERVICE, NOT_REVIEWED = "Tidak tentang layanan tertentu", "Belum ditelaah"
COLUMNS = ("Nomor", "Diterima", "Jenis", "Saluran", "Tentang", "Jalan", "Selesai", "Keadaan", "Hasil")
"""Heads of the list of complaints."""

Counted = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A count by one question: its heading and how many fall under each answer; none are left out."""

    title: str
    rows: Counted


@dataclass(frozen=True, slots=True)
class ComplaintReport:
    """The report of a period as it stands on a day; ``carried``: still open from before it began."""

    period: Period
    due: date
    as_of: date
    complaints: tuple[Complaint, ...]
    carried: int = 0

    @property
    def received(self) -> int:
        """How many came in."""
        return len(self.complaints)

    def count(self, *which: Outcome) -> int:
        """How many stand so."""
        return sum(1 for one in self.complaints if outcome(one, self.as_of) in which)

    def tables(self) -> tuple[Table, ...]:
        """The counts: kind, channel, service, way, how they stand, what follow-up found, examinations."""
        known = tuple(
            self._table(title, labels, by)
            for title, labels, by in (
                ("Jenis", KIND_LABELS, lambda one: [one.kind]),
                ("Saluran", CHANNEL_LABELS, lambda one: [one.channel]),
                ("Tentang layanan", {**ABOUT, "": NO_SERVICE}, lambda one: [one.about]),
                ("Jalan menurut telaah", {**WAYS, "": NOT_REVIEWED}, lambda one: [one.way]),
                ("Penyelesaian", OUTCOME_LABELS, lambda one: [outcome(one, self.as_of)]),
                ("Hasil tindak lanjut", RESULTS, lambda one: [one.result] if one.result else []),
                ("Pemeriksaan internal", INSPECTIONS, lambda one: one.inspections),
            )
        )
        return tuple(table for table in known if table.rows)

    def measures(self) -> tuple[Measure, ...]:
        """Disciplinary measures taken, in the order of their complaints."""
        return tuple(measure for one in self.complaints for measure in one.measures)

    def lines(self) -> list[tuple[str, ...]]:
        """Every complaint under ``COLUMNS``."""
        return [self._line(one) for one in self.complaints]

    def _table(
        self, title: str, labels: Mapping[Any, str], by: Callable[[Complaint], Iterable[str]]
    ) -> Table:
        counted = tally(self.complaints, by)
        named = [(words, counted.pop(key)) for key, words in labels.items() if key in counted]
        return Table(title, (*named, *sorted(counted.items())))

    def _line(self, one: Complaint) -> tuple[str, ...]:
        return (
            one.number,
            full_day(one.received),
            _label(KIND_LABELS, one.kind),
            _label(CHANNEL_LABELS, one.channel),
            _label(ABOUT, one.about) or "-",
            _label(WAYS, one.way) or NOT_REVIEWED,
            "-" if one.ended is None else full_day(one.ended),
            OUTCOME_LABELS[outcome(one, self.as_of)],
            _label(RESULTS, one.result) or "-",
        )


def about_words(slug: str) -> str:
    """The service a complaint is about."""
    return _label(ABOUT, slug) or NO_SERVICE


def report_months(service: Service) -> int:
    """Months that a report goes over, by the standard."""
    return int(service.settings.get("report_months", HALF))


def due_day(service: Service, period: Period, calendar: WorkingCalendar) -> date:
    """Until when the report of a period is due: so many working days after its last day."""
    left, day = int(service.settings.get("report_due_days", DUE_DAYS)), period.last
    while left > 0:
        day += timedelta(days=1)
        left -= calendar.is_working(day)
    return day


def periods(service: Service, earliest: date | None, today: date) -> tuple[Period, ...]:
    """Periods that may be reported, newest first: from the first complaint to that of today."""
    months = report_months(service)
    one, now = period_of(min(earliest or today, today), months), period_of(today, months)
    found = [one]
    while found[-1] < now:
        found.append(found[-1].next())
    return tuple(reversed(found))


def csv_bytes(report: ComplaintReport) -> bytes:
    """The list of complaints as offices open it: UTF-8 with its mark, semicolons, one line each."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow((*COLUMNS, "Tindakan disiplin"))
    for one, line in zip(report.complaints, report.lines(), strict=True):
        writer.writerow((*line, "; ".join(measure.measure for measure in one.measures)))
    return text.getvalue().encode("utf-8-sig")


def _label(labels: Mapping[Any, str], key: str) -> str:
    return labels.get(key, key)
