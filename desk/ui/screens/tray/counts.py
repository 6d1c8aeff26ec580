"""Cases that wait for the signed-in officer: one page of them, and how many they are."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desk.queries.case_filter import CaseFilter
    from desk.queries.cases import CaseRow
    from desk.queries.paging import Slice
    from desk.rules.workflow import Flow, Step
    from desk.ui.runtime.context import ScreenContext


Fits = Callable[["Flow", "Step"], bool]
"""Says which steps are meant: see ``tray.places``."""


def waiting(ctx: "ScreenContext", fits: Fits, *, anybody: bool = False) -> "CaseFilter":
    """Open cases at the steps meant that wait for this officer (``anybody``: for whom ever)."""
    from desk.queries.case_filter import CaseFilter

    place = ctx.workplace
    return CaseFilter(
        place.standards,
        ctx.today(),
        holding=None if anybody else place.roles,
        assignee_id=place.actor.staff_id,
        places=place.standards.places(fits),
    )


def waiting_part(ctx: "ScreenContext", wanted: "CaseFilter", after: Any | None) -> "Slice[CaseRow]":
    """A page of them."""
    from desk.queries.cases import listed

    return ctx.workplace.ask(listed, wanted, after)


def waiting_count(ctx: "ScreenContext", fits: Fits, *, anybody: bool = False) -> int:
    """How many they are, for the sidebar."""
    from desk.queries.cases import count

    return ctx.workplace.ask(count, waiting(ctx, fits, anybody=anybody))
