"""The in-tray of the Tim Penghubung: suggest how open the information is, pass on, give at once, return."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.rules.workflow import MoveKind, Sheet
from desk.services.informasi import OPENNESS_LABELS, Openness, may_give_at_once
from desk.ui.fields import ChipChoice, Choice, TextAreaField
from desk.ui.runtime.autosave import CaseDraft
from desk.ui.screens.handover.giving import ask_to_give
from desk.ui.screens.tray import TrayPage, ask_reason
from desk.ui.screens.tray.counts import waiting
from desk.ui.screens.tray.places import sorted_out
from desk.ui.widgets import ButtonBar, DraftBanner, PrimaryButton, SecondaryButton

if TYPE_CHECKING:
    from desk.queries.case_filter import CaseFilter
    from desk.queries.casefile import CaseFile
    from desk.rules.workflow import Move
    from desk.ui.runtime.context import ScreenContext

_HINT = "Informasi berkala, setiap saat, dan serta-merta dapat diberikan langsung."


@dataclass(frozen=True, slots=True)
class Sorting:
    """What the Tim Penghubung fills in: how open the information is, a word for the PPID."""

    openness: str
    note: str = ""


class LiaisonPage(TrayPage):
    """Forms that wait for the Tim Penghubung."""

    page_id = "liaison"
    title = "Tim Penghubung"
    icon = "transfer"
    help_topic = "liaison"
    list_title = "Menunggu Tim Penghubung"
    empty: ClassVar[tuple[str, str, str]] = (
        "check",
        "Tidak ada formulir yang menunggu",
        "Formulir yang diteruskan petugas layanan muncul di sini.",
    )

    def __init__(self, ctx: "ScreenContext", parent: QWidget | None = None) -> None:
        self._suggested = Sorting(Openness.UNSORTED.value)
        super().__init__(ctx, parent)
        self._moves: dict[str, Move] = {}

    def fill_sheet(self, column: QVBoxLayout) -> None:
        """The suggested class, a note for the PPID, the buttons."""
        labels = [Choice(kind.value, text) for kind, text in OPENNESS_LABELS.items()]
        self.openness = ChipChoice("Saran penggolongan informasi", labels, hint=_HINT)
        self.openness.changed.connect(self._offer)
        self.openness.changed.connect(self._keep)
        self.note = TextAreaField("Catatan untuk PPID", lines=2, most=6, hint="Boleh kosong.")
        self.note.changed.connect(self._keep)
        self.restored = DraftBanner()
        self.draft = CaseDraft(self.ctx, "sorting", Sorting, self.restored, parent=self)
        self.draft.given_up.connect(lambda: self._fill(self._suggested))
        for part in (self.restored, self.openness, self.note):
            column.addWidget(part)
        self.forward_button = PrimaryButton("Teruskan ke PPID", "Ctrl+Return")
        self.forward_button.clicked.connect(lambda: self._go(self._kind(MoveKind.FORWARD)))
        self.give_button = SecondaryButton("Berikan langsung…", "F6")
        self.give_button.clicked.connect(self.ask_give)
        self.back_button = SecondaryButton("Kembalikan…", "F8")
        self.back_button.clicked.connect(self.ask_back)
        buttons = (self.forward_button, self.give_button, self.back_button)
        self.foot.addWidget(ButtonBar(buttons))

    def waiting(self) -> "CaseFilter":
        """Forms at this step."""
        return waiting(self.ctx, sorted_out)

    def show_case(self, file: "CaseFile") -> None:
        """Start from what the counter suggested, or from what was begun."""
        self._moves = {move.verb: move for move in file.flow.moves(file.page.row.step)}
        self._suggested = Sorting(str(file.page.detail.get("openness") or Openness.UNSORTED.value))
        self._fill(self.draft.open(file.page.row.id, self._suggested) or self._suggested)

    def _fill(self, sorting: Sorting) -> None:
        self.openness.set_value(sorting.openness)
        self.note.set_value(sorting.note)
        self._offer()

    def _keep(self) -> None:
        self.draft.changed(Sorting(self._chosen().value, self.note.value()))

    def _offer(self) -> None:
        gives = any(move.sheet is Sheet.GIVE for move in self._moves.values())
        self.give_button.setEnabled(may_give_at_once(self._chosen()) and gives)

    def _chosen(self) -> Openness:
        return Openness(self.openness.value() or Openness.UNSORTED.value)

    def _kind(self, kind: MoveKind) -> "Move | None":
        return next((move for move in self._moves.values() if move.kind is kind), None)

    def _go(self, move: "Move | None", reason: str = "") -> bool:
        from desk.actions.sorting import sort_and_move
        from desk.actions.steps import MoveOrder

        if self.file is None or move is None:
            return False
        row, openness = self.file.page.row, self._chosen()
        order = MoveOrder(row.id, move.verb, row.step, reason or self.note.value())
        return self.ctx.act(
            lambda: sort_and_move(self.ctx.workplace, order, openness),
            lambda _step: self._went(),
            done=f"{row.number}: {_SAID.get(move.verb, move.label.lower())}.",
        )

    def _went(self) -> None:
        self.draft.discard()
        self.settled()

    def ask_give(self) -> None:
        """Ask who receives what is given at once, of the class chosen here."""
        if self.file is not None:
            ask_to_give(self.ctx, self.file.page.row.id, lambda _given: self._went(), self._chosen())

    def ask_back(self) -> None:
        """Ask why the form goes back to the front office."""
        move = self._kind(MoveKind.RETURN)
        if self.file is not None and move is not None:
            number = self.file.page.row.number
            sentence = f"{number} kembali kepada petugas layanan bersama alasan ini."
            ask_reason(
                self.ctx, move.label, sentence, "Alasan", "Kembalikan", lambda why: self._go(move, why)
            )


_SAID = {
    "teruskan_ppid": "diteruskan kepada PPID",
    "kembalikan": "dikembalikan kepada petugas layanan",
}
