"""Open information given at once at the desk: decision, ekspedisi row and end of the case in one (S3)."""

from dataclasses import replace
from typing import TYPE_CHECKING

from desk.actions import limits, numbers
from desk.actions.decisions import granted_at_once
from desk.actions.delivery import Delivered, HandOver, checked, deliver
from desk.actions.steps import MoveOrder, apply_move, flow_of
from desk.rules.permissions import Capability
from desk.rules.workflow import Sheet

if TYPE_CHECKING:
    from desk.actions.workplace import Workplace
    from desk.services.informasi import Openness


def give_at_once(
    workplace: "Workplace", case_id: str, draft: HandOver, openness: "Openness | None" = None
) -> Delivered:
    """Give what was asked for against a signature, as at a hand-over; the request counts as granted.

    ``openness`` is the class Tim Penghubung gave the information. Possibly exempt information is never given
    at once (L3/III.B.3.f).

    Raises:
        ProblemsError: see ``desk.actions.delivery.hand_over_problems``.
        MoveRefused: the information is not open, or the step or the role does not give it.
        StaleError: the case was moved meanwhile.
    """
    workplace.require(Capability.OPEN_CASE)
    kept = checked(workplace, draft)
    with workplace.write("give_at_once") as session:
        case = limits.open_case_row(session, case_id)
        if openness is not None:
            case.detail = {**case.detail, "openness": openness.value}
        flow = flow_of(workplace, case)
        may = flow.step(case.step).roles
        role = next((one for one in (workplace.role, *sorted(workplace.roles)) if one in may), "")
        verb = flow.written_on(case.step, Sheet.GIVE)
        stepped = apply_move(session, workplace, MoveOrder(case_id, verb, draft.expected_step))
        session.add(granted_at_once(case, workplace.actor.staff_id, role, workplace.now()))
        row = deliver(session, workplace, case, draft, kept)
        delivered = Delivered(row.id, row.number, stepped)
    return replace(delivered, number=numbers.official(delivered.number, workplace))
