"""Voter data from the form to every end of its flow (S6)."""

from dataclasses import replace
from datetime import date

import pytest

from desk.actions.calendar import close_day
from desk.actions.cases import IntakeOrder, Opened, open_case, update_checklist
from desk.actions.decisions import decide
from desk.actions.delivery import Delivered, HandOver, hand_over
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
from desk.models import Case, Decision, Delivery, Letter
from desk.queries import cases, entries
from desk.queries.case_filter import work_filter
from desk.rules.calendar import DayKind
from desk.rules.deadlines import Pressure
from desk.rules.workflow import MoveNotReady, MoveNotYours
from desk.services.answering import DecisionDraft
from desk.services.data_pemilih import Check, DataPemilihDraft, Found, Wanted
from desk.services.voter_promises import Notice, Told
from desk.services.voter_recap import District
from desk.services.voter_recap import Recap as VoterRecap
from tests.office import SmallOffice
from tests.services.test_data_pemilih import CHECK, PROMISED, RECAP, REFUSED, UNTIL

TAKEN = HandOver(receiver="Siti Rohani", signed_on_paper=True)
FOUND = Check(Found.WRONG, "TPS 3 Desa Muara Indah, Kecamatan Tanjung Baru", "Alamat masih yang lama")
SUMS = VoterRecap(
    "DPB semester pertama 2026",
    date(2026, 3, 2),
    (District("Muara Indah", 10250, 10310), District("Tanjung Baru", 9800, 9750)),
)
TOLD = Notice(
    "Alamat sudah diperbaiki.", tuple(Told(one.name, one.channel, UNTIL) for one in PROMISED.people)
)
WORDS = LetterText("surat_jawaban", "Data pemilih", "Forum Warga Lestari", "Isi surat.", "sekretaris")
CHAIN = ("lina", "hendra", "ratna", "dewi")


def asked(office: SmallOffice, draft: DataPemilihDraft = CHECK) -> str:
    """A request whose documents were checked, at its follow-up."""
    opened = taken_in(office, draft)
    move_case(office.at("rahma"), MoveOrder(opened.case_id, "teruskan"))
    return opened.case_id


def taken_in(office: SmallOffice, draft: DataPemilihDraft) -> Opened:
    return open_case(office.at("rahma"), IntakeOrder("data_pemilih", draft))


def checked(office: SmallOffice) -> str:
    """Somebody's own entry was looked up; the result waits to be given."""
    case_id = asked(office)
    write_entry(office.at("rahma"), MoveOrder(case_id, "catat_hasil", "tindak_lanjut"), FOUND)
    return case_id


def given(office: SmallOffice, case_id: str) -> Delivered:
    return hand_over(office.at("rahma"), case_id, TAKEN)


def signed(office: SmallOffice, case_id: str, words: LetterText) -> None:
    """A letter through its whole control, up to the signature."""
    save_letter(office.at("lina"), case_id, words)
    submit_letter(office.at("lina"), case_id)
    for login in CHAIN:
        give_paraf(office.at(login), case_id)
    sign_letter(office.at("hendra"), case_id)


def recapped(office: SmallOffice) -> str:
    """A recap asked for, imported, answered by a signed letter."""
    case_id = asked(office, RECAP)
    write_entry(office.at("lina"), MoveOrder(case_id, "impor_rekapitulasi"), SUMS)
    signed(office, case_id, replace(WORDS, kind="rekapitulasi_pemilih"))
    return case_id


def at(office: SmallOffice, case_id: str) -> Case:
    with office.store.read() as session:
        case = session.get(Case, case_id)
    assert case is not None
    return case


def test_an_entry_looked_up_at_the_counter_is_given_with_its_row_in_the_ekspedisi_book(
    office: SmallOffice,
) -> None:
    case_id = checked(office)
    assert (at(office, case_id).step, at(office, case_id).decision) == ("pemberian", "dikabulkan")
    assert given(office, case_id).stepped.closed
    with office.store.read() as session:
        assert session.query(Decision).filter_by(case_id=case_id).one().form == "see"
        row = session.query(Delivery).filter_by(case_id=case_id).one()
        assert (row.content, row.letter_id) == ("Pengecekan data sendiri", None)


