"""Voter education by keyboard alone: a letter, the pleno, a day in the calendar, the event held, the archive.

The front office takes the letter of an organisation in with its proposal. The Sekretaris passes it on with
advice, the Ketua notes that the pleno agreed. The Kasubag gives it a day with room and speaker in the
calendar, where a rival event is told who has the hall; the letter tells of that day. Every stage gives its
paraf, the Ketua signs, the front office hands over, and the event is reported and archived (S7, W4).
"""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.actions.resources import ResourceDraft, keep_resource
from desk.queries import cases, events, history
from desk.rules.booking import EventState
from desk.store.search import find
from tests.journeys.evening import kept
from tests.office import SmallOffice
from tests.ui.drivers.building import Building, building, found

WHO = "Forum Pemuda Tanjung Lestari"
WHAT = "Kelas Demokrasi Pemilih Pemula"

pytestmark = [
    pytest.mark.timeout(600),
    pytest.mark.qt_log_ignore("This plugin does not support"),  # offscreen: raising, grabbing for a menu
]


def lent(office: SmallOffice) -> None:
    """The office has a hall and a speaker to lend."""
    for draft in (ResourceDraft("ruang", "Aula", 80), ResourceDraft("narasumber", "Dewi Lestari")):
        keep_resource(office.at("tono"), draft)


def test_an_event_from_the_counter_to_the_archive(tmp_path: Path, qtbot: QtBot) -> None:
    with building(tmp_path, qtbot, found(tmp_path, busy=lent)) as pc:
        the_letter_is_taken_in(pc)
        the_pleno_agrees(pc)
        it_gets_a_day_in_the_calendar(pc)
        the_answer_tells_of_that_day(pc)
        every_stage_gives_its_paraf(pc)
        it_is_signed_and_handed_over(pc)
        the_event_is_held(pc)
        what_is_kept(pc)


def the_letter_is_taken_in(pc: Building) -> None:
    with pc.as_("rahma", "Loket 1"):
        pc.go("counter")
        pc.press("Ctrl+G")
        pc.light("Pendidikan Pemilih")
        pc.press("Return")
        pc.fill("Pengirim surat", WHO)
        pc.fill("Perihal", "Permohonan kerja sama")
        pc.fill("Tanggal surat", "12/3/2026")
        pc.fill("Nama yang mewakili badan", "Nurlaila Azizah")
        pc.choose("Pemohon", "Organisasi")
        pc.fill("Nama organisasi", WHO)
        pc.fill("Telepon / WhatsApp", "081234567890")
        pc.fill("Nama kegiatan", WHAT)
        pc.choose("Jabatan penanda tangan", "Ketua")
        pc.fill("Perkiraan peserta (orang)", "60")
        pc.fill("Hari yang diminta", "20/4/2026")
        pc.fill("Jam mulai", "9")
        pc.fill("Jam selesai", "11.30")
        for words in (
            "Pemilih pemula",
            "Narasumber",
            "Gedung pertemuan",
            "Permohonan kerja sama",
            "Proposal",
        ):
            pc.tick(words)
        pc.press("Ctrl+Return")
        assert any(one.startswith("Permohonan terdaftar: 001/PP/") for one in pc.news()), pc.news()
        receipt = pc.print_now()
        assert "Pendidikan Pemilih" in receipt
        assert "Proposal kegiatan" in receipt
        assert "27 Maret 2026" in receipt
        pc.push("Teruskan ke Sekretaris")


def the_pleno_agrees(pc: Building) -> None:
    pc.later(30)
    with pc.as_("hendra"):
        pc.go("disposition")
        pc.light(WHO)
        pc.fill("Usul dan saran", "Aula kosong pada hari itu.")
        pc.press("Ctrl+Return")
        assert "Surat diteruskan kepada Ketua." in pc.news()
    pc.later(60)
    with pc.as_("ratna"):
        pc.go("work")
        pc.light(WHO)
        pc.press("Return")
        pc.push("Catat pleno: disetujui")
        pc.fill("Tanggal rapat pleno", "13/3/2026")
        pc.fill("Nomor berita acara pleno", "12/PK.01-BA/2026")
        pc.fill("Catatan atau syarat dari pleno", "Peserta membawa kartu pelajar.")
        pc.press("Ctrl+Return")
        assert any(one.startswith("Catat pleno") for one in pc.news())


