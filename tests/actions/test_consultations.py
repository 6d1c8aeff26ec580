"""A consultation from the counter to its minutes, in an office of a province (S9)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from desk.actions.appointments import keep_appointment
from desk.actions.cases import IntakeOrder, Opened, open_case
from desk.actions.delivery import HandOver, hand_over
from desk.actions.dispositions import DispositionDraft, dispose
from desk.actions.entries import write_entry
from desk.actions.errors import ProblemsError
from desk.actions.letters import LetterText, give_paraf, save_letter, sign_letter, submit_letter
from desk.actions.steps import MoveOrder, move_case
from desk.models import Case
from desk.queries import appointments, entries, history
from desk.rules.workflow import MoveUnknown
from desk.services.appointments import AppointmentDraft
from desk.services.konsultasi_entries import Meeting
from tests.invariants import check
from tests.office import PROVINCE, SmallOffice, open_small_office
from tests.services.test_konsultasi import APPROVED, BRINGS, COMES, HELD, WRITES

BESIDE = Meeting(("kasubag_data",), "Ruang Rapat")


@pytest.fixture
def province(tmp_path: Path) -> Iterator[SmallOffice]:
    """The office of a province under the standard of NTT."""
    office = open_small_office(tmp_path / "ntt", standard="ntt", people=PROVINCE)
    yield office
    check(office)
    office.store.close()


def taken(office: SmallOffice, draft: Any, login: str = "rahma") -> Opened:
    """The front office takes a consultation in."""
    return open_case(office.at(login), IntakeOrder("konsultasi", draft))


def at(office: SmallOffice, case_id: str) -> tuple[str, str | None, bool]:
    """Step, holder, and whether the case is closed."""
    with office.store.read() as session:
        case = session.get(Case, case_id)
        assert case is not None
        return case.step, case.holder, case.closed_at is not None


def answered(office: SmallOffice, case_id: str, login: str) -> None:
    """The letter, its control by Kasubag, Kabag and Sekretaris, signed by the Ketua, handed over."""
    words = LetterText("surat_jawaban", "Jawaban", "Yayasan Suara Timur", "Isi surat.", "ketua")
    save_letter(office.at(login), case_id, words)
    submit_letter(office.at(login), case_id)
    for one in ("mira", "yosef", "hendra"):
        give_paraf(office.at(one), case_id)
    sign_letter(office.at("ratna"), case_id)
    hand_over(office.at("rahma"), case_id, HandOver(receiver="Maria Ndun", signed_on_paper=True))


def test_without_a_letter_it_ends_with_its_minutes(province: SmallOffice) -> None:
    opened = taken(province, COMES)
    order = MoveOrder(opened.case_id, "arahkan", to_role="sekretaris")
    write_entry(province.at("rahma"), order, BESIDE)
    assert at(province, opened.case_id)[:2] == ("konsultasi", "sekretaris")
    with pytest.raises(MoveUnknown, match="lembarnya sendiri"):
        move_case(province.at("hendra"), MoveOrder(opened.case_id, "selesai"))
    with pytest.raises(ProblemsError):
        write_entry(
            province.at("hendra"), MoveOrder(opened.case_id, "selesai"), replace(HELD, accompanied_by=())
        )
    write_entry(province.at("hendra"), MoveOrder(opened.case_id, "selesai"), HELD)
    assert at(province, opened.case_id) == ("arsip", None, True)
    kept = province.at("rahma").ask(entries.of_case, opened.case_id)
    assert [(one.kind, one.by, one.role) for one in kept] == [
        ("pertemuan", "Rahma Widyastuti", "front_office"),
        ("berita_acara", "Hendra Kusuma", "sekretaris"),
    ]


def test_a_delegate_is_noted_with_who_approved(province: SmallOffice) -> None:
    opened = taken(province, COMES)
    order = MoveOrder(opened.case_id, "alihkan", to_role="kabag_data")
    with pytest.raises(ProblemsError):
        write_entry(province.at("rahma"), order, replace(APPROVED, by_name=""))
    write_entry(province.at("rahma"), order, APPROVED)
    assert at(province, opened.case_id)[:2] == ("konsultasi_pejabat", "kabag_data")
    write_entry(province.at("ana"), MoveOrder(opened.case_id, "selesai"), replace(HELD, accompanied_by=()))
    kept = {one.kind: one for one in province.at("rahma").ask(entries.of_case, opened.case_id)}
    assert kept["pengalihan"].data["by_name"] == "Hendra Kusuma"
    assert kept["berita_acara"].role == "kabag_data"


def test_a_member_passes_it_on_and_a_letter_is_answered_by_letter(province: SmallOffice) -> None:
    case_id = taken(province, BRINGS).case_id
    write_entry(province.at("rahma"), MoveOrder(case_id, "arahkan", to_role="anggota"), BESIDE)
    write_entry(province.at("dewi"), MoveOrder(case_id, "alihkan", to_role="kasubag_hukum"), APPROVED)
    done = MoveOrder(case_id, "selesai", to_role="kasubag_data")
    write_entry(province.at("syahrul"), done, replace(HELD, accompanied_by=()))
    assert at(province, case_id)[:2] == ("menyiapkan", "kasubag_data")
    answered(province, case_id, "lina")
    assert at(province, case_id) == ("arsip", None, True)
    (letter,) = province.at("rahma").ask(history.letters, case_id)
    assert (letter.kind, letter.position) == ("surat_jawaban", "Ketua,")


def test_a_written_one_goes_by_disposition_and_is_answered_in_writing(province: SmallOffice) -> None:
    case_id = taken(province, WRITES, "wulan").case_id
    move_case(province.at("wulan"), MoveOrder(case_id, "teruskan"))
    dispose(
        province.at("hendra"),
        case_id,
        DispositionDraft("sekretaris", "teruskan_ketua", "ketua", advice="Bahan tersedia"),
    )
    dispose(
        province.at("ratna"),
        case_id,
        DispositionDraft("ketua", "disposisikan", "kabag_teknis_hukum", phrases=("Siapkan jawaban",)),
    )
    answered(province, case_id, "yosef")
    assert at(province, case_id) == ("arsip", None, True)


def test_a_consultation_withdrawn_cancels_the_meeting_to_come(province: SmallOffice) -> None:
    case_id = taken(province, COMES).case_id
    today = date(2026, 3, 13)
    visit = AppointmentDraft(
        "sekretaris", province.founded.staff["hendra"], "Maria", subject="DPT", case_id=case_id, day=today
    )
    for hour in (8, 10):
        keep_appointment(province.at("rahma"), replace(visit, at=time(hour)))
    move_case(province.at("rahma"), MoveOrder(case_id, "cabut", reason="Berhalangan"))
    rows = province.at("rahma").ask(appointments.of_case, case_id)
    assert [(one.state, one.reason) for one in rows] == [("planned", ""), ("cancelled", "Berhalangan")]
