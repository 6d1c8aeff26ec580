"""Buttons that show the key that presses them; drawn by us so that words and key differ in weight."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QShortcut,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desk.ui.theme import icons
from desk.ui.theme.style import font, scaled
from desk.ui.theme.tokens import COLOURS, RADIUS, TONES, TYPE, Tone

_NAMES = {"Ctrl+Return": "Ctrl Enter", "Return": "Enter", "Escape": "Esc", "Del": "Delete"}


def key_words(shortcut: str) -> str:
    """A key sequence as it stands on a button: ``Ctrl+Return`` -> ``Ctrl Enter``."""
    return _NAMES.get(shortcut, shortcut.replace("Return", "Enter").replace("+", " "))


@dataclass(frozen=True)
class Look:
    """Colours of one kind of button."""

    fill: str
    hover: str
    pressed: str
    text: str
    key: str
    line: str
    weight: QFont.Weight = QFont.Weight.Medium


_PRIMARY = Look(
    COLOURS.accent,
    COLOURS.accent_hover,
    COLOURS.accent_pressed,
    COLOURS.on_accent,
    COLOURS.on_accent_soft,
    COLOURS.accent,
    QFont.Weight.DemiBold,
)
_SECONDARY = Look(
    COLOURS.card, COLOURS.hover, COLOURS.sunken, COLOURS.ink, COLOURS.ink_mute, COLOURS.line_strong
)
_GHOST = Look("", COLOURS.sunken, COLOURS.line, COLOURS.ink_soft, COLOURS.ink_mute, "")
_DANGER = Look(
    COLOURS.card,
    TONES[Tone.BAD].ground,
    TONES[Tone.BAD].ground,
    TONES[Tone.BAD].text,
    COLOURS.ink_mute,
    TONES[Tone.BAD].line,
)


class Button(QPushButton):
    """A button with an optional icon and the key that presses it from anywhere in the window.

    The shortcut works while the button is visible and enabled. Enter presses a focused button.
    """

    look = _SECONDARY

    def __init__(
        self, text: str = "", shortcut: str = "", *, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._icon_name = icon
        self._hot = False
        self.keys: list[QKeySequence] = []
        self._shortcuts: list[QShortcut] = []
        self._key_words = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.set_shortcut(shortcut)

    def set_shortcut(self, shortcut: str) -> None:
        """Take another key (empty: none); ``Ctrl+Return`` also listens to the keypad's Enter."""
        for old in self._shortcuts:
            old.setEnabled(False)
            old.deleteLater()
        names = [shortcut] if shortcut else []
        if "Return" in shortcut:
            names.append(shortcut.replace("Return", "Enter"))
        self.keys = [QKeySequence(name) for name in names]
        self._shortcuts = [QShortcut(keys, self) for keys in self.keys]
        for one in self._shortcuts:
            one.setAutoRepeat(False)
            one.activated.connect(self.click)
        self._key_words = key_words(shortcut) if shortcut else ""
        self.setAccessibleDescription(f"Tombol cepat {self._key_words}" if shortcut else "")
        self.updateGeometry()

    def show_key(self, shortcut: str) -> None:
        """Show a key that somebody else listens to (empty: none)."""
        self._key_words = key_words(shortcut)
        self.setAccessibleDescription(f"Tombol cepat {self._key_words}" if shortcut else "")
        self.updateGeometry()

    def key_text(self) -> str:
        """The key as shown on the button."""
        return self._key_words

    def _fonts(self) -> tuple[QFont, QFont]:
        return font(TYPE.body, self.look.weight), font(TYPE.body)

    def _widths(self) -> tuple[int, int, int]:
        words, key = self._fonts()
        metrics = QFontMetrics(words)
        size = metrics.size(int(Qt.TextFlag.TextShowMnemonic), self.text()).width() if self.text() else 0
        tail = QFontMetrics(key).horizontalAdvance(self._key_words) + scaled(6) if self._key_words else 0
        picture = scaled(18) + (scaled(8) if size else 0) if self._icon_name else 0
        return picture, size, tail

    def _padding(self) -> int:
        return scaled(16)

    def sizeHint(self) -> QSize:
        """Qt: icon, words, key and their room."""
        height = max(QFontMetrics(self._fonts()[0]).height() + scaled(20), scaled(38))
        return QSize(sum(self._widths()) + 2 * self._padding(), height)

    def minimumSizeHint(self) -> QSize:
        """Qt: never cut."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Qt: the pointer came."""
        self._hot = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Qt: the pointer went."""
        self._hot = False
        self.update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter presses, as Space does."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw ground, focus ring, icon, words, key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        if self.hasFocus():
            self._draw_ring(painter)
        self._draw_words(painter)
        painter.end()

    def _draw_ground(self, painter: QPainter) -> None:
        look, enabled = self.look, self.isEnabled()
        fill = look.pressed if self.isDown() else look.hover if self._hot else look.fill
        line = look.line
        if not enabled:
            fill, line = (COLOURS.sunken, COLOURS.line) if look.fill else ("", "")
        painter.setPen(QPen(QColor(line), 1) if line else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, RADIUS.field, RADIUS.field)

    def _draw_ring(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(COLOURS.focus), 2.4))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(1.2, 1.2, -1.2, -1.2), RADIUS.field, RADIUS.field
        )
        painter.setPen(QPen(QColor(COLOURS.card), 1.4))
        inner = QRectF(self.rect()).adjusted(3.1, 3.1, -3.1, -3.1)
        painter.drawRoundedRect(inner, RADIUS.field - 2, RADIUS.field - 2)

    def _draw_words(self, painter: QPainter) -> None:
        words, key = self._fonts()
        picture, size, tail = self._widths()
        colour = self.look.text if self.isEnabled() else COLOURS.disabled
        room = self.width() - 2 * min(self._padding(), scaled(8))
        if picture + size + tail > room:
            size = max(room - picture - tail, 0)
        x, height = (self.width() - picture - size - tail) // 2, self.height()
        if self._icon_name:
            shown = icons.pixmap(self._icon_name, colour, 18, self.devicePixelRatioF())
            painter.drawPixmap(x, (height - scaled(18)) // 2, shown)
            x += picture
        painter.setFont(words)
        painter.setPen(QColor(colour))
        text = QFontMetrics(words).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, size + 1, int(Qt.TextFlag.TextShowMnemonic)
        )
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(x, 0, size + 2, height, middle | int(Qt.TextFlag.TextShowMnemonic), text)
        if tail:
            painter.setFont(key)
            painter.setPen(QColor(self.look.key if self.isEnabled() else COLOURS.disabled))
            painter.drawText(x + size + scaled(6), 0, tail, height, middle, self._key_words)


class PrimaryButton(Button):
    """The one thing to do next (at most one per card)."""

    look = _PRIMARY


class SecondaryButton(Button):
    """Everything else one may do."""

    look = _SECONDARY


class GhostButton(Button):
    """A quiet action without a frame."""

    look = _GHOST

    def _padding(self) -> int:
        return scaled(10)


class LinkButton(Button):
    """A quiet underlined question in running text: ``Mengapa tanggal ini?``."""

    look = Look("", "", "", COLOURS.ink_soft, COLOURS.ink_mute, "", QFont.Weight.Normal)

    def _fonts(self) -> tuple[QFont, QFont]:
        words = font(TYPE.small, self.look.weight)
        words.setUnderline(True)
        return words, font(TYPE.small)

    def _padding(self) -> int:
        return scaled(2)

    def sizeHint(self) -> QSize:
        """Qt: the words, low enough for running text."""
        return QSize(super().sizeHint().width(), QFontMetrics(self._fonts()[0]).height() + scaled(8))


class DangerButton(Button):
    """An action that takes something away."""

    look = _DANGER


class IconButton(Button):
    """An icon alone; its words are the tooltip and the accessible name."""

    look = _GHOST

    def __init__(self, icon: str, name: str, shortcut: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__("", shortcut, icon=icon, parent=parent)
        self._key_words = ""
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({key_words(shortcut)})" if shortcut else name)

    def sizeHint(self) -> QSize:
        """Qt: a square."""
        return QSize(scaled(32), scaled(32))
