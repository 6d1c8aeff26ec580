"""Facts of the recap of steps."""

from dataclasses import dataclass
from datetime import datetime

from desk.documents.facts.shared import SignerFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTimeLine:
    """A step in words: its name, how many ended, plan, median, 90th percentile, those in time."""

    step: str
    count: str
    planned: str
    median: str
    ninth_tenth: str
    in_time: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTimeGroup:
    """The steps of one service and path, under its ``title``."""

    title: str
    lines: tuple[StepTimeLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTimesFacts:
    """Planned and actual minutes of a month (KPG, R7); without groups nothing was finished in it."""

    month: str
    as_of: datetime
    printed_by: str
    signer: SignerFacts
    groups: tuple[StepTimeGroup, ...] = ()
