"""Rows of any table in a reader's terms: stored values as they are meant, ids as names, what a row is
about."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desk.models import (
    AnnouncedGuest,
    Applicant,
    Appointment,
    Base,
    Case,
    Counter,
    EducationEvent,
    EducationResource,
    Election,
    InboxEntry,
    Letter,
    Staff,
    Ticket,
    Visit,
    VisitorCard,
    VoteRow,
)

_NAMES: Mapping[str, Any] = {
    "staff_id": Staff.name,
    "signer_id": Staff.name,
    "by_staff_id": Staff.name,
    "recorded_by": Staff.name,
    "noted_by": Staff.name,
    "given_by": Staff.name,
    "said_by": Staff.name,
    "delegate_id": Staff.name,
    "assignee_id": Staff.name,
    "visit_id": Visit.name,
    "ticket_id": Ticket.label,
    "counter_id": Counter.label,
    "case_id": Case.number,
    "election_id": Election.name,
    "event_id": EducationEvent.title,
    "resource_id": EducationResource.name,
    "kept_by": Staff.name,
}
"""Columns that hold an id -> what is read instead."""

_ABOUT: Mapping[str, Any] = {
    "appointments": Appointment.name,
    "announced_guests": AnnouncedGuest.name,
    "visits": Visit.name,
    "tickets": Ticket.label,
    "counters": Counter.label,
    "visitor_cards": VisitorCard.number,
    "staff": Staff.name,
    "inbox_entries": InboxEntry.subject,
    "letters": Letter.subject,
    "applicants": Applicant.name,
    "vote_rows": VoteRow.party,
    "education_events": EducationEvent.title,
    "education_resources": EducationResource.name,
}
"""Table -> the column that says which row it is; rows of a case are known by the case."""


def meant(session: Session, table: str, column: str, stored: Any, *, ids: bool = False) -> Any:
    """A stored value as the use cases know it: moments, days, lists, truth; an id as the name behind it, with
    ``ids`` as itself.

    What cannot be read (a newer program's) is given back as stored.
    """
    named = None if ids else _NAMES.get(column)
    if named is not None and isinstance(stored, str):
        return session.scalar(sa.select(named).where(named.class_.id == stored)) or ""
    found = Base.metadata.tables[table].columns.get(column) if table in Base.metadata.tables else None
    if found is None or stored is None:
        return stored
    if isinstance(found.type, sa.Boolean):
        return bool(stored)
    if not isinstance(found.type, sa.types.TypeDecorator):
        return stored
    try:
        return found.type.process_result_value(stored, session.get_bind().dialect)
    except (ValueError, TypeError):
        return stored


def about(session: Session, table: str, row_id: str, case_id: str | None, known: Mapping[str, Any]) -> str:
    """What a row is about, in a few words; ``known`` are values of it where it is not in the store."""
    case = session.get(Case, row_id if table == "cases" else case_id or "")
    if case is not None:
        return " · ".join(part for part in (case.number, case.subject) if part)
    column = _ABOUT.get(table)
    if column is None:
        return str(known.get("subject") or known.get("name") or "")
    found = session.scalar(sa.select(column).where(column.class_.id == row_id))
    return str(found or known.get(column.key) or "")
