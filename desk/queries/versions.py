"""Open cases that a newer version of their standard reaches (``applies_to = "unfinished_steps"``)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.models import Case
from desk.rules.versions import why_it_stays
from desk.standards.loader import Standards
from desk.standards.model import AppliesTo, Standard


@dataclass(frozen=True, slots=True)
class Reached:
    """An open case under an older version; ``before`` and ``after`` are ids of standards.

    ``stays`` says why it cannot go over; empty when it can. ``voided``: other officers answer for the service
    now, so that the old procedure ended as a whole (KPG, Pengesahan 4).
    """

    case_id: str
    number: str
    subject: str
    service_name: str
    step_label: str
    before: str
    after: str
    stays: str = ""
    voided: bool = False


def newer_of(standards: Standards, standard: Standard, day: date) -> Standard | None:
    """The version in force on a day that reaches unfinished steps of cases under this one; None without."""
    newest = standards.current(standard.id, day)
    reaches = newest.applies_to is AppliesTo.UNFINISHED_STEPS and newest.valid_from > standard.valid_from
    return newest if reaches else None


def reached(session: Session, standards: Standards, day: date) -> tuple[Reached, ...]:
    """Every open case that a version in force on a day reaches, by its registration."""
    newer = {key: newer_of(standards, one, day) for key, one in standards.by_id.items()}
    older = [key for key, one in newer.items() if one is not None]
    if not older:
        return ()
    query = select(Case).where(Case.closed_at.is_(None), Case.standard.in_(older))
    found = []
    for case in session.scalars(query.order_by(Case.registered_at, Case.id)):
        after = newer[case.standard]
        if after is not None:
            found.append(reach(standards, case, after))
    return tuple(found)


def reach(standards: Standards, case: Case, after: Standard) -> Reached:
    """What a newer version means for one open case."""
    service, later = standards.get(case.standard).services[case.service], after.services.get(case.service)
    flow = service.flow(case.flow)
    onward = later.flows.get(case.flow) if later is not None else None
    return Reached(
        case_id=case.id,
        number=case.number,
        subject=case.subject,
        service_name=service.short_name,
        step_label=flow.step(case.step).label,
        before=case.standard,
        after=after.id,
        stays=why_it_stays(flow, onward, case.step, case.holder),
        voided=later is None or set(later.responsible) != set(service.responsible),
    )
