"""Authentication of votes from the letter of the party to its archive (S1)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from desk.actions.cases import IntakeOrder, open_case
from desk.actions.decisions import decide
from desk.actions.delivery import HandOver, hand_over
from desk.actions.dispositions import DispositionDraft, dispose
from desk.actions.entries import entry_ground, write_entry
from desk.actions.errors import NotAllowedError, ProblemsError
from desk.actions.issuing import Issued, issue_papers
from desk.actions.letters import LetterText, give_paraf, save_letter, sign_letter, submit_letter, void_letter
from desk.actions.mandates import give_mandate
from desk.actions.steps import MoveOrder, move_case
from desk.actions.votes import ElectionDraft, keep_election, keep_figures
from desk.models import Case, Letter
from desk.queries import entries
from desk.rules.workflow import MoveNotYours
from desk.services.answering import DecisionDraft
from desk.services.autentifikasi_sheets import Sheets, begin
from tests.invariants import check
from tests.office import SmallOffice
from tests.services.test_autentifikasi import ELECTION, LINES, REQUEST

GRANTED = DecisionDraft("dipenuhi")
TAKEN = HandOver(receiver="Hasan Basri", signed_on_paper=True)


def votes_kept(office: SmallOffice) -> str:
    """The election with its figures."""
    place = office.at("mira")
    draft = ElectionDraft(
        ELECTION.name, ELECTION.day, ELECTION.decree_number, ELECTION.decree_date, ELECTION.decree_title
    )
    election = keep_election(place, draft)
    keep_figures(place, election, LINES, ())
    return election


def prepared_by(office: SmallOffice, **changes: Any) -> str:
    """The letter went by Sekretaris and Ketua; the Ketua Divisi Teknis prepares."""
    case_id = open_case(office.at("rahma"), IntakeOrder("autentifikasi", replace(REQUEST, **changes))).case_id
    move_case(office.at("rahma"), MoveOrder(case_id, "teruskan"))
    up = DispositionDraft("sekretaris", "teruskan_ketua", "ketua", advice="Mohon arahan.")
    dispose(office.at("hendra"), case_id, up)
    down = DispositionDraft("ketua", "disposisikan", "ketua_divisi_teknis", instruction="Siapkan.")
    dispose(office.at("ratna"), case_id, down)
    return case_id


def sheets(office: SmallOffice, case_id: str) -> Sheets:
    """The figures as the sheet of the entry begins."""
    return begin(office.at("dewi").ask(entry_ground, case_id, "perolehan"))


def answer(office: SmallOffice, case_id: str, decision: DecisionDraft = GRANTED) -> None:
    """Decided, answered, controlled by every stage, signed."""
    head = office.at("dewi")
    decide(head, case_id, decision)
    words = LetterText("surat_jawaban", "Autentifikasi", "Partai Lestari", "Isi surat.", "ketua")
    save_letter(head, case_id, words)
    submit_letter(head, case_id)
    for login in ("mira", "hendra", "dewi", "ratna"):
        give_paraf(office.at(login), case_id)
    sign_letter(office.at("ratna"), case_id)


def signed(office: SmallOffice, **changes: Any) -> str:
    """Prepared and the letter signed."""
    votes_kept(office)
    case_id = prepared_by(office, **changes)
    write_entry(office.at("dewi"), MoveOrder(case_id, "siapkan"), sheets(office, case_id))
    answer(office, case_id)
    return case_id


def issued(office: SmallOffice, **changes: Any) -> tuple[str, Issued]:
    """Sheets signed by the chair and legalised."""
    case_id = signed(office, **changes)
    papers = issue_papers(office.at("ratna"), case_id, "lembar")
    move_case(office.at("hendra"), MoveOrder(case_id, "legalisasi"))
    return case_id, papers


def at(office: SmallOffice, case_id: str) -> Case:
    """The case as it stands."""
    with office.store.read() as session:
        case = session.get(Case, case_id)
    assert case is not None
    return case


def test_a_sheet_for_each_district_and_the_copy_are_signed_legalised_and_handed_over(
    office: SmallOffice,
) -> None:
    case_id, papers = issued(office)
    assert at(office, case_id).step == "penyerahan"
    hand_over(office.at("rahma"), case_id, TAKEN)
    assert at(office, case_id).closed_at is not None
    with office.store.read() as session:
        rows = session.query(Letter).filter(Letter.part != "").order_by(Letter.number).all()
        assert [(one.kind, one.part, one.position) for one in rows] == [
            ("autentifikasi", "Dapil 1", "Ketua,"),
            ("autentifikasi", "Dapil 2", "Ketua,"),
            ("salinan_keputusan", "Keputusan Nomor 12 Tahun 2024", "Ketua,"),
        ]
    assert [one.split("/")[0] for one in papers.numbers] == ["2", "3", "4"]
    check(office)


def test_it_is_promised_within_three_working_days(office: SmallOffice) -> None:
    case_id, _papers = issued(office)
    assert str(at(office, case_id).due) == "2026-03-25"  # holidays from the 18th to the 24th


def test_a_party_without_seats_is_answered_and_gets_no_sheet(office: SmallOffice) -> None:
    votes_kept(office)
    other = replace(REQUEST.applicant, body_name="Partai Samudra")
    case_id = prepared_by(office, applicant=other)
    with pytest.raises(ProblemsError, match="Pilih partai yang memperoleh kursi"):
        write_entry(office.at("dewi"), MoveOrder(case_id, "siapkan"), sheets(office, case_id))
    answer(office, case_id, DecisionDraft("tidak_dipenuhi", reason="Partai tidak memperoleh kursi."))
    assert at(office, case_id).step == "penyerahan"
    hand_over(office.at("rahma"), case_id, TAKEN)
    assert at(office, case_id).step == "arsip"


def test_nothing_is_put_forward_before_its_figures_are_prepared(office: SmallOffice) -> None:
    votes_kept(office)
    case_id, head = prepared_by(office), office.at("dewi")
    decide(head, case_id, GRANTED)
    save_letter(head, case_id, LetterText("surat_jawaban", "A", "Partai Lestari", "Isi.", "ketua"))
    with pytest.raises(ProblemsError, match="Catat perolehan suara lebih dahulu"):
        submit_letter(head, case_id)


def test_the_acting_chair_signs_as_one(office: SmallOffice) -> None:
    case_id = signed(office)
    since = office.clock() - timedelta(hours=1)
    give_mandate(office.at("ratna"), office.founded.staff["dewi"], "ketua", since, None, "12/ST")
    with pytest.raises(NotAllowedError):
        issue_papers(office.at("hendra"), case_id)
    issue_papers(office.at("dewi"), case_id)
    with office.store.read() as session:
        assert {one.position for one in session.query(Letter).filter(Letter.part != "")} == {"Plh. Ketua,"}


def test_only_the_secretary_legalises(office: SmallOffice) -> None:
    case_id = signed(office)
    issue_papers(office.at("ratna"), case_id)
    with pytest.raises(MoveNotYours):
        move_case(office.at("mira"), MoveOrder(case_id, "legalisasi"))


@pytest.mark.parametrize("after", [False, True], ids=["before the sheets", "after the sheets"])
def test_a_letter_taken_back_is_prepared_again_and_every_number_keeps_its_place(
    office: SmallOffice, *, after: bool
) -> None:
    case_id = signed(office)
    if after:
        issue_papers(office.at("ratna"), case_id)
    with office.store.read() as session:
        letter = session.query(Letter).filter(Letter.part == "", Letter.state == "signed").one()
    void_letter(office.at("ratna"), letter.id, "Angka dikoreksi")
    assert at(office, case_id).step == "menyiapkan"
    answer(office, case_id)
    papers = issue_papers(office.at("ratna"), case_id)
    move_case(office.at("hendra"), MoveOrder(case_id, "legalisasi"))
    hand_over(office.at("rahma"), case_id, TAKEN)
    with office.store.read() as session:
        assert session.query(Letter).filter_by(state="void").count() == (4 if after else 1)
    assert [one.split("/")[0] for one in papers.numbers] == (["6", "7", "8"] if after else ["3", "4", "5"])
    check(office)


def test_figures_once_prepared_stay_as_they_were_whatever_is_corrected_later(office: SmallOffice) -> None:
    election = votes_kept(office)
    case_id = prepared_by(office)
    entry = sheets(office, case_id)
    write_entry(office.at("dewi"), MoveOrder(case_id, "siapkan"), entry)
    other = (*LINES[:6], replace(LINES[6], votes=76), replace(LINES[7], votes=376))
    keep_figures(office.at("mira"), election, other, LINES)
    with office.store.read() as session:
        kept = entries.latest(session, case_id)["perolehan"]
    assert kept["districts"][1]["candidates"][0]["votes"] == 75
    with pytest.raises(ProblemsError, match="sudah dikoreksi"):
        write_entry(office.at("dewi"), MoveOrder(case_id, "siapkan"), entry)
    assert sheets(office, case_id).districts[1].whole == 376
