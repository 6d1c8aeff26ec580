"""The books of official numbers: what bears each, and which are void, in their places (R2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import case, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from desk.models import Applicant, Case, Delivery, FeeReceipt, IssuedNumber, Letter
from desk.queries.paging import PAGE, Cursor, Slice, beyond, cut
from desk.rules.confidence import CONFIDENTIAL, WITHHELD


@dataclass(frozen=True, slots=True)
class NumberFilter:
    """Which numbers: of one register (empty: all), void ones only, with a text in them."""

    register: str = ""
    void_only: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class NumberRow:
    """A number that was given; ``bearer`` is the table of what bears it (``cases``, ``letters``,
    ``deliveries``, ``fee_receipts``), ``about`` says it in words, ``case_id`` is its case (empty: none)."""

    id: str
    text: str
    register: str
    dated: date
    bearer: str
    about: str
    case_id: str
    void_reason: str
    voided_at: datetime | None


@dataclass(frozen=True, slots=True)
class _Bearer:
    about: str
    case_id: str


_WHO = case(
    (Case.service.in_(CONFIDENTIAL), WITHHELD),
    else_=func.coalesce(func.nullif(Applicant.body_name, ""), Applicant.name),
)
_BEARERS: tuple[tuple[str, Any, InstrumentedAttribute[str]], ...] = (
    (
        "cases",
        select(Case.id, (_WHO + ": " + Case.subject).label("about"), Case.id.label("case_id")).outerjoin(
            Applicant, Applicant.case_id == Case.id
        ),
        Case.id,
    ),
    ("letters", select(Letter.id, Letter.subject.label("about"), Letter.case_id), Letter.id),
    (
        "deliveries",
        select(Delivery.id, (Delivery.to + ": " + Delivery.content).label("about"), Delivery.case_id),
        Delivery.id,
    ),
    (
        "fee_receipts",
        select(FeeReceipt.id, FeeReceipt.payer.label("about"), FeeReceipt.case_id),
        FeeReceipt.id,
    ),
)
"""What may bear a number, and how it is said."""

BEARERS = frozenset(table for table, _said, _id in _BEARERS)
"""Tables whose rows bear numbers."""


def book(
    session: Session, wanted: NumberFilter, after: Cursor | None = None, size: int = PAGE
) -> Slice[NumberRow]:
    """Numbers, newest first, one page of them."""
    query = select(IssuedNumber)
    if wanted.register:
        query = query.where(IssuedNumber.register == wanted.register)
    if wanted.void_only:
        query = query.where(IssuedNumber.voided_at.is_not(None))
    if wanted.text.strip():
        typed = wanted.text.strip()
        query = query.where(
            IssuedNumber.text.icontains(typed, autoescape=True)
            | IssuedNumber.alias.icontains(typed, autoescape=True)
            | IssuedNumber.printed.icontains(typed, autoescape=True)
        )
    query = beyond(query, (IssuedNumber.id,), after, newest_first=True).limit(size + 1)
    found = session.scalars(query).all()
    bearers = _bearers(session, found)
    return cut(found, size, lambda one: _row(one, bearers), lambda one: (one.id,))


def void_reason(session: Session, text: str) -> str:
    """Why a number is void; empty while it is in use."""
    query = select(IssuedNumber.void_reason).where(
        IssuedNumber.text == text, IssuedNumber.voided_at.is_not(None)
    )
    return session.scalar(query) or ""


def void_among(session: Session, texts: Sequence[str]) -> frozenset[str]:
    """Those of some numbers that are void."""
    query = select(IssuedNumber.text).where(IssuedNumber.text.in_(texts), IssuedNumber.voided_at.is_not(None))
    return frozenset(session.scalars(query))


def standing_for(session: Session, alias: str) -> str:
    """The number that stands for a provisional one now: the official one once the server has given it."""
    return session.scalar(select(IssuedNumber.text).where(IssuedNumber.alias == alias)) or alias


def _bearers(session: Session, found: Sequence[IssuedNumber]) -> dict[str, _Bearer]:
    """What bears the numbers of a page, by id; one query for each kind."""
    ids: dict[str, list[str]] = {}
    for one in found:
        ids.setdefault(one.subject_table, []).append(one.subject_id)
    known: dict[str, _Bearer] = {}
    for table, query, column in _BEARERS:
        for row in session.execute(query.where(column.in_(ids.get(table, ())))):
            known[row.id] = _Bearer(row.about, row.case_id)
    return known


def _row(one: IssuedNumber, bearers: dict[str, _Bearer]) -> NumberRow:
    bearer = bearers.get(one.subject_id, _Bearer("", ""))
    return NumberRow(
        one.id,
        one.text,
        one.register,
        one.dated,
        one.subject_table,
        bearer.about,
        bearer.case_id,
        one.void_reason,
        one.voided_at,
    )
