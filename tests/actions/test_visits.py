"""Registering visitors, leaving, cards and the guards' notes."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from desk.actions.cards import card_back, card_found, card_lost, undo_card_back
from desk.actions.counters import open_counter
from desk.actions.departures import check_out, check_out_all, close_forgotten, undo_check_out
from desk.actions.errors import NotAllowedError, NotFoundError, ProblemsError, StaleError
from desk.actions.queue import call_next
from desk.actions.shift import leave_shift_note, read_shift_note
from desk.actions.visits import VisitDraft, correct_visit, register_visit, undo_register_visit
from desk.queries import shift, visits
from desk.queries.queue import today as tickets_today
from desk.rules.queueing import TicketMoveError
from tests.office import SmallOffice, open_small_office

DAY = date(2026, 3, 13)
SARI = VisitDraft(
    name="Sari Utami",
    institution="Universitas Samudra Biru",
    phone="0812-3700-1122",
    identity_kind="ktp",
    purpose="Meminta data rekapitulasi",
)


def change(draft: VisitDraft = SARI, **changes: object) -> VisitDraft:
    return VisitDraft(**({name: getattr(draft, name) for name in draft.__slots__} | changes))  # type: ignore[arg-type]


def problem_fields(error: pytest.ExceptionInfo[ProblemsError]) -> dict[str, str]:
    return {one.field: one.message for one in error.value.problems}


def test_a_visitor_is_written_down_with_ticket_and_card(office: SmallOffice) -> None:
    gate = office.at("bayu")

    done = register_visit(gate, change(service="informasi", priority="elderly", card="7"))

    row = gate.ask(visits.visit, done.visit_id)
    assert row is not None
    assert (row.name, row.day, row.left_at, row.card, row.card_out) == ("Sari Utami", DAY, None, "07", True)
    assert (done.ticket_label, done.card) == ("B-001", "07")
    assert row.ticket == "B-001"
    assert office.store.verify_chain().ok


def test_name_and_purpose_are_all_that_is_needed(office: SmallOffice) -> None:
    gate = office.at("bayu")
    with pytest.raises(ProblemsError) as error:
        register_visit(gate, VisitDraft(name=" ", institution="Kelurahan Muara"))
    assert set(problem_fields(error)) == {"name", "purpose"}
    assert gate.ask(visits.counts, DAY).today == 0

    done = register_visit(gate, VisitDraft(name="  Budi   Santoso ", purpose="Bertamu"))
    row = gate.ask(visits.visit, done.visit_id)
    assert row is not None
    assert (row.name, row.ticket, row.card, done.ticket_id) == ("Budi Santoso", "", "", None)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"identity_kind": "sim-keliling"}, "identity_kind"),
        ({"errand": "rahasia"}, "errand"),
        ({"companions": -1}, "companions"),
        ({"service": "parkir"}, "service"),
        ({"service": "informasi", "priority": "vip"}, "priority"),
        ({"card": "99"}, "card"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_kept(
    office: SmallOffice, changes: dict[str, object], field: str
) -> None:
    gate = office.at("bayu")
    with pytest.raises(ProblemsError) as error:
        register_visit(gate, change(**changes))
    assert set(problem_fields(error)) == {field}
    assert gate.ask(visits.counts, DAY).today == 0
    assert gate.ask(tickets_today, office.clock()) == ()


def test_identity_is_seen_at_the_gate_where_the_standard_asks_for_it(tmp_path: Path) -> None:
    office = open_small_office(tmp_path, standard="ntt")
    gate = office.at("bayu")
    asks = change(service="konsultasi", identity_kind="")
    with pytest.raises(ProblemsError) as error:
        register_visit(gate, asks)
    assert problem_fields(error) == {
        "identity_kind": "Lihat identitas tamu di sini untuk layanan Konsultasi."
    }
    assert gate.ask(visits.counts, DAY).today == 0
    assert register_visit(gate, replace(asks, identity_kind="passport")).ticket_label == "K-001"
    assert register_visit(gate, replace(asks, service="data_informasi", card="")).ticket_label == "B-001"
    office.store.close()


def test_companions_are_counted_or_named(office: SmallOffice) -> None:
    gate = office.at("bayu")
    counted = register_visit(gate, change(companions=4))
    named = register_visit(gate, change(companions=1, companion_names=("Ayu", " Made ", "")))

    rows = {row.visit_id: row for row in gate.ask(visits.inside, DAY)}
    assert rows[counted.visit_id].companions == 4
    assert (rows[named.visit_id].companions, rows[named.visit_id].companion_names) == (2, ("Ayu", "Made"))
    assert gate.ask(visits.counts, DAY).people_inside == 8


def test_a_courier_leaves_the_letter_and_is_not_inside(office: SmallOffice) -> None:
    gate = office.at("bayu")
    done = register_visit(gate, change(errand="courier", purpose="Mengantar surat"))
    row = gate.ask(visits.visit, done.visit_id)
    assert row is not None
    assert row.left_at == row.arrived_at
    assert gate.ask(visits.inside, DAY) == ()


def test_a_card_is_in_one_visitors_hands_at_a_time(office: SmallOffice) -> None:
    gate = office.at("bayu")
    first = register_visit(gate, change(card="12"))

    office.clock.pass_(minutes=12)
    with pytest.raises(ProblemsError) as error:
        register_visit(gate, change(name="Budi Santoso", card="12"))
    assert problem_fields(error) == {"card": "Kartu 12 masih dibawa Sari Utami sejak 09.00."}

    check_out(gate, first.visit_id)
    assert register_visit(gate, change(name="Budi Santoso", card="12")).card == "12"


def test_a_registration_can_be_taken_back_and_its_ticket_number_is_never_given_twice(
    office: SmallOffice,
) -> None:
    gate = office.at("bayu")
    wrong = register_visit(gate, change(service="informasi", card="3"))

    undo_register_visit(gate, wrong.visit_id)

    assert gate.ask(visits.counts, DAY) == visits.GateCounts(0, 0, 0, 0, 0)
    again = register_visit(gate, change(service="informasi", card="3"))
    assert (again.ticket_label, again.card) == ("B-002", "03")
    assert office.store.verify_chain().ok


def test_a_registration_whose_ticket_was_called_stays(office: SmallOffice) -> None:
    gate, counter = office.at("bayu"), office.at("rahma", 1)
    done = register_visit(gate, change(service="informasi"))
    open_counter(counter)
    call_next(counter)
    with pytest.raises(TicketMoveError, match="B-001 sudah dipanggil"):
        undo_register_visit(gate, done.visit_id)
    assert gate.ask(visits.visit, done.visit_id) is not None


def test_yesterdays_registration_is_corrected_not_taken_back(office: SmallOffice) -> None:
    gate = office.at("bayu")
    done = register_visit(gate, SARI)
    office.clock.pass_(days=1)
    with pytest.raises(StaleError):
        undo_register_visit(gate, done.visit_id)


def test_a_correction_changes_the_words_and_exchanges_the_card(office: SmallOffice) -> None:
    gate = office.at("bayu")
    done = register_visit(gate, change(card="4", service="informasi"))

    correct_visit(gate, done.visit_id, change(name="Sari Utami, S.Sos.", card="5"))

    row = gate.ask(visits.visit, done.visit_id)
    assert row is not None
    assert (row.name, row.card, row.ticket) == ("Sari Utami, S.Sos.", "05", "B-001")
    assert [card.number for card in gate.ask(visits.cards) if card.out] == ["05"]


def test_a_correction_to_a_taken_card_changes_nothing(office: SmallOffice) -> None:
    gate = office.at("bayu")
    register_visit(gate, change(name="Budi Santoso", card="5"))
    done = register_visit(gate, change(card="4"))
    with pytest.raises(ProblemsError):
        correct_visit(gate, done.visit_id, change(name="Lain", card="5"))
    row = gate.ask(visits.visit, done.visit_id)
    assert row is not None
    assert (row.name, row.card, row.card_out) == ("Sari Utami", "04", True)


def test_leaving_gives_the_card_back_and_can_be_taken_back(office: SmallOffice) -> None:
    gate = office.at("bayu")
    done = register_visit(gate, change(card="2"))
    office.clock.pass_(minutes=40)

    left = check_out(gate, done.visit_id)
    assert (left.name, left.card) == ("Sari Utami", "02")
    assert gate.ask(visits.inside, DAY) == ()
    with pytest.raises(StaleError):
        check_out(gate, done.visit_id)

    undo_check_out(gate, [left])
    row = gate.ask(visits.inside, DAY)[0]
    assert (row.visit_id, row.card_out) == (done.visit_id, True)


def test_a_card_kept_by_a_visitor_who_left_is_shown_until_it_is_back(office: SmallOffice) -> None:
    gate = office.at("bayu")
    done = register_visit(gate, change(card="2"))
    check_out(gate, done.visit_id, card_returned=False)
    card = next(card for card in gate.ask(visits.cards) if card.out)
    assert (card.number, card.holder, card.left_at is not None) == ("02", "Sari Utami", True)

    back = card_back(gate, "2")
    assert (back.number, back.checked_out) == ("02", False)
    assert not any(card.out for card in gate.ask(visits.cards))


def test_giving_the_card_back_is_leaving(office: SmallOffice) -> None:
    gate = office.at("bayu")
    register_visit(gate, change(card="2"))
    back = card_back(gate, "02")
    assert back.checked_out
    assert gate.ask(visits.counts, DAY).inside == 0

    undo_card_back(gate, back)
    assert gate.ask(visits.counts, DAY) == visits.GateCounts(1, 1, 1, 0, 1)


def test_a_lost_card_is_not_handed_out_until_it_is_found(office: SmallOffice) -> None:
    gate = office.at("bayu")
    register_visit(gate, change(card="2"))
    assert card_lost(gate, "2", "dibawa pulang") == "02"
    with pytest.raises(ProblemsError, match="hilang"):
        register_visit(gate, change(card="2"))
    card_found(gate, "2")
    assert register_visit(gate, change(card="2")).card == "02"
    with pytest.raises(NotFoundError):
        card_lost(gate, "77")


def test_everybody_leaves_at_closing_time_or_nobody(office: SmallOffice) -> None:
    gate = office.at("bayu")
    ids = [register_visit(gate, change(name=name)).visit_id for name in ("Ayu", "Made", "Nyoman")]
    check_out(gate, ids[1])
    with pytest.raises(StaleError):
        check_out_all(gate, ids)
    assert gate.ask(visits.counts, DAY).inside == 2

    left = check_out_all(gate, [ids[0], ids[2]])
    assert gate.ask(visits.counts, DAY).inside == 0
    undo_check_out(gate, left)
    assert gate.ask(visits.counts, DAY).inside == 2


def test_forgotten_visitors_are_closed_with_a_note_and_the_hour_their_day_ended(office: SmallOffice) -> None:
    gate = office.at("bayu")
    old = register_visit(gate, change(card="9"))
    tomorrow = office.clock.pass_(days=1)
    fresh = register_visit(gate, change(name="Ayu"))
    today = DAY + timedelta(days=1)
    assert [row.visit_id for row in gate.ask(visits.forgotten, today)] == [old.visit_id]
    assert [row.visit_id for row in gate.ask(visits.inside, today)] == [fresh.visit_id]

    with pytest.raises(StaleError):
        close_forgotten(gate, [old.visit_id, fresh.visit_id], "lupa")
    assert close_forgotten(gate, [old.visit_id], "Lupa dicatat; ditanyakan lewat telepon.") == 1

    row = gate.ask(visits.visit, old.visit_id)
    assert row is not None
    assert row.left_at is not None
    assert row.arrived_at < row.left_at < tomorrow
    assert row.note == "Lupa dicatat; ditanyakan lewat telepon."
    assert row.card_out
    assert gate.ask(visits.forgotten, today) == ()


def test_a_known_visitor_is_found_by_name_phone_card_and_shown_once(office: SmallOffice) -> None:
    gate = office.at("bayu")
    for _ in range(3):
        check_out(gate, register_visit(gate, change(card="8")).visit_id)
        office.clock.pass_(hours=1)
    register_visit(gate, change(name="Sarinah Dewi", phone="", institution=""))

    found = gate.ask(visits.known, "sar", office.clock())
    assert [one.name for one in found] == ["Sarinah Dewi", "Sari Utami"]
    assert (found[1].visits, found[1].institution, found[1].inside) == (3, "Universitas Samudra Biru", False)
    assert found[0].inside
    for text in ("uta sari", "08123700", "samudra"):
        assert next(one.name for one in gate.ask(visits.known, text, office.clock())) == "Sari Utami"
    assert gate.ask(visits.known, "zz", office.clock()) == ()


def test_the_guestbook_of_a_day_can_be_searched(office: SmallOffice) -> None:
    gate = office.at("bayu")
    register_visit(gate, SARI)
    register_visit(gate, change(name="Budi Santoso", companion_names=("Ayu Lestari",), meets="Sekretaris"))
    assert [row.name for row in gate.ask(visits.of_day, DAY)] == ["Budi Santoso", "Sari Utami"]
    assert [row.name for row in gate.ask(visits.of_day, DAY, "lestari sekre")] == ["Budi Santoso"]
    assert gate.ask(visits.of_day, DAY + timedelta(days=1)) == ()


def test_habits_offer_what_is_written_most(office: SmallOffice) -> None:
    gate = office.at("bayu")
    for purpose in ("Bertamu", "Meminta data", "Meminta data"):
        register_visit(gate, change(purpose=purpose, meets="Sekretaris"))
    habits = gate.ask(visits.habits)
    assert habits.purposes == ("Meminta data", "Bertamu")
    assert habits.meets == ("Sekretaris",)


def test_the_next_shift_reads_the_note_once(office: SmallOffice) -> None:
    writer, reader = office.at("bayu"), office.at("rahma")
    with pytest.raises(ProblemsError):
        leave_shift_note(writer, "  ")
    note = leave_shift_note(writer, "Kunci aula ada di lemari.")
    assert reader.ask(shift.unread_notes, reader.actor.staff_id) == 1
    assert writer.ask(shift.unread_notes, writer.actor.staff_id) == 0

    read_shift_note(reader, note)
    office.clock.pass_(hours=1)
    read_shift_note(office.at("yudi"), note)

    row = reader.ask(shift.shift_notes).rows[0]
    assert (row.writer, row.reader, row.text) == (
        "Bayu Prakoso",
        "Rahma Widyastuti",
        "Kunci aula ada di lemari.",
    )
    assert reader.ask(shift.unread_notes, reader.actor.staff_id) == 0


def test_only_the_gate_and_the_front_office_register(office: SmallOffice) -> None:
    with pytest.raises(NotAllowedError):
        register_visit(office.at("ratna"), SARI)
    register_visit(office.at("rahma"), SARI)
