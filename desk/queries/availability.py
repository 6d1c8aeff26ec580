"""Who of the leaders and section heads can be met now (G4)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.models import PresenceWord
from desk.queries.office import profile
from desk.queries.staff import Colleague, colleagues, names
from desk.rules.presence import LEADERS, TOLD_OF, Presence, lapsed


@dataclass(frozen=True, slots=True)
class Availability:
    """Somebody guests ask for: the roles held, lent ones included, and what was last said today.

    ``since`` is when it was said (UTC; None: nobody said anything today), ``said_by`` by whom.
    """

    staff_id: str
    name: str
    roles: tuple[str, ...]
    state: Presence = Presence.UNKNOWN
    until: datetime | None = None
    room: str = ""
    note: str = ""
    since: datetime | None = None
    said_by: str = ""

    @property
    def leader(self) -> bool:
        """Whether this is the Ketua, a member or the Sekretaris."""
        return any(role in LEADERS for role in self.roles)

    def lapsed(self, now: datetime) -> bool:
        """Whether what was said was to last only until a moment that is over."""
        return lapsed(self.until, now)


def availability(session: Session, at: datetime) -> tuple[Availability, ...]:
    """Everybody guests ask for, leaders first, with the last word of the day of ``at``: what was said
    yesterday holds no longer."""
    day, known = profile(session).day_of(at), names(session)
    query = select(PresenceWord).where(PresenceWord.day == day)
    said = {one.staff_id: one for one in session.scalars(query.order_by(PresenceWord.since, PresenceWord.id))}
    found = [_of(one, said.get(one.staff_id), known) for one in colleagues(session, at)]
    return tuple(sorted((one for one in found if one.roles), key=lambda one: TOLD_OF.index(one.roles[0])))


def _of(person: Colleague, word: PresenceWord | None, known: dict[str, str]) -> Availability:
    roles = tuple(role for role in TOLD_OF if role in person.roles)
    if word is None or word.state == Presence.UNKNOWN:
        return Availability(person.staff_id, person.name, roles)
    return Availability(
        person.staff_id,
        person.name,
        roles,
        Presence(word.state),
        word.until,
        word.room,
        word.note,
        word.since,
        known.get(word.said_by, ""),
    )


def of_role(people: Iterable[Availability], role: str) -> tuple[Availability, ...]:
    """Those who hold a role."""
    return tuple(one for one in people if role in one.roles)
