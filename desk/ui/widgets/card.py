"""Calm frames and small texts: cards, headings, figures, key caps."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from desk.ui.theme.flow import FlowLayout
from desk.ui.theme.style import font, scaled
from desk.ui.theme.text import Text
from desk.ui.theme.tokens import COLOURS, TYPE, Tone
from desk.ui.widgets.badge import Badge
from desk.ui.widgets.buttons import key_words


class SectionTitle(Text):
    """Small capitals over a part of a card: ``SEDANG DILAYANI``."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text.upper(), "section", parent=parent)
        self.setAccessibleName(text)

    def set_text(self, text: str) -> None:
        """Change the words (given in ordinary letters)."""
        self.setText(text.upper())
        self.setAccessibleName(text)


class Heading(QWidget):
    """A card's title with badges after it: ``Permohonan informasi publik [datang langsung]``."""

    def __init__(self, text: str, *badges: Badge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowLayout(self, gap=scaled(10))
        self.title = Text(text, "heading", wrap=False)
        row.addWidget(self.title)
        for badge in badges:
            row.addWidget(badge)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class Card(QFrame):
    """A white sheet with a hairline; `body` is its column, `add` puts something in."""

    def __init__(self, title: str = "", *, padding: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.body = QVBoxLayout(self)
        room = scaled(padding)
        self.body.setContentsMargins(room, room, room, room)
        self.body.setSpacing(scaled(12))
        self.title: Text | None = None
        if title:
            self.title = Text(title, "heading")
            self.body.addWidget(self.title)

    def add(self, part: QWidget | QLayout, stretch: int = 0) -> None:
        """Put a widget or layout at the end of the column."""
        if isinstance(part, QLayout):
            self.body.addLayout(part, stretch)
        else:
            self.body.addWidget(part, stretch)


class Stat(QWidget):
    """A figure with its words: label, big value, quiet detail."""

    def __init__(
        self,
        label: str,
        value: str = "",
        detail: str = "",
        *,
        tone: Tone | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(2))
        self.label = Text(label, "label")
        self.value = Text(value, "title")
        self.detail = Text(detail, "small")
        for part in (self.label, self.value, self.detail):
            column.addWidget(part)
        self.set(value, detail, tone)

    def set(self, value: str, detail: str = "", tone: Tone | None = None) -> None:
        """Show another figure."""
        self.value.setText(value)
        self.value.set_tone(tone)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))


class KeyCap(QWidget):
    """A key as a small cap: ``Ctrl K``."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = key_words(keys)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Qt: the key's name and its room."""
        metrics = QFontMetrics(font(TYPE.tiny))
        return QSize(metrics.horizontalAdvance(self._words) + scaled(12), metrics.height() + scaled(4))

    def minimumSizeHint(self) -> QSize:
        """Qt: never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw the cap."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(COLOURS.line_strong), 1))
        painter.setBrush(QColor(COLOURS.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(font(TYPE.tiny))
        painter.setPen(QColor(COLOURS.ink_mute))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)
        painter.end()


class KeyHints(QWidget):
    """A quiet line of keys and what they do; breaks into rows when narrow."""

    def __init__(self, hints: Sequence[tuple[str, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, gap=scaled(14))
        self._parts: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_hints(hints)

    def set_hints(self, hints: Sequence[tuple[str, str]]) -> None:
        """Show other pairs of (key sequence, what it does)."""
        for part in self._parts:
            self._flow.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = [self._pair(keys, words) for keys, words in hints]
        for part in self._parts:
            self._flow.addWidget(part)

    def _pair(self, keys: str, words: str) -> QWidget:
        pair = QWidget(self)
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(6))
        row.addWidget(KeyCap(keys))
        row.addWidget(Text(words, "small", wrap=False))
        return pair
