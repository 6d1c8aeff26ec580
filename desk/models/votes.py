"""What an election brought: kept once, reused by every request about its votes (S1, S2)."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Row
from desk.models.types import Ref


class Election(Row):
    """An election to the council of this region; ``decree_*`` name the decree that fixed votes and
    seats."""

    __tablename__ = "elections"

    name: Mapped[str]
    day: Mapped[date]
    decree_number: Mapped[str] = mapped_column(default="")
    decree_date: Mapped[date | None]
    decree_title: Mapped[str] = mapped_column(default="")


class VoteRow(Row):
    """A figure of an election, as ``desk.rules.votes.VoteLine`` reads it.

    ``number`` and ``candidate`` are empty on a party's own votes, ``party`` too on the control total of a
    district; ``total`` marks control totals, ``seats`` stand with a party's own votes, ``position`` keeps the
    order of the source.
    """

    __tablename__ = "vote_rows"

    election_id: Mapped[Ref] = mapped_column(sa.ForeignKey("elections.id"), index=True)
    district: Mapped[str]
    party: Mapped[str] = mapped_column(default="")
    number: Mapped[int] = mapped_column(default=0)
    candidate: Mapped[str] = mapped_column(default="")
    votes: Mapped[int]
    seats: Mapped[int] = mapped_column(default=0)
    total: Mapped[bool] = mapped_column(default=False)
    position: Mapped[int] = mapped_column(default=0)
