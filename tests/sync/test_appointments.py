"""Appointments at several desks: nobody is booked twice, offline nothing is booked, the gate sees names."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import time

import pytest

from desk.actions.appointments import keep_appointment
from desk.actions.errors import ProblemsError
from desk.actions.lan import ServerNeededError
from desk.actions.presence import PresenceDraft, say_presence
from desk.actions.visits import VisitDraft, register_visit
from desk.queries.availability import availability
from desk.queries.expected import expected
from desk.rules.presence import Presence
from tests.actions.test_appointments import TODAY, draft
from tests.bootstrap.test_network import kept
from tests.lan import OfficeLan
from tests.sync.invariants import quiet


@pytest.fixture
def ends() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def test_two_desks_never_book_one_person_at_the_same_time(lan: OfficeLan, ends: ExitStack) -> None:
    one = ends.enter_context(kept(lan.desk("MEJA-1", "front_office")))
    two = ends.enter_context(kept(lan.desk("MEJA-2", "front_office")))
    keep_appointment(one.at("rahma"), draft(lan.server.office))
    with pytest.raises(ProblemsError, match="Sudah ada janji"):
        keep_appointment(two.at("yudi"), replace(draft(lan.server.office), name="Yosef"))
    lan.unplug()
    two.until(lambda state: not state.online)
    with pytest.raises(ServerNeededError, match="Luring"):
        keep_appointment(two.at("yudi"), replace(draft(lan.server.office), at=time(14)))


def test_the_gate_sees_who_is_expected_and_who_is_in_and_never_a_case(lan: OfficeLan) -> None:
    desk, gate = lan.desk("MEJA-1", "front_office"), lan.desk("POS-1", "pamdal")
    keep_appointment(desk.at("rahma"), draft(lan.server.office))
    hendra = lan.server.office.founded.staff["hendra"]
    say_presence(desk.at("rahma"), PresenceDraft(hendra, Presence.PRESENT))
    quiet(lan)
    (guest,) = gate.at("bayu").ask(expected, TODAY)
    assert (guest.name, guest.meets) == ("Maria Ndun", "Hendra Kusuma, Sekretaris")
    people = gate.at("bayu").ask(availability, gate.at("bayu").now())
    assert [one.name for one in people if one.state is Presence.PRESENT] == ["Hendra Kusuma"]
    register_visit(
        gate.at("bayu"), VisitDraft("Maria Ndun", purpose="x", errand="appointment", expected_id=guest.id)
    )
    quiet(lan)
    assert desk.at("rahma").ask(expected, TODAY)[0].arrived_at is not None
    assert not gate.rows("cases")
