"""The live board: reads the queue through the hub, keeps the clock, lights up a new call for a moment."""

import math
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEasingCurve, QElapsedTimer, QSizeF, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desk.queries.board import BoardState, Call, board
from desk.queries.office import profile
from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.ports import Changed
from desk.ui.screens.board.layout import Places, places, shift
from desk.ui.screens.board.paint import PLAIN, BoardPainter, Words, board_font
from desk.ui.theme.tokens import COLOURS

WATCHES = frozenset({"tickets", "counters", "offices"})
HIGHLIGHT_MS = 2600
_PULSES = 3
_SECOND_MS = 1000
_FRAME_MS = 33
_PIXELS_PER_SECOND = 70.0


class BoardView(QWidget):
    """The board as one picture of any size.

    Signals:
        called: a new or repeated call came in (a ``desk.queries.board.Call``), for a voice to say.
    """

    called = Signal(object)

    def __init__(self, ctx: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.words: tuple[Words, ...] = ()
        self._zone = ctx.workplace.ask(profile).zone
        self._now = self._local()
        self.state = self._read()
        self._glow = QVariantAnimation(self)
        self._glow.setDuration(HIGHLIGHT_MS)
        self._glow.setStartValue(0.0)
        self._glow.setEndValue(1.0)
        self._glow.setEasingCurve(QEasingCurve.Type.Linear)
        self._glow.valueChanged.connect(lambda _share: self.update())
        self._run = QElapsedTimer()
        self._frames = self._timer(_FRAME_MS, self._frame)
        self._seconds = self._timer(_SECOND_MS, self.tick)
        self._seconds.start()
        stop = ctx.hub.subscribe(WATCHES, self._changed)
        self.destroyed.connect(lambda *_: stop())

    def _timer(self, interval: int, action: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval)
        timer.timeout.connect(action)
        return timer

    @property
    def highlighted(self) -> bool:
        """Whether a call is lit up at the moment."""
        return self._glow.state() == QVariantAnimation.State.Running

    def tick(self) -> None:
        """Another second: a new minute moves the clock, and reads anew (midnight empties the board)."""
        now = self._local()
        if now.replace(second=0, microsecond=0) == self._now.replace(second=0, microsecond=0):
            return
        self._now = now
        self.refresh()

    def refresh(self) -> None:
        """Read the queue anew; a call not seen before lights up and is told by ``called``."""
        before = self.state.latest
        self._now = self._local()
        self.state = self._read()
        latest = self.state.latest
        if latest is not None and _is_news(latest, before):
            self._glow.stop()
            self._glow.start()
            self.called.emit(latest)
        self.update()

    def _read(self) -> BoardState:
        workplace = self.ctx.workplace
        return workplace.ask(board, workplace.standards, workplace.now())

    def _changed(self, _changed: Changed) -> None:
        self.ctx.guard(self.refresh)

    def _local(self) -> datetime:
        return self.ctx.workplace.now().astimezone(self._zone)

    # drawing

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw the whole board."""
        spots = places(QSizeF(self.size()), len(self.state.counters), len(self.state.waiting))
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(self.rect(), QColor(COLOURS.board))
        drawing = BoardPainter(painter, spots)
        drawing.running(self.state.running_text, self._offset(spots))
        painter.translate(*shift(self._now.hour * 60 + self._now.minute, spots.unit))
        drawing.draw(self.state, self._now, self._brightness())
        painter.end()
        self.words = tuple(drawing.drawn)

    def _brightness(self) -> float:
        """0–1: three soft pulses while a call is lit up."""
        if not self.highlighted:
            return 0.0
        return math.sin(float(self._glow.currentValue()) * _PULSES * math.pi) ** 2

    def _offset(self, spots: Places) -> float:
        """How far the running text has run; a text that fits stands still."""
        metrics = QFontMetricsF(board_font(22 * spots.unit, PLAIN))
        wide = metrics.horizontalAdvance(self.state.running_text)
        if wide <= spots.foot.width() - 72 * spots.unit:
            self._frames.stop()
            return 0.0
        if not self._frames.isActive():
            self._run.start()
            self._frames.start()
        screen = spots.foot.width()
        run = self._run.elapsed() / 1000 * _PIXELS_PER_SECOND * spots.unit
        return (run + screen) % (wide + screen) - screen

    def _frame(self) -> None:
        spots = places(QSizeF(self.size()), len(self.state.counters), len(self.state.waiting))
        self.update(spots.foot.toAlignedRect())


def _is_news(latest: Call, before: Call | None) -> bool:
    return before is None or (latest.label, latest.times, latest.at) != (
        before.label,
        before.times,
        before.at,
    )
