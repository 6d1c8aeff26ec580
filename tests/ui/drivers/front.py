"""The front office's window on the invented office: its own pages, an open counter, papers remembered."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk.actions import counters
from desk.actions.visits import Registered, VisitDraft, register_visit
from desk.queries import cases, queue
from desk.queries.case_filter import CaseFilter
from desk.queries.cases import CasePage, CaseRow
from desk.ui.fields import Field
from desk.ui.fields.choice import ChoiceField
from tests.office import SmallOffice
from tests.ui.drivers.desks import CTRL, Desk

PAGES = {
    "counter": "desk.ui.screens.counter.page:CounterPage",
    "cases": "desk.ui.screens.cases_list.page:CasesPage",
    "inbox": "desk.ui.screens.inbox.page:InboxPage",
    "handover": "desk.ui.screens.handover.page:HandoverPage",
    "ekspedisi": "desk.ui.screens.ekspedisi.page:EkspedisiPage",
}


class FrontDriver(Desk):
    """An officer of the front office at counter 1; ``start`` is the first page."""

    start = "counter"

    def __init__(self, office: SmallOffice, bot: QtBot, **ports: object) -> None:
        counters.open_counter(office.at("rahma", 1), take_over=True)
        pages = {self.start: PAGES[self.start]} | PAGES
        self.office = office
        super().__init__(office, "rahma", bot, pages, counter=1, **ports)
        self.settle()

    @property
    def page(self) -> Any:
        return self.shell.page

    def visitor(self, name: str, phone: str = "081237001122", **more: Any) -> Registered:
        """Somebody registers at the gate and gets a ticket."""
        draft = VisitDraft(name=name, phone=phone, purpose="Permohonan informasi", service="informasi")
        return register_visit(self.office.at("bayu"), replace(draft, **more))

    def cases(self, *, open_only: bool = False) -> tuple[CaseRow, ...]:
        day = self.ports.clock.now().date()
        wanted = CaseFilter(self.place.standards, day, open_only=open_only)
        return self.place.ask(cases.listed, wanted).rows

    def case(self, case_id: str = "") -> CasePage:
        found = case_id or self.cases()[0].id
        page = self.place.ask(cases.page, self.place.standards, self.ports.clock.now().date(), found)
        assert page is not None
        return page

    def in_hand(self) -> str:
        desk = self.place.ask(queue.counter_desk, self.place.counter_id, self.place.now())
        return desk.serving.label if desk and desk.serving else ""

    # hands

    def settle(self) -> None:
        """Let an announcement go all its way: store, hub, page, refresh."""
        for _ in range(4):
            super().settle()

    def go(self, page_id: str, **params: object) -> None:
        self.ctx.navigate(page_id, **params)
        self.settle()

    def tick(self, box: QWidget) -> None:
        box.setFocus(Qt.FocusReason.TabFocusReason)
        self.bot.keyClick(box, Qt.Key.Key_Space)

    def choose(self, field: ChoiceField, value: str) -> None:
        """Walk through the list by arrow keys until the value is taken."""
        combo = field.combo
        combo.setFocus(Qt.FocusReason.TabFocusReason)
        self.bot.keyClick(combo, Qt.Key.Key_Home)
        while combo.currentData() != value:
            before = combo.currentIndex()
            self.bot.keyClick(combo, Qt.Key.Key_Down)
            assert combo.currentIndex() != before, f"{value} is not offered"

    def write(self, field: Field[Any], text: str) -> None:
        """Type into a field as a person would: Tab into it replaces what stands there."""
        self.type_into(field, text)

    def press_save(self) -> None:
        self.press(Qt.Key.Key_Return, CTRL)
        self.settle()

    def close_drawer(self) -> None:
        self.window.drawer.dismiss()
        self.settle()

    def printed(self, count: int = 1) -> list[str]:
        """Kinds of paper asked for so far, once there are that many; the preview is closed again."""
        self.bot.waitUntil(lambda: len(self.papers.asked) >= count)
        self.bot.waitUntil(self.window.drawer.isVisible)
        self.close_drawer()
        return [kind for kind, _subject in self.papers.asked]


def some_pdf(folder: Path, name: str = "surat.pdf") -> Path:
    """A file that is a PDF."""
    path = folder / name
    path.write_bytes(b"%PDF-1.4\n%%EOF\n")
    return path
