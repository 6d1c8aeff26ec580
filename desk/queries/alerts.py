"""Cases that are told of before they are due, to who answers for them (S3k)."""

from datetime import date

from sqlalchemy.orm import Session

from desk.queries.case_filter import CaseFilter
from desk.queries.cases import CaseRow, listed
from desk.rules.deadlines import Pressure
from desk.standards.loader import Standards


def pressing(session: Session, standards: Standards, today: date, service: str) -> tuple[CaseRow, ...]:
    """Open cases of a service that are near their limit or past it, whoever holds them, most urgent first;
    how near, its limit says."""
    rows = listed(session, CaseFilter(standards, today, service=service)).rows
    return tuple(one for one in rows if one.pressure not in (Pressure.NONE, Pressure.FINE))
