"""Official numbers: the counter of each sequence and every number it gave (R2)."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Row
from desk.models.types import Ref


class NumberCounter(Row):
    """The counter of one sequence. ``scope`` is ``desk.rules.numbering.scope_key``; ``start`` numbers were
    given on paper before Desk; ``count`` were given here: the last sequence number is ``start + count``."""

    __tablename__ = "number_counters"

    scope: Mapped[str] = mapped_column(unique=True)
    start: Mapped[int] = mapped_column(default=0)
    count: Mapped[int] = mapped_column(default=0)


class IssuedNumber(Row):
    """A number that was given; void, it keeps its place with the reason.

    On the office's network the server gives ``seq``, ``suffix`` and ``text``. Until then ``seq`` (and the
    ``suffix`` of a back-dated one) is below zero, ``text`` is the provisional ``alias`` that a paper may bear
    already, and ``template`` is the number with only ``{seq}`` and ``{suffix}`` still open. The alias stays
    for ever; so do the official numbers in ``printed`` (one a line), which papers bear although the register,
    restored from an older backup, gave them to others.
    """

    __tablename__ = "issued_numbers"
    __table_args__ = (
        sa.UniqueConstraint("scope", "seq", "suffix"),
        sa.Index("ix_issued_numbers_printed", "printed", sqlite_where=sa.text("printed <> ''")),
    )

    scope: Mapped[str]
    register: Mapped[str]
    seq: Mapped[int]
    suffix: Mapped[int] = mapped_column(default=0)
    text: Mapped[str] = mapped_column(index=True)
    dated: Mapped[date]
    issued_at: Mapped[datetime]
    subject_table: Mapped[str]
    subject_id: Mapped[Ref]
    alias: Mapped[str] = mapped_column(default="", index=True)
    template: Mapped[str] = mapped_column(default="")
    printed: Mapped[str] = mapped_column(default="")
    void_reason: Mapped[str] = mapped_column(default="")
    voided_at: Mapped[datetime | None]
