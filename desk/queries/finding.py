"""The global search: visitors, cases, letters by the index, today's tickets by their label."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.models import Letter, Ticket
from desk.queries.office import OfficeProfile, profile
from desk.rules.permissions import Capability, may
from desk.rules.queueing import STATE_LABELS, TicketState
from desk.store import search

_LABEL = re.compile(r"([A-Z]{1,2})-?(\d{0,4})")


@dataclass(frozen=True, slots=True)
class Found:
    """One result; ``kind`` is visit, case, letter or ticket; ``case_id`` is set where one is to be opened."""

    kind: str
    id: str
    title: str
    number: str
    detail: str
    case_id: str = ""


def kinds_for(roles: Collection[str]) -> frozenset[str]:
    """Kinds of results that somebody with these roles may see."""
    kinds: set[str] = set()
    if may(roles, Capability.SEE_VISITORS):
        kinds |= {"visit", "ticket"}
    if may(roles, Capability.SEE_CASE):
        kinds |= {"case", "letter"}
    return frozenset(kinds)


def find(
    session: Session, text: str, kinds: Collection[str], at: datetime, limit: int = 20
) -> tuple[Found, ...]:
    """Newest rows in which every word typed begins a word; tickets of the office's day first."""
    indexed = search.find(session, text, frozenset(kinds) & search.KINDS, limit)
    cases = _cases_of_letters(session, [hit.id for hit in indexed if hit.kind == "letter"])
    office = profile(session)
    found = [
        _visit(office, hit)
        if hit.kind == "visit"
        else Found(
            hit.kind,
            hit.id,
            hit.title,
            hit.number,
            hit.detail,
            hit.id if hit.kind == "case" else cases.get(hit.id, ""),
        )
        for hit in indexed
    ]
    tickets = _tickets(session, text, at) if "ticket" in kinds else ()
    return (*tickets, *found)[:limit]


def _visit(office: OfficeProfile, hit: search.Hit) -> Found:
    """A visitor, told apart from the same person's other visits by the day and the card."""
    came = f"{office.local(hit.at):%d-%m-%Y %H.%M}"
    detail = " · ".join(part for part in (hit.detail, came) if part)
    return Found(hit.kind, hit.id, hit.title, f"Kartu {hit.number}" if hit.number else "", detail)


def _cases_of_letters(session: Session, ids: Collection[str]) -> dict[str, str]:
    if not ids:
        return {}
    rows = session.execute(select(Letter.id, Letter.case_id).where(Letter.id.in_(ids)))
    return {row.id: row.case_id for row in rows}


def _tickets(session: Session, text: str, at: datetime) -> tuple[Found, ...]:
    typed = _LABEL.fullmatch(text.strip().upper())
    if typed is None:
        return ()
    wanted = "-".join(part for part in typed.groups() if part)
    rows = session.execute(
        select(Ticket.id, Ticket.label, Ticket.state)
        .where(Ticket.day == profile(session).day_of(at), Ticket.label.startswith(wanted, autoescape=True))
        .order_by(Ticket.number.desc())
        .limit(5)
    )
    return tuple(
        Found("ticket", row.id, row.label, row.label, STATE_LABELS[TicketState(row.state)]) for row in rows
    )
