"""Every role has a desk, and every line of it leads to a page."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.actions.mandates import give_mandate
from desk.assets import resource
from desk.rules.permissions import ROLES
from desk.services.informasi import Path as LetterPath
from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.entry import StaffSession
from desk.ui.runtime.network import NetworkState
from desk.ui.shell.help import topics
from desk.ui.shell.window import MainWindow
from desk.ui.shell.workspace import Lazily, Workspace, workspaces_for
from desk.ui.workspaces import ALL
from tests.office import PEOPLE, SmallOffice, open_small_office
from tests.ui.drivers.desks import OfficeChanges, OfficeClock
from tests.ui.drivers.fakes import FakeNetwork, close_context, fake_context, fake_ports


def ids(roles: set[str]) -> list[str]:
    return [one.id for one in workspaces_for(roles, ALL)]


@pytest.mark.parametrize("role", sorted(set(ROLES) - {"kiosk"}))
def test_every_role_has_a_desk(role: str) -> None:
    assert ids({role})


def test_several_offices_give_several_desks_in_a_fixed_order() -> None:
    assert ids({"ppid", "kasubag_hukum", "front_office"}) == ["front_office", "ppid", "kasubag"]


def test_the_acting_chair_finds_one_inbox_for_both_offices() -> None:
    assert ids({"sekretaris", "ketua"}) == ["leadership"]


@pytest.mark.parametrize("workspace", ALL, ids=lambda one: one.id)
def test_hidden_pages_stand_under_a_line_that_is_there(workspace: Workspace) -> None:
    lines = {entry.page_id for entry in workspace.pages if not entry.hidden}
    assert all(entry.under in lines for entry in workspace.pages if entry.hidden)
    assert all(page in {entry.page_id for entry in workspace.pages} for page in workspace.opens.values())


def session_of(office: SmallOffice, login: str) -> tuple[StaffSession, ScreenContext]:
    place = office.at(login)
    person = next(one for one in PEOPLE if one.login == login)
    session = StaffSession(place.actor.staff_id, person.name, "", place.roles)
    network = FakeNetwork(NetworkState(online=True))
    ports = fake_ports(changes=OfficeChanges(office), clock=OfficeClock(office), network=network)
    return session, fake_context(ports, session, place)


@pytest.mark.parametrize(
    "login",
    ["rahma", "wulan", "hendra", "ratna", "dewi", "syahrul", "mira", "putri", "fajar", "laras", "admin"],
)
def test_every_line_opens_its_page(login: str, tmp_path: Path, qtbot: QtBot) -> None:
    office = open_small_office(tmp_path)
    session, ctx = session_of(office, login)
    rooms = workspaces_for(session.roles, ALL)
    window = MainWindow(ctx, rooms)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    for room in rooms:
        window.open_workspace(room.id)
        for entry in room.pages:
            if not entry.hidden and (entry.only is None or entry.only(ctx)):
                window.navigate(entry.page_id)
                assert window.pages.current is not None
                assert window.pages.current.page_id == entry.page_id
        QApplication.processEvents()
        assert [toast.text.text() for toast in window.toasts.toasts()] == []
    window.close()
    window.deleteLater()
    QApplication.processEvents()
    close_context(ctx)
    office.store.close()


def test_a_lent_office_opens_its_desk(tmp_path: Path) -> None:
    office = open_small_office(tmp_path)
    give_mandate(office.at("ratna"), office.founded.staff["syahrul"], "ketua", office.clock(), None, "1/ST")
    assert ids(set(office.at("syahrul").roles)) == ["leadership", "kasubag"]
    office.store.close()


def test_the_manual_opens_with_its_index_and_its_links_lead_somewhere() -> None:
    import re

    folder = resource("help")
    known = topics(folder)
    assert known[0][0] == "index"
    names = {name for name, _title in known}
    for path in folder.glob("*.md"):
        for link in re.findall(r"\]\(([\w-]+)\.md\)", path.read_text("utf-8")):
            assert link in names, f"{path.name}: {link}"


def test_every_screen_has_its_page_of_the_manual_and_every_page_is_linked() -> None:
    import re

    folder = resource("help")
    names = {path.stem for path in folder.glob("*.md")}
    screens = {entry.build.load() for room in ALL for entry in room.pages if isinstance(entry.build, Lazily)}
    assert {screen.help_topic or screen.page_id for screen in screens} - names == set()
    told = "".join(path.read_text("utf-8") for path in folder.glob("*.md"))
    assert names - {"index", *re.findall(r"\]\(([\w-]+)\.md\)", told)} == set()


def test_the_register_officer_takes_a_letter_in_on_the_counters_form(tmp_path: Path, qtbot: QtBot) -> None:
    office = open_small_office(tmp_path)
    session, ctx = session_of(office, "wulan")
    window = MainWindow(ctx, workspaces_for(session.roles, ALL))
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F2)
    page: Any = window.pages.current
    assert page.page_id == "counter"
    assert page.sheet.filled().draft.path is LetterPath.LETTER
    assert not page.queue.isVisible(), "who calls no tickets sees no queue"
    assert [item.text() for item in window.sidebar.items if item.isChecked()] == ["Surat masuk"]
    window.close()
    window.deleteLater()
    QApplication.processEvents()
    close_context(ctx)
    office.store.close()


def test_who_reads_the_channels_has_the_form_to_register_what_came_in() -> None:
    readers = [room for room in ALL if room.page("inbox")]
    assert {"front_office", "register", "liaison", "operator_ppid", "complaints"} <= {
        one.id for one in readers
    }
    assert [room.id for room in readers if room.page("counter") is None] == []
