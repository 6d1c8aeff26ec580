"""The page of an in-tray: the list of what waits at the left, the one being worked on at the right."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desk.queries.casefile import FILE_FROM
from desk.queries.cases import count
from desk.ui.runtime.page import Page, Shortcut
from desk.ui.runtime.ports import Changed
from desk.ui.screens.tray.counts import waiting_part
from desk.ui.screens.tray.facts import CaseFacts
from desk.ui.screens.tray.words import case_item, went_on
from desk.ui.theme.style import scaled
from desk.ui.widgets import (
    Card,
    Columns,
    EmptyState,
    KeyHints,
    Pager,
    RowItem,
    RowList,
    ScrollPage,
    SectionTitle,
)

if TYPE_CHECKING:
    from desk.queries.case_filter import CaseFilter
    from desk.queries.casefile import CaseFile
    from desk.queries.cases import CaseRow
    from desk.standards.model import Standard
    from desk.ui.runtime.context import ScreenContext


_PICK = "Yang menunggu ada pada daftar; yang terpilih tampil di sini."


class SteadyCard(Card):
    """A card as high as its place: what is inside scrolls, so its height does not follow its width."""

    def hasHeightForWidth(self) -> bool:
        """Qt: no."""
        return False


class TrayPage(Page):
    """List and sheet; a subclass reads the rows, fills the sheet and says what its buttons do.

    ``file`` is the case open now (None: none), ``rows`` what waits. After something was settled call
    ``settled()``: the list is read anew and the next case opens by itself.
    """

    watches = FILE_FROM
    list_title: ClassVar[str] = ""
    empty: ClassVar[tuple[str, str, str]] = ("check", "Tidak ada yang menunggu", "")
    fills: ClassVar[bool] = False
    """Whether a part of the sheet takes all the room below the facts (a preview)."""
    hints: ClassVar[tuple[tuple[str, str], ...]] = (("Enter", "Ke lembar"), ("Esc", "Ke daftar"))

    def __init__(self, ctx: "ScreenContext", parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.rows: tuple[CaseRow, ...] = ()
        self.file: CaseFile | None = None
        self.heading = SectionTitle(self.list_title)
        self.list = RowList(empty=EmptyState(*self.empty))
        self.pager = Pager()
        self.total = 0
        self.facts = CaseFacts(ctx, brief=self.fills)
        self.foot = QVBoxLayout()
        self._nothing = EmptyState("inbox", "Pilih dari daftar", _PICK)
        self._blank = QWidget()
        self._sheet = QWidget()
        self._build()
        self.list.selected.connect(self._select)
        self.list.activated.connect(lambda _key: self.enter_sheet())
        self.pager.turned.connect(self._turned)

    def _build(self) -> None:
        columns = Columns()
        columns.add(self._list_card(), least=300)
        columns.add(self._sheet_card(), least=440, stretch=1)
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(16))
        row.addWidget(columns)

    def _list_card(self) -> Card:
        card = SteadyCard()
        card.add(self.heading)
        for part in self.over_list():
            card.add(part)
        self.list.setMinimumHeight(scaled(130))
        card.add(self.list, 1)
        card.add(self.pager)
        if self.hints:
            card.add(KeyHints(self.hints))
        return card

    def _sheet_card(self) -> Card:
        card = SteadyCard()
        page = ScrollPage()
        column = QVBoxLayout(page.inner)
        column.setContentsMargins(scaled(2), scaled(2), scaled(8), scaled(2))
        column.setSpacing(scaled(12))
        column.addWidget(self.facts)
        self.fill_sheet(column)
        if not self.fills:
            column.addStretch(1)
        whole = QVBoxLayout(self._sheet)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(scaled(12))
        whole.addWidget(page, 1)
        self.foot.setSpacing(scaled(8))
        whole.addLayout(self.foot)
        self._sheet.hide()
        card.add(self._blank, 1)
        card.add(self._nothing, 1)
        card.add(self._sheet, 1)
        card.setMinimumHeight(scaled(420))
        return card

    # what a screen gives

    def over_list(self) -> Sequence[QWidget]:
        """Widgets above the list."""
        return ()

    def fill_sheet(self, column: QVBoxLayout) -> None:
        """Put the parts of the sheet below the facts; buttons go into ``self.foot``."""
        raise NotImplementedError

    def waiting(self) -> "CaseFilter":
        """Which cases wait here."""
        raise NotImplementedError

    def read(self) -> "Sequence[CaseRow]":
        """The cases of the page in front."""
        wanted = self.waiting()
        rows = self.pager.read(lambda after: waiting_part(self.ctx, wanted, after))
        self.total = len(rows) if self.pager.whole() else self.ctx.workplace.ask(count, wanted)
        return rows

    def item(self, row: "CaseRow") -> RowItem:
        """A case as a line of the list."""
        return case_item(row)

    def show_case(self, file: "CaseFile") -> None:
        """Another case is open: fill the sheet's fields anew."""
        raise NotImplementedError

    def renew_case(self, file: "CaseFile") -> None:
        """The open case was read anew: change what is only shown, never a field."""

    def enter_sheet(self) -> None:
        """Put the cursor into the sheet (Enter on the list)."""
        self.focusNextChild()

    # the rest

    def refresh(self, _changed: Changed) -> None:
        """Read the list anew; the open case keeps what is typed."""
        self.rows = tuple(self.read())
        self.heading.set_text(f"{self.list_title} · {self.total}")
        if self._gone_while_writing():
            self._hold()
            return
        self._show_rows()
        key = self.list.current()
        if key is None:
            self._select(None)
        elif self.file is not None and self.file.page.row.id == key:
            self._renew(key)
        else:
            self._select(key)

    def _gone_while_writing(self) -> bool:
        """Whether the open case has left the list while the keyboard is in its sheet."""
        writing = self._sheet.isAncestorOf(QApplication.focusWidget() or self)
        return (
            writing and self.file is not None and self.file.page.row.id not in {one.id for one in self.rows}
        )

    def _hold(self) -> None:
        """Leave the sheet under the officer's hands, though its case went on at another desk."""
        before = self.file.page.row if self.file is not None else None
        with QSignalBlocker(self.list):
            self.list.set_rows([self.item(row) for row in self.rows])
        if before is None:
            return
        self._renew(before.id)
        if self.file is not None and self.file.page.row.step != before.step:
            self.ctx.toast(went_on(self.file.page.row), tone="problem")

    def _turned(self) -> None:
        self.refresh_soon()
        self.refresh_now()
        self.list.view.scrollToTop()
        self.focus_first()

    def _show_rows(self) -> None:
        here = self.list.current()
        self.list.set_rows([self.item(row) for row in self.rows])
        if self.list.current() is None and self.rows:
            self.list.select(here if here and self.list.select(here) else self.rows[0].id)

    def settled(self) -> None:
        """The open case went on: read anew and open the one that followed it."""
        self.ctx.close_drawer()
        here = self.list.current()
        keys = [row.id for row in self.rows]
        place = keys.index(here) if here in keys else 0
        self.file = None
        self.rows = tuple(self.read())
        self.heading.set_text(f"{self.list_title} · {self.total}")
        self.list.set_rows([self.item(row) for row in self.rows])
        if self.rows:
            self.list.select(self.rows[min(place, len(self.rows) - 1)].id)
            self._select(self.list.current())
        else:
            self._select(None)
        self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.badge_changed.emit()

    def badge(self) -> int | None:
        """How many wait."""
        return self.total if self.rows or self.file is not None else None

    def shortcuts(self) -> Sequence[Shortcut]:
        """Esc leads back to the list from any field."""
        return (Shortcut("Esc", "Kembali ke daftar", self.focus_first),)

    def focus_first(self) -> None:
        """Work starts on the list."""
        if self.list.current() is None and self.rows:
            self.list.select(self.rows[0].id)
        self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def standard(self) -> "Standard":
        """The standard of the open case."""
        if self.file is None:
            raise LookupError("no case is open")
        return self.ctx.workplace.standards.get(self.file.page.row.standard)

    def _read_file(self, key: str) -> "CaseFile | None":
        from desk.queries.casefile import case_file

        place = self.ctx.workplace
        return place.ask(case_file, place.standards, place.now(), key)

    def _select(self, key: str | None) -> None:
        self.file = self._read_file(key) if key else None
        self._nothing.setVisible(self.file is None and bool(self.rows))
        self._blank.setVisible(self.file is None and not self.rows)
        self._sheet.setVisible(self.file is not None)
        if self.file is not None:
            self.facts.show_file(self.file, self.standard())
            self.ctx.guard(lambda: self.show_case(self.file) if self.file else None)

    def _renew(self, key: str) -> None:
        self.file = self._read_file(key)
        if self.file is None:
            self._select(None)
            return
        self.facts.show_file(self.file, self.standard())
        self.renew_case(self.file)
