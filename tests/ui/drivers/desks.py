"""Opens the real window on the invented office for one officer, and takes it down again."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.queries.office import profile
from desk.ui.runtime.entry import StaffSession
from desk.ui.runtime.ports import Changed, Unsubscribe
from desk.ui.shell.window import MainWindow
from desk.ui.shell.workspace import PageEntry, Workspace, lazily
from tests.office import PEOPLE, SmallOffice
from tests.ui.drivers.fakes import FakePapers, close_context, fake_context, fake_ports
from tests.ui.drivers.shell import ALT, CTRL, NONE, ShellDriver

__all__ = ["ALT", "CTRL", "NONE", "Desk"]


class OfficeChanges:
    """The store's announcements as the screens' port gives them."""

    def __init__(self, office: SmallOffice) -> None:
        self._office = office

    def subscribe(self, callback: Callable[[Changed], None]) -> Unsubscribe:
        return self._office.store.subscribe(lambda changed: callback(Changed(changed.rows)))


class OfficeClock:
    """The office's own clock, in its zone."""

    def __init__(self, office: SmallOffice) -> None:
        self._office = office
        with office.store.read() as session:
            self._profile = profile(session)

    def now(self):
        return self._profile.local(self._office.clock())


class Desk:
    """One officer at the window, with the pages a test needs; ``papers`` remembers what was asked for."""

    def __init__(
        self,
        office: SmallOffice,
        login: str,
        bot: QtBot,
        pages: dict[str, str],
        counter: int | None = None,
        **ports: object,
    ) -> None:
        place = office.at(login, counter)
        person = next(one for one in PEOPLE if one.login == login)
        title = office.standards.get("ksb").short_title(person.roles[0])
        session = StaffSession(place.actor.staff_id, person.name, title, place.roles)
        self.papers = FakePapers()
        self.ports = fake_ports(
            papers=self.papers, changes=OfficeChanges(office), clock=OfficeClock(office), **ports
        )
        self.ctx = fake_context(self.ports, session, place)
        entries = tuple(
            PageEntry(page_id, page_id, lazily(path), badge=lambda _ctx: 0) for page_id, path in pages.items()
        )
        self.bot, self.place = bot, place
        self.window = MainWindow(self.ctx, [Workspace("desk", "Meja uji", entries, place.roles)])
        self.shell = ShellDriver(self.window, bot).open()

    def close(self) -> None:
        bodies = [self.window]
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(bodies[0])
        close_context(self.ctx)

    # keys

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.shell.press(key, modifiers)

    def save(self) -> None:
        self.press(Qt.Key.Key_Return, CTRL)

    def type_into(self, widget: QWidget, text: str) -> None:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        focus = QApplication.focusWidget()
        assert focus is not None
        self.bot.keyClicks(focus, text)

    def toasts(self) -> list[str]:
        return self.shell.toasts()

    def settle(self) -> None:
        """Let announcements and refreshes that wait for the event loop happen."""
        QApplication.processEvents()
        QApplication.processEvents()
