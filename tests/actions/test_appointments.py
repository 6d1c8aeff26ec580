"""Appointments booked, moved, delegated, cancelled; guests the gate expects, ticked as they come (G1, G4)."""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest

from desk.actions.appointments import (
    AppointmentKept,
    cancel_appointment,
    delegate_appointment,
    draft_of,
    keep_appointment,
    undo_cancel_appointment,
    undo_delegate_appointment,
    undo_keep_appointment,
)
from desk.actions.entries import write_entry
from desk.actions.errors import NotFoundError, ProblemsError, StaleError
from desk.actions.steps import MoveOrder, move_case
from desk.actions.visits import VisitDraft, register_visit, undo_register_visit
from desk.queries import appointments, visits
from desk.queries.appointments import AppointmentRow
from desk.queries.expected import Expected, expected
from desk.queries.office import profile
from desk.services.appointments import AppointmentDraft, DelegationDraft
from tests.actions.test_complaints import registered as complaint
from tests.actions.test_internships import PLACED, accepted
from tests.office import SmallOffice
from tests.stories import problem_fields

TODAY = date(2026, 3, 13)


def draft(
    office: SmallOffice, host: str = "hendra", role: str = "sekretaris", **more: Any
) -> AppointmentDraft:
    """Somebody meets the Sekretaris at ten."""
    known = AppointmentDraft(
        role, office.founded.staff[host], "Maria  Ndun", "Yayasan", "0812", "Konsultasi", "", TODAY, time(10)
    )
    return replace(known, **more)


def booked(office: SmallOffice, **more: Any) -> AppointmentKept:
    """The front office books it."""
    return keep_appointment(office.at("rahma"), draft(office, **more))


def row(office: SmallOffice, kept: AppointmentKept) -> AppointmentRow:
    """How it stands."""
    found = office.at("rahma").ask(appointments.appointment, kept.appointment_id)
    assert found is not None
    return found


def gate(office: SmallOffice, day: date = TODAY) -> tuple[Expected, ...]:
    """Whom the guard expects."""
    return office.at("bayu").ask(expected, day)


def test_one_is_booked_moved_and_put_back(office: SmallOffice) -> None:
    kept = booked(office)
    before = row(office, kept)
    assert (before.name, before.receives) == ("Maria Ndun", ("sekretaris", "Hendra Kusuma"))
    moved = keep_appointment(office.at("wulan"), draft(office, at=time(11), minutes=60), before)
    assert row(office, moved).ends - row(office, moved).starts == timedelta(hours=1)
    undo_keep_appointment(office.at("wulan"), moved)
    assert row(office, moved) == before
    zone = office.at("rahma").ask(profile).zone
    assert draft_of(before, zone) == draft(office, name="Maria Ndun")
    undo_keep_appointment(office.at("rahma"), kept)
    assert office.at("rahma").ask(appointments.to_come, TODAY) == ()
    with pytest.raises(NotFoundError):
        undo_keep_appointment(office.at("rahma"), kept)


def test_nobody_receives_two_visitors_at_once(office: SmallOffice) -> None:
    booked(office)
    with pytest.raises(ProblemsError, match="Sudah ada janji dengan Maria Ndun") as error:
        booked(office, name="Yosef", at=time(10, 15))
    assert problem_fields(error) == {"at"}
    booked(office, name="Yosef", at=time(10, 30))
    booked(office, name="Ana", host="ratna", role="ketua")
    assert len(gate(office)) == 3


def test_what_it_lacks_is_not_kept(office: SmallOffice) -> None:
    with pytest.raises(ProblemsError) as error:
        booked(office, name="", day=TODAY - timedelta(days=1))
    assert problem_fields(error) == {"name", "day"}
    assert gate(office) == ()


def test_a_complaint_is_not_told_at_the_gate(office: SmallOffice) -> None:
    case_id = complaint(office).case_id
    with pytest.raises(ProblemsError, match="Pengaduan dirahasiakan"):
        booked(office, case_id=case_id)


def test_an_officer_stands_in_with_the_approval_noted(office: SmallOffice) -> None:
    kept = booked(office)
    lina = office.founded.staff["lina"]
    stands_in = DelegationDraft("kasubag_data", lina, "sekretaris", "Hendra Kusuma", "telepon")
    with pytest.raises(ProblemsError):
        delegate_appointment(office.at("rahma"), kept.appointment_id, replace(stands_in, by_name=""))
    office.clock.pass_(minutes=5)
    delegate_appointment(office.at("rahma"), kept.appointment_id, stands_in)
    now = row(office, kept)
    assert (now.host, now.receives) == ("Hendra Kusuma", ("kasubag_data", "Lina Marlina"))
    assert (now.approved_by, now.approved_at, now.approval_way) == (
        "Sekretaris (Hendra Kusuma)",
        office.clock(),
        "telepon",
    )
    assert gate(office)[0].meets == "Lina Marlina, Kasubag Perencanaan, Data & Informasi"
    booked(office, name="Yosef")
    with pytest.raises(ProblemsError, match="janji dengan Yosef"):
        undo_delegate_appointment(office.at("rahma"), kept.appointment_id)
    with pytest.raises(ProblemsError, match="janji dengan Maria Ndun"):
        booked(office, name="Ana", host="lina", role="kasubag_data")


