"""The server comes back from an older copy: everybody notices, and what stands on paper is kept or told."""

from dataclasses import replace

import pytest

from desk.actions.conflicts import Choice, settle_conflict
from desk.actions.errors import NotAllowedError
from desk.actions.letters import sign_letter
from desk.actions.visits import register_visit
from desk.queries import cases, collisions, numbers
from desk.queries.case_filter import CaseFilter
from desk.queries.collisions import ConflictRow
from desk.queries.numbers import NumberFilter
from desk.store.search import find
from desk.sync.scopes import Scope
from tests.faults.lan.scenes import VISITOR
from tests.lan import Desk, OfficeLan
from tests.stories import FAUZI, REQUEST, take_in, to_signer
from tests.sync.invariants import quiet

OTHERS = replace(REQUEST, applicant=replace(FAUZI, name="Baiq Nurhayati"), information="Data DPT")


def given_away(lan: OfficeLan) -> tuple[Desk, Desk, str, str]:
    """A receipt of one desk bears a number that another desk was given after the restore; both cases."""
    one, two = lan.desk("LOKET-1"), lan.desk("LOKET-2")
    lan.sync_all()
    lan.keep_copy()
    mine = take_in(one.office).case_id
    one.sync()
    lan.put_copy_back()
    theirs = take_in(two.office, OTHERS, "yudi").case_id
    two.sync()
    two.hang_up()
    notices(one)
    return one, two, mine, theirs


def notices(desk: Desk) -> None:
    """The first desk to miss what it had read begins a new epoch."""
    assert desk.exchange.place().loading


def number_of(desk: Desk, case_id: str) -> str:
    return str(desk.rows("cases")[case_id]["number"])


def told(desk: Desk, login: str) -> tuple[ConflictRow, ...]:
    place = desk.at(login)
    return place.ask(collisions.conflicts, place.actor.staff_id, place.roles)


def found_by(desk: Desk, text: str) -> set[str]:
    """Cases found by a text: by the search of the top bar, by the list of all and of open cases, and by the
    books of numbers, which must agree."""
    place = desk.at("rahma")
    wanted = CaseFilter(place.standards, place.now().date(), open_only=False, text=text)
    lists = [place.ask(cases.listed, replace(wanted, open_only=only)) for only in (True, False)]
    books = place.ask(numbers.book, NumberFilter(text=text)).rows
    with desk.store.read() as session:
        ways = [{hit.id for hit in find(session, text)}, {row.case_id for row in books}]
    ways += [{row.id for row in one.rows} for one in lists]
    assert ways == [ways[0]] * len(ways)
    return ways[0]


def test_a_number_on_paper_that_was_given_away_becomes_a_conflict_and_is_found_for_ever(
    lan: OfficeLan,
) -> None:
    one, two, mine, theirs = given_away(lan)
    printed = number_of(one, mine)
    assert printed.startswith("001/")
    quiet(lan)
    assert number_of(one, theirs) == printed
    stands = number_of(two, mine)
    assert stands.startswith("002/")
    for desk, login in ((one, "rahma"), (two, "yudi"), (one, "fajar")):
        (row,) = told(desk, login)
        assert row.paper is not None
        assert (row.paper.printed, row.paper.stands) == (printed, stands)
        assert row.paper.taken_for == "Data DPT"
        assert row.case_id == mine
        assert (row.mine.name, row.theirs.name) == ("Rahma Widyastuti", "Yudi Hartawan")
    assert told(one, "bayu") == ()
    with pytest.raises(NotAllowedError, match="sudah dipakai"):
        settle_conflict(one.at("rahma"), row.id, Choice.MINE)
    settle_conflict(one.at("rahma"), row.id, Choice.THEIRS)
    quiet(lan)
    assert told(two, "yudi") == ()
    for desk in (one, two):
        assert found_by(desk, printed) == {mine, theirs}
        assert found_by(desk, stands) == {mine}


def test_a_second_restore_forgets_no_number_on_paper(lan: OfficeLan) -> None:
    one, two, mine, theirs = given_away(lan)
    first = number_of(one, mine)
    lan.keep_copy()
    one.sync()
    second = number_of(one, mine)
    lan.put_copy_back()
    other = take_in(two.office, OTHERS, "yudi").case_id
    two.sync()
    two.hang_up()
    notices(one)
    quiet(lan)
    assert number_of(two, other) == second
    assert {row.paper.printed for row in told(one, "rahma") if row.paper is not None} >= {second}
    assert found_by(two, first) == {mine, theirs}
    assert found_by(two, second) == {mine, other}
    assert number_of(two, mine).startswith("003/")


