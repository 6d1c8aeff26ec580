"""A field that gathers legal grounds of a refusal: found by typing, listed below, taken out again (S3)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.services.grounds import GROUNDS, Ground, GroundKind, ground
from desk.ui.fields import Field, SuggestEdit, Suggestion
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text
from desk.ui.widgets import IconButton

_KINDS = {
    GroundKind.ARTICLE_17: "UU 14/2008",
    GroundKind.HARM: "Akibat bagi KPU",
    GroundKind.MEMORANDUM: "Memorandum",
    GroundKind.PERSONAL_SECRET: "Rahasia pribadi",
}


def short_citation(one: Ground) -> str:
    """``Pasal 17 huruf h`` for the law, the citation itself for others."""
    return one.citation.partition(" Undang-Undang")[0]


def found(text: str, taken: Sequence[str] = ()) -> tuple[Ground, ...]:
    """Grounds that hold every word typed, an article named whole first; those taken are left out."""
    words = text.lower().split()
    whole = f" {' '.join(words)}"

    def says(one: Ground) -> str:
        return f"{one.citation} {one.label} {_KINDS[one.kind]}".lower()

    fits = [one for one in GROUNDS if one.key not in taken and all(word in says(one) for word in words)]
    return tuple(sorted(fits, key=lambda one: not f" {short_citation(one).lower()}".endswith(whole)))


class _Line(QWidget):
    """A ground taken, with the button that takes it out."""

    def __init__(self, one: Ground, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = one.key
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(4), 0, 0, 0)
        row.setSpacing(scaled(8))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(one.label))
        words.addWidget(Text(f"{short_citation(one)} · {_KINDS[one.kind]}", "small"))
        row.addLayout(words, 1)
        self.button = IconButton("close", f"Keluarkan: {one.label}")
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)


class _Editor(QWidget):
    """The line to type in, and the list below it.

    Signals:
        edited: a ground was taken or taken out.
    """

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.keys: tuple[str, ...] = ()
        self.lines: list[_Line] = []
        self.line = SuggestEdit(provider=self._suggest, least=1, fill=False)
        self.line.setPlaceholderText("Ketik pasal atau kata, mis. 17 huruf h, rahasia")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(6))
        column.addWidget(self.line)
        self._list = QVBoxLayout()
        self._list.setSpacing(scaled(6))
        column.addLayout(self._list)
        self.line.picked.connect(self._take)
        self.setFocusProxy(self.line)

    def _suggest(self, text: str) -> list[Suggestion]:
        return [
            Suggestion(one.label, f"{short_citation(one)} · {_KINDS[one.kind]}", one.key)
            for one in found(text, self.keys)
        ]

    def _take(self, key: object) -> None:
        self.line.clear()
        self.show_keys((*self.keys, str(key)))
        self.edited.emit()

    def _drop(self, key: str) -> None:
        self.show_keys(tuple(one for one in self.keys if one != key))
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def show_keys(self, keys: tuple[str, ...]) -> None:
        """List these grounds."""
        self.keys = keys
        for line in self.lines:
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [_Line(ground(key)) for key in keys]
        for line in self.lines:
            line.button.clicked.connect(lambda _on=False, key=line.key: self._drop(key))
            self._list.addWidget(line)


class GroundsField(Field[tuple[str, ...]]):
    """Keys of ``desk.services.grounds`` in the order they were taken."""

    def __init__(self, label: str, *, hint: str = "", required: bool = False) -> None:
        self.pick = _Editor()
        super().__init__(label, self.pick, hint=hint, required=required)
        self.caption.setBuddy(self.pick.line)
        self.pick.line.setAccessibleName(self.pick.accessibleName())
        self.pick.edited.connect(self._edited)

    def _marked(self) -> list[QWidget]:
        return [self.pick.line]

    def _read(self) -> tuple[str, ...]:
        return self.pick.keys

    def _write(self, value: tuple[str, ...]) -> None:
        self.pick.show_keys(tuple(value))
