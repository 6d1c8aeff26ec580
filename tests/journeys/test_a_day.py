"""A visitor's day, by keyboard alone: from the gate to the signed answer, and a letter to the Ketua.

Friday 13 March 2026. A visitor asks at the counter for information; the form goes through the Tim Penghubung
to the PPID, whose answer is prepared, checked in stages, signed and handed over. A foundation's letter to the
Ketua comes in, is disposed of, answered, sent back once with corrections, signed and handed over.
"""

import re
from pathlib import Path
from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot

from desk.ui.runtime.page import Page
from desk.ui.screens.case.page import CasePage
from desk.ui.screens.counter.page import CounterPage
from tests.journeys.evening import ADVICE, CORRECTION, GUEST, VISITOR, Told, the_day_is_whole
from tests.ui.drivers.building import Building, building, found

WANTED = "Rekapitulasi hasil pemilihan anggota DPRD kabupaten per TPS"
FOUNDATION = "Yayasan Suara Warga"
SUBJECT = "Permohonan data pemilih pemula per desa"
BODY = "Menindaklanjuti permohonan Saudara, bersama ini kami sampaikan rekapitulasi dimaksud."
NUMBER = r"\d{3}/PI/[^/]+/III/2026"
DUE = "Senin, 6 April 2026"
"""Ten working days after 13 March: Nyepi, Idul Fitri with its cuti bersama and Good Friday lie between."""

HISTORY = (
    "Diserahkan kepada Dian Kartika\nRahma Widyastuti",
    "ditandatangani\nRatna Maharani, Ketua",
    "Paraf\nHendra Kusuma, Sekretaris",
    "Paraf\nSyahrul Anwar, Kasubag Hukum & SDM",
    f"Dikembalikan dengan koreksi\nSyahrul Anwar, Kasubag Hukum & SDM\n{CORRECTION}",
    "Keputusan: Dikabulkan\nMira Anggraini",
    "Disposisi\nRatna Maharani, Ketua",
    f"Disposisi\nHendra Kusuma, Sekretaris\n“{ADVICE}” kepada Ketua",
    "Didaftarkan\nWulan Sari, Petugas Register",
)
"""What the line of time of the letter says, newest first."""

pytestmark = [
    pytest.mark.timeout(600),
    pytest.mark.qt_log_ignore("This plugin does not support"),  # offscreen: raising, grabbing for a menu
]

P = TypeVar("P", bound=Page)


def test_a_visitors_day(tmp_path: Path, qtbot: QtBot) -> None:
    told = Told()
    with building(tmp_path, qtbot, found(tmp_path)) as pc:
        the_gate_registers_two_visitors(pc)
        the_counter_calls_and_takes_the_request_in(pc, told)
        the_liaison_passes_the_form_on(pc)
        the_ppid_decides(pc)
        the_section_prepares_the_answer(pc, VISITOR)
        the_kasubag_gives_a_paraf(pc, VISITOR)
        the_sekretaris_gives_a_paraf(pc, VISITOR)
        the_ppid_signs(pc)
        the_counter_hands_the_answer_over(pc, told)
        the_gate_takes_the_card_back(pc)
        a_letter_to_the_ketua_is_registered(pc, told)
        the_sekretaris_advises(pc)
        the_ketua_disposes(pc)
        the_section_answers_the_letter(pc)
        the_kasubag_sends_it_back_with_corrections(pc)
        the_section_corrects_it(pc)
        the_kasubag_gives_a_paraf(pc, FOUNDATION)
        the_sekretaris_gives_a_paraf(pc, FOUNDATION)
        the_ketua_signs(pc)
        the_counter_hands_the_letter_over(pc)
        the_counter_reads_the_whole_history(pc, told)
        the_day_is_whole(pc, told)


# the form


def the_gate_registers_two_visitors(pc: Building) -> None:
    with pc.as_("bayu"):
        pc.fill("Nama", VISITOR)
        pc.fill("Telepon", "081237001122")
        pc.fill("Keperluan", "Permohonan informasi")
        pc.choose("Antrean layanan", "Permohonan Informasi")
        pc.fill("Kartu tamu", "08")
        pc.press("Ctrl+Return")
        ticket = pc.print_now()
        assert "B-001" in ticket
        assert VISITOR not in ticket
        pc.later(2)
        pc.fill("Nama", GUEST)
        pc.fill("Keperluan", "Rapat koordinasi")
        pc.fill("Bertemu dengan", "Sekretaris")
        pc.fill("Kartu tamu", "09")
        pc.press("Ctrl+Return")
        assert f"{GUEST} terdaftar · kartu 09." in pc.news()


