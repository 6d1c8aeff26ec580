"""Open cases go over to a newer version of their standard for the steps that are not finished yet.

One action of the administrator or the Sekretaris, never by itself: it changes what others see of their
work, and its result is listed like that of a change of the calendar. What is done stays as it was recorded,
under the standard of its time (KPG, Pengesahan 2-4).
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.actions import limits
from desk.actions.lan import ServerNeededError
from desk.actions.limits import DueMove
from desk.models import Case, DueChange, StepRecord
from desk.queries import versions
from desk.queries.office import profile, working_calendar
from desk.queries.staff import mandate_of
from desk.queries.versions import Reached
from desk.rules.permissions import Capability
from desk.rules.versions import VERB, told
from desk.store.changelog import record_command

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk.actions.workplace import Workplace
    from desk.standards.model import Standard


@dataclass(frozen=True, slots=True)
class Followed:
    """What became of it: how many cases went over, whose due date moved, which stay and why."""

    count: int
    moved: tuple[DueMove, ...]
    stay: tuple[Reached, ...]


def follow_new_standard(workplace: "Workplace") -> Followed:
    """Let every open case that a newer version reaches go on under it, where its step exists there.

    Each case is a change of its own: one that somebody moves meanwhile is left for the next time.

    Raises:
        NotAllowedError: neither administrator nor Sekretaris.
        ServerNeededError: on a network, the server is out of reach: two desks must not do it apart.
    """
    workplace.require(Capability.MANAGE_CALENDAR)
    with workplace.lan.first("standards") as sure:
        if not sure:
            raise ServerNeededError("Luring: standar baru diberlakukan saat server tersambung.")
        day = workplace.ask(profile).day_of(workplace.now())
        found = workplace.ask(versions.reached, workplace.standards, day)
        results = [_followed(workplace, one) for one in found if not one.stays]
    moved = tuple(one for one in results if isinstance(one, DueMove))
    count = sum(1 for one in results if one is not None)
    return Followed(count, moved, tuple(one for one in found if one.stays))


def _followed(workplace: "Workplace", one: Reached) -> "DueMove | bool | None":
    """Take one case over; None where it was moved meanwhile, True where its due date stays."""
    after = workplace.standards.get(one.after)
    with workplace.write("follow_standard") as session:
        case = session.get(Case, one.case_id)
        if case is None or case.closed_at is not None or case.standard != one.before:
            return None
        if versions.reach(workplace.standards, case, after).stays:
            return None
        counted = limits.is_counted(session, workplace.standards, case)
        _record(session, workplace, case, after)
        case.standard = after.id
        return _recount(session, workplace, case, after, counted=counted) or True


def _record(session: "Session", workplace: "Workplace", case: Case, after: "Standard") -> None:
    at, role = workplace.now(), workplace.role_for(Capability.MANAGE_CALENDAR)
    session.add(
        StepRecord(
            case_id=case.id,
            from_step=case.step,
            verb=VERB,
            to_step=case.step,
            holder=case.holder,
            staff_id=workplace.actor.staff_id,
            role=role,
            mandate_id=mandate_of(session, workplace.actor.staff_id, role, at),
            at=at,
            note=told(case.standard, after.id),
        )
    )
    record_command(session, row_id=case.id, from_step=case.step, verb=VERB, to_step=case.step)


def _recount(
    session: "Session", workplace: "Workplace", case: Case, after: "Standard", *, counted: bool
) -> DueMove | None:
    """Count the due date by the newer limit; what was ``counted`` before and is not any more falls away, a
    day promised to the applicant stays."""
    at, why = workplace.now(), f"Standar baru: {after.decree.number}"
    if limits.is_counted(session, workplace.standards, case) or not counted or case.due is None:
        return limits.recount(session, workplace.standards, working_calendar(session), case, at, why)
    before, case.due = case.due, None
    session.add(DueChange(case_id=case.id, at=at, before=before, after=None, reason=why))
    return DueMove(case.id, case.number, case.subject, before, None)
