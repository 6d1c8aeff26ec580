"""The agenda of incoming letters, and the electronic ones that are still to be printed (P3, C2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, Select, exists, func, select
from sqlalchemy.orm import Session

from desk.models import Attachment, Case, Printout
from desk.queries.paging import PAGE, Cursor, Slice, beyond, cut
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


def agenda(
    session: Session, standards: Standards, after: Cursor | None = None, size: int = PAGE
) -> Slice[AgendaRow]:
    """Incoming letters in the order of their registration, newest first, one page of them."""
    letters = select(Case).where(Case.flow == LETTER_FLOW)
    query = beyond(letters, (Case.registered_at, Case.id), after, newest_first=True)
    found = session.scalars(query.limit(size + 1)).all()
    return cut(found, size, lambda one: _agenda(standards, one), lambda one: (one.registered_at, one.id))


def electronic_letters(
    session: Session, after: Cursor | None = None, size: int = PAGE
) -> Slice[ElectronicLetter]:
    """Files of open cases that came in electronically: unprinted ones first, then oldest first (C2)."""
    found: list[Row[Attachment, Case]] = []
    for printed in (False, True):
        if after is not None and after[0] and not printed:
            continue
        begun = after[1:] if after is not None and after[0] is printed else None
        query = beyond(_electronic(printed=printed), (Attachment.at, Attachment.id), begun)
        found += session.execute(query.limit(size + 1 - len(found))).all()
    times = _printed_at(session, [file.id for file, _case in found])
    return cut(
        found,
        size,
        lambda one: _electronic_row(one[0], one[1], times.get(one[0].id)),
        lambda one: (one[0].id in times, one[0].at, one[0].id),
    )


def unprinted(session: Session) -> int:
    """How many electronic letters are still to be printed."""
    query = _electronic(printed=False).with_only_columns(func.count())
    return session.scalar(query) or 0


def _electronic(*, printed: bool) -> Select[Attachment, Case]:
    done = exists().where(Printout.subject_id == Attachment.id, Printout.paper == "file")
    return (
        select(Attachment, Case)
        .join(Case, Case.id == Attachment.case_id)
        .where(Case.closed_at.is_(None), Attachment.removed_at.is_(None), Case.channel.in_(ELECTRONIC))
        .where(Attachment.kind.in_(("incoming_letter", "form", "other")), done if printed else ~done)
    )


def _printed_at(session: Session, file_ids: Sequence[str]) -> dict[str, datetime]:
    """When each of these files was printed last; those that never were are left out."""
    query = select(Printout.subject_id, Printout.at).where(
        Printout.paper == "file", Printout.subject_id.in_(file_ids)
    )
    return {row.subject_id: row.at for row in session.execute(query.order_by(Printout.at))}


def _electronic_row(file: Attachment, case: Case, printed_at: datetime | None) -> ElectronicLetter:
    sender = _letter(case).get("sender", "")
    return ElectronicLetter(
        file.id, case.id, case.number, file.name, case.channel, sender, file.at, printed_at
    )


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
