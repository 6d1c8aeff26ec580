"""Runs the windows: sign-in, then the officer's workspaces; or the queue board in full screen."""

import gc
import logging
import sys
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from desk.bootstrap.memory import FileMemory
from desk.settings import Settings
from desk.ui.runtime.entry import StaffSession
from desk.ui.runtime.tasks import TaskRunner
from desk.ui.shell import look
from desk.ui.shell.sign_in import Arrival, SignInWindow
from desk.ui.theme import style

if TYPE_CHECKING:
    from desk.bootstrap.house import House
    from desk.ui.runtime.context import ScreenContext
    from desk.ui.runtime.hub import ChangeHub
    from desk.ui.runtime.localbus import LocalBus
    from desk.ui.shell.rescue import RescueWindow

log = logging.getLogger(__name__)

KIOSK = StaffSession("kiosk", "Kios", "Papan antrean", frozenset({"kiosk"}))


def make_app(scale: float = 1.0) -> QApplication:
    """The Qt application with Desk's look; made once per process."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise TypeError("a Qt application without windows is already running")
    app.setApplicationName("Desk")
    QLocale.setDefault(QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia))
    style.apply(app, scale)
    return app


class Desktop(QObject):
    """The windows of one process: opens the office after the first paint, shows who signed in their room."""

    def __init__(self, settings: Settings, load: "Callable[[], House]") -> None:
        super().__init__()
        self.settings = settings
        self.tasks = TaskRunner()
        self.memory = FileMemory(settings.folder / "window.json")
        self.house: House | None = None
        self.sign_in: SignInWindow | None = None
        self.window: QWidget | None = None
        self.rescue: RescueWindow | None = None
        self._load = load
        self._hub: ChangeHub | None = None
        self._bus: LocalBus | None = None
        self._ends: list[Callable[[], None]] = []

    def start(self) -> None:
        """Show the sign-in window."""
        self.sign_in = SignInWindow(self._arrive, self.tasks)
        self.sign_in.ready.connect(self._join)
        self.sign_in.signed_in.connect(self.enter)
        self.sign_in.failed.connect(self._rescue_sign_in)
        self.sign_in.show()

    def start_kiosk(self) -> None:
        """Show the queue board in full screen; no sign-in, no personal data (P10)."""
        try:
            self._arrive()
        except Exception as error:  # noqa: BLE001 - a board in a waiting room shows a sentence, never a crash
            self._rescue(error, self.start_kiosk)
            return
        self._join()
        ctx = self.context(KIOSK)
        window: QWidget = import_module("desk.ui.workspaces.kiosk").open_kiosk(ctx)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.window = window
        window.showFullScreen()

    def enter(self, session: StaffSession) -> None:
        """Show an officer's workspaces."""
        from desk.ui.shell.window import MainWindow
        from desk.ui.workspaces import ALL

        if session.counter_id:
            self.memory.remember("counter", session.counter_id)
        ctx = self.context(session)
        place = ctx.workplace
        window = MainWindow(ctx, ALL, lambda: place.held(place.now(), fresh=True))
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.signed_out.connect(self._signed_out)
        self.window = window
        window.show()
        if self.sign_in is not None:
            self.sign_in.hide()
        self.tasks.run(lambda _task: _warm_up())

    def _rescue_sign_in(self, error: BaseException) -> None:
        sign_in = self.sign_in
        if sign_in is None:
            return

        def again() -> None:
            sign_in.show()
            sign_in.reopen()

        self._rescue(error, again)
        sign_in.hide()

    def _rescue(self, error: BaseException, again: Callable[[], object]) -> None:
        """Show what is wrong with the data and its cure; afterwards try once more."""
        from desk.bootstrap.rescue import cures
        from desk.ui.shell.rescue import RescueWindow

        window = RescueWindow(error, cures(self.settings.folder), self.tasks)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def leave() -> None:
            self.rescue = None
            again()
            window.close()

        window.mended.connect(leave)
        self.rescue = window
        window.show()
        window.activateWindow()

    def close(self) -> None:
        """End everything this process holds."""
        for end in self._ends:
            end()
        if self._bus is not None:
            self._bus.close()
        if self._hub is not None:
            self._hub.close()
        self.tasks.shutdown()
        if self.house is not None:
            self.house.close()

    def _arrive(self) -> Arrival:
        """Open the office; runs in a thread after the first paint."""
        from desk.bootstrap.signing_in import OfficeSignIn

        if self.house is None:
            self.house = self._load()
        sign_in = OfficeSignIn(self.house)
        return Arrival(
            sign_in,
            self.house.face(),
            sign_in.accounts(),
            sign_in.counters(),
            self.memory.recall("counter") or "",
        )

    def _join(self) -> None:
        """Tell and hear the other processes of this PC."""
        from desk.bootstrap.adapters import StoreChanges
        from desk.ui.runtime.hub import ChangeHub
        from desk.ui.runtime.localbus import LocalBus

        house = self._opened()
        changes = StoreChanges(house.store)
        self._hub = ChangeHub(changes)
        self._bus = LocalBus(self.settings.folder, self)
        self._ends.append(changes.subscribe(self._bus.share))
        self._bus.received.connect(self._hub.announce)
        if house.network is not None:
            self._bus.received.connect(house.network.heard)
        self._bus.start()
        self.tasks.run(lambda _task: self._get_ready())

    def _get_ready(self) -> None:
        """In a thread, while the password is being typed."""
        _first_pages()
        network, hub = self._opened().network, self._hub
        if network is not None and hub is not None:
            network.start(hub.announce)

    def context(self, session: StaffSession) -> "ScreenContext":
        """What every screen of a signed-in officer is given."""
        from desk.ui.runtime.context import ScreenContext

        house, hub = self._opened(), self._hub
        if hub is None:
            raise RuntimeError("the office is open before anybody enters")
        workplace = house.workplace(session)
        return ScreenContext(workplace, session, house.ports(workplace), hub, self.tasks)

    def _opened(self) -> "House":
        if self.house is None:
            raise RuntimeError("the office is open before anybody enters")
        return self.house

    def _signed_out(self) -> None:
        if self.sign_in is not None:
            self.sign_in.show()


def _first_pages() -> None:
    """Import the window and the first page of each workspace while the password is being typed."""
    from desk.ui.shell.workspace import Lazily

    import_module("desk.ui.shell.window")
    for room in import_module("desk.ui.workspaces").ALL:
        first = room.pages[0].build if room.pages else None
        if isinstance(first, Lazily):
            first.load()
    gc.freeze()  # what is imported stays: looking it through again stops the window for a tenth of a second


def _warm_up() -> None:
    import_module("desk.documents").warm_up()


def run(settings: Settings, load: "Callable[[], House]", *, kiosk: bool = False) -> int:
    """Run the windows until the last is closed; returns the exit status."""
    memory = FileMemory(settings.folder / "window.json")
    app = make_app(look.remembered_scale(memory))
    desktop = Desktop(settings, load)
    if kiosk:
        desktop.start_kiosk()
    else:
        desktop.start()
    status = app.exec()
    desktop.close()
    return status
