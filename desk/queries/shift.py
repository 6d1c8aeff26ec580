"""Handover notes of the guards (G2)."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk.models import ShiftNote
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


def shift_notes(session: Session, limit: int = 50) -> tuple[ShiftNoteRow, ...]:
    """The newest notes, newest first."""
    people = names(session)
    found = session.scalars(select(ShiftNote).order_by(ShiftNote.at.desc(), ShiftNote.id.desc()).limit(limit))
    return tuple(
        ShiftNoteRow(
            row.id,
            row.at,
            row.staff_id,
            people.get(row.staff_id, ""),
            row.text,
            row.read_at,
            people.get(row.read_by or "", ""),
        )
        for row in found
    )


def unread_notes(session: Session, staff_id: str) -> int:
    """Notes that others left and nobody has taken over yet."""
    found = select(func.count()).select_from(ShiftNote)
    return session.scalar(found.where(ShiftNote.read_at.is_(None), ShiftNote.staff_id != staff_id)) or 0
