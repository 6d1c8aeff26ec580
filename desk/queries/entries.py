"""What services keep of cases beside their forms, read for the case page and for rules over several cases."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.models import Case, CaseEntry, ChecklistItem
from desk.queries.complaints import WITHDRAWN
from desk.queries.order import as_written
from desk.queries.order import of_case as rows_of_case
from desk.queries.staff import names


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry of a case, its data as the service's class gave it."""

    kind: str
    data: dict[str, Any]
    at: datetime
    by: str
    role: str
    staff_id: str


def of_case(session: Session, case_id: str) -> tuple[EntryRow, ...]:
    """Entries of a case in the order they were written."""
    known = names(session)
    rows = rows_of_case(session, CaseEntry, case_id)
    return tuple(
        EntryRow(one.kind, one.data, one.at, known.get(one.staff_id, ""), one.role, one.staff_id)
        for one in rows
    )


def latest(session: Session, case_id: str) -> dict[str, dict[str, Any]]:
    """The entry that holds of each kind of a case."""
    return {one.kind: one.data for one in of_case(session, case_id)}


def elsewhere(session: Session, kind: str, case_id: str) -> tuple[dict[str, Any], ...]:
    """The entry of that kind that holds in every other case that is still open."""
    query = (
        select(CaseEntry)
        .join(Case, Case.id == CaseEntry.case_id)
        .where(CaseEntry.kind == kind, CaseEntry.case_id != case_id, Case.closed_at.is_(None))
        .order_by(*as_written(CaseEntry))
    )
    return tuple({one.case_id: one.data for one in session.scalars(query)}.values())


def decided(
    session: Session, service: str, case_id: str
) -> tuple[tuple[str, dict[str, dict[str, Any]]], ...]:
    """Every other case of a service that was decided and not withdrawn: its decision, and what holds of each
    kind."""
    query = (
        select(CaseEntry, Case.decision)
        .join(Case, Case.id == CaseEntry.case_id)
        .where(Case.service == service, Case.id != case_id, Case.decision != "", Case.step != WITHDRAWN)
        .order_by(*as_written(CaseEntry))
    )
    found: dict[str, tuple[str, dict[str, dict[str, Any]]]] = {}
    for one, decision in session.execute(query):
        found.setdefault(one.case_id, (decision, {}))[1][one.kind] = one.data
    return tuple(found.values())


def papers_there(session: Session, case_id: str) -> tuple[str, ...]:
    """Labels of the papers of a case that are there, in the order of its checklist."""
    query = select(ChecklistItem.label).where(ChecklistItem.case_id == case_id, ChecklistItem.present)
    return tuple(session.scalars(query.order_by(ChecklistItem.position)))
