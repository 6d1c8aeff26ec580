"""Registering a visitor at the gate, taking it back, and correcting what was written (G1–G3)."""

from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from desk.actions.cards import free_card, give_card
from desk.actions.errors import NotFoundError, ProblemsError, StaleError
from desk.actions.tickets import add_ticket, withdraw
from desk.models import Case, Ticket, Visit, new_id
from desk.queries.office import profile
from desk.rules.intake import IdentityKind
from desk.rules.permissions import Capability
from desk.services.common import Problem
from desk.standards.model import IdentityAt, Service

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk.actions.workplace import Workplace

ERRANDS = ("visit", "courier", "appointment")
"""Why somebody comes: to visit, to leave a letter at the gate, by appointment."""

_MOST_COMPANIONS = 999


@dataclass(frozen=True, slots=True)
class VisitDraft:
    """A visitor as typed at the gate; name and purpose are needed, everything else may stay empty.

    ``identity_kind`` is what was looked at and given back (``ktp``, ``passport``, ``other``), never a number.
    ``companions`` counts the people who came along; with ``companion_names`` it is at least their number.
    ``expected_id`` is the row by which they were expected (``desk.queries.expected``).
    A ``service`` asks for a queue ticket, ``priority`` for its priority lane.
    """

    name: str = ""
    institution: str = ""
    phone: str = ""
    identity_kind: str = ""
    purpose: str = ""
    meets: str = ""
    companions: int = 0
    companion_names: tuple[str, ...] = ()
    errand: str = "visit"
    service: str = ""
    priority: str = ""
    card: str = ""
    note: str = ""
    expected_id: str = ""


@dataclass(frozen=True, slots=True)
class Registered:
    """A visitor who was registered, with the ticket and the card given."""

    visit_id: str
    ticket_id: str | None
    ticket_label: str | None
    card: str | None


def visit_problems(draft: VisitDraft) -> tuple[Problem, ...]:
    """What stops a visitor from being registered (G1)."""
    problems = []
    if not draft.name.strip():
        problems.append(Problem("name", "Isi nama tamu."))
    if not draft.purpose.strip():
        problems.append(Problem("purpose", "Isi keperluan tamu."))
    if not 0 <= draft.companions <= _MOST_COMPANIONS:
        problems.append(Problem("companions", f"Isi antara 0 dan {_MOST_COMPANIONS}."))
    if draft.errand not in ERRANDS:
        problems.append(Problem("errand", "Jenis kedatangan ini tidak dikenal."))
    if draft.identity_kind and draft.identity_kind not in set(IdentityKind):
        problems.append(Problem("identity_kind", "Jenis identitas ini tidak dikenal."))
    return tuple(problems)


def _unseen(draft: VisitDraft, services: Mapping[str, Service]) -> tuple[Problem, ...]:
    """A service for which the standard has the gate look at who somebody is (NTT 2.A.2)."""
    wanted = services.get(draft.service)
    if wanted is None or wanted.identity_at is not IdentityAt.GATE or draft.identity_kind:
        return ()
    return (Problem("identity_kind", f"Lihat identitas tamu di sini untuk layanan {wanted.short_name}."),)


def register_visit(workplace: "Workplace", draft: VisitDraft) -> Registered:
    """Write a visitor into the guestbook, with queue ticket and visitor card where asked (G1–G3).

    A courier who carries no card leaves at once: the letter stays at the gate.

    Raises:
        ProblemsError: name, purpose, or the identity that the gate has to see missing; card not free,
            service unknown. Nothing was written.
    """
    workplace.require(Capability.REGISTER_VISIT)
    problems = (*visit_problems(draft), *_unseen(draft, workplace.standard.services))
    if problems:
        raise ProblemsError(problems)
    at = workplace.now()
    wanted = draft.card.strip()
    with (
        workplace.lan.first(f"card:{wanted}") if wanted else nullcontext(),
        workplace.write("register_visit") as session,
    ):
        visit = Visit(
            id=new_id(),
            day=profile(session).day_of(at),
            arrived_at=at,
            left_at=at if draft.errand == "courier" and not draft.card.strip() else None,
            source="gate" if workplace.role == "pamdal" else "front_office",
            registered_by=workplace.actor.staff_id,
            service=draft.service,
            **_written(draft),
        )
        session.add(visit)
        session.flush()
        card = give_card(session, draft.card, visit).number if draft.card.strip() else None
        if not draft.service:
            return Registered(visit.id, None, None, card)
        ticket = add_ticket(session, workplace, draft.service, draft.priority, visit.id, at)
        return Registered(visit.id, ticket.id, ticket.label, card)


def undo_register_visit(workplace: "Workplace", visit_id: str) -> None:
    """Take a registration of today back: the row goes, the card is free, the ticket's number stays used.

    Raises:
        NotFoundError: no such visit.
        StaleError: work on it has begun (a case, another day).
        TicketMoveError: its ticket was called already.
    """
    workplace.require(Capability.REGISTER_VISIT)
    at = workplace.now()
    with workplace.write("undo_register_visit") as session:
        visit = find_visit(session, visit_id)
        if visit.day != profile(session).day_of(at) or _has_case(session, visit_id):
            raise StaleError("Pendaftaran ini sudah dipakai; perbaiki isinya lewat buku tamu.")
        for ticket in session.scalars(select(Ticket).where(Ticket.visit_id == visit_id)):
            withdraw(ticket, at)
            ticket.visit_id = None
        free_card(session, visit)
        session.delete(visit)


def correct_visit(workplace: "Workplace", visit_id: str, draft: VisitDraft) -> None:
    """Put right what was written about a visitor. The ticket stays; another card is exchanged at once.

    Raises:
        NotFoundError: no such visit.
        ProblemsError: name or purpose missing, card not free.
    """
    workplace.require(Capability.REGISTER_VISIT)
    problems = visit_problems(draft)
    if problems:
        raise ProblemsError(problems)
    with workplace.write("correct_visit") as session:
        visit = find_visit(session, visit_id)
        for name, value in _written(draft).items():
            setattr(visit, name, value)
        if draft.card.strip() == visit.card:
            return
        if visit.left_at is not None:
            raise ProblemsError([Problem("card", "Tamu sudah pulang; kartunya tidak dapat diganti.")])
        free_card(session, visit)
        visit.card = ""
        if draft.card.strip():
            give_card(session, draft.card, visit)


def find_visit(session: "Session", visit_id: str) -> Visit:
    """The visit of that id.

    Raises:
        NotFoundError: there is none.
    """
    visit = session.get(Visit, visit_id)
    if visit is None:
        raise NotFoundError("Kunjungan itu tidak ada lagi.")
    return visit


def _written(draft: VisitDraft) -> dict[str, object]:
    named = [name.strip() for name in draft.companion_names if name.strip()]
    return {
        "name": " ".join(draft.name.split()),
        "institution": " ".join(draft.institution.split()),
        "phone": draft.phone.strip(),
        "identity_kind": draft.identity_kind,
        "purpose": draft.purpose.strip(),
        "meets": draft.meets.strip(),
        "companions": max(draft.companions, len(named)),
        "companion_names": named,
        "errand": draft.errand,
        "note": draft.note.strip(),
        "expected_id": draft.expected_id,
    }


def _has_case(session: "Session", visit_id: str) -> bool:
    return session.scalar(select(Case.id).where(Case.visit_id == visit_id).limit(1)) is not None
