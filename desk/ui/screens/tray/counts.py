"""How many cases wait for the signed-in officer, for the sidebar before a page was opened."""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desk.queries.cases import CaseRow
    from desk.ui.runtime.context import ScreenContext

WATCHES = frozenset({"cases", "letters", "dispositions"})


def waiting_rows(
    ctx: "ScreenContext", steps: Collection[str], *, anybody: bool = False, flow: str = ""
) -> "tuple[CaseRow, ...]":
    """Open cases at one of these steps that wait for this officer (``anybody``: for whom ever)."""
    from desk.queries.cases import CaseFilter, listed

    place = ctx.workplace
    wanted = CaseFilter(
        place.standards,
        ctx.today(),
        holding=None if anybody else place.roles,
        assignee_id=place.actor.staff_id,
        steps=frozenset(steps),
    )
    return tuple(row for row in place.ask(listed, wanted) if not flow or row.flow == flow)


def counter(
    steps: Collection[str], *, anybody: bool = False, flow: str = ""
) -> "Callable[[ScreenContext], int]":
    """A sidebar's count of ``waiting_rows``."""
    return lambda ctx: len(waiting_rows(ctx, steps, anybody=anybody, flow=flow))
