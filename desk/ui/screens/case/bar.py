"""The buttons at the foot of a case: made from what this person may do now."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.rules.workflow import MoveKind
from desk.ui.screens.case.offers import Mode, Offer, Way
from desk.ui.screens.case.pieces import clear
from desk.ui.widgets import Button, ButtonBar, GhostButton, PrimaryButton, SecondaryButton

_QUIET = (MoveKind.CLOSE, MoveKind.STOP)
PREVIEW_KEY, SAVE_KEY = "F8", "Ctrl+S"


class MoveBar(QWidget):
    """One row of buttons, made anew only when the offers change.

    Signals:
        chosen(Offer): a move.
        saving, previewing, extending, back_dating: the other buttons.
    """

    chosen = Signal(object)
    saving = Signal()
    previewing = Signal()
    extending = Signal()
    back_dating = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: object = None
        self.buttons: dict[str, Button] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def offer(self, found: Collection[Offer], mode: Mode, *, extend: str) -> None:
        """Show these moves; ``extend`` are the words of the extension's button, empty for none."""
        wanted = (tuple(found), mode, extend)
        if wanted == self._shown:
            return
        self._shown = wanted
        clear(self._column)
        self.buttons = {}
        left = [self._move(one) for one in found if one.main]
        if mode is Mode.DECIDE:
            left = [self._decide(found)]
        if mode is Mode.PREPARE:
            left += [
                self._other("save", SecondaryButton("Simpan konsep", SAVE_KEY), self.saving.emit),
                self._other("preview", SecondaryButton("Pratinjau surat", PREVIEW_KEY), self.previewing.emit),
            ]
        left += [self._move(one) for one in found if not one.main and one.way is not Way.DECIDE]
        if mode is Mode.SIGN:
            left.append(self._other("back_date", GhostButton("Tanggal mundur…"), self.back_dating.emit))
        right = []
        if extend:
            right.append(self._other("extend", SecondaryButton(extend), self.extending.emit))
        self._column.addWidget(ButtonBar(left, right))
        self.setVisible(bool(left or right))

    def _decide(self, found: Collection[Offer]) -> Button:
        first = next(one for one in found if one.way is Way.DECIDE)
        return self._other(
            "decide", PrimaryButton("Putuskan", "Ctrl+Return"), lambda: self.chosen.emit(first)
        )

    def _move(self, offer: Offer) -> Button:
        if offer.main:
            button: Button = PrimaryButton(offer.label, "Ctrl+Return")
        elif offer.move.kind in _QUIET:
            button = GhostButton(offer.label)
        else:
            button = SecondaryButton(offer.label)
        return self._other(offer.move.verb, button, lambda: self.chosen.emit(offer))

    def _other(self, name: str, button: Button, pressed: object) -> Button:
        button.clicked.connect(lambda _on=False: pressed() if callable(pressed) else None)
        self.buttons[name] = button
        return button
