"""Clocks a year ahead and running backwards: the server's order decides, and the PC is told."""

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
import uuid_utils

from desk.actions.decisions import decide
from desk.actions.letters import return_letter, save_letter, submit_letter
from desk.actions.visits import correct_visit, register_visit
from desk.models import base
from desk.queries import history
from desk.sync.worker import CLOCK_TOLERANCE
from tests.faults.lan.scenes import VISITOR
from tests.lan import OfficeLan
from tests.office import StillClock, open_small_office
from tests.servers import Cluster
from tests.stories import ANSWER, GRANTED, move, take_in
from tests.sync.invariants import quiet
from tests.watched import LONG, begin


def test_the_servers_order_decides_whatever_the_clocks_say(lan: OfficeLan) -> None:
    ahead, right = lan.desk("LOKET-1"), lan.desk("LOKET-2")
    for desk in (ahead, right):
        desk.office = replace(desk.office, clock=type(desk.office.clock)(desk.office.clock()))
    ahead.office.clock.pass_(days=365)
    visit_id = register_visit(ahead.at("rahma"), VISITOR).visit_id
    lan.sync_all()
    correct_visit(ahead.at("rahma"), visit_id, replace(VISITOR, purpose="Magang"))
    ahead.office.clock.pass_(days=-365, minutes=-5)
    correct_visit(ahead.at("rahma"), visit_id, replace(VISITOR, purpose="Penelitian"))
    correct_visit(right.at("yudi"), visit_id, replace(VISITOR, purpose="Data pemilih"))
    right.sync()
    quiet(lan)
    assert right.rows("visits")[visit_id]["purpose"] == "Data pemilih"
    (mine,) = {row["mine"] for row in right.rows("conflicts").values() if "Penelitian" in row["mine"]}
    assert mine == '{"purpose": "Penelitian"}'


def test_a_clock_that_is_off_is_told_and_work_goes_on(lan: OfficeLan, ends: ExitStack) -> None:
    counter = lan.desk("LOKET-1")
    watched = begin(counter, ends)
    assert abs(watched.worker.state.clock_offset) > CLOCK_TOLERANCE
    take_in(counter.office)
    assert watched.worker.flush(LONG)
    assert counter.ask("SELECT number FROM cases")[0][0].startswith("001/")
    ends.close()
    quiet(lan)


def test_the_history_of_a_case_is_told_in_the_servers_order(
    lan: OfficeLan, monkeypatch: pytest.MonkeyPatch
) -> None:
    ahead, right = lan.desk("KASUBAG-1", "office"), lan.desk("LOKET-2")
    ahead.office = replace(ahead.office, clock=type(ahead.office.clock)(ahead.office.clock()))
    with a_year_ahead(ahead.office.clock, monkeypatch):
        case_id = take_in(ahead.office).case_id
        move(ahead.office, "rahma", case_id, "teruskan")
    lan.sync_all()
    move(right.office, "fajar", case_id, "teruskan_ppid")
    lan.sync_all()
    with a_year_ahead(ahead.office.clock, monkeypatch):
        decide(ahead.at("putri"), case_id, GRANTED)
        save_letter(ahead.at("syahrul"), case_id, ANSWER)
        submit_letter(ahead.at("syahrul"), case_id)
    lan.sync_all()
    return_letter(right.at("syahrul"), case_id, "Perbaiki alamat")
    told = ["daftar", "teruskan", "teruskan_ppid", "kabulkan", "ajukan", "kembalikan"]
    assert [row.verb for row in right.at("yudi").ask(history.steps, case_id)] == told  # not sent yet
    lan.sync_all()
    for desk in (ahead, right, lan.desk("LOKET-3")):  # the last reads it all at once
        assert [row.verb for row in desk.at("yudi").ask(history.steps, case_id)] == told
    quiet(lan)


def test_what_was_done_before_the_office_moved_to_a_server_keeps_its_order(
    cluster: Cluster, tmp_path: Path, ends: ExitStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = cluster.database("desk_template")
    ends.callback(cluster.drop, database)
    office = open_small_office(tmp_path / "ALONE")
    moved = OfficeLan(
        cluster, database, tmp_path / "moved", ends, ends.enter_context(cluster.connect(database))
    )
    with a_year_ahead(office.clock, monkeypatch):
        case_id = take_in(office).case_id
        move(office, "rahma", case_id, "teruskan")
    move(office, "fajar", case_id, "teruskan_ppid")
    moved.found(office)
    told = ["daftar", "teruskan", "teruskan_ppid"]
    for desk in (moved.server, moved.desk("LOKET-1")):
        assert [row.verb for row in desk.at("yudi").ask(history.steps, case_id)] == told
    quiet(moved)


@contextmanager
def a_year_ahead(clock: StillClock, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What is done within is done on a PC whose clock is a year ahead, its ids too."""
    clock.pass_(days=365)
    with monkeypatch.context() as patched:
        made = uuid_utils.uuid7
        patched.setattr(
            base.uuid_utils, "uuid7", lambda: made(nanoseconds=time.time_ns() + 365 * 86400 * 1_000_000_000)
        )
        yield
    clock.pass_(days=-365)
