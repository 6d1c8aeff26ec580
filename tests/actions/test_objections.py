"""An objection from form F to every end of its flow, its limits, its rights (S3k, L3/III.B.4)."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from desk.actions.calendar import add_stage
from desk.actions.cases import IntakeOrder, Opened, open_case, update_checklist
from desk.actions.decisions import decide
from desk.actions.delivery import HandOver, hand_over
from desk.actions.entries import write_entry
from desk.actions.errors import ProblemsError
from desk.actions.letters import (
    LetterText,
    give_paraf,
    return_letter,
    save_letter,
    sign_letter,
    submit_letter,
)
from desk.actions.steps import MoveOrder, move_case
from desk.models import Case
from desk.queries import cases, entries, history
from desk.queries.alerts import pressing
from desk.queries.case_filter import CaseFilter
from desk.queries.cases import count
from desk.rules.deadlines import Pressure
from desk.rules.workflow import MoveNotYours, MoveUnknown, enter
from desk.services.answering import DecisionDraft
from desk.services.keberatan import KeberatanDraft, Scope
from desk.services.keberatan_answers import Consideration, Response
from tests.invariants import check
from tests.office import SmallOffice
from tests.services.test_keberatan import OBJECTION, PROXY

UPHELD = DecisionDraft("diterima", reason="Data per TPS memang belum diberikan.")
EXEMPT = DecisionDraft(
    "ditolak", legal_basis="Keputusan KPU Nomor 999 Tahun 2024", reason="Memuat rahasia pribadi petugas."
)
ADVICE = Consideration("diterima", "Permohonan menyebut rekapitulasi per TPS.")
TAKEN = HandOver(receiver="Lalu Ahmad Fauzi", signed_on_paper=True)
ANSWER = LetterText(
    "tanggapan_keberatan", "Tanggapan atas keberatan", "Sdr. Lalu Ahmad Fauzi", "Isi.", "atasan_ppid"
)


def objected(office: SmallOffice, draft: KeberatanDraft = OBJECTION, **order: Any) -> Opened:
    """Form F is taken in at the counter."""
    return open_case(office.at("rahma"), IntakeOrder("keberatan", draft, **order))


def considered(office: SmallOffice, draft: KeberatanDraft = OBJECTION) -> str:
    """Tim Pertimbangan has advised; Atasan PPID decides."""
    case_id = objected(office, draft).case_id
    move_case(office.at("rahma"), MoveOrder(case_id, "teruskan"))
    write_entry(office.at("nurul"), MoveOrder(case_id, "sampaikan", "pertimbangan"), ADVICE)
    return case_id


def submitted(office: SmallOffice, decision: DecisionDraft = UPHELD) -> str:
    """Decided by Atasan PPID, the answer written and put forward."""
    case_id = considered(office)
    decide(office.at("surya"), case_id, decision)
    save_letter(office.at("syahrul"), case_id, ANSWER)
    submit_letter(office.at("syahrul"), case_id)
    return case_id


def signed(office: SmallOffice, decision: DecisionDraft = UPHELD) -> str:
    """Checked in stages and signed by Atasan PPID."""
    case_id = submitted(office, decision)
    give_paraf(office.at("syahrul"), case_id)
    give_paraf(office.at("hendra"), case_id)
    sign_letter(office.at("surya"), case_id)
    return case_id


def at(office: SmallOffice, case_id: str) -> Case:
    """The case as it stands."""
    with office.store.read() as session:
        case = session.get(Case, case_id)
    assert case is not None
    return case


@pytest.mark.parametrize(
    "decision",
    [
        UPHELD,
        DecisionDraft("diterima_sebagian", reason="Sebagian."),
        EXEMPT,
        DecisionDraft("tidak_diterima", reason="Diajukan lewat waktu."),
    ],
    ids=lambda one: one.kind,
)
def test_an_objection_is_answered_by_atasan_ppid_and_the_response_recorded(
    office: SmallOffice, decision: DecisionDraft
) -> None:
    case_id = signed(office, decision)
    hand_over(office.at("rahma"), case_id, TAKEN)
    assert (at(office, case_id).step, at(office, case_id).closed_at) == ("tanggapan_pemohon", None)
    response = Response("menerima", date(2026, 3, 13))
    write_entry(office.at("rahma"), MoveOrder(case_id, "catat_tanggapan"), response)
    case = at(office, case_id)
    assert (case.step, case.decision) == ("arsip", decision.kind)
    assert case.closed_at is not None
    with office.store.read() as session:
        assert set(entries.latest(session, case_id)) == {"pertimbangan", "tanggapan"}
        (letter,) = history.letters(session, case_id)
        decided = history.decision(session, case_id)
    assert decided is not None
    assert (decided.by, decided.role, decided.legal_basis) == (
        "Surya Wibawa",
        "atasan_ppid",
        decision.legal_basis,
    )
    assert (letter.signer_name, letter.position) == (
        "Surya Wibawa",
        "Atasan Pejabat Pengelola Informasi dan Dokumentasi,",
    )
    check(office)


def test_its_number_is_of_its_own_register(office: SmallOffice) -> None:
    opened, second = objected(office), objected(office)
    office_name = "KPU Kab. Tanjung Lestari"
    assert opened.number == f"001/KB/{office_name}/III/2026"
    assert second.number == f"002/KB/{office_name}/III/2026"


def test_thirty_days_from_the_register_or_three_from_receipt(office: SmallOffice) -> None:
    received = office.clock() - timedelta(days=3)
    longer = objected(office, received_at=received)
    add_stage(office.at("admin"), "Kampanye", date(2026, 3, 1), date(2026, 3, 31))
    shorter = objected(office, replace(OBJECTION, scope=Scope.RUNNING_STAGE), received_at=received)
    assert (at(office, longer.case_id).category, longer.due) == ("umum", date(2026, 5, 5))
    assert (at(office, shorter.case_id).category, shorter.due) == ("tahapan", date(2026, 3, 13))


def test_a_proxy_without_the_power_of_attorney_is_awaited(office: SmallOffice) -> None:
    opened = objected(office, replace(OBJECTION, proxy=PROXY))
    assert opened.missing == ("Surat kuasa khusus bermeterai",)
    assert (opened.step, opened.due) == ("menunggu_pemohon", None)
    update_checklist(office.at("rahma"), opened.case_id, {"kuasa": True})
    case = at(office, opened.case_id)
    assert case.step == "registrasi"
    assert case.due is not None


def test_one_that_comes_late_is_registered_for_atasan_ppid_to_judge(office: SmallOffice) -> None:
    opened = objected(office, replace(OBJECTION, cause_on=date(2025, 12, 1)))
    assert opened.missing == ()
    with pytest.raises(ProblemsError, match="belum tiba"):
        objected(office, replace(OBJECTION, cause_on=date(2026, 3, 14)))


def test_it_ends_when_the_applicant_brings_nothing_or_takes_it_back(office: SmallOffice) -> None:
    lacking = objected(office, replace(OBJECTION, request_number=""))
    order = MoveOrder(lacking.case_id, "tutup_tidak_lengkap", reason="Tidak kembali")
    assert move_case(office.at("rahma"), order).step == "ditutup_tidak_lengkap"
    given_up = considered(office)
    order = MoveOrder(given_up, "cabut", reason="Sudah menerima datanya")
    assert move_case(office.at("surya"), order).step == "dicabut"
    mistaken = objected(office)
    order = MoveOrder(mistaken.case_id, "batalkan_pendaftaran", reason="Salah layanan")
    assert move_case(office.at("rahma"), order).step == "dibatalkan"


def test_it_goes_back_for_more_advice_for_another_decision_and_with_corrections(office: SmallOffice) -> None:
    case_id = considered(office)
    order = MoveOrder(case_id, "kembalikan", reason="Dasar hukumnya?")
    assert move_case(office.at("surya"), order).step == "pertimbangan"
    write_entry(office.at("nurul"), MoveOrder(case_id, "sampaikan"), replace(ADVICE, text="Pasal 11."))
    decide(office.at("surya"), case_id, UPHELD)
    order = MoveOrder(case_id, "kembalikan_putusan", reason="Data ternyata tidak ada")
    assert move_case(office.at("syahrul"), order).step == "putusan_atasan"
    decide(office.at("surya"), case_id, DecisionDraft("tidak_diterima", reason="Data tidak dikuasai."))
    save_letter(office.at("syahrul"), case_id, ANSWER)
    submit_letter(office.at("syahrul"), case_id)
    give_paraf(office.at("syahrul"), case_id)
    stepped = return_letter(office.at("hendra"), case_id, "Sebutkan tanggal permohonan.")
    assert (stepped.step, stepped.holder) == ("menyiapkan", "kasubag_hukum")


def test_the_answer_is_prepared_by_staff_where_the_kasubag_says_so(office: SmallOffice) -> None:
    case_id = considered(office)
    decide(office.at("surya"), case_id, UPHELD)
    staff = office.at("agus")
    order = MoveOrder(case_id, "serahkan_staf", assignee_id=staff.actor.staff_id)
    assert move_case(office.at("syahrul"), order).holder == "staf"
    save_letter(staff, case_id, ANSWER)
    order = MoveOrder(case_id, "laporkan", to_role="kasubag_hukum")
    assert move_case(staff, order).holder == "kasubag_hukum"
    assert submit_letter(office.at("syahrul"), case_id).step == "pemeriksaan"


def test_nobody_else_decides_advises_or_signs(office: SmallOffice) -> None:
    case_id = considered(office)
    with pytest.raises(MoveNotYours):
        decide(office.at("putri"), case_id, UPHELD)
    with pytest.raises(MoveUnknown):
        write_entry(office.at("nurul"), MoveOrder(case_id, "sampaikan"), ADVICE)
    with pytest.raises(ProblemsError, match="Keputusan KPU"):
        decide(office.at("surya"), case_id, replace(EXEMPT, legal_basis=""))
    waiting = objected(office).case_id
    move_case(office.at("rahma"), MoveOrder(waiting, "teruskan"))
    with pytest.raises(MoveUnknown, match="lembarnya sendiri"):
        move_case(office.at("nurul"), MoveOrder(waiting, "sampaikan"))
    with pytest.raises(ProblemsError, match="Pilih saran"):
        write_entry(office.at("nurul"), MoveOrder(waiting, "sampaikan"), Consideration())


def test_an_office_without_the_team_goes_straight_to_atasan_ppid(office: SmallOffice) -> None:
    flow = office.standards.get("ksb").services["keberatan"].flow("form")
    here = {role for step in flow.steps for role in step.roles} - {"tim_pertimbangan"}
    assert enter(flow, "pertimbangan", here)[0].id == "putusan_atasan"


def test_objections_are_pressing_five_working_days_before_they_are_due(office: SmallOffice) -> None:
    case_id = objected(office).case_id
    place = office.at("surya")

    def near(day: date) -> list[str]:
        return [one.id for one in place.ask(pressing, office.standards, day, "keberatan")]

    due = at(office, case_id).due
    assert due == date(2026, 5, 5)
    assert near(date(2026, 4, 24)) == []
    assert near(date(2026, 4, 27)) == [case_id]
    assert near(due + timedelta(days=9)) == [case_id]


def test_while_the_response_is_awaited_nothing_presses(office: SmallOffice) -> None:
    case_id = signed(office)
    late = CaseFilter(office.standards, date(2026, 6, 1), late=True)
    place = office.at("surya")
    assert place.ask(count, late) == 1
    hand_over(office.at("rahma"), case_id, TAKEN)
    assert place.ask(count, late) == 0
    page = place.ask(cases.page, office.standards, date(2026, 6, 1), case_id)
    assert page is not None
    assert page.row.pressure is Pressure.NONE
    assert place.ask(pressing, office.standards, date(2026, 6, 1), "keberatan") == ()
