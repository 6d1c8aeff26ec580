"""Handover notes of the guards (G2)."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk.models import ShiftNote
from desk.queries.paging import PAGE, Cursor, Slice, beyond, cut
from desk.queries.staff import names


@dataclass(frozen=True, slots=True)
class ShiftNoteRow:
    """A note with the names behind it; instants UTC, ``reader`` empty while nobody has read it."""

    note_id: str
    at: datetime
    writer_id: str
    writer: str
    text: str
    read_at: datetime | None
    reader: str


def shift_notes(session: Session, after: Cursor | None = None, size: int = PAGE) -> Slice[ShiftNoteRow]:
    """Notes, newest first, one page of them."""
    people = names(session)
    query = beyond(select(ShiftNote), (ShiftNote.at, ShiftNote.id), after, newest_first=True)
    found = session.scalars(query.limit(size + 1)).all()
    return cut(found, size, lambda one: _row(one, people), lambda one: (one.at, one.id))


def _row(note: ShiftNote, people: dict[str, str]) -> ShiftNoteRow:
    return ShiftNoteRow(
        note.id,
        note.at,
        note.staff_id,
        people.get(note.staff_id, ""),
        note.text,
        note.read_at,
        people.get(note.read_by or "", ""),
    )


def unread_notes(session: Session, staff_id: str) -> int:
    """Notes that others left and nobody has taken over yet."""
    found = select(func.count()).select_from(ShiftNote)
    return session.scalar(found.where(ShiftNote.read_at.is_(None), ShiftNote.staff_id != staff_id)) or 0
