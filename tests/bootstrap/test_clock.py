"""The office's time on a PC whose own clock is wrong."""

from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from threading import Condition

import pytest

from desk.bootstrap.clock import GivenClock, OfficeClock
from desk.bootstrap.network import OfficeNetwork
from desk.store.server_clock import ServerClock, kept
from tests.lan import Desk, OfficeLan
from tests.office import MORNING, StillClock

YEAR = timedelta(days=365)
LONG = 20.0
SOON = timedelta(minutes=1)


def test_a_pc_that_never_heard_a_server_is_believed() -> None:
    pc = StillClock()
    assert OfficeClock(pc)() == MORNING
    assert OfficeClock(pc).of_pc(MORNING) == MORNING


@pytest.mark.parametrize("days", [-365, 365])
def test_once_heard_the_servers_time_goes_on_whatever_becomes_of_the_pcs_clock(days: int) -> None:
    pc, passed = StillClock(MORNING + timedelta(days=days)), [100.0]
    clock = OfficeClock(pc, elapsed=lambda: passed[0])
    clock.hear(timedelta(days=days).total_seconds())
    assert clock() == MORNING
    assert clock.of_pc(pc() - timedelta(hours=1)) == MORNING - timedelta(hours=1)
    passed[0] += 60
    pc.at = MORNING + timedelta(days=7)  # somebody puts it to another wrong day
    assert clock() == MORNING + timedelta(minutes=1)


@pytest.mark.parametrize(
    ("stands", "shown"),
    [
        (MORNING - YEAR + timedelta(hours=2), MORNING + timedelta(hours=2)),  # as far behind as it was
        (MORNING - 2 * YEAR, MORNING),  # further: never before what the server said
        (MORNING + timedelta(hours=2), MORNING + timedelta(hours=2)),  # put right since
    ],
)
def test_a_start_without_the_server_goes_by_its_last_word(stands: datetime, shown: datetime) -> None:
    assert OfficeClock(StillClock(stands), ServerClock(MORNING, -YEAR.total_seconds()))() == shown


def test_a_given_clock_is_right_whatever_a_server_says() -> None:
    clock = GivenClock(StillClock())
    clock.hear(1000.0)
    assert (clock(), clock.of_pc(MORNING)) == (MORNING, MORNING)


@pytest.fixture
def counter(lan: OfficeLan) -> Desk:
    desk = lan.desk("LOKET-1")
    desk.hang_up()
    return desk


def test_a_pc_a_year_behind_works_in_the_servers_time(counter: Desk) -> None:
    wrong = [-YEAR]

    def pc() -> datetime:
        return datetime.now(UTC) + wrong[0]

    def is_right(clock: OfficeClock) -> bool:
        return abs(clock() - datetime.now(UTC)) < SOON

    clock, news = OfficeClock(pc), Condition()
    network = OfficeNetwork(counter.store, clock, lambda at: at)

    def hear(_changed: object) -> None:
        with news:
            news.notify_all()

    with ExitStack() as ends:
        ends.callback(network.stop)
        assert not is_right(clock)
        network.start(hear)
        with news:
            assert news.wait_for(lambda: network.state().online, LONG)
        assert is_right(clock)
        contact = network.state().last_contact
        assert contact is not None
        assert abs(contact - datetime.now(UTC)) < SOON
        wrong[0] = timedelta()  # somebody puts the clock right: told at the next round
        network.sync_now()
        with news:
            assert news.wait_for(lambda: abs(network.state().clock_offset) < SOON.total_seconds(), LONG)
        assert is_right(clock)
        wrong[0] = -YEAR
        network.sync_now()
        with news:
            assert news.wait_for(lambda: network.state().clock_offset < -SOON.total_seconds(), LONG)
    assert is_right(OfficeClock(pc, kept(counter.store)))
