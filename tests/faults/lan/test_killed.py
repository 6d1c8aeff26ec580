"""A desk's process killed at named points of push, answer, pull, first load and the roll-back of a refusal:
the next process goes on, and when it is quiet nothing is lost, doubled or half there."""

import os
import random
import signal

import pytest

if os.name == "nt":
    pytest.skip("SIGKILL and fork", allow_module_level=True)

from desk.actions.visits import register_visit
from desk.store.search import find
from tests.faults.conftest import Live
from tests.faults.lan.points import LOAD, PULL, PUSH
from tests.faults.lan.scenes import VISITOR, answered, news_both_ways
from tests.lan import OfficeLan
from tests.sync.invariants import quiet

_KILLED = -signal.SIGKILL
_WAY = PUSH | PULL


@pytest.mark.parametrize("point", _WAY)
def test_a_desk_killed_on_its_way_goes_on(lan: OfficeLan, live: Live, point: str) -> None:
    desk = news_both_ways(lan)
    before, folder = answered(lan, desk), desk.store.folder
    assert live(folder, "lan", point=point, nth=_WAY[point].nth[0]) == _KILLED
    assert answered(lan, desk) - before == (4 if _WAY[point].whole else 0)
    assert live(folder, "lan") == 0
    quiet(lan)
    assert answered(lan, desk) - before == 4
    assert [row[:2] for row in lan.bundles()] == [("move:teruskan", "step_moved")]


@pytest.mark.parametrize("point", LOAD)
def test_a_first_load_killed_goes_on_where_it_was(lan: OfficeLan, live: Live, point: str) -> None:
    gate = lan.desk("POS-1", "pamdal")
    register_visit(gate.at("bayu"), VISITOR)
    gate.sync()
    new = lan.enrolled("LOKET-1")
    assert live(new.store.folder, "lan", point=point, nth=LOAD[point].nth[0], page=40) == _KILLED
    assert live(new.store.folder, "lan", page=40) == 0
    quiet(lan)
    assert gate.rows("visits") == new.rows("visits")
    with new.store.read() as session:
        assert [hit.title for hit in find(session, "fauzi")] == [VISITOR.name]


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.parametrize("seed", range(3))
def test_killed_at_any_statement(lan: OfficeLan, live: Live, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - repeatable, nothing secret
    desk = news_both_ways(lan)
    for _ in range(30):
        ended = live(desk.store.folder, "lan", point="at any statement", nth=dice.randrange(1, 90))
        assert ended in (0, _KILLED)
        register_visit(desk.at("rahma"), VISITOR)
    quiet(lan)
