"""Public service in Kota Kupang by keyboard alone, spoken and by letter (S10, KPG 1-13).

A visitor tells the help desk what he needs, is led to the Ketua who is there, and gets his data from the
Kasubag by a spoken disposition in three keys. A letter is disposed of, read and identified; because it asks
for an interview the division is consulted, directs a reply, and the reply goes out with its enclosure. What
every step took stands beside its plan, on the case and in the recap of the month.
"""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.queries import history, step_minutes
from desk.store.search import find
from tests.journeys.evening import kept
from tests.journeys.rounds import parafs, said, sign, take_up
from tests.ui.drivers.building import Building, building, found

WHO, BODY = "Maria Ndun", "Forum Flobamora"

pytestmark = [
    pytest.mark.timeout(600),
    pytest.mark.qt_log_ignore("This plugin does not support"),  # offscreen: raising, grabbing for a menu
]


def test_a_spoken_request_from_the_help_desk_to_the_archive(tmp_path: Path, qtbot: QtBot) -> None:
    with building(tmp_path, qtbot, found(tmp_path, standard="kpg")) as pc:
        with pc.as_("rahma", "Loket 1"):
            he_is_registered_and_led_to_the_ketua(pc)
        pc.later(9)
        with pc.as_("ratna"):
            they_meet_and_she_disposes_by_word(pc)
        pc.later(25)
        with pc.as_("lina"):
            the_data_is_handed_over(pc)
            every_step_stands_beside_its_plan(pc)
        what_is_kept_of_it(pc)


def he_is_registered_and_led_to_the_ketua(pc: Building) -> None:
    pc.go("counter")
    pc.fill("Nama pemohon", WHO)
    pc.press("Ctrl+Return")
    assert pc.to_field("Tujuan").problem() == "Isi tujuan atau informasi yang dibutuhkan."
    pc.fill("Tujuan", "Hasil Pemilu 2024 per TPS")
    pc.choose("Ingin menemui", "Ketua")
    pc.press("Ctrl+Return")
    assert said(pc, "Permohonan terdaftar: 001/YP/")
    assert WHO in pc.print_now()
    pc.later(2)
    pc.push("Arahkan ke pimpinan yang bersedia")
    assert pc.to_field("Kepada").value() == "ketua"
    pc.press("Ctrl+Return")


def they_meet_and_she_disposes_by_word(pc: Building) -> None:
    take_up(pc, WHO)
    assert "rencana 10 menit · nyata 9 menit" in pc.page.head.minutes.words.text()  # type: ignore[attr-defined]
    pc.push("Permohonan disampaikan")
    pc.later(3)
    for key in ("F4", "P", "Return"):
        pc.press(key)
    assert said(pc, "Disposisi lisan dicatat. Sekarang: Tindak lanjut")


def the_data_is_handed_over(pc: Building) -> None:
    take_up(pc, WHO)
    note = pc.paper("lembar_disposisi", pc.page.file.page.row.id)  # type: ignore[attr-defined]
    assert "(12 menit)" in note
    pc.push("Serahkan data baku")
    pc.fill("Isi yang diserahkan", "Hasil per TPS, softcopy")
    pc.tick("Ditandatangani di buku ekspedisi")
    pc.press("Ctrl+Return")
    assert said(pc, "Diserahkan, buku ekspedisi 0001/EKS/2026")
    assert "Hasil per TPS, softcopy" in pc.print_now()


def every_step_stands_beside_its_plan(pc: Building) -> None:
    pc.find(WHO)
    told = pc.turn_to("Riwayat")
    for planned, taken in ((3, 2), (10, 9), (5, 3), (30, 25)):
        assert f"rencana {planned} menit · nyata {taken} menit" in told


def what_is_kept_of_it(pc: Building) -> None:
    (case_id,) = {hit.id for hit in kept(pc, find, WHO) if hit.kind == "case"}
    assert [one.to_step for one in kept(pc, history.steps, case_id)] == [
        "registrasi",
        "tatap_muka",
        "disposisi_lisan",
        "tindak_lanjut",
        "arsip",
    ]
    house = pc.house
    rows = kept(pc, step_minutes.recap, house.standards, pc.clock(), pc.clock().date())
    assert [(one.step, one.in_time) for one in rows] == [
        ("registrasi", 1),
        ("tatap_muka", 1),
        ("disposisi_lisan", 1),
        ("tindak_lanjut", 1),
    ]
    assert house.store.verify_chain().ok


