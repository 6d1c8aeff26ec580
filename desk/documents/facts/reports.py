"""Facts of reports over a span of time."""

from dataclasses import dataclass
from datetime import date, datetime

from desk.documents.facts.shared import SignerFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class CountTable:
    """A count by one question: heading, and how many fall under each answer."""

    title: str
    rows: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintReportFacts:
    """The documentation report of complaints (S4): nobody who complained is named.

    ``lines`` stand under ``columns``; ``measures`` are rows of complaint, service, measure, decree and day.
    """

    period: str
    first: date
    last: date
    due: date
    as_of: datetime
    received: int
    carried: int
    in_time: int
    late: int
    still_open: int
    overdue: int
    withdrawn: int
    tables: tuple[CountTable, ...]
    columns: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    measures: tuple[tuple[str, ...], ...]
    author: SignerFacts
    approver: SignerFacts
