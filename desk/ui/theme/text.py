"""Labels in the program's type sizes, wrapping and selectable where that helps."""

import re
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from desk.ui.theme.style import scaled, tint
from desk.ui.theme.tokens import Tone

Kind = Literal[
    "display",
    "number",
    "title",
    "heading",
    "lead",
    "body",
    "strong",
    "label",
    "section",
    "muted",
    "small",
    "required",
]


def breakable(words: str) -> str:
    """A long word (file name, number) with invisible places where it may break into the next line."""
    return re.sub(r"([-_./])", "\\1\u200b", re.sub(r"(\w{16})(?=\w)", "\\1\u200b", words))


def whole(number: str) -> str:
    """An official number that no line break may part (word joiners at its slashes, dots and dashes)."""
    return re.sub(r"([-_./])", "\u2060\\1\u2060", number)


class Text(QLabel):
    """One text on screen: plain text (never mark-up), of a kind, wrapped unless told otherwise."""

    def __init__(
        self, text: str = "", kind: Kind = "body", *, wrap: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Qt: show other words."""
        super().setText(text)
        if self.wordWrap():
            self.setMinimumHeight(0)  # Qt never says less than it: fewer lines would keep the height of more
        if self.isVisible():
            self._hold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: a narrower line needs more lines, and a crowded layout may not take them away."""
        super().resizeEvent(event)
        self._hold()

    def _hold(self) -> None:
        if not self.wordWrap():
            return
        if self.minimumHeight() > self.fontMetrics().lineSpacing():
            self.setMinimumHeight(0)  # or what was held before counts as needed
        self.setMinimumHeight(max(self.heightForWidth(self.width()), 0))

    def set_tone(self, tone: Tone | None) -> None:
        """Colour the words (beside what they say)."""
        tint(self, "tone", tone.value if tone else "")


class Headline(Text):
    """A heading in a row with others: as wide as its words, in further lines only where they cannot fit."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, "heading", parent=parent)

    def sizeHint(self) -> QSize:
        """Qt: all words in one line."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + scaled(2)
        return QSize(width, max(self.heightForWidth(width), 0))


def rule(*, upright: bool = False) -> QFrame:
    """A hairline between two parts of a card."""
    line = QFrame()
    line.setObjectName("upright" if upright else "rule")
    return line
