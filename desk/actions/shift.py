"""The note from one guard shift to the next (G2)."""

from typing import TYPE_CHECKING

from desk.actions.errors import NotFoundError, ProblemsError
from desk.models import ShiftNote, new_id
from desk.rules.permissions import Capability
from desk.services.common import Problem

if TYPE_CHECKING:
    from desk.actions.workplace import Workplace


def leave_shift_note(workplace: "Workplace", text: str) -> str:
    """Leave a note for the next shift; its id.

    Raises:
        ProblemsError: the note is empty (field ``text``).
    """
    workplace.require(Capability.REGISTER_VISIT)
    if not text.strip():
        raise ProblemsError([Problem("text", "Isi catatan untuk regu berikutnya.")])
    with workplace.write("leave_shift_note") as session:
        note = ShiftNote(
            id=new_id(), at=workplace.now(), staff_id=workplace.actor.staff_id, text=text.strip()
        )
        session.add(note)
        return note.id


def read_shift_note(workplace: "Workplace", note_id: str) -> None:
    """Say that a note was read and taken over; the first reader stays noted.

    Raises:
        NotFoundError: no such note.
    """
    workplace.require(Capability.REGISTER_VISIT)
    with workplace.write("read_shift_note") as session:
        note = session.get(ShiftNote, note_id)
        if note is None:
            raise NotFoundError("Catatan itu tidak ada lagi.")
        if note.read_at is None:
            note.read_at, note.read_by = workplace.now(), workplace.actor.staff_id
