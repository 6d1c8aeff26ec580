"""Extensions of limits and their notices: what was granted, what it moved, whether it was signed (S3)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from desk.models import Case, DueChange, Letter, LimitExtension
from desk.queries.history import LetterRow, letter_row
from desk.queries.office import OfficeProfile, profile
from desk.queries.order import of_case as rows_of_case
from desk.queries.staff import names
from desk.standards.loader import Standards
from desk.standards.model import Standard


@dataclass(frozen=True, slots=True)
class ExtensionRow:
    """An extension: days granted, why, and the due date before and after it (None: it did not move one).

    ``number`` is its place among those of the case, from 1; ``granted`` the days of all up to it.
    ``notice`` is its signed notice.
    """

    id: str
    case_id: str
    number: int
    days: int
    granted: int
    reason: str
    at: datetime
    by: str
    before: date | None
    after: date | None
    notice: LetterRow | None


@dataclass(frozen=True, slots=True)
class Unsigned:
    """An extension whose notice waits for its signature."""

    extension_id: str
    case_id: str
    case_number: str


def of_case(session: Session, case_id: str) -> tuple[ExtensionRow, ...]:
    """Extensions of a case, oldest first."""
    known = names(session)
    found = rows_of_case(session, LimitExtension, case_id)
    moves = list(rows_of_case(session, DueChange, case_id))
    rows, granted = [], 0
    for number, row in enumerate(found, start=1):
        granted += row.days
        moved = next((one for one in moves if one.at == row.granted_at), None)
        if moved is not None:
            moves.remove(moved)
        rows.append(
            ExtensionRow(
                id=row.id,
                case_id=case_id,
                number=number,
                days=row.days,
                granted=granted,
                reason=row.reason,
                at=row.granted_at,
                by=known.get(row.granted_by, ""),
                before=moved.before if moved else None,
                after=moved.after if moved else None,
                notice=notice(session, row.id),
            )
        )
    return tuple(rows)


def case_of(session: Session, extension_id: str) -> str | None:
    """The case an extension belongs to."""
    return session.scalar(select(LimitExtension.case_id).where(LimitExtension.id == extension_id))


def notice(session: Session, extension_id: str) -> LetterRow | None:
    """The signed notice of an extension; one declared void does not count."""
    row = session.scalar(select(Letter).where(Letter.extension_id == extension_id, Letter.state == "signed"))
    return None if row is None else letter_row(row)


def signer(standard: Standard, office: OfficeProfile, service: str) -> str:
    """The role that signs for a service: the office's setting, else the standard's (facts.md: PPID)."""
    return office.text(f"signer_{service}", "") or standard.services[service].signer


def unsigned(session: Session, standards: Standards, roles: Collection[str]) -> tuple[Unsigned, ...]:
    """Extensions of open cases whose notice waits for one of these roles, oldest first."""
    office = profile(session)
    signed = exists().where(Letter.extension_id == LimitExtension.id, Letter.state == "signed")
    found = session.execute(
        select(LimitExtension.id, Case.id, Case.number, Case.standard, Case.service)
        .join(Case, Case.id == LimitExtension.case_id)
        .where(Case.closed_at.is_(None), ~signed)
        .order_by(LimitExtension.granted_at)
    )
    return tuple(
        Unsigned(extension_id, case_id, number)
        for extension_id, case_id, number, standard, service in found
        if signer(standards.get(standard), office, service) in roles
    )
