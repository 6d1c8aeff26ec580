"""Cases: the lists people work from and the page of one case."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import Session

from desk.models import Applicant, Case, ChecklistItem
from desk.queries.case_filter import CaseFilter, conditions
from desk.queries.confidence import withheld
from desk.queries.office import working_calendar
from desk.queries.paging import PAGE, Cursor, Slice, beyond, cut
from desk.rules.calendar import WorkingCalendar
from desk.rules.confidence import WITHHELD
from desk.rules.deadlines import SOON, Pressure, pressure, working_days_left
from desk.rules.receipt import plain
from desk.rules.workflow import Flow
from desk.standards.loader import Standards

LISTED_FROM = frozenset({"cases", "applicants", "calendar_days", "election_stages", "issued_numbers"})
"""Tables that a list of cases is read from; numbers given once are searched too."""

_STANDING = 2
"""Keys by which cases without a due date are ordered."""


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A line of a list; ``days_left`` in working days, negative when overdue, None without a due date."""

    id: str
    standard: str
    number: str
    service: str
    service_name: str
    subject: str
    applicant: str
    channel: str
    step: str
    step_label: str
    holder: str | None
    flow: str
    registered_at: datetime
    stepped_at: datetime
    due: date | None
    days_left: int | None
    pressure: Pressure
    closed: bool
    decision: str
    spoken: bool
    assignee_id: str | None


@dataclass(frozen=True, slots=True)
class ChecklistRow:
    """A required paper and whether it is there."""

    key: str
    label: str
    required: bool
    present: bool


@dataclass(frozen=True, slots=True)
class ApplicantRow:
    """Who asks; ``nik`` is whole: mask it where the role need not see it. Of a confidential case the reader
    who may not know gets a name that says so, and nothing else."""

    kind: str
    name: str
    identity_kind: str = ""
    nik: str = ""
    address: str = ""
    occupation: str = ""
    phone: str = ""
    email: str = ""
    body_name: str = ""
    deed: str = ""
    proxy_name: str = ""


@dataclass(frozen=True, slots=True)
class CasePage:
    """Everything of one case but its papers and its history (see ``desk.queries.history``)."""

    row: CaseRow
    code: str
    category: str
    eppid_number: str
    received_at: datetime
    complete_at: datetime | None
    closed_at: datetime | None
    original_due: date | None
    back_entry: bool
    parafs: tuple[str, ...]
    visit_id: str | None
    ticket_id: str | None
    detail: dict[str, Any]
    applicant: ApplicantRow
    checklist: tuple[ChecklistRow, ...]


def listed(
    session: Session, wanted: CaseFilter, after: Cursor | None = None, size: int = PAGE
) -> Slice[CaseRow]:
    """Cases by due date (those without one last), then by registration; all of them newest first.

    One page is read, in the order of an index, however many cases there are.
    """
    base = _base().where(*conditions(session, wanted))
    if wanted.open_only:
        found = _by_due(session, base, after, size + 1)
    else:
        keys = (Case.registered_at, Case.id)
        query = beyond(base, keys, after, newest_first=True)
        found = list(session.execute(query.limit(size + 1)))
    urgency = _Urgency(wanted.today, working_calendar(session))
    return cut(
        found,
        size,
        lambda one: _row(wanted.standards, urgency, one[0], _known(session, *one)),
        lambda one: _place(one[0], by_due=wanted.open_only),
    )


def count(session: Session, wanted: CaseFilter) -> int:
    """How many cases a list has on all its pages."""
    query = select(func.count()).select_from(Case).outerjoin(Applicant, Applicant.case_id == Case.id)
    return session.scalar(query.where(*conditions(session, wanted))) or 0


def counted(session: Session, wanted: CaseFilter) -> tuple[int, int]:
    """How many cases a list has on all its pages, and how many of them are past their due date."""
    late = func.count().filter(Case.due < wanted.today)
    query = select(func.count(), late).select_from(Case).outerjoin(Applicant, Applicant.case_id == Case.id)
    total, overdue = session.execute(query.where(*conditions(session, wanted))).one()
    return total, overdue


