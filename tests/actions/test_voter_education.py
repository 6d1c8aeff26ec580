"""Voter education from the organisation's letter to the report of the event (S7)."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desk.actions.cases import IntakeOrder, Opened, open_case
from desk.actions.delivery import HandOver, hand_over
from desk.actions.dispositions import DispositionDraft, dispose
from desk.actions.entries import write_entry
from desk.actions.errors import ProblemsError
from desk.actions.letters import LetterText, give_paraf, save_letter, sign_letter, submit_letter
from desk.actions.steps import MoveOrder, move_case
from desk.models import Case, Decision
from desk.queries import entries
from desk.rules.workflow import MoveNotYours
from desk.services.education_entries import Meeting
from desk.services.pendidikan_pemilih import APPROVAL, REFUSAL
from tests.office import SmallOffice
from tests.services.test_pendidikan_pemilih import AGREED, HELD, REQUEST

TAKEN = HandOver(receiver="Nurlaila Azizah", signed_on_paper=True)
REFUSED = Meeting("belum_disetujui", date(2026, 3, 13), "12/BA/2026", "Aula dipakai rekapitulasi.")


def asked(office: SmallOffice, **changes: Any) -> Opened:
    """The letter is registered, disposed by the Sekretaris, and lies with the Ketua for the pleno."""
    opened = open_case(office.at("rahma"), IntakeOrder("pendidikan_pemilih", replace(REQUEST, **changes)))
    move_case(office.at("rahma"), MoveOrder(opened.case_id, "teruskan"))
    advice = DispositionDraft("sekretaris", "teruskan_ketua", "ketua", advice="Aula kosong pada hari itu.")
    dispose(office.at("hendra"), opened.case_id, advice)
    return opened


def answered(office: SmallOffice, verb: str, meeting: Meeting, kind: str) -> Opened:
    """The pleno is noted, the answer checked by every stage the office has, signed and handed over."""
    opened = asked(office)
    case_id = opened.case_id
    write_entry(office.at("ratna"), MoveOrder(case_id, verb), meeting)
    words = LetterText(kind, "Kerja sama", "Forum Pemuda", "Isi surat.", "ketua")
    save_letter(office.at("syahrul"), case_id, words)
    submit_letter(office.at("syahrul"), case_id)
    for login in ("agus", "syahrul", "hendra", "ratna"):
        give_paraf(office.at(login), case_id)
    sign_letter(office.at("ratna"), case_id)
    hand_over(office.at("rahma"), case_id, TAKEN)
    return opened


def at(office: SmallOffice, case_id: str) -> Case:
    """The case as it stands."""
    with office.store.read() as session:
        case = session.get(Case, case_id)
    assert case is not None
    return case


def test_a_request_is_due_fourteen_calendar_days_after_its_registration(office: SmallOffice) -> None:
    opened = open_case(office.at("rahma"), IntakeOrder("pendidikan_pemilih", REQUEST))
    assert opened.number.startswith("001/PP/")
    assert at(office, opened.case_id).due == date(2026, 3, 27)


def test_an_approved_event_is_answered_held_and_archived(office: SmallOffice) -> None:
    case_id = answered(office, "setujui", AGREED, APPROVAL).case_id
    assert (at(office, case_id).step, at(office, case_id).decision) == ("kegiatan", "disetujui")
    write_entry(office.at("syahrul"), MoveOrder(case_id, "laporkan"), HELD)
    assert at(office, case_id).step == "arsip"
    assert at(office, case_id).closed_at is not None
    with office.store.read() as session:
        kept = entries.latest(session, case_id)
    assert kept["pleno"]["number"] == "12/BA/2026"
    assert kept["pelaksanaan"]["given"] == [{"what": "Modul pendidikan pemilih", "count": 48}]


def test_one_not_approved_ends_with_its_letter_and_the_reason_of_the_pleno(office: SmallOffice) -> None:
    case_id = answered(office, "belum_setujui", REFUSED, REFUSAL).case_id
    assert (at(office, case_id).step, at(office, case_id).decision) == ("arsip", "belum_disetujui")
    with office.store.read() as session:
        decision = session.query(Decision).filter_by(case_id=case_id).one()
        assert (decision.kind, decision.reason, decision.role) == (
            "belum_disetujui",
            "Aula dipakai rekapitulasi.",
            "ketua",
        )


def test_the_pleno_is_noted_by_the_chair_with_its_minutes_and_a_reason_where_it_refuses(
    office: SmallOffice,
) -> None:
    case_id = asked(office).case_id
    with pytest.raises(MoveNotYours):
        write_entry(office.at("syahrul"), MoveOrder(case_id, "setujui"), AGREED)
    with pytest.raises(ProblemsError, match="alasan"):
        write_entry(office.at("ratna"), MoveOrder(case_id, "belum_setujui"), replace(REFUSED, note=""))
    assert at(office, case_id).step == "pleno"


def test_an_approval_cannot_go_out_on_the_other_paper(office: SmallOffice) -> None:
    case_id = asked(office).case_id
    write_entry(office.at("ratna"), MoveOrder(case_id, "setujui"), AGREED)
    words = LetterText(REFUSAL, "Kerja sama", "Forum Pemuda", "Isi surat.", "ketua")
    save_letter(office.at("syahrul"), case_id, words)
    with pytest.raises(ProblemsError, match="tidak sesuai dengan keputusan"):
        submit_letter(office.at("syahrul"), case_id)


def test_an_event_that_does_not_come_about_closes_the_case_with_a_reason(office: SmallOffice) -> None:
    case_id = answered(office, "setujui", AGREED, APPROVAL).case_id
    move_case(office.at("syahrul"), MoveOrder(case_id, "batalkan", reason="Organisasi menunda."))
    assert at(office, case_id).closed_at is not None
