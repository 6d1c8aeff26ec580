"""A replacement in the council by keyboard alone, from the letter of its leaders to its publication.

The counter takes the letter in and finds the member among the votes that are kept. Sekretaris and Ketua pass
it on; the Kasubag clarifies a document while the clock stands, verifies them all, and ranks the candidates:
the next one has died, of two with equal votes one withdrew. The plenary names the other one, the answer goes
through the whole chain, is signed and handed over with its copy to the party; its publication closes the case
(S2).
"""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.queries import history
from desk.store.search import find
from desk.ui.screens.case.page import CasePage
from tests.actions.test_replacements import votes_kept
from tests.journeys.evening import kept
from tests.journeys.rounds import (
    cells,
    dispose,
    give,
    new_form,
    parafs,
    pick,
    said,
    sign,
    take_up,
)
from tests.ui.drivers.building import Building, building, found

WHO = "DPRD Kabupaten Tanjung Lestari"
LINK = "https://publikasipaw.kpu.go.id/tanjung-lestari/1"

pytestmark = [
    pytest.mark.timeout(600),
    pytest.mark.qt_log_ignore("This plugin does not support"),  # offscreen: raising, grabbing for a menu
]


def test_a_member_of_the_council_is_replaced(tmp_path: Path, qtbot: QtBot) -> None:
    with building(tmp_path, qtbot, found(tmp_path, busy=votes_kept)) as pc:
        the_letter_is_taken_in(pc)
        it_is_passed_on(pc)
        a_document_is_clarified(pc)
        documents_and_candidates_are_verified(pc)
        the_plenary_is_held(pc)
        the_answer_is_prepared_checked_and_signed(pc)
        it_is_handed_over_and_published(pc)
        what_is_kept(pc)


def the_letter_is_taken_in(pc: Building) -> None:
    with pc.as_("rahma", "Loket 1"):
        new_form(pc, "Penggantian Antarwaktu")
        pc.fill("Pengirim surat", "Ketua DPRD")
        pc.fill("Nomor surat", "170/12/DPRD/2026")
        pc.fill("Perihal", "Penyampaian anggota yang berhenti")
        pc.fill("Tanggal surat", "12/3/2026")
        pc.fill("Nama pimpinan DPRD", "Hasan Basri")
        pc.fill("Nama DPRD", WHO)
        pc.fill("Telepon / WhatsApp", "081234567890")
        pc.fill("Anggota yang berhenti", "ayu")
        pc.press("Down")
        pc.press("Return")
        assert "Peringkat 1 dari 4 calon, 850 suara." in pc.to_field("Anggota yang berhenti").note.text()
        assert pc.to_field("Daerah pemilihan").value() == "Dapil 1"
        pc.choose("Alasan berhenti", "Meninggal dunia")
        for one in ("Ketua", "Surat satu atau lebih", "Permintaan nama", "Akta kematian"):
            pc.tick(one)
        pc.press("Ctrl+Return")
        assert said(pc, "Permohonan terdaftar: 001/PAW/")
        receipt = pc.print_now()
        assert "Akta kematian atau surat keterangan kematian" in receipt
        assert "27 Maret 2026" in receipt
        pc.push("Teruskan ke Sekretaris")


def it_is_passed_on(pc: Building) -> None:
    with pc.as_("hendra"):
        dispose(pc, WHO, advice="Mohon arahan Ketua.")
    with pc.as_("ratna"):
        dispose(pc, WHO, to="Kasubag Teknis & Hupmas", instruction="Verifikasi.")


def a_document_is_clarified(pc: Building) -> None:
    pc.later(30)
    with pc.as_("mira"):
        take_up(pc, WHO)
        pc.press("F9")
        pc.push("Mulai klarifikasi")
        pc.fill("Alasan", "Keabsahan akta kematian")
        pc.press("Ctrl+Return")
        assert said(pc, "Mulai klarifikasi")
    pc.later(days=3)
    with pc.as_("mira"):
        pc.go("work")
        pc.light(WHO)
        (task,) = pc.page.list.tasks()  # type: ignore[attr-defined]
        assert task.due == "menunggu hasil klarifikasi"
        pc.press("Return")
        pc.push("Klarifikasi selesai")
        pc.fill("Yang diklarifikasi", "Keabsahan akta kematian")
        pc.fill("Pihak yang memberi klarifikasi", "Dinas Kependudukan dan Pencatatan Sipil")
        pc.fill("Tanggal klarifikasi", "16/3/2026")
        pc.fill("Hasil klarifikasi", "Akta dinyatakan benar.")
        pc.press("Ctrl+Return")
        assert said(pc, "Klarifikasi selesai")
        assert "Akta dinyatakan benar." in pc.print_now()
        assert isinstance(pc.page, CasePage)
        assert pc.page.file is not None
        assert pc.page.file.limit.due is not None
        assert pc.page.file.limit.due.stopped_days == 1


