"""An internship from the letter to numbered certificates, and one that is not accepted (S5)."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desk.actions.cases import IntakeOrder, Opened, open_case
from desk.actions.decisions import decide
from desk.actions.delivery import HandOver, hand_over
from desk.actions.entries import write_entry
from desk.actions.errors import NotAllowedError, ProblemsError, StaleError
from desk.actions.issuing import issue_papers
from desk.actions.letters import LetterText, give_paraf, save_letter, sign_letter, submit_letter
from desk.actions.steps import MoveOrder, move_case
from desk.models import Case, CaseEntry, Delivery, Letter
from desk.queries import entries
from desk.rules.workflow import MoveNotYours, MoveUnknown
from desk.services.answering import DecisionDraft
from desk.services.magang_places import STATEMENT, Place, Placement, Report, Result
from tests.office import SmallOffice
from tests.services.test_magang import FIRST, LAST, REQUEST

PLACED = Placement(
    (
        Place("Ayu Pratiwi", "E1A021045", "Ilmu Hukum", "hukum", FIRST, LAST),
        Place("Bagus Saputra", "E1A021046", "Ilmu Politik", "teknis", FIRST, LAST),
    ),
    "Syahrul Anwar",
)
REPORTED = Report(date(2026, 8, 31), (Result("Ayu Pratiwi", True), Result("Bagus Saputra", False, STATEMENT)))
TAKEN = HandOver(receiver="Dr. Suhartini", signed_on_paper=True)


def asked(office: SmallOffice, **changes: Any) -> Opened:
    """The letter of the university is registered and lies with the Kasubag."""
    opened = open_case(office.at("rahma"), IntakeOrder("magang", replace(REQUEST, **changes)))
    move_case(office.at("rahma"), MoveOrder(opened.case_id, "teruskan"))
    return opened


def answered(office: SmallOffice, decision: DecisionDraft, kind: str, **changes: Any) -> Opened:
    """Decided, answered by letter, signed and handed over."""
    opened = asked(office, **changes)
    case_id, head = opened.case_id, office.at("syahrul")
    decide(head, case_id, decision)
    save_letter(head, case_id, LetterText(kind, "Magang", "Universitas Lestari", "Isi surat.", "sekretaris"))
    submit_letter(head, case_id)
    give_paraf(head, case_id)
    give_paraf(office.at("hendra"), case_id)
    sign_letter(office.at("hendra"), case_id)
    hand_over(office.at("rahma"), case_id, TAKEN)
    return opened


def accepted(office: SmallOffice, **changes: Any) -> str:
    """Accepted, and the letter handed over."""
    return answered(office, DecisionDraft("disetujui"), "persetujuan_magang", **changes).case_id


def at(office: SmallOffice, case_id: str) -> Case:
    """The case as it stands."""
    with office.store.read() as session:
        case = session.get(Case, case_id)
    assert case is not None
    return case


def test_an_accepted_internship_ends_with_numbered_papers_handed_over(office: SmallOffice) -> None:
    case_id = accepted(office)
    assert at(office, case_id).step == "penempatan"
    head, signer = office.at("syahrul"), office.at("hendra")
    write_entry(head, MoveOrder(case_id, "tempatkan", "penempatan"), PLACED)
    write_entry(head, MoveOrder(case_id, "terima_laporan", "berjalan"), REPORTED)
    issued = issue_papers(signer, case_id, "sertifikat")
    hand_over(office.at("rahma"), case_id, TAKEN)
    assert at(office, case_id).closed_at is not None
    with office.store.read() as session:
        letters = session.query(Letter).filter(Letter.part != "").order_by(Letter.number).all()
        assert [(one.part, one.kind, one.number) for one in letters] == [
            ("Ayu Pratiwi", "sertifikat_magang", "2/SDM.04.3-SD/5299/2026"),
            ("Bagus Saputra", "keterangan_magang", "3/SDM.04.3-SD/5299/2026"),
        ]
        assert {one.position for one in letters} == {"Sekretaris,"}
        assert session.query(Delivery).filter_by(case_id=case_id).count() == 2
    assert issued.numbers == ("2/SDM.04.3-SD/5299/2026", "3/SDM.04.3-SD/5299/2026")


def test_one_not_accepted_ends_with_its_letter(office: SmallOffice) -> None:
    refused = DecisionDraft("belum_disetujui", reason="Semua bagian penuh.")
    opened = answered(office, refused, "belum_disetujui_magang")
    assert (at(office, opened.case_id).step, at(office, opened.case_id).decision) == (
        "arsip",
        "belum_disetujui",
    )


def test_an_acceptance_cannot_go_out_on_the_other_paper(office: SmallOffice) -> None:
    opened, head = asked(office), office.at("syahrul")
    decide(head, opened.case_id, DecisionDraft("disetujui"))
    words = LetterText("belum_disetujui_magang", "Magang", "Universitas", "Isi.", "sekretaris")
    save_letter(head, opened.case_id, words)
    with pytest.raises(ProblemsError, match="tidak sesuai dengan keputusan"):
        submit_letter(head, opened.case_id)


def test_a_full_section_keeps_the_case_where_it_is(office: SmallOffice) -> None:
    crowd = Placement(tuple(Place(f"Orang {n}", section="hukum", starts=FIRST, ends=LAST) for n in range(4)))
    first, second, head = accepted(office), accepted(office), office.at("syahrul")
    write_entry(head, MoveOrder(first, "tempatkan"), crowd)
    with pytest.raises(ProblemsError, match="hanya menerima 4 peserta"):
        write_entry(head, MoveOrder(second, "tempatkan"), PLACED)
    assert at(office, second).step == "penempatan"
    with office.store.read() as session:
        assert session.query(CaseEntry).filter_by(case_id=second).count() == 0


def test_a_changed_placement_is_the_one_that_holds(office: SmallOffice) -> None:
    case_id, head = accepted(office), office.at("syahrul")
    write_entry(head, MoveOrder(case_id, "tempatkan"), PLACED)
    write_entry(head, MoveOrder(case_id, "pindahkan"), replace(PLACED, mentor="Mira Anggraini"))
    assert at(office, case_id).step == "berjalan"
    with office.store.read() as session:
        assert entries.latest(session, case_id)["penempatan"]["mentor"] == "Mira Anggraini"


def test_an_entry_is_for_whoever_the_flow_says_and_no_bare_move_passes_it(office: SmallOffice) -> None:
    case_id = accepted(office)
    with pytest.raises(MoveNotYours):
        write_entry(office.at("rahma"), MoveOrder(case_id, "tempatkan"), PLACED)
    with pytest.raises(MoveUnknown, match="lembarnya sendiri"):
        move_case(office.at("syahrul"), MoveOrder(case_id, "tempatkan"))
    with pytest.raises(MoveUnknown, match="tidak ada catatan"):
        write_entry(office.at("syahrul"), MoveOrder(case_id, "terima_laporan"), REPORTED)
    with pytest.raises(StaleError):
        write_entry(office.at("syahrul"), MoveOrder(case_id, "tempatkan", "berjalan"), PLACED)


def test_certificates_are_signed_by_who_signs_and_only_when_there_are_some(office: SmallOffice) -> None:
    case_id, head = accepted(office), office.at("syahrul")
    write_entry(head, MoveOrder(case_id, "tempatkan"), PLACED)
    write_entry(head, MoveOrder(case_id, "terima_laporan"), REPORTED)
    with pytest.raises(NotAllowedError):
        issue_papers(office.at("ratna"), case_id)
    with pytest.raises(MoveUnknown):
        issue_papers(office.at("hendra"), asked(office).case_id)
