"""Page `collisions`: versions that could not both stand, and changes the server refused, to be settled."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.actions.conflicts import (
    Choice,
    Settled,
    settle_conflict,
    undo_note_refusal,
    undo_settle_conflict,
)
from desk.queries.collisions import ConflictRow, NumberOnPaper, RefusedRow, Side
from desk.queries.office import profile
from desk.rules.permissions import Capability, may
from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.page import Page
from desk.ui.runtime.ports import Changed
from desk.ui.screens.collisions.compare import Comparison
from desk.ui.screens.collisions.items import Item, counted, matching, note, read_items
from desk.ui.screens.collisions.values import Speaker
from desk.ui.screens.collisions.words import number_on_paper, reason, table_words
from desk.ui.screens.deeds import deed
from desk.ui.theme.style import reveal, scaled
from desk.ui.theme.text import Text
from desk.ui.widgets import (
    Badge,
    ButtonBar,
    Card,
    Columns,
    EmptyState,
    PrimaryButton,
    RowItem,
    RowList,
    ScrollPage,
    SecondaryButton,
)
from desk.ui.words import since

_REOPENS = {"register_visit": "gate_register", "open_case": "counter"}
"""Action -> page whose form takes a refused one up again."""


class CollisionsPage(Page):
    """The list at the left, the chosen one with its versions at the right."""

    page_id = "collisions"
    title = "Perlu dipilih"
    icon = "scale"
    help_topic = "collisions"
    watches = frozenset({"*"})
    """What is changed at once, and what it is about, may stand in any table."""

    def __init__(self, ctx: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        office = ctx.workplace.ask(profile)
        self._zone = office.zone
        services = ctx.workplace.standard.services
        whole = may(ctx.workplace.roles, Capability.SEE_IDENTITY)
        self._speaker = Speaker(
            office.zone, {slug: one.short_name for slug, one in services.items()}, whole=whole
        )
        self._items: tuple[Item, ...] = ()
        self._shown: Item | None = None
        columns = Columns()
        columns.add(self._build_list(), least=300, stretch=2)
        columns.add(self._build_chosen(), least=480, stretch=5)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(16))
        outer.addWidget(columns)
        self.list.selected.connect(lambda key: self._show(matching(self._items, key)))
        self._show(None)

    def _build_list(self) -> QWidget:
        card = Card("Perlu dipilih")
        explained = "Perubahan yang bentrok atau tidak diterima tampil di sini."
        nothing = EmptyState("check", "Tidak ada yang perlu dipilih", explained)
        self.list = RowList(empty=nothing)
        self.list.setMinimumHeight(scaled(220))
        card.add(self.list, 1)
        return card

    def _build_chosen(self) -> QWidget:
        card = Card()
        self.kind = Badge()
        self.heading = Text("", "heading")
        head = QHBoxLayout()
        head.setSpacing(scaled(10))
        head.addWidget(self.heading, 1)
        head.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignTop)
        self.who, self.why = Text("", "muted"), Text("")
        self.comparison = Comparison()
        reader = ScrollPage()
        column = QVBoxLayout(reader.inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(12))
        for part in (self.who, self.why, self.comparison):
            column.addWidget(part)
        column.addStretch(1)
        self.mine = PrimaryButton("Pakai versi saya", "F6")
        self.theirs = SecondaryButton("Pakai versi server", "F7")
        self.reopen = PrimaryButton("Buka lagi sebagai draf", "F4")
        self.noted = SecondaryButton("Sudah saya catat", "F8")
        self.open = PrimaryButton("Buka permohonan", "F4")
        self.told = SecondaryButton("Nomor baru sudah disampaikan", "F8")
        self.mine.clicked.connect(lambda: self._settle(Choice.MINE))
        self.theirs.clicked.connect(lambda: self._settle(Choice.THEIRS))
        self.reopen.clicked.connect(self._reopen)
        self.noted.clicked.connect(self._note)
        self.open.clicked.connect(self._open)
        self.told.clicked.connect(lambda: self._settle(Choice.THEIRS))
        card.add(head)
        card.add(reader, 1)
        card.add(ButtonBar([self.mine, self.theirs, self.reopen, self.noted, self.open, self.told]))
        return card

    # what the window asks

    def activate(self, **params: object) -> None:
        """``key``: the item to show first."""
        key = params.get("key")
        if isinstance(key, str):
            self._read()
            self.list.select(key)

    def refresh(self, _changed: Changed) -> None:
        """Read the list anew; the chosen one stays."""
        self._read()

    def badge(self) -> int | None:
        """How many there are."""
        return len(self._items)

    def focus_first(self) -> None:
        """The list; arrows walk at once."""
        self.list.setFocus()

    # showing

    def _read(self) -> None:
        self._items = read_items(self.ctx)
        rows = [RowItem(one.key, one.title, one.detail, "", one.badge, one.tone) for one in self._items]
        self.list.set_rows(rows)
        if self._items and self.list.current() is None:
            self.list.select(self._items[0].key)
        self._show(matching(self._items, self.list.current()))

    def _show(self, item: Item | None) -> None:
        if item is not None and item == self._shown:
            return
        self._shown = item
        row = item.row if item is not None else None
        paper = isinstance(row, ConflictRow) and row.paper is not None
        conflict, refused = isinstance(row, ConflictRow) and not paper, isinstance(row, RefusedRow)
        self.heading.setText(item.title if item is not None else "Tidak ada yang dipilih")
        self.kind.set(item.badge if item is not None else "", *([item.tone] if item is not None else []))
        reveal(self.mine, conflict)
        reveal(self.theirs, conflict)
        reveal(self.noted, refused)
        reveal(self.told, paper)
        reveal(self.open, isinstance(row, ConflictRow) and paper and self._case_of(row) != "")
        reveal(self.reopen, isinstance(row, RefusedRow) and self._page_for(row) != "")
        if isinstance(row, ConflictRow) and row.paper is not None:
            self._show_paper(row, row.paper)
        elif isinstance(row, ConflictRow):
            self._show_conflict(row)
        elif isinstance(row, RefusedRow):
            self._show_refused(row)
        else:
            self.who.setText("")
            self.why.setText("")
            self.comparison.show_values(())

    def _show_conflict(self, row: ConflictRow) -> None:
        me = self.ctx.workplace.actor.staff_id
        mine = "Versi saya" if row.mine.staff_id == me else f"Versi {row.mine.name}"
        theirs = "Versi server" + (" (saya)" if row.theirs.staff_id == me else f" ({row.theirs.name})")
        self.who.setText(
            f"{table_words(row.table)} · {deed(row.action)}\n{self._told(row.mine)}\n{self._told(row.theirs)}"
        )
        may_take = row.writable and row.there
        self.why.setText(_why(row))
        self.comparison.show_versions((mine, theirs), self._speaker.compare(row))
        self.mine.setText(f"Pakai {mine[0].lower()}{mine[1:]}")
        self.mine.setEnabled(may_take)

    def _show_paper(self, row: ConflictRow, paper: NumberOnPaper) -> None:
        self.who.setText(f"{deed(row.action)} · {self._told(row.mine)}")
        self.why.setText(number_on_paper(paper, self._told(row.theirs) if row.theirs.name else ""))
        self.comparison.show_versions(("Di kertas", "Di buku nomor"), self._speaker.compare(row))

    def _show_refused(self, row: RefusedRow) -> None:
        self.who.setText(f"{deed(row.action)} · {self._told(row.by)}")
        files = " Berkas yang dilampirkan perlu dipilih lagi." if row.files and self._page_for(row) else ""
        self.why.setText(reason(row.code, row.detail) + files)
        self.comparison.show_values(self._speaker.wanted(row.values))

    def _told(self, side: Side) -> str:
        now = self.ctx.workplace.now()
        when = "" if side.at is None else since(side.at, now, self._zone)
        return " · ".join(part for part in (side.name or "Petugas", side.place, when) if part)

    def _case_of(self, row: ConflictRow) -> str:
        return row.case_id if may(self.ctx.workplace.roles, Capability.SEE_CASE) else ""

    def _page_for(self, row: RefusedRow) -> str:
        page = _REOPENS.get(row.action, "")
        needed = Capability.REGISTER_VISIT if page == "gate_register" else Capability.OPEN_CASE
        return page if page and may(self.ctx.workplace.roles, needed) else ""

    # acting

    def _settle(self, choice: Choice) -> None:
        row = self._shown.row if self._shown is not None else None
        if not isinstance(row, ConflictRow):
            return
        place = self.ctx.workplace

        def undo(settled: Settled) -> None:
            undo_settle_conflict(place, settled)

        what = "Versi dipilih" if row.paper is None else "Nomor baru sudah disampaikan"
        self.ctx.act(
            lambda: settle_conflict(place, row.id, choice),
            done=f"{what}: {row.about or table_words(row.table)}.",
            undo=undo,
        )

    def _open(self) -> None:
        row = self._shown.row if self._shown is not None else None
        if isinstance(row, ConflictRow):
            self.ctx.open_case(self._case_of(row))

    def _note(self) -> None:
        row = self._shown.row if self._shown is not None else None
        if not isinstance(row, RefusedRow):
            return
        place = self.ctx.workplace

        def undo(_none: None) -> None:
            undo_note_refusal(place, row.position)
            counted(self.ctx)

        self.ctx.act(
            lambda: note(self.ctx, row.position),
            done="Perubahan yang tidak diterima sudah dicatat.",
            undo=undo,
        )

    def _reopen(self) -> None:
        row = self._shown.row if self._shown is not None else None
        if isinstance(row, RefusedRow) and (page := self._page_for(row)):
            self.ctx.navigate(page, refused=row.position)


def _why(row: ConflictRow) -> str:
    if not row.there:
        return "Data ini sudah dihapus; hanya versi server yang dapat dipakai."
    if not row.writable:
        return "Versi yang lain hanya dapat dipakai petugas yang berwenang mengubah data ini."
    return "Dua petugas mengubah data ini bersamaan. Yang berlaku sekarang adalah versi server; pilih satu."
