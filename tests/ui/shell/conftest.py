"""A small workspace in the real window, over in-memory ports."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.page import Page, Shortcut
from desk.ui.runtime.ports import Ports
from desk.ui.shell.window import MainWindow
from desk.ui.shell.workspace import PageEntry, Workspace, entry
from tests.ui.drivers.fakes import close_context, fake_context, fake_ports
from tests.ui.drivers.shell import ShellDriver


class Counter(Page):
    """The page of the counter."""

    page_id = "counter"
    title = "Loket"
    watches = frozenset({"ticket"})
    built = 0

    def __init__(self, ctx: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        type(self).built += 1
        self.field, self.note = QLineEdit(), QPlainTextEdit()
        self.waiting, self.calls = 4, 0
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.note)

    def badge(self) -> int:
        return self.waiting

    def shortcuts(self) -> tuple[Shortcut, ...]:
        return (Shortcut("F2", "Panggil berikut", self.call),)

    def call(self) -> None:
        self.calls += 1


class Guests(Counter):
    """A second page with the same key."""

    page_id = "guests"
    title = "Buku tamu"


class CasePage(Page):
    """The hidden page of one case."""

    page_id = "case"
    title = "Permohonan"

    def activate(self, **params: object) -> None:
        self.params = params


FRONT = Workspace(
    "front",
    "Meja layanan",
    (
        entry(Counter, badge=lambda _ctx: 4),
        entry(Guests, title="Buku tamu"),
        PageEntry("register", "Register", Counter, more=True),
        PageEntry("case", "Permohonan", CasePage, hidden=True, under="guests"),
    ),
    frozenset({"front_office"}),
    {"visit": "guests"},
)
PPID = Workspace("ppid", "Ruang PPID", (PageEntry("requests", "Permintaan", Guests),), frozenset({"ppid"}))


@pytest.fixture
def ports() -> Ports:
    return fake_ports()


@pytest.fixture
def ctx(ports: Ports, qtbot: QtBot) -> Iterator[ScreenContext]:
    Counter.built = Guests.built = 0
    made = fake_context(ports)
    yield made
    close_context(made)


@pytest.fixture
def window(ctx: ScreenContext, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(ctx, [FRONT, PPID])
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(made)


@pytest.fixture
def shell(window: MainWindow, qtbot: QtBot) -> ShellDriver:
    return ShellDriver(window, qtbot).open()
