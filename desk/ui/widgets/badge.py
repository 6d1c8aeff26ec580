"""Small words in a coloured pill, as a widget and as something a delegate can draw."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.ui.theme.style import font, reveal, scaled
from desk.ui.theme.tokens import COLOURS, TONES, TYPE, Tone


def pill_font() -> QFont:
    """The font of the words in a pill."""
    return font(TYPE.small, QFont.Weight.DemiBold)


def pill_size(text: str) -> QSize:
    """Room a pill with this text needs, in pixels."""
    metrics = QFontMetrics(pill_font())
    return QSize(metrics.horizontalAdvance(text) + scaled(18), metrics.height() + scaled(6))


def draw_pill(painter: QPainter, rect: QRect, text: str, tone: Tone, *, solid: bool = False) -> None:
    """Draw a pill filling `rect`; `solid` = accent ground with white words (counts)."""
    colours = TONES[tone]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.mark if solid else colours.ground))
    radius = rect.height() / 2
    painter.drawRoundedRect(QRectF(rect), radius, radius)
    painter.setFont(pill_font())
    painter.setPen(QColor(COLOURS.on_accent if solid else colours.text))
    words = QFontMetrics(pill_font()).elidedText(
        text, Qt.TextElideMode.ElideRight, max(rect.width() - scaled(10), 1)
    )
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()


class Badge(QWidget):
    """A state in a word; the tone only helps the eye. `solid` for counts (``12`` in the navigation)."""

    def __init__(
        self,
        text: str = "",
        tone: Tone = Tone.NEUTRAL,
        *,
        solid: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text, self._tone, self._solid = text, tone, solid
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def text(self) -> str:
        """The word shown."""
        return self._text

    def tone(self) -> Tone:
        """The tone shown."""
        return self._tone

    def set(self, text: str, tone: Tone | None = None) -> None:
        """Change the word, and the tone when given; an empty word hides the badge."""
        self._text, self._tone = text, tone or self._tone
        self.setAccessibleName(text)
        reveal(self, bool(text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Qt: the words and their room."""
        return pill_size(self._text)

    def minimumSizeHint(self) -> QSize:
        """Qt: never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw the pill."""
        painter = QPainter(self)
        draw_pill(painter, self.rect(), self._text, self._tone, solid=self._solid)
        painter.end()
