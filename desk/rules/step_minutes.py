"""Minutes that steps of a case take, against those a standard plans for them (KPG, column "Waktu")."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from desk.rules.workflow import Flow, StepUnknown

_MINUTE = 60.0
_TENTHS = 10


@dataclass(frozen=True, slots=True)
class Passing:
    """A record of a case as it was written: the step left (empty: none), the step reached, when (aware)."""

    from_step: str
    to_step: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Stay:
    """One stay at a step: ``left`` counts the passings before the one that ended it (None: it runs).

    ``minutes`` are whole minutes by the clock, rounded down. ``backwards``: the step was left before it was
    reached, by the clocks of different PCs or a time taken from paper; then they are 0.
    """

    step: str
    since: datetime
    until: datetime
    minutes: int
    left: int | None = None
    backwards: bool = False

    @property
    def running(self) -> bool:
        """Whether the case still stands there."""
        return self.left is None


@dataclass(frozen=True, slots=True)
class Timed:
    """A stay with what was planned for it, both in minutes."""

    stay: Stay
    label: str
    planned: int
    output: str = ""

    @property
    def over(self) -> int:
        """Minutes beyond the plan; 0 in time."""
        return max(self.stay.minutes - self.planned, 0)


@dataclass(frozen=True, slots=True)
class Summary:
    """Many stays at one step: how many, the median and the 90th percentile of their minutes, how many were in
    time."""

    count: int
    median: float
    ninth_tenth: int
    in_time: int

    @property
    def share(self) -> float:
        """Those in time, of all, from 0 to 1."""
        return self.in_time / self.count


def stays(passings: Sequence[Passing], now: datetime, begun: datetime | None = None) -> tuple[Stay, ...]:
    """Every stay at a step, in the order of the records, which is the server's; what leaves a case where it
    is (a delegation, a correction, an extension) goes on with the stay.

    Args:
        passings: everything recorded of the case.
        now: the present moment, for the stay that runs.
        begun: when the work before the registration began (the visitor was called), if that is known.
    """
    found: list[Stay] = []
    step, since = "", None
    for place, one in enumerate(passings):
        if one.from_step == one.to_step:
            continue
        if since is not None:
            found.append(_stay(step, since, one.at, place))
        first = since is None and begun is not None
        step, since = one.to_step, min(begun, one.at) if first and begun is not None else one.at
    if since is not None:
        found.append(_stay(step, since, now, None))
    return tuple(found)


def _stay(step: str, since: datetime, until: datetime, left: int | None) -> Stay:
    seconds = (until - since).total_seconds()
    return Stay(step, since, until, max(int(seconds // _MINUTE), 0), left, backwards=seconds < 0)


def timed(found: Iterable[Stay], flows: Sequence[Flow]) -> tuple[Timed, ...]:
    """The stays at steps that a plan times; where the applicant is awaited nothing is.

    ``flows`` are those each record was made under; a stay that runs goes by the last.
    """
    rows = []
    for one in found:
        flow = flows[-1 if one.left is None else one.left]
        try:
            step = flow.step(one.step)
        except StepUnknown:
            continue
        if step.planned_minutes is not None and not step.waits and not step.end:
            rows.append(Timed(one, step.label, step.planned_minutes, step.output))
    return tuple(rows)


def summary(rows: Sequence[Timed]) -> Summary:
    """What many finished stays have in common; ``rows`` is not empty. The 90th percentile is the value that
    nine tenths do not exceed (nearest rank)."""
    minutes = sorted(one.stay.minutes for one in rows)
    rank = -(-len(minutes) * (_TENTHS - 1) // _TENTHS)
    return Summary(
        len(minutes), float(median(minutes)), minutes[rank - 1], sum(1 for one in rows if not one.over)
    )


_HOUR, _DAY = 60, 24 * 60


def in_words(minutes: float) -> str:
    """Minutes as screen and paper have them: ``7 menit``, ``2 jam 5 menit``, ``1 hari 3 jam``; up to two
    hours in minutes, as plans are written; halves with a comma."""
    if minutes < 2 * _HOUR:
        return f"{minutes:g} menit".replace(".", ",")
    whole = int(minutes)
    parts = ((whole // _DAY, "hari"), (whole % _DAY // _HOUR, "jam"), (whole % _HOUR, "menit"))
    return " ".join([f"{count} {unit}" for count, unit in parts if count][:2])