def it_gets_a_day_in_the_calendar(pc: Building) -> None:
    with pc.as_("syahrul"):
        pc.go("work")
        pc.light(WHO)
        pc.press("Return")
        pc.press("F9")
        pc.push("Buka kalender pendidikan")
        assert "Dari permohonan 001/PP/" in pc.drawer_words()
        pc.tick("Aula")
        pc.tick("Dewi Lestari")
        pc.press("Ctrl+Return")
        assert f"{WHAT} dicatat di kalender." in pc.news()
        assert pc.at is pc.page.grid  # type: ignore[attr-defined]
        pc.press("N")
        pc.fill("Nama kegiatan", "Rapat persiapan")
        pc.fill("Jam mulai", "11")
        pc.fill("Jam selesai", "12")
        pc.tick("Aula")
        pc.press("Ctrl+Return")
        assert f"Aula dipakai “{WHAT}” ({WHO}), 20 April 2026, 09.00–11.30." in pc.drawer_words()
        pc.press("Escape")


def the_answer_tells_of_that_day(pc: Building) -> None:
    with pc.as_("syahrul"):
        pc.go("work")
        pc.light(WHO)
        pc.press("Return")
        assert "Aula · Dewi Lestari" in pc.turn_to("Ringkasan")
        pc.turn_to("Jawaban")
        body = pc.to_field("Isi surat").value()
        for words in (
            "Rapat pleno tanggal 13 Maret 2026 (Berita Acara Nomor 12/PK.01-BA/2026) menyetujui",
            "Waktu | 20 April 2026, 09.00–11.30",
            "Tempat | Aula",
            "Narasumber | Dewi Lestari",
            "Catatan pleno: Peserta membawa kartu pelajar.",
        ):
            assert words in body
        pc.press("Ctrl+Return")
        assert any(one.startswith("Surat diajukan") for one in pc.news())


def every_stage_gives_its_paraf(pc: Building) -> None:
    for login in ("agus", "syahrul", "hendra", "ratna"):
        pc.later(10)
        with pc.as_(login):
            pc.go("signing")
            pc.light(WHO)
            pc.press("P")
            assert any(one.startswith("Paraf diberikan") for one in pc.news()), login


def it_is_signed_and_handed_over(pc: Building) -> None:
    with pc.as_("ratna"):
        pc.go("signing")
        pc.light(WHO)
        pc.press("T")
        pc.press("Ctrl+Return")
        assert any(one.startswith("Surat ditandatangani dengan nomor 1/PP.06.2-SD/") for one in pc.news())
    with pc.as_("rahma", "Loket 1"):
        pc.go("handover")
        pc.light(WHO)
        pc.tick("Ditandatangani di buku ekspedisi")
        pc.press("Ctrl+Return")
        assert any(one.startswith("Diserahkan, buku ekspedisi") for one in pc.news())
        pc.press("Escape")


def the_event_is_held(pc: Building) -> None:
    pc.later(days=38)
    with pc.as_("syahrul"):
        pc.go("work")
        pc.light(WHO)
        pc.press("Return")
        pc.push("Catat pelaksanaan")
        assert pc.to_field("Tempat").value() == "Aula"
        assert pc.to_field("Narasumber").value() == "Dewi Lestari"
        pc.to_field("Peserta yang hadir")
        for words in ("20", "25"):
            pc.write(words[:1])
            pc.write(words[1:])
            pc.press("Tab")
        pc.to_field("Bahan yang dibagikan")
        for words in ("Modul pendidikan pemilih", "45"):
            pc.write(words[:1])
            pc.write(words[1:])
            pc.press("Tab")
        pc.fill("Jalannya kegiatan", "Peserta mencoba tata cara pemungutan suara.")
        pc.press("Ctrl+Return")
        assert any(one.startswith("Catat pelaksanaan") for one in pc.news())
        report = pc.print_now()
        assert "LAPORAN KEGIATAN PENDIDIKAN PEMILIH" in report
        assert "20 April 2026 bertempat di Aula" in report
        pc.find("001/PP")
        words = pc.turn_to("Ringkasan")
        assert "45 orang (20 laki-laki, 25 perempuan)" in words
        assert "Modul pendidikan pemilih: 45" in words


def what_is_kept(pc: Building) -> None:
    (case_id,) = {hit.id for hit in kept(pc, find, WHAT) if hit.kind == "case"}
    case = kept(pc, cases.page, pc.house.standards, pc.clock().date(), case_id)
    assert case is not None
    assert case.row.closed
    (event,) = kept(pc, events.of_case, case_id)
    assert (event.state, event.attended, event.place) == (EventState.HELD, 45, "Aula")
    (letter,) = kept(pc, history.letters, case_id)
    with pc.as_("syahrul"):
        words = pc.paper(letter.kind, letter.id)
    assert letter.number in words
    assert "20 April 2026, 09.00–11.30" in words
    assert WHO in words
    assert pc.house.store.verify_chain().ok