def test_a_letter_with_a_consultation_and_a_reply(tmp_path: Path, qtbot: QtBot) -> None:
    with building(tmp_path, qtbot, found(tmp_path, standard="kpg")) as pc:
        with pc.as_("rahma", "Loket 1"):
            the_letter_is_taken_in(pc)
        with pc.as_("hendra"):
            it_is_disposed_of(pc)
        with pc.as_("lina"):
            it_is_read_and_the_division_asked(pc)
        with pc.as_("dewi"):
            the_division_directs_a_reply(pc)
        with pc.as_("lina"):
            the_reply_is_written(pc)
        it_is_checked_signed_and_handed_over(pc)


def the_letter_is_taken_in(pc: Building) -> None:
    pc.go("counter")
    pc.choose("Cara masuk", "Surat permohonan")
    pc.fill("Pengirim surat", BODY)
    pc.fill("Perihal", "Wawancara data pemilih")
    pc.fill("Tanggal surat", "12/3/2026")
    pc.choose("Pemohon", "Badan")
    pc.fill("Nama yang mewakili badan", "Yosef Tallo")
    pc.fill("Nama badan atau lembaga", BODY)
    pc.fill("Telepon / WhatsApp", "081234567890")
    pc.press("Ctrl+Return")
    assert said(pc, "Permohonan terdaftar: 001/YP/")
    pc.close_drawer()
    pc.later(2)
    pc.push("Teruskan untuk disposisi")


def it_is_disposed_of(pc: Building) -> None:
    pc.later(4)
    pc.go("disposition")
    pc.light(BODY)
    pc.choose("Diteruskan kepada", "Kasubag Perencanaan")
    pc.fill("Catatan", "Koordinasikan dengan divisi.")
    pc.press("Ctrl+Return")
    assert any("Kasubag Perencanaan" in one for one in pc.news())


def it_is_read_and_the_division_asked(pc: Building) -> None:
    pc.later(8)
    take_up(pc, BODY)
    pc.push("Surat dan disposisi dicermati")
    pc.later(6)
    pc.push("Konsultasikan dengan divisi")
    pc.choose("Kepada", "Anggota")
    pc.press("Ctrl+Return")
    assert pc.to_field("Alasan").problem() == "Pilih alasannya: pertemuan langsung atau wawancara."
    pc.choose("Alasan", "Bersifat wawancara")
    pc.fill("Hal yang dikonsultasikan", "Siapa narasumbernya?")
    pc.press("Ctrl+Return")
    assert said(pc, "Konsultasikan dengan divisi. Sekarang: Konsultasi")


def the_division_directs_a_reply(pc: Building) -> None:
    pc.later(40)
    take_up(pc, BODY)
    pc.push("Susun surat balasan")
    assert pc.to_field("Kepada").value() == "kasubag_data"
    pc.fill("Arahan divisi", "Sampaikan rekapitulasinya, saya yang menerima.")
    pc.press("Ctrl+Return")
    assert said(pc, "Susun surat balasan. Sekarang: Menyusun surat balasan")


def the_reply_is_written(pc: Building) -> None:
    pc.later(90)
    take_up(pc, BODY)
    assert "pada lampiran surat ini" in pc.to_field("Isi surat").value()
    pc.fill("Lampiran", "satu berkas")
    pc.press("Ctrl+Return")
    assert said(pc, "Surat diajukan")


def it_is_checked_signed_and_handed_over(pc: Building) -> None:
    parafs(pc, BODY, ("syahrul", "hendra"))
    with pc.as_("ratna"):
        sign(pc, BODY, "1/")
    with pc.as_("lina"):
        take_up(pc, BODY)
        told = pc.turn_to("Ringkasan")
        assert "Siapa narasumbernya?" in told
        assert "Sampaikan rekapitulasinya, saya yang menerima." in told
        pc.push("Serahkan")
        pc.tick("Ditandatangani di buku ekspedisi")
        pc.press("Ctrl+Return")
        assert said(pc, "Diserahkan, buku ekspedisi 0001/EKS/2026")
        assert "satu berkas" in pc.print_now()
    (case_id,) = {hit.id for hit in kept(pc, find, BODY) if hit.kind == "case"}
    assert kept(pc, history.steps, case_id)[-1].to_step == "arsip"
