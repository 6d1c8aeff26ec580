"""The bar of steps a case goes through: done, now, next."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QToolTip, QWidget

from desk.ui.theme.style import font, scaled
from desk.ui.theme.tokens import COLOURS, TONES, TYPE, Tone


class StepState(StrEnum):
    """Where a step stands."""

    DONE = "done"
    NOW = "now"
    NEXT = "next"


_SAID = {StepState.DONE: "selesai", StepState.NOW: "sedang berjalan", StepState.NEXT: "berikutnya"}


@dataclass(frozen=True)
class Step:
    """One step: its name, a line below (when, or since when), and where it stands."""

    label: str
    detail: str = ""
    state: StepState = StepState.NEXT


class _Canvas(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.steps: tuple[Step, ...] = ()
        self.setObjectName("scrolled")

    def least(self) -> int:
        """Narrowest width of one step in pixels: the widest single word and a little more."""
        metrics = QFontMetrics(font(TYPE.label, QFont.Weight.Bold))
        words = [metrics.horizontalAdvance(word) for step in self.steps for word in step.label.split()]
        small = QFontMetrics(font(TYPE.small))
        words += [small.horizontalAdvance(step.detail) for step in self.steps]
        return max([*words, scaled(72)]) + scaled(12)

    def box(self, place: int) -> QRect:
        """Where a step is drawn."""
        count = max(len(self.steps), 1)
        left, right = self.width() * place // count, self.width() * (place + 1) // count
        return QRect(left, 0, right - left, self.height())

    def label_lines(self) -> int:
        """How many lines the longest label takes at the present width (at most two)."""
        metrics = QFontMetrics(font(TYPE.label, QFont.Weight.Bold))
        widths = [
            self.box(i).width() - scaled(10) < metrics.horizontalAdvance(step.label)
            for i, step in enumerate(self.steps)
        ]
        return 2 if any(widths) else 1

    def needed(self) -> int:
        """Height in pixels for bar, label lines and the line below."""
        label = QFontMetrics(font(TYPE.label, QFont.Weight.Bold)).lineSpacing()
        detail = QFontMetrics(font(TYPE.small)).lineSpacing()
        return scaled(12) + label * self.label_lines() + detail + scaled(4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw the steps."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, step in enumerate(self.steps):
            self._draw(painter, self.box(place), step)
        painter.end()

    def _draw(self, painter: QPainter, box: QRect, step: Step) -> None:
        bar, words = {
            StepState.DONE: (TONES[Tone.GOOD].mark, COLOURS.ink),
            StepState.NOW: (COLOURS.accent, TONES[Tone.ACCENT].text),
            StepState.NEXT: (COLOURS.line, COLOURS.ink_mute),
        }[step.state]
        painter.fillRect(QRect(box.left(), 0, box.width() - 2, scaled(4)), QColor(bar))
        bold = QFont.Weight.Normal if step.state is StepState.NEXT else QFont.Weight.Bold
        used = font(TYPE.label, bold)
        metrics = QFontMetrics(used)
        inner = box.adjusted(scaled(4), scaled(10), -scaled(6), 0)
        painter.setFont(used)
        painter.setPen(QColor(words))
        label = step.label
        if self.label_lines() == 1:
            label = metrics.elidedText(label, Qt.TextElideMode.ElideRight, inner.width())
        lines = metrics.lineSpacing() * self.label_lines()
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        room = QRect(inner.left(), inner.top(), inner.width(), lines)
        painter.drawText(room, int(centre) | int(Qt.TextFlag.TextWordWrap), label)
        small = font(TYPE.small)
        painter.setFont(small)
        painter.setPen(QColor(COLOURS.ink_mute if step.state is StepState.NEXT else COLOURS.ink_soft))
        detail = QFontMetrics(small).elidedText(step.detail, Qt.TextElideMode.ElideRight, inner.width())
        under = QRect(inner.left(), inner.top() + lines, inner.width(), QFontMetrics(small).lineSpacing())
        painter.drawText(under, centre, detail)

    def event(self, event: QEvent) -> bool:
        """Qt: the tooltip of a step says all of it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            for place, step in enumerate(self.steps):
                if self.box(place).contains(event.pos()):
                    said = " · ".join(part for part in (step.label, step.detail, _SAID[step.state]) if part)
                    QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)


class StepBar(QScrollArea):
    """Steps side by side under a coloured line; many steps scroll sideways, the present one in sight."""

    def __init__(self, steps: Sequence[Step] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = _Canvas()
        self.setWidget(self._canvas)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.set_steps(steps)

    def set_steps(self, steps: Sequence[Step]) -> None:
        """Show other steps."""
        self._canvas.steps = tuple(steps)
        said = "; ".join(f"{step.label} ({_SAID[step.state]})" for step in steps)
        self.setAccessibleName(f"Langkah: {said}")
        self._fit()

    def steps(self) -> tuple[Step, ...]:
        """The steps shown."""
        return self._canvas.steps

    def _fit(self) -> None:
        count = max(len(self._canvas.steps), 1)
        width = max(self.viewport().width(), count * self._canvas.least())
        self._canvas.resize(width, self._canvas.height())
        height = self._canvas.needed()
        self._canvas.resize(width, height)
        scrolls = width > self.viewport().width()
        self.setFixedHeight(height + (14 if scrolls else 0))
        self._canvas.update()
        QTimer.singleShot(0, self, self._show_now)

    def _show_now(self) -> None:
        """Scroll to the present step, and a little of what follows."""
        for place, step in enumerate(self._canvas.steps):
            if step.state is StepState.NOW:
                box = self._canvas.box(place)
                self.ensureVisible(box.center().x(), 0, box.width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: share the width anew."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Qt: it scrolls when narrow."""
        return QSize(scaled(200), self._canvas.needed())
