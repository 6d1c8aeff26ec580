"""Sheets of a replacement on the case page: the ranking follows what is marked, minutes begin filled (S2)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices

from desk.actions.delivery import hand_over
from desk.actions.entries import write_entry
from desk.actions.steps import MoveOrder, move_case
from desk.queries import entries
from desk.services.paw_ranks import NAMED
from desk.services.paw_verification import Proposal
from desk.ui.screens.case.entry_sheet import EntrySheet
from desk.ui.screens.case.papers import case_papers
from tests.actions.test_replacements import (
    CLARIFIED,
    PASSED,
    TAKEN,
    plenary,
    rank,
    signed,
    sound,
    verified,
    verifying,
    votes_kept,
)
from tests.ui.clipping import clipped_texts


def sheet_of(driver) -> EntrySheet:
    sheet = driver.shell.drawer
    assert isinstance(sheet, EntrySheet)
    return sheet


@pytest.fixture
def ranking(office, sit):
    """The Kasubag with the list of candidates open, votes kept."""
    votes_kept(office)
    mira = sit("mira").open(verifying(office))
    mira.go("Urutkan calon pengganti…")
    return mira


def shows(driver, words: str) -> None:
    """The tab Ringkasan comes to say that."""
    driver.bot.waitUntil(lambda: words in driver.words(driver.page.overview))


def cell(driver, grid, row: int, column: int, keys: str) -> None:
    """Into a cell of a grid; in one with choices the first letter chooses."""
    grid.grid.setFocus()
    grid.grid.setCurrentCell(row, column)
    for key in (keys[:1], keys[1:]):
        if key:
            driver.shell.type(key)
    driver.press(Qt.Key.Key_Return)
    driver.settle()


def test_the_votes_that_are_kept_are_there_with_who_is_next(ranking):
    part = sheet_of(ranking).form.part
    assert part.kept.value()[:2] == (
        ("1", "Ayu Pratiwi", "850", "berhenti", ""),
        ("2", "Bambang Wijaya", "400", "tersedia", ""),
    )
    assert part.verdict.text.text() == "Berikutnya: nomor urut 2, Bambang Wijaya (400 suara)."
    assert part.chosen.isHidden()


def test_the_verdict_follows_what_is_marked_and_equal_votes_ask_for_a_choice(ranking, office):
    part = sheet_of(ranking).form.part
    cell(ranking, part.kept, 1, 3, "M")
    assert "sama-sama memperoleh 310 suara" in part.verdict.text.text()
    assert not part.chosen.isHidden()
    ranking.confirm()
    assert part.kept.problem() == "Bambang Wijaya: isi alasannya."
    cell(ranking, part.kept, 1, 4, "akta 12")
    ranking.pick(part.chosen, "Dodi Hartono")
    ranking.confirm()
    assert part.why.problem() == "Isi dasar pilihan di antara suara yang sama."
    ranking.write(part.why, "Unggul di lima desa")
    assert "nomor urut 4, Dodi Hartono (310 suara), ditetapkan kantor" in part.verdict.text.text()
    ranking.confirm()
    with office.store.read() as session:
        kept = entries.latest(session, ranking.page.file.page.row.id)["calon"]
    assert (kept["chosen"], kept["why"], kept["election"]) == (
        4,
        "Unggul di lima desa",
        "Pemilu Anggota DPRD 2024",
    )


def test_one_in_question_is_waited_for(ranking):
    part = sheet_of(ranking).form.part
    cell(ranking, part.kept, 1, 3, "K")
    assert "sedang diklarifikasi: calon sesudahnya belum dapat diusulkan" in part.verdict.text.text()


def test_another_list_can_be_typed_beside_the_votes_that_are_kept(ranking):
    part = sheet_of(ranking).form.part
    assert [part.party.combo.itemText(one) for one in range(part.party.combo.count())] == ["Partai Lestari"]
    ranking.bot.keyClick(part.source.group.chips[0], Qt.Key.Key_Right)
    assert (part.typed_party.value(), part.typed_party.isHidden()) == ("Partai Lestari", False)
    assert part.kept.isHidden()
    ranking.confirm()
    assert "halaman Perolehan suara" in part.typed.problem()


def test_without_kept_votes_candidates_are_typed(office, sit):
    mira = sit("mira").open(verifying(office))
    mira.go("Urutkan calon pengganti…")
    part = sheet_of(mira).form.part
    assert part.source.isHidden()
    assert "halaman Perolehan suara" in part.verdict.text.text()
    for row, words in enumerate((("1", "Ayu Pratiwi", "1.850", "B"), ("2", "Bambang Wijaya", "empat"))):
        for column, typed in enumerate(words):
            cell(mira, part.typed, row, column, typed)
    mira.confirm()
    assert part.typed.problem() == "Bambang Wijaya: isi suaranya dengan angka."
    cell(mira, part.typed, 1, 2, "400")
    assert part.verdict.text.text() == "Berikutnya: nomor urut 2, Bambang Wijaya (400 suara)."
    mira.confirm()
    with office.store.read() as session:
        kept = entries.latest(session, mira.page.file.page.row.id)["calon"]
    assert [one["votes"] for one in kept["candidates"]] == [1850, 400]


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_of_the_list_is_cut_and_one_place_scrolls(ranking, scale):
    ranking.window.set_text_scale(scale)
    ranking.press(Qt.Key.Key_Escape)
    ranking.go("Urutkan calon pengganti…")
    sheet = sheet_of(ranking)
    cell(ranking, sheet.form.part.kept, 1, 3, "M")
    ranking.settle()
    assert not sheet.grid.verticalScrollBar().isVisible()
    assert clipped_texts(sheet) == []


def test_the_proposal_says_what_stands_in_the_way(office, sit):
    votes_kept(office)
    case_id = verifying(office)
    mira = sit("mira").open(case_id)
    mira.go("Verifikasi selesai…")
    assert "Catat verifikasi dokumen lebih dahulu." in mira.words(sheet_of(mira))
    mira.press(Qt.Key.Key_Escape)
    sound(office, case_id)
    rank(office, case_id, **PASSED)
    mira.settle()
    mira.go("Verifikasi selesai…")
    sheet = sheet_of(mira)
    assert "Berikutnya: nomor urut 3, Citra Dewi (310 suara)." in mira.words(sheet)
    assert sheet.entry() == Proposal(NAMED)


def test_documents_are_judged_one_by_one(office, sit):
    mira = sit("mira").open(verifying(office))
    mira.go("Catat verifikasi dokumen…")
    grid = sheet_of(mira).form.part.field("documents")
    for row in range(4):
        for column in (1, 2, 3):
            cell(mira, grid, row, column, "T" if (row, column) == (3, 3) else "Y")
    mira.confirm()
    assert "apa yang kurang: Akta kematian" in grid.problem()
    cell(mira, grid, 3, 4, "Tanpa cap")
    mira.confirm()
    shows(mira, "lengkap, benar, tidak sah: Tanpa cap")


def test_minutes_begin_with_the_commission_and_their_papers_are_there(office, sit):
    votes_kept(office)
    case_id = verified(office)
    move_case(office.at("dewi"), MoveOrder(case_id, "ajukan_pleno"))
    dewi = sit("dewi").open(case_id)
    dewi.go("Catat pleno: nama calon pengganti…")
    entry = sheet_of(dewi).entry()
    assert [(one.name, one.title) for one in entry.attendees] == [
        ("Ratna Maharani", "Ketua"),
        ("Dewi Lestari", "Anggota"),
    ]
    assert entry.ruling.startswith("Menetapkan Citra Dewi")
    dewi.press(Qt.Key.Key_Escape)
    plenary(office, case_id)
    dewi.settle()
    assert "berita_acara_pleno" in {one.kind for one in case_papers(dewi.page.file)}


def test_the_page_of_publications_opens_from_the_sheet(office, sit, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or True)
    votes_kept(office)
    case_id = verified(office)
    plenary(office, case_id)
    signed(office, case_id)
    hand_over(office.at("rahma"), case_id, TAKEN)
    mira = sit("mira").open(case_id)
    assert mira.due() == "menunggu publikasi"
    mira.go("Catat tautan publikasi…")
    link = sheet_of(mira).link
    assert link.text() == "Buka publikasipaw.kpu.go.id"
    mira.bot.keyClick(link, Qt.Key.Key_Space)
    assert opened == ["https://publikasipaw.kpu.go.id"]


def test_while_something_is_clarified_the_page_says_so_and_keeps_the_days(office, sit):
    case_id = verifying(office)
    move_case(office.at("mira"), MoveOrder(case_id, "klarifikasi", reason="Keabsahan akta"))
    mira = sit("mira").open(case_id)
    assert mira.due() == "menunggu hasil klarifikasi"
    shows(mira, "hasil klarifikasi: Keabsahan akta")
    office.clock.pass_(days=4)
    write_entry(office.at("mira"), MoveOrder(case_id, "selesai_klarifikasi"), CLARIFIED)
    mira.settle()
    shows(mira, "Akta dinyatakan benar.")
    assert "2 hari kerja, hitungan berhenti" in mira.words(mira.page.overview)
