"""The cost of copies and sending, taken with a receipt before the papers go out (L3/III.D)."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.actions.fees import FeeDraft, FeeTaken, take_fee
from desk.ui.fields import MoneyField, NumberField, TextField
from desk.ui.runtime.context import ScreenContext
from desk.ui.screens.handover.reading import Result
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text
from desk.ui.widgets import PrimaryButton
from desk.ui.words import rupiah


class FeeForm(QWidget):
    """The small form in the drawer; the figures come from the decision and may be put right."""

    def __init__(self, ctx: ScreenContext, result: Result, done: Callable[[FeeTaken], object]) -> None:
        super().__init__()
        self._ctx, self._case_id, self._done = ctx, result.page.row.id, done
        self.payer = TextField("Diterima dari", required=True)
        self.pages = NumberField("Penggandaan", unit="lembar")
        self.price = MoneyField("Harga per lembar")
        self.sending = MoneyField("Ongkos kirim")
        self.other = MoneyField("Biaya lain")
        self.total = Text("", "title")
        decision = result.decision
        self.payer.set_value(result.page.applicant.name)
        if decision is not None:
            for field, amount in (
                (self.pages, decision.pages),
                (self.price, decision.page_price),
                (self.sending, decision.sending_cost),
                (self.other, decision.other_cost),
            ):
                field.set_value(amount)
        self.button = PrimaryButton("Terima && cetak kuitansi", "Ctrl+Return")
        self.button.clicked.connect(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(10))
        for one in (self.payer, self.pages, self.price, self.sending, self.other):
            column.addWidget(one)
            one.changed.connect(self._sum)
        column.addWidget(self.total)
        self._sum()

    def draft(self) -> FeeDraft:
        """The payment as filled in."""
        return FeeDraft(
            payer=self.payer.value(),
            pages=self.pages.value() or 0,
            page_price=self.price.value() or 0,
            sending_cost=self.sending.value() or 0,
            other_cost=self.other.value() or 0,
        )

    def save(self) -> None:
        """Take the money into the fee book and print its receipt."""
        place = self._ctx.workplace
        self._ctx.act(
            lambda: take_fee(place, self._case_id, self.draft()),
            self._taken,
            on_problems=lambda problems: self.payer.mark(problems[0].message),
        )

    def _taken(self, taken: FeeTaken) -> None:
        self._ctx.close_drawer()
        self._ctx.toast(f"Pembayaran {rupiah(taken.total)} tercatat: {taken.number}.", tone="done")
        self._done(taken)

    def _sum(self) -> None:
        draft = self.draft()
        total = draft.pages * draft.page_price + draft.sending_cost + draft.other_cost
        self.total.setText(f"Jumlah {rupiah(total)}")
