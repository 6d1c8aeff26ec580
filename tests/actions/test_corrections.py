"""Correcting a registered form: what changes, what stays, what runs on, and two officers at once."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desk.actions.calendar import add_stage
from desk.actions.cases import update_checklist
from desk.actions.corrections import Correction, correct_case, registered_form
from desk.actions.errors import NotFoundError, ProblemsError, StaleError
from desk.actions.sorting import sort_and_move
from desk.actions.steps import MoveOrder
from desk.queries import history
from desk.rules.intake import ApplicantKind, Channel
from desk.services.informasi import Content, InformasiDraft, Openness
from tests.actions.test_cases import due_from, page
from tests.invariants import check
from tests.office import MORNING, SmallOffice
from tests.stories import FAUZI, REQUEST, by_letter, changed, handed_over, move, take_in


def form(office: SmallOffice, case_id: str) -> Any:
    return office.at("rahma").ask(registered_form, office.standards, case_id)


def correct(office: SmallOffice, case_id: str, login: str = "rahma", **changes: Any) -> tuple[str, ...]:
    before = form(office, case_id)
    about = ", ".join(changes)
    return correct_case(office.at(login), case_id, Correction(before, replace(before, **changes)), about)


def test_the_form_of_a_case_is_the_one_it_was_taken_in_with(office: SmallOffice) -> None:
    for draft in (REQUEST, by_letter(), changed(REQUEST, channel=Channel.EPPID, eppid_number="PPID-9")):
        opened = take_in(office, draft)
        assert form(office, opened.case_id) == draft


def test_a_correction_rewrites_the_form_and_keeps_number_and_step(office: SmallOffice) -> None:
    opened = take_in(office)
    move(office, "rahma", opened.case_id, "teruskan")
    correct(
        office,
        opened.case_id,
        applicant=replace(FAUZI, name="Lalu A. Fauzi"),
        information="Data TPS",
        channel=Channel.EPPID,
    )
    found = page(office, opened.case_id)
    assert (found.applicant.name, found.row.subject, found.row.channel, found.row.number) == (
        "Lalu A. Fauzi",
        "Data TPS",
        "eppid",
        opened.number,
    )
    assert found.row.step == "tim_penghubung"
    assert form(office, opened.case_id).information == "Data TPS"
    check(office)


def test_who_corrected_what_is_told_in_the_history(office: SmallOffice) -> None:
    opened = take_in(office)
    correct(office, opened.case_id, login="wulan", purpose="Skripsi")
    last = office.at("rahma").ask(history.steps, opened.case_id)[-1]
    assert (last.verb, last.role, last.note) == ("perbaiki_isian", "register", "purpose")


def test_a_correction_can_move_the_due_date_and_says_so(office: SmallOffice) -> None:
    add_stage(office.at("admin"), "Tahapan", date(2026, 3, 1), date(2026, 3, 31))
    opened = take_in(office)
    correct(office, opened.case_id, content=Content.ELECTION)
    assert page(office, opened.case_id).row.due == due_from(office, MORNING, "tahapan")
    events = office.at("rahma").ask(history.due_events, opened.case_id)
    assert [one.text for one in events] == ["Batas waktu dihitung ulang: Isian permohonan diperbaiki"]


def test_a_correction_that_fills_the_gap_lets_the_case_run_on(office: SmallOffice) -> None:
    opened = take_in(office, changed(REQUEST, purpose=""))
    assert opened.step == "menunggu_pemohon"
    assert correct(office, opened.case_id, purpose="Skripsi") == ()
    found = page(office, opened.case_id)
    assert (found.row.step, all(one.present for one in found.checklist)) == ("registrasi", True)
    check(office)


def test_a_correction_to_a_body_asks_for_its_papers_and_waits_for_them(office: SmallOffice) -> None:
    opened = take_in(office)
    body = replace(FAUZI, kind=ApplicantKind.BODY, body_name="Yayasan Suara Warga")
    lacking = correct(office, opened.case_id, applicant=body)
    found = page(office, opened.case_id)
    assert [(one.key, one.present) for one in found.checklist] == [
        ("akta", False),
        ("informasi", True),
        ("tujuan", True),
    ]
    assert lacking == (found.checklist[0].label,)
    assert (found.row.step, found.row.due) == ("menunggu_pemohon", None)
    check(office)


def test_where_nobody_waits_for_papers_a_correction_moves_nothing(office: SmallOffice) -> None:
    opened = take_in(office)
    move(office, "rahma", opened.case_id, "teruskan")
    due = page(office, opened.case_id).row.due
    assert correct(office, opened.case_id, purpose="") == ("Tujuan penggunaan informasi",)
    assert (page(office, opened.case_id).row.step, page(office, opened.case_id).row.due) == (
        "tim_penghubung",
        due,
    )
    check(office)


def test_papers_ticked_since_stand_in_the_form_and_can_be_taken_back(office: SmallOffice) -> None:
    opened = take_in(office, changed(REQUEST, ticked=(), purpose=""))
    update_checklist(office.at("yudi"), opened.case_id, {"identitas": True, "tujuan": True})
    assert form(office, opened.case_id).ticked == ("identitas", "tujuan")
    assert correct(office, opened.case_id, information="Data TPS") == ()
    assert page(office, opened.case_id).row.step == "registrasi"
    (missing,) = correct(office, opened.case_id, ticked=("tujuan",))
    assert missing.startswith("Identitas diri")
    check(office)


@pytest.mark.parametrize("wrong", [by_letter(), changed(REQUEST, information=""), InformasiDraft()])
def test_a_bad_correction_changes_nothing(office: SmallOffice, wrong: InformasiDraft) -> None:
    opened = take_in(office)
    before = page(office, opened.case_id)
    with pytest.raises(ProblemsError):
        correct_case(office.at("rahma"), opened.case_id, Correction(REQUEST, wrong))
    assert page(office, opened.case_id) == before


def test_two_officers_do_not_overwrite_each_other(office: SmallOffice) -> None:
    opened = take_in(office)
    mine = Correction(form(office, opened.case_id), changed(REQUEST, purpose="Skripsi"))
    correct(office, opened.case_id, login="yudi", information="Data TPS")
    with pytest.raises(StaleError, match="petugas lain"):
        correct_case(office.at("rahma"), opened.case_id, mine)
    assert page(office, opened.case_id).row.subject == "Data TPS"


def test_the_class_given_by_tim_penghubung_counts_as_a_change_too(office: SmallOffice) -> None:
    opened = take_in(office)
    move(office, "rahma", opened.case_id, "teruskan")
    mine = Correction(form(office, opened.case_id), changed(REQUEST, purpose="Skripsi"))
    sort_and_move(office.at("fajar"), MoveOrder(opened.case_id, "teruskan_ppid"), Openness.POSSIBLY_EXEMPT)
    with pytest.raises(StaleError):
        correct_case(office.at("rahma"), opened.case_id, mine)
    correct(office, opened.case_id, purpose="Skripsi")
    assert form(office, opened.case_id).openness is Openness.POSSIBLY_EXEMPT


def test_a_closed_case_is_not_corrected(office: SmallOffice) -> None:
    opened, _, _ = handed_over(office)
    with pytest.raises(NotFoundError, match="ditutup"):
        correct(office, opened.case_id, purpose="Skripsi")
    with pytest.raises(NotFoundError):
        form(office, "no-such-case")