def test_a_delegation_can_be_taken_back(office: SmallOffice) -> None:
    kept = booked(office)
    lina = office.founded.staff["lina"]
    stands_in = DelegationDraft("kasubag_data", lina, "sekretaris", "Hendra Kusuma")
    delegate_appointment(office.at("rahma"), kept.appointment_id, stands_in)
    undo_delegate_appointment(office.at("rahma"), kept.appointment_id)
    now = row(office, kept)
    assert (now.receives, now.approved_by, now.approved_at) == (("sekretaris", "Hendra Kusuma"), "", None)


def test_a_cancelled_one_frees_its_hour(office: SmallOffice) -> None:
    kept = booked(office)
    with pytest.raises(ProblemsError, match="alasan"):
        cancel_appointment(office.at("rahma"), kept.appointment_id, " ")
    cancel_appointment(office.at("rahma"), kept.appointment_id, "Tamu berhalangan")
    assert (gate(office), row(office, kept).reason) == ((), "Tamu berhalangan")
    with pytest.raises(ProblemsError, match="sudah dibatalkan"):
        cancel_appointment(office.at("rahma"), kept.appointment_id, "x")
    booked(office, name="Yosef")
    with pytest.raises(ProblemsError, match="janji dengan Yosef"):
        undo_cancel_appointment(office.at("rahma"), kept.appointment_id)


def test_a_cancelling_can_be_taken_back(office: SmallOffice) -> None:
    kept = booked(office)
    cancel_appointment(office.at("rahma"), kept.appointment_id, "Keliru")
    undo_cancel_appointment(office.at("rahma"), kept.appointment_id)
    assert [one.id for one in gate(office)] == [kept.appointment_id]


def test_interns_are_expected_on_their_days_by_name_alone(office: SmallOffice) -> None:
    case_id = accepted(office)
    write_entry(office.at("syahrul"), MoveOrder(case_id, "tempatkan"), PLACED)
    first, day = gate(office, date(2026, 7, 1)), date(2026, 8, 31)
    assert [(one.kind, one.name, one.institution, one.purpose) for one in first] == [
        ("magang", "Ayu Pratiwi", "Universitas Lestari", "Magang"),
        ("magang", "Bagus Saputra", "Universitas Lestari", "Magang"),
    ]
    assert first[0].meets == "Hukum dan Sumber Daya Manusia"
    assert len(gate(office, day)) == 2
    assert gate(office, day + timedelta(days=1)) == ()
    shorter = replace(PLACED, places=(replace(PLACED.places[0], ends=date(2026, 7, 31)),))
    write_entry(office.at("syahrul"), MoveOrder(case_id, "pindahkan"), shorter)
    assert [one.name for one in gate(office, date(2026, 7, 31))] == ["Ayu Pratiwi"]
    assert gate(office, day) == ()


def test_a_guest_who_was_expected_is_ticked_and_taken_back(office: SmallOffice) -> None:
    kept = booked(office)
    assert gate(office)[0].visit_id == ""
    arrived = VisitDraft(
        "Maria Ndun", purpose="Konsultasi", errand="appointment", expected_id=kept.appointment_id
    )
    visit = register_visit(office.at("bayu"), arrived)
    assert (gate(office)[0].visit_id, gate(office)[0].arrived_at) == (visit.visit_id, office.clock())
    assert row(office, kept).visit_id == visit.visit_id
    kept_visit = office.at("bayu").ask(visits.visit, visit.visit_id)
    assert kept_visit is not None
    assert (kept_visit.errand, kept_visit.expected_id) == ("appointment", kept.appointment_id)
    undo_register_visit(office.at("bayu"), visit.visit_id)
    assert gate(office)[0].visit_id == ""


def test_those_with_an_hour_come_first(office: SmallOffice) -> None:
    case_id = accepted(office)
    days = replace(PLACED.places[0], starts=TODAY, ends=TODAY)
    write_entry(office.at("syahrul"), MoveOrder(case_id, "tempatkan"), replace(PLACED, places=(days,)))
    booked(office, at=time(14))
    booked(office, name="Yosef", at=time(9, 30))
    assert [one.name for one in gate(office)] == ["Yosef", "Maria Ndun", "Ayu Pratiwi"]
    assert [one.name for one in office.at("rahma").ask(appointments.of_case, case_id)] == []


def test_what_a_colleague_moved_meanwhile_is_not_moved_over(office: SmallOffice) -> None:
    kept = booked(office)
    seen = row(office, kept)
    keep_appointment(office.at("wulan"), draft(office, at=time(11)), seen)
    with pytest.raises(StaleError):
        keep_appointment(office.at("rahma"), draft(office, at=time(14)), seen)
    assert row(office, kept).starts == seen.starts + timedelta(hours=1)


def test_the_gate_expects_nobody_of_a_request_that_is_withdrawn(office: SmallOffice) -> None:
    case_id = accepted(office)
    write_entry(office.at("syahrul"), MoveOrder(case_id, "tempatkan"), PLACED)
    move_case(office.at("rahma"), MoveOrder(case_id, "cabut", reason="Tidak jadi"))
    assert gate(office, date(2026, 7, 1)) == ()
