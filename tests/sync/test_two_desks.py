"""Several desks of one office: what one saves the others see, and what collides is told."""

from desk.actions import cases, queue
from desk.actions.cases import IntakeOrder
from desk.actions.counters import open_counter
from desk.actions.tickets import issue_ticket
from desk.actions.visits import VisitDraft, correct_visit, register_visit, undo_register_visit
from desk.services.common import ApplicantDraft
from desk.services.informasi import InformasiDraft
from tests.lan import Desk, OfficeLan

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


def test_replicas_equal_the_server(lan: OfficeLan) -> None:
    one = lan.desk("LOKET-1")
    take_in(one)
    register_visit(one.at("rahma"), VISITOR)
    lan.sync_all()
    for table in ("visits", "cases", "applicants", "step_records", "issued_numbers", "checklist_items"):
        assert one.rows(table) == lan.server.rows(table)
        assert one.rows(table)
    assert not lan.bundles()