def test_the_form_may_come_before_the_check_of_the_documents(office: SmallOffice) -> None:
    opened = taken_in(office, replace(CHECK, ticked=(), document=""))
    assert (opened.step, len(opened.missing)) == ("menunggu_pemohon", 3)
    with pytest.raises(MoveNotReady, match="Berkas belum lengkap"):
        move_case(office.at("rahma"), MoveOrder(opened.case_id, "lengkapi"))
    update_checklist(office.at("rahma"), opened.case_id, {"identitas": True, "kk": True, "dokumen": True})
    assert at(office, opened.case_id).step == "verifikasi"


@pytest.mark.parametrize(
    ("login", "verb", "end"),
    [("rahma", "tutup_tidak_lengkap", "ditutup_tidak_lengkap"), ("lina", "cabut", "dicabut")],
)
def test_it_may_end_without_an_answer(office: SmallOffice, login: str, verb: str, end: str) -> None:
    opened = taken_in(office, replace(CHECK, ticked=()))
    move_case(office.at(login), MoveOrder(opened.case_id, verb, reason="Pemohon tidak kembali"))
    assert (at(office, opened.case_id).step, bool(at(office, opened.case_id).closed_at)) == (end, True)


def test_what_was_not_asked_for_cannot_be_recorded(office: SmallOffice) -> None:
    check, recap = asked(office), asked(office, RECAP)
    with pytest.raises(MoveNotReady, match="tidak meminta pengecekan"):
        write_entry(office.at("rahma"), MoveOrder(recap, "catat_hasil"), FOUND)
    with pytest.raises(MoveNotReady, match="tidak meminta rekapitulasi"):
        write_entry(office.at("lina"), MoveOrder(check, "impor_rekapitulasi"), SUMS)
    with pytest.raises(MoveNotYours):
        write_entry(office.at("rahma"), MoveOrder(recap, "impor_rekapitulasi"), SUMS)


def test_a_promise_is_followed_until_everybody_was_told(office: SmallOffice) -> None:
    case_id = checked(office)
    write_entry(office.at("rahma"), MoveOrder(case_id, "janjikan"), PROMISED)
    given(office, case_id)
    assert (at(office, case_id).step, at(office, case_id).due) == ("pemantauan", UNTIL)
    with pytest.raises(ProblemsError, match="diberi tahu"):
        write_entry(office.at("lina"), MoveOrder(case_id, "beritahu"), replace(TOLD, people=(Told("A", ""),)))
    write_entry(office.at("lina"), MoveOrder(case_id, "beritahu"), TOLD)
    assert at(office, case_id).step == "arsip"
    with office.store.read() as session:
        kept = entries.latest(session, case_id)
    assert kept["pemberitahuan"]["people"][0] == {
        "name": "Siti Rohani",
        "channel": "whatsapp",
        "on": "2026-03-20",
    }


@pytest.mark.parametrize("login", ["rahma", "lina", "agus"])
def test_a_promise_stands_in_the_work_of_everybody_who_may_keep_it_with_its_day(
    office: SmallOffice, login: str
) -> None:
    promised, plain = checked(office), asked(office)
    write_entry(office.at("rahma"), MoveOrder(promised, "janjikan"), PROMISED)
    given(office, promised)
    place = office.at(login)
    wanted = work_filter(office.standards, date(2026, 3, 23), place.roles, place.actor.staff_id)
    first, *others = place.ask(cases.listed, wanted).rows
    assert (first.id, first.step, first.due, first.pressure) == (
        promised,
        "pemantauan",
        UNTIL,
        Pressure.OVERDUE,
    )
    assert [(one.id, one.due) for one in others] == [(plain, None)]


