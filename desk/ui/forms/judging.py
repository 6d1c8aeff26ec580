"""What a form says while it is typed: checklist, category, problems and the due date it would get."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from desk.queries.office import chosen, working_calendar
from desk.queries.votes import last_election
from desk.rules import deadlines
from desk.rules.calendar import ElectionStage, WorkingCalendar
from desk.rules.deadlines import Due
from desk.rules.intake import Requirement
from desk.rules.votes import ElectionVotes
from desk.services.catalog import Intake, read_form, service_kit
from desk.services.common import blocks, missing
from desk.standards.model import LimitSpec, Service, Standard
from desk.standards.serving import outside_hours, own_calendar

if TYPE_CHECKING:
    from desk.actions.workplace import Workplace


@dataclass(frozen=True)
class Ground:
    """What a form of a service stands on: the office's standard and calendar, the last election where the
    service works with its votes."""

    standard: Standard
    service: Service
    calendar: WorkingCalendar
    election: ElectionVotes | None = None


@dataclass(frozen=True)
class Judged:
    """A draft read: ``due`` None without a limit in days; ``lacking`` are required papers still missing;
    ``outside`` says that it comes in outside the hours its service states."""

    intake: Intake
    lacking: tuple[Requirement, ...]
    limit: LimitSpec | None
    due: Due | None
    stage: ElectionStage | None
    outside: str = ""

    @property
    def blocked(self) -> bool:
        """Whether it cannot be saved yet."""
        return blocks(self.intake.problems)


def ground_of(workplace: "Workplace", slug: str, standard_id: str = "") -> Ground:
    """The ground of a service's form, read from the store; under the office's standard, or that of a case."""
    kept = workplace.standards.get(standard_id) if standard_id else None
    standard = workplace.standard if kept is None else workplace.ask(chosen, kept)
    election = workplace.ask(last_election) if service_kit(slug).votes else None
    return Ground(standard, standard.services[slug], workplace.ask(working_calendar), election)


def judge(ground: Ground, slug: str, draft: Any, received_at: datetime) -> Judged:
    """Read a draft as if it were complete and saved at ``received_at`` (aware)."""
    stage = ground.calendar.stage_on(ground.calendar.local(received_at).date())
    intake = read_form(slug, draft, ground.standard, ground.calendar, received_at)
    limits = ground.service.limits
    limit = limits.get(intake.category) or limits.get("umum")
    calendar = own_calendar(ground.service, ground.calendar)
    due = None if limit is None else deadlines.due(limit.rule, received_at, calendar)
    outside = outside_hours(ground.service, ground.calendar, received_at)
    return Judged(intake, missing(intake.checklist), limit, due, stage, outside)
