"""An objection by keyboard alone: from the refused request to what its applicant says to the answer.

The counter finds the refused request and takes form F in from it. Tim Pertimbangan advises, Atasan PPID
decides, the Kasubag prepares the answer, two offices give their paraf, Atasan PPID signs. The answer is
handed over with the way to the Komisi Informasi on it, and the applicant's response closes the case (S3k).
"""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.actions.delivery import HandOver, hand_over
from desk.queries import entries, history
from desk.store.search import find
from desk.ui.screens.case.page import CasePage
from desk.ui.screens.counter.page import CounterPage
from tests.journeys.evening import kept
from tests.journeys.rounds import give, paraf, sign, take_up
from tests.office import SmallOffice
from tests.stories import ANSWER, REFUSED, to_hand_over
from tests.ui.drivers.building import Building, building, found

WHO = "Lalu Ahmad Fauzi"
STORY = "Yang diminta rekapitulasi, bukan nama petugas."

pytestmark = [
    pytest.mark.timeout(600),
    pytest.mark.qt_log_ignore("This plugin does not support"),  # offscreen: raising, grabbing for a menu
]


def refused(office: SmallOffice) -> None:
    """A request was refused and the refusal handed over."""
    opened, _signed = to_hand_over(office, text=replace(ANSWER, kind="penolakan"), decision=REFUSED)
    hand_over(office.at("rahma"), opened.case_id, HandOver(WHO, signed_on_paper=True))


def test_an_objection_from_form_f_to_the_response(tmp_path: Path, qtbot: QtBot) -> None:
    with building(tmp_path, qtbot, found(tmp_path, busy=refused)) as pc:
        form_f_is_taken_in_from_the_request(pc)
        the_team_advises(pc)
        atasan_ppid_decides(pc)
        the_answer_is_prepared_and_checked(pc)
        it_is_signed_and_handed_over(pc)
        the_response_is_recorded(pc)
        what_is_kept(pc)


def form_f_is_taken_in_from_the_request(pc: Building) -> None:
    with pc.as_("rahma", "Loket 1"):
        pc.find("001/PI")
        pc.push("Ajukan keberatan")
        assert isinstance(pc.page, CounterPage)
        pc.tick("a. Permohonan ditolak")
        pc.fill("Kasus posisi", STORY)
        pc.press("Ctrl+Return")
        assert any(one.startswith("Permohonan terdaftar: 001/KB/") for one in pc.news())
        form = pc.print_now()
        for words in ("FORMULIR KEBERATAN", WHO, "001/PI/", "Bahan penelitian", STORY):
            assert words in form
        pc.push("Teruskan ke Tim Pertimbangan")


def the_team_advises(pc: Building) -> None:
    pc.later(30)
    with pc.as_("nurul"):
        take_up(pc, "Keberatan atas 001/PI")
        pc.push("Sampaikan pertimbangan")
        pc.choose("Saran kepada Atasan PPID", "Diterima sebagian")
        pc.fill("Pertimbangan", "Nama petugas dapat dihitamkan.")
        pc.press("Ctrl+Return")
        assert any(one.startswith("Sampaikan pertimbangan") for one in pc.news())


def atasan_ppid_decides(pc: Building) -> None:
    with pc.as_("surya"):
        pc.go("ppid")
        pc.light(WHO)
        assert "Nama petugas dapat dihitamkan." in pc.page.word.text.text()
        pc.press("Return")
        pc.choose("Keputusan", "Diterima sebagian")
        pc.fill("Alasan untuk pemohon", "Rekapitulasi diberikan, nama petugas dihitamkan.")
        pc.press("Ctrl+Return")
        assert any("diterima sebagian" in one for one in pc.news())


def the_answer_is_prepared_and_checked(pc: Building) -> None:
    pc.later(30)
    with pc.as_("syahrul"):
        take_up(pc, "Keberatan atas 001/PI")
        body = pc.to_field("Isi surat").value()
        assert "Keberatan Saudara kami terima sebagian." in body
        assert "Rekapitulasi diberikan, nama petugas dihitamkan." in body
        pc.press("Ctrl+Return")
        assert any(one.startswith("Surat diajukan") for one in pc.news())
        pc.press("Ctrl+Return")
        pc.press("Ctrl+Return")
        assert any(one.startswith("Paraf diberikan") for one in pc.news())
    with pc.as_("hendra"):
        paraf(pc, WHO)


def it_is_signed_and_handed_over(pc: Building) -> None:
    pc.later(20)
    with pc.as_("surya"):
        sign(pc, WHO, "2/")
    with pc.as_("rahma", "Loket 1"):
        give(pc, WHO)
        assert "Tanggapan atas keberatan" in pc.print_now()


def the_response_is_recorded(pc: Building) -> None:
    pc.later(60)
    with pc.as_("rahma", "Loket 1"):
        pc.find("001/KB")
        pc.push("Catat tanggapan pemohon")
        pc.choose("Tanggapan pemohon", "Menerima")
        pc.fill("Tanggal tanggapan", "13/3/2026")
        pc.press("Ctrl+Return")
        assert any(one.startswith("Catat tanggapan pemohon") for one in pc.news())
        shown = pc.turn_to("Ringkasan")
        for words in ("Menerima tanggapan", "Nama petugas dapat dihitamkan.", STORY):
            assert words in shown


def what_is_kept(pc: Building) -> None:
    with pc.as_("surya"):
        pc.find("001/KB")
        assert isinstance(pc.page, CasePage)
        assert pc.page.file is not None
        case_id = pc.page.file.page.row.id
        (letter,) = kept(pc, history.letters, case_id)
        words = pc.paper(letter.kind, letter.id)
        for point in (
            letter.number,
            "Komisi Informasi dalam waktu empat belas (14) hari kerja",
            "Surya Wibawa",
        ):
            assert point in words
    assert case_id in {hit.id for hit in kept(pc, find, "001/PI") if hit.kind == "case"}
    assert [one.verb for one in kept(pc, history.steps, case_id)] == [
        "daftar",
        "teruskan",
        "sampaikan",
        "terima_sebagian",
        "ajukan",
        "paraf",
        "paraf",
        "tanda_tangani",
        "serahkan",
        "catat_tanggapan",
    ]
    assert set(kept(pc, entries.latest, case_id)) == {"pertimbangan", "tanggapan"}
    assert pc.house.store.verify_chain().ok
