"""Appointments of a day, of a case, to come; and who is taken when (G4)."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from desk.models import Appointment, Visit
from desk.queries.office import profile
from desk.queries.staff import names
from desk.rules.meetings import Taken

PLANNED, CANCELLED = "planned", "cancelled"


@dataclass(frozen=True, slots=True)
class AppointmentRow:
    """An appointment with the names behind it; instants UTC. ``visit_id`` names the visitor's registration at
    the gate once they came; ``delegate`` and ``approved_by`` are empty where nobody stands in."""

    id: str
    role: str
    staff_id: str
    host: str
    name: str
    institution: str
    phone: str
    subject: str
    case_id: str
    starts: datetime
    ends: datetime
    room: str
    accompanied_by: str
    delegate_role: str
    delegate_id: str
    delegate: str
    approved_by: str
    approved_at: datetime | None
    approval_way: str
    state: str
    reason: str
    visit_id: str

    @property
    def receives(self) -> tuple[str, str]:
        """Role and name of who receives the visitor."""
        return (self.delegate_role, self.delegate) if self.delegate_id else (self.role, self.host)


def of_day(session: Session, day: date) -> tuple[AppointmentRow, ...]:
    """Appointments that begin on the office's day, in their order; cancelled ones are left out."""
    starts, ends = _day(session, day)
    return _rows(
        session, Appointment.starts >= starts, Appointment.starts < ends, Appointment.state == PLANNED
    )


def to_come(session: Session, day: date) -> tuple[AppointmentRow, ...]:
    """Appointments from the office's day on, in their order, cancelled ones among them."""
    return _rows(session, Appointment.starts >= _day(session, day)[0])


def of_case(session: Session, case_id: str) -> tuple[AppointmentRow, ...]:
    """Appointments of a case in their order."""
    return _rows(session, Appointment.case_id == case_id)


def appointment(session: Session, appointment_id: str) -> AppointmentRow | None:
    """One appointment."""
    return next(iter(_rows(session, Appointment.id == appointment_id)), None)


def taken(session: Session, staff_id: str, starts: datetime, ends: datetime) -> tuple[Taken, ...]:
    """When somebody receives visitors already between two moments."""
    query = select(Appointment).where(
        Appointment.state == PLANNED, Appointment.starts < ends, Appointment.ends > starts
    )
    found = [
        Taken(one.id, one.delegate_id or one.staff_id, one.name, one.starts, one.ends)
        for one in session.scalars(query)
    ]
    return tuple(one for one in found if one.staff_id == staff_id)


def _day(session: Session, day: date) -> tuple[datetime, datetime]:
    begin = datetime.combine(day, time.min, profile(session).zone)
    return begin, begin + timedelta(days=1)


def _rows(session: Session, *wanted: ColumnElement[bool]) -> tuple[AppointmentRow, ...]:
    known = names(session)
    found = session.scalars(
        select(Appointment).where(*wanted).order_by(Appointment.starts, Appointment.id)
    ).all()
    ids = [one.id for one in found]
    came = {
        one.expected_id: one.id for one in session.scalars(select(Visit).where(Visit.expected_id.in_(ids)))
    }
    return tuple(_row(one, known, came.get(one.id, "")) for one in found)


def _row(one: Appointment, known: dict[str, str], visit_id: str) -> AppointmentRow:
    return AppointmentRow(
        id=one.id,
        role=one.role,
        staff_id=one.staff_id,
        host=known.get(one.staff_id, ""),
        name=one.name,
        institution=one.institution,
        phone=one.phone,
        subject=one.subject,
        case_id=one.case_id or "",
        starts=one.starts,
        ends=one.ends,
        room=one.room,
        accompanied_by=one.accompanied_by,
        delegate_role=one.delegate_role,
        delegate_id=one.delegate_id or "",
        delegate=known.get(one.delegate_id or "", ""),
        approved_by=one.approved_by,
        approved_at=one.approved_at,
        approval_way=one.approval_way,
        state=one.state,
        reason=one.reason,
        visit_id=visit_id,
    )
