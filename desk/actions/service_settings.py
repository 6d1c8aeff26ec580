"""Setting what the office chooses for its services: open cases are counted anew (S3, S3k, S5, S6, R11)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from desk.actions.errors import ProblemsError, StaleError
from desk.actions.limits import DueMove, is_counted, recount_open, release
from desk.models import Case, Office
from desk.queries.office import profile, standard_kept, working_calendar
from desk.rules.permissions import Capability
from desk.services.choosing import Values, setting_problems, values_of, with_values

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk.actions.workplace import Workplace

_WHY = "Pengaturan layanan diubah"


@dataclass(frozen=True, slots=True)
class SettingsChanged:
    """What holds now, and the open cases whose due date moved."""

    values: Values
    moved: tuple[DueMove, ...]


def change_service_settings(workplace: "Workplace", wanted: Values, seen: Values) -> SettingsChanged:
    """Set what services read; open cases are counted anew and those that moved are listed, closed ones never
    change (facts.md). ``seen`` is what the work began from.

    Raises:
        ProblemsError: see ``desk.services.choosing.setting_problems``.
        StaleError: a colleague set it otherwise meanwhile.
    """
    workplace.require(Capability.SET_SERVICES)
    with workplace.write("change_service_settings") as session:
        now = workplace.now()
        office, standard = profile(session), standard_kept(session, workplace.standards, now)
        if values_of(office.settings, standard) != seen:
            raise StaleError("Pengaturan layanan sudah diubah rekan Anda. Periksa lagi sebelum menyimpan.")
        problems = setting_problems(wanted, standard)
        if problems:
            raise ProblemsError(problems)
        limited = _under_a_limit(session, workplace)
        row = session.scalars(select(Office)).one()
        row.settings = with_values(office.settings, wanted, standard)
        session.flush()
        still = {case.id for case in _under_a_limit(session, workplace)}
        let_go = [release(session, case, now, _WHY) for case in limited if case.id not in still]
        moved = recount_open(session, workplace.standards, working_calendar(session), now, _WHY)
        return SettingsChanged(
            values_of(row.settings, standard), (*(one for one in let_go if one is not None), *moved)
        )


def _under_a_limit(session: "Session", workplace: "Workplace") -> list[Case]:
    """Open cases that run under a limit in days, the most urgent first."""
    cases = session.scalars(select(Case).where(Case.closed_at.is_(None)).order_by(Case.due))
    return [case for case in cases if is_counted(session, workplace.standards, case)]
