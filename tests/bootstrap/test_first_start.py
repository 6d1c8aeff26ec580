"""The first start: what was filled in becomes an office that opens, with a sheet to lock away."""

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desk.actions.accounts import WrongPasswordError, sign_in
from desk.actions.cases import IntakeOrder, open_case
from desk.assets import resource
from desk.bootstrap.clock import utc_now
from desk.bootstrap.first_start import _offer, found, keep, resume
from desk.bootstrap.house import House
from desk.queries.office import profile
from desk.settings import Settings
from desk.standards.loader import load_standards
from desk.store.errors import NewerRecoveryCodeError, StoreExistsError, StoreMissingError
from desk.ui.runtime.entry import StaffSession
from desk.ui.runtime.tasks import TaskRunner
from desk.ui.shell.first_start import Beginning, FirstOffice, FirstStart, StandardOffer
from desk.ui.shell.sheet_page import FoundedOffice
from tests.requests import FORM
from tests.ui.clipping import clipped_texts
from tests.ui.drivers.keyboard import Keyboard

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
    keep(settings, office)
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
    keep(settings, office)
    house = House.open(settings)
    try:
        _, _, login, password = office.accounts[1]
        person = sign_in(house.store, login, password, utc_now())
        session = StaffSession(person.staff_id, person.name, person.title, person.roles)
        opened = open_case(house.workplace(session), IntakeOrder("informasi", FORM))
        assert opened.number.startswith("042/PI/KPU-TL/")
    finally:
        house.close()


def test_until_the_sheet_is_kept_there_is_no_office(tmp_path: Path) -> None:
    settings, standards = Settings(tmp_path / "data", "PC-1"), load_standards(resource("standards"))
    assert resume(settings) is None
    first = found(settings, standards, DRAFT)
    with pytest.raises(StoreMissingError):
        House.open(settings)
    again = resume(settings)
    assert again is not None
    assert again.again
    assert again.recovery_code != first.recovery_code
    assert {row[2] for row in again.accounts} == {row[2] for row in first.accounts}
    with pytest.raises(NewerRecoveryCodeError):
        keep(settings, first)
    keep(settings, again)
    assert resume(settings) is None
    with pytest.raises(StoreExistsError):
        found(settings, standards, DRAFT)
    house = House.open(settings)
    try:
        login, old, new = first.accounts[0][2], first.accounts[0][3], dict_of(again)["indah"]
        assert sign_in(house.store, login, new, utc_now()).name == "Indah Permata"
        with pytest.raises(WrongPasswordError):
            sign_in(house.store, login, old, utc_now())
    finally:
        house.close()


