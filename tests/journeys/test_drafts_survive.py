"""The process dies while somebody types: the next start has what was typed, and says so."""

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests import stories
from tests.journeys.typist import HALF, NAME
from tests.office import SmallOffice
from tests.ui.drivers.building import Building, building, found

pytestmark = [
    pytest.mark.timeout(300),
    pytest.mark.qt_log_ignore("This plugin does not support"),  # offscreen: grabbing for a menu
]

Act = Callable[[Building], None]


def restored_request(pc: Building) -> None:
    with pc.as_("rahma", "Loket 1"):
        sheet = pc.page.sheet  # type: ignore[attr-defined]
        assert banner(sheet.banner)
        assert sheet.form.applicant.name.value() == NAME
        assert sheet.form.information.information.value().startswith(HALF)


def restored_answer(pc: Building) -> None:
    with pc.as_("syahrul"):
        pc.go("work")
        pc.press("Return")
        view = pc.page.answer.prepare  # type: ignore[attr-defined]
        assert banner(view.restored)
        assert view.letter.body.value().startswith(HALF)


def restored_visitor(pc: Building) -> None:
    with pc.as_("bayu"):
        page = pc.page
        assert banner(page.banner)  # type: ignore[attr-defined]
        draft = page.form.draft()  # type: ignore[attr-defined]
        assert draft.name == NAME
        assert draft.purpose.startswith(HALF)


def restored_decision(pc: Building) -> None:
    with pc.as_("putri"):
        pc.go("ppid")
        assert banner(pc.page.restored)  # type: ignore[attr-defined]
        assert pc.page.form.fields["consequence"].value().startswith(HALF)  # type: ignore[attr-defined]


def restored_advice(pc: Building) -> None:
    with pc.as_("hendra"):
        pc.go("disposition")
        assert banner(pc.page.restored)  # type: ignore[attr-defined]
        assert pc.page.form.advice.value().startswith(HALF)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("form", "restored"),
    [
        ("request", restored_request),
        ("answer", restored_answer),
        pytest.param("visitor", restored_visitor, marks=pytest.mark.long),
        pytest.param("decision", restored_decision, marks=pytest.mark.long),
        pytest.param("advice", restored_advice, marks=pytest.mark.long),
    ],
)
def test_what_was_typed_is_there_after_the_process_was_killed(
    form: str, restored: Act, tmp_path: Path, qtbot: QtBot
) -> None:
    clock = found(tmp_path, busy=cases_before_it)
    typed_until_killed(tmp_path, form)
    with building(tmp_path, qtbot, clock) as pc:
        restored(pc)


def cases_before_it(office: SmallOffice) -> None:
    """One case for the PPID, one for Kasubag Hukum, one for the Sekretaris."""
    stories.to_kasubag(office)
    stories.to_ppid(office)
    opened = stories.take_in(office, stories.by_letter(), login="wulan")
    stories.move(office, "wulan", opened.case_id, "teruskan")


def typed_until_killed(folder: Path, form: str) -> None:
    """A process of its own types a form until SIGKILL ends it, in the middle of a word."""
    command = [sys.executable, "-m", "tests.journeys.typist", str(folder), form]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            assert process.stdout.readline() == "kept\n"
        finally:
            process.kill()
    assert process.returncode == -signal.SIGKILL


def banner(part: object) -> bool:
    """Whether a banner says that a draft was restored."""
    return part.isVisible() and "Draf dipulihkan" in part.text.text()  # type: ignore[attr-defined]