def _by_due(
    session: Session, base: Select[Case, Applicant], after: Cursor | None, most: int
) -> "list[Row[Case, Applicant]]":
    """Open cases with a due date, then those whose clock stands; a cursor of two keys is among the latter."""
    found: list[Row[Case, Applicant]] = []
    standing = after is not None and len(after) == _STANDING
    if not standing:
        keys = (Case.due, Case.registered_at, Case.id)
        counted = beyond(base.where(Case.due.is_not(None)), keys, after)
        found += session.execute(counted.limit(most)).all()
    if len(found) < most:
        keys_of_rest = (Case.registered_at, Case.id)
        rest = beyond(base.where(Case.due.is_(None)), keys_of_rest, after if standing else None)
        found += session.execute(rest.limit(most - len(found))).all()
    return found


def _place(case: Case, *, by_due: bool) -> Cursor:
    return (case.due, case.registered_at, case.id) if by_due and case.due else (case.registered_at, case.id)


def page(session: Session, standards: Standards, today: date, case_id: str) -> CasePage | None:
    """The page of a case; None when there is no such case."""
    found = session.execute(_base().where(Case.id == case_id)).first()
    if found is None:
        return None
    case = found[0]
    applicant = _known(session, *found)
    checks = session.scalars(
        select(ChecklistItem).where(ChecklistItem.case_id == case_id).order_by(ChecklistItem.position)
    )
    return CasePage(
        row=_row(standards, _Urgency(today, working_calendar(session)), case, applicant),
        code=case.code,
        category=case.category,
        eppid_number=case.eppid_number,
        received_at=case.received_at,
        complete_at=case.complete_at,
        closed_at=case.closed_at,
        original_due=case.original_due,
        back_entry=case.back_entry,
        parafs=tuple(case.parafs),
        visit_id=case.visit_id,
        ticket_id=case.ticket_id,
        detail=dict(case.detail),
        applicant=applicant,
        checklist=tuple(ChecklistRow(one.key, one.label, one.required, one.present) for one in checks),
    )


def by_code(session: Session, typed: str) -> str | None:
    """Case of a typed or scanned receipt code; None when it is no code of ours."""
    code = plain(typed)
    return None if code is None else session.scalar(select(Case.id).where(Case.code == code))


def flow_of(standards: Standards, row: CaseRow) -> Flow:
    """The flow of a case, for its progress line and its buttons."""
    return standards.get(row.standard).services[row.service].flow(row.flow)


def _base() -> Select[Case, Applicant]:
    """Cases with who asks: None of a confidential one where the server withholds the row from this PC."""
    return select(Case, Applicant).outerjoin(Applicant, Applicant.case_id == Case.id)


class _Urgency:
    """How pressing due dates are; each day is counted once, since most cases of a list share a few."""

    def __init__(self, today: date, calendar: WorkingCalendar) -> None:
        self._today, self._calendar = today, calendar
        self._known: dict[tuple[date, int], tuple[int, Pressure]] = {}

    def __call__(self, due: date | None, soon: int) -> tuple[int | None, Pressure]:
        if due is None:
            return None, Pressure.NONE
        found = self._known.get((due, soon))
        if found is None:
            left = working_days_left(self._today, due, self._calendar)
            found = self._known[due, soon] = left, pressure(self._today, due, self._calendar, soon)
        return found


def _row(standards: Standards, urgency: _Urgency, case: Case, applicant: ApplicantRow) -> CaseRow:
    service = standards.get(case.standard).services[case.service]
    step = service.flow(case.flow).step(case.step)
    limit = service.limits.get(case.category) or service.limits.get("umum")
    closed = case.closed_at is not None
    days_left, urgent = urgency(None if closed else case.due, limit.alert_days if limit else SOON)
    return CaseRow(
        id=case.id,
        standard=case.standard,
        number=case.number,
        service=case.service,
        service_name=service.short_name,
        subject=case.subject,
        applicant=applicant.body_name or applicant.name,
        channel=case.channel,
        step=case.step,
        step_label=step.label,
        holder=case.holder,
        flow=case.flow,
        registered_at=case.registered_at,
        stepped_at=case.stepped_at,
        due=case.due,
        days_left=days_left,
        pressure=Pressure.NONE if step.waits else urgent,
        closed=closed,
        decision=case.decision,
        spoken=case.spoken,
        assignee_id=case.assignee_id,
    )


def _known(session: Session, case: Case, row: Applicant | None) -> ApplicantRow:
    """Who asks, as far as the reader may know."""
    if row is None or withheld(session, case.service):
        return ApplicantRow("person", WITHHELD)
    return ApplicantRow(
        row.kind,
        row.name,
        row.identity_kind,
        row.nik,
        row.address,
        row.occupation,
        row.phone,
        row.email,
        row.body_name,
        row.deed,
        row.proxy_name,
    )
