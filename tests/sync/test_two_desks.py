"""Several desks of one office: what one saves the others see, and what collides is told."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desk.actions import cases, queue
from desk.actions.cases import IntakeOrder
from desk.actions.conflicts import Choice, settle_conflict
from desk.actions.counters import open_counter
from desk.actions.dispositions import DispositionDraft, dispose
from desk.actions.steps import MoveOrder, move_case
from desk.actions.tickets import issue_ticket
from desk.actions.visits import VisitDraft, correct_visit, register_visit, undo_register_visit
from desk.models import Case, ShiftNote, Staff, Visit
from desk.rules.intake import Channel
from desk.services.common import ApplicantDraft, LetterDraft
from desk.services.informasi import InformasiDraft, Path
from desk.store.keys import MachineKeys
from desk.store.search import find
from desk.store.store import Network, Store
from tests.lan import Desk, OfficeLan
from tests.office import CHEAP, MORNING
from tests.sync.invariants import kiosk_holds_no_names, quiet

VISITOR = VisitDraft("Lalu Ahmad Fauzi", institution="Universitas Contoh", purpose="Konsultasi")


def take_in(desk: Desk, login: str = "rahma", what: str = "Data TPS") -> cases.Opened:
    applicant = ApplicantDraft(name="Fauziah Hanum", phone="0812-0000-3001")
    draft = InformasiDraft(applicant=applicant, information=what, purpose="Skripsi", ticked=("identitas",))
    return cases.open_case(desk.at(login), IntakeOrder("informasi", draft))


def test_a_visitor_of_the_gate_is_seen_at_the_counter(lan: OfficeLan) -> None:
    gate, counter = lan.desk("POS-1", "pamdal"), lan.desk("LOKET-1")
    done = register_visit(gate.at("bayu"), VISITOR)
    assert not counter.rows("visits")
    gate.sync()
    counter.sync()
    assert counter.rows("visits") == gate.rows("visits")
    assert counter.rows("visits")[done.visit_id]["name"] == "Lalu Ahmad Fauzi"


@pytest.mark.parametrize("mixed", [False, True])
def test_an_old_guestbook_comes_whole_in_one_bundle(lan: OfficeLan, mixed: bool) -> None:
    gate, counter = lan.desk("POS-1", "pamdal"), lan.desk("LOKET-1")
    place, at = gate.at("bayu"), gate.office.clock()
    with place.write("import_visits") as session:
        session.add_all(
            Visit(
                day=at.date(),
                arrived_at=at,
                name=f"Tamu {n}",
                purpose="Konsultasi",
                registered_by=place.actor.staff_id,
            )
            for n in range(60)
        )
        if mixed:
            session.add(ShiftNote(at=at, staff_id=place.actor.staff_id, text="Buku lama"))
    quiet(lan)
    assert {row["name"] for row in counter.rows("visits").values()} == {f"Tamu {n}" for n in range(60)}
    written = lan.ask("SELECT tbl, count(*) FROM desk.history WHERE op = 'I' AND rev > 1 GROUP BY tbl")
    assert dict(written) == ({"visits": 60, "shift_notes": 1} if mixed else {"visits": 60})


def test_a_hint_of_what_has_been_read_is_known(lan: OfficeLan) -> None:
    gate = lan.desk("POS-1", "pamdal")
    register_visit(gate.at("bayu"), VISITOR)
    gate.sync()
    ((newest,),) = lan.ask("SELECT rev FROM desk.head")
    assert gate.exchange.knows(str(newest))
    assert not gate.exchange.knows(str(int(str(newest)) + 1))
    assert not gate.exchange.knows("DROP TABLE visits")


def test_a_visit_taken_back_leaves_the_other_desks(lan: OfficeLan) -> None:
    gate, counter = lan.desk("POS-1", "pamdal"), lan.desk("LOKET-1")
    done = register_visit(gate.at("bayu"), VISITOR)
    lan.sync_all()
    undo_register_visit(gate.at("bayu"), done.visit_id)
    lan.sync_all()
    assert not counter.rows("visits")
    assert not gate.rows("visits")


def test_offline_numbers_are_provisional_and_the_server_gives_the_official_ones_in_its_order(
    lan: OfficeLan,
) -> None:
    one, two = lan.desk("LOKET-1"), lan.desk("LOKET-2")
    first, second = take_in(one), take_in(two, "yudi")
    assert (first.number, second.number) == ("SEMENTARA-LOKET-1-1", "SEMENTARA-LOKET-2-1")
    two.sync()
    one.sync()
    two.sync()
    for desk in (one, two):
        numbers = {row_id: row["number"] for row_id, row in desk.rows("cases").items()}
        assert numbers[second.case_id].startswith("001/")
        assert numbers[first.case_id].startswith("002/")
        aliases = {row["subject_id"]: row["alias"] for row in desk.rows("issued_numbers").values()}
        assert aliases == {first.case_id: first.number, second.case_id: second.number}


def test_two_officers_who_change_different_fields_both_get_their_way(lan: OfficeLan) -> None:
    one, two = lan.desk("POS-1", "pamdal"), lan.desk("LOKET-1")
    visit_id = register_visit(one.at("bayu"), VISITOR).visit_id
    lan.sync_all()
    base = one.ask("SELECT name FROM visits")
    assert base
    correct_visit(one.at("bayu"), visit_id, VisitDraft(VISITOR.name, VISITOR.institution, purpose="Magang"))
    correct_visit(two.at("rahma"), visit_id, VisitDraft(VISITOR.name, "Kantor Camat", purpose="Konsultasi"))
    lan.sync_all()
    for desk in (one, two):
        row = desk.rows("visits")[visit_id]
        assert (row["purpose"], row["institution"]) == ("Magang", "Kantor Camat")
        assert not desk.rows("conflicts")


def test_the_same_field_changed_twice_stays_as_the_server_heard_it_first_and_is_a_conflict(
    lan: OfficeLan,
) -> None:
    one, two = lan.desk("POS-1", "pamdal"), lan.desk("LOKET-1")
    visit_id = register_visit(one.at("bayu"), VISITOR).visit_id
    lan.sync_all()
    correct_visit(
        one.at("bayu"), visit_id, VisitDraft("Lalu A. Fauzi", VISITOR.institution, purpose="Konsultasi")
    )
    correct_visit(
        two.at("rahma"), visit_id, VisitDraft("L. Ahmad F.", VISITOR.institution, purpose="Konsultasi")
    )
    two.sync()
    lan.sync_all()
    for desk in (one, two):
        assert desk.rows("visits")[visit_id]["name"] == "L. Ahmad F."
        (conflict,) = desk.rows("conflicts").values()
        assert (conflict["tbl"], conflict["row_id"]) == ("visits", visit_id)
        assert conflict["base"] == '{"name": "Lalu Ahmad Fauzi"}'
        assert conflict["mine"] == '{"name": "Lalu A. Fauzi"}'
        assert conflict["theirs"] == '{"name": "L. Ahmad F."}'
        founded = one.office.founded.staff
        assert (conflict["my_staff"], conflict["their_staff"]) == (founded["bayu"], founded["rahma"])


def test_one_officers_two_edits_never_conflict(lan: OfficeLan) -> None:
    one, two = lan.desk("POS-1", "pamdal"), lan.desk("LOKET-1")
    visit_id = register_visit(one.at("bayu"), VISITOR).visit_id
    lan.sync_all()
    correct_visit(
        two.at("rahma"), visit_id, VisitDraft("Fauzi A.", VISITOR.institution, purpose="Konsultasi")
    )
    correct_visit(
        one.at("rahma"), visit_id, VisitDraft("Fauzi B.", VISITOR.institution, purpose="Konsultasi")
    )
    lan.sync_all()
    lan.sync_all()
    assert not one.rows("conflicts")


def test_a_ticket_called_by_two_counters_at_once_is_told(lan: OfficeLan) -> None:
    one, two = lan.desk("LOKET-1"), lan.desk("LOKET-2")
    issue_ticket(one.at("rahma"), "informasi")
    open_counter(one.at("rahma", 1))
    open_counter(two.at("yudi", 2))
    lan.sync_all()
    called = queue.call_next(one.at("rahma", 1))
    assert queue.call_next(two.at("yudi", 2)).ticket_id == called.ticket_id
    lan.sync_all()
    (ticket,) = one.rows("tickets").values()
    assert ticket["counter_id"] == one.office.founded.counters[1]
    assert one.rows("conflicts") == two.rows("conflicts")
    assert len(two.rows("conflicts")) == 1


def test_tickets_of_two_desks_never_bear_the_same_number(lan: OfficeLan) -> None:
    one, two = lan.desk("POS-1", "pamdal"), lan.desk("LOKET-2")
    labels = [
        issue_ticket(place, "informasi").label for place in (one.at("bayu"), two.at("yudi"), one.at("bayu"))
    ]
    lan.sync_all()
    assert len(set(labels)) == 3
    assert one.rows("tickets") == two.rows("tickets")


def test_a_step_taken_twice_is_refused_to_the_later_and_told(lan: OfficeLan) -> None:
    one, two = lan.desk("LOKET-1"), lan.desk("LOKET-2")
    case_id = take_in(one).case_id
    lan.sync_all()
    move_case(one.at("rahma"), MoveOrder(case_id, "teruskan"))
    move_case(two.at("yudi"), MoveOrder(case_id, "teruskan"))
    assert two.ask("SELECT count(*) FROM step_records")[0][0] == 2
    quiet(lan)
    ((action, code, detail),) = lan.bundles()
    assert (action, code) == ("move:teruskan", "step_moved")
    assert detail["id"] == case_id
    assert two.ask("SELECT count(*) FROM step_records")[0][0] == 2
    assert len(two.ask("SELECT code FROM refusal WHERE code = 'step_moved'")) == 1


def test_what_is_built_on_a_refused_bundle_is_refused_by_name(lan: OfficeLan) -> None:
    one = lan.desk("LOKET-1")
    lan.sync_all()
    with lan.server.at("admin").write("close_account") as session:
        session.get(Staff, one.office.founded.staff["rahma"]).active = False  # type: ignore[union-attr]
    lan.server.sync()
    case_id = take_in(one).case_id
    move_case(one.at("rahma"), MoveOrder(case_id, "teruskan"))
    with one.at("yudi").write("add_file") as session:
        session.get(Case, case_id).subject = "Lain"  # type: ignore[union-attr]
    quiet(lan)
    assert [row[:2] for row in lan.bundles()] == [
        ("open_case", "forged"),
        ("move:teruskan", "forged"),
        ("add_file", "depends"),
    ]
    assert not one.rows("cases")


@pytest.fixture
def crowd(lan: OfficeLan) -> OfficeLan:
    for label, kind in (
        ("POS-1", "pamdal"),
        ("LOKET-1", "front_office"),
        ("KETUA", "leadership"),
        ("PAPAN", "kiosk"),
    ):
        lan.desk(label, kind)
    return lan


def test_each_class_of_desk_holds_what_it_may_see(crowd: OfficeLan) -> None:
    counter = crowd.desks["LOKET-1"]
    take_in(counter)
    register_visit(crowd.desks["POS-1"].at("bayu"), replace(VISITOR, service="informasi", card="03"))
    open_counter(counter.at("rahma", 1))
    crowd.sync_all()
    queue.call_next(counter.at("rahma", 1))
    quiet(crowd)
    assert crowd.bundles() == []
    board = crowd.desks["PAPAN"]
    assert {row["state"] for row in board.rows("tickets").values()} == {"called"}
    names = {row["name"] for row in crowd.server.rows("staff").values()} | {VISITOR.name, "Fauziah Hanum"}
    kiosk_holds_no_names(board, names)
    assert not crowd.desks["POS-1"].rows("cases")
    hashes = {row["password_hash"] for row in crowd.server.rows("credentials").values()}
    assert not hashes


def test_what_a_load_brought_is_found_by_search(lan: OfficeLan) -> None:
    register_visit(lan.server.at("bayu"), VISITOR)
    take_in(lan.server)
    lan.sync_all()
    late = lan.desk("LOKET-1")
    with late.store.read() as session:
        found = {hit.kind: hit.title for hit in find(session, "fauzi")}
    assert found == {"visit": "Lalu Ahmad Fauzi", "case": "Data TPS"}


def test_a_restored_server_gets_back_what_it_lost_and_begins_one_new_epoch(lan: OfficeLan) -> None:
    one, two = lan.desk("LOKET-1"), lan.desk("LOKET-2")
    register_visit(one.at("rahma"), VISITOR)
    lan.sync_all()
    lan.keep_copy()
    opened = take_in(one)
    register_visit(two.at("yudi"), VISITOR)
    lan.sync_all()
    number = one.rows("cases")[opened.case_id]["number"]
    take_in(two, "yudi", what="Belum terkirim")
    lan.put_copy_back()
    quiet(lan)
    assert len(lan.server.rows("visits")) == 2
    assert lan.server.rows("cases")[opened.case_id]["number"] == number
    assert len(lan.server.rows("cases")) == 2
    epochs = {desk.exchange.place().epoch for desk in lan.desks.values()}
    assert epochs == {str(lan.admin.execute("SELECT epoch FROM desk.head").fetchone()[0])}  # type: ignore[index]
    assert lan.admin.execute("SELECT rev / 1000000 FROM desk.head").fetchone() == (1,)


def test_a_window_left_open_while_the_office_moves_gives_no_number_by_itself(
    lan: OfficeLan,
) -> None:
    folder = lan.server.store.folder
    other = Store.open(folder, MachineKeys(folder, CHEAP))
    other.join_network(None)
    assert take_in(lan.server).number.startswith("001/")
    other.join_network(Network("SERVER", 0))
    other.close()
    assert take_in(lan.server).number == "SEMENTARA-SERVER-1"


def test_who_read_the_others_version_before_losing_to_it_shows_it(lan: OfficeLan) -> None:
    one, two = lan.desk("LOKET-1"), lan.desk("LOKET-2")
    visit_id = register_visit(one.at("rahma"), VISITOR).visit_id
    lan.sync_all()
    for desk, login, name in ((one, "rahma", "L. Fauzi"), (two, "yudi", "Lalu A. F.")):
        correct_visit(desk.at(login), visit_id, replace(VISITOR, name=name))
    one.sync()
    two.exchange.pull()
    assert two.rows("visits")[visit_id]["name"] == "Lalu A. F."
    two.exchange.push()
    assert two.rows("visits")[visit_id]["name"] == "L. Fauzi"
    quiet(lan)


def test_after_a_restore_two_desks_do_not_wait_for_each_other_for_ever(lan: OfficeLan) -> None:
    one, two = lan.desk("LOKET-1"), lan.desk("LOKET-2")
    visits = [register_visit(one.at("rahma"), VISITOR).visit_id for _ in range(2)]
    lan.sync_all()
    lan.keep_copy()
    for desk, login, name in ((one, "rahma", "L. Fauzi"), (two, "yudi", "Lalu A. F.")):
        for visit_id in visits:
            correct_visit(desk.at(login), visit_id, replace(VISITOR, name=name))
    two.sync()  # the first desk's are the later ones now, after the restore the second's
    lan.sync_all()
    known = {row["row_id"]: row["id"] for row in one.rows("conflicts").values()}
    for desk, login, visit_id in ((one, "rahma", visits[0]), (two, "yudi", visits[1])):
        settle_conflict(desk.at(login), known[visit_id], Choice.THEIRS)
    lan.sync_all()
    lan.put_copy_back()
    quiet(lan)
    assert [row[:2] for row in lan.bundles()] == [("settle_conflict", "gone")] * 2


def test_a_choice_made_before_a_restore_holds_where_the_conflict_comes_again(lan: OfficeLan) -> None:
    one, two = lan.desk("LOKET-1"), lan.desk("LOKET-2")
    visit_id = register_visit(one.at("rahma"), VISITOR).visit_id
    lan.sync_all()
    lan.keep_copy()
    for desk, login, name in ((one, "rahma", "L. Fauzi"), (two, "yudi", "Lalu A. F.")):
        correct_visit(desk.at(login), visit_id, replace(VISITOR, name=name))
    lan.sync_all()
    settle_conflict(two.at("yudi"), next(iter(two.rows("conflicts"))), Choice.MINE)
    lan.sync_all()
    lan.put_copy_back()
    quiet(lan)
    assert not lan.bundles()
    assert one.rows("visits")[visit_id]["name"] == "Lalu A. F."
    assert [row["choice"] for row in one.rows("conflicts").values()] == ["mine"]


def test_after_a_restore_work_built_on_another_desks_waits_until_that_has_come_again(lan: OfficeLan) -> None:
    one, two = lan.desk("POS-1", "pamdal"), lan.desk("LOKET-1")
    lan.sync_all()
    lan.keep_copy()
    visit_id = register_visit(one.at("bayu"), VISITOR).visit_id
    lan.sync_all()
    correct_visit(two.at("rahma"), visit_id, replace(VISITOR, purpose="Magang"))
    lan.sync_all()
    lan.put_copy_back()
    two.sync()
    assert two.rows("visits")[visit_id]["purpose"] == "Magang"
    assert not lan.bundles()
    quiet(lan)
    assert not lan.bundles()
    for desk in (one, two, lan.server):
        assert desk.rows("visits")[visit_id]["purpose"] == "Magang"


def test_what_a_desk_records_for_the_leaders_is_taken(lan: OfficeLan) -> None:
    """A disposition on paper, written down by the register officer: the server knows who may do that (R3)."""
    counter, leader = lan.desk("LOKET-1"), lan.desk("PIMPINAN", "leadership")
    letter = LetterDraft("7/B", MORNING.date(), "Forum Warga", "Data TPS")
    draft = InformasiDraft(
        path=Path.LETTER,
        channel=Channel.LETTER,
        applicant=ApplicantDraft(name="Fauziah Hanum", phone="0812-0000-3001"),
        letter=letter,
        information="Data TPS",
        purpose="Skripsi",
        ticked=("identitas",),
    )
    case_id = cases.open_case(counter.at("wulan"), IntakeOrder("informasi", draft)).case_id
    move_case(counter.at("wulan"), MoveOrder(case_id, "teruskan"))
    lan.server.office.clock.pass_(minutes=20)
    written = DispositionDraft(
        "sekretaris",
        "teruskan_ketua",
        "ketua",
        advice="Mohon arahan",
        done_at=lan.server.office.clock() - timedelta(minutes=5),
        by_staff_id=lan.server.office.founded.staff["hendra"],
    )
    dispose(counter.at("wulan"), case_id, written)
    quiet(lan)
    assert lan.bundles() == []
    with leader.store.read() as session:
        found = session.get(Case, case_id)
    assert found is not None
    assert found.step == "disposisi_ketua"
