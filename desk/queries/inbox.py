"""The channel inbox and its daily check (C1)."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk.models import Attachment, Case, InboxCheck, InboxEntry
from desk.queries.confidence import closed, confided
from desk.queries.paging import PAGE, Cursor, Slice, beyond, cut
from desk.queries.staff import names
from desk.rules.confidence import WITHHELD
from desk.rules.intake import Channel


@dataclass(frozen=True, slots=True)
class MessageRow:
    """A message of a channel; who sent one that became a complaint, and what it says, is withheld from
    readers who may not know (S4)."""

    id: str
    channel: Channel
    received_at: datetime
    sender: str
    contact: str
    subject: str
    body: str
    external_number: str
    state: str
    case_id: str | None
    files: int
    dismiss_reason: str


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A channel and who looked at it on the day; ``at`` None: not yet."""

    channel: Channel
    at: datetime | None
    by: str


def messages(
    session: Session, after: Cursor | None = None, *, new_only: bool = True, size: int = PAGE
) -> Slice[MessageRow]:
    """Messages, oldest first while they wait, else newest first; one page of them."""
    wanted = select(InboxEntry)
    if new_only:
        wanted = wanted.where(InboxEntry.state == "new")
    query = beyond(wanted, (InboxEntry.received_at, InboxEntry.id), after, newest_first=not new_only)
    rows = session.scalars(query.limit(size + 1)).all()
    per_message = (
        select(Attachment.inbox_id, func.count().label("files"))
        .where(Attachment.inbox_id.in_([row.id for row in rows]))
        .group_by(Attachment.inbox_id)
    )
    counted = {row.inbox_id: row.files for row in session.execute(per_message)}
    return cut(
        rows,
        size,
        lambda one: _message(session, one, counted.get(one.id, 0)),
        lambda one: (one.received_at, one.id),
    )


def message(session: Session, inbox_id: str) -> MessageRow | None:
    """One message."""
    row = session.get(InboxEntry, inbox_id)
    if row is None:
        return None
    files = session.scalar(select(func.count()).where(Attachment.inbox_id == inbox_id)) or 0
    return _message(session, row, files)


def files(session: Session, inbox_id: str) -> tuple[tuple[str, str], ...]:
    """Id and name of what came with a message, in the order it was kept; nothing of a complaint for readers
    who may not know who complained (S4)."""
    row = message(session, inbox_id)
    if row is None or not row.files:
        return ()
    kept = select(Attachment.id, Attachment.name).where(
        Attachment.inbox_id == inbox_id, Attachment.removed_at.is_(None)
    )
    return tuple((key, name) for key, name in session.execute(kept.order_by(Attachment.at, Attachment.id)))


def waiting(session: Session) -> int:
    """How many messages wait."""
    return session.scalar(select(func.count()).where(InboxEntry.state == "new")) or 0


def checks(session: Session, day: date, channels: tuple[Channel, ...]) -> tuple[CheckRow, ...]:
    """The daily check of each channel on a day of the office."""
    known = names(session)
    done = {row.channel: row for row in session.scalars(select(InboxCheck).where(InboxCheck.day == day))}
    rows = []
    for channel in channels:
        found = done.get(channel.value)
        rows.append(
            CheckRow(channel, found.at if found else None, known.get(found.staff_id, "") if found else "")
        )
    return tuple(rows)


def _message(session: Session, row: InboxEntry, files: int) -> MessageRow:
    hidden = (
        row.case_id is not None
        and closed(session)
        and session.scalar(confided().where(Case.id == row.case_id)) is not None
    )
    return MessageRow(
        row.id,
        Channel(row.channel),
        row.received_at,
        WITHHELD if hidden else row.sender,
        "" if hidden else row.contact,
        "" if hidden else row.subject,
        "" if hidden else row.body,
        row.external_number,
        row.state,
        row.case_id,
        0 if hidden else files,
        row.dismiss_reason,
    )