def test_a_promised_day_stays_when_the_calendar_changes_and_moves_when_it_is_promised_anew(
    office: SmallOffice,
) -> None:
    case_id = checked(office)
    write_entry(office.at("rahma"), MoveOrder(case_id, "janjikan"), PROMISED)
    given(office, case_id)
    close_day(office.at("admin"), date(2026, 3, 18), DayKind.CLOSING, "Kantor tutup")
    assert at(office, case_id).due == UNTIL
    later = replace(PROMISED, until=date(2026, 4, 10))
    write_entry(office.at("rahma"), MoveOrder(case_id, "ubah_janji", "pemantauan"), later)
    assert (at(office, case_id).step, at(office, case_id).due) == ("pemantauan", date(2026, 4, 10))


def test_a_recap_goes_out_by_a_signed_letter(office: SmallOffice) -> None:
    case_id = recapped(office)
    assert at(office, case_id).step == "pemberian"
    given(office, case_id)
    assert at(office, case_id).step == "arsip"
    with office.store.read() as session:
        letter = session.query(Letter).filter_by(case_id=case_id).one()
        assert (letter.kind, letter.number) == ("rekapitulasi_pemilih", "1/PL.02.1-SD/5299/2026")
        assert session.query(Delivery).filter_by(case_id=case_id).one().letter_id == letter.id


def test_a_recap_needs_a_sound_file_and_may_be_replaced_when_the_letter_comes_back(
    office: SmallOffice,
) -> None:
    case_id, head = asked(office, RECAP), office.at("lina")
    with pytest.raises(ProblemsError, match="Impor berkas CSV"):
        write_entry(head, MoveOrder(case_id, "impor_rekapitulasi"), replace(SUMS, districts=()))
    write_entry(head, MoveOrder(case_id, "impor_rekapitulasi"), SUMS)
    save_letter(head, case_id, replace(WORDS, kind="rekapitulasi_pemilih"))
    submit_letter(head, case_id)
    return_letter(head, case_id, "Angka Muara Indah lama")
    assert at(office, case_id).step == "rekapitulasi"
    mended = replace(SUMS, districts=(District("Muara Indah", 1, 2), SUMS.districts[1]))
    write_entry(head, MoveOrder(case_id, "ganti_rekapitulasi"), mended)
    assert at(office, case_id).step == "rekapitulasi"
    with office.store.read() as session:
        assert entries.latest(session, case_id)["rekapitulasi"]["districts"][0]["men"] == 1


def test_exempt_data_is_refused_by_a_letter_through_the_whole_control(office: SmallOffice) -> None:
    case_id = asked(office, replace(RECAP, wanted=Wanted.OTHER, about="Daftar pemilih dengan NIK"))
    head = office.at("lina")
    save_letter(head, case_id, WORDS)
    with pytest.raises(MoveNotReady, match="Keputusan"):
        submit_letter(head, case_id)
    with pytest.raises(ProblemsError, match="dasar hukum"):
        decide(head, case_id, DecisionDraft("ditolak", reason="Rahasia"))
    decide(head, case_id, REFUSED)
    save_letter(head, case_id, replace(WORDS, kind="rekapitulasi_pemilih"))
    with pytest.raises(ProblemsError, match="tidak sesuai dengan keputusan"):
        submit_letter(head, case_id)
    signed(office, case_id, WORDS)
    assert given(office, case_id).stepped.closed
    assert at(office, case_id).decision == "ditolak"


def test_other_open_data_is_given_by_letter(office: SmallOffice) -> None:
    case_id = asked(office, replace(RECAP, wanted=Wanted.OTHER, about="Jumlah TPS per desa"))
    decide(office.at("lina"), case_id, DecisionDraft("dikabulkan"))
    signed(office, case_id, WORDS)
    assert given(office, case_id).stepped.closed


def test_a_letter_comes_back_to_where_it_was_written(office: SmallOffice) -> None:
    case_id = asked(office, replace(RECAP, wanted=Wanted.OTHER, about="Jumlah TPS per desa"))
    head = office.at("lina")
    decide(head, case_id, DecisionDraft("dikabulkan"))
    save_letter(head, case_id, WORDS)
    submit_letter(head, case_id)
    give_paraf(head, case_id)
    return_letter(office.at("hendra"), case_id, "Sebutkan desanya")
    assert at(office, case_id).step == "tindak_lanjut"
