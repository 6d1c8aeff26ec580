"""A short list of choices shown as pills, one of which is taken."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desk.ui.fields.base import Field, plain
from desk.ui.fields.choice import Choice
from desk.ui.theme.flow import FlowLayout
from desk.ui.theme.style import font, scaled
from desk.ui.theme.tokens import COLOURS, TONES, TYPE, Tone

_ARROWS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}


class Chip(QAbstractButton):
    """One pill; taken = green ground, line and a tick, so that it is not colour alone."""

    def __init__(self, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = choice
        self.setText(choice.text)
        self.setToolTip(choice.detail)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def _font(self) -> QFont:
        return font(TYPE.label, QFont.Weight.DemiBold)

    def sizeHint(self) -> QSize:
        """Qt: the words and room for the tick."""
        metrics = QFontMetrics(self._font())
        width = metrics.horizontalAdvance(plain(self.text())) + scaled(32)
        if self.isChecked():
            width += scaled(18)
        return QSize(width, max(metrics.height() + scaled(16), scaled(34)))

    def minimumSizeHint(self) -> QSize:
        """Qt: never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: arrows belong to the group."""
        if event.key() in _ARROWS:
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw ground, line, focus ring, tick, words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone = TONES[Tone.GOOD if self.isChecked() else Tone.NEUTRAL]
        words = QColor(tone.text if self.isEnabled() else COLOURS.ink_mute)
        width = 2.0 if self.isChecked() or self.hasFocus() else 1.0
        line = COLOURS.focus if self.hasFocus() else tone.text if self.isChecked() else tone.ground
        if self.underMouse() and not self.isChecked() and not self.hasFocus():
            line = tone.mark
        painter.setPen(QPen(QColor(line), width))
        painter.setBrush(QColor(tone.ground if self.isEnabled() else COLOURS.sunken))
        frame = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)
        text = self.rect()
        if self.isChecked():
            text.setLeft(scaled(18))
            self._tick(painter, words)
        painter.setPen(words)
        painter.setFont(self._font())
        painter.drawText(text, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic, self.text())
        painter.end()

    def _tick(self, painter: QPainter, colour: QColor) -> None:
        side, middle = scaled(4), self.height() / 2
        left = scaled(15)
        pen = QPen(colour, max(1.8, scaled(2)))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(left, round(middle), left + side - 1, round(middle + side - 1))
        painter.drawLine(left + side - 1, round(middle + side - 1), left + 2 * side + 1, round(middle - side))


class ChipGroup(QWidget):
    """The pills; arrow keys walk and take, Tab goes to the taken one only.

    Signals:
        taken: an officer took another pill.
    """

    taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips: list[Chip] = []
        self._flow = FlowLayout(self, gap=scaled(8))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Show these pills, none taken."""
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [Chip(choice, self) for choice in choices]
        for chip in self.chips:
            self._flow.addWidget(chip)
            chip.clicked.connect(lambda _on=False, one=chip: self._take(one))
        self._rove()

    def value(self) -> str | None:
        """The taken choice's value."""
        return next((chip.choice.value for chip in self.chips if chip.isChecked()), None)

    def set_value(self, value: str | None) -> None:
        """Take the pill of this value, or none."""
        for chip in self.chips:
            chip.setChecked(chip.choice.value == value)
            chip.updateGeometry()
        self._rove()

    def _take(self, chip: Chip) -> None:
        before = getattr(self, "_last", None)
        self.set_value(chip.choice.value)
        chip.setFocus(Qt.FocusReason.OtherFocusReason)
        if before != chip.choice.value:
            self.taken.emit()

    def _rove(self) -> None:
        self._last = self.value()
        usable = [chip for chip in self.chips if chip.isEnabled()]
        home = next((chip for chip in usable if chip.isChecked()), usable[0] if usable else None)
        for chip in self.chips:
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chip is home else Qt.FocusPolicy.ClickFocus)
        if home is not None:
            self.setFocusProxy(home)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: arrows walk through the pills and take."""
        step = _ARROWS.get(Qt.Key(event.key()), 0)
        usable = [chip for chip in self.chips if chip.isEnabled()]
        here = next((i for i, chip in enumerate(usable) if chip.hasFocus()), -1)
        if not step or here < 0:
            super().keyPressEvent(event)
            return
        self._take(usable[(here + step) % len(usable)])


class ChipChoice(Field[str | None]):
    """One of a few, shown as pills (a decision, a channel); None = nothing taken yet."""

    def __init__(
        self,
        label: str,
        choices: Sequence[Choice] = (),
        *,
        hint: str = "",
        required: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self.group = ChipGroup()
        super().__init__(label, self.group, hint=hint, required=required, parent=parent)
        self.set_choices(choices)
        self.group.taken.connect(self._edited)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other pills; keeps the present value where it is still offered."""
        present = self.group.value()
        self.group.offer(choices)
        self.group.set_value(present)
        self.caption.setBuddy(self.group)

    def _read(self) -> str | None:
        return self.group.value()

    def _write(self, value: str | None) -> None:
        self.group.set_value(value)
