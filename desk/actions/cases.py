"""Taking in a request: number, checklist, due date, receipt code, in one transaction (S3, C1, R2)."""

import secrets
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import msgspec

from desk.actions import confidence, limits, numbers
from desk.actions.attachments import NewFile, keep_files
from desk.actions.decisions import granted_at_once
from desk.actions.errors import ProblemsError
from desk.actions.inbox import settle_entry
from desk.actions.rows import insert_rows
from desk.actions.steps import MoveOrder, acted_role, apply_move
from desk.models import Applicant, Case, ChecklistItem, StepRecord, new_id
from desk.queries import limits as counted
from desk.queries.office import OfficeProfile, chosen, profile, working_calendar
from desk.rules.confidence import CONFIDENTIAL
from desk.rules.permissions import Capability
from desk.rules.receipt import ALPHABET, LENGTH
from desk.rules.workflow import Move, MoveKind, Step
from desk.services.catalog import Intake, ServiceUnknownError, read_form
from desk.services.common import Problem, blocks, missing
from desk.store.changelog import record_command

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk.actions.workplace import Workplace
    from desk.rules.calendar import WorkingCalendar
    from desk.standards.model import Service, Standard


@dataclass(frozen=True, slots=True)
class IntakeOrder:
    """A filled-in form to open a case from.

    ``received_at`` is when it reached the office (aware; None: now); ``back_entry`` marks a paper form typed
    in later. ``inbox_id`` names the message it came in by, ``files`` what is attached. ``case_id`` is the id
    the case will have (see :func:`new_case_id`): the same order given again opens nothing twice.
    """

    service: str
    draft: Any
    visit_id: str | None = None
    ticket_id: str | None = None
    inbox_id: str | None = None
    received_at: datetime | None = None
    back_entry: bool = False
    files: tuple[NewFile, ...] = ()
    case_id: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """A case just opened; ``missing`` are the labels of papers still to come."""

    case_id: str
    number: str
    code: str
    due: date | None
    step: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Ground:
    """What an intake stands on."""

    office: OfficeProfile
    standard: "Standard"
    service: "Service"
    at: datetime
    received_at: datetime


def new_case_id() -> str:
    """An id for a case that a form is about to open; kept with its draft, so that a form recovered after a
    crash cannot be registered a second time."""
    return new_id()


def open_case(workplace: "Workplace", order: IntakeOrder) -> Opened:
    """Open a case: register number, code, checklist, due date and first step record.

    An incomplete request is registered and waits for the applicant with its clock stopped (facts.md,
    "Completeness"). A spoken answer is closed at once (S3). A confidential case keeps who asks apart, and no
    trace of the visit it came by (S4).

    Raises:
        NotAllowedError: a confidential case is for those who may know who asks.
        ProblemsError: the form has problems that stop saving.
        ServiceUnknownError: no form for that service.
    """
    workplace.require(Capability.OPEN_CASE)
    if order.service in CONFIDENTIAL:
        workplace.require(Capability.SEE_COMPLAINT)
    files = keep_files(workplace, order.files)
    with workplace.write("open_case") as session:
        known = session.get(Case, order.case_id) if order.case_id else None
        if known is not None:
            return _opened_before(session, known)
        office = profile(session)
        now = workplace.now()
        entered_on = office.day_of(order.received_at if order.back_entry and order.received_at else now)
        standard = chosen(session, workplace.standards.current(office.standard, entered_on))
        if order.received_at is not None and order.received_at > now:
            raise ProblemsError([Problem("received_at", "Waktu diterima belum tiba; periksa kembali.")])
        ground = _Ground(office, standard, _service(standard, order.service), now, order.received_at or now)
        calendar = working_calendar(session)
        intake = read_form(order.service, order.draft, standard, calendar, ground.received_at)
        if blocks(intake.problems):
            raise ProblemsError(intake.problems)
        case = _add_case(session, workplace, order, ground, intake, calendar)
        session.add_all(file.record(case_id=case.id, at=now, by=workplace.actor.staff_id) for file in files)
        if order.inbox_id is not None:
            settle_entry(session, order.inbox_id, case.id)
        lacking = tuple(one.label for one in missing(intake.checklist))
        _first_steps(session, workplace, case, lacking, ground.received_at if order.back_entry else None)
        if case.spoken or lacking:
            limits.recount(session, workplace.standards, calendar, case, now, "")
        opened = Opened(case.id, case.number, case.code, case.due, case.step, lacking)
    return replace(opened, number=numbers.official(opened.number, workplace))


