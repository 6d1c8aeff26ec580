"""The ekspedisi book: what was handed over, how, to whom, against whose signature (R1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, or_, select, true
from sqlalchemy.orm import Session

from desk.models import Delivery
from desk.queries.confidence import closed, confided
from desk.queries.numbers import void_among
from desk.queries.order import of_case as rows_of_case
from desk.queries.paging import PAGE, Cursor, Slice, beyond, cut
from desk.queries.staff import names
from desk.rules.confidence import WITHHELD


@dataclass(frozen=True, slots=True)
class DeliveryRow:
    """A row of the ekspedisi book; ``void``: its number was declared void. Who received the answer to a
    complaint is withheld from readers who may not know (S4)."""

    id: str
    case_id: str
    letter_id: str | None
    number: str
    at: datetime
    way: str
    content: str
    to: str
    receiver: str
    proxy: bool
    signed_on_paper: bool
    signature: str
    remark: str
    by: str
    void: bool


def of_case(session: Session, case_id: str) -> tuple[DeliveryRow, ...]:
    """Hand-overs of a case, newest first."""
    return tuple(_rows(session, rows_of_case(session, Delivery, case_id, newest_first=True)))


def book(
    session: Session, text: str = "", after: Cursor | None = None, size: int = PAGE
) -> Slice[DeliveryRow]:
    """The ekspedisi book, newest first, one page of it; of rows with every word of a text in them."""
    query = select(Delivery)
    public = Delivery.case_id.not_in(confided()) if closed(session) else true()
    for word in text.split():
        columns = (Delivery.number, Delivery.content, Delivery.to)
        personal = (Delivery.receiver, Delivery.remark)
        query = query.where(
            or_(
                *(column.icontains(word, autoescape=True) for column in columns),
                and_(public, or_(*(column.icontains(word, autoescape=True) for column in personal))),
            )
        )
    query = beyond(query, (Delivery.id,), after, newest_first=True).limit(size + 1)
    found = session.scalars(query).all()
    return cut(_rows(session, found), size, lambda row: row, lambda row: (row.id,))


def _rows(session: Session, rows: Sequence[Delivery]) -> list[DeliveryRow]:
    known = names(session)
    void = void_among(session, [row.number for row in rows])
    hidden = frozenset(session.scalars(confided())) if closed(session) else frozenset()
    return [
        DeliveryRow(
            row.id,
            row.case_id,
            row.letter_id,
            row.number,
            row.at,
            row.way,
            row.content,
            row.to,
            WITHHELD if row.case_id in hidden else row.receiver,
            row.proxy,
            row.signed_on_paper,
            "" if row.case_id in hidden else row.signature,
            "" if row.case_id in hidden else row.remark,
            known.get(row.staff_id, ""),
            row.number in void,
        )
        for row in rows
    ]
