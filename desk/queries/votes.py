"""Elections and their votes as they are kept, and how a figure came to be what it is."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.models import Election, VoteRow
from desk.queries.staff import names
from desk.rules.votes import ElectionVotes, VoteLine
from desk.store.history import history


@dataclass(frozen=True, slots=True)
class Figure:
    """A line of an election with the id it is kept under."""

    id: str
    line: VoteLine


@dataclass(frozen=True, slots=True)
class FigureChange:
    """How a figure became another: votes and seats before and after (None: it was not there)."""

    at: datetime
    by: str
    before: tuple[int, int] | None
    after: tuple[int, int] | None


def line_of(row: VoteRow) -> VoteLine:
    """A kept row as the rules read it."""
    return VoteLine(row.district, row.party, row.number, row.candidate, row.votes, row.seats, row.total)


def rows_of(session: Session, election_id: str) -> list[VoteRow]:
    """Rows of an election in the order of their source."""
    query = select(VoteRow).where(VoteRow.election_id == election_id)
    return list(session.scalars(query.order_by(VoteRow.position, VoteRow.id)))


def figures(session: Session, election_id: str) -> tuple[Figure, ...]:
    """Every figure of an election."""
    return tuple(Figure(one.id, line_of(one)) for one in rows_of(session, election_id))


def elections(session: Session) -> tuple[ElectionVotes, ...]:
    """Elections without their figures, the last one first."""
    rows = session.scalars(select(Election).order_by(Election.day.desc(), Election.id.desc()))
    return tuple(_election(one, ()) for one in rows)


def last_election(session: Session) -> ElectionVotes | None:
    """The last election with its figures; None where none is kept."""
    row = session.scalar(select(Election).order_by(Election.day.desc(), Election.id.desc()).limit(1))
    return None if row is None else _election(row, tuple(line_of(one) for one in rows_of(session, row.id)))


def _election(row: Election, lines: tuple[VoteLine, ...]) -> ElectionVotes:
    return ElectionVotes(
        row.id, row.name, row.day, lines, row.decree_number, row.decree_date, row.decree_title
    )


def changes_of(session: Session, figure_id: str) -> tuple[FigureChange, ...]:
    """Every change of a figure's counts, the newest first."""
    known, counts, found = names(session), (0, 0), []
    for one in history(session, VoteRow.__tablename__, figure_id):
        before = None if one.op == "I" else counts
        counts = _counts(one.new, counts)
        after = None if one.op == "D" else counts
        if before != after:
            found.append(FigureChange(one.at, known.get(one.staff_id, ""), before, after))
    return tuple(reversed(found))


def _counts(new: Any, before: tuple[int, int]) -> tuple[int, int]:
    return int(new.get("votes", before[0])), int(new.get("seats", before[1]))
