"""What the command line opens: the configured office, the demo office, the board, the tour."""

import os
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from desk.rules.errors import DeskError
from desk.settings import Settings, device_name

if TYPE_CHECKING:
    from desk.bootstrap.house import House


class NoDisplayError(DeskError):
    """Windows were asked for on a machine that shows none."""

    code = "no_display"


def open_office(data: str | None = None, *, kiosk: bool = False, demo_if_new: bool = False) -> int:
    """Open the office of this PC; returns the exit status.

    ``demo_if_new``: without an office here, open the demo office instead.

    Raises:
        StoreError: there is no office here, or its data cannot be opened.
    """
    from desk.store import layout

    folder = Path(data) if data else layout.default_folder()
    configured = layout.office(folder).exists() or layout.ready(folder).exists()
    if not configured and demo_if_new:
        return open_demo()
    if not has_display():
        raise NoDisplayError("This machine has no display. Try: desk tour --out FOLDER")
    settings = Settings(folder, device_name())
    if not configured:
        return int(import_module("desk.bootstrap.first_start").run(settings, kiosk=kiosk))
    return _run(settings, kiosk=kiosk)


def open_demo(role: str = "", standard: str = "ksb") -> int:
    """Open a demo office in a throw-away folder; without a display run the tour and say so."""
    demo = import_module("desk.demo")
    if not has_display():
        return int(demo.tour_instead())
    return int(demo.run(role, standard))


def has_display() -> bool:
    """Whether windows can be shown to somebody here."""
    if sys.platform in ("win32", "darwin"):
        return True
    if os.environ.get("QT_QPA_PLATFORM", "") in ("offscreen", "minimal"):
        return False
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _run(settings: Settings, *, kiosk: bool) -> int:
    from desk.bootstrap.desktop import run

    def load() -> "House":
        from desk.bootstrap.house import House
        from desk.bootstrap.log import log_to_file

        log_to_file(settings.folder)
        return House.open(settings)

    return run(settings, load, kiosk=kiosk)
