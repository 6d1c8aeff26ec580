"""Visitors who leave: one by one, all at closing time, and those of former days nobody noted (G2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from desk.actions.cards import free_card, give_card
from desk.actions.errors import StaleError
from desk.actions.visits import find_visit
from desk.queries.office import OfficeProfile, profile
from desk.rules.permissions import Capability

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk.actions.workplace import Workplace
    from desk.models import Visit


@dataclass(frozen=True, slots=True)
class CheckedOut:
    """A visitor who left; ``card`` is the card given back, empty when none was."""

    visit_id: str
    name: str
    card: str


def check_out(workplace: "Workplace", visit_id: str, card_returned: bool = True) -> CheckedOut:
    """Note that a visitor left, and take the card back (G2).

    With ``card_returned`` false the card stays noted as not returned.

    Raises:
        NotFoundError: no such visit.
        StaleError: the visitor left already.
    """
    workplace.require(Capability.REGISTER_VISIT)
    at = workplace.now()
    with workplace.write("check_out") as session:
        return _leave(session, visit_id, at, card_returned)


def check_out_all(workplace: "Workplace", visit_ids: Sequence[str]) -> tuple[CheckedOut, ...]:
    """Note that all these visitors left, at closing time: all of them or none.

    Raises:
        NotFoundError, StaleError: as :func:`check_out`.
    """
    workplace.require(Capability.REGISTER_VISIT)
    at = workplace.now()
    with workplace.write("check_out_all") as session:
        return tuple(_leave(session, visit_id, at, card_returned=True) for visit_id in visit_ids)


def undo_check_out(workplace: "Workplace", left: Sequence[CheckedOut]) -> None:
    """Let visitors who were noted as gone be inside again, each with the card given back.

    Raises:
        NotFoundError: a visit is no longer there.
        ProblemsError: somebody else carries the card by now.
    """
    workplace.require(Capability.REGISTER_VISIT)
    with workplace.write("undo_check_out") as session:
        for one in left:
            visit = find_visit(session, one.visit_id)
            visit.left_at = None
            if one.card:
                give_card(session, one.card, visit)


def close_forgotten(workplace: "Workplace", visit_ids: Sequence[str], note: str) -> int:
    """Close visits of former days that nobody noted the end of; how many were closed.

    The time out is the closing hour of their day (never before they came), the note says that it was not
    seen. A card still carried stays noted as not returned.

    Raises:
        NotFoundError: a visit is no longer there.
        StaleError: one was closed already, or is of today.
    """
    workplace.require(Capability.REGISTER_VISIT)
    at = workplace.now()
    with workplace.write("close_forgotten") as session:
        office = profile(session)
        for visit_id in visit_ids:
            visit = find_visit(session, visit_id)
            if visit.left_at is not None or visit.day >= office.day_of(at):
                raise StaleError(f"{visit.name} sudah dicatat keluar atau baru datang hari ini.")
            visit.left_at = _closing(office, visit, at)
            words = note.strip() or "Jam keluar tidak tercatat."
            visit.note = f"{visit.note} {words}".strip()
    return len(visit_ids)


def _leave(session: "Session", visit_id: str, at: datetime, card_returned: bool) -> CheckedOut:
    visit = find_visit(session, visit_id)
    if visit.left_at is not None:
        raise StaleError(f"{visit.name} sudah dicatat pulang.")
    visit.left_at = at
    card = free_card(session, visit) if card_returned else ""
    return CheckedOut(visit.id, visit.name, card)


def _closing(office: OfficeProfile, visit: "Visit", at: datetime) -> datetime:
    """When the office closed on the day of a visit; on a closed day its midnight."""
    closes = office.hours.closes(visit.day.weekday())
    if closes is None:
        closed = datetime.combine(visit.day + timedelta(days=1), time(), office.zone)
    else:
        closed = datetime.combine(visit.day, closes, office.zone)
    return min(max(closed.astimezone(UTC), visit.arrived_at), at)
