"""README's recipe for a new service, followed to the letter: its three files make a service that runs."""

import importlib
import re
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

import desk.services
import desk.ui.forms
from desk.actions.delivery import HandOver, hand_over
from desk.actions.letters import LetterText, give_paraf, save_letter, sign_letter, submit_letter
from desk.actions.setup import Furniture, found_office
from desk.actions.steps import MoveOrder, move_case
from desk.assets import resource
from desk.standards.check import standard_problems
from desk.standards.loader import Standards, load_standards
from desk.store.keys import MachineKeys
from desk.store.store import Store
from desk.ui.screens.counter.sheets import ServiceList
from tests.office import CHEAP, MORNING, OFFICE, PEOPLE, SmallOffice, StillClock
from tests.ui.drivers.counter import CounterDriver
from tests.ui.drivers.desks import CTRL

SLUG = "pinjam_ruang"
README = Path(__file__).parents[2] / "README.md"
_FILE = re.compile(r"```(?:toml|python)\n# (\S+)\n(.*?)```", re.DOTALL)


@pytest.fixture
def standards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Standards]:
    """The files of the recipe, each where it says; afterwards they are gone."""
    for path, text in _FILE.findall(README.read_text(encoding="utf-8")):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    folder = tmp_path / "resources" / "standards"
    shutil.copy(resource("standards", "ksb.toml"), folder)
    for package, own in ((desk.services, "desk/services"), (desk.ui.forms, "desk/ui/forms")):
        monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path / own)])
    importlib.invalidate_caches()
    yield load_standards(folder)
    for package in (desk.services, desk.ui.forms):
        sys.modules.pop(f"{package.__name__}.{SLUG}", None)
        vars(package).pop(SLUG, None)


@pytest.fixture
def office(tmp_path: Path, standards: Standards) -> Iterator[SmallOffice]:
    """An office that runs under the recipe's standard."""
    store = Store.create(tmp_path / "office", MachineKeys(tmp_path / "office", CHEAP))
    furniture = Furniture(counters=2, cards=12)
    founded = found_office(store, standards.get("kantor"), OFFICE, PEOPLE, MORNING, furniture, str)
    yield SmallOffice(store, standards, StillClock(MORNING), founded)
    store.close()


def test_its_standard_hangs_together_and_keeps_everything_of_its_base(standards: Standards) -> None:
    kantor = standards.get("kantor")
    assert standard_problems(kantor) == ()
    assert kantor.services.keys() == {*standards.get("ksb").services, SLUG}


def test_its_requests_go_from_the_counter_to_the_archive(office: SmallOffice, qtbot: QtBot) -> None:
    counter = CounterDriver(office, qtbot)
    counter.press(Qt.Key.Key_G, CTRL)
    listed = counter.window.findChild(ServiceList)
    listed.list.select(SLUG)
    qtbot.keyClick(listed.list.view, Qt.Key.Key_Return)
    counter.settle()
    form = counter.sheet.form
    fields = {path: field for section in form.sections() for path, field in section.places()}
    counter.press_save()
    assert fields["day"].problem() == "Isi hari pemakaian."
    for path, words in (
        ("letter.sender", "Karang Taruna"),
        ("letter.subject", "Pinjam ruang"),
        ("letter.dated", "12/3/2026"),
        ("applicant.name", "Wayan Sudira"),
        ("applicant.body_name", "Karang Taruna Melati"),
        ("applicant.phone", "081234567890"),
        ("day", "1/4/2026"),
    ):
        counter.write(fields[path], words)
    counter.tick(counter.sheet.side.checklist.list.boxes["surat"])
    counter.press_save()
    (row,) = counter.cases()
    assert (row.service, row.due) == (SLUG, date(2026, 3, 25))
    assert row.number.startswith("001/PR/")
    counter.close()
    to_the_archive(office, row.id)
    (row,) = CounterDriver(office, qtbot).cases()
    assert (row.step, row.closed) == ("arsip", True)


def to_the_archive(office: SmallOffice, case_id: str) -> None:
    """Forwarded, answered, checked, signed, handed over."""
    head = office.at("tono")
    move_case(office.at("rahma"), MoveOrder(case_id, "teruskan"))
    save_letter(head, case_id, LetterText("surat_jawaban", "Izin", "Karang Taruna", "Silakan.", "sekretaris"))
    submit_letter(head, case_id)
    give_paraf(head, case_id)
    sign_letter(office.at("hendra"), case_id)
    hand_over(office.at("rahma"), case_id, HandOver(receiver="Wayan Sudira", signed_on_paper=True))
