"""Four PCs in any order of work, sync, lost answers and restarts come to the same; a sync broken on purpose
does not."""

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from desk.sync.errors import SyncError
from tests.lan import OfficeLan, go_on_from, open_lan
from tests.servers import Cluster
from tests.sync.machine import OfficeMachine, crowd
from tests.sync.planted import BUGS, Plant

QUICK = settings(
    max_examples=10,
    stateful_step_count=40,
    deadline=None,
    database=None,
    derandomize=True,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
LONG = settings(QUICK, max_examples=250, stateful_step_count=80, derandomize=False, print_blob=True)
HUNT = settings(QUICK, max_examples=60)


@pytest.fixture(scope="session")
def pattern(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeLan]:
    """The network that each run begins with, closed."""
    database = cluster.database("desk_template")
    with ExitStack() as ends:
        lan = open_lan(cluster, database, tmp_path_factory.mktemp("crowd"), ends)
        crowd(lan)
    yield lan
    cluster.drop(database)


def machine(pattern: OfficeLan, plant: Plant | None = None) -> type[OfficeMachine]:
    """A machine whose runs begin with the pattern, with a bug planted in it."""

    class Machine(OfficeMachine):
        done: ClassVar[Counter[str]] = Counter()

        @staticmethod
        def go_on(folder: Path, ends: ExitStack) -> OfficeLan:
            lan = go_on_from(pattern, folder, ends)
            if plant is not None:
                plant(lan, ends.enter_context(pytest.MonkeyPatch.context()))
            return lan

    return Machine


def test_any_order_comes_to_the_same(pattern: OfficeLan) -> None:
    tried = machine(pattern)
    run_state_machine_as_test(tried, settings=QUICK)
    assert {"register", "take_in", "lost_request"} <= tried.done.keys()


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_many_orders_come_to_the_same(pattern: OfficeLan) -> None:
    tried = machine(pattern)
    run_state_machine_as_test(tried, settings=LONG)
    surely = {"move_on", "lost_rows", "open_day", "settle", "choose_again", "put_server_back"}
    assert surely <= tried.done.keys()


SOON = "no rev bump"
"""The bug that is found within seconds; the others take longer than the normal run allows."""


@pytest.mark.parametrize(
    "bug", [pytest.param(one, marks=() if one == SOON else pytest.mark.long) for one in BUGS]
)
def test_a_broken_sync_is_found_out(pattern: OfficeLan, bug: str) -> None:
    with pytest.raises((AssertionError, SyncError)):
        run_state_machine_as_test(machine(pattern, BUGS[bug]), settings=HUNT)
