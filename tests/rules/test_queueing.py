"""The queue: order with a fair priority lane, labels, waits, ticket states."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.rules.queueing import (
    Priority,
    QueueRule,
    TicketMoveError,
    TicketState,
    TicketVerb,
    Waiting,
    block_after,
    estimated_wait,
    is_of_point,
    label,
    next_number,
    next_ticket,
    order,
    priority_streak,
    ticket_after,
)

NINE = datetime(2026, 3, 13, 1, tzinfo=UTC)


def ticket(number: int, *, priority: bool = False) -> Waiting:
    since = NINE + timedelta(minutes=number)
    return Waiting(f"t{number}", "B", number, since, Priority.ELDERLY if priority else None)


def numbers(tickets: tuple[Waiting, ...]) -> list[int]:
    return [one.number for one in tickets]


def test_first_come_first_served_without_priority() -> None:
    assert numbers(order([ticket(3), ticket(1), ticket(2)])) == [1, 2, 3]


def test_priority_goes_first_but_after_two_an_ordinary_one_is_called() -> None:
    waiting = [ticket(1), ticket(2), *(ticket(number, priority=True) for number in (3, 4, 5, 6, 7))]
    assert numbers(order(waiting)) == [3, 4, 1, 5, 6, 2, 7]


def test_priority_calls_already_made_count() -> None:
    waiting = [ticket(1), ticket(2, priority=True)]
    assert numbers(order(waiting, streak=2)) == [1, 2]
    assert numbers(order(waiting, streak=2, rule=QueueRule(3))) == [2, 1]


def test_the_next_ticket_is_the_first_of_the_order() -> None:
    assert next_ticket([]) is None
    assert next_ticket([ticket(1), ticket(2, priority=True)]) == ticket(2, priority=True)


@given(st.lists(st.booleans(), max_size=30), st.integers(1, 4), st.integers(0, 4))
def test_nobody_starves_and_lanes_keep_their_order(lanes: list[bool], run: int, streak: int) -> None:
    waiting = [ticket(number, priority=lane) for number, lane in enumerate(lanes, 1)]
    ordered = order(waiting, streak, QueueRule(run))
    assert sorted(numbers(ordered)) == list(range(1, len(lanes) + 1))
    for lane in (True, False):
        served = [one.number for one in ordered if (one.priority is not None) is lane]
        assert served == sorted(served)
    in_row = streak
    for position, one in enumerate(ordered):
        in_row = in_row + 1 if one.priority is not None else 0
        ordinary_left = any(later.priority is None for later in ordered[position:])
        assert in_row <= max(run, streak) or not ordinary_left


@pytest.mark.parametrize(
    ("calls", "streak"), [([], 0), ([True, True], 2), ([True, False, True], 1), ([True, False], 0)]
)
def test_the_streak_is_the_run_of_priority_calls_at_the_end(calls: list[bool], streak: int) -> None:
    assert priority_streak(calls) == streak


def test_a_label_has_three_digits_and_more_when_needed() -> None:
    assert label("B", 14) == "B-014"
    assert label("B", 1234) == "B-1234"


def test_numbers_start_at_one_each_day() -> None:
    assert next_number(None) == 1
    assert next_number(14) == 15
    assert next_number(99) == 100


@pytest.mark.parametrize(
    ("last", "point", "following"),
    [(None, 0, 1), (98, 0, 99), (99, 0, 10_001), (None, 2, 201), (299, 2, 10_201), (10_299, 2, 20_201)],
)
def test_issuing_points_of_a_network_never_share_a_number(
    last: int | None, point: int, following: int
) -> None:
    assert next_number(last, point) == following
    assert is_of_point(following, point)


def test_a_pc_restored_in_the_course_of_a_day_begins_a_block_of_its_own() -> None:
    ten, later = (block_after(time(10, minute)) for minute in (2, 17))
    assert (ten, later) == (41, 42)
    assert next_number(None, 2, ten) == 410_201
    assert next_number(214, 2, ten) == 410_201
    assert next_number(410_201, 2, ten) == 410_202
    assert next_number(410_202, 2, later) == 420_201
    assert is_of_point(410_201, 2)
    assert block_after(time(0, 0)) == 1


@given(st.lists(st.integers(0, 3), max_size=900))
def test_numbers_of_several_points_are_all_different(points: list[int]) -> None:
    last: dict[int, int] = {}
    given_out = []
    for point in points:
        last[point] = next_number(last.get(point), point)
        given_out.append(last[point])
    assert len(given_out) == len(set(given_out))


@pytest.mark.parametrize(
    ("ahead", "minutes", "counters", "wait"), [(0, 6, 1, 0), (3, 6, 2, 9), (1, 5, 2, 3), (3, 6, 0, None)]
)
def test_the_wait_is_shared_among_open_counters(
    ahead: int, minutes: float, counters: int, wait: int | None
) -> None:
    assert estimated_wait(ahead, minutes, counters) == wait


@pytest.mark.parametrize(
    ("verbs", "state"),
    [
        (["call", "serve", "finish"], TicketState.DONE),
        (["call", "recall", "skip", "call"], TicketState.CALLED),
        (["call", "hold", "requeue"], TicketState.WAITING),
        (["call", "serve", "transfer"], TicketState.WAITING),
        (["call", "serve", "finish", "undo_finish"], TicketState.SERVING),
    ],
)
def test_a_ticket_goes_through_its_states(verbs: list[str], state: TicketState) -> None:
    now = TicketState.WAITING
    for verb in verbs:
        now = ticket_after(now, TicketVerb(verb))
    assert now is state


def test_a_move_the_state_does_not_know_is_refused() -> None:
    with pytest.raises(TicketMoveError, match="selesai") as caught:
        ticket_after(TicketState.DONE, TicketVerb.CALL)
    assert caught.value.code == "ticket_move_refused"
