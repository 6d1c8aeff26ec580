"""Counters and the queue: order, moves, undo, midnight, the estimate and the board."""

from datetime import timedelta

import pytest

from desk.actions import queue
from desk.actions.counters import (
    CounterBusyError,
    CounterClosedError,
    CounterTakenError,
    NoCounterError,
    close_counter,
    open_counter,
)
from desk.actions.errors import NotAllowedError, NotFoundError, ProblemsError, StaleError
from desk.actions.tickets import cancel_ticket
from desk.actions.workplace import Workplace
from desk.models import Counter
from desk.queries import queue as reads
from desk.queries.board import board
from desk.rules.queueing import TicketMoveError, TicketState
from desk.store.actor import Actor
from tests.actions.queueing import desk_of, issue
from tests.office import MORNING, SmallOffice


def waiting(place: Workplace) -> list[str]:
    return [row.label for row in desk_of(place).waiting]


def id_of(place: Workplace, label: str) -> str:
    return next(row.ticket_id for row in place.ask(reads.today, place.now()) if row.label == label)


def test_labels_count_up_per_service_and_start_anew_each_day(office: SmallOffice) -> None:
    assert issue(office, "informasi", "informasi", "autentifikasi") == ["B-001", "B-002", "A-001"]
    office.clock.pass_(days=1)
    assert issue(office, "informasi") == ["B-001"]


def test_the_day_changes_at_midnight_of_the_office_not_of_greenwich(
    office: SmallOffice, counter: Workplace
) -> None:
    office.clock.at = MORNING.replace(hour=15, minute=59)  # 23.59 WITA
    assert issue(office, "informasi") == ["B-001"]
    office.clock.at = MORNING.replace(hour=16, minute=1)  # 00.01 WITA of the next day
    assert waiting(counter) == []
    with pytest.raises(queue.NobodyWaitingError):
        queue.call_next(counter)
    assert issue(office, "informasi") == ["B-001"]


def test_a_ticket_in_hand_yesterday_does_not_block_the_counter_today(
    office: SmallOffice, counter: Workplace
) -> None:
    issue(office, "informasi")
    queue.call_next(counter)
    office.clock.pass_(days=1)
    issue(office, "informasi")
    assert desk_of(counter).serving is None
    assert queue.call_next(counter).label == "B-001"


def test_first_come_first_called_with_the_priority_lane_in_its_fair_share(
    office: SmallOffice, counter: Workplace
) -> None:
    issue(office, "informasi", "informasi")
    issue(office, "informasi", "informasi", "informasi", priority="pregnant")
    expected = ["B-003", "B-004", "B-001", "B-005", "B-002"]
    assert waiting(counter) == expected
    called = []
    for _ in expected:
        called.append(queue.call_next(counter).label)
        office.clock.pass_(minutes=1)
        queue.finish(counter)
    assert called == expected


def test_calling_needs_an_open_counter(office: SmallOffice) -> None:
    issue(office, "informasi")
    with pytest.raises(NoCounterError):
        queue.call_next(office.at("rahma"))
    with pytest.raises(CounterClosedError, match="Loket 1 masih tutup"):
        queue.call_next(office.at("rahma", 1))
    with pytest.raises(NotAllowedError):
        queue.call_next(office.at("bayu", 1))


def test_nobody_waiting_is_said_calmly(counter: Workplace) -> None:
    with pytest.raises(queue.NobodyWaitingError, match="Belum ada antrean"):
        queue.call_next(counter)


def test_the_next_is_not_called_over_a_ticket_in_hand(office: SmallOffice, counter: Workplace) -> None:
    issue(office, "informasi", "informasi")
    queue.call_next(counter)
    with pytest.raises(CounterBusyError, match="B-001 masih dipanggil di Loket 1"):
        queue.call_next(counter)
    queue.hold(counter)
    assert queue.call_next(counter).label == "B-002"


