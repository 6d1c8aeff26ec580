"""The cable is cut before a request has passed, after it but before its answer, or is pulled out; the server
falls asleep with the connection open."""

from contextlib import ExitStack

import pytest

from desk.actions.visits import register_visit
from desk.sync import claims, link
from desk.sync.errors import OfflineError, ServerBusyError, SyncError
from tests.faults.lan.scenes import VISITOR, answered, news_both_ways
from tests.faults.lan.wire import Trap, Wire
from tests.lan import Desk, OfficeLan
from tests.stories import take_in
from tests.sync.invariants import quiet
from tests.watched import LONG, begin, told_of


def test_a_request_cut_on_its_way_was_never_made(lan: OfficeLan, wire: Wire) -> None:
    counter = lan.desk("LOKET-1", port=wire.port)
    opened = take_in(counter.office)
    before = answered(lan, counter)
    cut(counter, wire, Trap.CUT_REQUEST)
    assert answered(lan, counter) == before
    assert counter.rows("cases")[opened.case_id]["number"] == opened.number
    quiet(lan)
    assert answered(lan, counter) == before + 1


def test_an_answer_cut_on_its_way_is_given_again(lan: OfficeLan, wire: Wire) -> None:
    counter = lan.desk("LOKET-1", port=wire.port)
    opened = take_in(counter.office)
    before = answered(lan, counter)
    cut(counter, wire, Trap.CUT_ANSWER)
    assert answered(lan, counter) == before + 1
    quiet(lan)
    assert answered(lan, counter) == before + 1
    assert counter.rows("cases")[opened.case_id]["number"].startswith("001/")


def test_a_refusal_nobody_heard_is_heard_the_second_time(lan: OfficeLan, wire: Wire) -> None:
    counter = news_both_ways(lan, port=wire.port)
    cut(counter, wire, Trap.CUT_ANSWER)
    assert counter.ask("SELECT count(*) FROM refusal") == [(0,)]
    quiet(lan)
    assert counter.ask("SELECT code FROM refusal") == [("step_moved",)]


@pytest.mark.parametrize("trap", [Trap.CUT_REQUEST, Trap.CUT_ANSWER])
@pytest.mark.parametrize("words", [b"desk.hello", b"desk.state", b"office_row", b"LISTEN", b"desk.gone"])
def test_any_other_word_cut_is_said_again(
    lan: OfficeLan, wire: Wire, ends: ExitStack, trap: Trap, words: bytes
) -> None:
    gate, counter = lan.desk("POS-1", "pamdal"), lan.desk("LOKET-1", port=wire.port)
    arrived = told_of(counter, "visits")
    watched = begin(counter, ends)
    wire.pull_out()
    watched.until(lambda state: not state.online)
    register_visit(gate.at("bayu"), VISITOR)
    gate.sync()
    wire.set_trap(trap, words)
    wire.plug_in()
    assert wire.sprung.wait(LONG)
    assert arrived.wait(LONG)
    ends.close()
    quiet(lan)


def test_a_server_that_sleeps_is_offline_until_it_wakes(
    lan: OfficeLan, wire: Wire, ends: ExitStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(link, "SILENT_SECONDS", 0.4)
    monkeypatch.setattr(link, "CONNECT_SECONDS", 1)
    gate = lan.desk("POS-1", "pamdal", port=wire.port)
    watched = begin(gate, ends)
    wire.set_trap(Trap.SLEEP)
    register_visit(gate.at("bayu"), VISITOR)
    state = watched.until(lambda state: not state.online)
    assert state.pending == 1
    register_visit(gate.at("bayu"), VISITOR)
    wire.wake()
    watched.until(lambda state: state.online and state.pending == 0)
    ends.close()
    quiet(lan)


def test_nobody_waits_long_for_a_server_that_sleeps(
    lan: OfficeLan, wire: Wire, ends: ExitStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claims, "PATIENCE", 0.3)
    monkeypatch.setattr(link, "CONNECT_SECONDS", 1)
    counter = lan.desk("LOKET-1", port=wire.port)
    watched = begin(counter, ends)
    with watched.worker.exclusive("queue"):
        pass
    wire.set_trap(Trap.SLEEP, b"desk.claim")
    with pytest.raises(ServerBusyError), watched.worker.exclusive("queue"):
        pass
    watched.until(lambda state: not state.online)
    with pytest.raises(OfflineError), watched.worker.exclusive("queue"):
        pass
    wire.wake()
    watched.until(lambda state: state.online)
    with watched.worker.exclusive("queue"):
        pass


def test_a_worker_ends_at_once_although_the_server_sleeps(
    lan: OfficeLan, wire: Wire, ends: ExitStack
) -> None:
    gate = lan.desk("POS-1", "pamdal", port=wire.port)
    watched = begin(gate, ends)
    wire.set_trap(Trap.SLEEP)
    register_visit(gate.at("bayu"), VISITOR)
    assert wire.sprung.wait(LONG)
    watched.worker.stop()
    ends.pop_all()
    wire.wake()
    quiet(lan)


def cut(desk: Desk, wire: Wire, trap: Trap) -> None:
    """A push that meets the trap."""
    exchange = desk.exchange
    wire.set_trap(trap)
    with pytest.raises(SyncError):
        exchange.push()
    assert wire.sprung.wait(LONG)
    desk.hang_up()
