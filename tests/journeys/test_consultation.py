"""A consultation by keyboard alone, in the office of a province (S9): with a letter, led to the Sekretaris.

The gate says who is in and registers the guest with an identity card looked at. The front office takes the
letter in and leads the guest to the Sekretaris, accompanied by a section; the Sekretaris writes the minutes,
which are printed for the signatures, and a Kasubag prepares the letter of answer that begins with what was
advised.
"""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.queries import entries, history
from desk.store.search import find
from tests.journeys.evening import kept
from tests.journeys.rounds import parafs, sign, take_up
from tests.office import PROVINCE
from tests.ui.drivers.building import Building, building, found

WHO = "Yayasan Suara Timur"
ADVICE = "Pindah memilih diurus paling lambat tiga puluh hari sebelum pemungutan suara."

pytestmark = [
    pytest.mark.timeout(600),
    pytest.mark.qt_log_ignore("This plugin does not support"),  # offscreen: raising, grabbing for a menu
]


def test_a_consultation_from_the_gate_to_the_letter(tmp_path: Path, qtbot: QtBot) -> None:
    clock = found(tmp_path, standard="ntt", people=PROVINCE)
    with building(tmp_path, qtbot, clock) as pc:
        the_gate_tells_who_is_in_and_registers_the_guest(pc)
        the_front_office_leads_the_guest_to_the_sekretaris(pc)
        the_sekretaris_writes_the_minutes(pc)
        the_answer_begins_with_what_was_advised(pc)
        what_is_kept(pc)


def the_gate_tells_who_is_in_and_registers_the_guest(pc: Building) -> None:
    with pc.as_("bayu"):
        pc.go("presence")
        pc.light("Hendra Kusuma")
        pc.press("1")
        pc.light("Ratna Maharani")
        pc.press("4")
        assert pc.news()[-1] == "Ratna Maharani: tidak di tempat."
        pc.go("gate_register")
        pc.fill("Nama", "Maria Ndun")
        pc.fill("Instansi", WHO)
        pc.fill("Telepon", "081234567890")
        pc.fill("Keperluan", "Konsultasi pindah memilih")
        pc.choose("Antrean layanan", "Konsultasi")
        pc.press("Ctrl+Return")
        assert pc.to_field("Identitas dilihat").problem()
        pc.choose("Identitas dilihat", "KTP")
        pc.fill("Kartu tamu", "7")
        pc.press("Ctrl+Return")
        assert "antrean K-001" in pc.news()[-1]
        pc.print_now()


def the_front_office_leads_the_guest_to_the_sekretaris(pc: Building) -> None:
    pc.later(5)
    with pc.as_("rahma", "Loket 1"):
        pc.go("counter")
        pc.press("F2", times=3)
        assert pc.to_field("Nama yang mewakili badan").value() == "Maria Ndun"
        pc.choose("Cara masuk", "Datang dengan surat")
        pc.fill("Pengirim surat", WHO)
        pc.fill("Nomor surat", "07/YST/2026")
        pc.fill("Perihal", "Permohonan konsultasi")
        pc.fill("Tanggal surat", "12/3/2026")
        pc.fill("Materi konsultasi", "Syarat pindah memilih")
        pc.fill("Maksud dan tujuan", "Bahan sosialisasi anggota")
        pc.fill("Sumber data / tahu dari mana", "Media sosial KPU")
        pc.press("Ctrl+Return")
        assert any(one.startswith("Permohonan terdaftar: 001/KS/") for one in pc.news())
        assert "Konsultasi" in pc.print_now()
        pc.push("Arahkan ke anggota KPU")
        pc.choose("Kepada", "Sekretaris · ada")
        pc.fill("Ruang", "Ruang Rapat")
        pc.tick("Kasubag Perencanaan, Data")
        pc.press("Ctrl+Return")
        assert any("Sekarang: Konsultasi · Sekretaris" in one for one in pc.news())


def the_sekretaris_writes_the_minutes(pc: Building) -> None:
    pc.later(60)
    with pc.as_("hendra"):
        take_up(pc, WHO)
        pc.push("Konsultasi selesai")
        pc.choose("Kepada", "Kasubag Perencanaan")
        pc.fill("Tanggal konsultasi", "13/3/2026")
        pc.fill("Jam mulai", "9.10")
        pc.fill("Jam selesai", "10.00")
        pc.fill("Penjelasan dan saran", ADVICE)
        pc.fill("Tindak lanjut", "Brosur dikirim")
        assert pc.to_field("Ruang").value() == "Ruang Rapat"
        pc.press("Ctrl+Return")
        paper = pc.print_now()
        for words in ("BERITA ACARA KONSULTASI", ADVICE, "Hendra Kusuma, Sekretaris", "Pendamping,"):
            assert words in paper


def the_answer_begins_with_what_was_advised(pc: Building) -> None:
    with pc.as_("lina"):
        take_up(pc, WHO)
        body = pc.to_field("Isi surat").value()
        assert "13 Maret 2026 pukul 09.10–10.00 di Ruang Rapat" in body
        assert ADVICE in body
        pc.press("Ctrl+Return")
        assert any(one.startswith("Surat diajukan") for one in pc.news())
    parafs(pc, WHO, ("mira", "yosef", "hendra"))
    with pc.as_("ratna"):
        sign(pc, WHO, "1/")
    with pc.as_("rahma", "Loket 1"):
        pc.go("handover")
        pc.light(WHO)
        pc.tick("Ditandatangani di buku ekspedisi")
        pc.press("Ctrl+Return")
        assert any(one.startswith("Diserahkan, buku ekspedisi") for one in pc.news())
        pc.print_now()


def what_is_kept(pc: Building) -> None:
    (case_id,) = {hit.id for hit in kept(pc, find, WHO) if hit.kind == "case"}
    assert [one.kind for one in kept(pc, entries.of_case, case_id)] == ["pertemuan", "berita_acara"]
    (letter,) = kept(pc, history.letters, case_id)
    assert letter.kind == "surat_jawaban"
    assert pc.house.store.verify_chain().ok
