"""The register desk: pass letters on with their lembar disposisi, print electronic ones, see the agenda."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.queries.cases import LISTED_FROM, flow_of
from desk.queries.office import profile
from desk.rules.workflow import MoveKind
from desk.ui.runtime.page import Page
from desk.ui.runtime.ports import Changed
from desk.ui.screens.register_desk.tables import agenda_table, electronic_table, letters_table
from desk.ui.screens.tray.counts import waiting, waiting_count, waiting_part
from desk.ui.screens.tray.places import entered
from desk.ui.theme.style import scaled
from desk.ui.widgets import ButtonBar, Card, Pager, PrimaryButton, SecondaryButton, TabPages

if TYPE_CHECKING:
    from desk.queries.cases import CaseRow
    from desk.ui.runtime.context import ScreenContext


def count_letters(ctx: "ScreenContext") -> int:
    """Letters registered and not yet passed on."""
    return waiting_count(ctx, entered)


class RegisterDeskPage(Page):
    """Letters in: three tables and what is done with their rows."""

    page_id = "register_desk"
    title = "Surat masuk"
    icon = "letter"
    help_topic = "register_desk"
    watches = LISTED_FROM | {"attachments", "printouts"}

    def __init__(self, ctx: "ScreenContext", parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        office = ctx.workplace.ask(profile)
        flow = partial(flow_of, ctx.workplace.standards)
        self.letters = letters_table(office.local, flow, ctx.today, self)
        self.electronic = electronic_table(office.local, self)
        self.agenda = agenda_table(office.local, self)
        self.pagers = (Pager(), Pager(), Pager())
        self._waiting_letters = 0
        self.tabs = TabPages()
        self._build()
        self.tabs.turned.connect(self._turned)
        for pager in self.pagers:
            pager.turned.connect(self._other_page)
        self.letters.activated.connect(lambda row: ctx.open_case(row.id))
        self.electronic.activated.connect(lambda row: ctx.preview("file", row.file_id))
        self.agenda.activated.connect(lambda row: ctx.open_case(row.case_id))

    def _build(self) -> None:
        self.new_button = SecondaryButton("Surat masuk baru", "F2", icon="plus")
        self.new_button.clicked.connect(lambda: self.ctx.navigate("counter", path="letter"))
        self.paper_button = SecondaryButton("Disposisi dari kertas", "F6")
        self.paper_button.clicked.connect(lambda: self.ctx.navigate("disposition"))
        self.tabs.add("Belum diteruskan", self._letters_tab())
        self.tabs.add("Surat elektronik", self._electronic_tab())
        self.tabs.add("Buku agenda", _over(self.agenda, self.pagers[2]))
        card = Card()
        card.add(ButtonBar((self.new_button, self.paper_button)))
        card.add(self.tabs, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(16))
        column.addWidget(card)

    def _letters_tab(self) -> QWidget:
        self.forward_button = PrimaryButton("Teruskan ke Sekretaris", "Ctrl+Return")
        self.forward_button.clicked.connect(self.forward)
        self.sheet_button = SecondaryButton("Lembar disposisi", "Ctrl+P", icon="print")
        self.sheet_button.clicked.connect(self.print_sheet)
        self.open_button = SecondaryButton("Buka permohonan", "F4")
        self.open_button.clicked.connect(self.open_case)
        left = (self.forward_button, self.sheet_button, self.open_button)
        return _over(self.letters, self.pagers[0], ButtonBar(left))

    def _electronic_tab(self) -> QWidget:
        self.file_button = PrimaryButton("Cetak berkas", "Ctrl+P", icon="print")
        self.file_button.clicked.connect(self.print_file)
        self.view_button = SecondaryButton("Lihat", "F3", icon="eye")
        self.view_button.clicked.connect(self.view_file)
        return _over(self.electronic, self.pagers[1], ButtonBar((self.file_button, self.view_button)))

    # reading

    def refresh(self, _changed: Changed) -> None:
        """Read the three tables anew; the first row is lit where none was."""
        from desk.queries import agenda

        place = self.ctx.workplace
        wanted = waiting(self.ctx, entered)
        letters, files, book = self.pagers
        self.letters.set_rows(letters.read(lambda after: waiting_part(self.ctx, wanted, after)))
        self.electronic.set_rows(files.read(lambda after: place.ask(agenda.electronic_letters, after)))
        self.agenda.set_rows(book.read(lambda after: place.ask(agenda.agenda, place.standards, after)))
        self._waiting_letters = count_letters(self.ctx)
        self.tabs.set_count(0, self._waiting_letters)
        self.tabs.set_count(1, place.ask(agenda.unprinted))
        for table in (self.letters, self.electronic, self.agenda):
            if table.current() is None and table.rows():
                table.view.selectRow(0)

    def badge(self) -> int | None:
        """Letters to pass on."""
        return self._waiting_letters

    def activate(self, **params: object) -> None:
        """``letter_id`` of a search hit: its case is looked up in the agenda."""
        if params.get("letter_id"):
            self.tabs.show_page(2)

    def focus_first(self) -> None:
        """The table in front; the tabs while it is empty."""
        tables = (self.letters, self.electronic, self.agenda)
        table = tables[self.tabs.current()]
        target: QWidget = table.view if table.rows() else self.tabs.bar
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _other_page(self) -> None:
        self.refresh_soon()
        self.refresh_now()
        for table in (self.letters, self.electronic, self.agenda):
            table.view.scrollToTop()

    def _turned(self, _place: int) -> None:
        if not self.tabs.bar.hasFocus():
            self.focus_first()

    # doing

    def forward(self) -> None:
        """Pass the lit letter on to the Sekretaris and print its lembar disposisi."""
        from desk.actions.steps import MoveOrder, move_case

        row, verb = self.letters.current(), self._verb()
        if row is None or verb is None:
            return
        order = MoveOrder(row.id, verb, expected_step=row.step)
        self.ctx.act(
            lambda: move_case(self.ctx.workplace, order),
            lambda step: self._forwarded(row, step.step_label),
        )

    def _verb(self) -> str | None:
        row = self.letters.current()
        if row is None:
            return None
        moves = flow_of(self.ctx.workplace.standards, row).moves(row.step)
        return next((move.verb for move in moves if move.kind is MoveKind.FORWARD), None)

    def _forwarded(self, row: "CaseRow", step: str) -> None:
        self.ctx.toast(f"{row.number} diteruskan. Sekarang: {step}.", tone="done")
        self.refresh_soon()
        self.ctx.print_paper("lembar_disposisi", row.id)

    def print_sheet(self) -> None:
        """Print the lembar disposisi of the lit letter."""
        row = self.letters.current()
        if row is not None:
            self.ctx.print_paper("lembar_disposisi", row.id)

    def open_case(self) -> None:
        """Show the whole case."""
        row = self.letters.current()
        if row is not None:
            self.ctx.open_case(row.id)

    def print_file(self) -> None:
        """Print the lit electronic letter."""
        row = self.electronic.current()
        if row is not None:
            self.ctx.print_paper("file", row.file_id)

    def view_file(self) -> None:
        """Show the lit electronic letter."""
        row = self.electronic.current()
        if row is not None:
            self.ctx.preview("file", row.file_id)


def _over(table: QWidget, *below: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(scaled(10))
    column.addWidget(table, 1)
    for part in below:
        column.addWidget(part)
    return whole
