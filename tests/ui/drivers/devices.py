"""Page object of the administrator's devices: everything by keyboard."""

from datetime import timedelta

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desk.ui.runtime.devices import DeviceRow, Devices, OwnServer
from desk.ui.screens.devices.page import DevicesPage
from tests.office import SmallOffice
from tests.ui.drivers.desks import Desk
from tests.ui.drivers.fakes import MORNING, FakeDevices
from tests.ui.drivers.keyboard import Keyboard, rows_of

READ, PASSWORD = "Baca daftar", "Kata sandi administrator server"
OWN = OwnServer("192.0.2.10, porta 5432", "desk_admin", "ADMIN-1")


def five() -> list[DeviceRow]:
    """An office's devices, each in another state."""
    staffed = ("visits", "cases", "complaints", "leadership")
    return [
        DeviceRow("ADMIN-1", "office", staffed, "active", MORNING, "0012", connected=True),
        DeviceRow(
            "LOKET-1",
            "front_office",
            ("visits", "cases"),
            "active",
            MORNING - timedelta(hours=3),
            "0011",
            14,
            425,
        ),
        DeviceRow("POS-1", "pamdal", ("visits",), "revoked", MORNING - timedelta(days=40), "0010"),
        DeviceRow("LOKET-2", "front_office", ("visits", "cases"), "waiting"),
        DeviceRow("PAPAN", "kiosk", ("board",), "expired"),
    ]


class DevicesDriver(Keyboard):
    """The administrator before the page; ``server`` is what answers."""

    def __init__(self, office: SmallOffice, bot: QtBot, server: Devices | None = None) -> None:
        self.server = server if server is not None else FakeDevices(OWN, five())
        pages = {"devices": "desk.ui.screens.devices.page:DevicesPage"}
        self.desk = Desk(office, "admin", bot, pages, devices=self.server)
        super().__init__(bot, lambda: not self.desk.ctx.tasks.busy)
        self.desk.window.resize(1366, 768)
        self.settle()

    @property
    def page(self) -> DevicesPage:
        page = self.desk.shell.page
        assert isinstance(page, DevicesPage)
        return page

    def close(self) -> None:
        self.desk.close()

    # hands

    def read(self, password: str) -> None:
        """Type the password where the cursor is, Enter."""
        self.to_field(PASSWORD)
        self.write(password)
        self.press("Return")

    def enrol(self, label: str, password: str, used_for: str = "") -> None:
        """F4, name, class, password, Ctrl+Enter."""
        self.press("F4")
        self.to_field("Nama perangkat")
        self.write(label)
        if used_for:
            self.choose("Dipakai untuk", used_for)
        self.to_field(PASSWORD)
        self.write(password)
        self.press("Ctrl+Return")

    def revoke(self, label: str, password: str) -> None:
        """Light the device, F8, password, Ctrl+Enter."""
        self.light(label)
        self.press("F8")
        self.to_field(PASSWORD)
        self.write(password)
        self.press("Ctrl+Return")

    # eyes

    def rows(self) -> list[str]:
        return rows_of(self.page.table.view)

    def words(self) -> str:
        """Everything that can be read in the window, line by line."""
        labels = self.desk.window.findChildren(QLabel)
        return "\n".join(one.text() for one in labels if one.isVisible() and one.text())

    def drawer_open(self) -> bool:
        return self.desk.window.drawer.isVisible()

    def code(self) -> str:
        """The code on the page; empty: none is shown."""
        card = self.page.code_card
        return card.code.text() if card.isVisible() else ""
