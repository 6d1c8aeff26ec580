"""Work of this PC that the office's server has not answered yet."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desk.store.tables import outbox, txn


@dataclass(frozen=True, slots=True)
class Waiting:
    """Bundles of one action that wait: how many, and since when (UTC)."""

    action: str
    count: int
    since: datetime


def waiting(session: Session) -> tuple[Waiting, ...]:
    """What waits to be sent, by action, the longest waiting first."""
    query = (
        sa.select(txn.c.action, sa.func.count(), sa.func.min(txn.c.at))
        .where(txn.c.position > sa.select(outbox.c.acknowledged).scalar_subquery())
        .group_by(txn.c.action)
        .order_by(sa.func.min(txn.c.position))
    )
    return tuple(Waiting(action, count, since) for action, count, since in session.execute(query))
