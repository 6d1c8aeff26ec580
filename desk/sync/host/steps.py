"""What has to be done on a PC, one step after the other; repeated, only what is missing is done."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How a step went: done now, found as it should be, or left out because it was only asked about."""

    DONE = "done"
    KEPT = "kept"
    WOULD = "would"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do. ``missing`` looks without changing anything, also while earlier steps are not done."""

    what: str
    missing: Callable[[], bool]
    do: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A step and how it went."""

    what: str
    state: State


def carry_out(steps: Iterable[Step], hear: Callable[[Outcome], None], *, dry: bool) -> list[Outcome]:
    """Do every step that is missing, in order; ``hear`` is told of each as it ends."""
    outcomes = []
    for step in steps:
        state = State.KEPT
        if step.missing():
            state = State.WOULD if dry else State.DONE
            if not dry:
                step.do()
        outcomes.append(Outcome(step.what, state))
        hear(outcomes[-1])
    return outcomes
