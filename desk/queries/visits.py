"""The guestbook: today's visitors, who is inside, who was forgotten, who is known already (G1, G2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from desk.models import Ticket, Visit, VisitorCard
from desk.queries.office import profile
from desk.store import search

_CANDIDATES = 120
_RECENT = 400


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A visitor of one day; instants UTC. ``card`` was given, ``card_out`` says it is still in their hands.

    ``ticket`` and ``ticket_state`` are the newest ticket's label and state, empty without one.
    """

    visit_id: str
    day: date
    arrived_at: datetime
    left_at: datetime | None
    name: str
    institution: str
    phone: str
    identity_kind: str
    purpose: str
    meets: str
    service: str
    companions: int
    companion_names: tuple[str, ...]
    errand: str
    card: str
    card_out: bool
    note: str
    ticket: str = ""
    ticket_id: str = ""
    ticket_state: str = ""
    expected_id: str = ""


@dataclass(frozen=True, slots=True)
class KnownVisitor:
    """Somebody who was here before: all visits of the same name and telephone as one, the newest counts."""

    name: str
    institution: str
    phone: str
    identity_kind: str
    purpose: str
    meets: str
    last_visit: datetime
    visits: int
    inside: bool


class _Past(NamedTuple):
    """What is read of a former visit to know a visitor again."""

    name: str
    institution: str
    phone: str
    identity_kind: str
    purpose: str
    meets: str
    day: date
    arrived_at: datetime
    left_at: datetime | None


_KNOWN = [getattr(Visit, name) for name in _Past._fields]


@dataclass(frozen=True, slots=True)
class CardRow:
    """A visitor card and who carries it; ``left_at`` set: the visitor went without giving it back."""

    number: str
    lost: bool
    note: str
    visit_id: str | None
    holder: str
    institution: str
    arrived_at: datetime | None
    left_at: datetime | None
    day: date | None

    @property
    def out(self) -> bool:
        """Whether somebody carries it."""
        return self.visit_id is not None


@dataclass(frozen=True, slots=True)
class GateCounts:
    """Figures of the gate: registered today, people inside (companions too), forgotten, cards not back."""

    today: int
    inside: int
    people_inside: int
    forgotten: int
    cards_out: int


@dataclass(frozen=True, slots=True)
class Habits:
    """What was lately written most often, to offer it again: purposes, whom to meet."""

    purposes: tuple[str, ...]
    meets: tuple[str, ...]


def visit(session: Session, visit_id: str) -> VisitRow | None:
    """One visit."""
    return next(iter(_rows(session, Visit.id == visit_id)), None)


def of_day(session: Session, day: date, text: str = "") -> tuple[VisitRow, ...]:
    """The guestbook of a day, newest first; with ``text`` those in which each word occurs."""
    words = text.casefold().split()
    rows = _rows(session, Visit.day == day)
    return tuple(row for row in reversed(rows) if all(word in _haystack(row) for word in words))


def inside(session: Session, day: date) -> tuple[VisitRow, ...]:
    """Visitors of the day who are in the building now, longest first."""
    return tuple(_rows(session, Visit.left_at.is_(None), Visit.day == day))


def forgotten(session: Session, day: date) -> tuple[VisitRow, ...]:
    """Visitors of days before ``day`` whom nobody noted as gone, oldest first."""
    return tuple(_rows(session, Visit.left_at.is_(None), Visit.day < day))


def cards(session: Session) -> tuple[CardRow, ...]:
    """Every visitor card by number, with who carries it."""
    found = session.execute(
        select(VisitorCard, Visit)
        .outerjoin(Visit, Visit.id == VisitorCard.visit_id)
        .order_by(VisitorCard.number)
    )
    return tuple(_card(card, holder) for card, holder in found)


def counts(session: Session, day: date) -> GateCounts:
    """Figures for badges and headings."""
    count = func.count()
    still = Visit.left_at.is_(None)
    people = select(count, func.sum(Visit.companions)).where(still, Visit.day == day)
    here, companions = session.execute(people).one()
    return GateCounts(
        today=session.scalar(select(count).select_from(Visit).where(Visit.day == day)) or 0,
        inside=here,
        people_inside=here + (companions or 0),
        forgotten=session.scalar(select(count).select_from(Visit).where(still, Visit.day < day)) or 0,
        cards_out=session.scalar(
            select(count).select_from(VisitorCard).where(VisitorCard.visit_id.is_not(None))
        )
        or 0,
    )


