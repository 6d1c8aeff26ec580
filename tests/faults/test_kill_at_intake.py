"""A counter's process killed at named points of intake: nothing told is lost, no number doubled, the chain
whole, and the next process goes on from there."""

import os
import signal
from pathlib import Path

import pytest

if os.name == "nt":
    pytest.skip("SIGKILL and fork", allow_module_level=True)

from tests.faults.conftest import Live
from tests.faults.inspection import Told, inspect, spare_blobs
from tests.faults.points import POINTS


@pytest.mark.parametrize("point", POINTS)
def test_a_killed_counter_loses_nothing_it_told(folder: Path, live: Live, point: str) -> None:
    extra: list[str] = []
    for round_, nth in enumerate(POINTS[point].nth):
        assert live(folder, round_, point=point, nth=nth) == -signal.SIGKILL
        told = Told.of(folder / "diary.jsonl")
        assert told.doing is not None
        if POINTS[point].whole:
            extra.append(told.doing["doing"])
        inspect(folder, told, extra)
    assert live(folder, 2, guests=1) == 0
    inspect(folder, Told.of(folder / "diary.jsonl"), extra)
    assert spare_blobs(folder) <= 2


def test_a_morning_in_peace_is_the_same_work(folder: Path, live: Live) -> None:
    assert live(folder, 0) == 0
    told = Told.of(folder / "diary.jsonl")
    inspect(folder, told, [])
    assert {"register_visit", "open_case", "update_checklist", "sign_letter", "hand_over"} <= set(
        told.actions()
    )
    assert told.drafts() == {}
    assert spare_blobs(folder) == 0
