"""Pekerjaan saya: what waits for this officer, most pressing first; Enter opens the case."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk.queries.case_filter import CaseFilter, work_filter
from desk.queries.cases import LISTED_FROM, count, counted, listed
from desk.ui.fields.text import LineEdit
from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.network import STATUS
from desk.ui.runtime.page import Page, Shortcut
from desk.ui.runtime.ports import Changed
from desk.ui.screens.collisions.items import read_items
from desk.ui.screens.work.groups import Task, grouped, matching, task_of, task_of_item
from desk.ui.screens.work.tasklist import TaskList
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text
from desk.ui.widgets import Card, EmptyState, KeyHints, Pager

WATCHES = LISTED_FROM | {"mandates", "staff_roles", "conflicts", STATUS}


def work_of(ctx: ScreenContext, text: str = "") -> CaseFilter:
    """Cases that wait for the officer of this context; with every word of a text in them."""
    place = ctx.workplace
    return work_filter(place.standards, ctx.today(), place.roles, place.actor.staff_id, text)


def count_work(ctx: ScreenContext) -> int:
    """How many they are, for the sidebar."""
    return ctx.workplace.ask(count, work_of(ctx))


class WorkPage(Page):
    """Page ``work``."""

    page_id = "work"
    title = "Pekerjaan saya"
    icon = "check"
    help_topic = "work"
    watches = WATCHES

    def __init__(self, ctx: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._total: int | None = None
        self.filter = LineEdit()
        self.filter.setPlaceholderText("Saring: perihal, pemohon, nomor, langkah")
        self.filter.setAccessibleName("Saring pekerjaan")
        self.filter.setClearButtonEnabled(True)
        self.list = TaskList()
        self.pager = Pager()
        self.empty = EmptyState("check", "Tidak ada pekerjaan yang menunggu")
        self.lead = Text("", "muted")
        self._lay_out()
        self.filter.textChanged.connect(self._anew)
        self.pager.turned.connect(self._turned)
        self.filter.returnPressed.connect(self._into_list)
        self.list.opened.connect(self._open)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(scaled(16))
        words = QVBoxLayout()
        words.setSpacing(scaled(2))
        words.addWidget(Text("Pekerjaan saya", "title"))
        words.addWidget(self.lead)
        head.addLayout(words, 1)
        self.filter.setMinimumWidth(scaled(340))
        head.addWidget(self.filter, 0, Qt.AlignmentFlag.AlignVCenter)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)
        card = Card(padding=8)
        card.add(self.stack, 1)
        card.add(self.pager)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(16))
        column.setSpacing(scaled(12))
        column.addLayout(head)
        column.addWidget(card, 1)
        column.addWidget(KeyHints([("Return", "buka"), ("F3", "saring")]))

    def refresh(self, _changed: Changed) -> None:
        """Read the page in front anew; what waits for a choice stands with every page."""
        place, wanted = self.ctx.workplace, work_of(self.ctx, self.filter.text())
        rows = self.pager.read(lambda after: place.ask(listed, wanted, after))
        found = tuple(task_of(row, place.standards, wanted.today) for row in rows)
        items: tuple[Task, ...] = ()
        if self.ctx.ports.network.state() is not None:
            items = tuple(task_of_item(item) for item in read_items(self.ctx))
        self._show(found, items)

    def badge(self) -> int | None:
        """How many cases wait, as counted last."""
        return self._total

    def shortcuts(self) -> tuple[Shortcut, ...]:
        """F3 goes to the filter."""
        return (Shortcut("F3", "Saring pekerjaan", self._into_filter),)

    def focus_first(self) -> None:
        """The list; arrows walk at once."""
        (self.filter if self.stack.currentWidget() is self.empty else self.list).setFocus()

    def _open(self, task: Task) -> None:
        if task.settles:
            self.ctx.navigate("collisions", key=task.settles)
        else:
            self.ctx.open_case(task.case_id)

    def _into_filter(self) -> None:
        self.filter.setFocus()
        self.filter.selectAll()

    def _into_list(self) -> None:
        if self.list.tasks():
            self.list.setFocus()

    def _anew(self) -> None:
        self.pager.restart()
        self.refresh_soon()

    def _turned(self) -> None:
        self.refresh_soon()
        self.refresh_now()
        self.list.scrollToTop()

    def _show(self, found: tuple[Task, ...], items: tuple[Task, ...]) -> None:
        self._total, late = self.ctx.workplace.ask(counted, work_of(self.ctx))
        total = self._total
        shown = (*found, *matching(items, self.filter.text()))
        self.list.set_lines(grouped(shown))
        self.lead.setText(lead_words(total, late, len(items)))
        if total or items:
            self.empty.set("search", "Tidak ada yang cocok", "Ubah atau kosongkan saringan (F3).")
        else:
            self.empty.set(
                "check",
                "Tidak ada pekerjaan yang menunggu",
                "Permohonan yang diteruskan atau didisposisikan kepada Anda tampil di sini.",
            )
        self.stack.setCurrentWidget(self.list if shown else self.empty)


def lead_words(total: int, late: int, choices: int) -> str:
    """``7 permohonan menunggu · 1 terlambat · 2 perlu dipilih``."""
    counted = ((total, "permohonan menunggu"), (late, "terlambat"), (choices, "perlu dipilih"))
    return " · ".join(f"{count} {words}" for count, words in counted if count) or "Semua sudah dikerjakan."