def test_a_founding_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(tmp_path / "data", "PC-1")

    def fail(*_: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr("desk.documents.office_sheet.render", fail)
    with pytest.raises(OSError, match="no room"):
        found(settings, load_standards(resource("standards")), DRAFT)
    assert resume(settings) is None


def dict_of(office: FoundedOffice) -> dict[str, str]:
    """Passwords by login."""
    return {login: password for _, _, login, password in office.accounts}


def test_an_empty_form_says_what_is_missing_and_founds_nothing(qtbot: QtBot) -> None:
    asked: list[FirstOffice] = []

    def never(draft: FirstOffice) -> FoundedOffice:
        asked.append(draft)
        raise AssertionError

    window = _window(qtbot, never)
    qtbot.keyClick(window.name.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.name.problem() == "Isi nama kantor."
    assert window.people["admin"].problem() == "Isi nama administrator."
    assert not asked


def test_work_begins_only_when_the_sheet_is_saved(qtbot: QtBot, tmp_path: Path) -> None:
    kept: list[FoundedOffice] = []
    window = _window(qtbot, lambda _draft: MADE, path=tmp_path / "lembar.pdf", keep=kept.append)
    for part, text in ((window.name, "KPU X"), (window.city, "X"), (window.address, "Jalan 1")):
        part.setFocus()
        qtbot.keyClicks(part.editor, text)
    qtbot.keyClicks(window.people["admin"].editor, "Indah Permata")
    qtbot.keyClick(window.name.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.sheet is not None)
    assert window.sheet is not None
    assert not window.sheet.enter.isEnabled()
    qtbot.mouseClick(window.sheet.save, Qt.MouseButton.LeftButton)
    assert (tmp_path / "lembar.pdf").read_bytes() == MADE.sheet
    assert kept == []
    with qtbot.waitSignal(window.finished):
        qtbot.mouseClick(window.sheet.enter, Qt.MouseButton.LeftButton)
    assert kept == [MADE]


def test_a_start_that_was_cut_off_goes_on_with_a_new_sheet(qtbot: QtBot, tmp_path: Path) -> None:
    window = _window(qtbot, _never, waits=replace(MADE, again=True), path=tmp_path / "no" / "lembar.pdf")
    assert window.sheet is not None
    words = " ".join(label.text() for label in window.sheet.findChildren(QLabel))
    assert "terhenti" in words
    assert MADE.recovery_code in words
    qtbot.mouseClick(window.sheet.save, Qt.MouseButton.LeftButton)
    assert "pilih folder lain" in window.sheet.save.text()
    assert not window.sheet.enter.isEnabled()


def test_a_sheet_that_was_replaced_meanwhile_does_not_open_the_office(qtbot: QtBot, tmp_path: Path) -> None:
    def refuse(_office: FoundedOffice) -> None:
        raise NewerRecoveryCodeError

    window = _window(qtbot, _never, waits=MADE, path=tmp_path / "lembar.pdf", keep=refuse)
    assert window.sheet is not None
    qtbot.mouseClick(window.sheet.save, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(window.sheet.enter, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(window.sheet.refusal.isVisible)
    assert "lebih baru" in window.sheet.refusal.text()
    assert clipped_texts(window) == []


def test_the_office_picks_its_standard_among_those_that_ship(qtbot: QtBot, tmp_path: Path) -> None:
    asked: list[FirstOffice] = []

    def make(draft: FirstOffice) -> FoundedOffice:
        asked.append(draft)
        return MADE

    shipped = load_standards(resource("standards")).in_force(utc_now().date())
    choices = [_offer(one) for one in shipped]
    assert [one.id for one in choices] == ["kpg", "ksb", "ntb", "ntt"]
    window = _window(qtbot, make, path=tmp_path / "lembar.pdf", standards=choices)
    assert all(book.isHidden() for book in window.last.values())
    keys = Keyboard(qtbot, lambda: True)
    for label, text in (("Nama kantor", "KPU X"), ("Kota pada surat", "X"), ("Alamat", "Jalan 1")):
        keys.fill(label, text)
    keys.fill("Administrator", "Indah Permata")
    keys.press("Ctrl+Return")
    assert window.standard.problem() == "Pilih standar pelayanan kantor."
    assert window.standard.editor.hasFocus()
    assert asked == []
    keys.choose("Standar pelayanan", "Standar Pelayanan Publik KPU Provinsi Nusa Tenggara Timur")
    keys.fill("Register data dan informasi", "12")
    keys.press("Ctrl+Return")
    qtbot.waitUntil(lambda: window.sheet is not None)
    assert [draft.standard for draft in asked] == ["ntt"]
    books = {"data_informasi": 12, "konsultasi": 0, "surat_keluar": 0, "ekspedisi": 0}
    assert asked[0].last_numbers == books


@pytest.mark.parametrize(("standard", "level"), [("ntt", "provinsi"), ("kpg", "kota")])
def test_an_office_runs_under_the_standard_it_picked(tmp_path: Path, standard: str, level: str) -> None:
    settings, standards = Settings(tmp_path / "data", "PC-1"), load_standards(resource("standards"))
    keep(settings, found(settings, standards, replace(DRAFT, standard=standard, last_numbers={})))
    house = House.open(settings)
    try:
        with house.store.read() as session:
            office = profile(session)
        assert (office.standard, office.level) == (standard, level)
        name = standards.get(standard).short_title("front_office")
        assert house.title_of(frozenset({"front_office"})) == name
    finally:
        house.close()


MADE = FoundedOffice("AAAA-BBBB", [("Indah", "Administrator", "indah", "rahasia123")], b"%PDF-1.4")


def _never(_draft: FirstOffice) -> FoundedOffice:
    raise AssertionError("nothing is founded here")


def _window(
    qtbot: QtBot,
    make: Callable[[FirstOffice], FoundedOffice],
    *,
    waits: FoundedOffice | None = None,
    path: Path | None = None,
    keep: Callable[[FoundedOffice], None] = lambda _office: None,
    standards: Sequence[StandardOffer] = (StandardOffer("ksb", "Standar KSB", frozenset({"informasi"})),),
) -> FirstStart:
    tasks = TaskRunner()
    begin = Beginning(make, lambda: waits, keep, lambda _code, _heard: None, lambda: False)
    window = FirstStart(begin, tasks, standards, ask=lambda _parent: path)
    qtbot.addWidget(window, before_close_func=lambda _window: tasks.shutdown())
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: window.sheet is not None or window.make.isEnabled())
    return window
