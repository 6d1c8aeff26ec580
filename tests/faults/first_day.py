"""A new PC's first start in a process of its own: the real window, by keyboard, until the sheet is kept."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from desk.bootstrap import first_start
from desk.bootstrap.desktop import Desktop, make_app
from desk.documents import office_sheet
from desk.settings import Settings
from desk.store import founding, layout, recovery, setup
from desk.ui.shell import sheet_page
from tests.faults.points import Fuse, Point, after, after_rows_of, call
from tests.ui.drivers.keyboard import Keyboard
from tests.ui.drivers.plainbot import PlainBot

STANDARD = "Standar Pelayanan Publik KPU Kabupaten (KSB)"
OFFICE = "KPU Kabupaten Tanjung Lestari"

FOUNDING = {
    "before the store": Point(call(founding, "begin")),
    "in the half-made store": Point(call(setup, "migrate")),
    "before the office is in the store": Point(call(first_start, "found_office")),
    "among the office's rows": Point(after_rows_of("calendar_days")),
    "before the sheet is drawn": Point(call(office_sheet, "render")),
    "while the sheet is shown": Point(call(sheet_page.SheetPage, "save_sheet")),
    "before the sheet has its name": Point(call(sheet_page, "write_whole")),
    "when the sheet is saved": Point(call(sheet_page, "write_whole", after=True)),
    "before the key is kept": Point(call(founding, "settle")),
    "before the office has its place": Point(call(founding, "put_in_place")),
    "when the office has its place": Point(call(founding, "put_in_place", after=True), whole=True),
    "before the sign-in window": Point(call(Desktop, "start"), whole=True),
}
"""Where a first start can be cut off. ``whole``: the office is in its place then."""

RESUMING = {
    "before the new code": Point(call(recovery, "prepare_code")),
    "before the new code is in force": Point(call(recovery, "put_in_place")),
    "before the new passwords": Point(call(first_start, "renew_first_passwords")),
    "among the new passwords": Point(after("UPDATE credentials")),
    "before the new sheet is drawn": Point(call(office_sheet, "render")),
    "when the new sheet is saved": Point(call(sheet_page, "write_whole", after=True)),
}
"""Where a start can be cut off that found an office waiting."""


def live(folder: str, point: str = "") -> None:
    """Start Desk; on a new PC found the office, save the sheet beside the data, go in."""
    data = Path(folder) / "data"
    if point:
        (FOUNDING | RESUMING)[point].arm(Fuse(1), None)
    make_app()
    desktop = Desktop(Settings(data, "PC-1"), lambda: first_start.House.open(Settings(data, "PC-1")))
    if layout.office(data).exists():
        desktop.start()
    else:
        _first_window(desktop, Path(folder) / "lembar.pdf")
    PlainBot().waitUntil(lambda: desktop.house is not None and not desktop.tasks.busy, timeout=60_000)
    desktop.close()


def _first_window(desktop: Desktop, sheet: Path) -> None:
    window = first_start.first_window(desktop, ask=lambda _parent: sheet)
    window.show()
    window.activateWindow()
    bot = PlainBot()
    keys = Keyboard(bot, lambda: not desktop.tasks.busy)
    bot.waitUntil(lambda: window.sheet is not None or window.make.isEnabled(), timeout=60_000)
    bot.waitUntil(window.isActiveWindow, timeout=60_000)
    if window.sheet is None:
        keys.fill("Nama kantor", OFFICE)
        keys.fill("Kota pada surat", "Tanjung Lestari")
        keys.fill("Alamat", "Jalan Merdeka Utara Nomor 17")
        keys.choose("Standar pelayanan", STANDARD)
        keys.fill("Administrator", "Indah Permata")
        keys.fill("PPID", "Putri Handayani")
        keys.press("Ctrl+Return")
        bot.waitUntil(lambda: window.sheet is not None, timeout=60_000)
    bot.waitUntil(lambda: QApplication.focusWidget() is not None and not desktop.tasks.busy, timeout=60_000)
    keys.press("Ctrl+S")
    keys.press("Space")  # the next step has the keyboard
