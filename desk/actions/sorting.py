"""Tim Penghubung suggests how open the wanted information is, and passes the request on with it (S3)."""

from typing import TYPE_CHECKING

from desk.actions import limits
from desk.actions.steps import MoveOrder, Stepped, ordinary_move
from desk.rules.permissions import Capability
from desk.services import informasi

if TYPE_CHECKING:
    from desk.actions.workplace import Workplace


def sort_and_move(workplace: "Workplace", order: MoveOrder, openness: informasi.Openness) -> Stepped:
    """Write the suggested class of information on the case and make a move in the same transaction.

    Raises:
        MoveRefused, StaleError, NotFoundError: see ``desk.actions.steps.move_case``.
    """
    workplace.require(Capability.SEE_CASE)
    with workplace.write(f"sort:{order.verb}") as session:
        case = limits.open_case_row(session, order.case_id)
        case.detail = {**case.detail, "openness": openness.value}
        return ordinary_move(session, workplace, order)
