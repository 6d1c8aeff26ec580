"""Clocks a year ahead and running backwards: the server's order decides, and the PC is told."""

from contextlib import ExitStack
from dataclasses import replace

from desk.actions.visits import correct_visit, register_visit
from desk.sync.worker import CLOCK_TOLERANCE
from tests.faults.lan.scenes import VISITOR
from tests.lan import OfficeLan
from tests.stories import take_in
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
