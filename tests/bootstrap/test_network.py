"""The office network as bootstrap hands it to use cases and screens, over a real server."""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from desk.actions.lan import ALONE, HeldElsewhereError
from desk.actions.visits import VisitDraft, register_visit
from desk.bootstrap.house import House
from desk.settings import Settings
from desk.sync import admin
from desk.ui.runtime.entry import StaffSession
from desk.ui.runtime.network import NetworkState
from desk.ui.runtime.ports import Changed
from tests.lan import Desk, OfficeLan
from tests.office import PEOPLE, open_small_office

LONG = 20.0


class Kept:
    """A PC of the network opened as the program does, kept in step."""

    def __init__(self, desk: Desk) -> None:
        desk.hang_up()
        self.desk = desk
        self.house = House(
            Settings(desk.store.folder, desk.label), desk.store, desk.office.standards, desk.office.clock
        )
        assert self.house.network is not None
        self.network = self.house.network
        self._news = threading.Condition()

    def _hear(self, changed: Changed) -> None:
        assert changed.rows
        with self._news:
            self._news.notify_all()

    def start(self) -> "Kept":
        self.network.start(self._hear)
        self.until(lambda state: state.online)
        return self

    def until(self, wanted: Callable[[NetworkState], bool]) -> NetworkState:
        def stands() -> bool:
            state = self.network.state()
            return state is not None and wanted(state)

        with self._news:
            assert self._news.wait_for(stands, LONG), self.network.state()
        return self.network.state() or NetworkState()

    def at(self, login: str):
        person = next(one for one in PEOPLE if one.login == login)
        staff_id = self.desk.office.founded.staff[login]
        session = StaffSession(staff_id, person.name, person.roles[0], frozenset(person.roles))
        return self.house.workplace(session)


@contextmanager
def kept(desk: Desk) -> Iterator[Kept]:
    one = Kept(desk)
    try:
        yield one.start()
    finally:
        one.network.stop()


@pytest.fixture
def ends() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def test_a_pc_alone_has_no_network(tmp_path: Path) -> None:
    office = open_small_office(tmp_path / "data")
    house = House(Settings(office.store.folder, "FO-1"), office.store, office.standards, office.clock)
    session = StaffSession(office.founded.staff["rahma"], "Rahma", "", frozenset({"front_office"}))
    assert house.network is None
    assert house.workplace(session).lan is ALONE
    house.close()


def test_what_is_saved_is_sent_and_the_state_tells(lan: OfficeLan, ends: ExitStack) -> None:
    gate = ends.enter_context(kept(lan.desk("POS-1", "pamdal")))
    register_visit(gate.at("bayu"), VisitDraft("Lalu Ahmad Fauzi", purpose="Konsultasi"))
    assert gate.at("bayu").lan.settle(LONG)
    assert lan.admin.execute("SELECT count(*) FROM desk.visits").fetchone() == (1,)
    state = gate.until(lambda state: state.pending == 0)
    assert (state.trouble, state.clock_back, state.loading) == ("", False, None)
    assert state.last_contact == gate.house.local_now()
    lan.unplug()
    register_visit(gate.at("bayu"), VisitDraft("Tamu Kedua", purpose="Konsultasi"))
    gate.until(lambda state: not state.online and state.pending == 1)
    assert not gate.at("bayu").lan.settle(LONG)
    lan.plug_in()
    gate.until(lambda state: state.online and state.pending == 0)


def test_first_is_sure_online_refused_where_held_and_unsure_offline(lan: OfficeLan, ends: ExitStack) -> None:
    one = ends.enter_context(kept(lan.desk("LOKET-1")))
    two = ends.enter_context(kept(lan.desk("LOKET-2")))
    with one.at("rahma").lan.first("queue") as sure:
        assert sure
        with pytest.raises(HeldElsewhereError), two.at("yudi").lan.first("queue"):
            pass
    lan.unplug()
    one.until(lambda state: not state.online)
    with one.at("rahma").lan.first("queue") as sure:
        assert not sure
    lan.plug_in()


def test_an_error_in_the_block_comes_out_and_lets_the_key_go(lan: OfficeLan, ends: ExitStack) -> None:
    one = ends.enter_context(kept(lan.desk("LOKET-1")))
    with pytest.raises(ZeroDivisionError), one.at("rahma").lan.first("queue"):
        raise ZeroDivisionError
    with one.at("rahma").lan.first("queue") as sure:
        assert sure


def test_a_revoked_pc_says_so_in_a_sentence(
    lan: OfficeLan, ends: ExitStack, caplog: pytest.LogCaptureFixture
) -> None:
    gate = ends.enter_context(kept(lan.desk("POS-1", "pamdal")))
    admin.revoke(lan.admin, "POS-1")
    state = gate.until(lambda state: state.trouble == "revoked")
    assert "dicabut administrator" in state.trouble_sentence


def test_a_clock_that_ran_backwards_is_noticed(lan: OfficeLan, ends: ExitStack) -> None:
    gate = ends.enter_context(kept(lan.desk("POS-1", "pamdal")))
    register_visit(gate.at("bayu"), VisitDraft("Lalu Ahmad Fauzi", purpose="Konsultasi"))
    gate.desk.office.clock.at -= timedelta(hours=1)
    state = gate.network.state()
    assert state is not None
    assert state.clock_back


def test_before_its_start_the_pc_is_offline_and_after_its_end_too(lan: OfficeLan) -> None:
    gate = Kept(lan.desk("POS-1", "pamdal"))
    assert gate.network.state() == NetworkState()
    assert not gate.at("bayu").lan.settle(LONG)
    with gate.at("bayu").lan.first("card:1") as sure:
        assert not sure
    gate.network.stop()
    gate.network.start(lambda _changed: None)
    assert gate.network.state() == NetworkState()