def update_checklist(workplace: "Workplace", case_id: str, present: dict[str, bool]) -> tuple[str, ...]:
    """Tick papers that came in (or untick), by key; returns labels of what is still missing.

    When nothing is missing any more, a waiting case runs on by itself and its clock with it.
    """
    workplace.require(Capability.OPEN_CASE)
    with workplace.write("update_checklist") as session:
        case = limits.open_case_row(session, case_id)
        items = session.query(ChecklistItem).filter_by(case_id=case_id).order_by(ChecklistItem.position).all()
        for item in items:
            if item.key in present and item.present is not present[item.key]:
                item.present = present[item.key]
                item.checked_at = workplace.now() if item.present else None
        lacking = tuple(item.label for item in items if item.required and not item.present)
        session.flush()
        if lacking:
            wait_for(session, workplace, case, lacking)
        else:
            run_on(session, workplace, case)
        return lacking


def _add_case(
    session: "Session",
    workplace: "Workplace",
    order: IntakeOrder,
    ground: _Ground,
    intake: Intake,
    calendar: "WorkingCalendar",
) -> Case:
    case_id = order.case_id or new_id()
    entered_at = ground.received_at if order.back_entry else ground.at
    request = numbers.NumberRequest(
        ground.service.register, ground.office.day_of(entered_at), "cases", case_id
    )
    complete = not missing(intake.checklist)
    secret = order.service in CONFIDENTIAL  # the guestbook names who came
    case = Case(
        id=case_id,
        service=order.service,
        standard=ground.standard.id,
        flow=intake.flow,
        step=ground.service.flow(intake.flow).start,
        number=numbers.issue(session, ground.office, ground.standard, request, ground.at),
        code="".join(secrets.choice(ALPHABET) for _ in range(LENGTH)),
        subject=intake.subject,
        category=intake.category,
        channel=intake.channel,
        eppid_number=intake.eppid_number,
        received_at=ground.received_at,
        registered_at=entered_at,
        complete_at=ground.received_at if complete else None,
        stepped_at=entered_at,
        spoken=intake.spoken,
        back_entry=order.back_entry,
        visit_id=None if secret else order.visit_id,
        ticket_id=None if secret else order.ticket_id,
        registered_by=workplace.actor.staff_id,
        detail=msgspec.to_builtins(confidence.kept(order.service, order.draft)),
    )
    due = counted.first_due(session, workplace.standards, calendar, case)
    if due is not None and complete and not intake.spoken:
        case.due, case.original_due = due.due, due.original_due
    session.add(case)
    insert_rows(session, Applicant, {"case_id": case_id, **applicant_values(intake)})
    insert_rows(session, ChecklistItem, *checklist_rows(case_id, intake, ground.at))
    return case


def _service(standard: "Standard", slug: str) -> "Service":
    found = standard.services.get(slug)
    if found is None:
        raise ServiceUnknownError(f"Layanan “{slug}” tidak ada pada standar kantor ini.")
    return found


def _opened_before(session: "Session", case: Case) -> Opened:
    items = session.query(ChecklistItem).filter_by(case_id=case.id, required=True, present=False)
    lacking = tuple(item.label for item in items.order_by(ChecklistItem.position))
    return Opened(case.id, case.number, case.code, case.due, case.step, lacking)


