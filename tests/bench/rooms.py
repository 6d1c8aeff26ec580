"""The program's own windows over a small office, entered without the slow password."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.bootstrap.desktop import Desktop
from desk.bootstrap.house import House
from desk.settings import Settings
from desk.ui.runtime.entry import StaffSession
from desk.ui.shell.window import MainWindow
from desk.ui.theme import style
from tests.office import PEOPLE, SmallOffice


@contextmanager
def opened_desktop(qtbot: QtBot, office: SmallOffice) -> Iterator[Desktop]:
    """The sign-in window over the office, ready; everything is closed at the end."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    style.apply(app, 1.0)
    settings = Settings(office.store.folder, "PC-1", only_files=True)
    house = House(settings, office.store, office.standards, office.clock)
    desktop = Desktop(settings, lambda: house)
    desktop.start()
    sign_in = desktop.sign_in
    assert sign_in is not None
    with qtbot.waitSignal(sign_in.ready):
        pass
    qtbot.waitUntil(lambda: not desktop.tasks.busy)
    try:
        yield desktop
    finally:
        if isinstance(desktop.window, MainWindow):
            desktop.window.close()
        sign_in.close()
        qtbot.waitUntil(lambda: not desktop.tasks.busy)
        if house.network is not None:
            house.network.stop()
        house.close = lambda: None  # type: ignore[method-assign]  # the office belongs to the fixture
        desktop.close()


def session_of(office: SmallOffice, login: str) -> StaffSession:
    """What the password would have given."""
    person = next(one for one in PEOPLE if one.login == login)
    place = office.at(login, counter=1)
    counter = place.counter_id or "" if "front_office" in person.roles else ""
    return StaffSession(
        place.actor.staff_id,
        person.name,
        "",
        place.roles,
        counter="Loket 1" if counter else "",
        counter_id=counter,
    )


def main_window(desktop: Desktop) -> MainWindow:
    """The window of who entered."""
    window = desktop.window
    assert isinstance(window, MainWindow)
    return window
