"""Planned against actual minutes on the case page: the line that counts, progress, history (KPG)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from desk.ui.widgets import Badge
from tests.kupang import kupang, moved, registered
from tests.office import SmallOffice
from tests.ui.clipping import clipped_texts
from tests.ui.screens.case.conftest import Sit

SAID = "Langkah ini: rencana 3 menit · nyata {} menit · keluaran: Identitas dan tujuan pemohon tercatat"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SmallOffice]:
    with kupang(tmp_path) as founded:
        yield founded


def test_the_running_step_counts_on_at_each_full_minute(office: SmallOffice, sit: Sit) -> None:
    case_id = registered(office)
    office.clock.pass_(minutes=2, seconds=40)
    line = sit("rahma").open(case_id).page.head.minutes
    assert line.words.text() == SAID.format(2)
    assert not line.over.isVisible()
    assert line.timer.isActive()
    assert line.timer.interval() == 20_050
    office.clock.pass_(minutes=2)
    line.timer.timeout.emit()
    assert line.words.text() == SAID.format(4)
    assert line.over.text() == "lewat 1 menit"
    line.hide()
    assert not line.timer.isActive()


def test_what_was_done_stands_beside_its_plan(office: SmallOffice, sit: Sit) -> None:
    case_id = registered(office)
    moved(office, case_id, "rahma", "arahkan", 2, to_role="ketua")
    moved(office, case_id, "ratna", "selesai_bertemu", 14)
    rahma = sit("rahma").open(case_id)
    steps = {one.label: one.detail for one in rahma.page.head.steps.steps()}
    assert steps["Registrasi"] == "2 dari 3 menit"
    assert steps["Bertemu pimpinan"] == "14 dari 10 menit, lewat"
    assert steps["Tindak lanjut"] == "rencana 30 menit"
    assert clipped_texts(rahma.window) == []
    rahma.to_tab("Riwayat")
    shown = rahma.page.history.findChildren(Badge)
    assert [one.text() for one in shown if one.text()] == ["lewat 4 menit"]
    labels = [one.text() for one in rahma.page.history.findChildren(QLabel)]
    assert any(one.startswith("rencana 3 menit · nyata 2 menit · keluaran: Identitas") for one in labels)
    assert any(one.startswith("rencana 10 menit · nyata 14 menit") for one in labels)


def test_a_clock_that_ran_backwards_is_said(office: SmallOffice, sit: Sit) -> None:
    case_id = registered(office)
    moved(office, case_id, "rahma", "arahkan", -5, to_role="ketua")
    rahma = sit("rahma").open(case_id)
    said = [entry.minutes for entry in rahma.page.history.entries]
    assert any(one.startswith("rencana 3 menit · nyata 0 menit (jam mundur, dihitung 0)") for one in said)
