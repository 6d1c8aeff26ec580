"""Authentication of votes by keyboard alone: the party's letter, the figures, the sheets, their legalisation.

The front office takes the letter of a party in; the counter sees that it has seats. It goes by Sekretaris and
Ketua to the Ketua Divisi Teknis, who prepares the figures kept before, leaves one district out, and answers.
Four stages give their paraf, the Ketua signs the letter and the sheets, the Sekretaris legalises, and the
front office hands over (S1).
"""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.queries import history
from desk.store.search import find
from tests.actions.test_authentication import votes_kept
from tests.journeys.evening import kept
from tests.journeys.rounds import dispose, new_form, parafs, sign, take_up
from tests.ui.drivers.building import Building, building, found

WHO = "Partai Lestari"

pytestmark = [
    pytest.mark.timeout(600),
    pytest.mark.qt_log_ignore("This plugin does not support"),  # offscreen: raising, grabbing for a menu
]


def test_a_party_gets_its_votes_authenticated(tmp_path: Path, qtbot: QtBot) -> None:
    with building(tmp_path, qtbot, found(tmp_path, busy=votes_kept)) as pc:
        the_letter_is_taken_in(pc)
        it_is_passed_on(pc)
        figures_are_prepared_and_the_letter_written(pc)
        every_stage_gives_its_paraf(pc)
        letter_and_sheets_are_signed(pc)
        they_are_legalised_and_handed_over(pc)


def the_letter_is_taken_in(pc: Building) -> None:
    with pc.as_("rahma", "Loket 1"):
        new_form(pc, "Autentifikasi")
        pc.fill("Pengirim surat", WHO)
        pc.fill("Perihal", "Permohonan autentifikasi")
        pc.fill("Tanggal surat", "12/3/2026")
        pc.fill("Nama pimpinan partai", "Hasan Basri")
        pc.fill("Partai politik", "partai lestari")
        assert "2 kursi pada Pemilu Anggota DPRD 2024." in pc.to_field("Partai politik").note.text()
        pc.fill("Partai politik", WHO)
        pc.fill("Telepon / WhatsApp", "081234567890")
        pc.choose("Jabatan penanda tangan surat", "Ketua")
        pc.choose("Yang diminta", "Keduanya")
        for paper in ("Partai memperoleh kursi", "Surat permohonan"):
            pc.tick(paper)
        pc.press("Ctrl+Return")
        assert any(one.startswith("Permohonan terdaftar: 001/AUT/") for one in pc.news())
        assert "Autentifikasi Perolehan Suara" in pc.print_now()
        pc.push("Teruskan ke Sekretaris")


def it_is_passed_on(pc: Building) -> None:
    with pc.as_("hendra"):
        dispose(pc, WHO, advice="Mohon arahan Ketua.")
    with pc.as_("ratna"):
        dispose(pc, WHO, to="Ketua Divisi Teknis", instruction="Siapkan.")


def figures_are_prepared_and_the_letter_written(pc: Building) -> None:
    pc.later(30)
    with pc.as_("dewi"):
        take_up(pc, WHO)
        pc.push("Siapkan perolehan suara")
        grid = pc.to_field("Lembar per daerah pemilihan")
        assert grid.value()[0] == ("Dapil 1", "1.200", "1.250", "2.450", "2", "Ya")
        pc.press("Down")
        pc.write("T")
        pc.press("Return")
        pc.press("Ctrl+Return")
        assert any(one.startswith("Siapkan perolehan suara") for one in pc.news())
        pc.choose("Keputusan", "Dipenuhi")
        assert "lembar perolehan suara" in pc.to_field("Isi surat").value()
        pc.press("Ctrl+Return")
        assert any(one.startswith("Surat diajukan") for one in pc.news())
        assert "2.450 suara, 2 kursi" in pc.turn_to("Ringkasan")


def every_stage_gives_its_paraf(pc: Building) -> None:
    parafs(pc, WHO, ("mira", "hendra", "dewi"))


def letter_and_sheets_are_signed(pc: Building) -> None:
    with pc.as_("ratna"):
        pc.go("signing")
        pc.light(WHO)
        pc.press("P")
        sign(pc, WHO, "1/")
        pc.find("001/AUT")
        pc.push("Terbitkan lembar perolehan suara")
        assert (
            "1. Perolehan suara sah Partai Lestari, Dapil 1\n2. Salinan Keputusan Nomor 12 Tahun 2024"
            in pc.drawer_words()
        )
        pc.press("Ctrl+Return")
        assert any(one.startswith("2 naskah diterbitkan: 2/") for one in pc.news())


def they_are_legalised_and_handed_over(pc: Building) -> None:
    with pc.as_("hendra"):
        pc.find("001/AUT")
        pc.push("Legalisasi")
    with pc.as_("rahma", "Loket 1"):
        pc.go("handover")
        pc.light(WHO)
        assert pc.to_field("Isi yang diserahkan").value() == "; ".join(
            (
                "Autentifikasi perolehan suara sah partai politik",
                "Perolehan suara sah Partai Lestari, Dapil 1",
                "Salinan Keputusan Nomor 12 Tahun 2024",
            )
        )
        pc.tick("Ditandatangani di buku ekspedisi")
        pc.press("Ctrl+Return")
        assert any(one.startswith("Diserahkan, buku ekspedisi") for one in pc.news())
        pc.close_drawer()
        the_papers_are_whole(pc)


def the_papers_are_whole(pc: Building) -> None:
    (case_id,) = {hit.id for hit in kept(pc, find, WHO) if hit.kind == "case"}
    papers = {one.kind: one for one in kept(pc, history.letters, case_id)}
    assert set(papers) == {"surat_jawaban", "autentifikasi", "salinan_keputusan"}
    for kind in ("autentifikasi", "salinan_keputusan"):
        words = pc.paper(kind, papers[kind].id)
        assert papers[kind].number in words
        assert "Salinan sesuai dengan aslinya" in words
        assert "Hendra Kusuma" in words
    assert "Ayu Pratiwi 850" in pc.paper("autentifikasi", papers["autentifikasi"].id)
    assert pc.house.store.verify_chain().ok
