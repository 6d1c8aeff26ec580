"""A disposition by word of mouth: recorded by who gave it, or by the desk for them (G5, KPG 3)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from desk.actions import limits
from desk.actions.errors import NotAllowedError, ProblemsError
from desk.actions.steps import MoveOrder, Stepped, apply_move, flow_of, not_stale
from desk.models import Case, Disposition
from desk.queries.staff import colleagues, mandate_of
from desk.rules.permissions import Capability, may
from desk.rules.speaking import speaks_at
from desk.rules.workflow import Move, MoveUnknown, Sheet, Step
from desk.services.common import Problem
from desk.services.disposition import SPOKEN

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk.actions.workplace import Workplace


_SAYS = (Capability.DISPOSE, Capability.SAY_DISPOSITION)
"""Leaders dispose on paper and by word, members by word."""


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """What was said: to whom it goes, maybe what is to be done. ``by_staff_id`` is who said it where somebody
    else writes it down and several hold that office."""

    to_role: str
    instruction: str = ""
    by_staff_id: str | None = None
    expected_step: str = ""


def dispose_by_word(workplace: "Workplace", case_id: str, word: SpokenWord) -> Stepped:
    """Record a spoken disposition and pass the case on; at the meeting itself the meeting ends with it.

    Its minutes are those of the steps: the meeting began when the case came to it, the word was given now.

    Raises:
        ProblemsError: nobody is named, or several could have said it.
        NotAllowedError: who holds the case may, or who records dispositions.
        MoveRefused, StaleError, NotFoundError: see ``move_case``.
    """
    workplace.require(Capability.SEE_CASE)
    with workplace.write("dispose_by_word") as session:
        case = limits.open_case_row(session, case_id)
        not_stale(case, word.expected_step)
        step, first = speaks_at(flow_of(workplace, case), case.step)
        if step is None or case.holder is None:
            raise MoveUnknown("Pada langkah ini tidak ada disposisi lisan.")
        said_by, recorder = case.holder, workplace.actor.staff_id
        own = said_by in workplace.roles and any(may(workplace.roles, one) for one in _SAYS)
        if not own and not may(workplace.roles, Capability.RECORD_DISPOSITION):
            raise NotAllowedError("Disposisi lisan dicatat pejabat yang memberinya atau petugas layanan.")
        writer = recorder if own else _speaker(session, workplace, said_by, word.by_staff_id)
        if first is not None:
            apply_move(session, workplace, MoveOrder(case_id, first.verb), by_rule=not own)
        move = _move_to(step, said_by, word.to_role)
        place = workplace if own else workplace.also(said_by)
        note = word.instruction.strip() or SPOKEN
        stepped = apply_move(session, place, MoveOrder(case_id, move.verb, reason=note, to_role=word.to_role))
        session.add(_entry(session, workplace, case, said_by, writer, word))
        return stepped


def _speaker(session: "Session", workplace: "Workplace", role: str, named: str | None) -> str:
    """Who said it: the person named, else the one who holds the office now."""
    holders = [one.staff_id for one in colleagues(session, workplace.now()) if role in one.roles]
    found = [one for one in holders if named in (None, one)]
    if len(found) != 1:
        raise ProblemsError([Problem("by_staff_id", "Pilih pejabat yang memberi disposisi.")])
    return found[0]


def _move_to(step: Step, said_by: str, to_role: str) -> Move:
    """The move that passes the case to that role: one that leads to it by itself, else one that names it."""
    said = [
        one for one in step.moves if one.sheet is Sheet.SPOKEN and (not one.holders or said_by in one.holders)
    ]
    found = next((one for one in said if one.holder == to_role), None)
    found = found or next((one for one in said if one.names_role), None)
    if found is None or not to_role:
        raise ProblemsError([Problem("to_role", "Pilih pejabat yang dituju.")])
    return found


def _entry(
    session: "Session", workplace: "Workplace", case: Case, said_by: str, writer: str, word: SpokenWord
) -> Disposition:
    count = session.scalar(select(func.count()).where(Disposition.case_id == case.id)) or 0
    at = workplace.now()
    return Disposition(
        case_id=case.id,
        position=count + 1,
        from_role=said_by,
        to_roles=[word.to_role],
        by_staff_id=writer,
        recorded_by=workplace.actor.staff_id,
        mandate_id=mandate_of(session, writer, said_by, at),
        at=at,
        phrases=[SPOKEN],
        instruction=word.instruction.strip(),
    )