def test_a_ticket_goes_from_call_to_done(office: SmallOffice, counter: Workplace) -> None:
    issue(office, "informasi")
    assert queue.call_next(counter).state is TicketState.CALLED
    office.clock.pass_(minutes=1)
    queue.recall(counter)
    office.clock.pass_(minutes=1)
    queue.serve(counter)
    served = desk_of(counter).serving
    assert served is not None
    assert (served.state, served.calls) == (TicketState.SERVING, 2)
    office.clock.pass_(minutes=8)
    done = queue.finish(counter)
    assert desk_of(counter).serving is None
    assert desk_of(counter).done == 1
    row = counter.ask(reads.ticket, done.ticket_id)
    assert row is not None
    assert row.serving_at is not None
    assert row.finished_at is not None
    assert row.finished_at - row.serving_at == timedelta(minutes=8)


def test_one_step_finishes_and_calls_the_next_and_is_taken_back_whole(
    office: SmallOffice, counter: Workplace
) -> None:
    issue(office, "informasi", "informasi", "informasi")
    queue.call_next(counter)
    queue.serve(counter)
    office.clock.pass_(minutes=5)

    step = queue.finish_and_call_next(counter)
    assert step.called is not None
    assert (step.finished.label, step.called.label) == ("B-001", "B-002")

    queue.undo_finish(counter, step.finished.ticket_id)
    desk = desk_of(counter)
    assert desk.serving is not None
    assert desk.serving.label == "B-001"
    assert waiting(counter) == ["B-002", "B-003"]


def test_the_last_one_is_finished_even_with_nobody_waiting(office: SmallOffice, counter: Workplace) -> None:
    issue(office, "informasi")
    queue.call_next(counter)
    assert queue.finish_and_call_next(counter).called is None
    with pytest.raises(NotFoundError):
        queue.finish_and_call_next(counter)


def test_a_finish_cannot_be_undone_over_somebody_who_is_served(
    office: SmallOffice, counter: Workplace
) -> None:
    issue(office, "informasi", "informasi")
    queue.call_next(counter)
    step = queue.finish_and_call_next(counter)
    queue.serve(counter)
    with pytest.raises(CounterBusyError, match="sudah melayani B-002"):
        queue.undo_finish(counter, step.finished.ticket_id)


def test_held_and_skipped_tickets_are_called_again_or_put_back(
    office: SmallOffice, counter: Workplace
) -> None:
    issue(office, "informasi", "informasi", "informasi")
    queue.call_next(counter)
    queue.serve(counter)
    queue.hold(counter)
    queue.call_next(counter)
    queue.skip(counter)
    desk = desk_of(counter)
    assert [row.label for row in desk.held] == ["B-001"]
    assert [row.label for row in desk.skipped] == ["B-002"]

    office.clock.pass_(minutes=3)
    queue.requeue(counter, id_of(counter, "B-002"))
    queue.requeue(counter, id_of(counter, "B-001"))
    assert waiting(counter) == ["B-001", "B-003", "B-002"]

    assert queue.call(counter, id_of(counter, "B-002")).label == "B-002"


def test_a_transferred_visitor_keeps_number_and_place(
    office: SmallOffice, counter: Workplace, other: Workplace
) -> None:
    issue(office, "informasi", "autentifikasi")
    queue.call_next(counter)
    queue.transfer(counter, service="autentifikasi", counter_id=other.counter_id)
    assert waiting(counter) == ["A-001"]
    assert waiting(other) == ["B-001", "A-001"]
    row = other.ask(reads.ticket, id_of(other, "B-001"))
    assert row is not None
    assert (row.service, row.label) == ("autentifikasi", "B-001")


def test_a_transfer_needs_a_target_that_is_there_and_open(office: SmallOffice, counter: Workplace) -> None:
    issue(office, "informasi")
    queue.call_next(counter)
    closed = office.founded.counters[2]
    for target, field in (
        ({}, "service"),
        ({"service": "parkir"}, "service"),
        ({"counter_id": "nowhere"}, "counter"),
        ({"counter_id": closed}, "counter"),
    ):
        with pytest.raises(ProblemsError) as error:
            queue.transfer(counter, **target)  # type: ignore[arg-type]
        assert [one.field for one in error.value.problems] == [field]
    assert desk_of(counter).serving is not None


