"""A PC comes back from a backup: it goes on, its former life is told, and nothing on paper is repeated."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from desk.actions.tickets import issue_ticket
from desk.actions.visits import register_visit
from desk.rules.numbering import is_provisional
from desk.sync.admin import enrol, revoke
from desk.sync.errors import SupersededError
from desk.sync.joining import join
from desk.sync.standing import SyncState, counted
from tests.faults.lan.scenes import VISITOR
from tests.lan import Desk, OfficeLan
from tests.stories import take_in
from tests.sync.invariants import quiet


def test_a_restored_pc_goes_on_and_the_old_one_is_told(lan: OfficeLan, tmp_path: Path) -> None:
    gate = lan.desk("POS-1", "pamdal")
    register_visit(gate.at("bayu"), VISITOR)
    backup = gate.backup(tmp_path / "gate.desk")
    register_visit(gate.at("bayu"), replace(VISITOR, name="Sahabudin"))
    gate.sync()
    register_visit(gate.at("bayu"), replace(VISITOR, name="Belum terkirim"))
    former = gate.restore(backup)
    register_visit(gate.at("bayu"), replace(VISITOR, name="Wardatul Jannah"))
    quiet(lan)
    assert names(gate) == {VISITOR.name, "Sahabudin", "Wardatul Jannah"}
    restored = gate.put_in_place(former)
    with pytest.raises(SupersededError):
        gate.sync()
    assert "Belum terkirim" in names(gate)
    former = gate.put_in_place(restored)
    lan.joined("POS-1-LAMA", former, "pamdal")
    quiet(lan)
    assert "Belum terkirim" in names(gate)


@pytest.mark.parametrize("has_sent", [False, True])
def test_of_two_lives_the_later_goes_on_and_the_other_sends_its_work_under_a_name_of_its_own(
    lan: OfficeLan, tmp_path: Path, has_sent: bool
) -> None:
    desk = lan.desk("LOKET-1")
    case = take_in(desk.office)
    backup = desk.backup(tmp_path / "desk.desk")
    desk.restore(backup)
    first = take_in(desk.office)
    former = desk.restore(backup)
    if has_sent:
        take_in(desk.office)
    desk.sync()
    later = desk.put_in_place(former)
    with pytest.raises(SupersededError) as refused:
        desk.sync()
    assert "mintalah kode baru" in str(refused.value)
    assert first.case_id in desk.rows("cases")
    assert counted(desk.store, SyncState()).pending == 2
    former = desk.put_in_place(later)
    desk.sync()
    mine = take_in(desk.office)
    second = lan.joined("LOKET-1-LAMA", former)
    more = take_in(second.office)
    quiet(lan)
    assert not lan.bundles()
    for one in (desk, second, lan.server):
        assert {case.case_id, first.case_id, mine.case_id, more.case_id} <= one.rows("cases").keys()


def test_numbers_of_papers_given_after_the_backup_are_not_given_again(lan: OfficeLan, tmp_path: Path) -> None:
    desk = lan.desk("LOKET-1")
    before = take_in(desk.office).number
    backup = desk.backup(tmp_path / "desk.desk")
    desk.sync()
    sent = take_in(desk.office).number
    desk.sync()
    lives = [[sent, take_in(desk.office).number]]
    for _ in range(2):
        desk.restore(backup)
        lives.append([take_in(desk.office).number for _ in range(2)])
    assert before == "SEMENTARA-LOKET-1-1"
    assert lives[0] == ["SEMENTARA-LOKET-1-2", "SEMENTARA-LOKET-1-3"]
    papers = [before, *(number for life in lives for number in life)]
    assert len(set(papers)) == len(papers)
    lan.desk("LOKET-2")
    quiet(lan)
    aliases = [row["alias"] for row in desk.rows("issued_numbers").values()]
    assert sorted(aliases) == sorted([before, sent, *lives[2]])


def test_a_new_pc_of_an_old_name_repeats_no_number_of_the_one_before(lan: OfficeLan) -> None:
    lost = lan.desk("LOKET-1")
    papers = [take_in(lost.office).number]
    lost.sync()
    papers.append(take_in(lost.office).number)
    lan.leave("LOKET-1")
    revoke(lan.admin, "LOKET-1")
    shutil.rmtree(lost.store.folder)
    new = lan.desk("LOKET-1")
    papers += [take_in(new.office).number for _ in range(2)]
    assert papers[:2] == ["SEMENTARA-LOKET-1-1", "SEMENTARA-LOKET-1-2"]
    assert len(set(papers)) == 4
    assert all(is_provisional(one) for one in papers)
    quiet(lan)


def test_a_pc_enrolled_again_under_its_name_goes_on_with_its_numbers(lan: OfficeLan) -> None:
    desk = lan.desk("LOKET-1")
    assert take_in(desk.office).number == "SEMENTARA-LOKET-1-1"
    desk.hang_up()
    revoke(lan.admin, "LOKET-1")
    join(desk.store, enrol(lan.admin, lan.address, "LOKET-1", "front_office"))
    assert take_in(desk.office).number == "SEMENTARA-LOKET-1-2"
    quiet(lan)


def test_queue_tickets_given_after_the_backup_are_not_given_again(lan: OfficeLan, tmp_path: Path) -> None:
    desk = lan.desk("POS-1", "pamdal")
    given = [ticket(desk)]
    backup = desk.backup(tmp_path / "desk.desk")
    given.append(ticket(desk))
    desk.sync()
    given.append(ticket(desk))
    desk.office.clock.pass_(minutes=30)
    desk.restore(backup)
    given += [ticket(desk), ticket(desk)]
    desk.office.clock.pass_(hours=1)
    desk.restore(backup)
    given.append(ticket(desk))
    assert given == ["B-101", "B-102", "B-103", "B-390101", "B-390102", "B-430101"]
    quiet(lan)
    assert not lan.bundles()
    desk.office.clock.pass_(days=1)
    assert ticket(desk) == "B-101"
    quiet(lan)


def ticket(desk: Desk) -> str:
    return issue_ticket(desk.at("bayu"), "informasi").label


def names(desk: Desk) -> set[str]:
    """Who stands in a desk's guestbook."""
    return {row["name"] for row in desk.rows("visits").values()}
