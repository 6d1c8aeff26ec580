"""The same office killed many times over, at any statement and at any moment."""

import os
import random
import signal
from pathlib import Path

import pytest

if os.name == "nt":
    pytest.skip("SIGKILL and fork", allow_module_level=True)

from tests.faults.conftest import Live
from tests.faults.inspection import inspect, spare_blobs

pytestmark = [pytest.mark.long, pytest.mark.timeout(900)]

_KILLED = -signal.SIGKILL


@pytest.mark.parametrize("seed", range(3))
def test_killed_at_any_statement(folder: Path, live: Live, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - repeatable, nothing secret
    for round_ in range(40):
        ended = live(folder, round_=round_, point="at any statement", nth=dice.randrange(1, 900))
        assert ended in (0, _KILLED)
        inspect(folder, stands=None if ended == _KILLED else False)
    assert live(folder, round_=40) == 0
    inspect(folder)


@pytest.mark.parametrize("seed", range(3))
def test_killed_at_any_moment(folder: Path, live: Live, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - repeatable, nothing secret
    for round_ in range(40):
        ended = live(folder, round_=round_, milliseconds=dice.randrange(20, 1500))
        assert ended in (0, _KILLED)
        inspect(folder, stands=None if ended == _KILLED else False)
    assert live(folder, round_=40) == 0
    inspect(folder)
    assert spare_blobs(folder) <= 40
