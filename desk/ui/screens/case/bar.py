"""The buttons at the foot of a case: made from what this person may do now."""

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desk.rules.workflow import MoveKind
from desk.ui.screens.case.offers import Mode, Offer, Way
from desk.ui.screens.case.pieces import clear
from desk.ui.widgets import Button, ButtonBar, GhostButton, PrimaryButton, SecondaryButton

PREVIEW_KEY, SAVE_KEY, MORE_KEY = "F8", "Ctrl+S", "F9"
_RARE = (MoveKind.CLOSE, MoveKind.STOP)


class MoveBar(QWidget):
    """One row of buttons, made anew only when the offers change; what is done rarely stands in a menu.

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
        self.menu = QMenu(self)
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
        self.menu.clear()
        left = self._main(found, mode)
        for one in found:
            if one.main or one.way is Way.DECIDE:
                continue
            if rare(one, mode):
                self._put_in_menu(one.label, partial(self.chosen.emit, one))
            else:
                left.append(self._move(one))
        if mode is Mode.PREPARE:
            self._put_in_menu(f"Simpan konsep\t{SAVE_KEY}", self.saving.emit)
        if mode is Mode.SIGN:
            self._put_in_menu("Tanda tangani dengan tanggal mundur…", self.back_dating.emit)
        if self.menu.actions():
            left.append(self._named("more", GhostButton("Lainnya", MORE_KEY), self._open_menu))
        right = []
        if extend:
            right.append(self._named("extend", SecondaryButton(extend), self.extending.emit))
        self._column.addWidget(ButtonBar(left, right))
        self.setVisible(bool(left or right))

    def labels(self) -> list[str]:
        """Words of every button and menu line, for those who look for one."""
        lines = [action.text().partition("\t")[0] for action in self.menu.actions()]
        return [button.text() for name, button in self.buttons.items() if name != "more"] + lines

    def _main(self, found: Collection[Offer], mode: Mode) -> list[Button]:
        if mode is Mode.DECIDE:
            first = next(one for one in found if one.way is Way.DECIDE)
            primary = PrimaryButton("Putuskan", "Ctrl+Return")
            main = [self._named("decide", primary, lambda: self.chosen.emit(first))]
            return main + [self._move(one, plain=True) for one in found if one.main]
        main = [self._move(one) for one in found if one.main]
        if mode is Mode.PREPARE:
            button = SecondaryButton("Pratinjau", PREVIEW_KEY)
            main.append(self._named("preview", button, self.previewing.emit))
        return main

    def _move(self, offer: Offer, *, plain: bool = False) -> Button:
        main = offer.main and not plain
        button: Button = SecondaryButton(offer.label)
        if main:
            button = PrimaryButton(offer.label, "Ctrl+Return")
        return self._named(offer.move.verb, button, lambda: self.chosen.emit(offer))

    def _named(self, name: str, button: Button, pressed: Callable[[], object]) -> Button:
        button.clicked.connect(lambda _on=False: _ignore(pressed()))
        self.buttons[name] = button
        return button

    def _put_in_menu(self, words: str, pressed: Callable[[], object]) -> None:
        self.menu.addAction(words).triggered.connect(lambda _on=False: _ignore(pressed()))

    def _open_menu(self) -> None:
        button = self.buttons["more"]
        above = QPoint(0, -self.menu.sizeHint().height())
        self.menu.popup(button.mapToGlobal(above))
        self.menu.setActiveAction(self.menu.actions()[0])


def rare(offer: Offer, mode: Mode) -> bool:
    """Whether a move stands in the menu: closing and stopping, and all but the main one while writing."""
    if mode is Mode.PREPARE:
        return True
    return offer.move.kind in _RARE or (mode is Mode.DECIDE and offer.move.kind is MoveKind.RETURN)


def _ignore(_result: object) -> None:
    return None
