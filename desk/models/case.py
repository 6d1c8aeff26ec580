"""A case (permohonan, pengaduan, keberatan), its applicant, its checklist and the record of its steps."""

from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Row
from desk.models.types import Ref


class Case(Row):
    """A request taken in under one standard, which it keeps unless a newer version reaches its unfinished
    steps (design.md, "Standards are data"; ``desk.actions.versions``).

    ``flow`` names the path of its service, ``step`` the step it stands in, ``holder`` the role that holds it,
    ``assignee_id`` the person it was delegated to, ``parafs`` the roles whose paraf holds now.
    ``number`` is the official register number (R2), ``code`` the receipt's code (at least 60 random bits).
    ``received_at`` is when it reached the office, ``registered_at`` when it was written into the register,
    ``complete_at`` when its papers were complete (UTC); ``due`` and ``original_due`` are days of the office.
    ``category`` is ``umum`` or ``tahapan`` for information requests. ``detail`` is the service's own draft.
    ``back_entry`` marks what was entered from paper after the fact, with its real time (R2).
    """

    __tablename__ = "cases"
    __table_args__ = (
        sa.Index("ix_cases_open_due", "closed_at", "due"),
        sa.Index("ix_cases_step", "step"),
        sa.Index("ix_cases_registered", "registered_at"),
    )

    service: Mapped[str]
    standard: Mapped[str]
    flow: Mapped[str]
    step: Mapped[str]
    holder: Mapped[str | None]
    assignee_id: Mapped[Ref | None]
    parafs: Mapped[list[str]] = mapped_column(default=list)
    number: Mapped[str] = mapped_column(default="", index=True)
    code: Mapped[str] = mapped_column(unique=True)
    subject: Mapped[str]
    category: Mapped[str] = mapped_column(default="umum")
    channel: Mapped[str] = mapped_column(default="in_person")
    eppid_number: Mapped[str] = mapped_column(default="")
    received_at: Mapped[datetime]
    registered_at: Mapped[datetime]
    complete_at: Mapped[datetime | None]
    due: Mapped[date | None]
    original_due: Mapped[date | None]
    stepped_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    decision: Mapped[str] = mapped_column(default="")
    spoken: Mapped[bool] = mapped_column(default=False)
    back_entry: Mapped[bool] = mapped_column(default=False)
    visit_id: Mapped[Ref | None]
    ticket_id: Mapped[Ref | None]
    registered_by: Mapped[Ref]
    detail: Mapped[dict[str, Any]] = mapped_column(default=dict)


class Applicant(Row):
    """Who asks, as given for this case. ``kind`` is ``person`` or ``body``; ``nik`` is the number of the
    identity shown (16 digits for a KTP-el), ``deed`` the deed of establishment of a body."""

    __tablename__ = "applicants"

    case_id: Mapped[Ref] = mapped_column(sa.ForeignKey("cases.id"), unique=True)
    kind: Mapped[str] = mapped_column(default="person")
    name: Mapped[str]
    identity_kind: Mapped[str] = mapped_column(default="ktp")
    nik: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    occupation: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    body_name: Mapped[str] = mapped_column(default="")
    deed: Mapped[str] = mapped_column(default="")
    proxy_name: Mapped[str] = mapped_column(default="")


class ChecklistItem(Row):
    """One required paper of a case: there or not, and since when."""

    __tablename__ = "checklist_items"
    __table_args__ = (sa.UniqueConstraint("case_id", "key"),)

    case_id: Mapped[Ref] = mapped_column(sa.ForeignKey("cases.id"))
    key: Mapped[str]
    label: Mapped[str]
    required: Mapped[bool] = mapped_column(default=True)
    present: Mapped[bool] = mapped_column(default=False)
    checked_at: Mapped[datetime | None]
    position: Mapped[int] = mapped_column(default=0)


class StepRecord(Row):
    """A move of a case: from, verb, to, by whom in which role, when (UTC), and why.

    ``from_paper`` marks a move made on paper and written down later; ``mandate_id`` the mandate (Plh.) it was
    made under.
    """

    __tablename__ = "step_records"
    __table_args__ = (sa.Index("ix_step_records_case", "case_id", "at"),)

    case_id: Mapped[Ref] = mapped_column(sa.ForeignKey("cases.id"))
    from_step: Mapped[str] = mapped_column(default="")
    verb: Mapped[str]
    to_step: Mapped[str]
    holder: Mapped[str | None]
    staff_id: Mapped[Ref]
    role: Mapped[str]
    at: Mapped[datetime]
    note: Mapped[str] = mapped_column(default="")
    from_paper: Mapped[bool] = mapped_column(default=False)
    mandate_id: Mapped[Ref | None]
