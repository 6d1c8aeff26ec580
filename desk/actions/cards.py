"""Visitor cards: in one visitor's hands at a time, back at time out, lost and found (G2)."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import select

from desk.actions.errors import NotFoundError, ProblemsError
from desk.models import Visit, VisitorCard
from desk.queries.office import OfficeProfile, profile
from desk.rules.errors import DeskError
from desk.rules.permissions import Capability
from desk.services.common import Problem

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk.actions.workplace import Workplace

_WIDEST = 4


class CardNotOutError(DeskError):
    """The card is in nobody's hands."""

    code = "card_not_out"


@dataclass(frozen=True, slots=True)
class CardBack:
    """A card that came back: whose it was, and whether the visitor was noted as gone with it."""

    number: str
    visit_id: str
    name: str
    checked_out: bool


def card_back(workplace: "Workplace", number: str) -> CardBack:
    """Take a card back at the gate; its visitor, where still inside, leaves with it (G2).

    Raises:
        NotFoundError: the office has no such card.
        CardNotOutError: nobody carries it.
    """
    workplace.require(Capability.REGISTER_VISIT)
    at = workplace.now()
    with workplace.write("card_back") as session:
        card = find_card(session, number)
        visit = session.get(Visit, card.visit_id) if card.visit_id else None
        if visit is None:
            raise CardNotOutError(f"Kartu {card.number} tidak sedang dibawa tamu.")
        leaves = visit.left_at is None
        if leaves:
            visit.left_at = at
        card.visit_id = None
        return CardBack(card.number, visit.id, visit.name, leaves)


def undo_card_back(workplace: "Workplace", back: CardBack) -> None:
    """Give a card back to the visitor it was taken from, as if nothing had happened.

    Raises:
        NotFoundError: card or visit is no longer there.
        ProblemsError: somebody else carries the card by now.
    """
    workplace.require(Capability.REGISTER_VISIT)
    with workplace.write("undo_card_back") as session:
        visit = session.get(Visit, back.visit_id)
        if visit is None:
            raise NotFoundError("Kunjungan itu tidak ada lagi.")
        if back.checked_out:
            visit.left_at = None
        give_card(session, back.number, visit)


def card_lost(workplace: "Workplace", number: str, note: str = "") -> str:
    """Mark a card as lost; nobody carries it any more. Gives its number.

    Raises:
        NotFoundError: the office has no such card.
    """
    workplace.require(Capability.REGISTER_VISIT)
    with workplace.write("card_lost") as session:
        card = find_card(session, number)
        card.lost, card.visit_id, card.note = True, None, note.strip()
        return card.number


def card_found(workplace: "Workplace", number: str) -> str:
    """Put a lost card into use again. Gives its number.

    Raises:
        NotFoundError: the office has no such card.
    """
    workplace.require(Capability.REGISTER_VISIT)
    with workplace.write("card_found") as session:
        card = find_card(session, number)
        card.lost, card.note = False, ""
        return card.number


def find_card(session: "Session", text: str) -> VisitorCard:
    """The card of a typed number; ``7`` finds ``07`` and ``007``.

    Raises:
        NotFoundError: the office has no such card.
    """
    typed = text.strip()
    written = [typed]
    if typed.isascii() and typed.isdigit():
        written += [str(int(typed)).zfill(width) for width in range(1, _WIDEST + 1)]
    found = {
        one.number: one for one in session.scalars(select(VisitorCard).where(VisitorCard.number.in_(written)))
    }
    card = next((found[number] for number in written if number in found), None)
    if card is None:
        raise NotFoundError(f"Kartu {typed} tidak terdaftar.")
    return card


def give_card(session: "Session", text: str, visit: Visit) -> VisitorCard:
    """Hand a free card to a visitor, within an action.

    Raises:
        ProblemsError: unknown, lost, or somebody carries it (field ``card``).
    """
    try:
        card = find_card(session, text)
    except NotFoundError as error:
        raise ProblemsError([Problem("card", error.message)]) from error
    if card.visit_id is not None and card.visit_id != visit.id:
        raise ProblemsError([Problem("card", _carried(session, card, profile(session), visit.day))])
    if card.lost:
        message = f"Kartu {card.number} tercatat hilang. Pilih kartu lain, atau catat kartu ditemukan."
        raise ProblemsError([Problem("card", message)])
    card.visit_id = visit.id
    visit.card = card.number
    session.flush()
    return card


def free_card(session: "Session", visit: Visit) -> str:
    """Take the visitor's card away, within an action; its number, empty when none was carried."""
    card = session.scalar(select(VisitorCard).where(VisitorCard.visit_id == visit.id))
    if card is None:
        return ""
    card.visit_id = None
    session.flush()
    return card.number


def _carried(session: "Session", card: VisitorCard, office: OfficeProfile, today: object) -> str:
    holder = session.get(Visit, card.visit_id)
    if holder is None:
        return f"Kartu {card.number} belum tercatat kembali."
    return f"Kartu {card.number} masih dibawa {holder.name} {_since(office, holder.arrived_at, today)}."


def _since(office: OfficeProfile, arrived_at: datetime, today: object) -> str:
    local = office.local(arrived_at)
    clock = f"{local:%H.%M}"
    return f"sejak {clock}" if local.date() == today else f"sejak {local:%d-%m-%Y} pukul {clock}"
