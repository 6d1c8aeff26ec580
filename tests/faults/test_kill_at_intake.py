"""A counter's process killed at named points of intake: nothing told is lost, no number doubled, the chain
whole, and the next process goes on from there."""

import os
import signal
from pathlib import Path

import pytest

if os.name == "nt":
    pytest.skip("SIGKILL and fork", allow_module_level=True)

from desk.rules.errors import DeskError
from tests.faults.conftest import Live
from tests.faults.inspection import Told, inspect, spare_blobs
from tests.faults.points import POINTS
from tests.faults.sabotage import SABOTAGES
from tests.faults.turns import every_other


@pytest.mark.parametrize("point", every_other(POINTS))
def test_a_killed_counter_loses_nothing_it_told(folder: Path, live: Live, point: str) -> None:
    survives(folder, live, point, POINTS[point].nth[0])


def test_there_are_at_least_ten_named_points() -> None:
    assert len(POINTS) >= 10


@pytest.mark.parametrize("name", SABOTAGES)
def test_a_broken_program_is_found_out(folder: Path, live: Live, name: str) -> None:
    broken = SABOTAGES[name]
    with pytest.raises((AssertionError, DeskError)) as caught:
        survives(folder, live, broken.point, broken.nth, sabotage=name)
    assert broken.found_by in [entry.name for entry in caught.traceback]


def survives(folder: Path, live: Live, point: str, nth: int, **order: str) -> None:
    """Killed once, looked over, and the next process goes on from there."""
    _die(folder, live, 0, point, nth, **order)
    ended(live(folder, round_=1, guests=1, **order), 0)
    inspect(folder)
    assert spare_blobs(folder) <= 1


def ended(status: int, wanted: int) -> None:
    """A process ended as it should."""
    assert status == wanted


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.parametrize("point", POINTS)
def test_killed_there_again_and_again(folder: Path, live: Live, point: str) -> None:
    rounds = 8
    for round_ in range(rounds):
        _die(folder, live, round_, point, POINTS[point].nth[round_ % 2])
    assert live(folder, round_=rounds) == 0
    inspect(folder)
    assert spare_blobs(folder) <= rounds


def _die(folder: Path, live: Live, round_: int, point: str, nth: int, **order: str) -> None:
    ended(live(folder, round_=round_, point=point, nth=nth, **order), -signal.SIGKILL)
    assert Told.of(folder / "diary.jsonl").doing is not None
    inspect(folder, stands=POINTS[point].whole)


def test_a_morning_in_peace_is_the_same_work(folder: Path, live: Live) -> None:
    assert live(folder, round_=0) == 0
    inspect(folder)
    told = Told.of(folder / "diary.jsonl")
    assert {"register_visit", "open_case", "update_checklist", "sign_letter", "hand_over"} <= set(
        told.actions()
    )
    assert told.drafts() == {}
    assert spare_blobs(folder) == 0
