"""The list of what the office lends to events of voter education: rooms, speakers, things (S7)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from desk.actions.errors import NotFoundError, ProblemsError
from desk.models import EducationEvent, EducationResource, EventBooking, new_id
from desk.queries.events import resources
from desk.queries.office import profile
from desk.rules.booking import EventState, Kind
from desk.rules.days import full_day
from desk.rules.permissions import Capability
from desk.services.common import Problem

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk.actions.workplace import Workplace

USUAL = (
    *((Kind.ROOM, name) for name in ("Gedung pertemuan", "Ruang mini teater", "Ruang podcast")),
    *(
        (Kind.EQUIPMENT, name)
        for name in (
            *("Alat peraga ramah disabilitas", "Alat perekam", "Kamera", "Modul pendidikan pemilih"),
            *("Perangkat teknologi informasi", "Proyektor", "Tata suara"),
        )
    ),
)
"""What a decree names (L7/IV.A); each office makes its own list of it."""


@dataclass(frozen=True, slots=True)
class ResourceDraft:
    """Something to lend as filled in; see ``EducationResource``."""

    kind: str = Kind.ROOM.value
    name: str = ""
    seats: int | None = None
    note: str = ""
    active: bool = True


def keep_resource(workplace: "Workplace", draft: ResourceDraft, resource_id: str = "") -> str:
    """Keep something new to lend, or correct it; returns its id.

    Raises:
        ProblemsError: no name, a name that is there already, or taken off the list while an event still has
            it.
        NotFoundError: there is no such thing to correct.
    """
    workplace.require(Capability.PLAN_EVENTS)
    with workplace.write("keep_resource") as session:
        row = session.get(EducationResource, resource_id) if resource_id else EducationResource(id=new_id())
        if row is None:
            raise NotFoundError("Ruang, narasumber, atau alat itu tidak ditemukan.")
        problems = _problems(session, workplace, draft, row.id)
        if problems:
            raise ProblemsError(problems)
        row.kind, row.name = Kind(draft.kind).value, " ".join(draft.name.split())
        row.seats = (draft.seats or 0) if draft.kind == Kind.ROOM else 0
        row.note, row.active = draft.note.strip(), draft.active
        session.add(row)
        return row.id


def add_usual_resources(workplace: "Workplace") -> int:
    """Begin the list with what the decree names; names that are there already stay. How many were added."""
    workplace.require(Capability.PLAN_EVENTS)
    with workplace.write("add_usual_resources") as session:
        known = {one.name.casefold() for one in resources(session, active=False)}
        fresh = [(kind, name) for kind, name in USUAL if name.casefold() not in known]
        session.add_all(EducationResource(kind=kind.value, name=name) for kind, name in fresh)
        return len(fresh)


def _problems(
    session: "Session", workplace: "Workplace", draft: ResourceDraft, resource_id: str
) -> tuple[Problem, ...]:
    name = " ".join(draft.name.split())
    if not name:
        return (Problem("name", "Isi nama."),)
    others = [one for one in resources(session, active=False) if one.id != resource_id]
    if any(one.name.casefold() == name.casefold() for one in others):
        return (Problem("name", f"{name} sudah ada dalam daftar."),)
    if draft.active:
        return ()
    query = (
        select(EducationEvent)
        .join(EventBooking, EventBooking.event_id == EducationEvent.id)
        .where(
            EventBooking.resource_id == resource_id,
            EducationEvent.state == EventState.PLANNED.value,
            EducationEvent.ends > workplace.now(),
        )
        .order_by(EducationEvent.starts)
    )
    event = session.scalars(query).first()
    if event is None:
        return ()
    day = full_day(profile(session).day_of(event.starts))
    return (Problem("active", f"Masih dipesan untuk “{event.title}”, {day}."),)