def the_counter_calls_and_takes_the_request_in(pc: Building, told: Told) -> None:
    with pc.as_("rahma", "Loket 1"):
        pc.press("F2")
        pc.press("F2")
        with pc.board() as board:
            assert "B-001" in board.texts()
        pc.later(1)
        pc.press("F2")
        assert on(pc, CounterPage).queue.person.text() == VISITOR
        pc.fill("NIK", "5299014101900003")
        pc.fill("Informasi yang diminta", WANTED)
        pc.fill("Tujuan penggunaan", "Penelitian skripsi")
        pc.tick("Identitas diri")
        pc.later(4)
        pc.press("Ctrl+Return")
        receipt = pc.print_now()
        told.form = first(NUMBER, receipt)
        told.code = first(r"(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}", receipt)
        assert f"Paling lambat selesai {DUE}" in receipt
        assert "5299•••••••0003" in receipt
        pc.push("Teruskan ke Tim Penghubung")
        assert "Permohonan diteruskan: Tim Penghubung." in pc.news()
        pc.press("F9")
        assert "B-001 selesai." in pc.news()


def the_liaison_passes_the_form_on(pc: Building) -> None:
    pc.later(20)
    with pc.as_("fajar"):
        pc.go("liaison")
        pc.light(VISITOR)
        pc.choose("Saran penggolongan informasi", "Setiap saat")
        pc.press("Ctrl+Return")
        assert any(one.endswith("diteruskan kepada PPID.") for one in pc.news())


def the_ppid_decides(pc: Building) -> None:
    pc.later(25)
    with pc.as_("putri"):
        pc.go("ppid")
        pc.light(VISITOR)
        pc.choose("Keputusan", "Dikabulkan")
        pc.choose("Jawaban disiapkan oleh", "Kasubag Teknis")
        pc.press("Ctrl+Return")
        assert any("dikabulkan" in one for one in pc.news())


def the_section_prepares_the_answer(pc: Building, who: str) -> None:
    pc.later(40)
    with pc.as_("mira"):
        pc.go("work")
        pc.light(who)
        pc.press("Return")
        pc.fill("Catatan pada pemberitahuan tertulis", BODY)
        pc.press("Ctrl+Return")
        assert any(one.startswith("Surat diajukan") for one in pc.news())


def the_kasubag_gives_a_paraf(pc: Building, who: str) -> None:
    pc.later(15)
    with pc.as_("syahrul"):
        pc.go("work")
        pc.light(who)
        pc.press("Return")
        pc.press("Ctrl+Return")
        pc.press("Ctrl+Return")
        assert any(one.startswith("Paraf diberikan") for one in pc.news())


def the_sekretaris_gives_a_paraf(pc: Building, who: str) -> None:
    pc.later(15)
    with pc.as_("hendra"):
        pc.go("signing")
        pc.light(who)
        pc.press("P")
        assert any(one.startswith("Paraf diberikan") for one in pc.news())


def the_ppid_signs(pc: Building) -> None:
    pc.later(30)
    with pc.as_("putri"):
        sign(pc, VISITOR)


def sign(pc: Building, who: str) -> None:
    pc.go("signing")
    pc.light(who)
    pc.press("T")
    pc.press("Ctrl+Return")
    assert any(one.startswith("Surat ditandatangani dengan nomor") for one in pc.news())


def the_counter_hands_the_answer_over(pc: Building, told: Told) -> None:
    pc.later(20)
    with pc.as_("rahma", "Loket 1"):
        pc.find(told.code)
        assert on(pc, CasePage).head.headline.text() == f"{WANTED}: {VISITOR}"
        hand_over(pc, VISITOR)


def hand_over(pc: Building, who: str) -> None:
    pc.go("handover")
    pc.light(who)
    pc.tick("Ditandatangani di buku ekspedisi kertas")
    pc.press("Ctrl+Return")
    slip = pc.print_now()
    assert who in slip


def the_gate_takes_the_card_back(pc: Building) -> None:
    pc.later(10)
    with pc.as_("bayu"):
        pc.go("gate_cards")
        pc.write("08")
        pc.press("Return")
        assert "Kartu 08 kembali." in pc.news()
        pc.go("gate_inside")
        pc.press("Ctrl+P")
        inside = pc.print_now()
        assert GUEST in inside
        assert VISITOR not in inside


