"""Page `handover`: results that wait for their receiver, and the form that hands one over."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedLayout, QWidget

from desk.actions.delivery import Delivered, hand_over
from desk.actions.fees import FeeTaken
from desk.queries.cases import LISTED_FROM, CaseRow, flow_of, listed
from desk.rules.masking import group_phone
from desk.services.catalog import service_kit
from desk.ui.forms.split import SplitRow
from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.page import Page
from desk.ui.runtime.ports import Changed
from desk.ui.screens.cases_list import reading as lists
from desk.ui.screens.due import due_tone, due_words
from desk.ui.screens.handover.fee import FeeForm
from desk.ui.screens.handover.reading import Result, result_of
from desk.ui.screens.handover.sheet import HandoverSheet
from desk.ui.screens.tray.words import case_item, went_on
from desk.ui.theme.style import eased, scaled
from desk.ui.theme.text import Text, rule
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import (
    Badge,
    Banner,
    Card,
    EmptyState,
    Heading,
    Pager,
    PrimaryButton,
    RowItem,
    RowList,
    SecondaryButton,
)
from desk.ui.words import rupiah

LIST_WIDTH = 300
"""Pixels at text scale 1.0."""


class HandoverPage(Page):
    """The list at the left, the chosen result's form at the right."""

    page_id = "handover"
    title = "Penyerahan"
    icon = "send"
    help_topic = "penyerahan"
    watches = LISTED_FROM | {"checklist_items", "deliveries", "letters", "fee_receipts", "decisions"}

    def __init__(self, ctx: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._result: Result | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(16))
        row.setSpacing(scaled(16))
        row.addWidget(self._build_list())
        row.addWidget(self._build_form(), 1)
        self.list.selected.connect(lambda key: ctx.guard(lambda: self._choose(key)))
        self.list.activated.connect(lambda _key: self.sheet.receiver.setFocus())
        self.pager.turned.connect(self._turned)
        self.hand_button.clicked.connect(self.hand_over)
        self.case_button.clicked.connect(self._open_case)
        self.owed.acted.connect(self.ask_fee)

    def _build_list(self) -> QWidget:
        card = Card("Siap diserahkan")
        card.setFixedWidth(eased(LIST_WIDTH, 0.5))
        empty = EmptyState(
            "send", "Tidak ada yang menunggu", "Jawaban yang selesai ditandatangani muncul di sini."
        )
        self.list = RowList(empty=empty)
        self.pager = Pager()
        card.add(self.list, 1)
        card.add(self.pager)
        return card

    def _build_form(self) -> QWidget:
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        card = Card()
        self.due, self.decision = Badge(), Badge()
        self.heading = Heading("", self.decision, self.due)
        self.facts = Text("", "small")
        self.owed = Banner("", Tone.WARN, action="Terima pembayaran…")
        self.sheet = HandoverSheet((self.facts, self.owed))
        self.hand_button = PrimaryButton("Serahkan && cetak slip", "Ctrl+Return")
        self.case_button = SecondaryButton("Buka permohonan")
        card.add(self.heading)
        card.add(self.sheet, 1)
        card.add(rule())
        card.add(SplitRow([self.hand_button], [self.case_button]))
        nothing = Card()
        nothing.add(EmptyState("signature", "Pilih permohonan", "Formulir penyerahannya tampil di sini."), 1)
        self._stack.addWidget(nothing)
        self._stack.addWidget(card)
        return holder

    # what the window asks

    def activate(self, **params: object) -> None:
        """``case_id``: choose that case."""
        case_id = params.get("case_id")
        if isinstance(case_id, str):
            self.refresh_soon()
            self.refresh_now()
            if not self.list.select(case_id):
                self.list.clear_selection()
                self._choose(case_id)

    def refresh(self, _changed: Changed) -> None:
        """Read the list anew; a form somebody is filling in stays."""
        wanted, place = lists.at_hand_over(self.ctx), self.ctx.workplace
        rows = self.pager.read(lambda after: place.ask(listed, wanted, after))
        if self._gone_while_writing({row.id for row in rows}):
            with QSignalBlocker(self.list):
                self.list.set_rows([self._item(row) for row in rows])
            self._tell_it_went_on()
            return
        self.list.set_rows([self._item(row) for row in rows])
        if rows and self.list.current() is None:
            self.list.select(rows[0].id)
        if self._result is not None and self.list.current() == self._result.page.row.id:
            self._tell(result_of(self.ctx, self._result.page.row.id))

    def badge(self) -> int | None:
        """How many wait."""
        return lists.hand_over_count(self.ctx)

    def focus_first(self) -> None:
        """The list."""
        self.list.setFocus()

    def _tell_it_went_on(self) -> None:
        before = self._result.page.row if self._result is not None else None
        result = result_of(self.ctx, before.id) if before is not None else None
        if before is not None and result is not None:
            self._tell(result)
            if result.page.row.step != before.step:
                self.ctx.toast(went_on(result.page.row), tone="problem")

    def _gone_while_writing(self, waiting: set[str]) -> bool:
        """Whether the chosen result left the list while the keyboard is in its form: the form stays."""
        writing = self.sheet.isAncestorOf(QApplication.focusWidget() or self)
        return writing and self._result is not None and self._result.page.row.id not in waiting

    # what the officer does

    def hand_over(self) -> None:
        """Write the hand-over into the ekspedisi book, print its slip, close the case."""
        result = self._result
        if result is None:
            return
        draft = self.sheet.draft()
        self.ctx.act(
            lambda: hand_over(self.ctx.workplace, result.page.row.id, draft),
            self._handed,
            on_problems=self.sheet.mark,
        )

    def ask_fee(self) -> None:
        """Take the cost of copies and sending."""
        if self._result is not None:
            form = FeeForm(self.ctx, self._result, self._paid)
            self.ctx.ask(form, "Terima pembayaran", (form.button,))

    # inside

    def _turned(self) -> None:
        self.refresh_soon()
        self.refresh_now()
        self.list.view.scrollToTop()

    def _choose(self, key: object) -> None:
        result = result_of(self.ctx, key) if isinstance(key, str) else None
        self._tell(result)
        if result is not None:
            self.sheet.show_result(result)

    def _tell(self, result: Result | None) -> None:
        self._result = result
        self._stack.setCurrentIndex(0 if result is None else 1)
        if result is None:
            return
        row, applicant = result.page.row, result.page.applicant
        self.heading.title.setText(row.applicant)
        self.decision.set(service_kit(row.service).decision_label(row.decision))
        flow = flow_of(self.ctx.workplace.standards, row)
        self.due.set(due_words(row, flow, self.ctx.today()), due_tone(row, flow))
        contact = group_phone(applicant.phone) or applicant.email or applicant.address
        letter = result.letter.number if result.letter else ""
        self.facts.setText(" · ".join(part for part in (row.number, letter, contact) if part))
        self.owed.say(f"Biaya {rupiah(result.owed)} belum dibayar." if result.owed else "", Tone.WARN)
        self.sheet.grid.refresh()

    def _handed(self, delivered: Delivered) -> None:
        row = self._result.page.row if self._result is not None else None
        self._result = None
        self.ctx.toast(f"Diserahkan, buku ekspedisi {delivered.number}.", tone="done")
        slip = "ekspedisi_slip" if row is None else service_kit(row.service).slip_of(row.decision)
        self.ctx.print_paper(slip, delivered.delivery_id)
        self.refresh_soon()
        self.refresh_now()
        self.list.setFocus()

    def _paid(self, taken: FeeTaken) -> None:
        self.refresh_soon()
        self.ctx.print_paper("fee_receipt", taken.receipt_id)

    def _open_case(self) -> None:
        if self._result is not None:
            self.ctx.open_case(self._result.page.row.id)

    def _item(self, row: CaseRow) -> RowItem:
        aside = case_item(row).aside
        return RowItem(row.id, row.applicant, row.number, aside)
