"""Requests for data in an office of a province: by letter, by e-PPID, in person; given or refused (S8)."""

from pathlib import Path
from typing import Any

import pytest

from desk.actions.cases import IntakeOrder, Opened, open_case
from desk.actions.decisions import decide
from desk.actions.delivery import HandOver, hand_over
from desk.actions.dispositions import DispositionDraft, dispose
from desk.actions.errors import ProblemsError
from desk.actions.letters import LetterText, give_paraf, save_letter, sign_letter, submit_letter
from desk.actions.steps import MoveOrder, move_case
from desk.papers.shelf import PaperShelf
from desk.queries import deliveries, history
from desk.services.answering import DecisionDraft
from desk.services.data_informasi import EXEMPT, GRANTED
from tests.actions.test_consultations import at, province
from tests.documents.reading import text
from tests.office import SmallOffice
from tests.services.test_data_informasi import COMES, ELECTRONIC, REFUSED, WRITES

__all__ = ["province"]
TAKEN = HandOver(receiver="Dr. Yuliana", signed_on_paper=True)


def disposed(office: SmallOffice, draft: Any, login: str, to: str) -> str:
    """Registered, passed through Sekretaris and Ketua to a section."""
    opened: Opened = open_case(office.at(login), IntakeOrder("data_informasi", draft))
    case_id = opened.case_id
    move_case(office.at(login), MoveOrder(case_id, "teruskan"))
    up = DispositionDraft("sekretaris", "teruskan_ketua", "ketua", advice="Data tersedia")
    dispose(office.at("hendra"), case_id, up)
    dispose(office.at("ratna"), case_id, DispositionDraft("ketua", "disposisikan", to, phrases=("Layani",)))
    return case_id


def signed(office: SmallOffice, case_id: str, login: str, kind: str) -> None:
    """Written by the section, checked by Kasubag, Kabag and Sekretaris, signed by the Ketua."""
    words = LetterText(kind, "Jawaban", "Universitas Timor", "Isi surat.", "ketua")
    save_letter(office.at(login), case_id, words)
    submit_letter(office.at(login), case_id)
    for one in ("mira", "yosef", "hendra"):
        give_paraf(office.at(one), case_id)
    sign_letter(office.at("ratna"), case_id)


def test_a_letter_is_analysed_by_the_kabag_and_answered(province: SmallOffice) -> None:
    case_id = disposed(province, WRITES, "wulan", "kabag_teknis_hukum")
    decide(province.at("yosef"), case_id, DecisionDraft(GRANTED, form="soft"))
    signed(province, case_id, "yosef", "surat_jawaban")
    hand_over(province.at("rahma"), case_id, TAKEN)
    assert at(province, case_id) == ("arsip", None, True)


def test_a_refusal_goes_out_on_its_own_letter_with_its_law(province: SmallOffice) -> None:
    case_id = disposed(province, COMES, "rahma", "kasubag_data")
    with pytest.raises(ProblemsError):
        decide(province.at("lina"), case_id, DecisionDraft(EXEMPT))
    decide(province.at("lina"), case_id, REFUSED)
    with pytest.raises(ProblemsError, match="tidak sesuai dengan keputusan"):
        signed(province, case_id, "lina", "surat_jawaban")
    signed(province, case_id, "lina", "surat_penolakan")
    (letter,) = province.at("rahma").ask(history.letters, case_id)
    hand_over(province.at("rahma"), case_id, TAKEN)
    assert at(province, case_id) == ("arsip", None, True)
    shelf = PaperShelf(province.store, province.standards, province.clock, province.at("rahma").actor)
    paper = shelf.paper("surat_penolakan", letter.id)
    shown = " ".join(text(paper.pdf).split())
    assert paper.title.startswith("Surat Penolakan")
    right = "mengajukan keberatan secara tertulis kepada Atasan PPID dalam waktu tiga puluh (30) hari kerja"
    for words in ("Isi surat.", right, "Universitas Timor", "Ratna Maharani", letter.number):
        assert words in shown


def test_who_comes_is_served_in_the_service_room_by_who_was_assigned(province: SmallOffice) -> None:
    case_id = disposed(province, COMES, "rahma", "kabag_data")
    decide(province.at("ana"), case_id, DecisionDraft(GRANTED, to_role="staf", form="hard"))
    assert at(province, case_id)[:2] == ("pelayanan", "staf")
    hand_over(province.at("agus"), case_id, TAKEN)
    assert at(province, case_id) == ("arsip", None, True)
    (row,) = province.at("rahma").ask(deliveries.of_case, case_id)
    assert (row.by, row.letter_id) == ("Agus Salim", None)


def test_the_section_may_serve_by_itself(province: SmallOffice) -> None:
    case_id = disposed(province, COMES, "rahma", "kasubag_data")
    decide(province.at("lina"), case_id, DecisionDraft(GRANTED))
    assert at(province, case_id)[:2] == ("pelayanan", "kasubag_data")
    hand_over(province.at("lina"), case_id, TAKEN)
    assert at(province, case_id)[2]


def test_eppid_goes_from_its_operator_to_the_ppid(province: SmallOffice) -> None:
    opened = open_case(province.at("tina"), IntakeOrder("data_informasi", ELECTRONIC))
    case_id = opened.case_id
    move_case(province.at("tina"), MoveOrder(case_id, "konfirmasi"))
    decide(province.at("putri"), case_id, DecisionDraft(GRANTED, to_role="kasubag_data"))
    signed(province, case_id, "lina", "surat_jawaban")
    hand_over(province.at("rahma"), case_id, TAKEN)
    assert at(province, case_id) == ("arsip", None, True)


def test_its_number_is_of_its_own_register(province: SmallOffice, tmp_path: Path) -> None:
    opened = open_case(province.at("rahma"), IntakeOrder("data_informasi", COMES))
    assert opened.number.startswith("001/DI/")
