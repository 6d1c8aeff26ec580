"""How a case's due date comes about: limit, extensions, stops, and the count day by day."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.models import Case, ClockStop, LimitExtension
from desk.queries.office import chosen, working_calendar
from desk.queries.order import of_case
from desk.rules import deadlines
from desk.rules.calendar import WorkingCalendar
from desk.standards.loader import Standards
from desk.standards.model import Service
from desk.standards.serving import own_calendar


def limit_of(
    session: Session, standards: Standards, case: Case, category: str = ""
) -> deadlines.Limit | None:
    """The limit a case runs under, by the standard it was opened under as the office goes by it; None for a
    category without one.

    ``category``: the limit it would run under in that one.
    """
    limits = _service(session, standards, case).limits
    spec = limits.get(category or case.category) or limits.get("umum")
    return None if spec is None else spec.rule


def extensions(session: Session, case_id: str) -> tuple[deadlines.Extension, ...]:
    """Extensions granted, oldest first."""
    rows = of_case(session, LimitExtension, case_id)
    return tuple(deadlines.Extension(row.days, row.granted_at, row.reason, row.granted_by) for row in rows)


def stops(session: Session, case_id: str) -> tuple[deadlines.Stop, ...]:
    """Times the clock stood, oldest first."""
    rows = session.scalars(select(ClockStop).where(ClockStop.case_id == case_id).order_by(ClockStop.since))
    return tuple(deadlines.Stop(row.since, row.until, row.reason) for row in rows)


def due_of(
    session: Session,
    standards: Standards,
    calendar: WorkingCalendar,
    case: Case,
    more: tuple[deadlines.Extension, ...] = (),
    category: str = "",
) -> deadlines.Due | None:
    """The due date of a case with its count; None without a limit or before its clock starts.

    ``more`` are extensions thought of but not granted yet, ``category`` one the case might get.
    """
    limit = limit_of(session, standards, case, category)
    started = None if limit is None else _started(limit, case)
    if limit is None or started is None:
        return None
    running = tuple(stop for stop in stops(session, case.id) if stop.until is None or stop.until > started)
    calendar = own_calendar(_service(session, standards, case), calendar)
    return deadlines.due(limit, started, calendar, (*extensions(session, case.id), *more), running)


def first_due(
    session: Session, standards: Standards, calendar: WorkingCalendar, case: Case
) -> deadlines.Due | None:
    """As :func:`due_of`, for a case that is only being opened: nothing was extended or stopped yet."""
    limit = limit_of(session, standards, case)
    started = None if limit is None else _started(limit, case)
    if limit is None or started is None:
        return None
    return deadlines.due(limit, started, own_calendar(_service(session, standards, case), calendar))


def explanation(
    session: Session, standards: Standards, calendar: WorkingCalendar, case_id: str
) -> deadlines.Due | None:
    """“Mengapa tanggal ini?”: the count of a case day by day."""
    case = session.get(Case, case_id)
    return None if case is None else due_of(session, standards, calendar, case)


def forecast(
    session: Session,
    standards: Standards,
    case_id: str,
    *more: deadlines.Extension,
    category: str = "",
) -> deadlines.Due | None:
    """How a case would be counted with further extensions or in another category; nothing is written."""
    case = session.get(Case, case_id)
    if case is None:
        return None
    return due_of(session, standards, working_calendar(session), case, more, category)


def _service(session: Session, standards: Standards, case: Case) -> Service:
    """The service of a case, by the standard it was opened under as the office goes by it."""
    return chosen(session, standards.get(case.standard)).services[case.service]


def _started(limit: deadlines.Limit, case: Case) -> datetime | None:
    moments = {
        deadlines.StartEvent.RECEIVED: case.received_at,
        deadlines.StartEvent.COMPLETE: case.complete_at,
        deadlines.StartEvent.REGISTERED: case.registered_at,
    }
    return moments.get(limit.start, case.registered_at)
