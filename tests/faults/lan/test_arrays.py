"""Arrays of bundles that come twice, in the wrong order, with a gap, overlapping, or altered: each bundle
counts once, and an array that does not fit leaves nothing behind."""

from collections.abc import Sequence
from typing import Any

import msgspec
import pytest

from desk.actions import queue
from desk.actions.counters import open_counter
from desk.actions.tickets import issue_ticket
from desk.store import outbox
from desk.store.outbox import Bundle
from desk.sync.errors import SyncError, TwinError
from desk.sync.link import told
from tests.faults.lan.scenes import answered
from tests.lan import Desk, OfficeLan
from tests.stories import take_in
from tests.sync.invariants import quiet


@pytest.fixture
def counter(lan: OfficeLan) -> Desk:
    """A counter with five bundles that the server has not seen."""
    counter = lan.desk("LOKET-1")
    place = counter.at("rahma", 1)
    open_counter(place)
    issue_ticket(place, "informasi")
    queue.call_next(place)
    queue.recall(place)
    take_in(counter.office)
    return counter


def test_an_array_sent_twice_counts_once(lan: OfficeLan, counter: Desk) -> None:
    array = waiting(counter)
    first = send(counter, array)
    assert [one["outcome"] for one in first] == ["applied"] * 5
    assert send(counter, array) == first
    quiet(lan)
    assert lan.ask("SELECT calls FROM desk.tickets") == [(2,)]
    assert lan.ask("SELECT text FROM desk.issued_numbers")[0][0].startswith("001/")


def test_arrays_may_overlap(lan: OfficeLan, counter: Desk) -> None:
    array = waiting(counter)
    first = send(counter, array[:3])
    again = send(counter, array[1:])
    assert again[:2] == first[1:]
    assert send(counter, array) == [*first, *again[2:]]
    quiet(lan)
    assert answered(lan, counter) == 5


@pytest.mark.parametrize("order", [(2, 3, 4), (0, 1, 3, 4), (1, 0), (0, 1, 2, 4, 3)])
def test_an_array_that_does_not_fit_leaves_nothing(
    lan: OfficeLan, counter: Desk, order: tuple[int, ...]
) -> None:
    array = waiting(counter)
    with pytest.raises(SyncError):
        send(counter, [array[place] for place in order])
    assert answered(lan, counter) == 0
    assert not lan.ask("SELECT id FROM desk.tickets")
    quiet(lan)
    assert answered(lan, counter) == 5


@pytest.mark.parametrize(
    "altered",
    [
        {"body_hash": "00" * 32},
        {"prev_hash": "00" * 32},
        {"chain_hash": "00" * 32},
        {"seq": 1},
        {"device": "01910000-0000-7000-8000-000000000000"},
    ],
)
def test_an_altered_bundle_is_no_bundle_of_this_device(
    lan: OfficeLan, counter: Desk, altered: dict[str, Any]
) -> None:
    array = waiting(counter)
    send(counter, array[:2])
    with pytest.raises(TwinError):
        send(counter, [array[2] | altered, *array[3:]])
    assert answered(lan, counter) == 2
    quiet(lan)
    assert answered(lan, counter) == 5


def test_another_bundle_under_a_known_name_is_told(lan: OfficeLan, counter: Desk) -> None:
    array = waiting(counter)
    send(counter, array)
    with pytest.raises(TwinError):
        send(counter, [array[1] | {"body_hash": array[2]["body_hash"]}])
    quiet(lan)


def waiting(desk: Desk) -> list[dict[str, Any]]:
    """The bundles that a desk would send now."""
    with desk.store.read() as session:
        connection = session.connection()
        found = outbox.bundles(connection, outbox.acknowledged(connection), 100)
    return [dict(bundle) for _, bundle in found]


def send(desk: Desk, array: Sequence[Bundle]) -> list[dict[str, Any]]:
    """Send an array past the desk's own book-keeping; the answers."""
    body = msgspec.json.encode(list(array)).decode()
    with told():
        row = desk.exchange.connection.execute("SELECT desk.push(%s)", (body,)).fetchone()
    return row[0] if row else []
