"""A complaint by keyboard alone: taken in by its team, reviewed, passed to a section that never learns who
complained, answered through the whole chain, received (S4)."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.rules.confidence import WITHHELD
from desk.ui.screens.case.page import CasePage
from tests.journeys.rounds import give, parafs, sign, take_up
from tests.ui.drivers.building import Building, building, found

WHO, PHONE = "Siti Rahayu", "081200009911"
WHAT = "Permintaan informasi tidak dijawab"

pytestmark = [
    pytest.mark.timeout(600),
    pytest.mark.qt_log_ignore("This plugin does not support"),  # offscreen: raising, grabbing for a menu
]


def test_a_complaint_from_the_register_to_an_answer_received(tmp_path: Path, qtbot: QtBot) -> None:
    with building(tmp_path, qtbot, found(tmp_path)) as pc:
        the_team_takes_it_in_and_passes_it_on(pc)
        the_section_works_on_it_without_the_person(pc)
        the_team_answers(pc)
        the_chain_checks_and_the_secretary_signs(pc)
        the_answer_is_received(pc)


def the_team_takes_it_in_and_passes_it_on(pc: Building) -> None:
    with pc.as_("laras"):
        pc.go("counter")
        pc.fill("Nama pemohon", WHO)
        pc.fill("Telepon / WhatsApp", PHONE)
        pc.fill("Uraian", WHAT)
        pc.fill("Kronologi singkat", "Surat diserahkan 2 Februari, tidak dijawab")
        pc.tick("Identitas pelapor")
        pc.tick("Bukti")
        pc.press("Ctrl+Return")
        assert any(one.startswith("Permohonan terdaftar: 001/") for one in pc.news())
        assert WHO in pc.print_now()
        pc.push("Teruskan untuk ditelaah")
        take_up(pc, WHAT)
        pc.push("Catat hasil telaah")
        pc.choose("Jalan yang diusulkan", "Disalurkan ke bagian terkait")
        pc.fill("Hasil telaah", "Layak ditangani bagian.")
        pc.press("Ctrl+Return")
        assert any(one.startswith("Catat hasil telaah") for one in pc.news())
        pc.push("Salurkan ke bagian terkait")
        pc.choose("Kepada", "Kasubag Hukum & SDM")
        pc.press("Ctrl+Return")
        assert any("Tindak lanjut" in one for one in pc.news())


def the_section_works_on_it_without_the_person(pc: Building) -> None:
    pc.later(30)
    with pc.as_("syahrul"):
        take_up(pc, WHAT)
        words = pc.turn_to("Ringkasan")
        assert WITHHELD in words
        assert WHO not in words
        pc.push("Laporkan tindak lanjut")
        pc.fill("Tindakan yang dilakukan", "Permintaan sudah dijawab.")
        pc.fill("Selesai pada", "13/3/2026")
        pc.choose("Hasil", "Terbukti")
        pc.press("Ctrl+Return")
        assert any("Menyusun jawaban" in one for one in pc.news())


def the_team_answers(pc: Building) -> None:
    with pc.as_("laras"):
        take_up(pc, WHAT)
        assert "telah kami tindak lanjuti" in pc.to_field("Isi surat").value()
        pc.press("Ctrl+Return")
        assert any(one.startswith("Surat diajukan") for one in pc.news())


def the_chain_checks_and_the_secretary_signs(pc: Building) -> None:
    parafs(pc, WHAT, ("syahrul", "hendra", "ratna", "dewi"))
    with pc.as_("hendra"):
        sign(pc, WHAT, "1/")


def the_answer_is_received(pc: Building) -> None:
    with pc.as_("laras"):
        give(pc, WHO)
        assert "Jawaban pengaduan" in pc.print_now()
    with pc.as_("rahma", "Loket 1"):
        pc.find("001/PM")
        assert isinstance(pc.page, CasePage)
        assert WHO not in pc.turn_to("Ringkasan")
        pc.press("Ctrl+E")
        assert isinstance(pc.page, CasePage)
    assert pc.house.store.verify_chain().ok
