"""What waits for somebody's choice: rows that two officers changed at once, and changes that the server
refused."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.orm import Session

from desk.models import Case, Conflict, IssuedNumber
from desk.queries.confidence import closed, confided
from desk.queries.rowfacts import about, meant
from desk.queries.staff import names
from desk.rules.confidence import PERSONAL
from desk.rules.settling import may_see, may_write
from desk.store.tables import change, change_value, refusal, txn


@dataclass(frozen=True, slots=True)
class Side:
    """Who changed it, at which working place, when (UTC; None: not known)."""

    staff_id: str
    name: str
    place: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Differing:
    """One column in three versions: before both changes, as the later bundle wanted it, as it stands on the
    server."""

    column: str
    base: Any
    mine: Any
    theirs: Any


@dataclass(frozen=True, slots=True)
class NumberOnPaper:
    """A paper given out bears ``printed``, which a restored server gave to another (``taken_for``, empty: not
    to be seen here); its register says ``stands``."""

    printed: str
    stands: str
    taken_for: str


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """A row that two officers changed at once. ``about`` names it, ``mine`` is who came later, ``theirs``
    whose version stands; ``there``: the row still exists; ``writable``: these roles may write it.
    ``paper`` is set where nothing can be chosen: a number on paper that belongs to another now."""

    id: str
    table: str
    row_id: str
    case_id: str
    about: str
    action: str
    mine: Side
    theirs: Side
    fields: tuple[Differing, ...]
    there: bool
    writable: bool
    paper: NumberOnPaper | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A value that the server did not take."""

    table: str
    column: str
    value: Any


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A bundle the server refused: why (``code`` and ``detail``), who made it, and what it wanted to write.

    ``files``: how many attachments it had; ``position`` tells it apart on this PC.
    """

    position: int
    action: str
    about: str
    by: Side
    refused_at: datetime
    code: str
    detail: Mapping[str, Any]
    values: tuple[Wanted, ...]
    files: int


def conflicts(session: Session, staff_id: str, roles: Collection[str]) -> tuple[ConflictRow, ...]:
    """Open conflicts that an officer has a say in or may look at, oldest first."""
    known = names(session)
    open_ones = session.scalars(
        sa.select(Conflict).where(Conflict.settled_at.is_(None)).order_by(Conflict.my_at, Conflict.id)
    )
    return tuple(
        _conflict(session, one, known, roles) for one in open_ones if concerns(session, one, staff_id, roles)
    )


def refusals(session: Session, staff_id: str, roles: Collection[str]) -> tuple[RefusedRow, ...]:
    """Refused bundles nobody has taken note of, of an officer and of whoever may write the same rows."""
    known = names(session)
    query = (
        sa.select(refusal, txn.c.actor, txn.c.place, txn.c.action, txn.c.at.label("made_at"))
        .join(txn, txn.c.position == refusal.c.txn)
        .where(refusal.c.settled_at.is_(None))
        .order_by(refusal.c.txn)
    )
    found = []
    for row in session.execute(query):
        changes = _changes(session, row.txn)
        if _mine(row.actor, changes, staff_id, roles):
            by = Side(row.actor, known.get(row.actor, ""), row.place, row.made_at)
            found.append(_refused(session, row, by, changes))
    return tuple(found)


def is_mine(session: Session, position: int, staff_id: str, roles: Collection[str]) -> bool:
    """Whether what a bundle of this PC wanted is an officer's to look at and take note of."""
    actor = session.scalar(sa.select(txn.c.actor).where(txn.c.position == position))
    return _mine(actor, _changes(session, position), staff_id, roles)


def counts(session: Session, staff_id: str, roles: Collection[str]) -> tuple[int, int]:
    """How many conflicts and how many refusals an officer would be shown."""
    return len(conflicts(session, staff_id, roles)), len(refusals(session, staff_id, roles))


def inserted(session: Session, position: int, table: str) -> Mapping[str, Any] | None:
    """The values, as meant, of the first row of a table that a bundle made; None where it made none."""
    for one in _changes(session, position):
        if one.tbl == table and one.op == "I" and one.new:
            values: dict[str, Any] = msgspec.json.decode(one.new)
            return {name: meant(session, table, name, value, ids=True) for name, value in values.items()}
    return None