def documents_and_candidates_are_verified(pc: Building) -> None:
    with pc.as_("mira"):
        take_up(pc, WHO)
        pc.push("Catat verifikasi dokumen")
        pc.to_field("Daftar verifikasi")
        for _column in range(3):
            for _row in range(4):
                pick(pc, "Y")
            pc.press("Up", 3)
            pc.press("Right")
        pc.press("Ctrl+Return")
        assert said(pc, "Catat verifikasi dokumen")
        pc.push("Urutkan calon pengganti")
        pc.to_field("Calon menurut perolehan suara")
        pc.press("Down")
        cells(pc, ("K",))
        assert "sedang diklarifikasi: calon sesudahnya belum dapat diusulkan" in pc.drawer_words()
        pc.press("Left")
        cells(pc, ("M", "akta 12"))
        assert "sama-sama memperoleh 310 suara" in pc.drawer_words()
        pc.press("Down")
        cells(pc, ("MM", "surat 3"))
        assert "Berikutnya: nomor urut 3, Citra Dewi (310 suara)." in pc.drawer_words()
        pc.press("Ctrl+Return")
        assert said(pc, "Urutkan calon pengganti")
        pc.push("Verifikasi selesai")
        pc.choose("Usulan kepada rapat pleno", "Nama calon pengganti")
        pc.press("Ctrl+Return")
        assert said(pc, "Verifikasi selesai")


def the_plenary_is_held(pc: Building) -> None:
    with pc.as_("dewi"):
        take_up(pc, WHO)
        pc.push("Ajukan ke rapat pleno")
        pc.push("Catat pleno: nama calon pengganti")
        pc.fill("Nomor berita acara", "12/PY.03.1-BA/5299/2026")
        pc.fill("Tanggal rapat pleno", "16/3/2026")
        pc.fill("Tempat", "ruang rapat kantor")
        assert pc.to_field("Keputusan rapat pleno").value().startswith("Menetapkan Citra Dewi")
        pc.press("Ctrl+Return")
        assert said(pc, "Catat pleno: nama calon pengganti")
        minutes = pc.print_now()
        for words in ("12/PY.03.1-BA/5299/2026", "meninggal dunia: akta 12", "Ratna Maharani", "Citra Dewi"):
            assert words in minutes


def the_answer_is_prepared_checked_and_signed(pc: Building) -> None:
    with pc.as_("mira"):
        take_up(pc, WHO)
        assert "Citra Dewi | 3 | Partai Lestari | Dapil 1 | 310" in pc.to_field("Isi surat").value()
        assert pc.to_field("Tembusan").value() == "Pimpinan Partai Lestari"
        pc.press("Ctrl+Return")
        assert said(pc, "Surat diajukan")
    parafs(pc, WHO, ("mira", "hendra", "dewi", "ratna", "dewi"))
    with pc.as_("ratna"):
        sign(pc, WHO, "1/PY.03.1-SD/")


def it_is_handed_over_and_published(pc: Building) -> None:
    with pc.as_("rahma", "Loket 1"):
        give(pc, WHO)
        assert "Jawaban penggantian antarwaktu" in pc.print_now()
    pc.later(60)
    with pc.as_("mira"):
        take_up(pc, WHO)
        pc.push("Catat tautan publikasi")
        pc.go_to(lambda one: getattr(one, "text", str)() == "Buka publikasipaw.kpu.go.id", "the public page")
        pc.fill("Tautan publikasi", LINK)
        pc.fill("Dipublikasikan pada", "16/3/2026")
        pc.press("Ctrl+Return")
        assert said(pc, "Catat tautan publikasi. Sekarang: selesai")


def what_is_kept(pc: Building) -> None:
    with pc.as_("mira"):
        pc.find("001/PAW")
        shown = pc.turn_to("Ringkasan")
        for words in (LINK, "Akta dinyatakan benar.", "meninggal dunia · akta 12"):
            assert words in shown
        (case_id,) = {hit.id for hit in kept(pc, find, "Ayu Pratiwi") if hit.kind == "case"}
        (letter,) = kept(pc, history.letters, case_id)
        answer = pc.paper(letter.kind, letter.id)
        for words in (letter.number, "Citra Dewi", "Tembusan: 1. Pimpinan Partai Lestari"):
            assert words in answer
    assert [one.verb for one in kept(pc, history.steps, case_id)] == [
        *("daftar", "teruskan", "teruskan_ketua", "disposisikan", "klarifikasi", "selesai_klarifikasi"),
        *("catat_verifikasi", "urutkan_calon", "selesai_verifikasi", "ajukan_pleno", "tetapkan_calon"),
        *("ajukan", *["paraf"] * 5, "tanda_tangani", "serahkan", "catat_publikasi"),
    ]
    assert pc.house.store.verify_chain().ok