def test_numbers_of_paper_come_back_in_any_order(lan: OfficeLan) -> None:
    one, two = lan.desk("LOKET-1"), lan.desk("LOKET-2")
    lan.sync_all()
    lan.keep_copy()
    opened = [take_in(desk.office, login=login) for desk, login in ((one, "rahma"), (two, "yudi"))]
    one.sync()
    lan.sync_all()
    before = {case.case_id: number_of(one, case.case_id) for case in opened}
    lan.put_copy_back()
    two.sync()
    quiet(lan)
    assert {case.case_id: number_of(one, case.case_id) for case in opened} == before
    assert not one.rows("conflicts")


@pytest.mark.parametrize("given_meanwhile", [False, True])
def test_a_suffix_on_paper_is_kept_unless_it_was_given_away(lan: OfficeLan, given_meanwhile: bool) -> None:
    every = Scope.VISITS | Scope.CASES | Scope.COMPLAINTS | Scope.LEADERSHIP
    one = lan.desk("PPID", "leadership", every)
    late = [to_signer(lan.server.office).case_id for _ in range(4)]
    sign_letter(lan.server.at("putri"), late.pop())
    lan.sync_all()
    dated = lan.server.office.clock().date()
    lan.server.office.clock.pass_(days=1)
    lan.keep_copy()
    letters = [sign_letter(one.at("putri"), case_id, dated=dated).letter_id for case_id in late[:2]]
    lan.sync_all()
    assert suffixes(one, letters) == ["1.2", "1.3"]
    lan.put_copy_back()
    if given_meanwhile:
        letters.append(sign_letter(lan.server.at("putri"), late[2], dated=dated).letter_id)
        lan.server.sync()
    quiet(lan)
    assert suffixes(one, letters) == (["1.3", "1.4", "1.2"] if given_meanwhile else ["1.2", "1.3"])
    papers = [row.paper for row in told(one, "putri") if row.paper is not None]
    assert sorted(one.printed.split("/")[0] for one in papers) == (["1.2", "1.3"] if given_meanwhile else [])


def test_a_restore_by_hand_is_noticed_by_who_only_reads_although_others_went_on(lan: OfficeLan) -> None:
    reads, lost, goes_on = (lan.desk(label, "pamdal") for label in ("POS-1", "POS-2", "POS-3"))
    lan.sync_all()
    lan.keep_copy()
    gone = register_visit(lost.at("bayu"), VISITOR).visit_id
    lost.sync()
    reads.sync()
    cursor = reads.exchange.place().rev
    lan.put_copy_back()
    for one in range(3):
        register_visit(goes_on.at("bayu"), replace(VISITOR, name=f"Tamu {one}"))
    goes_on.sync()
    goes_on.hang_up()
    assert lan.ask("SELECT rev > %s, restored_at FROM desk.head", cursor) == [(True, None)]
    reads.sync()
    assert lan.ask("SELECT count(*) FROM desk.head WHERE restored_at IS NOT NULL") == [(1,)]
    assert {row["name"] for row in reads.rows("visits").values()} == {"Tamu 0", "Tamu 1", "Tamu 2"}
    quiet(lan)
    assert gone in reads.rows("visits")
    assert lan.ask("SELECT rev / 1000000 FROM desk.head") == [(1,)]


def test_what_a_pc_sent_before_it_was_restored_itself_comes_again_too(lan: OfficeLan) -> None:
    gate, other = lan.desk("POS-1", "pamdal"), lan.desk("POS-2", "pamdal")
    lan.sync_all()
    lan.keep_copy()
    visit_id = register_visit(gate.at("bayu"), VISITOR).visit_id
    lan.sync_all()
    gate.restore(gate.backup(lan.folder / "gate.desk"))
    gate.sync()
    lan.put_copy_back()
    quiet(lan)
    assert visit_id in other.rows("visits")


def test_a_mark_the_server_knows_begins_nothing(lan: OfficeLan) -> None:
    gate = lan.desk("POS-1", "pamdal")
    register_visit(gate.at("bayu"), VISITOR)
    quiet(lan)
    for desk in lan.desks.values():
        assert desk.exchange.place().mark
        desk.hang_up()
    quiet(lan)
    assert lan.ask("SELECT restored_at FROM desk.head") == [(None,)]


def suffixes(desk: Desk, letters: list[str]) -> list[str]:
    kept = desk.rows("letters")
    return [str(kept[one]["number"]).split("/")[0] for one in letters]