def test_a_ticket_in_another_counters_hand_is_left_alone(
    office: SmallOffice, counter: Workplace, other: Workplace
) -> None:
    issue(office, "informasi")
    queue.call_next(counter)
    with pytest.raises(StaleError, match="sedang ditangani Loket 1"):
        queue.requeue(other, id_of(other, "B-001"))
    with pytest.raises(TicketMoveError):
        queue.call(other, id_of(other, "B-001"))


def test_a_counter_calls_only_the_services_it_is_set_to(
    office: SmallOffice, counter: Workplace, other: Workplace
) -> None:
    with office.store.write(Actor("system", "setup", "admin"), "set_prefixes", office.clock()) as session:
        place = session.get(Counter, counter.counter_id)
        assert place is not None
        place.prefixes = ["A"]
    issue(office, "informasi", "autentifikasi")
    assert waiting(counter) == ["A-001"]
    assert waiting(other) == ["B-001", "A-001"]


def test_a_counter_belongs_to_who_opened_it_until_it_changes_hands(
    office: SmallOffice, counter: Workplace
) -> None:
    colleague = office.at("yudi", 1)
    with pytest.raises(CounterTakenError, match="Rahma Widyastuti"):
        open_counter(colleague)
    assert open_counter(colleague, take_over=True).open
    assert open_counter(colleague).open


def test_a_counter_closes_with_empty_hands_and_lets_go_of_what_was_passed_to_it(
    office: SmallOffice, counter: Workplace, other: Workplace
) -> None:
    issue(office, "informasi", "informasi")
    queue.call_next(counter)
    with pytest.raises(CounterBusyError, match="Selesaikan atau tunda B-001"):
        close_counter(counter)
    queue.transfer(counter, counter_id=other.counter_id)
    close_counter(other)
    assert waiting(counter) == ["B-001", "B-002"]


def test_a_cancelled_ticket_neither_waits_nor_counts(office: SmallOffice, counter: Workplace) -> None:
    issue(office, "informasi", "informasi")
    cancel_ticket(office.at("bayu"), id_of(counter, "B-001"))
    assert waiting(counter) == ["B-002"]
    assert desk_of(counter).done == 0
    with pytest.raises(TicketMoveError):
        cancel_ticket(office.at("bayu"), id_of(counter, "B-001"))


def test_the_wait_is_estimated_from_todays_services(
    office: SmallOffice, counter: Workplace, other: Workplace
) -> None:
    labels = issue(office, *["informasi"] * 7)
    last = id_of(counter, labels[-1])
    assert counter.ask(reads.ahead, last, counter.now()) == reads.Ahead(6, 30)
    for _ in range(3):
        queue.call_next(counter)
        queue.serve(counter)
        office.clock.pass_(minutes=4)
        queue.finish(counter)
    assert counter.ask(reads.ahead, last, counter.now()) == reads.Ahead(3, 6)
    close_counter(counter)
    close_counter(other)
    assert counter.ask(reads.ahead, last, counter.now()) == reads.Ahead(3, None)
    done = id_of(counter, labels[0])
    assert counter.ask(reads.ahead, done, counter.now()) is None


def test_the_board_shows_labels_and_counters_only(
    office: SmallOffice, counter: Workplace, other: Workplace
) -> None:
    issue(office, "informasi", "informasi", "autentifikasi", "informasi")
    queue.call_next(counter)
    office.clock.pass_(minutes=1)
    queue.call_next(other)
    office.clock.pass_(minutes=1)
    shown = counter.ask(board, counter.standards, counter.now())
    assert shown.latest is not None
    assert (shown.latest.label, shown.latest.counter) == ("B-002", "Loket 2")
    assert [call.label for call in shown.recent] == ["B-001"]
    assert [(tile.number, tile.ticket) for tile in shown.counters] == [(1, "B-001"), (2, "B-002")]
    assert [(one.service, one.count) for one in shown.waiting] == [
        ("Autentifikasi", 1),
        ("Permohonan Informasi", 1),
    ]

    queue.recall(counter)
    again = counter.ask(board, counter.standards, counter.now())
    assert again.latest is not None
    assert (again.latest.label, again.latest.times) == ("B-001", 2)
    queue.skip(counter)
    quiet = counter.ask(board, counter.standards, counter.now())
    assert quiet.latest is not None
    assert quiet.latest.label == "B-002"
