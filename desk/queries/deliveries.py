"""The ekspedisi book: what was handed over, how, to whom, against whose signature (R1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from desk.models import Delivery
from desk.queries.numbers import void_among
from desk.queries.order import last_written
from desk.queries.paging import PAGE, Cursor, Slice, beyond, cut
from desk.queries.staff import names


@dataclass(frozen=True, slots=True)
class DeliveryRow:
    """A row of the ekspedisi book; ``void``: its number was declared void."""

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
    query = select(Delivery).where(Delivery.case_id == case_id).order_by(*last_written(Delivery))
    return tuple(_rows(session, session.scalars(query).all()))


def book(
    session: Session, text: str = "", after: Cursor | None = None, size: int = PAGE
) -> Slice[DeliveryRow]:
    """The ekspedisi book, newest first, one page of it; of rows with every word of a text in them."""
    query = select(Delivery)
    for word in text.split():
        columns = (Delivery.number, Delivery.content, Delivery.to, Delivery.receiver, Delivery.remark)
        query = query.where(or_(*(column.icontains(word, autoescape=True) for column in columns)))
    query = beyond(query, (Delivery.id,), after, newest_first=True).limit(size + 1)
    found = session.scalars(query).all()
    return cut(_rows(session, found), size, lambda row: row, lambda row: (row.id,))


def _rows(session: Session, rows: Sequence[Delivery]) -> list[DeliveryRow]:
    known = names(session)
    void = void_among(session, [row.number for row in rows])
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
            row.receiver,
            row.proxy,
            row.signed_on_paper,
            row.signature,
            row.remark,
            known.get(row.staff_id, ""),
            row.number in void,
        )
        for row in rows
    ]
