"""The form of one hand-over: way, receiver, proxy, signature, remark."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desk.actions.delivery import BY_HAND, WAYS, HandOver
from desk.services.common import Problem
from desk.ui.fields import Choice, ChoiceField, Field, TextAreaField, TextField
from desk.ui.fields.checks import TickBox
from desk.ui.screens.handover.reading import Result
from desk.ui.theme.style import reveal, scaled
from desk.ui.theme.text import Text
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import FormGrid, SignaturePad


class HandoverSheet(QWidget):
    """`show_result(result)` begins anew, `draft()` reads, `mark(problems)` says what is wrong beside it.

    ``lead`` is what the officer reads first: above the fields, it scrolls with them.
    """

    def __init__(self, lead: Sequence[QWidget] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = FormGrid()
        for part in lead:
            self.grid.add(part, span=2)
        self.way = ChoiceField("Cara penyerahan", [Choice(key, words) for key, words in WAYS.items()])
        self.receiver = TextField("Nama penerima", required=True)
        self.content = TextAreaField("Isi yang diserahkan", lines=2, most=4)
        self.proxy = TickBox("Diterima oleh kuasa")
        self.power = TickBox("Surat kuasa diserahkan")
        self.pad = SignaturePad("Tanda tangan penerima")
        self.paper = TickBox("Ditandatangani di buku ekspedisi kertas")
        self.unsigned = Text("", "small")
        self.proxy_note = Text("", "small")
        self.remark = TextField("Keterangan")
        self._step = ""
        for part, span in (
            (self.way, 1),
            (self.receiver, 1),
            (self.content, 2),
            (self.proxy, 1),
            (self.power, 1),
            (self.proxy_note, 2),
            (self.pad, 2),
            (self.unsigned, 2),
            (self.paper, 2),
            (self.remark, 2),
        ):
            self.grid.add(part, span=span)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.grid)
        self.pad.setMinimumHeight(scaled(150))
        for label in (self.unsigned, self.proxy_note):
            label.set_tone(Tone.BAD)
        self.way.changed.connect(self._shape)
        self.proxy.toggled.connect(self._shape)
        self.paper.toggled.connect(self._shape)
        self.pad.changed.connect(lambda: self._say(self.unsigned, ""))
        self.power.toggled.connect(lambda _on: self._say(self.proxy_note, ""))
        self._shape()

    def show_result(self, result: Result) -> None:
        """Begin the hand-over of a case."""
        self._step = result.page.row.step
        self.way.set_value(result.way)
        self.receiver.set_value(result.receiver)
        self.content.set_value(result.content)
        self.remark.set_value("")
        for box in (self.proxy, self.power, self.paper):
            box.setChecked(False)
        self.proxy.setChecked(bool(result.page.applicant.proxy_name))
        self.pad.clear()
        self._say(self.unsigned, "")
        self._say(self.proxy_note, "")
        self._shape()

    def draft(self) -> HandOver:
        """The hand-over as filled in."""
        by_hand = self.way.value() in BY_HAND
        return HandOver(
            receiver=self.receiver.value(),
            way=self.way.value() or "pickup",
            content=self.content.value(),
            proxy=self.proxy.isChecked(),
            power_of_attorney=self.proxy.isChecked() and self.power.isChecked(),
            signed_on_paper=by_hand and self.paper.isChecked(),
            signature_png=self.pad.png() if by_hand and not self.paper.isChecked() else b"",
            remark=self.remark.value(),
            expected_step=self._step,
        )

    def mark(self, problems: Sequence[Problem]) -> None:
        """Say each problem beside what it is about; the keyboard goes to the first."""
        said = {one.field: one.message for one in reversed(problems)}
        self.receiver.mark(said.get("receiver"))
        self._say(self.proxy_note, said.get("power_of_attorney", ""))
        self._say(self.unsigned, said.get("signature", ""))
        places: list[tuple[str, Field[Any] | QWidget]] = [
            ("receiver", self.receiver),
            ("power_of_attorney", self.power),
            ("signature", self.pad),
        ]
        first = next((widget for name, widget in places if name in said), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _say(self, label: QLabel, words: str) -> None:
        label.setText(words)
        reveal(label, bool(words))
        self.grid.refresh()

    def _shape(self, *_ignored: object) -> None:
        by_hand = self.way.value() in BY_HAND
        reveal(self.power, self.proxy.isChecked())
        reveal(self.pad, by_hand and not self.paper.isChecked())
        reveal(self.paper, by_hand)
        self.receiver.set_label("Nama penerima" if by_hand else "Dikirim kepada")
        if not by_hand or self.paper.isChecked():
            self.unsigned.setText("")
            reveal(self.unsigned, wanted=False)
        self.grid.refresh()
