"""The agenda of incoming letters, and the electronic ones that are still to be printed (P3, C2)."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.models import Attachment, Case, Printout
from desk.rules.intake import Channel
from desk.standards.loader import Standards

ELECTRONIC = tuple(one.value for one in Channel if one not in (Channel.IN_PERSON, Channel.LETTER))
"""Channels whose letters reach the office as files and are printed here (C2)."""

LETTER_FLOW = "letter"


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A line of the agenda of incoming letters; ``step_label`` says where the letter is now."""

    case_id: str
    number: str
    received_at: datetime
    sender: str
    letter_number: str
    letter_date: str
    subject: str
    channel: str
    step: str
    step_label: str
    closed: bool


@dataclass(frozen=True, slots=True)
class ElectronicLetter:
    """A file that came in by an electronic channel and is to be printed; ``printed_at`` None: not yet."""

    file_id: str
    case_id: str
    number: str
    name: str
    channel: str
    sender: str
    at: datetime
    printed_at: datetime | None


def agenda(session: Session, standards: Standards, limit: int = 200) -> tuple[AgendaRow, ...]:
    """Incoming letters, newest first (facts.md, "Agenda in")."""
    rows = session.scalars(
        select(Case).where(Case.flow == LETTER_FLOW).order_by(Case.received_at.desc()).limit(limit)
    )
    return tuple(_agenda(standards, row) for row in rows)


def electronic_letters(session: Session, limit: int = 200) -> tuple[ElectronicLetter, ...]:
    """Files of open cases that came in electronically: unprinted ones first, then oldest first (C2)."""
    printed = {
        row.subject_id: row.at
        for row in session.execute(
            select(Printout.subject_id, Printout.at).where(Printout.paper == "file").order_by(Printout.at)
        )
    }
    query = (
        select(Attachment, Case)
        .join(Case, Case.id == Attachment.case_id)
        .where(Case.closed_at.is_(None), Attachment.removed_at.is_(None), Case.channel.in_(ELECTRONIC))
        .where(Attachment.kind.in_(("incoming_letter", "form", "other")))
        .order_by(Attachment.at, Attachment.id)
        .limit(limit)
    )
    found = [
        ElectronicLetter(
            file.id,
            case.id,
            case.number,
            file.name,
            case.channel,
            _letter(case).get("sender", ""),
            file.at,
            printed.get(file.id),
        )
        for file, case in session.execute(query)
    ]
    return tuple(sorted(found, key=lambda one: one.printed_at is not None))


def _letter(case: Case) -> dict[str, str]:
    kept = case.detail.get("letter") or {}
    return {name: str(value) for name, value in kept.items() if value}


def _agenda(standards: Standards, case: Case) -> AgendaRow:
    letter = _letter(case)
    flow = standards.get(case.standard).services[case.service].flow(case.flow)
    return AgendaRow(
        case.id,
        case.number,
        case.received_at,
        letter.get("sender", ""),
        letter.get("number", ""),
        letter.get("dated", ""),
        letter.get("subject", "") or case.subject,
        case.channel,
        case.step,
        flow.step(case.step).label,
        case.closed_at is not None,
    )
