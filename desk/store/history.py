"""Reads the change log back: who changed what of one row, from what to what."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.orm import Session

from desk.store.tables import change, change_value, txn


@dataclass(frozen=True, slots=True)
class Entry:
    """One change of a row as stored (texts and numbers); values are empty and ``erased`` is set after a legal
    erasure. ``op`` is I, U or D, ``at`` UTC."""

    at: datetime
    staff_id: str
    role: str
    place: str
    action: str
    op: str
    old: Mapping[str, Any]
    new: Mapping[str, Any]
    erased: bool


def history(session: Session, table: str, row_id: str) -> list[Entry]:
    """Every change of a row, oldest first."""
    query = (
        sa.select(txn, change.c.op, change_value.c.salt, change_value.c.old, change_value.c.new)
        .select_from(change)
        .join(txn, txn.c.position == change.c.txn)
        .join(change_value, change_value.c.id == change.c.id)
        .where(change.c.row_id == row_id, change.c.tbl == table)
        .order_by(change.c.id)
    )
    return [
        Entry(r.at, r.actor, r.role, r.place, r.action, r.op, _values(r.old), _values(r.new), r.salt is None)
        for r in session.execute(query)
    ]


def _values(text: str | None) -> dict[str, Any]:
    return msgspec.json.decode(text, type=dict[str, Any]) if text else {}


def newest(session: Session) -> datetime | None:
    """When the newest bundle of the log was made, UTC; None in an empty log."""
    return session.scalar(sa.select(txn.c.at).order_by(txn.c.position.desc()).limit(1))
