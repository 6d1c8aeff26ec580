"""News that passes by in room kept for it, with *Batalkan* where undoing is possible."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QCursor, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desk.ui.theme import icons
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text
from desk.ui.theme.tokens import COLOURS, RADIUS, TONES, Tone
from desk.ui.widgets.buttons import Button, Look
from desk.ui.widgets.overlay import Overlay

SECONDS = 6.0
SECONDS_WITH_UNDO = 12.0
NARROWEST = 300
"""Pixels at scale 1.0: a toast covers at least what stands in its room."""
_ROOMY = 360
"""With *Batalkan* in it, picture and key are shown from this width on."""
_PAUSE_MS = 2000
"""News that newer news covered is seen at least so long again."""
_ICONS = {
    Tone.NEUTRAL: "info",
    Tone.ACCENT: "info",
    Tone.GOOD: "good",
    Tone.WARN: "warning",
    Tone.BAD: "error",
}


class _Dark(Button):
    look = Look(
        COLOURS.sidebar_active,
        COLOURS.sidebar_hover,
        COLOURS.sidebar,
        COLOURS.on_sidebar,
        COLOURS.on_sidebar_soft,
        COLOURS.ink_mute,
    )


class Toast(QFrame):
    """One piece of news.

    Signals:
        gone: it is over (time, undone, or replaced).
        undone: the officer took the action back.
    """

    gone = Signal()
    undone = Signal()

    def __init__(
        self, text: str, undo: Callable[[], object] | None, tone: Tone, seconds: float, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._undo = undo
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(14), scaled(5), scaled(6 if undo else 14), scaled(5))
        row.setSpacing(scaled(10))
        self._picture = picture = QLabel()
        colour = COLOURS.on_sidebar_soft if tone is Tone.NEUTRAL else TONES[tone].line
        picture.setPixmap(icons.pixmap(_ICONS[tone], colour, 20, self.devicePixelRatioF()))
        row.addWidget(picture)
        self.text = Text(text)
        self.text.setObjectName("toast")
        row.addWidget(self.text, 1)
        self.button: Button | None = None
        if undo is not None:
            self.button = _Dark("Batalkan")
            self.button.show_key("Alt+Z")
            self.button.clicked.connect(self.take_back)
            row.addWidget(self.button)
        self.setAccessibleName(text)
        self._row = row
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(round(seconds * 1000))
        self.timer.timeout.connect(self._over)
        self.timer.start()

    def width_on_one_line(self) -> int:
        """Pixels with which the sentence needs no second line."""
        self.text.ensurePolished()
        wrapped = self.text.sizeHint().width()
        sentence = self.text.fontMetrics().horizontalAdvance(self.text.text()) + scaled(4)
        return self._row.sizeHint().width() - wrapped + sentence

    def fit(self, width: int) -> int:
        """Be so wide: where that is little, without picture and key. Gives the pixels of height."""
        roomy = self.button is None or width >= scaled(_ROOMY)
        self._picture.setVisible(roomy)
        if self.button is not None:
            self.button.show_key("Alt+Z" if roomy else "")
        return max(self._row.totalHeightForWidth(width), scaled(44))

    def cover(self) -> None:
        """Newer news stands before it: it waits."""
        self.timer.setInterval(max(self.timer.remainingTime(), _PAUSE_MS))
        self.timer.stop()
        self.hide()

    def uncover(self) -> None:
        """It is seen again, for the time that was left."""
        if not self.timer.isActive():
            self.timer.start()
        self.show()

    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return self._undo is not None

    def take_back(self) -> None:
        """Undo, once."""
        undo, self._undo = self._undo, None
        self.timer.stop()
        if undo is not None:
            undo()
            self.undone.emit()
        self.gone.emit()

    def _over(self) -> None:
        """Time is up; it stays a while longer under the pointer or with the keyboard on *Batalkan*."""
        pointed = self.rect().contains(self.mapFromGlobal(QCursor.pos()))
        if pointed or (self.button is not None and self.button.hasFocus()):
            self.timer.start()
        else:
            self.gone.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw a dark sheet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(COLOURS.sidebar))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS.card, RADIUS.card)
        painter.end()


class ToastLayer(Overlay):
    """Shows the newest toast, what it covers after it; Alt+Z takes back the newest that can be.

    Signals:
        undone: an action was taken back (the toast's text).
    """

    undone = Signal(str)
    most = 3

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._toasts: list[Toast] = []
        self._shortcut = QShortcut(QKeySequence("Alt+Z"), host)
        self._shortcut.setEnabled(False)
        self._shortcut.activated.connect(self.undo_newest)

    def toast(
        self,
        text: str,
        undo: Callable[[], object] | None = None,
        *,
        tone: Tone = Tone.NEUTRAL,
        seconds: float | None = None,
    ) -> Toast:
        """Show a sentence; with `undo` it offers *Batalkan* and stays longer."""
        while len(self._toasts) >= self.most:
            self._drop(self._toasts[0])
        if self._toasts:
            self._toasts[-1].cover()
        shown = Toast(text, undo, tone, seconds or (SECONDS_WITH_UNDO if undo else SECONDS), self)
        shown.gone.connect(lambda: self._drop(shown))
        shown.undone.connect(lambda: self.undone.emit(text))
        self._toasts.append(shown)
        self._refresh()
        return shown

    def toasts(self) -> tuple[Toast, ...]:
        """The news that is not over, oldest first; the last one is seen."""
        return tuple(self._toasts)

    def undo_newest(self) -> None:
        """Take back what the newest toast with *Batalkan* tells of."""
        for shown in reversed(self._toasts):
            if shown.can_undo():
                shown.take_back()
                return

    def _drop(self, shown: Toast) -> None:
        if shown not in self._toasts:
            return
        self._toasts.remove(shown)
        shown.timer.stop()
        shown.hide()
        shown.deleteLater()
        self._refresh()

    def _refresh(self) -> None:
        self._shortcut.setEnabled(any(shown.can_undo() for shown in self._toasts))
        if self._toasts:
            self._toasts[-1].uncover()
            self.place()
        self.setVisible(bool(self._toasts))
        self.raise_()

    def room(self) -> QRect:
        """Where in the host the news stands, at the right and as near to its top as it can be centred."""
        return QRect(0, 0, self.host.width(), scaled(56))

    def place(self) -> None:
        """Stand in the room, as wide as the sentence; a long one goes on to more lines."""
        if not self._toasts:
            return
        room, front = self.room(), self._toasts[-1]
        width = min(max(front.width_on_one_line(), scaled(NARROWEST)), room.width())
        height = front.fit(width)
        top = room.y() + max((room.height() - height) // 2, scaled(4))
        self.setGeometry(room.right() + 1 - width, top, width, height)
        front.setGeometry(self.rect())
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: follow the window; stay on top of what opens later."""
        if event.type() == QEvent.Type.ChildAdded and self.isVisible() and watched is self.host:
            self.raise_()
        return super().eventFilter(watched, event)
