"""The first start: what was filled in becomes an office that opens, with a sheet to lock away."""

import io
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.actions.accounts import sign_in
from desk.actions.cases import IntakeOrder, open_case
from desk.assets import resource
from desk.bootstrap.first_start import found
from desk.bootstrap.house import House, utc_now
from desk.settings import Settings
from desk.standards.loader import load_standards
from desk.ui.runtime.ports import StaffSession
from desk.ui.runtime.tasks import TaskRunner
from desk.ui.shell.first_start import FirstOffice, FirstStart, FoundedOffice
from tests.requests import FORM

DRAFT = FirstOffice(
    name="KPU Kabupaten Tanjung Lestari",
    short_name="",
    city="Tanjung Lestari",
    address="Jalan Merdeka Utara Nomor 17",
    phone="",
    email="",
    region_code="5299",
    office_code="KPU-TL",
    standard="ksb",
    people={"admin": "Indah Permata", "front_office": "Indah Lestari", "ppid": "Putri Handayani"},
    last_numbers={"informasi": 41, "surat_keluar": 0},
)


def test_a_founded_office_opens_and_everybody_signs_in(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "data", "PC-1")
    office = found(settings, load_standards(resource("standards")), DRAFT)
    house = House.open(settings)
    try:
        assert house.face().name == DRAFT.name
        logins = [row[2] for row in office.accounts]
        assert logins == ["indah", "indah2", "putri"]
        name, _, login, password = office.accounts[1]
        person = sign_in(house.store, login, password, utc_now())
        assert (person.name, person.roles) == (name, frozenset({"front_office"}))
    finally:
        house.close()
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(office.sheet)).pages)
    assert office.recovery_code in text
    assert password in text


def test_numbers_go_on_where_the_paper_book_stopped(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "data", "PC-1")
    office = found(settings, load_standards(resource("standards")), DRAFT)
    house = House.open(settings)
    try:
        _, _, login, password = office.accounts[1]
        person = sign_in(house.store, login, password, utc_now())
        session = StaffSession(person.staff_id, person.name, person.title, person.roles)
        opened = open_case(house.workplace(session), IntakeOrder("informasi", FORM))
        assert opened.number.startswith("042/PI/KPU-TL/")
    finally:
        house.close()


def test_an_empty_form_says_what_is_missing_and_founds_nothing(qtbot: QtBot) -> None:
    asked: list[FirstOffice] = []

    def never(draft: FirstOffice) -> FoundedOffice:
        asked.append(draft)
        raise AssertionError

    window = _window(qtbot, never, None)
    qtbot.keyClick(window.name.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.name.problem() == "Isi nama kantor."
    assert window.people["admin"].problem() == "Isi nama administrator."
    assert not asked


def test_work_begins_only_when_the_sheet_is_saved(qtbot: QtBot, tmp_path: Path) -> None:
    made = FoundedOffice("AAAA-BBBB", [("Indah", "Administrator", "indah", "rahasia123")], b"%PDF-1.4")
    window = _window(qtbot, lambda _draft: made, tmp_path / "lembar.pdf")
    for part, text in ((window.name, "KPU X"), (window.city, "X"), (window.address, "Jalan 1")):
        part.setFocus()
        qtbot.keyClicks(part.editor, text)
    qtbot.keyClicks(window.people["admin"].editor, "Indah Permata")
    qtbot.keyClick(window.name.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.pages.currentIndex() == 1)
    assert not window.enter.isEnabled()
    qtbot.mouseClick(window.save, Qt.MouseButton.LeftButton)
    assert (tmp_path / "lembar.pdf").read_bytes() == b"%PDF-1.4"
    with qtbot.waitSignal(window.finished):
        qtbot.mouseClick(window.enter, Qt.MouseButton.LeftButton)


def _window(qtbot: QtBot, make: object, path: Path | None) -> FirstStart:
    tasks = TaskRunner()
    window = FirstStart(make, tasks, [("ksb", "Standar KSB")], ask=lambda _parent: path)  # type: ignore[arg-type]
    qtbot.addWidget(window, before_close_func=lambda _window: tasks.shutdown())
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    return window
