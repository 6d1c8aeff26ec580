"""The Ketua is away, by keyboard alone: a mandate, letters in a batch, a disposition on paper, a Plh. signs.

Three letters lie with the Sekretaris. Two are passed on together, the third was written on by hand and is
recorded at the register desk. A member of the commission acts as Plh. Ketua, disposes of all three at once
and signs the first answer; the Ketua comes back and ends the mandate.
"""

import re
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.queries import history
from desk.queries.staff import mandate_log
from desk.store.search import find
from desk.ui.screens.case.page import CasePage
from desk.ui.screens.disposition.page import DispositionPage
from tests import requests
from tests.journeys.evening import kept
from tests.office import SmallOffice
from tests.ui.drivers.building import Building, building, found

MAPS, VOTERS, FEES = "Peta tempat pemungutan suara", "Data pemilih pemula", "Honor badan ad hoc"
MANDATE = "12/ST/III/2026"
ADVICE = "Kiranya dapat ditangani Kasubag Teknis."
ON_PAPER = "Mohon arahan Ketua."
ORDER = "Jawab dalam satu minggu."
BODY = "Menindaklanjuti surat Saudara, bersama ini kami sampaikan peta dimaksud."

pytestmark = [
    pytest.mark.long,  # its acts are tried one by one in actions and screens
    pytest.mark.timeout(600),
    pytest.mark.qt_log_ignore("This plugin does not support"),  # offscreen: raising, grabbing for a menu
]


def three_letters(office: SmallOffice) -> None:
    for subject in (MAPS, VOTERS, FEES):
        requests.at_secretary(office, subject)
        office.clock.pass_(minutes=3)


def test_the_ketua_is_away(tmp_path: Path, qtbot: QtBot) -> None:
    with building(tmp_path, qtbot, found(tmp_path, busy=three_letters)) as pc:
        the_ketua_lends_the_office(pc)
        the_sekretaris_passes_two_on_together(pc)
        the_register_officer_copies_the_third_from_paper(pc)
        the_deputy_disposes_of_all_three(pc)
        the_section_answers_the_first(pc)
        two_parafs_are_given(pc)
        number = the_deputy_signs(pc)
        the_ketua_is_back(pc)
        the_history_says_so(pc, number)
        what_is_kept(pc, number)


def the_ketua_lends_the_office(pc: Building) -> None:
    with pc.as_("ratna"):
        pc.go("mandates")
        pc.choose("Pelaksana harian", "Dewi Lestari")
        pc.fill("Sampai tanggal", "+4")
        pc.fill("Nomor surat tugas", MANDATE)
        pc.press("Ctrl+Return")
        assert "Dewi Lestari mendapat mandat Plh. Ketua." in pc.news()


def the_sekretaris_passes_two_on_together(pc: Building) -> None:
    pc.later(10)
    with pc.as_("hendra"):
        pc.go("disposition")
        for subject in (MAPS, VOTERS):
            pc.light(subject)
            pc.press("Space")
        assert "2 surat ditandai" in disposition(pc).batch.text.text()
        pc.fill("Usul dan saran", ADVICE)
        pc.press("Ctrl+Return")
        assert "2 surat diteruskan kepada Ketua." in pc.news()


def the_register_officer_copies_the_third_from_paper(pc: Building) -> None:
    pc.later(20)
    with pc.as_("wulan"):
        pc.go("disposition")
        pc.light(FEES)
        pc.fill("Jam", "0910")
        pc.fill("Usul dan saran", ON_PAPER)
        pc.press("Ctrl+Return")
        assert "Surat tercatat diteruskan kepada Ketua." in pc.news()


def the_deputy_disposes_of_all_three(pc: Building) -> None:
    pc.later(15)
    with pc.as_("dewi"):
        pc.go("disposition")
        for subject in (MAPS, VOTERS, FEES):
            pc.light(subject)
            pc.press("Space")
        assert (
            disposition(pc).acting.text.text().startswith(f"Anda mendisposisi sebagai Plh. Ketua ({MANDATE})")
        )
        pc.choose("Diteruskan kepada", "Kasubag Teknis")
        pc.fill("Instruksi", ORDER)
        pc.press("Ctrl+Return")
        assert "3 surat diteruskan kepada Kasubag Teknis & Hupmas." in pc.news()
        assert disposition(pc).list.rows() == ()


