"""A mandate given or ended while somebody is signed in: desks open and close at once, nothing is lost."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.actions.mandates import end_mandate, give_mandate
from desk.ui.runtime.entry import StaffSession
from desk.ui.shell.window import MainWindow
from desk.ui.workspaces import ALL
from tests.office import PEOPLE, SmallOffice, open_small_office
from tests.stories import disposed, letter_to_ketua
from tests.ui.drivers.desks import OfficeChanges, OfficeClock
from tests.ui.drivers.fakes import close_context, fake_context, fake_ports
from tests.ui.drivers.shell import ShellDriver


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SmallOffice]:
    made = open_small_office(tmp_path)
    yield made
    made.store.close()


class Signed:
    """Somebody at the real window with all desks known, as the program opens it."""

    def __init__(self, office: SmallOffice, login: str, bot: QtBot) -> None:
        place = office.at(login)
        person = next(one for one in PEOPLE if one.login == login)
        titles = office.standards.get("ksb").held_titles(place.roles)
        session = StaffSession(place.actor.staff_id, person.name, titles, place.roles)
        ports = fake_ports(changes=OfficeChanges(office), clock=OfficeClock(office))
        self.ctx, self.bot = fake_context(ports, session, place), bot
        roles = lambda: place.held(place.now(), fresh=True)  # noqa: E731
        self.window = MainWindow(self.ctx, ALL, roles)
        self.shell = ShellDriver(self.window, bot).open()
        self.settle()

    def settle(self) -> None:
        for _ in range(4):
            QApplication.processEvents()

    def desks(self) -> list[str]:
        return [one.label for one in self.window.workspaces]

    def title(self) -> str:
        return self.window.topbar.person.accessibleName()

    def close(self) -> None:
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(self.window)
        close_context(self.ctx)


@pytest.fixture
def syahrul(office: SmallOffice, qtbot: QtBot) -> Iterator[Signed]:
    made = Signed(office, "syahrul", qtbot)
    yield made
    made.close()


def lend(office: SmallOffice, to: str = "syahrul", role: str = "ketua", days: int = 2) -> str:
    now = office.clock()
    person = office.founded.staff[to]
    return give_mandate(office.at("admin"), person, role, now, now + timedelta(days=days), "7/ST")


def test_a_mandate_given_now_opens_its_desk_now(office: SmallOffice, syahrul: Signed) -> None:
    letter_to_ketua(office)
    assert syahrul.desks() == ["Ruang Kasubag"]
    here = syahrul.window.pages.current
    lend(office)
    syahrul.settle()
    assert syahrul.desks() == ["Ruang pimpinan", "Ruang Kasubag"]
    assert syahrul.shell.toasts() == ["Terbuka untuk Anda: Ruang pimpinan."]
    assert syahrul.title().startswith("Syahrul Anwar, Ketua · Kasubag Hukum & SDM")
    assert syahrul.window.pages.current is here, "nobody is torn from what they do"
    syahrul.window.open_workspace("leadership")
    syahrul.settle()
    page = syahrul.window.pages.current
    assert page is not None
    assert (page.page_id, len(page.list.rows())) == ("disposition", 1)


def test_a_mandate_ended_now_closes_its_desk(
    office: SmallOffice, syahrul: Signed, caplog: pytest.LogCaptureFixture
) -> None:
    mandate = lend(office)
    case_id = letter_to_ketua(office).case_id
    syahrul.settle()
    syahrul.window.open_workspace("leadership")
    syahrul.settle()
    end_mandate(office.at("admin"), mandate)
    syahrul.settle()
    assert syahrul.desks() == ["Ruang Kasubag"]
    assert syahrul.window.workspace.id == "kasubag"
    assert syahrul.shell.toasts()[-1] == "Tidak terbuka lagi: Ruang pimpinan."
    assert syahrul.title().startswith("Syahrul Anwar, Kasubag Hukum & SDM:")
    syahrul.ctx.navigate("disposition", case_id=case_id)
    assert caplog.messages == ["no page disposition in workspace kasubag"]
    assert syahrul.shell.toasts()[-1] == "Halaman itu tidak ada di ruang kerja Anda."


def test_a_mandate_ends_by_the_clock_too(office: SmallOffice, syahrul: Signed) -> None:
    lend(office, days=1)
    syahrul.settle()
    office.clock.pass_(days=1)
    syahrul.window._status_timer.timeout.emit()
    assert syahrul.desks() == ["Ruang Kasubag"]


def test_words_in_work_outlive_a_change_of_roles(office: SmallOffice, qtbot: QtBot) -> None:
    case_id = disposed(office).case_id
    mira = Signed(office, "mira", qtbot)
    mira.ctx.open_case(case_id)
    mira.settle()
    body = mira.window.pages.current.answer.prepare.letter.body
    body.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(QApplication.focusWidget(), "Sedang ditulis. ")
    mandate = lend(office, "mira")
    mira.settle()
    assert "Sedang ditulis." in body.value()
    mira.window.open_workspace("leadership")
    mira.settle()
    end_mandate(office.at("admin"), mandate)
    mira.settle()
    mira.ctx.open_case(case_id)
    mira.settle()
    page = mira.window.pages.current
    assert "Sedang ditulis." in page.answer.prepare.letter.body.value()
    mira.close()


def test_who_holds_nothing_any_more_is_told(office: SmallOffice, qtbot: QtBot) -> None:
    from desk.models import StaffRole

    bayu = Signed(office, "bayu", qtbot)
    with office.at("admin").write("end_role") as session:
        session.query(StaffRole).filter_by(staff_id=office.founded.staff["bayu"]).one().until = (
            office.clock().date() - timedelta(days=1)
        )
    bayu.settle()
    assert bayu.desks() == []
    assert bayu.window.pages.current is None
    bayu.close()
