"""Data asked for in person by keyboard alone, in the office of a province (S8): served in the service room.

The front office takes the letter of a rector in, the identity shown at the desk, and says where the data is
known from. Sekretaris and Ketua dispose, the Kabag finds it open and assigns a member of staff, who gives it
against a signature. A second request, of e-PPID, is refused with its legal reason and answered by its own
letter.
"""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.queries import deliveries, history
from desk.store.search import find
from tests.journeys.evening import kept
from tests.journeys.rounds import dispose, new_form, parafs, sign, take_up
from tests.office import PROVINCE
from tests.ui.drivers.building import Building, building, found

WHO, SITE = "Universitas Timor", "Forum Pemantau"

pytestmark = [
    pytest.mark.timeout(600),
    pytest.mark.qt_log_ignore("This plugin does not support"),  # offscreen: raising, grabbing for a menu
]


def test_data_given_in_person_and_refused_to_eppid(tmp_path: Path, qtbot: QtBot) -> None:
    clock = found(tmp_path, standard="ntt", people=PROVINCE)
    with building(tmp_path, qtbot, clock) as pc:
        the_front_office_takes_it_in(pc)
        sekretaris_and_ketua_dispose(pc)
        the_kabag_assigns_who_serves(pc)
        staff_give_it_in_the_service_room(pc)
        the_operator_takes_a_form_of_eppid_in(pc)
        the_ppid_refuses_it(pc)
        the_refusal_is_signed_and_sent(pc)
        what_is_kept(pc)


def the_front_office_takes_it_in(pc: Building) -> None:
    with pc.as_("rahma", "Loket 1"):
        new_form(pc, "Data dan Informasi")
        pc.fill("Pengirim surat", WHO)
        pc.fill("Nomor surat", "11/UN/2026")
        pc.fill("Perihal", "Permohonan data pemilih")
        pc.fill("Tanggal surat", "12/3/2026")
        pc.fill("Nama yang mewakili badan", "Dr. Yuliana")
        pc.fill("Nama badan atau lembaga", WHO)
        pc.fill("Telepon / WhatsApp", "081234567890")
        pc.fill("Data dan informasi yang diminta", "Jumlah pemilih per kecamatan")
        pc.fill("Maksud dan tujuan", "Penelitian")
        pc.press("Ctrl+Return")
        assert pc.to_field("Sumber data / tahu dari mana").problem()
        pc.fill("Sumber data / tahu dari mana", "Laman KPU")
        pc.tick("Fotokopi KTP")
        pc.press("Ctrl+Return")
        assert any(one.startswith("Permohonan terdaftar: 001/DI/") for one in pc.news())
        assert "6 April 2026" in pc.print_now()
        pc.push("Teruskan ke Sekretaris")


def sekretaris_and_ketua_dispose(pc: Building) -> None:
    pc.later(15)
    with pc.as_("hendra"):
        dispose(pc, WHO, advice="Data tersedia di bagian data.")
    with pc.as_("ratna"):
        dispose(pc, WHO, to="Kabag Perencanaan, Data & Informasi", instruction="Layani hari ini.")


def the_kabag_assigns_who_serves(pc: Building) -> None:
    pc.later(15)
    with pc.as_("ana"):
        take_up(pc, WHO)
        pc.choose("Keputusan", "Diberikan")
        pc.choose("Jawaban disiapkan oleh", "Staf Pelaksana")
        pc.press("Ctrl+Return")
        assert any("Ruang pelayanan · Staf Pelaksana" in one for one in pc.news())


def staff_give_it_in_the_service_room(pc: Building) -> None:
    with pc.as_("agus"):
        take_up(pc, WHO)
        pc.press("Ctrl+Return")
        pc.fill("Nama penerima", "Dr. Yuliana")
        pc.tick("Ditandatangani di buku ekspedisi")
        pc.press("Ctrl+Return")
        assert any(one.startswith("Diserahkan, buku ekspedisi") for one in pc.news())
        pc.print_now()


def the_operator_takes_a_form_of_eppid_in(pc: Building) -> None:
    pc.later(30)
    with pc.as_("rahma", "Loket 1"):
        new_form(pc, "Data dan Informasi")
        pc.choose("Cara masuk", "Formulir e-PPID")
        pc.fill("Nama yang mewakili badan", "Petrus Kase")
        pc.fill("Nama badan atau lembaga", SITE)
        pc.fill("Telepon / WhatsApp", "081234567899")
        pc.fill("Nomor e-PPID", "2026-0311")
        pc.fill("Data dan informasi yang diminta", "Nomor identitas pemilih")
        pc.fill("Maksud dan tujuan", "Pemantauan")
        pc.fill("Sumber data / tahu dari mana", "Laman KPU")
        pc.tick("Fotokopi KTP")
        pc.press("Ctrl+Return")
        assert any(one.startswith("Permohonan terdaftar: 002/DI/") for one in pc.news())
        pc.print_now()
    with pc.as_("tina"):
        pc.find("2026-0311")
        pc.push("Konfirmasi dan teruskan ke PPID")
        assert any("Keputusan PPID" in one for one in pc.news())


def the_ppid_refuses_it(pc: Building) -> None:
    with pc.as_("putri"):
        pc.find("2026-0311")
        pc.choose("Keputusan", "Ditolak")
        pc.fill("Dasar hukum pengecualian", "rahasia pribadi")
        pc.press("Down")
        pc.press("Return")
        pc.fill("Alasan untuk pemohon", "Memuat data pribadi pemilih")
        pc.choose("Jawaban disiapkan oleh", "Kasubag Perencanaan, Data")
        pc.press("Ctrl+Return")
        assert any("Menyiapkan jawaban" in one for one in pc.news())


def the_refusal_is_signed_and_sent(pc: Building) -> None:
    with pc.as_("lina"):
        take_up(pc, SITE)
        body = pc.to_field("Isi surat").value()
        assert "termasuk yang dikecualikan" in body
        assert "Alasannya: Memuat data pribadi pemilih." in body
        pc.press("Ctrl+Return")
        assert any(one.startswith("Surat diajukan") for one in pc.news())
    parafs(pc, SITE, ("mira", "yosef", "hendra"))
    with pc.as_("ratna"):
        sign(pc, SITE, "1/")
    with pc.as_("rahma", "Loket 1"):
        pc.go("handover")
        pc.light(SITE)
        pc.fill("Dikirim kepada", "0812 3456 7899")
        pc.press("Ctrl+Return")
        assert "Penolakan permohonan data" in pc.print_now()


def what_is_kept(pc: Building) -> None:
    (given,) = {hit.id for hit in kept(pc, find, WHO) if hit.kind == "case"}
    (refused,) = {hit.id for hit in kept(pc, find, "2026-0311") if hit.kind == "case"}
    (row,) = kept(pc, deliveries.of_case, given)
    assert (row.by, row.receiver) == ("Agus Salim", "Dr. Yuliana")
    (letter,) = kept(pc, history.letters, refused)
    assert letter.kind == "surat_penolakan"
    with pc.as_("rahma"):
        words = pc.paper("surat_penolakan", letter.id)
        assert "Pasal 17 huruf h" in words
        assert letter.number in words
    assert pc.house.store.verify_chain().ok
