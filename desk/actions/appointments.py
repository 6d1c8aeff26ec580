"""Booking a meeting with a leader or section head, delegating it with approval, cancelling it (G4).

Nobody receives two visitors at once: the server is asked first, offline nothing is booked (design.md, "Sync"
8).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete

from desk.actions.errors import NotFoundError, ProblemsError, StaleError
from desk.actions.lan import ServerNeededError
from desk.models import AnnouncedGuest, Appointment, Case, new_id
from desk.queries import appointments
from desk.queries.appointments import CANCELLED, PLANNED, AppointmentRow
from desk.queries.office import profile
from desk.rules.confidence import CONFIDENTIAL
from desk.rules.meetings import clash
from desk.rules.permissions import Capability
from desk.services.appointments import (
    AppointmentDraft,
    DelegationDraft,
    appointment_problems,
    approved_by,
    clash_words,
    delegation_problems,
    moments,
)
from desk.services.common import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable
    from zoneinfo import ZoneInfo

    from sqlalchemy.orm import Session

    from desk.actions.workplace import Workplace
    from desk.services.catalog import Announced

_OFFLINE = "Luring: janji temu baru dapat dicatat saat server tersambung."


@dataclass(frozen=True, slots=True)
class AppointmentKept:
    """An appointment just kept, and how it stood before (None: it is new)."""

    appointment_id: str
    before: AppointmentRow | None = None


def draft_of(row: AppointmentRow, zone: "ZoneInfo") -> AppointmentDraft:
    """A kept appointment as its form takes it."""
    starts = row.starts.astimezone(zone)
    return AppointmentDraft(
        role=row.role,
        staff_id=row.staff_id,
        name=row.name,
        institution=row.institution,
        phone=row.phone,
        subject=row.subject,
        case_id=row.case_id,
        day=starts.date(),
        at=starts.time(),
        minutes=int((row.ends - row.starts).total_seconds() // 60),
        room=row.room,
        accompanied_by=row.accompanied_by,
    )


def keep_appointment(
    workplace: "Workplace", draft: AppointmentDraft, seen: AppointmentRow | None = None
) -> AppointmentKept:
    """Book a new appointment, or move ``seen`` to what is filled in now.

    Raises:
        ProblemsError: see ``appointment_problems``; the person receives somebody else then (field ``at``);
            the case is a complaint, which nobody at the gate may know of (field ``subject``).
        ServerNeededError: the office's server is out of reach.
        StaleError: a colleague changed it meanwhile.
        NotFoundError: it is not there any more.
    """
    workplace.require(Capability.BOOK_MEETING)
    with _first(workplace), workplace.write("keep_appointment") as session:
        problems = appointment_problems(draft, profile(session).day_of(workplace.now()))
        if problems:
            raise ProblemsError(problems)
        _not_secret(session, draft.case_id)
        row = _still(session, seen) if seen else Appointment(id=new_id())
        if seen is None:
            row.kept_by = workplace.actor.staff_id
        _fill(session, row, draft)
        return AppointmentKept(row.id, seen)


def undo_keep_appointment(workplace: "Workplace", kept: AppointmentKept) -> None:
    """Take a new appointment out again, or put a moved one back as it stood.

    Raises:
        ProblemsError, ServerNeededError: as :func:`keep_appointment`.
        NotFoundError: it is not there any more.
    """
    workplace.require(Capability.BOOK_MEETING)
    with _first(workplace), workplace.write("undo_keep_appointment") as session:
        row = _planned(session, kept.appointment_id)
        if kept.before is None:
            session.delete(row)
        else:
            _fill(session, row, draft_of(kept.before, profile(session).zone))


def delegate_appointment(workplace: "Workplace", appointment_id: str, draft: DelegationDraft) -> None:
    """Let a structural officer receive the visitor, with the approval noted: by whom, how, now.

    Raises:
        ProblemsError: see ``delegation_problems``; or the officer receives somebody else then.
        ServerNeededError: the office's server is out of reach.
        NotFoundError: it is not there any more.
    """
    workplace.require(Capability.BOOK_MEETING)
    with _first(workplace), workplace.write("delegate_appointment") as session:
        row = _planned(session, appointment_id)
        problems = delegation_problems(draft, row.role)
        if problems:
            raise ProblemsError(problems)
        row.delegate_role, row.delegate_id = draft.role, draft.staff_id
        row.approved_by, row.approved_at = approved_by(draft), workplace.now()
        row.approval_way = draft.way
        session.flush()
        _free(session, row, "staff_id")


def undo_delegate_appointment(workplace: "Workplace", appointment_id: str) -> None:
    """Let whom the visitor asked for receive them again.

    Raises:
        ProblemsError: they receive somebody else then by now.
        ServerNeededError: the office's server is out of reach.
        NotFoundError: it is not there any more.
    """
    workplace.require(Capability.BOOK_MEETING)
    with _first(workplace), workplace.write("undo_delegate_appointment") as session:
        row = _planned(session, appointment_id)
        row.delegate_role, row.delegate_id = "", None
        row.approved_by, row.approved_at, row.approval_way = "", None, ""
        session.flush()
        _free(session, row, "at")


def cancel_appointment(workplace: "Workplace", appointment_id: str, reason: str) -> None:
    """Cancel an appointment; its hour is free again.

    Raises:
        ProblemsError: no reason is given.
        NotFoundError: it is not there any more.
    """
    workplace.require(Capability.BOOK_MEETING)
    if not reason.strip():
        raise ProblemsError([Problem("reason", "Isi alasan pembatalan.")])
    with workplace.write("cancel_appointment") as session:
        row = _planned(session, appointment_id)
        row.state, row.reason = CANCELLED, reason.strip()


def undo_cancel_appointment(workplace: "Workplace", appointment_id: str) -> None:
    """Plan a cancelled appointment again.

    Raises:
        ProblemsError: the person receives somebody else then by now.
        ServerNeededError: the office's server is out of reach.
        NotFoundError: it is not there any more.
    """
    workplace.require(Capability.BOOK_MEETING)
    with _first(workplace), workplace.write("undo_cancel_appointment") as session:
        row = _found(session, appointment_id)
        row.state, row.reason = PLANNED, ""
        session.flush()
        _free(session, row, "at")


def announce(session: "Session", case_id: str, guests: "Iterable[Announced]") -> None:
    """Make these the guests a case announces to the gate, within the running action."""
    session.execute(delete(AnnouncedGuest).where(AnnouncedGuest.case_id == case_id))
    session.add_all(
        AnnouncedGuest(
            case_id=case_id,
            kind=one.kind,
            name=one.name,
            institution=one.institution,
            meets=one.meets,
            first=one.first,
            last=one.last,
        )
        for one in guests
    )


@contextmanager
def _first(workplace: "Workplace") -> Iterator[None]:
    """Hold the appointments of the whole office."""
    with workplace.lan.first("appointments") as sure:
        if not sure:
            raise ServerNeededError(_OFFLINE)
        yield


def _fill(session: "Session", row: Appointment, draft: AppointmentDraft) -> None:
    row.role, row.staff_id = draft.role, draft.staff_id
    row.name, row.institution = " ".join(draft.name.split()), " ".join(draft.institution.split())
    row.phone, row.subject = draft.phone.strip(), draft.subject.strip()
    row.case_id = draft.case_id or None
    row.starts, row.ends = moments(draft, profile(session).zone)
    row.room, row.accompanied_by = draft.room.strip(), draft.accompanied_by
    session.add(row)
    session.flush()
    _free(session, row, "at")


def _free(session: "Session", row: Appointment, field: str) -> None:
    """Refuse where who receives the visitor is taken by another one."""
    host = row.delegate_id or row.staff_id
    known = appointments.taken(session, host, row.starts, row.ends)
    other = clash(row.id, host, row.starts, row.ends, known)
    if other is not None:
        raise ProblemsError([Problem(field, clash_words(other, profile(session).zone))])


def _not_secret(session: "Session", case_id: str) -> None:
    case = session.get(Case, case_id) if case_id else None
    if case is not None and case.service in CONFIDENTIAL:
        words = "Pengaduan dirahasiakan: buat janji temu tanpa menyebut permohonannya."
        raise ProblemsError([Problem("subject", words)])


def _still(session: "Session", seen: AppointmentRow) -> Appointment:
    """The appointment, if it stands as it was seen."""
    row = _planned(session, seen.id)
    if appointments.appointment(session, seen.id) != seen:
        raise StaleError("Janji temu ini sudah diubah rekan Anda. Buka lagi sebelum menyimpan.")
    return row


def _planned(session: "Session", appointment_id: str) -> Appointment:
    row = _found(session, appointment_id)
    if row.state != PLANNED:
        raise ProblemsError([Problem("state", "Janji temu ini sudah dibatalkan.")])
    return row


def _found(session: "Session", appointment_id: str) -> Appointment:
    row = session.get(Appointment, appointment_id)
    if row is None:
        raise NotFoundError("Janji temu itu tidak ada lagi.")
    return row
