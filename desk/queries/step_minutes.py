"""Planned and actual minutes of steps: of one case, and of all that were finished in a time (KPG, R7)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.models import Case, StepRecord, Ticket
from desk.queries.history import StepRow
from desk.queries.office import OfficeProfile, profile
from desk.queries.order import as_written
from desk.rules import step_minutes, versions
from desk.rules.step_minutes import Passing, Timed
from desk.rules.workflow import Flow
from desk.standards.loader import Standards
from desk.standards.model import Standard

R = TypeVar("R", StepRow, StepRecord)


@dataclass(frozen=True, slots=True)
class StepTime:
    """A line of the recap: stays at one step that ended in ``month`` (its first day); minutes."""

    month: date
    service: str
    service_name: str
    flow_label: str
    step: str
    label: str
    planned: int
    count: int
    median: float
    ninth_tenth: int
    in_time: int

    @property
    def share(self) -> float:
        """Those in time, of all, from 0 to 1."""
        return self.in_time / self.count


def flows_along(
    standards: Standards, standard: str, service: str, flow: str, records: Sequence[R]
) -> tuple[Flow, ...]:
    """The flow each record of a case was made under: the case may have gone over to a newer standard.

    ``standard`` is that of the case today; it stands last, so that one flow more than records is given back.
    """
    known = [*((one.verb, one.note) for one in records), ("", "")]
    return tuple(
        standards.get(one).services[service].flow(flow) for one in versions.standards_along(known, standard)
    )


def timed_services(standards: Standards) -> frozenset[str]:
    """Services with a step that a plan times, under whatever standard."""
    return frozenset(place[0] for place in standards.places(lambda _flow, step: bool(step.planned_minutes)))


def of_case(
    flows: Sequence[Flow], records: Sequence[R], now: datetime, called_at: datetime | None = None
) -> tuple[Timed, ...]:
    """Every timed stay of a case, in order. The first begins when the visitor was called, where the case came
    with a ticket; ``flows`` as of :func:`flows_along`."""
    if not any(step.planned_minutes for flow in flows for step in flow.steps):
        return ()
    passings = [Passing(one.from_step, one.to_step, one.at) for one in records]
    return step_minutes.timed(step_minutes.stays(passings, now, called_at), flows)


def called_at(session: Session, ticket_id: str | None) -> datetime | None:
    """When the visitor of a ticket was called; None without one."""
    if ticket_id is None:
        return None
    return session.scalar(select(Ticket.called_at).where(Ticket.id == ticket_id))


def months(session: Session, standards: Standards, now: datetime) -> tuple[date, ...]:
    """First days of the months that have a recap, newest first: from the first timed case to this month."""
    office = profile(session)
    first = session.scalar(
        select(Case.registered_at)
        .where(Case.service.in_(timed_services(standards)))
        .order_by(Case.registered_at)
        .limit(1)
    )
    month = office.day_of(now).replace(day=1)
    oldest = office.day_of(first).replace(day=1) if first is not None else month
    found = [month]
    while found[-1] > oldest:
        found.append((found[-1] - timedelta(days=1)).replace(day=1))
    return tuple(found)


def recap(session: Session, standards: Standards, now: datetime, month: date) -> tuple[StepTime, ...]:
    """Every step that was left in a month, by service and path, in the order of the steps; stays that run are
    left out. ``month`` is any day of it."""
    office = profile(session)
    first = month.replace(day=1)
    groups: dict[tuple[str, str, str, int], list[Timed]] = defaultdict(list)
    newest: dict[tuple[str, str], Standard] = {}
    for case, called, records in _cases_of(session, standards, office, first):
        flows = flows_along(standards, case.standard, case.service, case.flow, records)
        for one in of_case(flows, records, now, called):
            if not one.stay.running and office.day_of(one.stay.until).replace(day=1) == first:
                groups[case.service, case.flow, one.stay.step, one.planned].append(one)
        path, own = (case.service, case.flow), standards.get(case.standard)
        newest[path] = max(own, newest.get(path, own), key=lambda one: one.valid_from)
    rows = [_line(newest[key[:2]], first, key, found) for key, found in groups.items()]
    return tuple(row for _place, row in sorted(rows, key=lambda one: one[0]))


def _cases_of(
    session: Session, standards: Standards, office: OfficeProfile, first: date
) -> Iterator[tuple[Case, datetime | None, list[StepRecord]]]:
    """Cases of timed services that moved in the month, each with when its visitor was called and all its
    records as they were written."""
    begin = datetime.combine(first, time(), office.zone)
    end = datetime.combine((first + timedelta(days=31)).replace(day=1), time(), office.zone)
    moved = select(StepRecord.case_id).where(StepRecord.at >= begin, StepRecord.at < end)
    wanted = select(Case).where(Case.service.in_(timed_services(standards)), Case.id.in_(moved))
    came = wanted.outerjoin(Ticket, Ticket.id == Case.ticket_id).add_columns(Ticket.called_at)
    cases = session.execute(came).all()
    found: dict[str, list[StepRecord]] = defaultdict(list)
    records = select(StepRecord).where(StepRecord.case_id.in_(wanted.with_only_columns(Case.id)))
    for row in session.scalars(records.order_by(*as_written(StepRecord))):
        found[row.case_id].append(row)
    yield from ((case, called, found[case.id]) for case, called in cases)


def _line(
    standard: Standard, month: date, key: tuple[str, str, str, int], found: Sequence[Timed]
) -> tuple[tuple[str, str, int, int], StepTime]:
    """A line, and its place: by service and path, then as the steps follow each other."""
    slug, path, step, planned = key
    service, told = standard.services[slug], step_minutes.summary(found)
    flow = service.flow(path)
    order = next((place for place, one in enumerate(flow.steps) if one.id == step), len(flow.steps))
    line = StepTime(
        month=month,
        service=slug,
        service_name=service.short_name,
        flow_label=flow.label,
        step=step,
        label=found[-1].label,
        planned=planned,
        count=told.count,
        median=told.median,
        ninth_tenth=told.ninth_tenth,
        in_time=told.in_time,
    )
    return (slug, path, order, planned), line
