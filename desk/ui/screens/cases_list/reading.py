"""What the lists of cases show, read from the store."""

from dataclasses import replace
from typing import TYPE_CHECKING

from desk.queries import cases
from desk.queries.case_filter import CaseFilter
from desk.ui.screens.tray.places import handed_over

if TYPE_CHECKING:
    from desk.ui.runtime.context import ScreenContext


def wanted(ctx: "ScreenContext", *, open_only: bool, text: str) -> CaseFilter:
    """Cases with these words in number, subject or name; overdue ones first among the open."""
    return CaseFilter(ctx.workplace.standards, ctx.today(), open_only=open_only, text=text)


def open_count(ctx: "ScreenContext") -> int:
    """How many open cases there are."""
    return ctx.workplace.ask(cases.count, wanted(ctx, open_only=True, text=""))


def late_count(ctx: "ScreenContext", text: str) -> int:
    """How many open cases with these words are past their due date."""
    return ctx.workplace.ask(cases.count, replace(wanted(ctx, open_only=True, text=text), late=True))


def at_hand_over(ctx: "ScreenContext") -> CaseFilter:
    """Cases whose result waits to be handed over by this officer: answers to complaints by their team."""
    standards, roles = ctx.workplace.standards, ctx.workplace.roles
    places = standards.places(lambda flow, step: handed_over(flow, step) and not roles.isdisjoint(step.roles))
    return CaseFilter(standards, ctx.today(), places=places)


def hand_over_count(ctx: "ScreenContext") -> int:
    """How many they are."""
    return ctx.workplace.ask(cases.count, at_hand_over(ctx))
