"""What bootstrap hands to the windows: memory of this PC, sign-in with waiting, search by role."""

from pathlib import Path

import pytest

from desk.bootstrap.adapters import OfficeSearch, StoreDrafts
from desk.bootstrap.house import House
from desk.bootstrap.memory import FileMemory
from desk.bootstrap.signing_in import FREE_TRIES, OfficeSignIn
from desk.queries import cases
from desk.settings import Settings, device_name
from desk.store.drafts import Drafts
from desk.ui.runtime import entry
from tests.office import MORNING, SmallOffice, open_small_office
from tests.requests import registered


@pytest.fixture
def office(tmp_path: Path) -> SmallOffice:
    return open_small_office(tmp_path / "data")


@pytest.fixture
def house(office: SmallOffice) -> House:
    settings = Settings(office.store.folder, "FO-1", demo=True)
    return House(settings, office.store, office.standards, office.clock)


def test_memory_is_there_after_a_restart(tmp_path: Path) -> None:
    FileMemory(tmp_path / "window.json").remember("text.scale", "1.25")
    assert FileMemory(tmp_path / "window.json").recall("text.scale") == "1.25"


def test_a_damaged_memory_is_an_empty_one(tmp_path: Path) -> None:
    (tmp_path / "window.json").write_text("[1", encoding="utf-8")
    assert FileMemory(tmp_path / "window.json").recall("window") is None


def test_a_memory_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    memory = FileMemory(tmp_path / "no" / "such" / "window.json")
    memory.remember("window", "x")
    assert memory.recall("window") == "x"


def test_after_three_failures_the_next_try_waits(house: House, office: SmallOffice) -> None:
    sign_in = OfficeSignIn(house)
    for _ in range(FREE_TRIES):
        with pytest.raises(entry.WrongPasswordError):
            sign_in.verify("rahma", "salah")
    with pytest.raises(entry.TooManyTriesError) as refused:
        sign_in.verify("rahma", "salah")
    assert 0 < refused.value.wait.total_seconds() <= 2
    office.clock.pass_(seconds=3)
    with pytest.raises(entry.WrongPasswordError):
        sign_in.verify("rahma", "salah")


def test_an_unknown_login_says_no_more_than_a_wrong_password(house: House) -> None:
    with pytest.raises(entry.WrongPasswordError):
        OfficeSignIn(house).verify("siapa", "salah")


def test_the_demo_shows_everybody_and_who_needs_a_counter(house: House) -> None:
    accounts = {one.login: one for one in OfficeSignIn(house).accounts()}
    assert accounts["rahma"].needs_counter
    assert not accounts["bayu"].needs_counter
    assert all(one.password for one in accounts.values())


def test_a_real_office_lists_nobody(office: SmallOffice) -> None:
    house = House(Settings(office.store.folder, "FO-1"), office.store, office.standards, office.clock)
    assert OfficeSignIn(house).accounts() == ()


def test_the_guard_finds_no_case(office: SmallOffice) -> None:
    case_id = registered(office)
    code = office.at("rahma").ask(cases.page, office.standards, MORNING.date(), case_id).code
    front, guard = OfficeSearch(office.at("rahma")), OfficeSearch(office.at("bayu"))
    assert [hit.id for hit in front.find("hamdan") if hit.kind == "case"] == [case_id]
    assert not [hit for hit in guard.find("hamdan") if hit.kind == "case"]
    assert front.by_code(code) == case_id
    assert guard.by_code(code) is None


def test_drafts_belong_to_one_officer(office: SmallOffice) -> None:
    drafts = Drafts(office.store)
    mine = StoreDrafts(drafts, "s1", office.clock)
    mine.save("informasi:baru", "informasi", "Permohonan informasi", "{}")
    assert [one.key for one in mine.list("informasi")] == ["informasi:baru"]
    assert StoreDrafts(drafts, "s2", office.clock).load("informasi:baru") is None
    mine.discard("informasi:baru")
    assert mine.load("informasi:baru") is None


def test_the_face_tells_todays_hours_and_zone(house: House) -> None:
    face = house.face()
    assert (face.hours, face.zone, face.device) == ("08.00–16.00", "WITA", "FO-1")


@pytest.mark.parametrize(("host", "name"), [("pc-depan.lan", "PC-DEPAN-LAN"), ("", "PC"), ("ñ", "PC")])
def test_a_device_name_can_stand_on_paper(host: str, name: str) -> None:
    assert device_name(host) == name