def _mine(actor: str | None, changes: list[Any], staff_id: str, roles: Collection[str]) -> bool:
    return actor == staff_id or (bool(changes) and may_see(roles, changes[0].tbl))


def concerns(session: Session, one: Conflict, staff_id: str, roles: Collection[str]) -> bool:
    """Whether a conflict is shown to an officer: one of the two, or one of those who may write such rows; for
    a number on paper, such rows as bear it. What tells who complained is for those who may know (S4)."""
    if one.tbl in PERSONAL and closed(session):
        hidden = session.scalar(confided().where(Case.id == one.case_id))
        if hidden is not None:
            return False
    if staff_id in (one.my_staff, one.their_staff) or may_see(roles, one.tbl):
        return True
    number = session.get(IssuedNumber, one.row_id) if one.tbl == IssuedNumber.__tablename__ else None
    return number is not None and may_see(roles, number.subject_table)


def _conflict(
    session: Session, one: Conflict, known: Mapping[str, str], roles: Collection[str]
) -> ConflictRow:
    fields = tuple(
        Differing(
            name,
            *(meant(session, one.tbl, name, side.get(name)) for side in (one.base, one.mine, one.theirs)),
        )
        for name in one.mine
    )
    return ConflictRow(
        id=one.id,
        table=one.tbl,
        row_id=one.row_id,
        case_id=one.case_id or "",
        about=about(session, one.tbl, one.row_id, one.case_id, one.mine),
        action=one.action,
        mine=Side(one.my_staff, known.get(one.my_staff, ""), one.my_place, one.my_at),
        theirs=Side(one.their_staff, known.get(one.their_staff, ""), one.their_place, one.their_at),
        fields=fields,
        there=_is_there(session, one.tbl, one.row_id),
        writable=may_write(roles, one.tbl),
        paper=_paper(session, one),
    )


def _paper(session: Session, one: Conflict) -> NumberOnPaper | None:
    if not is_number_on_paper(one):
        return None
    printed, stands = str(one.mine["text"]), str(one.theirs["text"])
    holder = session.scalar(
        sa.select(IssuedNumber).where(IssuedNumber.text == printed, IssuedNumber.id != one.row_id)
    )
    if holder is None:
        return NumberOnPaper(printed, stands, "")
    bearer = Conflict.metadata.tables[holder.subject_table]
    case_id = bearer.c.id if holder.subject_table == "cases" else bearer.c.case_id
    found = session.scalar(sa.select(case_id).where(bearer.c.id == holder.subject_id))
    told = about(session, holder.subject_table, holder.subject_id, found, {})
    return NumberOnPaper(printed, stands, told.removeprefix(f"{printed} · "))


def is_number_on_paper(one: Conflict) -> bool:
    """Whether a conflict is about a number on paper: the register's stands, nothing can be chosen."""
    return one.tbl == IssuedNumber.__tablename__ and "text" in one.mine


def _is_there(session: Session, table: str, row_id: str) -> bool:
    known = Conflict.metadata.tables.get(table)
    if known is None:
        return False
    return session.scalar(sa.select(known.c.id).where(known.c.id == row_id)) is not None


def _changes(session: Session, position: int) -> list[Any]:
    query = (
        sa.select(change.c.tbl, change.c.row_id, change.c.op, change_value.c.new)
        .join(change_value, change_value.c.id == change.c.id)
        .where(change.c.txn == position)
        .order_by(change.c.id)
    )
    return list(session.execute(query))


def _refused(session: Session, row: Any, by: Side, changes: list[Any]) -> RefusedRow:
    wanted: list[Wanted] = []
    first: dict[str, Any] = {}
    for one in changes:
        values: dict[str, Any] = msgspec.json.decode(one.new) if one.new else {}
        first = first or values
        wanted += [
            Wanted(one.tbl, name, meant(session, one.tbl, name, value))
            for name, value in values.items()
            if name != "id"
        ]
    case_id = first.get("case_id")
    head = changes[0] if changes else None
    return RefusedRow(
        position=row.txn,
        action=row.action,
        about=about(session, head.tbl, head.row_id, case_id, first) if head is not None else "",
        by=by,
        refused_at=row.at,
        code=row.code,
        detail=msgspec.json.decode(row.detail),
        values=tuple(wanted),
        files=sum(one.tbl == "attachments" and one.op == "I" for one in changes),
    )
