"""What a case that comes to nothing had planned is let go: its events, its appointments, whom the gate
expects by it."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import select

from desk.actions.appointments import announce
from desk.actions.events import cancel_events_of
from desk.models import Appointment, Case
from desk.queries.appointments import CANCELLED, PLANNED
from desk.services.catalog import service_kit

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def let_go(session: "Session", case: Case, reason: str, at: datetime) -> None:
    """Cancel what is still to come of a case that is withdrawn or given up, within the running action."""
    kit = service_kit(case.service)
    if kit.events:
        cancel_events_of(session, case.id, reason)
    if kit.meets:
        coming = select(Appointment).where(
            Appointment.case_id == case.id, Appointment.state == PLANNED, Appointment.starts > at
        )
        for row in session.scalars(coming):
            row.state, row.reason = CANCELLED, reason.strip()
    if any(one.announces is not None for one in kit.entries.values()):
        announce(session, case.id, ())
