"""Opens the demo office in windows: by the sign-in window, or at once as one role's person."""

import logging
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from desk.bootstrap.clock import utc_now
from desk.bootstrap.desktop import Desktop, make_app
from desk.bootstrap.house import House
from desk.bootstrap.log import log_to_file
from desk.bootstrap.signing_in import DEMO_PASSWORD, OfficeSignIn
from desk.demo.casts import KSB, Cast, cast_of
from desk.demo.house import demo_settings, filled_house, throw_away_folder
from desk.demo.roles import KIOSK, login_of, role_of
from desk.ui.runtime.entry import StaffSession
from desk.ui.shell.sign_in import OPENING


class Progress(QObject):
    """Carries the filling's progress from its thread to the sign-in window.

    Signals:
        told(float): the part done, 0 to 1.
    """

    told = Signal(float)

    def hear(self, part: float) -> None:
        """Pass on the part done, 0 to 1; from any thread."""
        self.told.emit(part)


def run(role: str = "", standard: str = KSB.standard) -> int:
    """Open a demo office and stay until its windows are closed; returns the exit status."""
    cast = cast_of(standard)
    chosen = role_of(role, cast)
    with throw_away_folder() as folder:
        settings = demo_settings(folder)
        log_to_file(folder)
        app = make_app()
        heard = Progress()
        desktop = Desktop(settings, partial(filled_house, settings, utc_now, heard.hear, cast))
        if chosen == KIOSK:
            desktop.start_kiosk()
        else:
            open_windows(desktop, heard, chosen, cast)
        status = app.exec()
        desktop.close()
        _let_go_of_log()
    return status


def open_windows(desktop: Desktop, heard: Progress, role: str, cast: Cast = KSB) -> None:
    """Show the sign-in window, its opening line counting; with a role somebody enters once it is ready."""
    desktop.start()
    window = desktop.sign_in
    if window is None:
        return
    heard.told.connect(
        lambda part: window.opening.setText(f"{OPENING} {part:.0%}".replace("%", " %")),
        Qt.ConnectionType.QueuedConnection,
    )
    if role:
        window.ready.connect(lambda: _enter(desktop, role, cast))


def _enter(desktop: Desktop, role: str, cast: Cast) -> None:
    house = desktop.house
    if house is None:
        return
    desktop.enter(session_of(house, role, cast))


def session_of(house: House, role: str, cast: Cast = KSB) -> StaffSession:
    """The signed-in session of a role's person; the front office at the first counter."""
    sign_in = OfficeSignIn(house)
    counter = sign_in.counters()[0].counter_id if role == "front_office" else ""
    return sign_in.verify(login_of(role, cast), DEMO_PASSWORD, counter)


def _let_go_of_log() -> None:
    root = logging.getLogger()
    for handler in [one for one in root.handlers if isinstance(one, logging.FileHandler)]:
        root.removeHandler(handler)
        handler.close()
