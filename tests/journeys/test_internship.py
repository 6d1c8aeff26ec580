"""An internship by keyboard alone: the university's letter, the acceptance, the placement, the certificates.

The front office takes the letter of a university in with its two students. The Kasubag accepts it and
prepares the letter, two offices give their paraf, the Sekretaris signs, the front office hands it over. The
students are placed, their reports come, and the Sekretaris issues their papers in one go (S5).
"""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.queries import history
from desk.store.search import find
from desk.ui.screens.case.page import CasePage
from tests.journeys.evening import kept
from tests.journeys.rounds import cells, give, new_form, paraf, pick, sign, take_up
from tests.ui.drivers.building import Building, building, found

WHO = "Universitas Nusa Lestari"
AYU, BAGUS = ("Ayu Pratiwi", "E1A021045", "Ilmu Hukum"), ("Bagus Saputra", "E1A021046", "Ilmu Politik")

pytestmark = [
    pytest.mark.timeout(600),
    pytest.mark.qt_log_ignore("This plugin does not support"),  # offscreen: raising, grabbing for a menu
]


def test_an_internship_from_letter_to_certificate(tmp_path: Path, qtbot: QtBot) -> None:
    with building(tmp_path, qtbot, found(tmp_path)) as pc:
        the_letter_is_taken_in(pc)
        it_is_accepted_and_answered(pc)
        the_letter_is_signed_and_handed_over(pc)
        both_are_placed(pc)
        their_reports_come(pc)
        the_papers_are_issued(pc)
        what_is_kept(pc)


def the_letter_is_taken_in(pc: Building) -> None:
    with pc.as_("rahma", "Loket 1"):
        new_form(pc, "Magang Perguruan Tinggi")
        pc.fill("Pengirim surat", WHO)
        pc.fill("Perihal", "Permohonan magang")
        pc.fill("Tanggal surat", "12/3/2026")
        pc.fill("Nama pejabat atau pembawa surat", "Suhartini")
        pc.fill("Perguruan tinggi", WHO)
        pc.fill("Telepon / WhatsApp", "081234567890")
        pc.to_field("Peserta magang")
        cells(pc, AYU, BAGUS)
        pc.fill("Mulai magang", "1/7/2026")
        pc.fill("Selesai magang", "31/8/2026")
        for paper in (
            "Surat permohonan",
            "Daftar riwayat",
            "Surat pernyataan tidak",
            "Surat pernyataan menjaga",
        ):
            pc.tick(paper)
        pc.press("Ctrl+Return")
        assert any(one.startswith("Permohonan terdaftar: 001/MG/") for one in pc.news())
        receipt = pc.print_now()
        assert "Magang Perguruan Tinggi" in receipt
        assert "Daftar riwayat hidup setiap peserta" in receipt
        pc.push("Teruskan ke Kasubag")
        assert any("Keputusan" in one for one in pc.news())


def it_is_accepted_and_answered(pc: Building) -> None:
    pc.later(30)
    with pc.as_("syahrul"):
        take_up(pc, WHO)
        pc.choose("Keputusan", "Disetujui")
        body = pc.to_field("Isi surat").value()
        assert "Ayu Pratiwi | E1A021045 | Ilmu Hukum" in body
        pc.press("Ctrl+Return")
        assert any(one.startswith("Surat diajukan") for one in pc.news())
        pc.press("Ctrl+Return")
        pc.press("Ctrl+Return")
        assert any(one.startswith("Paraf diberikan") for one in pc.news())


def the_letter_is_signed_and_handed_over(pc: Building) -> None:
    pc.later(20)
    with pc.as_("hendra"):
        paraf(pc, WHO)
        sign(pc, WHO, "1/")
    with pc.as_("rahma", "Loket 1"):
        give(pc, WHO)
        assert "Penerimaan peserta magang" in pc.print_now()


def both_are_placed(pc: Building) -> None:
    pc.later(60)
    with pc.as_("syahrul"):
        take_up(pc, WHO)
        pc.push("Catat penempatan")
        pc.to_field("Penempatan")
        pick(pc, "H")
        pick(pc, "T")
        pc.fill("Pembimbing", "Syahrul Anwar")
        pc.press("Ctrl+Return")
        assert any(one.startswith("Catat penempatan") for one in pc.news())
        where = "Hukum dan Sumber Daya Manusia, 1 Juli sampai dengan 31 Agustus 2026"
        assert where in pc.turn_to("Ringkasan")


def their_reports_come(pc: Building) -> None:
    with pc.as_("syahrul"):
        take_up(pc, WHO)
        pc.push("Terima laporan peserta")
        pc.fill("Tanggal laporan diterima", "13/3/2026")
        pc.to_field("Laporan peserta")
        pick(pc, "Y")
        pc.press("Right")
        pick(pc, "S")
        pc.press("Ctrl+Return")
        assert any(one.startswith("Terima laporan peserta") for one in pc.news())


def the_papers_are_issued(pc: Building) -> None:
    with pc.as_("hendra"):
        take_up(pc, WHO)
        pc.push("Terbitkan sertifikat")
        assert (
            "1. Sertifikat magang Ayu Pratiwi\n2. Surat keterangan magang Bagus Saputra" in pc.drawer_words()
        )
        pc.press("Ctrl+Return")
        assert any(one.startswith("2 naskah diterbitkan: 2/") for one in pc.news())


def what_is_kept(pc: Building) -> None:
    (case_id,) = {hit.id for hit in kept(pc, find, WHO) if hit.kind == "case"}
    papers = {one.part: one for one in kept(pc, history.letters, case_id) if one.part}
    assert {one: row.kind for one, row in papers.items()} == {
        "Ayu Pratiwi": "sertifikat_magang",
        "Bagus Saputra": "keterangan_magang",
    }
    with pc.as_("syahrul"):
        pc.find("001/MG")
        assert isinstance(pc.page, CasePage)
        for part, row in papers.items():
            words = pc.paper(row.kind, row.id)
            assert part in words
            assert row.number in words
            assert WHO in words
            assert "1 Juli 2026 sampai dengan 31 Agustus 2026" in words
    assert pc.house.store.verify_chain().ok
