"""Who disposes at a step, to whom it may go, and the moves that do it."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.rules.permissions import ROLES, Workspace
from desk.rules.workflow import Move, MoveKind, Sheet, next_controller

if TYPE_CHECKING:
    from desk.queries.casefile import CaseFile
    from desk.rules.workflow import Flow
    from desk.standards.model import Standard

_INFORMED = (Workspace.KASUBAG, Workspace.DIVISION, Workspace.LEADERSHIP, Workspace.PPID)


@dataclass(frozen=True, slots=True)
class Way:
    """What can be done with a letter at its step.

    ``role`` disposes; ``forward`` is the move made, ``back`` the return with a reason where the flow has one;
    ``to`` are the roles that may be the main addressee (one: nothing to choose), ``suggested`` the usual one;
    ``informed`` those who may get it for information.
    """

    role: str
    forward: Move
    back: Move | None
    to: tuple[str, ...]
    suggested: str
    informed: tuple[str, ...]


def way_of(flow: "Flow", step_id: str, filled: Collection[str], responsible: Collection[str]) -> Way | None:
    """The way out of a disposition step; None when the step has no move onward.

    ``filled`` are roles somebody holds, ``responsible`` those the standard makes answer for the service.
    """
    step = flow.step(step_id)
    forward = next((one for one in step.moves if one.sheet is Sheet.DISPOSE), None)
    if forward is None:
        return None
    role = next_controller(step.roles, filled, ()) or step.roles[0]
    to = tuple(one for one in flow.step(forward.to).roles if one in filled and one != "staf")
    suggested = next((one for one in responsible if one in to), to[0] if len(to) == 1 else "")
    informed = tuple(
        one.id
        for one in ROLES.values()
        if one.id in filled and one.workspace in _INFORMED and one.id not in (role, "staf")
    )
    back = next((one for one in step.moves if one.kind is MoveKind.RETURN), None)
    return Way(role, forward, back, to, suggested, informed)


def way_of_file(file: "CaseFile", standard: "Standard") -> Way | None:
    """The way of an open case."""
    row = file.page.row
    return way_of(file.flow, row.step, file.filled, standard.services[row.service].responsible)
