"""A pad to sign on with pen, finger or mouse."""

from itertools import pairwise

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QImageWriter,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTabletEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk.ui.theme.style import font, scaled
from desk.ui.theme.text import Text
from desk.ui.theme.tokens import COLOURS, RADIUS, TYPE
from desk.ui.widgets.buttons import GhostButton

_WIDTH = 640
"""Width of the PNG in pixels, whatever the size on screen."""


class _Sheet(QWidget):
    drawn = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strokes: list[list[QPointF]] = []
        self._drawing = False
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Qt: wide and low."""
        return QSize(scaled(360), scaled(140))

    def minimumSizeHint(self) -> QSize:
        """Qt: room to sign."""
        return QSize(scaled(220), scaled(110))

    def _begin(self, point: QPointF) -> None:
        self._drawing = True
        self.strokes.append([point])
        self.update()

    def _go_on(self, point: QPointF) -> None:
        if self._drawing:
            self.strokes[-1].append(point)
            self.update()

    def _end(self) -> None:
        if self._drawing:
            self._drawing = False
            self.drawn.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: a stroke begins."""
        if event.button() == Qt.MouseButton.LeftButton and self.isEnabled():
            self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: it goes on."""
        self._go_on(event.position())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Qt: it ends."""
        self._end()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Qt: the same with a pen."""
        if event.type() == QTabletEvent.Type.TabletPress:
            self._begin(event.position())
        elif event.type() == QTabletEvent.Type.TabletMove:
            self._go_on(event.position())
        elif event.type() == QTabletEvent.Type.TabletRelease:
            self._end()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Delete and Backspace clear the pad."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.strokes:
            self.strokes = []
            self.update()
            self.drawn.emit()
            return
        super().keyPressEvent(event)

    def draw(self, painter: QPainter) -> None:
        """Draw the strokes, smoothed, in widget coordinates."""
        pen = QPen(QColor(COLOURS.ink), 2.4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        for stroke in self.strokes:
            path = QPainterPath(stroke[0])
            for before, after in pairwise(stroke):
                path.quadTo(before, (before + after) / 2)
            path.lineTo(stroke[-1] + QPointF(0.01, 0.01))
            painter.drawPath(path)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw frame, base line, strokes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QPen(
            QColor(COLOURS.focus if self.hasFocus() else COLOURS.field_line), 2 if self.hasFocus() else 1
        )
        painter.setPen(line)
        painter.setBrush(QColor(COLOURS.card if self.isEnabled() else COLOURS.sunken))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS.field, RADIUS.field)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        base = self.height() - scaled(34)
        painter.setPen(QPen(QColor(COLOURS.line_strong), 1, Qt.PenStyle.DashLine))
        painter.drawLine(scaled(20), base, self.width() - scaled(20), base)
        if not self.strokes:
            painter.setFont(font(TYPE.small))
            painter.setPen(QColor(COLOURS.ink_mute))
            foot = self.rect().adjusted(0, base, 0, 0)
            painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, "Tanda tangan di sini")
        self.draw(painter)
        painter.end()


class SignaturePad(QWidget):
    """Strokes of a signature; `png()` gives them as a picture 640 pixels wide.

    Signals:
        changed: a stroke was made, or all were cleared.
    """

    changed = Signal()

    def __init__(self, label: str = "Tanda tangan", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        head = QHBoxLayout()
        self.caption = Text(label, "label", wrap=False)
        head.addWidget(self.caption, 1)
        self.button = GhostButton("Hapus tanda tangan")
        self.button.clicked.connect(self.clear)
        head.addWidget(self.button)
        self.sheet = _Sheet()
        self.sheet.setAccessibleName(label)
        self.caption.setBuddy(self.sheet)
        column.addLayout(head)
        column.addWidget(self.sheet, 1)
        self.sheet.drawn.connect(self._drawn)
        self.setFocusProxy(self.sheet)
        self._drawn(quiet=True)

    def is_empty(self) -> bool:
        """Whether nothing is drawn."""
        return not self.sheet.strokes

    def clear(self) -> None:
        """Take all strokes away."""
        self.sheet.strokes = []
        self.sheet.update()
        self._drawn()

    def png(self) -> bytes:
        """The signature as PNG on white, empty bytes when nothing is drawn."""
        if self.is_empty():
            return b""
        factor = _WIDTH / max(self.sheet.width(), 1)
        image = QImage(_WIDTH, max(1, round(self.sheet.height() * factor)), QImage.Format.Format_RGB32)
        image.fill(QColor("#ffffff"))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(factor, factor)
        self.sheet.draw(painter)
        painter.end()
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"png")).write(image)
        buffer.close()
        return bytes(data.data())

    def _drawn(self, *, quiet: bool = False) -> None:
        self.button.setEnabled(bool(self.sheet.strokes))
        if not quiet:
            self.changed.emit()
