"""What papers ask besides the case: printed before or not, the case behind a receipt, kept files."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.models import Attachment, Case, Delivery, FeeReceipt, Letter, Printout, Staff, StepRecord
from desk.queries.confidence import closed, confided
from desk.queries.order import last_written


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file of a case or a message; ``removed``: it was taken off, ``reason``: why an identity is kept."""

    id: str
    case_id: str | None
    kind: str
    name: str
    media_type: str
    sha256: str
    reason: str
    removed: bool


@dataclass(frozen=True, slots=True)
class Mover:
    """Who made a move, in which role; ``acting``: under a mandate (Plh.)."""

    name: str
    nip: str
    role: str
    acting: bool
    at: datetime


def last_mover(session: Session, case_id: str, verb: str) -> Mover | None:
    """Who made that move of a case last."""
    query = (
        select(StepRecord, Staff)
        .join(Staff, Staff.id == StepRecord.staff_id)
        .where(StepRecord.case_id == case_id, StepRecord.verb == verb)
        .order_by(*last_written(StepRecord))
        .limit(1)
    )
    found = session.execute(query).first()
    if found is None:
        return None
    step, person = found
    return Mover(person.name, person.nip, step.role, step.mandate_id is not None, step.at)


def printed_before(session: Session, paper: str, subject_id: str, since: datetime | None = None) -> bool:
    """Whether a paper of a subject was given out already; with ``since`` only from that moment on."""
    query = select(Printout.id).where(Printout.subject_id == subject_id, Printout.paper == paper)
    if since is not None:
        query = query.where(Printout.at >= since)
    return session.scalar(query.limit(1)) is not None


def case_of_letter(session: Session, letter_id: str) -> str | None:
    """The case a letter answers."""
    return session.scalar(select(Letter.case_id).where(Letter.id == letter_id))


def case_of_fee(session: Session, receipt_id: str) -> str | None:
    """The case a fee receipt belongs to."""
    return session.scalar(select(FeeReceipt.case_id).where(FeeReceipt.id == receipt_id))


def case_of_delivery(session: Session, delivery_id: str) -> str | None:
    """The case a hand-over belongs to."""
    return session.scalar(select(Delivery.case_id).where(Delivery.id == delivery_id))


def kept_file(session: Session, attachment_id: str) -> KeptFile | None:
    """A kept file, those taken off included; None too for a file of a complaint whose complainant is
    withheld from who reads (S4)."""
    row = session.get(Attachment, attachment_id)
    if row is None:
        return None
    if closed(session) and session.scalar(confided().where(Case.id == row.case_id)) is not None:
        return None
    removed = row.removed_at is not None
    return KeptFile(row.id, row.case_id, row.kind, row.name, row.media_type, row.sha256, row.reason, removed)
