"""What the lists of cases show, read from the store."""

from typing import TYPE_CHECKING

from desk.queries import cases
from desk.queries.cases import CaseFilter, CaseRow
from desk.rules.deadlines import Pressure

if TYPE_CHECKING:
    from desk.ui.runtime.context import ScreenContext

HAND_OVER = frozenset({"penyerahan"})
"""The step at which a result waits for its receiver, in every flow."""


def found(ctx: "ScreenContext", *, open_only: bool, text: str) -> tuple[CaseRow, ...]:
    """Cases with these words in number, subject or name; overdue ones first among the open."""
    place = ctx.workplace
    wanted = CaseFilter(place.standards, ctx.today(), open_only=open_only, text=text)
    return place.ask(cases.listed, wanted)


def open_count(ctx: "ScreenContext") -> int:
    """How many open cases there are."""
    return len(found(ctx, open_only=True, text=""))


def at_hand_over(ctx: "ScreenContext") -> tuple[CaseRow, ...]:
    """Cases whose result waits to be handed over."""
    place = ctx.workplace
    return place.ask(cases.listed, CaseFilter(place.standards, ctx.today(), steps=HAND_OVER))


def overdue(rows: tuple[CaseRow, ...]) -> int:
    """How many of them are overdue."""
    return sum(row.pressure is Pressure.OVERDUE for row in rows)
