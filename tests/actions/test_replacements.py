"""A replacement in the council from the letter of its leaders to the link of its publication (S2)."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desk.actions.cases import IntakeOrder, open_case, update_checklist
from desk.actions.delivery import HandOver, hand_over
from desk.actions.dispositions import DispositionDraft, dispose
from desk.actions.entries import begin_ground, write_entry
from desk.actions.errors import ProblemsError
from desk.actions.letters import (
    LetterText,
    give_paraf,
    return_letter,
    save_letter,
    sign_letter,
    submit_letter,
    void_letter,
)
from desk.actions.steps import MoveOrder, move_case
from desk.actions.votes import ElectionDraft, keep_election, keep_figures
from desk.models import Case, Decision, Letter
from desk.queries import entries
from desk.queries.casefile import limit_state
from desk.rules.workflow import MoveNotYours, MoveUnknown
from desk.services.paw import ENTRIES
from desk.services.paw_candidates import Ranking
from desk.services.paw_plenary import Publication
from desk.services.paw_ranks import NAMED, STATUS
from desk.services.paw_verification import Clarification, Proposal
from tests.invariants import check
from tests.office import SmallOffice
from tests.services.test_paw import ELECTION, LINES, NEXT, REQUEST, marked

TAKEN = HandOver(receiver="Hasan Basri", signed_on_paper=True)
CLARIFIED = Clarification(
    "Keabsahan akta kematian", "Dinas Dukcapil", date(2026, 3, 16), "pertemuan", "Akta dinyatakan benar."
)
LINK = Publication("https://publikasipaw.kpu.go.id/tanjung-lestari/1", date(2026, 3, 13))
PASSED = {"n2": ("meninggal", "akta 12"), "n4": ("mengundurkan_diri", "surat 3")}


def votes_kept(office: SmallOffice) -> str:
    """The election with its figures."""
    election = keep_election(office.at("mira"), ElectionDraft(ELECTION.name, ELECTION.day))
    keep_figures(office.at("mira"), election, LINES, ())
    return election


def verifying(office: SmallOffice, **changes: Any) -> str:
    """The letter went by Sekretaris and Ketua; the Kasubag verifies."""
    case_id = open_case(office.at("rahma"), IntakeOrder("paw", replace(REQUEST, **changes))).case_id
    move_case(office.at("rahma"), MoveOrder(case_id, "teruskan"))
    up = DispositionDraft("sekretaris", "teruskan_ketua", "ketua", advice="Mohon arahan.")
    dispose(office.at("hendra"), case_id, up)
    down = DispositionDraft("ketua", "disposisikan", "kasubag_teknis", instruction="Verifikasi.")
    dispose(office.at("ratna"), case_id, down)
    return case_id


def begun(office: SmallOffice, login: str, case_id: str, kind: str, decision: str = "") -> Any:
    """An entry as its sheet begins."""
    place = office.at(login)
    return ENTRIES[kind].begin(place.ask(begin_ground, case_id, kind, decision, place.now()))


def sound(office: SmallOffice, case_id: str, login: str = "mira") -> None:
    """Every document is complete, correct and valid."""
    entry = begun(office, login, case_id, "verifikasi")
    documents = tuple(replace(one, complete="ya", correct="ya", valid="ya") for one in entry.documents)
    write_entry(office.at(login), MoveOrder(case_id, "catat_verifikasi"), replace(entry, documents=documents))


def rank(office: SmallOffice, case_id: str, **standings: tuple[str, str]) -> Ranking:
    """The candidates with these standings."""
    entry = marked(begun(office, "mira", case_id, "calon"), **standings)
    write_entry(office.at("mira"), MoveOrder(case_id, "urutkan_calon"), entry)
    return entry


def verified(office: SmallOffice, **changes: Any) -> str:
    """Verified, two passed over, Citra Dewi proposed; Ketua Divisi Teknis prepares the plenary."""
    case_id = verifying(office, **changes)
    sound(office, case_id)
    rank(office, case_id, **PASSED)
    write_entry(office.at("mira"), MoveOrder(case_id, "selesai_verifikasi"), Proposal(NAMED))
    return case_id


def plenary(office: SmallOffice, case_id: str, decision: str = NAMED, number: str = "12/BA/2026") -> None:
    """The plenary is held."""
    head, verb = office.at("dewi"), {NAMED: "tetapkan_calon", STATUS: "tetapkan_status"}[decision]
    if at(office, case_id).step == "menyiapkan":
        move_case(head, MoveOrder(case_id, "ajukan_pleno"))
    entry = begun(office, "dewi", case_id, "pleno", decision)
    write_entry(head, MoveOrder(case_id, verb), replace(entry, number=number, held_on=date(2026, 3, 13)))


def letter(**changes: Any) -> LetterText:
    """The answer."""
    body = "Calon pengganti antarwaktu adalah Citra Dewi."
    text = LetterText("jawaban_paw", "Jawaban", "Pimpinan DPRD", body, "ketua")
    return replace(text, **({"copies_to": ("Pimpinan Partai Lestari",)} | changes))


def signed(office: SmallOffice, case_id: str, **changes: Any) -> None:
    """Answered, controlled by every stage, signed."""
    save_letter(office.at("mira"), case_id, letter(**changes))
    submit_letter(office.at("mira"), case_id)
    for login in ("mira", "hendra", "dewi", "ratna", "dewi"):
        give_paraf(office.at(login), case_id)
    sign_letter(office.at("ratna"), case_id)


def at(office: SmallOffice, case_id: str) -> Case:
    """The case as it stands."""
    with office.store.read() as session:
        case = session.get(Case, case_id)
    assert case is not None
    return case


def test_a_candidate_is_named_with_one_passed_over_and_the_link_closes_the_case(office: SmallOffice) -> None:
    votes_kept(office)
    case_id = verified(office)
    plenary(office, case_id)
    signed(office, case_id)
    hand_over(office.at("rahma"), case_id, TAKEN)
    assert (at(office, case_id).step, at(office, case_id).closed_at) == ("publikasi", None)
    write_entry(office.at("mira"), MoveOrder(case_id, "catat_publikasi"), LINK)
    assert (at(office, case_id).step, at(office, case_id).decision) == ("arsip", NAMED)
    with office.store.read() as session:
        (answer,) = session.query(Letter).filter_by(case_id=case_id).all()
        assert (answer.kind, answer.position, answer.number.split("/")[0]) == ("jawaban_paw", "Ketua,", "1")
        assert [one.kind for one in session.query(Decision).filter_by(case_id=case_id)] == [NAMED]
        assert entries.latest(session, case_id)["publikasi"]["link"] == LINK.link
    check(office)


def test_an_answer_on_the_legal_status_ends_without_a_publication(office: SmallOffice) -> None:
    case_id = verifying(office)
    sound(office, case_id)
    status = Proposal(STATUS, "Gugatan anggota masih diperiksa pengadilan.")
    write_entry(office.at("mira"), MoveOrder(case_id, "selesai_verifikasi"), status)
    plenary(office, case_id, STATUS)
    signed(office, case_id, body="Penggantian menunggu putusan pengadilan.")
    hand_over(office.at("rahma"), case_id, TAKEN)
    assert (at(office, case_id).step, at(office, case_id).decision) == ("arsip", STATUS)


# the clock


def test_it_is_promised_within_five_working_days_and_the_clock_stands_while_something_is_clarified(
    office: SmallOffice,
) -> None:
    votes_kept(office)
    case_id = verifying(office)
    assert str(at(office, case_id).due) == "2026-03-27"  # holidays from the 18th to the 24th
    why = "Keabsahan akta kematian"
    move_case(office.at("mira"), MoveOrder(case_id, "klarifikasi", reason=why))
    assert (at(office, case_id).due, at(office, case_id).holder) == (None, "kasubag_teknis")
    office.clock.pass_(days=4)
    write_entry(office.at("mira"), MoveOrder(case_id, "selesai_klarifikasi"), CLARIFIED)
    case = at(office, case_id)
    assert (case.step, case.holder, str(case.due)) == ("verifikasi", "kasubag_teknis", "2026-03-31")
    with office.store.read() as session:
        counted = limit_state(session, office.standards, case_id).due
    assert counted is not None
    assert counted.stopped_days == 2
    assert any(why in one.why for one in counted.days)


def test_a_clarification_ends_with_what_came_of_it_only(office: SmallOffice) -> None:
    case_id = verifying(office)
    move_case(office.at("mira"), MoveOrder(case_id, "klarifikasi", reason="Akta"))
    with pytest.raises(MoveUnknown, match="lembarnya sendiri"):
        move_case(office.at("mira"), MoveOrder(case_id, "selesai_klarifikasi"))
    with pytest.raises(ProblemsError, match="Isi hasil klarifikasi"):
        write_entry(
            office.at("mira"), MoveOrder(case_id, "selesai_klarifikasi"), replace(CLARIFIED, result="")
        )
    update_checklist(office.at("rahma"), case_id, {"kematian": False})
    update_checklist(office.at("rahma"), case_id, {"kematian": True})
    assert at(office, case_id).step == "klarifikasi"  # papers that came do not end it
    with pytest.raises(MoveNotYours):
        write_entry(office.at("dewi"), MoveOrder(case_id, "selesai_klarifikasi"), CLARIFIED)


def test_a_paper_that_turns_out_to_lack_starts_no_clarification_by_itself(office: SmallOffice) -> None:
    case_id = verifying(office)
    assert update_checklist(office.at("rahma"), case_id, {"kematian": False})
    assert at(office, case_id).step == "verifikasi"


def test_a_request_without_its_documents_waits_for_the_leaders(office: SmallOffice) -> None:
    lacking = replace(REQUEST, ticked=("surat", "permintaan"))
    opened = open_case(office.at("rahma"), IntakeOrder("paw", lacking))
    assert opened.missing == ("Akta kematian atau surat keterangan kematian",)
    assert (opened.step, opened.due) == ("menunggu_pemohon", None)
    update_checklist(office.at("rahma"), opened.case_id, {"kematian": True})
    assert at(office, opened.case_id).step == "registrasi"


# what holds it back


def test_nobody_is_proposed_past_one_in_question(office: SmallOffice) -> None:
    votes_kept(office)
    case_id = verifying(office)
    sound(office, case_id)
    rank(office, case_id, n2=("klarifikasi", "Ijazah"))
    order = MoveOrder(case_id, "selesai_verifikasi")
    with pytest.raises(ProblemsError, match="sedang diklarifikasi: calon sesudahnya belum dapat diusulkan"):
        write_entry(office.at("mira"), order, Proposal(NAMED))
    rank(office, case_id, n2=("tersedia", ""))
    write_entry(office.at("mira"), order, Proposal(NAMED))
    assert at(office, case_id).step == "menyiapkan"


def test_figures_corrected_before_the_plenary_send_back_to_the_list(office: SmallOffice) -> None:
    election = votes_kept(office)
    case_id = verified(office)
    lines = tuple(replace(one, votes=one.votes + (one.number == 4) + one.total) for one in LINES)
    keep_figures(office.at("mira"), election, lines, LINES)
    with pytest.raises(ProblemsError, match="sudah dikoreksi: urutkan calon lagi"):
        plenary(office, case_id)


def test_who_was_named_before_is_seated_when_the_next_member_leaves(office: SmallOffice) -> None:
    votes_kept(office)
    first = verified(office)
    withdrawn = verified(office)
    plenary(office, withdrawn, number="13/BA/2026")
    move_case(office.at("rahma"), MoveOrder(withdrawn, "cabut", reason="Ditarik DPRD"))
    second = verifying(office, member="Citra Dewi")
    assert begun(office, "mira", second, "calon").candidates[0].standing == "menjabat"
    plenary(office, first)
    standing = {one.number: one.standing for one in begun(office, "mira", second, "calon").candidates}
    assert standing == {1: "tidak_memenuhi_syarat", 2: "tersedia", 3: "berhenti", 4: "tersedia"}


def test_equal_votes_are_decided_with_a_reason(office: SmallOffice) -> None:
    votes_kept(office)
    case_id = verifying(office)
    sound(office, case_id)
    entry = rank(office, case_id, n2=("meninggal", "akta 12"))
    order = MoveOrder(case_id, "selesai_verifikasi")
    with pytest.raises(ProblemsError, match="sama-sama memperoleh 310 suara"):
        write_entry(office.at("mira"), order, Proposal(NAMED))
    with pytest.raises(ProblemsError, match="Isi dasar pilihan"):
        write_entry(office.at("mira"), MoveOrder(case_id, "urutkan_calon"), replace(entry, chosen=4))
    settled = replace(entry, chosen=4, why="Unggul di lima desa")
    write_entry(office.at("mira"), MoveOrder(case_id, "urutkan_calon"), settled)
    write_entry(office.at("mira"), order, Proposal(NAMED))
    plenary(office, case_id)
    with office.store.read() as session:
        assert "Dodi Hartono" in entries.latest(session, case_id)["pleno"]["ruling"]


def test_the_list_is_typed_where_no_votes_are_kept(office: SmallOffice) -> None:
    case_id = verifying(office)
    empty = begun(office, "mira", case_id, "calon")
    with pytest.raises(ProblemsError, match="halaman Perolehan suara"):
        write_entry(office.at("mira"), MoveOrder(case_id, "urutkan_calon"), empty)
    typed = replace(empty, candidates=NEXT.candidates)
    write_entry(office.at("mira"), MoveOrder(case_id, "urutkan_calon"), typed)
    with office.store.read() as session:
        assert entries.latest(session, case_id)["calon"]["election"] == ""


def test_a_letter_must_name_the_candidate_and_go_to_the_party_as_well(office: SmallOffice) -> None:
    votes_kept(office)
    case_id = verified(office)
    plenary(office, case_id)
    for text, words in (
        (letter(copies_to=()), "tembusan kepada partai"),
        (letter(body="Calonnya Bambang Wijaya."), "belum menyebut calon"),
    ):
        save_letter(office.at("mira"), case_id, text)
        with pytest.raises(ProblemsError, match=words):
            submit_letter(office.at("mira"), case_id)


def test_a_letter_returned_with_corrections_is_mended_without_another_plenary(office: SmallOffice) -> None:
    votes_kept(office)
    case_id = verified(office)
    plenary(office, case_id)
    save_letter(office.at("mira"), case_id, letter())
    submit_letter(office.at("mira"), case_id)
    return_letter(office.at("mira"), case_id, "Perbaiki perihal.")
    assert at(office, case_id).step == "naskah"
    signed(office, case_id)
    with office.store.read() as session:
        answer = session.query(Letter).filter_by(case_id=case_id).one()
    void_letter(office.at("ratna"), answer.id, "Nama salah tulis")
    assert at(office, case_id).step == "naskah"


def test_a_plenary_that_wants_more_sends_back_and_is_held_anew(office: SmallOffice) -> None:
    votes_kept(office)
    case_id = verified(office)
    move_case(office.at("dewi"), MoveOrder(case_id, "ajukan_pleno"))
    move_case(office.at("dewi"), MoveOrder(case_id, "kembalikan", reason="Periksa akta."))
    assert (at(office, case_id).step, at(office, case_id).holder) == ("verifikasi", "kasubag_teknis")
    write_entry(office.at("mira"), MoveOrder(case_id, "selesai_verifikasi"), Proposal(NAMED))
    plenary(office, case_id)
    move_case(office.at("mira"), MoveOrder(case_id, "pleno_ulang", reason="Keputusan keliru."))
    plenary(office, case_id, number="13/BA/2026")
    with office.store.read() as session:
        assert entries.latest(session, case_id)["pleno"]["number"] == "13/BA/2026"


def test_staff_given_the_verification_keep_it_while_they_write(office: SmallOffice) -> None:
    case_id = verifying(office)
    staff = office.founded.staff["agus"]
    move_case(office.at("mira"), MoveOrder(case_id, "serahkan_staf", assignee_id=staff))
    sound(office, case_id, "agus")
    assert (at(office, case_id).holder, at(office, case_id).assignee_id) == ("staf", staff)
