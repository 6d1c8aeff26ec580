"""A spoken disposition in three keys: F4, a digit or a letter, Enter (G5)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desk.queries import history
from tests.kupang import kupang, moved, registered
from tests.office import SmallOffice
from tests.ui.clipping import clipped_texts
from tests.ui.drivers.case import CaseDriver
from tests.ui.screens.case.conftest import Sit
from tests.walks import standing

KEY = Qt.Key


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SmallOffice]:
    with kupang(tmp_path) as founded:
        yield founded


def met(office: SmallOffice) -> str:
    case_id = registered(office)
    moved(office, case_id, "rahma", "arahkan", 2, to_role="ketua")
    moved(office, case_id, "ratna", "selesai_bertemu", 9)
    office.clock.pass_(minutes=3)
    return case_id


def keys(desk: CaseDriver, *pressed: str | Qt.Key) -> None:
    """Keys into whatever has the keyboard."""
    for key in pressed:
        target = QApplication.focusWidget()
        assert target is not None
        desk.bot.keyClick(target, key)
        desk.settle()


@pytest.mark.parametrize("key", ["3", "p"])
def test_three_keys_pass_the_request_on(office: SmallOffice, sit: Sit, key: str) -> None:
    case_id = met(office)
    ratna = sit("ratna").open(case_id)
    assert ratna.page.bar.buttons["disposisikan"].text() == "Disposisi lisan…"
    keys(ratna, KEY.Key_F4, key, KEY.Key_Return)
    case = standing(office, case_id)
    assert (case.step, case.holder) == ("tindak_lanjut", "kasubag_data")
    assert ratna.toasts()[-1].startswith("Disposisi lisan dicatat. Sekarang: Tindak lanjut")
    assert any(
        entry.minutes.startswith("rencana 5 menit · nyata 3 menit") for entry in ratna.page.history.entries
    )


def test_enter_without_an_addressee_asks_for_one_and_letters_go_round(office: SmallOffice, sit: Sit) -> None:
    ratna = sit("ratna").open(met(office))
    keys(ratna, KEY.Key_F4, KEY.Key_Return)
    sheet = ratna.sheet
    assert sheet.role.problem() == "Pilih pejabat yang dituju."
    offered = [chip.text() for chip in sheet.role.group.chips]
    assert offered[0] == "1  Kasubag Teknis && Hupmas"
    assert offered[-1] == "5  Sekretaris"
    taken = []
    for _turn in range(3):
        keys(ratna, "h")
        taken.append(sheet.role.value())
    assert taken == ["kasubag_teknis", "kasubag_hukum", "kasubag_teknis"]
    keys(ratna, "x")
    assert sheet.role.value() == "kasubag_teknis"
    assert clipped_texts(ratna.window) == []


def test_the_desk_records_it_at_the_meeting_for_the_leader(office: SmallOffice, sit: Sit) -> None:
    case_id = registered(office)
    moved(office, case_id, "rahma", "arahkan", 2, to_role="ketua")
    office.clock.pass_(minutes=12)
    rahma = sit("rahma").open(case_id)
    keys(rahma, KEY.Key_F4, "1", KEY.Key_Return)
    assert standing(office, case_id).holder == "kasubag_teknis"
    (entry,) = office.at("rahma").ask(history.dispositions, case_id)
    assert (entry.by, entry.recorded_by) == ("Ratna Maharani", "Rahma Widyastuti")
    rahma.to_tab("Disposisi")
    assert "Rahma Widyastuti" in rahma.words(rahma.page.sheet)


def test_who_neither_holds_it_nor_records_is_not_offered_it(office: SmallOffice, sit: Sit) -> None:
    case_id = met(office)
    assert "Disposisi lisan…" not in sit("lina").open(case_id).offered()
