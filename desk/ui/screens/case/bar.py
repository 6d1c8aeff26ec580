"""The buttons at the foot of a case: made from what this person may do now."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.rules.workflow import MoveKind
from desk.ui.screens.case.offers import Mode, Offer, Way
from desk.ui.screens.case.pieces import clear
from desk.ui.widgets import Button, ButtonBar, GhostButton, PrimaryButton, SecondaryButton

PREVIEW_KEY, SAVE_KEY, MORE_KEY, SPEAK_KEY = "F8", "Ctrl+S", "F9", "F4"
_RARE = (MoveKind.CLOSE, MoveKind.STOP)


class MoveBar(QWidget):
    """One row of buttons, made anew only when the offers change; what is done rarely stands behind *Lainnya*.

    Signals:
        chosen(Offer): a move.
        saving, previewing, extending, noticing, back_dating, objecting, booking: the other buttons.
        more: somebody asks for what is done rarely (``self.rare``).
    """

    chosen = Signal(object)
    saving = Signal()
    previewing = Signal()
    extending = Signal()
    noticing = Signal()
    back_dating = Signal()
    objecting = Signal()
    booking = Signal()
    planning = Signal()
    more = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: object = None
        self.buttons: dict[str, Button] = {}
        self.rare: list[tuple[str, Callable[[], object]]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def offer(
        self,
        found: Collection[Offer],
        mode: Mode,
        *,
        extend: str,
        notice: bool = False,
        objection: bool = False,
        meeting: bool = False,
        event: bool = False,
    ) -> None:
        """Show these moves; ``extend`` are the words of the extension's button, empty for none; ``notice``:
        that of an extension waits for this officer's signature; ``objection``: one may be taken in;
        ``meeting``: the applicant may be received by appointment; ``event``: it has its day in the calendar
        of events."""
        wanted = (tuple(found), mode, extend, notice, objection, meeting, event)
        if wanted == self._shown:
            return
        self._shown = wanted
        clear(self._column)
        self.buttons = {}
        self.rare = []
        left = self._main(found, mode)
        for one in found:
            if one.main or one.way is Way.DECIDE:
                continue
            if rare(one, mode):
                self.rare.append((one.label, partial(self.chosen.emit, one)))
            else:
                left.append(self._move(one))
        if mode is Mode.PREPARE:
            self.rare.append(("Simpan konsep", self.saving.emit))
        if mode is Mode.SIGN:
            self.rare.append(("Tanda tangani dengan tanggal mundur…", self.back_dating.emit))
        if meeting:
            self.rare.append(("Buat janji temu…", self.booking.emit))
        if event:
            self.rare.append(("Buka kalender pendidikan", self.planning.emit))
        if self.rare:
            left.append(self._named("more", GhostButton("Lainnya", MORE_KEY), self.more.emit))
        beside = (
            ("notice", "Tanda tangani pemberitahuan…" if notice else "", self.noticing.emit),
            ("extend", extend, self.extending.emit),
            ("object", "Ajukan keberatan…" if objection else "", self.objecting.emit),
        )
        right = [self._named(name, SecondaryButton(words), act) for name, words, act in beside if words]
        row = ButtonBar(left, right)
        self._column.addWidget(row)
        row.show()
        self.setVisible(bool(left or right))

    def labels(self) -> list[str]:
        """Words of every button, those behind *Lainnya* last."""
        shown = [button.text() for name, button in self.buttons.items() if name != "more"]
        return shown + [label for label, _act in self.rare]

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
        own = SPEAK_KEY if offer.way is Way.SPEAK else ""
        button: Button = SecondaryButton(offer.label, own)
        if main:
            button = PrimaryButton(offer.label, own or "Ctrl+Return")
        return self._named(offer.move.verb, button, lambda: self.chosen.emit(offer))

    def _named(self, name: str, button: Button, pressed: Callable[[], object]) -> Button:
        button.clicked.connect(lambda _on=False: _ignore(pressed()))
        self.buttons[name] = button
        return button


class MoreSheet(QWidget):
    """What is done rarely, one button under the other, for the drawer.

    Signals:
        taken(object): what to do (a callable), after the drawer has closed.
    """

    taken = Signal(object)

    def __init__(self, choices: Sequence[tuple[str, Callable[[], object]]]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.buttons: list[Button] = []
        for label, act in choices:
            button = SecondaryButton(label)
            button.clicked.connect(partial(self._take, act))
            self.buttons.append(button)
            column.addWidget(button)

    def _take(self, act: Callable[[], object], _on: bool = False) -> None:
        self.taken.emit(act)


def rare(offer: Offer, mode: Mode) -> bool:
    """Whether a move stands behind *Lainnya*: closing, stopping; while writing all but the main one
    and what the service keeps beside the letter."""
    if mode is Mode.PREPARE:
        return offer.way is not Way.ENTRY
    return offer.move.kind in _RARE or (mode is Mode.DECIDE and offer.move.kind is MoveKind.RETURN)


def _ignore(_result: object) -> None:
    return None
