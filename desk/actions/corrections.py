"""Correcting the form of a registered case; its number, its code and its path stay (S3)."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import msgspec
from sqlalchemy import select

from desk.actions import confidence, limits
from desk.actions.cases import applicant_values, checklist_rows, run_on, wait_for
from desk.actions.errors import NotAllowedError, NotFoundError, ProblemsError, StaleError
from desk.models import Applicant, Case, ChecklistItem, StepRecord
from desk.queries.confidence import withheld
from desk.queries.office import chosen, working_calendar
from desk.queries.staff import mandate_of
from desk.rules.confidence import CONFIDENTIAL
from desk.rules.permissions import Capability
from desk.services.catalog import Intake, read_form, service_kit
from desk.services.common import Problem, blocks

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session

    from desk.actions.workplace import Workplace
    from desk.standards.loader import Standards

D = TypeVar("D")

VERB = "perbaiki_isian"
"""Verb of the step record a correction leaves; the case stays at its step."""


@dataclass(frozen=True, slots=True)
class Correction(Generic[D]):
    """A form begun from ``before`` (see :func:`registered_form`) and corrected to ``draft``."""

    before: D
    draft: D


def registered_form(session: "Session", standards: "Standards", case_id: str) -> Any:
    """The form of a case as it stands now, for its service's fields; papers ticked since are ticked in it.

    Raises:
        NotFoundError: no such case.
        NotAllowedError: it tells who complained, which is withheld from who reads (S4).
    """
    case = session.get(Case, case_id)
    if case is None:
        raise NotFoundError("Permohonan tidak ditemukan.")
    if withheld(session, case.service):
        raise NotAllowedError("Isian pengaduan hanya dibuka Tim Pengelola Pengaduan dan Sekretaris.")
    return _form_of(session, standards, case)


def correct_case(
    workplace: "Workplace", case_id: str, correction: "Correction[Any]", about: str = ""
) -> tuple[str, ...]:
    """Write a corrected form over an open case: applicant, subject, detail, category and checklist; number
    and path stay. Returns labels of required papers that are missing now.

    A waiting case that lacks nothing now runs on; one that lacks something waits where its step can.
    ``about`` names what was corrected, for the history.

    Raises:
        ProblemsError: the form has problems, or it belongs to another path.
        StaleError: somebody corrected it since the form was begun.
        NotFoundError: the case is closed or not there.
    """
    workplace.require(Capability.OPEN_CASE)
    with workplace.write("correct_case") as session:
        case = limits.open_case_row(session, case_id)
        if case.service in CONFIDENTIAL:
            workplace.require(Capability.SEE_COMPLAINT)
        if _form_of(session, workplace.standards, case) != correction.before:
            raise StaleError("Isian permohonan ini sudah diubah petugas lain.")
        intake = _read(session, workplace, case, correction.draft)
        _write(session, case, intake, correction.draft)
        lacking = _correct_checklist(session, case_id, intake, workplace.now())
        _record(session, workplace, case, about)
        if lacking:
            wait_for(session, workplace, case, lacking)
        else:
            run_on(session, workplace, case)
        calendar = working_calendar(session)
        limits.recount(
            session, workplace.standards, calendar, case, workplace.now(), "Isian permohonan diperbaiki"
        )
        return lacking


def _form_of(session: "Session", standards: "Standards", case: Case) -> Any:
    draft = confidence.whole(session, case, msgspec.convert(case.detail, service_kit(case.service).draft))
    standard = standards.get(case.standard)
    service = standard.services[case.service]
    bare = service_kit(case.service).intake(replace(draft, ticked=()), standard, service, None)
    by_itself = {one.requirement.key for one in bare.checklist if one.met}
    present = select(ChecklistItem.key).where(ChecklistItem.case_id == case.id, ChecklistItem.present)
    return replace(draft, ticked=tuple(sorted(set(session.scalars(present)) - by_itself)))


def _read(session: "Session", workplace: "Workplace", case: Case, draft: Any) -> Intake:
    standard = chosen(session, workplace.standards.get(case.standard))
    intake = read_form(case.service, draft, standard, working_calendar(session), case.received_at)
    if blocks(intake.problems):
        raise ProblemsError(intake.problems)
    if intake.flow != case.flow:
        raise ProblemsError([Problem("path", "Jalur permohonan yang sudah terdaftar tidak dapat diubah.")])
    return intake


def _write(session: "Session", case: Case, intake: Intake, draft: Any) -> None:
    applicant = session.query(Applicant).filter_by(case_id=case.id).one()
    for name, value in applicant_values(intake).items():
        setattr(applicant, name, value)
    case.subject, case.category = intake.subject, intake.category
    case.channel, case.eppid_number = intake.channel, intake.eppid_number
    case.detail = msgspec.to_builtins(confidence.kept(case.service, draft))


def _correct_checklist(session: "Session", case_id: str, intake: Intake, at: "datetime") -> tuple[str, ...]:
    """Bring the checklist of a case in line with its corrected form; labels of what is missing."""
    kept = {one.key: one for one in session.query(ChecklistItem).filter_by(case_id=case_id)}
    wanted = [ChecklistItem(**row) for row in checklist_rows(case_id, intake, at)]
    for key in kept.keys() - {row.key for row in wanted}:
        session.delete(kept[key])
    for row in wanted:
        known = kept.get(row.key)
        if known is None:
            session.add(row)
            continue
        known.position = row.position
        if row.present is not known.present:
            known.present, known.checked_at = row.present, row.checked_at
    session.flush()
    return tuple(row.label for row in wanted if row.required and not row.present)


def _record(session: "Session", workplace: "Workplace", case: Case, about: str) -> None:
    role = workplace.role_for(Capability.OPEN_CASE)
    session.add(
        StepRecord(
            case_id=case.id,
            from_step=case.step,
            verb=VERB,
            to_step=case.step,
            holder=case.holder,
            staff_id=workplace.actor.staff_id,
            role=role,
            mandate_id=mandate_of(session, workplace.actor.staff_id, role, workplace.now()),
            at=workplace.now(),
            note=about.strip(),
        )
    )
