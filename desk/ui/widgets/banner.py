"""News inside the page: a banner that stays, and a line of progress that can be stopped."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from desk.ui.theme import icons
from desk.ui.theme.style import reveal, scaled
from desk.ui.theme.text import Text
from desk.ui.theme.tokens import RADIUS, TONES, Tone
from desk.ui.widgets.buttons import GhostButton, IconButton, SecondaryButton

_ICONS = {
    Tone.NEUTRAL: "info",
    Tone.ACCENT: "info",
    Tone.GOOD: "good",
    Tone.WARN: "warning",
    Tone.BAD: "error",
}


class Banner(QFrame):
    """A sentence in the page with an icon, maybe with one action; never modal.

    Signals:
        acted: the action was pressed.
        closed: the officer closed it.
    """

    acted = Signal()
    closed = Signal()

    def __init__(
        self,
        text: str = "",
        tone: Tone = Tone.NEUTRAL,
        *,
        action: str = "",
        closable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(12), scaled(8), scaled(8), scaled(8))
        row.setSpacing(scaled(10))
        self._picture = QLabel()
        row.addWidget(self._picture)
        self.text = Text("")
        row.addWidget(self.text, 1)
        self.button = SecondaryButton(action)
        reveal(self.button, bool(action))
        self.button.clicked.connect(self.acted)
        row.addWidget(self.button)
        self.cross = IconButton("close", "Tutup pemberitahuan")
        reveal(self.cross, closable)
        self.cross.clicked.connect(self._close)
        row.addWidget(self.cross)
        self.say(text, tone)

    def say(self, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        """Show another sentence; an empty one hides the banner."""
        self._tone = tone
        self.text.setText(text)
        self.text.set_tone(None if tone is Tone.NEUTRAL else tone)
        picture = icons.pixmap(_ICONS[tone], TONES[tone].text, 20, self.devicePixelRatioF())
        self._picture.setPixmap(picture)
        self.setAccessibleName(text)
        reveal(self, bool(text))
        self.update()

    def tone(self) -> Tone:
        """The tone shown."""
        return self._tone

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw ground and line in the tone."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(TONES[self._tone].line), 1))
        painter.setBrush(QColor(TONES[self._tone].ground))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), RADIUS.field, RADIUS.field)
        painter.end()


class DraftBanner(Banner):
    """Over a form that came back with what was typed before; *Buang draf* is its action (`acted`)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(action="Buang draf", closable=True, parent=parent)

    def tell(self, sentence: str) -> None:
        """Say when the draft was kept; empty: no draft came back."""
        self.button.setVisible(True)
        self.say(sentence)


class ProgressLine(QWidget):
    """Long work: what it is, how far, and a button that stops it.

    Signals:
        cancelled: the officer stops the work.
    """

    cancelled = Signal()

    def __init__(self, text: str = "", *, cancellable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = Text(text)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        words = QVBoxLayout()
        words.setSpacing(scaled(6))
        words.addWidget(self.text)
        words.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(12))
        row.addLayout(words, 1)
        self.button = GhostButton("Hentikan")
        reveal(self.button, cancellable)
        self.button.clicked.connect(self._cancel)
        row.addWidget(self.button)

    def set_progress(self, done: int, total: int, text: str = "") -> None:
        """Show `done` of `total`; `total` 0 = how long is not known."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.bar.setAccessibleName(f"{done} dari {total}" if total else "sedang berjalan")
        if text:
            self.text.setText(text)

    def _cancel(self) -> None:
        self.button.setEnabled(False)
        self.text.setText("Menghentikan…")
        self.cancelled.emit()
