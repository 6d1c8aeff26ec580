"""Mandates: a Plh. Ketua signs and disposes while the Ketua is away; each is logged (P5)."""

from datetime import datetime
from typing import TYPE_CHECKING

from desk.actions.errors import NotFoundError, ProblemsError
from desk.models import Mandate
from desk.rules.permissions import Capability
from desk.services.common import Problem

if TYPE_CHECKING:
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

    Raises:
        NotAllowedError: the person of this workplace may not lend the role.
        ProblemsError: it ends before it begins.
    """
    if role not in workplace.roles:
        workplace.require(Capability.MANAGE_STAFF)
    if until is not None and until <= since:
        raise ProblemsError([Problem("until", "Mandat berakhir sebelum mulai.")])
    with workplace.write("give_mandate") as session:
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
    """End a mandate now."""
    with workplace.write("end_mandate") as session:
        row = session.get(Mandate, mandate_id)
        if row is None:
            raise NotFoundError("Mandat tidak ditemukan.")
        if row.role not in workplace.roles:
            workplace.require(Capability.MANAGE_STAFF)
        row.until = workplace.now()
