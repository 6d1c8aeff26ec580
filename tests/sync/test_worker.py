"""The thread that keeps a PC in step: hints, lost connections, server first, one process at a time."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from desk.actions.tickets import issue_ticket
from desk.actions.visits import VisitDraft, register_visit
from desk.sync import admin
from desk.sync.errors import HeldError, OfflineError, RevokedError
from tests.lan import OfficeLan
from tests.watched import LONG, Watched, begin, follow, told_of


@pytest.fixture
def ends() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def test_a_save_reaches_the_other_desk_by_itself(lan: OfficeLan, ends: ExitStack) -> None:
    gate, counter = lan.desk("POS-1", "pamdal"), lan.desk("LOKET-1")
    arrived = told_of(counter, "visits")
    begin(gate, ends)
    begin(counter, ends)
    register_visit(gate.at("bayu"), VisitDraft("Lalu Ahmad Fauzi", purpose="Konsultasi"))
    assert arrived.wait(LONG)
    assert [row["name"] for row in counter.rows("visits").values()] == ["Lalu Ahmad Fauzi"]


def test_work_goes_on_without_the_server_and_is_sent_when_it_is_back(lan: OfficeLan, ends: ExitStack) -> None:
    gate = lan.desk("POS-1", "pamdal")
    watched = begin(gate, ends)
    lan.unplug()
    watched.until(lambda state: not state.online)
    register_visit(gate.at("bayu"), VisitDraft("Lalu Ahmad Fauzi", purpose="Konsultasi"))
    assert not watched.worker.flush(0.1)
    state = watched.until(lambda state: state.pending == 1)
    assert state.trouble is None
    lan.plug_in()
    watched.until(lambda state: state.online and state.pending == 0)
    assert lan.admin.execute("SELECT count(*) FROM desk.visits").fetchone() == (1,)


def test_flush_waits_for_the_answer(lan: OfficeLan, ends: ExitStack) -> None:
    gate = lan.desk("POS-1", "pamdal")
    watched = begin(gate, ends)
    register_visit(gate.at("bayu"), VisitDraft("Lalu Ahmad Fauzi", purpose="Konsultasi"))
    assert watched.worker.flush(LONG)
    assert lan.admin.execute("SELECT count(*) FROM desk.visits").fetchone() == (1,)


def test_a_held_key_keeps_others_out_until_what_was_done_is_sent(lan: OfficeLan, ends: ExitStack) -> None:
    one, two = lan.desk("LOKET-1"), lan.desk("LOKET-2")
    first, second = begin(one, ends), begin(two, ends)
    with first.worker.exclusive("queue"):
        with pytest.raises(HeldError), second.worker.exclusive("queue"):
            pass
        issue_ticket(one.at("rahma"), "informasi")
    with second.worker.exclusive("queue"):
        assert two.rows("tickets") == one.rows("tickets")
        assert two.rows("tickets")


def test_without_the_server_nothing_is_held(lan: OfficeLan, ends: ExitStack) -> None:
    watched = begin(lan.desk("LOKET-1"), ends)
    lan.unplug()
    watched.until(lambda state: not state.online)
    with pytest.raises(OfflineError), watched.worker.exclusive("queue"):
        pass
    lan.plug_in()


def test_a_revoked_device_is_told_and_its_work_stays(
    lan: OfficeLan, ends: ExitStack, caplog: pytest.LogCaptureFixture
) -> None:
    gate = lan.desk("POS-1", "pamdal")
    watched = begin(gate, ends)
    admin.revoke(lan.admin, "POS-1")
    watched.until(lambda state: isinstance(state.trouble, RevokedError))
    register_visit(gate.at("bayu"), VisitDraft("Lalu Ahmad Fauzi", purpose="Konsultasi"))
    watched.until(lambda state: state.pending == 1)
    assert gate.rows("visits")
    assert [one.levelname for one in caplog.records if "revoked" in one.message] == ["WARNING"]


def test_one_process_of_a_pc_does_it_and_another_takes_over(lan: OfficeLan, ends: ExitStack) -> None:
    gate = lan.desk("POS-1", "pamdal")
    gate.hang_up()
    owner = Watched(gate)
    owner.worker.start()
    owner.until(lambda state: state.online)
    other = follow(gate, ends)
    owner.worker.stop()
    other.until(lambda state: state.online and not state.elsewhere)


def test_the_second_process_shows_how_the_first_stands(lan: OfficeLan, ends: ExitStack) -> None:
    gate = lan.desk("POS-1", "pamdal")
    owner = begin(gate, ends)
    other = follow(gate, ends)
    told = other.until(lambda state: state.online)
    assert told.last_contact == owner.worker.state.last_contact
    lan.unplug()
    register_visit(gate.at("bayu"), VisitDraft("Lalu Ahmad Fauzi", purpose="Konsultasi"))
    other.until(lambda state: not state.online and state.pending == 1)
    assert not other.worker.flush(LONG)
    lan.plug_in()
    other.until(lambda state: state.online and state.pending == 0)


def test_the_second_process_has_its_work_sent_by_the_first(lan: OfficeLan, ends: ExitStack) -> None:
    counter = lan.desk("LOKET-1")
    begin(counter, ends)
    other = follow(counter, ends)
    other.until(lambda state: state.online)
    with other.worker.exclusive("queue"):
        issue_ticket(counter.at("rahma"), "informasi")
    assert lan.admin.execute("SELECT count(*) FROM desk.bundle WHERE action = 'issue_ticket'").fetchone() == (
        1,
    )


def test_the_second_process_is_told_what_is_wrong(
    lan: OfficeLan, ends: ExitStack, caplog: pytest.LogCaptureFixture
) -> None:
    gate = lan.desk("POS-1", "pamdal")
    begin(gate, ends)
    other = follow(gate, ends)
    admin.revoke(lan.admin, "POS-1")
    other.until(lambda state: isinstance(state.trouble, RevokedError))
