"""Small arithmetic of the benches."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which ``share`` (0 to 1) of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


@dataclass(frozen=True, slots=True)
class Clocked:
    """Milliseconds of one call: by the clock on the wall, and of the processor in this thread."""

    wall: float
    cpu: float


def clocked(work: Callable[[], object]) -> Clocked:
    """Both times of one call."""
    cpu, wall = time.thread_time(), time.perf_counter()
    work()
    return Clocked((time.perf_counter() - wall) * 1000, (time.thread_time() - cpu) * 1000)


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that one call takes."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000
