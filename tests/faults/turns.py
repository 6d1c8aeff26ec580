"""Which points of a kill are tried in every run: each second one; the long run tries them all."""

from collections.abc import Iterable
from typing import Any

import pytest


def every_other(points: Iterable[str]) -> list[Any]:
    """Parameters for a test of each point; the second, fourth … only in the long run."""
    return [
        pytest.param(point, marks=pytest.mark.long) if place % 2 else point
        for place, point in enumerate(points)
    ]
