"""Voter data by keyboard alone: somebody's own entry with a promise, and a recap of voters from a file (S6).

A voter shows her papers, the front office looks her up on the public page, notes what is wrong and what is
promised, and hands the proof of service over; the Kasubag finds the promise in the work list on its day and
notes that she was told. An organisation asks for voters by district: the Kasubag imports a file whose sums
are wrong, then the mended one, and prepares the letter.
"""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.queries import history
from desk.store.search import find
from desk.ui.sections import voter_recap
from tests.journeys.evening import kept
from tests.ui.drivers.building import Building, building, found

WHO, BODY = "Siti Rohani", "Forum Warga Lestari"
WRONG = "kecamatan;laki_laki;perempuan;jumlah\nMuara Indah;10250;10310;20560\nTanjung Baru;9800;9750;19551\n"
RIGHT = WRONG.replace("19551", "19550")

pytestmark = [
    pytest.mark.timeout(600),
    pytest.mark.qt_log_ignore("This plugin does not support"),  # offscreen: raising, grabbing for a menu
]


def test_voter_data_from_the_counter_to_the_archive(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "rekap.csv"
    monkeypatch.setattr(voter_recap, "ask_files", lambda _parent: [file])
    with building(tmp_path, qtbot, found(tmp_path)) as pc:
        with pc.as_("rahma", "Loket 1"):
            she_is_taken_in(pc)
            her_entry_is_looked_up(pc)
            something_is_promised(pc)
            the_proof_is_handed_over(pc)
            a_recap_is_asked_for(pc)
        pc.later(days=4)
        with pc.as_("lina"):
            she_is_told(pc)
            the_recap_is_imported_and_answered(pc, file)
        what_is_kept(pc)


def begin(pc: Building) -> None:
    pc.go("counter")
    pc.press("Ctrl+G")
    pc.light("Layanan Data Pemilih")
    pc.press("Return")


def open_case(pc: Building, words: str) -> None:
    pc.go("work")
    pc.light(words)
    pc.press("Return")


def she_is_taken_in(pc: Building) -> None:
    begin(pc)
    pc.fill("Nama pemohon", WHO)
    pc.fill("NIK", "5207014506900003")
    pc.fill("Telepon / WhatsApp", "081234567890")
    pc.fill("Dokumen yang ditunjukkan", "Akta kelahiran, buku nikah")
    pc.tick("KTP elektronik")
    pc.tick("Kartu Keluarga")
    pc.press("Ctrl+Return")
    assert any(one.startswith("Permohonan terdaftar: 001/DP/") for one in pc.news())
    assert "Layanan Data Pemilih" in pc.print_now()
    pc.push("Dokumen lengkap, tindak lanjuti")


def her_entry_is_looked_up(pc: Building) -> None:
    open_case(pc, WHO)
    pc.push("Catat hasil pengecekan")
    pc.go_to(lambda one: getattr(one, "text", str)() == "Buka cekdptonline.kpu.go.id", "the public page")
    pc.choose("Hasil pengecekan", "Terdaftar, data perlu diperbaiki")
    pc.press("Ctrl+Return")
    assert pc.to_field("Terdaftar di").problem() == "Isi TPS, desa atau kelurahan, dan kecamatan."
    pc.fill("Terdaftar di", "TPS 3 Desa Muara Indah")
    pc.fill("Keterangan", "Alamat masih yang lama")
    pc.press("Ctrl+Return")
    assert any(one.startswith("Catat hasil pengecekan") for one in pc.news())


def something_is_promised(pc: Building) -> None:
    open_case(pc, WHO)
    pc.push("Catat janji pemberitahuan")
    pc.fill("Yang dijanjikan", "Usul perbaikan alamat diteruskan")
    pc.fill("Paling lambat", "18/3/2026")
    pc.press("Ctrl+Return")
    assert any(one.startswith("Catat janji") for one in pc.news())


def the_proof_is_handed_over(pc: Building) -> None:
    pc.go("handover")
    pc.light(WHO)
    pc.tick("Ditandatangani di buku ekspedisi")
    pc.press("Ctrl+Return")
    assert any(one.startswith("Diserahkan, buku ekspedisi 0001/EKS/2026") for one in pc.news())
    proof = pc.print_now()
    for words in ("Tanda Bukti Layanan".upper(), WHO, "Alamat masih yang lama", "18 Maret 2026"):
        assert words in proof
    assert "5207014506900003" not in proof


def a_recap_is_asked_for(pc: Building) -> None:
    begin(pc)
    pc.choose("Layanan yang diminta", "Rekapitulasi data pemilih")
    pc.fill("Rekapitulasi yang diminta", "DPB semester pertama 2026")
    pc.choose("Pemohon", "Organisasi")
    pc.fill("Nama pengurus", "Lidia Ndun")
    pc.fill("Nama organisasi", BODY)
    pc.fill("Telepon / WhatsApp", "081234567891")
    pc.press("Ctrl+Return")
    assert any(one.startswith("Permohonan terdaftar: 002/DP/") for one in pc.news())
    pc.close_drawer()
    pc.push("Dokumen lengkap, tindak lanjuti")


def she_is_told(pc: Building) -> None:
    pc.go("work")
    pc.light(WHO)
    task = pc.page.list.tasks()[0]  # type: ignore[attr-defined]
    assert task.step.startswith("Pemantauan dan notifikasi")
    assert "18 Mar" in task.due
    pc.press("Return")
    pc.push("Catat pemberitahuan")
    pc.fill("Yang diberitahukan", "Alamat sudah diperbaiki")
    pc.to_field("Daftar pemberitahuan")
    pc.write("k")
    pc.write("emarin")
    pc.press("Return")
    pc.press("Ctrl+Return")
    assert any(one.startswith("Catat pemberitahuan") for one in pc.news())


def the_recap_is_imported_and_answered(pc: Building, file: Path) -> None:
    open_case(pc, BODY)
    pc.push("Impor rekapitulasi")
    pc.fill("Daftar pemilih", "DPB semester pertama 2026")
    pc.fill("Keadaan tanggal", "2/3/2026")
    file.write_text(WRONG, encoding="utf-8")
    pc.push("Impor CSV")
    table = pc.to_field("Rekapitulasi per kecamatan")
    assert table.problem() == "Baris 3: Tanjung Baru: 9.800 + 9.750 bukan 19.551."
    assert table.value() == ()
    file.write_text(RIGHT, encoding="utf-8")
    pc.push("Impor CSV")
    assert pc.to_field("Rekapitulasi per kecamatan").value()[-1] == ("Jumlah", "20.050", "20.060", "40.110")
    pc.press("Ctrl+Return")
    assert any(one.startswith("Impor rekapitulasi") for one in pc.news())
    assert "pada lampiran surat ini" in pc.to_field("Isi surat").value()
    pc.press("Ctrl+Return")
    assert any(one.startswith("Surat diajukan") for one in pc.news())


def what_is_kept(pc: Building) -> None:
    (check,) = {hit.id for hit in kept(pc, find, WHO) if hit.kind == "case"}
    (recap,) = {hit.id for hit in kept(pc, find, BODY) if hit.kind == "case"}
    assert [one.to_step for one in kept(pc, history.steps, check)][-3:] == [
        "pemberian_dipantau",
        "pemantauan",
        "arsip",
    ]
    assert kept(pc, history.steps, recap)[-1].to_step == "pemeriksaan"
    assert pc.house.store.verify_chain().ok