def known(session: Session, text: str, now: datetime, limit: int = 8) -> tuple[KnownVisitor, ...]:
    """Known visitors as their name, telephone, institution or card is typed, newest visit first (G1).

    Visits of the same name and telephone are one visitor; the newest 120 matching visits are looked at.
    """
    ids = [hit.id for hit in search.find(session, text, ("visit",), _CANDIDATES)]
    if not ids:
        return ()
    today = profile(session).day_of(now)
    found = session.execute(select(*_KNOWN).where(Visit.id.in_(ids))).all()
    groups: dict[tuple[str, str], list[_Past]] = {}
    for row in sorted(map(_Past._make, found), key=lambda one: one.arrived_at, reverse=True):
        groups.setdefault((row.name.casefold(), _digits(row.phone)), []).append(row)
    return tuple(_known(visits, today) for visits in list(groups.values())[:limit])


def habits(session: Session, limit: int = 12) -> Habits:
    """The purposes and people to meet most often written in the newest visits (free text stays free)."""
    newest = (
        select(Visit.purpose, Visit.meets).order_by(Visit.day.desc(), Visit.arrived_at.desc()).limit(_RECENT)
    ).subquery()
    return Habits(
        _often(session, newest.c.purpose, limit),
        _often(session, newest.c.meets, limit),
    )


def _often(session: Session, column: ColumnElement[str], limit: int) -> tuple[str, ...]:
    counted = select(column).where(column != "").group_by(column)
    return tuple(session.scalars(counted.order_by(func.count().desc(), column).limit(limit)))


def _rows(session: Session, *wanted: ColumnElement[bool]) -> list[VisitRow]:
    """Visits in order of arrival, with their newest ticket and whether their card is still out."""
    found = session.scalars(
        select(Visit).where(*wanted).order_by(Visit.day, Visit.arrived_at, Visit.id)
    ).all()
    ids = [row.id for row in found]
    tickets = {one.visit_id: one for one in _tickets(session, ids)}
    out = set(session.scalars(select(VisitorCard.visit_id).where(VisitorCard.visit_id.is_not(None))))
    return [_row(row, tickets.get(row.id), row.id in out) for row in found]


def _tickets(session: Session, visit_ids: list[str]) -> Iterable[Ticket]:
    return session.scalars(select(Ticket).where(Ticket.visit_id.in_(visit_ids)).order_by(Ticket.issued_at))


def _row(row: Visit, ticket: Ticket | None, card_out: bool) -> VisitRow:
    return VisitRow(
        visit_id=row.id,
        day=row.day,
        arrived_at=row.arrived_at,
        left_at=row.left_at,
        name=row.name,
        institution=row.institution,
        phone=row.phone,
        identity_kind=row.identity_kind,
        purpose=row.purpose,
        meets=row.meets,
        service=row.service,
        companions=row.companions,
        companion_names=tuple(row.companion_names),
        errand=row.errand,
        card=row.card,
        card_out=card_out,
        note=row.note,
        ticket=ticket.label if ticket else "",
        ticket_id=ticket.id if ticket else "",
        ticket_state=ticket.state if ticket else "",
        expected_id=row.expected_id,
    )


def _card(card: VisitorCard, holder: Visit | None) -> CardRow:
    return CardRow(
        number=card.number,
        lost=card.lost,
        note=card.note,
        visit_id=holder.id if holder else None,
        holder=holder.name if holder else "",
        institution=holder.institution if holder else "",
        arrived_at=holder.arrived_at if holder else None,
        left_at=holder.left_at if holder else None,
        day=holder.day if holder else None,
    )


def _known(visits: list[_Past], today: date) -> KnownVisitor:
    newest = visits[0]
    return KnownVisitor(
        name=newest.name,
        institution=newest.institution or next((one.institution for one in visits if one.institution), ""),
        phone=newest.phone,
        identity_kind=newest.identity_kind,
        purpose=newest.purpose,
        meets=newest.meets,
        last_visit=newest.arrived_at,
        visits=len(visits),
        inside=any(one.left_at is None and one.day == today for one in visits),
    )


def _digits(phone: str) -> str:
    digits = "".join(char for char in phone if char.isdigit())
    return f"0{digits[2:]}" if digits.startswith("62") else digits


def _haystack(row: VisitRow) -> str:
    parts = (row.name, row.institution, row.phone, row.purpose, row.meets, row.card, row.ticket)
    return " ".join((*parts, *row.companion_names)).casefold()
