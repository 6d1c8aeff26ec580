"""Counters that work at the same moment: in threads, in processes, in any order."""

import multiprocessing
import threading
from collections.abc import Callable
from pathlib import Path
from queue import Queue
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.actions import queue
from desk.actions.counters import (
    CounterBusyError,
    open_counter,
)
from desk.actions.errors import NotFoundError
from desk.actions.held import StaffRoles
from desk.actions.workplace import Workplace
from desk.queries import queue as reads
from desk.rules.queueing import TicketMoveError, TicketState
from desk.store.actor import Actor
from desk.store.keys import Cost, MachineKeys
from desk.store.store import Store
from tests.actions.queueing import desk_of, issue
from tests.office import MORNING, SmallOffice, open_small_office


def test_two_counters_in_two_threads_never_get_the_same_ticket(
    office: SmallOffice, counter: Workplace, other: Workplace
) -> None:
    labels = issue(office, *["informasi"] * 12)
    got: Queue[str] = Queue()
    gate = threading.Barrier(2)

    def work(place: Workplace) -> None:
        gate.wait(10)
        while True:
            try:
                got.put(queue.call_next(place).label)
            except queue.NobodyWaitingError:
                return
            queue.finish(place)

    threads = [threading.Thread(target=work, args=(place,)) for place in (counter, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(got.queue) == sorted(labels)


def call_until_empty(folder: Path, staff_id: str, counter_id: str, ready: Any, answers: Any) -> None:
    """Body of a counter's process: calls and finishes until nobody waits."""
    from desk.assets import resource
    from desk.standards.loader import load_standards

    store = Store.open(folder, MachineKeys(folder, Cost(passes=1, memory_kib=64)))
    place = Workplace(
        store,
        load_standards(resource("standards")),
        Actor(staff_id, "PC", "front_office"),
        StaffRoles(store, staff_id),
        lambda: MORNING,
        counter_id,
    )
    ready.wait(60)
    called: list[str] = []
    while True:
        try:
            called.append(queue.call_next(place).label)
        except queue.NobodyWaitingError:
            break
        queue.finish(place)
    store.close()
    answers.put(called)


def test_two_counters_in_two_processes_never_get_the_same_ticket(
    office: SmallOffice, counter: Workplace, other: Workplace
) -> None:
    labels = issue(office, *["informasi"] * 12)
    context = multiprocessing.get_context("spawn")
    ready, answers = context.Barrier(2), context.SimpleQueue()
    processes = [
        context.Process(
            target=call_until_empty,
            args=(office.store.folder, place.actor.staff_id, place.counter_id, ready, answers),
        )
        for place in (counter, other)
    ]
    for process in processes:
        process.start()
    called = answers.get() + answers.get()
    for process in processes:
        process.join(60)
    assert sorted(called) == sorted(labels)
    assert office.store.verify_chain().ok


Verb = Callable[[Workplace], object]
VERBS: tuple[Verb, ...] = (
    queue.call_next,
    queue.recall,
    queue.serve,
    queue.hold,
    queue.skip,
    queue.finish,
    queue.finish_and_call_next,
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(st.tuples(st.booleans(), st.sampled_from(range(len(VERBS)))), max_size=14))
def test_whatever_two_counters_do_no_ticket_is_lost_or_in_two_hands(
    tmp_path_factory: pytest.TempPathFactory, moves: list[tuple[bool, int]]
) -> None:
    office = open_small_office(tmp_path_factory.mktemp("office") / "x")
    places = office.at("rahma", 1), office.at("yudi", 2)
    for place in places:
        open_counter(place)
    labels = issue(office, *["informasi"] * 4)
    for second, verb in moves:
        office.clock.pass_(seconds=30)
        try:
            VERBS[verb](places[second])
        except (CounterBusyError, NotFoundError, TicketMoveError, queue.NobodyWaitingError):
            continue
    rows = places[0].ask(reads.today, office.clock())
    desks = [desk_of(place) for place in places]
    seen = [row.label for desk in desks if (row := desk.serving)]
    seen += [row.label for row in (*desks[0].waiting, *desks[0].held, *desks[0].skipped)]
    seen += [row.label for row in rows if row.state is TicketState.DONE]
    assert sorted(seen) == labels
    office.store.close()