def applicant_values(intake: Intake) -> dict[str, str]:
    """Columns of the applicant as a form gives them."""
    who, letter = intake.applicant, intake.letter
    return {
        "kind": who.kind.value,
        "name": who.name.strip() or (letter.sender.strip() if letter else "") or "Tanpa nama",
        "identity_kind": who.identity_kind.value,
        "nik": who.identity_number.strip(),
        "address": who.address.strip(),
        "occupation": who.occupation.strip(),
        "phone": who.phone.strip(),
        "email": who.email.strip(),
        "body_name": who.body_name.strip(),
        "deed": who.body_deed.strip(),
        "proxy_name": intake.proxy.name.strip() if intake.proxy else "",
    }


def checklist_rows(case_id: str, intake: Intake, at: datetime) -> list[dict[str, Any]]:
    """The checklist of a form as rows; what is present was seen at ``at``."""
    return [
        {
            "case_id": case_id,
            "key": item.requirement.key,
            "label": item.requirement.label,
            "required": item.requirement.required,
            "present": item.met,
            "checked_at": at if item.met else None,
            "position": position,
        }
        for position, item in enumerate(intake.checklist)
    ]


def _first_steps(
    session: "Session",
    workplace: "Workplace",
    case: Case,
    lacking: tuple[str, ...],
    on_paper: datetime | None,
) -> None:
    """The record of the registration, and what follows from it by itself; ``on_paper``: its real time."""
    record_command(session, row_id=case.id, from_step=None, verb="daftar", to_step=case.step)
    flow = workplace.standards.get(case.standard).services[case.service].flow(case.flow)
    role = acted_role(workplace, flow.step(case.step).roles, None)
    first = {
        "case_id": case.id,
        "verb": "daftar",
        "to_step": case.step,
        "staff_id": workplace.actor.staff_id,
        "role": role,
        "at": on_paper or workplace.now(),
        "from_paper": on_paper is not None,
    }
    insert_rows(session, StepRecord, first)
    moves = flow.step(case.step).moves
    if case.spoken and moves:
        apply_move(session, workplace, MoveOrder(case.id, moves[0].verb, done_at=on_paper))
        at = on_paper or workplace.now()
        session.add(granted_at_once(case, workplace.actor.staff_id, role, at))
    elif lacking:
        wait_for(session, workplace, case, lacking, on_paper)


def wait_for(
    session: "Session",
    workplace: "Workplace",
    case: Case,
    lacking: tuple[str, ...],
    on_paper: datetime | None = None,
) -> None:
    """Papers are missing: where the step can wait for the applicant, it does, and the clock stands."""
    flow = workplace.standards.get(case.standard).services[case.service].flow(case.flow)
    stops = [one for one in flow.step(case.step).moves if one.kind is MoveKind.STOP]
    stop = next((one for one in stops if _resume(flow.step(one.to)) is not None), None)
    if stop is not None:
        order = MoveOrder(case.id, stop.verb, reason="; ".join(lacking), done_at=on_paper)
        apply_move(session, workplace, order, by_rule=True)


def run_on(session: "Session", workplace: "Workplace", case: Case) -> None:
    """Nothing is missing any more: a waiting case runs on, and its clock with it."""
    flow = workplace.standards.get(case.standard).services[case.service].flow(case.flow)
    resume = _resume(flow.step(case.step))
    if resume is not None:
        apply_move(session, workplace, MoveOrder(case.id, resume.verb), by_rule=True)
    elif case.complete_at is None:
        at = workplace.now()
        case.complete_at = at
        limits.recount(session, workplace.standards, working_calendar(session), case, at, "Berkas dilengkapi")


def _resume(step: Step) -> Move | None:
    """The move by which a case goes on by itself once its papers are there; one that is written on a sheet
    (the result of a clarification) is somebody's to make."""
    return next((one for one in step.moves if one.kind is MoveKind.RESUME and not one.entry), None)
