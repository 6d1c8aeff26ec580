"""Ids of letters, receipts and deliveries whose papers the tour shows."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from desk.demo.hands import TourError
from desk.models import Delivery, FeeReceipt, Letter

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import InstrumentedAttribute, Session

    from desk.actions.workplace import Workplace


@dataclass(frozen=True)
class Own:
    """Papers of the visitor's own case."""

    notice: str
    delivery: str


@dataclass(frozen=True)
class Others:
    """Papers of requests answered before."""

    answer: str
    refusal: str
    fee: str


@dataclass(frozen=True)
class Records:
    """Everything at hand."""

    own: Own
    others: Others


def records_of(workplace: "Workplace", case_id: str) -> Records:
    """The ids, read at once.

    Raises:
        TourError: one is not there.
    """
    return workplace.ask(_records, case_id)


def _records(session: "Session", case_id: str) -> Records:
    own = Own(
        notice=_one(session, Letter.id, Letter.case_id == case_id, Letter.state == "signed"),
        delivery=_one(session, Delivery.id, Delivery.case_id == case_id),
    )
    signed = Letter.state == "signed"
    others = Others(
        answer=_one(session, Letter.id, Letter.kind == "surat_jawaban", signed),
        refusal=_one(session, Letter.id, Letter.kind == "penolakan", signed),
        fee=_one(session, FeeReceipt.id),
    )
    return Records(own, others)


def _one(session: "Session", column: "InstrumentedAttribute[str]", *where: "ColumnElement[bool]") -> str:
    found = session.scalar(select(column).where(*where).order_by(column).limit(1))
    if found is None:
        raise TourError(f"nothing kept in {column}")
    return found
