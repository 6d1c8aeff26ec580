"""The painted calendar: a month or a week with one day in hand, walked by keys."""

from datetime import date, timedelta

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.ui.screens.events.painting import (
    Face,
    month_cells,
    paint_month,
    paint_week,
    week_cells,
)
from desk.ui.screens.events.shown import WEEK, Shown, month_days, other_month, week_days
from desk.ui.theme.style import scaled
from desk.ui.words import named_day

MONTH_VIEW, WEEK_VIEW = "bulan", "pekan"


_ALSO = {Qt.Key.Key_M: MONTH_VIEW, Qt.Key.Key_W: WEEK_VIEW}
"""What other calendars use."""


class EventGrid(QWidget):
    """Arrows walk by a day (up and down by a week), PgUp and PgDn by a month or a week, Home goes to today, B
    and P (M and W too) choose month or week, N begins an event, Enter opens the day.

    Signals:
        walked(object): another day is in hand (a ``date``).
        opened(object): Enter or a double click on a day.
        asked(object): a new event is wanted on a day.
        viewed(str): month or week is wanted.
    """

    walked = Signal(object)
    opened = Signal(object)
    asked = Signal(object)
    viewed = Signal(str)

    def __init__(self, day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view, self.day, self._shown = MONTH_VIEW, day, Shown(today=day)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Kalender kegiatan")
        self._tell()

    # what is shown

    def days(self) -> tuple[date, ...]:
        """The days shown now."""
        return month_days(self.day) if self.view == MONTH_VIEW else week_days(self.day)

    def show_events(self, shown: Shown) -> None:
        """Paint these events."""
        self._shown = shown
        self._tell()
        self.update()

    def set_view(self, view: str) -> None:
        """A month or a week with the day in hand in it."""
        self.view = view
        self.update()

    def take(self, day: date) -> None:
        """Take another day in hand."""
        if day == self.day:
            return
        self.day = day
        self._tell()
        self.update()
        self.walked.emit(day)

    def _tell(self) -> None:
        """Say the day to who cannot see it."""
        closed = self._shown.closed.get(self.day, "")
        bars = self._shown.on(self.day)
        words = [named_day(self.day), closed, *(one.words for one in bars)]
        self.setAccessibleDescription(", ".join(one for one in words if one))

    # keys and pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: walk, choose a view, begin or open something; the rest belongs to the page."""
        key = Qt.Key(event.key())
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -WEEK, Qt.Key.Key_Down: WEEK}
        pages = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        views = {Qt.Key.Key_B: MONTH_VIEW, Qt.Key.Key_P: WEEK_VIEW} | _ALSO
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not plain:
            super().keyPressEvent(event)
        elif key in steps:
            self.take(self.day + timedelta(days=steps[key]))
        elif key in pages:
            self.turn(pages[key])
        elif key == Qt.Key.Key_Home:
            self.take(self._shown.today)
        elif key in views:
            self.viewed.emit(views[key])
        elif key == Qt.Key.Key_N:
            self.asked.emit(self.day)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.day)
        else:
            super().keyPressEvent(event)

    def turn(self, by: int) -> None:
        """Turn over by months or weeks."""
        month = self.view == MONTH_VIEW
        self.take(other_month(self.day, by) if month else self.day + timedelta(days=WEEK * by))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: a click takes the day."""
        day = self._at(event)
        if day is not None:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.take(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt: a double click opens the day."""
        day = self._at(event)
        if day is not None:
            self.opened.emit(day)

    def _at(self, event: QMouseEvent) -> date | None:
        room = self._room()
        cells = month_cells(room) if self.view == MONTH_VIEW else week_cells(room)
        point = event.position().toPoint()
        return next((day for day, cell in zip(self.days(), cells, strict=True) if cell.contains(point)), None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: the ring grows stronger."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: and weaker."""
        super().focusOutEvent(event)
        self.update()

    # painting

    def _room(self) -> QRect:
        return self.rect().adjusted(0, 0, -1, -1)

    def sizeHint(self) -> QSize:
        """Qt: as large as there is room."""
        return QSize(scaled(640), scaled(440))

    def minimumSizeHint(self) -> QSize:
        """Qt: days of which the beginning of a title can be read."""
        return QSize(scaled(430), scaled(300))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: paint the month or the week."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        month = self.view == MONTH_VIEW
        face = Face(self._shown, self.days(), self.day, self.day.month if month else 0, self.hasFocus())
        (paint_month if month else paint_week)(painter, self._room(), face)
        painter.end()
