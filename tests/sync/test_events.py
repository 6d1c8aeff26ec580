"""Events planned at several desks: a room is lent once, the gate sees who is expected, offline nothing is
booked."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import time

import pytest

from desk.actions.errors import ProblemsError
from desk.actions.events import cancel_event, keep_event
from desk.actions.lan import HeldElsewhereError, ServerNeededError
from desk.actions.resources import ResourceDraft, keep_resource
from tests.bootstrap.test_network import kept
from tests.lan import OfficeLan
from tests.services.test_education_events import EVENT
from tests.sync.invariants import quiet


@pytest.fixture
def ends() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def test_two_desks_never_lend_one_room_at_the_same_time(lan: OfficeLan, ends: ExitStack) -> None:
    hall = keep_resource(lan.server.at("syahrul"), ResourceDraft("ruang", "Aula"))
    lan.server.sync()
    one = ends.enter_context(kept(lan.desk("RUANG-1", "kasubag")))
    two = ends.enter_context(kept(lan.desk("RUANG-2", "kasubag")))
    mine = replace(EVENT, resources=(hall,))
    keep_event(one.at("syahrul"), mine)
    theirs = replace(mine, title="Rapat persiapan", organiser="", starts=time(10), ends=time(12))
    with pytest.raises(ProblemsError, match="Aula dipakai “Kelas Demokrasi”"):
        keep_event(two.at("mira"), theirs)
    keep_event(two.at("mira"), replace(theirs, starts=time(11, 30)))
    (booked,) = lan.ask("SELECT count(*) FROM desk.event_bookings")
    assert booked == (2,)


def test_while_one_desk_books_another_is_told_and_offline_nothing_is_booked(
    lan: OfficeLan, ends: ExitStack
) -> None:
    hall = keep_resource(lan.server.at("syahrul"), ResourceDraft("ruang", "Aula"))
    lan.server.sync()
    one = ends.enter_context(kept(lan.desk("RUANG-1", "kasubag")))
    two = ends.enter_context(kept(lan.desk("RUANG-2", "kasubag")))
    draft = replace(EVENT, resources=(hall,))
    with one.at("syahrul").lan.first("booking"), pytest.raises(HeldElsewhereError):
        keep_event(two.at("mira"), draft)
    lan.unplug()
    two.until(lambda state: not state.online)
    with pytest.raises(ServerNeededError, match="Luring"):
        keep_event(two.at("mira"), draft)
    keep_event(two.at("mira"), replace(EVENT, inside=False, address="Balai Desa"))
    lan.plug_in()
    two.until(lambda state: state.online and state.pending == 0)
    assert lan.ask("SELECT title, address FROM desk.education_events") == [("Kelas Demokrasi", "Balai Desa")]


def test_every_desk_sees_the_calendar_the_gate_too_and_never_the_request(lan: OfficeLan) -> None:
    inside, gate = lan.desk("RUANG-1", "kasubag"), lan.desk("POS-1", "pamdal")
    hall = keep_resource(inside.at("syahrul"), ResourceDraft("ruang", "Aula"))
    event_id = keep_event(inside.at("syahrul"), replace(EVENT, resources=(hall,))).event_id
    quiet(lan)
    assert gate.rows("education_events")[event_id]["organiser"] == EVENT.organiser
    assert len(gate.rows("event_bookings")) == 1
    cancel_event(inside.at("syahrul"), event_id, "Ditunda")
    quiet(lan)
    assert gate.rows("education_events")[event_id]["state"] == "cancelled"
    assert not gate.rows("cases")
