"""Mandates: a Plh. Ketua signs and disposes while the Ketua is away; each is logged (P5)."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import select

from desk.actions.errors import NotAllowedError, NotFoundError, ProblemsError, StaleError
from desk.models import Mandate, Staff
from desk.queries.staff import own_roles
from desk.rules.permissions import ROLES, Capability, may
from desk.services.common import Problem

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk.actions.workplace import Workplace


def give_mandate(
    workplace: "Workplace",
    staff_id: str,
    role: str,
    since: datetime,
    until: datetime | None,
    letter: str = "",
) -> str:
    """Let a person act in a role for a time; given by who holds the role or manages staff. Returns its id.

    A mandate cannot be lent on by who holds it only by mandate.

    Raises:
        NotAllowedError: the person of this workplace may not lend the role.
        ProblemsError: it ends before it begins, the role or the person is not known here, or the person
            holds the role already.
    """
    with workplace.write("give_mandate") as session:
        _may_lend(session, workplace, role)
        problems = _problems(session, staff_id, role, since, until)
        if problems:
            raise ProblemsError(problems)
        row = Mandate(
            staff_id=staff_id,
            role=role,
            since=since,
            until=until,
            letter=letter.strip(),
            given_by=workplace.actor.staff_id,
        )
        session.add(row)
        session.flush()
        return row.id


def end_mandate(workplace: "Workplace", mandate_id: str) -> None:
    """End a mandate now; one that has not begun never begins.

    Raises:
        NotAllowedError: the role is not the person's to lend, nor is the mandate theirs.
        NotFoundError: no such mandate.
        StaleError: it is over already.
    """
    with workplace.write("end_mandate") as session:
        row = session.get(Mandate, mandate_id)
        if row is None:
            raise NotFoundError("Mandat tidak ditemukan.")
        if row.staff_id != workplace.actor.staff_id:
            _may_lend(session, workplace, row.role)
        if row.until is not None and row.until <= workplace.now():
            raise StaleError("Mandat ini sudah berakhir.")
        row.until = workplace.now()


def _may_lend(session: "Session", workplace: "Workplace", role: str) -> None:
    own = own_roles(session, workplace.actor.staff_id, workplace.now())
    lent = session.scalars(select(Mandate.role).where(Mandate.staff_id == workplace.actor.staff_id))
    by_right = workplace.roles - (frozenset(lent) - own)
    if role not in own and not may(by_right, Capability.MANAGE_STAFF):
        raise NotAllowedError("Tindakan ini bukan wewenang Anda.")


def _problems(
    session: "Session", staff_id: str, role: str, since: datetime, until: datetime | None
) -> list[Problem]:
    person = session.get(Staff, staff_id)
    problems = []
    if person is None or not person.active:
        problems.append(Problem("staff_id", "Pilih pegawai yang masih aktif."))
    elif role in own_roles(session, staff_id, since):
        problems.append(Problem("staff_id", f"{person.name} sudah memegang jabatan itu."))
    if role not in ROLES:
        problems.append(Problem("role", "Pilih jabatan yang dimandatkan."))
    if until is not None and until <= since:
        problems.append(Problem("until", "Mandat berakhir sebelum mulai."))
    return problems
