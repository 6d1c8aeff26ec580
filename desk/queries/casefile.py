"""One case with everything that belongs to it, read on one consistent state for the case page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from desk.models import Case
from desk.queries import (
    cases,
    deliveries,
    entries,
    events,
    extensions,
    history,
    limits,
    numbers,
    staff,
    step_minutes,
)
from desk.queries.office import OfficeProfile, profile, roles_filled, working_calendar
from desk.rules import deadlines
from desk.rules.booking import Planned
from desk.rules.step_minutes import Timed
from desk.rules.workflow import Flow
from desk.standards.loader import Standards

FILE_FROM = cases.LISTED_FROM | {
    "attachments",
    "case_entries",
    "checklist_items",
    "clock_stops",
    "controls",
    "decisions",
    "deliveries",
    "dispositions",
    "due_changes",
    "education_events",
    "education_resources",
    "event_bookings",
    "fee_receipts",
    "letters",
    "limit_extensions",
    "mandates",
    "staff",
    "staff_roles",
    "step_records",
    "tickets",
}
"""Tables that the file of a case is read from."""


@dataclass(frozen=True, slots=True)
class Acting:
    """Somebody who acts in a role under a mandate now (Plh.)."""

    role: str
    name: str


@dataclass(frozen=True, slots=True)
class LimitState:
    """The limit of a case: its count, and the days that may still be granted (working days)."""

    limit: deadlines.Limit | None
    due: deadlines.Due | None
    left: int = 0


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case, its flow, its history, its papers, and who in the office can work on it.

    ``read_at`` is the moment of reading (aware); ``filled`` are the roles somebody holds on that day;
    ``signers`` the roles that may sign its answer, the usual one first; ``void_reason`` why its register
    number was declared void, empty while it is in use. ``flows`` are those each step was made under, and
    last the one of now; ``minutes`` the stays at steps that a plan times (KPG), ``titles`` of
    roles that its standard names otherwise.
    """

    page: cases.CasePage
    flow: Flow
    office: OfficeProfile
    read_at: datetime
    steps: tuple[history.StepRow, ...]
    dispositions: tuple[history.DispositionRow, ...]
    decision: history.DecisionRow | None
    entries: tuple[entries.EntryRow, ...]
    letters: tuple[history.LetterRow, ...]
    controls: tuple[history.ControlRow, ...]
    deliveries: tuple[deliveries.DeliveryRow, ...]
    files: tuple[history.FileRow, ...]
    fees: tuple[history.FeeRow, ...]
    due_events: tuple[history.DueEvent, ...]
    limit: LimitState
    people: tuple[staff.Colleague, ...]
    filled: frozenset[str]
    acting: tuple[Acting, ...]
    signers: tuple[str, ...]
    void_reason: str
    extensions: tuple[extensions.ExtensionRow, ...]
    flows: tuple[Flow, ...]
    minutes: tuple[Timed, ...]
    events: tuple[Planned, ...]
    titles: Mapping[str, str]

    @property
    def letter(self) -> history.LetterRow | None:
        """The answer in work or signed last; void ones and notices are left out."""
        return next((one for one in self.letters if one.answers and one.state != "void"), None)


def case_file(session: Session, standards: Standards, now: datetime, case_id: str) -> CaseFile | None:
    """Everything of a case; None when there is no such case."""
    office = profile(session)
    today = office.day_of(now)
    page = cases.page(session, standards, today, case_id)
    if page is None:
        return None
    row, steps = page.row, history.steps(session, case_id)
    flows = step_minutes.flows_along(standards, row.standard, row.service, row.flow, steps)
    return CaseFile(
        page=page,
        flow=flows[-1],
        office=office,
        read_at=now,
        steps=steps,
        dispositions=history.dispositions(session, case_id),
        decision=history.decision(session, case_id),
        entries=entries.of_case(session, case_id),
        letters=history.letters(session, case_id),
        controls=history.controls(session, case_id),
        deliveries=deliveries.of_case(session, case_id),
        files=history.files(session, case_id),
        fees=history.fees(session, case_id),
        due_events=history.due_events(session, case_id),
        limit=limit_state(session, standards, case_id),
        people=staff.colleagues(session, now),
        filled=roles_filled(session, today),
        acting=_acting(session, now),
        signers=_signers(standards, office, page.row),
        void_reason=numbers.void_reason(session, page.row.number),
        extensions=extensions.of_case(session, case_id),
        flows=flows,
        minutes=step_minutes.of_case(flows, steps, now, step_minutes.called_at(session, page.ticket_id)),
        events=events.planned(session, case_id),
        titles=standards.get(row.standard).role_titles,
    )


def limit_state(session: Session, standards: Standards, case_id: str) -> LimitState:
    """The limit of a case, how it is counted, and how much of it may still be extended (S3)."""
    case = session.get(Case, case_id)
    limit = None if case is None else limits.limit_of(session, standards, case)
    if case is None or limit is None:
        return LimitState(None, None)
    granted = sum(one.days for one in limits.extensions(session, case_id))
    due = limits.due_of(session, standards, working_calendar(session), case)
    return LimitState(limit, due, max(limit.extension_days - granted, 0))


def _acting(session: Session, now: datetime) -> tuple[Acting, ...]:
    known = staff.names(session)
    return tuple(Acting(one.role, known.get(one.staff_id, "")) for one in staff.mandates(session, now))


def _signers(standards: Standards, office: OfficeProfile, row: cases.CaseRow) -> tuple[str, ...]:
    standard = standards.get(row.standard)
    usual = extensions.signer(standard, office, row.service)
    return (usual, *(role for role in standard.services[row.service].signers if role != usual))
