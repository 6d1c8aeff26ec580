"""A list of things to tick, with how many are ticked in its heading."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desk.ui.fields.base import Field
from desk.ui.theme import icons
from desk.ui.theme.style import font, scaled
from desk.ui.theme.tokens import COLOURS, TONES, TYPE, Tone


@dataclass(frozen=True)
class CheckItem:
    """One thing to tick: its `key`, the `text`, and a quiet `detail` below it."""

    key: str
    text: str
    detail: str = ""


_WRAP = int(Qt.TextFlag.TextWordWrap)


class TickBox(QAbstractButton):
    """A tick box whose text and quiet detail wrap; arrows walk to the neighbours, Space ticks."""

    def __init__(self, text: str, detail: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setShortcut(QKeySequence())  # an ampersand in a title ("Teknis & Hupmas") is no key
        self.detail = detail
        self._measured = (0, "", 0), (0, 0)
        self.setCheckable(True)
        self.setAccessibleDescription(detail)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_detail(self, detail: str) -> None:
        """Say something else below the words; the box takes the height it needs."""
        if detail == self.detail:
            return
        self.detail = detail
        self._measured = (0, "", 0), (0, 0)
        self.setAccessibleDescription(detail)
        self.setMinimumHeight(self.heightForWidth(self.width()))
        self.updateGeometry()
        self.update()

    def _side(self) -> int:
        return scaled(18)

    def _left(self) -> int:
        return scaled(6) + self._side() + scaled(9)

    def _fonts(self) -> tuple[QFont, QFont]:
        return font(TYPE.body), font(TYPE.small)

    def _heights(self, width: int) -> tuple[int, int]:
        """Heights of text and detail; layouts ask for the same ones again and again."""
        asked = (width, self.text(), scaled(100))
        if self._measured[0] != asked:
            self._measured = asked, self._measure(width)
        return self._measured[1]

    def _measure(self, width: int) -> tuple[int, int]:
        room = QRect(0, 0, max(width - self._left() - scaled(6), 1), 10_000)
        body, small = (QFontMetrics(one) for one in self._fonts())
        text = body.boundingRect(room, _WRAP, self.text()).height()
        detail = small.boundingRect(room, _WRAP, self.detail).height() if self.detail else 0
        return text, detail

    def hasHeightForWidth(self) -> bool:
        """Qt: narrower means taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt: height in pixels for the wrapped words at `width` pixels."""
        return max(sum(self._heights(width)) + scaled(10), self._side() + scaled(10))

    def sizeHint(self) -> QSize:
        """Qt: one line where it is short, else about forty characters wide."""
        body = QFontMetrics(self._fonts()[0])
        wanted = self._left() + body.horizontalAdvance(self.text()) + scaled(10)
        width = min(wanted, scaled(340))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Qt: narrow is fine, it wraps."""
        width = min(self.sizeHint().width(), scaled(150))
        return QSize(width, self._side() + scaled(10))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: ask for the height the new width needs."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: arrows walk to the neighbours."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step:
            self.focusNextPrevChild(step > 0)
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw box, tick, words and focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(COLOURS.focus), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        body, small = self._fonts()
        text, detail = self._heights(self.width())
        line = QFontMetrics(body).height()
        top = scaled(5)
        self._draw_box(
            painter, QRectF(scaled(6), top + (line - self._side()) / 2, self._side(), self._side())
        )
        room = QRect(self._left(), top, self.width() - self._left() - scaled(6), text)
        painter.setFont(body)
        painter.setPen(QColor(COLOURS.ink if self.isEnabled() else COLOURS.disabled))
        painter.drawText(room, _WRAP, self.text())
        if detail:
            painter.setFont(small)
            painter.setPen(QColor(COLOURS.ink_mute))
            painter.drawText(room.translated(0, text).adjusted(0, 0, 0, detail - text), _WRAP, self.detail)
        painter.end()

    def _draw_box(self, painter: QPainter, box: QRectF) -> None:
        on = self.isChecked()
        ground = TONES[Tone.GOOD].text if on else COLOURS.card
        line = TONES[Tone.GOOD].text if on else COLOURS.field_line
        if not self.isEnabled():
            ground, line = COLOURS.sunken, COLOURS.line_strong
        painter.setPen(QPen(QColor(line), 1.2))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, scaled(4), scaled(4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if on:
            colour = COLOURS.on_accent if self.isEnabled() else COLOURS.ink_mute
            tick = icons.pixmap("style-mark", colour, 18, self.devicePixelRatioF())
            painter.drawPixmap(box.topLeft(), tick)


class CheckList(Field[frozenset[str]]):
    """Ticks, ``counted`` with how many of all: ``Kelengkapan · 2 dari 3``; `value()` = the ticked keys."""

    def __init__(
        self,
        label: str,
        items: Sequence[CheckItem] = (),
        *,
        hint: str = "",
        required: bool = False,
        counted: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        self.boxes: dict[str, TickBox] = {}
        self._title, self._counted = label, counted
        self._rows = QWidget()
        self._column = QVBoxLayout(self._rows)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scaled(2))
        super().__init__(label, self._rows, hint=hint, required=required, parent=parent)
        self.set_items(items)

    def set_items(self, items: Sequence[CheckItem]) -> None:
        """Offer other things to tick; those ticked stay ticked where they are still there."""
        ticked = self._read()
        while taken := self._column.takeAt(0):
            widget = taken.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.boxes = {}
        for item in items:
            self._add(item, item.key in ticked)
        first = next(iter(self.boxes.values()), None)
        self.caption.setBuddy(first or self._rows)
        if first is not None:
            self.setFocusProxy(first)
        self._count()

    def _add(self, item: CheckItem, ticked: bool) -> None:
        box = TickBox(item.text, item.detail)
        box.setChecked(ticked)
        box.toggled.connect(self._toggled)
        self.boxes[item.key] = box
        self._column.addWidget(box)

    def done(self) -> bool:
        """Whether everything is ticked."""
        return all(box.isChecked() for box in self.boxes.values())

    def _toggled(self, _on: bool) -> None:
        self._count()
        self._edited()

    def _count(self) -> None:
        many = f" · {len(self._read())} dari {len(self.boxes)}" if self._counted else ""
        self.caption.setText(self._title + many)

    def set_label(self, label: str) -> None:
        """Change the heading (the count stays)."""
        self._title = label
        self._count()

    def _read(self) -> frozenset[str]:
        return frozenset(key for key, box in self.boxes.items() if box.isChecked())

    def _write(self, value: frozenset[str]) -> None:
        for key, box in self.boxes.items():
            box.setChecked(key in value)
        self._count()
