"""Pekerjaan saya: what waits for this officer, most pressing first; Enter opens the case."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk.queries.cases import CaseRow, work_list
from desk.ui.fields.text import LineEdit
from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.network import STATUS
from desk.ui.runtime.page import Page, Shortcut
from desk.ui.runtime.ports import Changed
from desk.ui.screens.collisions.items import read_items
from desk.ui.screens.work.groups import TO_CHOOSE, Task, grouped, matching, task_of, task_of_item
from desk.ui.screens.work.tasklist import TaskList
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text
from desk.ui.widgets import Card, EmptyState, KeyHints

WATCHES = frozenset({"cases", "applicants", "calendar_days", "mandates", "staff_roles", "conflicts", STATUS})


def read_work(ctx: ScreenContext) -> tuple[CaseRow, ...]:
    """Cases that wait for the officer of this context."""
    place = ctx.workplace
    return place.ask(work_list, place.standards, ctx.today(), place.roles, place.actor.staff_id)


def count_work(ctx: ScreenContext) -> int:
    """How many they are, for the sidebar."""
    return len(read_work(ctx))


class WorkPage(Page):
    """Page ``work``."""

    page_id = "work"
    title = "Pekerjaan saya"
    icon = "check"
    help_topic = "work"
    watches = WATCHES

    def __init__(self, ctx: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._tasks: tuple[Task, ...] = ()
        self.filter = LineEdit()
        self.filter.setPlaceholderText("Saring: perihal, pemohon, nomor, langkah")
        self.filter.setAccessibleName("Saring pekerjaan")
        self.filter.setClearButtonEnabled(True)
        self.list = TaskList()
        self.empty = EmptyState("check", "Tidak ada pekerjaan yang menunggu")
        self.lead = Text("", "muted")
        self._lay_out()
        self.filter.textChanged.connect(self._show)
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
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(16))
        column.setSpacing(scaled(12))
        column.addLayout(head)
        column.addWidget(card, 1)
        column.addWidget(KeyHints([("Return", "buka"), ("F3", "saring")]))

    def refresh(self, _changed: Changed) -> None:
        """Read the list anew."""
        place = self.ctx.workplace
        today = self.ctx.today()
        found = [task_of(row, place.standards, today) for row in read_work(self.ctx)]
        if self.ctx.ports.network.state() is not None:
            found += [task_of_item(item) for item in read_items(self.ctx)]
        self._tasks = tuple(found)
        self._show()

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

    def _show(self) -> None:
        found = matching(self._tasks, self.filter.text())
        self.list.set_lines(grouped(found))
        self.lead.setText(lead_words(self._tasks))
        if self._tasks:
            self.empty.set("search", "Tidak ada yang cocok", "Ubah atau kosongkan saringan (F3).")
        else:
            self.empty.set(
                "check",
                "Tidak ada pekerjaan yang menunggu",
                "Permohonan yang diteruskan atau didisposisikan kepada Anda tampil di sini.",
            )
        self.stack.setCurrentWidget(self.list if found else self.empty)


def lead_words(tasks: tuple[Task, ...]) -> str:
    """``7 permohonan menunggu · 1 terlambat · 2 perlu dipilih``."""
    late = sum(task.group == "Terlambat" for task in tasks)
    choices = sum(task.group == TO_CHOOSE for task in tasks)
    counted = (
        (len(tasks) - choices, "permohonan menunggu"),
        (late, "terlambat"),
        (choices, "perlu dipilih"),
    )
    return " · ".join(f"{count} {words}" for count, words in counted if count) or "Semua sudah dikerjakan."
