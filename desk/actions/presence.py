"""Saying where a leader or section head is (G4); a later word of the day stands over an earlier one."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING

from desk.actions.errors import NotFoundError, ProblemsError
from desk.models import PresenceWord
from desk.queries.availability import availability
from desk.queries.office import profile
from desk.rules.permissions import Capability
from desk.rules.presence import Presence
from desk.services.common import Problem

if TYPE_CHECKING:
    from desk.actions.workplace import Workplace


@dataclass(frozen=True, slots=True)
class PresenceDraft:
    """Where somebody is: ``until`` is a time of today on the office's clock (None: nobody knows)."""

    staff_id: str
    state: Presence
    until: time | None = None
    room: str = ""
    note: str = ""


def say_presence(workplace: "Workplace", draft: PresenceDraft) -> PresenceDraft:
    """Write down where somebody is; gives what stood before, which said again takes this back.

    Raises:
        NotFoundError: nobody asks for this person: they lead nothing here.
        ProblemsError: the time is over already (field ``until``).
    """
    workplace.require(Capability.TELL_PRESENCE)
    now = workplace.now()
    with workplace.write("say_presence") as session:
        office = profile(session)
        local = office.local(now)
        before = next((one for one in availability(session, now) if one.staff_id == draft.staff_id), None)
        if before is None:
            raise NotFoundError("Orang itu tidak memimpin bagian mana pun di kantor ini.")
        until = None if draft.until is None else datetime.combine(local.date(), draft.until, office.zone)
        if until is not None and until <= now:
            raise ProblemsError(
                [Problem("until", "Jam itu sudah lewat. Isi jam yang akan datang, atau kosongkan.")]
            )
        session.add(
            PresenceWord(
                day=local.date(),
                staff_id=draft.staff_id,
                state=draft.state,
                until=until,
                room=draft.room.strip(),
                note=draft.note.strip(),
                since=now,
                said_by=workplace.actor.staff_id,
            )
        )
        stood = None if before.until is None or before.lapsed(now) else office.local(before.until).time()
        return PresenceDraft(before.staff_id, before.state, stood, before.room, before.note)
