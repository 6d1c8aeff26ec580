"""The decision on an information request, with what the written notice or refusal must say (S3)."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Row
from desk.models.types import Money, Ref


class Decision(Row):
    """What was decided, by whom, when (UTC). The latest of a case is the one that holds.

    ``kind`` is ``dikabulkan``, ``sebagian``, ``ditolak``, ``tidak_dikuasai`` or ``belum_didokumentasikan``.
    ``grounds`` are keys of ``desk.services`` refusal grounds; ``legal_basis`` names the KPU decision;
    ``consequence`` what opening would cause; ``holder_body`` who holds what is not held here;
    ``available_on`` when what is not yet documented will be. ``form`` is ``soft``, ``hard`` or ``both``;
    pages and costs in rupiah. ``blacked_out`` says what is hidden and why.
    """

    __tablename__ = "decisions"

    case_id: Mapped[Ref] = mapped_column(sa.ForeignKey("cases.id"), index=True)
    kind: Mapped[str]
    at: Mapped[datetime]
    staff_id: Mapped[Ref]
    role: Mapped[str]
    grounds: Mapped[list[str]] = mapped_column(default=list)
    legal_basis: Mapped[str] = mapped_column(default="")
    consequence: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    holder_body: Mapped[str] = mapped_column(default="")
    available_on: Mapped[str] = mapped_column(default="")
    form: Mapped[str] = mapped_column(default="soft")
    pages: Mapped[int] = mapped_column(default=0)
    page_price: Mapped[Money] = mapped_column(default=0)
    sending_cost: Mapped[Money] = mapped_column(default=0)
    other_cost: Mapped[Money] = mapped_column(default=0)
    blacked_out: Mapped[str] = mapped_column(default="")


class FeeReceipt(Row):
    """Money taken for copying and sending hard copies, in rupiah (L3/III.D)."""

    __tablename__ = "fee_receipts"

    case_id: Mapped[Ref] = mapped_column(sa.ForeignKey("cases.id"), index=True)
    number: Mapped[str]
    at: Mapped[datetime]
    staff_id: Mapped[Ref]
    pages: Mapped[int]
    page_price: Mapped[Money]
    sending_cost: Mapped[Money]
    other_cost: Mapped[Money]
    payer: Mapped[str]
