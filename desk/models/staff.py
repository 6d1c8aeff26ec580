"""People at the desk: accounts, the roles they hold, and mandates of an acting Ketua (P1–P11)."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Row
from desk.models.types import Ref


class Staff(Row):
    """A person of the office; ``login`` is unique."""

    __tablename__ = "staff"

    name: Mapped[str]
    login: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    nip: Mapped[str] = mapped_column(default="")
    active: Mapped[bool] = mapped_column(default=True)


class Credential(Row):
    """What proves a person at sign-in: ``id`` is that of the staff row, ``password_hash`` an argon2id string.
    A row of its own: devices see everybody's name, but only the credentials of those who may work there."""

    __tablename__ = "credentials"

    password_hash: Mapped[str]


class StaffRole(Row):
    """A role held by a person from a day on, up to and with another (``None``: open)."""

    __tablename__ = "staff_roles"
    __table_args__ = (sa.Index("ix_staff_roles_staff", "staff_id"),)

    staff_id: Mapped[Ref] = mapped_column(sa.ForeignKey("staff.id"))
    role: Mapped[str]
    since: Mapped[date]
    until: Mapped[date | None]


class Mandate(Row):
    """A logged mandate (Plh.): ``staff_id`` acts as ``role`` from ``since`` until ``until`` (P5)."""

    __tablename__ = "mandates"

    staff_id: Mapped[Ref] = mapped_column(sa.ForeignKey("staff.id"))
    role: Mapped[str]
    since: Mapped[datetime]
    until: Mapped[datetime | None]
    letter: Mapped[str] = mapped_column(default="")
    given_by: Mapped[Ref]