# the letter


def a_letter_to_the_ketua_is_registered(pc: Building, told: Told) -> None:
    pc.later(10)
    with pc.as_("wulan"):
        pc.press("F2")
        pc.choose("Cara masuk", "Surat")
        pc.fill("Pengirim surat", FOUNDATION)
        pc.fill("Nomor surat", "17/YSW/III/2026")
        pc.fill("Perihal", SUBJECT)
        pc.fill("Tanggal surat", "11-03-2026")
        pc.choose("Pemohon", "Badan")
        pc.fill("Nama badan atau lembaga", FOUNDATION)
        pc.fill("Nama yang mewakili badan", "Dian Kartika")
        pc.fill("Telepon / WhatsApp", "081237005566")
        pc.fill("Informasi yang diminta", SUBJECT)
        pc.fill("Tujuan penggunaan", "Pendidikan pemilih")
        pc.tick("Akta pendirian")
        pc.press("Ctrl+Return")
        receipt = pc.print_now()
        told.letter = first(NUMBER, receipt)
        pc.go("register_desk")
        pc.light(FOUNDATION)
        pc.press("Ctrl+Return")
        assert SUBJECT in pc.print_now()


def the_sekretaris_advises(pc: Building) -> None:
    pc.later(10)
    with pc.as_("hendra"):
        pc.go("disposition")
        pc.light(FOUNDATION)
        pc.fill("Usul dan saran", ADVICE)
        pc.press("Ctrl+Return")


def the_ketua_disposes(pc: Building) -> None:
    pc.later(30)
    with pc.as_("ratna"):
        pc.go("disposition")
        pc.light(FOUNDATION)
        pc.choose("Diteruskan kepada", "Kasubag Teknis")
        pc.fill("Instruksi", "Kirimkan juga dalam huruf besar.")
        pc.press("Ctrl+Return")


def the_section_answers_the_letter(pc: Building) -> None:
    pc.later(20)
    with pc.as_("mira"):
        pc.go("work")
        pc.light(FOUNDATION)
        pc.press("Return")
        pc.choose("Keputusan", "Dikabulkan")
        pc.choose("Penanda tangan", "Ketua")
        pc.fill("Isi surat jawaban", BODY)
        pc.press("Ctrl+Return")


def the_kasubag_sends_it_back_with_corrections(pc: Building) -> None:
    pc.later(15)
    with pc.as_("syahrul"):
        pc.go("work")
        pc.light(FOUNDATION)
        pc.press("Return")
        pc.push("Kembalikan")
        pc.fill("Koreksi", CORRECTION)
        pc.press("Ctrl+Return")


def the_section_corrects_it(pc: Building) -> None:
    pc.later(15)
    with pc.as_("mira"):
        pc.go("work")
        pc.light(FOUNDATION)
        pc.press("Return")
        assert CORRECTION in on(pc, CasePage).answer.prepare.corrections.text.text()
        pc.fill("Isi surat jawaban", f"{BODY} Data meliputi 24 desa.")
        pc.press("Ctrl+Return")


def the_ketua_signs(pc: Building) -> None:
    pc.later(15)
    with pc.as_("ratna"):
        sign(pc, FOUNDATION)


def the_counter_hands_the_letter_over(pc: Building) -> None:
    pc.later(15)
    with pc.as_("rahma", "Loket 1"):
        hand_over(pc, FOUNDATION)


def the_counter_reads_the_whole_history(pc: Building, told: Told) -> None:
    """Ctrl+K and the number, then the tab; and the book of what was handed over."""
    with pc.as_("rahma", "Loket 1"):
        pc.find(told.letter)
        told_there = pc.turn_to("Riwayat")
        places = [told_there.index(words) for words in HISTORY]
        assert places == sorted(places)
        pc.go("ekspedisi")
        pc.light("0002/EKS/2026")
        pc.press("Return")
        assert on(pc, CasePage).head.headline.text() == f"{SUBJECT}: {FOUNDATION}"


def on(pc: Building, kind: type[P]) -> P:
    """The page shown, which is of this kind."""
    assert isinstance(pc.page, kind)
    return pc.page


def first(pattern: str, text: str) -> str:
    """The first place of a text that looks so."""
    found = re.search(pattern, text)
    assert found is not None, f"no {pattern} in {text}"
    return found.group()