def the_section_answers_the_first(pc: Building) -> None:
    pc.later(20)
    with pc.as_("mira"):
        pc.go("work")
        pc.light(MAPS)
        pc.press("Return")
        pc.choose("Keputusan", "Dikabulkan")
        pc.choose("Penanda tangan", "Ketua")
        pc.fill("Isi surat jawaban", BODY)
        pc.press("Ctrl+Return")
        assert any(one.startswith("Surat diajukan") for one in pc.news())


def two_parafs_are_given(pc: Building) -> None:
    pc.later(15)
    with pc.as_("syahrul"):
        pc.go("work")
        pc.light(MAPS)
        pc.press("Return")
        pc.press("Ctrl+Return")
        pc.press("Ctrl+Return")
        assert any(one.startswith("Paraf diberikan") for one in pc.news())
    with pc.as_("hendra"):
        pc.go("signing")
        pc.light(MAPS)
        pc.press("P")
        assert any(one.startswith("Paraf diberikan") for one in pc.news())


def the_deputy_signs(pc: Building) -> str:
    """The official number of the letter."""
    pc.later(30)
    with pc.as_("dewi"):
        pc.go("signing")
        pc.light(MAPS)
        pc.press("T")
        asked = pc.drawer_words()
        assert "Plh. Ketua" in asked
        assert "Mandat Plh. ikut tercatat pada surat ini." in asked
        pc.press("Ctrl+Return")
        said = next(one for one in pc.news() if one.startswith("Surat ditandatangani dengan nomor"))
        pc.press("F9")
        paper = pc.print_now()
        number = said.removeprefix("Surat ditandatangani dengan nomor ").rstrip(".")
        assert number in paper
        assert re.search(r"Plh\. Ketua", paper)
        assert "Dewi Lestari" in paper
        assert "Ratna Maharani" not in paper
    return number


def the_ketua_is_back(pc: Building) -> None:
    pc.later(60)
    with pc.as_("ratna"):
        pc.go("mandates")
        pc.light("Dewi Lestari")
        pc.press("F8")
        assert "Mandat Dewi Lestari diakhiri." in pc.news()
    with pc.as_("dewi"):
        assert "disposition" not in [item.page_id for item in pc.window.sidebar.items]


def the_history_says_so(pc: Building, number: str) -> None:
    with pc.as_("rahma", "Loket 1"):
        pc.find(FEES)
        assert isinstance(pc.page, CasePage)
        lines = pc.turn_to("Riwayat")
        assert (
            f"Disposisi\ndicatat dari kertas\nHendra Kusuma, Sekretaris\n“{ON_PAPER}” kepada Ketua" in lines
        )
        assert f"Disposisi\nDewi Lestari, Plh. Ketua\n“{ORDER}” kepada Kasubag Teknis" in lines
        pc.find(number)
        lines = pc.turn_to("Riwayat")
        assert f"Surat {number} ditandatangani\nDewi Lestari, Plh. Ketua" in lines


def what_is_kept(pc: Building, number: str) -> None:
    first, second, third = (case_about(pc, one) for one in (MAPS, VOTERS, FEES))
    for case_id in (first, second):
        assert dispositions(pc, case_id) == [
            ("Hendra Kusuma", False, False, "Hendra Kusuma"),
            ("Dewi Lestari", True, False, "Dewi Lestari"),
        ]
    assert dispositions(pc, third) == [
        ("Hendra Kusuma", False, True, "Wulan Sari"),
        ("Dewi Lestari", True, False, "Dewi Lestari"),
    ]
    letter = next(one for one in kept(pc, history.letters, first) if one.number == number)
    assert (letter.signer_name, letter.state) == ("Dewi Lestari", "signed")
    (mandate,) = kept(pc, mandate_log)
    assert (mandate.name, mandate.role, mandate.letter) == ("Dewi Lestari", "ketua", MANDATE)
    assert mandate.until is not None
    assert pc.house.store.verify_chain().ok


def dispositions(pc: Building, case_id: str) -> list[tuple[str, bool, bool, str]]:
    """Who, whether as Plh., whether from paper, who recorded it."""
    rows = kept(pc, history.dispositions, case_id)
    return [(one.by, one.acting, one.from_paper, one.recorded_by or one.by) for one in rows]


def case_about(pc: Building, subject: str) -> str:
    """The id of the case about something."""
    return next(hit.id for hit in kept(pc, find, subject) if hit.kind == "case")


def disposition(pc: Building) -> DispositionPage:
    assert isinstance(pc.page, DispositionPage)
    return pc.page
